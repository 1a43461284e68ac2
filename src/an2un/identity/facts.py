"""What is known of a document as a whole: its identity, and what the caller supplies to it."""

from __future__ import annotations

from typing import Literal

from an2un.record import Record
from an2un.symbol import Actor
from an2un.tree import Kind

DateName = Literal["adoption", "issuance", "unknown"]
VoteKind = Literal["withoutVote", "unanimous", "consensus", "recorded", ""]
Ballot = Literal["for", "against", "abstaining"]

UNKNOWN_NUMBER = "nn"
UNKNOWN_DATE = "1900-01-01"

# ISO 639-2/T codes of the expression by the ISO 639-1 codes of the tree (naming convention).
LANGUAGE_CODES = {
    "ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa", "de": "deu",
}  # fmt: skip

# Identifiers of the organs (TLCOrganization eIds) and the actor codes of Work IRIs.
ORGAN_ACTORS: dict[str, Actor] = {
    "generalAssembly": "unga",
    "securityCouncil": "unsc",
    "economicAndSocialCouncil": "unecosoc",
    "humanRightsCouncil": "unga-hrc",
    "environmentAssembly": "unga-unep-unea",
}
# What only one organ issues.
KIND_ORGANS: dict[Kind, str] = {"presidentialStatement": "securityCouncil"}
ACTOR_ORGANS = {actor: organ for organ, actor in ORGAN_ACTORS.items()}


class Party(Record):
    """A sponsor or voter: language-neutral identifier ("" if unknown) and name as given."""

    id: str
    name: str


class Keyword(Record):
    """A subject: identifier or term, its name as given, the vocabulary it is from."""

    value: str
    name: str
    dictionary: str  # "UNBIS", "SDG", "agenda", or the name the catalogue gives


class Voting(Record):
    """How the text was adopted; counts are None where unknown."""

    kind: VoteKind = ""
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    voters: tuple[tuple[Ballot, Party], ...] = ()


class Supplied(Record, kw_only=True):
    """What the caller knows beside the document; every entry may be empty.

    Dates are YYYY-MM-DD; `session` is the number printed in symbols ("77", "ES-11", "2024").

    draft_date  when the draft was issued
    record      symbol of the record of the meeting that adopted the text (`A/77/PV.15`)
    catalogue   records of several documents, of which the one with the document's symbol counts;
                what is given directly goes before what it says
    """

    symbol: str = ""
    date: str = ""
    adopted: str = ""
    session: str = ""
    language: str = ""
    original_language: str = ""
    title: str = ""
    organ: str = ""
    committee: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_title: str = ""
    meeting: str = ""
    job_number: str = ""
    draft_symbol: str = ""
    draft_date: str = ""
    report_symbol: str = ""
    record: str = ""
    sponsors: tuple[Party, ...] = ()
    voting: Voting | None = None
    keywords: tuple[Keyword, ...] = ()
    catalogue: tuple[Supplied, ...] = ()


class Identity(Record, kw_only=True):
    """Which document this is.

    symbol            as printed ("" if unknown); `number` is its form in the Work IRI, or "nn"
    actor             code of the organ in IRIs
    date, date_name   date of the Work and what it is the date of ("unknown": 1900-01-01)
    issued, adopted   dates printed or supplied, "" if none
    organ, committee  identifiers ("generalAssembly", "thirdCommittee")
    language          ISO 639-1 code; `original_language` likewise, "" if not said
    session, meeting  as in symbols ("77", "ES-11"), and the number of the meeting
    draft_symbol, report_symbol, record
                      of the draft, of the report it was recommended in, of the meeting's record
    unprinted_…       sponsors, and documents of the procedure, that were supplied only
    unprinted         other facts that the text does not show, by their names in metadata files
    """

    symbol: str = ""
    actor: Actor = "unga"
    number: str = UNKNOWN_NUMBER
    date: str = UNKNOWN_DATE
    date_name: DateName = "unknown"
    issued: str = ""
    adopted: str = ""
    kind: Kind = "resolution"
    language: str = "en"
    original_language: str = ""
    session: str = ""
    organ: str = "generalAssembly"
    committee: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_title: str = ""
    title: str = ""
    printed_number: str = ""
    distribution: str = ""
    job_number: str = ""
    meeting: str = ""
    place: str = ""
    draft_symbol: str = ""
    draft_date: str = ""
    report_symbol: str = ""
    record: str = ""
    sponsors: tuple[Party, ...] = ()
    unprinted_sponsors: tuple[Party, ...] = ()
    unprinted_documents: tuple[str, ...] = ()
    unprinted: tuple[tuple[str, str], ...] = ()
    voting: Voting | None = None
    keywords: tuple[Keyword, ...] = ()
