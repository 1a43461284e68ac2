"""Identity: which document this is, read off its masthead, supplied by the caller, checked.

The masthead's Fields carry language-neutral values, so nothing here knows a language. What is
neither printed nor supplied is never invented: the number becomes `nn`, the date 1900-01-01 with
the name "unknown", and a finding names the option that supplies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from an2un import codes, tree
from an2un.diagnostics import Diagnostic, Report
from an2un.symbol import Actor, Nature, Symbol, SymbolError, from_number, parse

DateName = Literal["adoption", "issuance", "unknown"]
VoteKind = Literal["withoutVote", "unanimous", "consensus", "recorded", ""]
Ballot = Literal["for", "against", "abstaining"]

UNKNOWN_NUMBER = "nn"
UNKNOWN_DATE = "1900-01-01"

# ISO 639-2/T codes of the expression by the ISO 639-1 codes of the tree (naming convention).
LANGUAGE_CODES = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}

# Identifiers of the organs (TLCOrganization eIds) and the actor codes of Work IRIs.
ORGAN_ACTORS: dict[str, Actor] = {
    "generalAssembly": "unga",
    "securityCouncil": "unsc",
    "economicAndSocialCouncil": "unecosoc",
    "humanRightsCouncil": "unga-hrc",
    "environmentAssembly": "unga-unep-unea",
}
ACTOR_ORGANS = {actor: organ for organ, actor in ORGAN_ACTORS.items()}


@dataclass(frozen=True, slots=True)
class Party:
    """A sponsor or voter: language-neutral identifier ("" if unknown) and name as given."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Keyword:
    """A subject: identifier or term, its name as given, the vocabulary it is from."""

    value: str
    name: str
    dictionary: str  # "UNBIS", "SDG", "agenda", or the name the catalogue gives


@dataclass(frozen=True, slots=True)
class Voting:
    """How the text was adopted; counts are None where unknown."""

    kind: VoteKind = ""
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    voters: tuple[tuple[Ballot, Party], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """What the caller knows beside the document; every entry may be empty.

    Dates are YYYY-MM-DD; `session` is the number printed in symbols ("77", "ES-11", "2024").
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
    report_symbol: str = ""
    sponsors: tuple[Party, ...] = ()
    voting: Voting | None = None
    keywords: tuple[Keyword, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which document this is.

    symbol            as printed ("" if unknown); `number` is its form in the Work IRI, or "nn"
    actor             code of the organ in IRIs
    date, date_name   date of the Work and what it is the date of ("unknown": 1900-01-01)
    issued, adopted   dates printed or supplied, "" if none
    organ, committee  identifiers ("generalAssembly", "thirdCommittee")
    language          ISO 639-1 code; `original_language` likewise, "" if not said
    session, meeting  as in symbols ("77", "ES-11"), and the number of the meeting
    """

    symbol: str = ""
    actor: Actor = "unga"
    number: str = UNKNOWN_NUMBER
    date: str = UNKNOWN_DATE
    date_name: DateName = "unknown"
    issued: str = ""
    adopted: str = ""
    kind: tree.Kind = "resolution"
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
    report_symbol: str = ""
    sponsors: tuple[Party, ...] = ()
    voting: Voting | None = None
    keywords: tuple[Keyword, ...] = ()


# ---------------------------------------------------------------------------------------- the IRIs


def work_iri(identity: Identity) -> str:
    """Return `/akn/un/statement/deliberation/{actor}/{date}/{number}`, without a trailing slash."""
    return iri_of(identity.actor, identity.date, identity.number)


def iri_of(actor: str, date: str, number: str) -> str:
    """Return the Work IRI of a resolution, decision or statement of an organ."""
    return f"/akn/un/statement/deliberation/{actor}/{date}/{number}"


def expression_iri(identity: Identity, version: str = "") -> str:
    """Return the Work IRI with language and version: `…/fra@`; `version` is a reissue's date."""
    return f"{work_iri(identity)}/{LANGUAGE_CODES[identity.language]}@{version}"


def manifestation_iri(identity: Identity, version: str = "") -> str:
    """Return the Expression IRI with the format: `…/fra@.xml`."""
    return f"{expression_iri(identity, version)}.xml"


def component(iri: str, name: str = "main") -> str:
    """Return the IRI of one component: `…/!main`, `…/!annex_1`, before the format if it has one."""
    stem, dot, suffix = iri.rpartition(".xml")
    return f"{stem}/!{name}.xml" if dot and not suffix else f"{iri}/!{name}"


# --------------------------------------------------------------------------------- off the masthead

_ADOPTED_KINDS = ("resolution", "decision", "presidentialStatement")


def words(children: tuple[tree.Inline, ...]) -> str:
    """Return the printed characters of running text, without the notes called in it."""
    return "".join(_words(children))


def _words(children: tuple[tree.Inline, ...]) -> Iterator[str]:
    for child in children:
        if isinstance(child, tree.Text):
            yield child.text
        elif not isinstance(child, tree.Footnote):
            yield from _words(child.children)


def fields(document: tree.Document) -> Iterator[tree.Field]:
    """Yield the Fields of masthead and closing lines, in printed order."""
    head = document.masthead
    lines = [*head.cover, *head.session, *head.proponents, *head.adoption, *head.title]
    last = document.parts[-1] if isinstance(document, tree.Collection) else document
    for line in (*lines, *last.closing):
        yield from _fields(line.children)


def _fields(children: tuple[tree.Inline, ...]) -> Iterator[tree.Field]:
    for child in children:
        if isinstance(child, tree.Field):
            yield child
        if not isinstance(child, tree.Text | tree.Footnote):
            yield from _fields(child.children)


class _Printed:
    """The Fields of one document by role."""

    def __init__(self, document: tree.Document) -> None:
        self._by_role: dict[str, list[tree.Field]] = {}
        for field in fields(document):
            self._by_role.setdefault(field.role, []).append(field)

    def all(self, role: tree.Role) -> list[tree.Field]:
        """Return the Fields of a role in printed order."""
        return self._by_role.get(role, [])

    def value(self, role: tree.Role) -> str:
        """Return the language-neutral value of the first Field of a role, "" if it has none."""
        return next((f.value for f in self.all(role) if f.value), "")

    def text(self, role: tree.Role) -> str:
        """Return the words of the first Field of a role, white space made single."""
        return next((" ".join(words(f.children).split()) for f in self.all(role)), "")

    def count(self, role: tree.Role) -> int | None:
        """Return a printed count of votes."""
        value = self.value(role)
        return int(value) if value.isdecimal() else None


def identify(document: tree.Document, supplied: Supplied, report: Report) -> Identity:
    """Return the identity of a document: supplied facts first, then those its masthead prints.

    Reports AU401 and AU402 where neither says the symbol or the date, with the option that does.
    """
    printed = _Printed(document)
    organ = supplied.organ or printed.value("adoptingOrgan") or printed.value("organ")
    name, parsed = _symbol(printed, supplied, organ, document.kind)
    actor = (parsed and parsed.actor) or ORGAN_ACTORS.get(organ, "unga")
    issued = supplied.date or printed.value("issuanceDate")
    adopted = supplied.adopted or printed.value("adoptionDate")
    date, date_name = _work_date(document.kind, issued, adopted)
    if parsed is None:
        report(Diagnostic(codes.NO_SYMBOL, "the document prints no symbol", hint=_SYMBOL_HINT))
    if date_name == "unknown":
        report(Diagnostic(codes.NO_DATE, "the document prints no date", hint=_DATE_HINT))
    return Identity(
        symbol=name,
        actor=actor,
        number=parsed.number if parsed else UNKNOWN_NUMBER,
        date=date,
        date_name=date_name,
        issued=issued,
        adopted=adopted,
        kind=document.kind,
        language=document.language,
        original_language=supplied.original_language or printed.value("originalLanguage"),
        session=supplied.session or printed.value("session") or (parsed.session if parsed else ""),
        organ=organ or ACTOR_ORGANS[actor],
        committee=_committee(printed, supplied),
        agenda_items=supplied.agenda_items or tuple(f.value for f in printed.all("agendaItem")),
        agenda_title=supplied.agenda_title or printed.text("agendaItemTitle"),
        title=supplied.title or printed.text("title"),
        printed_number=printed.text("number"),
        distribution=printed.value("distribution"),
        job_number=supplied.job_number,
        meeting=supplied.meeting or printed.value("meeting"),
        place=printed.text("place"),
        draft_symbol=supplied.draft_symbol,
        report_symbol=supplied.report_symbol,
        sponsors=_sponsors(printed, supplied),
        voting=_voting(printed, supplied),
        keywords=supplied.keywords,
    )


_SYMBOL_HINT = "give it with --symbol"
_DATE_HINT = "give it with --adopted (date of adoption) or --date (date of issuance)"


def _symbol(
    printed: _Printed, supplied: Supplied, organ: str, kind: tree.Kind
) -> tuple[str, Symbol | None]:
    """Return the symbol as printed and in its parts; else from the number in the title."""
    for name in (supplied.symbol, *(words(f.children) for f in printed.all("symbol"))):
        try:
            return name.strip(), parse(name)
        except SymbolError:
            continue
    number = printed.value("number")
    nature = _NATURES.get(kind)
    if number and nature and organ in ORGAN_ACTORS:
        try:
            found = from_number(ORGAN_ACTORS[organ], number.replace("/", "-"), nature)
        except SymbolError:
            return "", None
        return str(found), found
    return "", None


_NATURES: dict[str, Nature] = {
    "resolution": "resolution",
    "decision": "decision",
    "presidentialStatement": "presidentialStatement",
}


def _work_date(kind: tree.Kind, issued: str, adopted: str) -> tuple[str, DateName]:
    """Choose the date of the Work: adoption if adopted, else issuance; a bare year gets -01-01."""
    if adopted and kind in _ADOPTED_KINDS:
        return full_date(adopted), "adoption"
    if issued:
        return full_date(issued), "issuance"
    return UNKNOWN_DATE, "unknown"


def full_date(date: str) -> str:
    """Complete a date of which only year, or year and month, are known, with the first day."""
    return date + "-01-01"[3 * date.count("-") :] if date.count("-") < 2 else date


def _committee(printed: _Printed, supplied: Supplied) -> str:
    return supplied.committee or printed.value("originatingCommittee") or printed.value("committee")


def _sponsors(printed: _Printed, supplied: Supplied) -> tuple[Party, ...]:
    if supplied.sponsors:
        return supplied.sponsors
    found = printed.all("sponsor")
    return tuple(Party(f.value, " ".join(words(f.children).split())) for f in found)


def _voting(printed: _Printed, supplied: Supplied) -> Voting | None:
    """Return what is supplied of the vote, else what the closing lines print of it."""
    counts = [printed.count(r) for r in ("votesFor", "votesAgainst", "abstentions")]
    if supplied.voting or all(count is None for count in counts):
        return supplied.voting
    return Voting("recorded", counts[0], counts[1], counts[2])
