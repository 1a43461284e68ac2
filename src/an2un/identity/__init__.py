"""Identity: which document this is, read off its masthead or supplied by the caller; its IRIs.

The masthead's Fields carry language-neutral values, so nothing here knows a language. What is
neither printed nor supplied is never invented: the number becomes `nn`, the date 1900-01-01 with
the name "unknown", and a finding names the option that supplies it.
"""

from an2un.identity.facts import (
    ACTOR_ORGANS,
    LANGUAGE_CODES,
    ORGAN_ACTORS,
    UNKNOWN_DATE,
    UNKNOWN_NUMBER,
    Ballot,
    DateName,
    Identity,
    Keyword,
    Party,
    Supplied,
    VoteKind,
    Voting,
)
from an2un.identity.iris import (
    component,
    expression_iri,
    iri_of,
    manifestation_iri,
    work_iri,
)
from an2un.identity.masthead import fields, full_date, identify

__all__ = [
    "ACTOR_ORGANS",
    "LANGUAGE_CODES",
    "ORGAN_ACTORS",
    "UNKNOWN_DATE",
    "UNKNOWN_NUMBER",
    "Ballot",
    "DateName",
    "Identity",
    "Keyword",
    "Party",
    "Supplied",
    "VoteKind",
    "Voting",
    "component",
    "expression_iri",
    "fields",
    "full_date",
    "identify",
    "iri_of",
    "manifestation_iri",
    "work_iri",
]
