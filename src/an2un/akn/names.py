"""Names of Akoma Ntoso: namespace, elements of the tree's sections, forms of the tree's roles."""

from __future__ import annotations

from typing import Literal, NamedTuple

from an2un.tree import Role, SectionKind

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

# Element and abbreviation in eIds of each kind of section (naming convention, section 5.4.2).
SECTIONS: dict[SectionKind, tuple[str, str]] = {
    "part": ("part", "part"),
    "chapter": ("chapter", "chp"),
    "section": ("section", "sec"),
    "title": ("title", "title"),
    "article": ("article", "art"),
    "rule": ("rule", "rule"),
    "division": ("division", "dvs"),
}

# Containers of the five groups of the masthead.
COVER, SESSION, PROPONENTS = "masthead", "session", "proponents"
ADOPTION, TITLE, CLOSING = "adoption", "title", "conclusion"
BODY = ""

_FRONT = frozenset({COVER, SESSION, PROPONENTS, TITLE})
_TITULAR = _FRONT | {ADOPTION}
_MEETING = _TITULAR | {CLOSING}
ANYWHERE = _MEETING | {BODY}

# Where a Field keeps its value: an attribute of its own, or the entry `refersTo` points at.
Value = Literal["title", "date", "value", "normalized", "entity"]


class Form(NamedTuple):
    """How a role is written where its element is allowed (`places`).

    element  the element; "inline" gets `name="akn4un:…"`
    value    where the Field's value goes
    refers   fixed entry that `refersTo` points at, "" for none
    entity   class of the entry that the value names, if `value` is "entity"
    eid      whether the element needs an eId (attribute group `idreq` of the XSD)
    name     the name of an `inline`
    running  the element in running text, where `element` may not stand; "" for none
    """

    element: str
    places: frozenset[str]
    value: Value = "title"
    refers: str = ""
    entity: str = ""
    eid: bool = False
    name: str = ""
    running: str = ""


# The profile's element for each role. Elements of the title pages stand only there (P1-54 "Title
# inline"); elsewhere, and where a value has no place in the element, a role is an `inline`.
FORMS: dict[Role, Form] = {
    "publisher": Form("docAuthority", frozenset({COVER}), "entity", "publisher", "organization"),
    "organ": Form("docAuthority", frozenset({COVER}), "entity", "issuingAuthority", "organization"),
    "symbol": Form("docNumber", _TITULAR, refers="symbol"),
    "distribution": Form("inline", _TITULAR, "entity", "", "concept", name="distribution"),
    "issuanceDate": Form("docDate", _TITULAR, "date", "dateOfIssuance"),
    "language": Form("inline", _TITULAR, "entity", "", "concept", name="languageOfExpression"),
    "originalLanguage": Form("inline", _TITULAR, "entity", "", "concept", name="originalLanguage"),
    "session": Form("session", _TITULAR, "value"),
    "committee": Form("docCommittee", _FRONT, "entity", "", "organization"),
    "agendaItem": Form("inline", _TITULAR, refers="agendaItem", name="agendaItem"),
    "agendaItemTitle": Form("inline", _TITULAR, refers="agendaItem", name="agendaItemTitle"),
    "decisionType": Form("inline", _TITULAR, "entity", "", "concept", name="decisionType"),
    "sponsor": Form("docProponent", _TITULAR, "entity", "", "organization"),
    "documentType": Form("docType", _TITULAR, "entity", "", "concept"),
    "status": Form("docStatus", _TITULAR, "entity", "", "concept"),
    "adoptingOrgan": Form(
        "docAuthority", frozenset({ADOPTION, TITLE}), "entity", "", "organization"
    ),
    "adoptionDate": Form("docDate", _MEETING, "date", "adoptionDate", running="date"),
    "originatingCommittee": Form(
        "docCommittee", frozenset({ADOPTION}), "entity", "", "organization"
    ),
    "originatingDocument": Form("inline", frozenset({ADOPTION}), name="originatingDocument"),
    "number": Form("docNumber", _TITULAR),
    "title": Form("docTitle", _TITULAR, refers="resolutionTitle"),
    "meeting": Form("location", ANYWHERE, refers="adoptionMeeting", eid=True),
    "place": Form("location", _MEETING, refers="adoptionPlace", eid=True),
    "outcome": Form("outcome", _MEETING, "entity", "", "concept"),
    "votesFor": Form("quantity", ANYWHERE, "normalized", "resolutionForVotes", eid=True),
    "votesAgainst": Form("quantity", ANYWHERE, "normalized", "resolutionAgainstVotes", eid=True),
    "abstentions": Form("quantity", ANYWHERE, "normalized", "resolutionAbstentions", eid=True),
    "voter": Form("vote", ANYWHERE, "entity", "", "organization"),
    "date": Form("date", ANYWHERE, "date"),
    "organization": Form("organization", ANYWHERE, "entity", "", "organization", eid=True),
    "person": Form("person", ANYWHERE, "entity", "", "person", eid=True),
    "office": Form("role", ANYWHERE, "entity", "", "role", eid=True),
    "location": Form("location", ANYWHERE, "entity", "", "location", eid=True),
    "event": Form("event", ANYWHERE, "entity", "", "event", eid=True),
}  # fmt: skip

# Elements whose `refersTo` the XSD requires (attribute group `refersreq`), and `vote`, which
# requires `by`: without a value their Fields are written as `inline`.
NEEDS_ENTITY = frozenset({"organization", "person", "role", "location", "event", "vote"})
