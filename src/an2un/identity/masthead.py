"""The identity of a document: what its masthead prints, and what the caller supplies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from an2un import codes, tree
from an2un.diagnostics import Diagnostic, Report
from an2un.identity.facts import (
    ACTOR_ORGANS,
    KIND_ORGANS,
    ORGAN_ACTORS,
    UNKNOWN_DATE,
    UNKNOWN_NUMBER,
    DateName,
    Identity,
    Party,
    Supplied,
    Voting,
)
from an2un.identity.supplied import Fact, compare, record_of
from an2un.record import replace
from an2un.symbol import Nature, Symbol, SymbolError, from_number, parse
from an2un.walk import plain_text
from an2un.wording.legible import legible

_ADOPTED: dict[str, Nature] = {
    "resolution": "resolution",
    "decision": "decision",
    "presidentialStatement": "presidentialStatement",
}
_NOT_NUMBER = re.compile(r"[\s/()]+")  # 2542 (2020) -> 2542-2020
_SYMBOL_HINT = "give it with --symbol"
_DATE_HINT = "give it with --adopted (date of adoption) or --date (date of issuance)"


def fields(document: tree.Document) -> Iterator[tree.Field]:
    """Yield the Fields of masthead and closing lines, in printed order.

    A text without an enacting formula may tell of its adoption in its first sentence instead.
    """
    head = document.masthead
    lines = [*head.cover, *head.session, *head.proponents, *head.adoption, *head.title]
    last = document.parts[-1] if isinstance(document, tree.Collection) else document
    for line in lines:
        yield from _fields(line.children)
    yield from (f for f in _first_sentence(document) if f.role in ("meeting", "adoptionDate"))
    for line in last.closing:
        yield from _fields(line.children)


def _first_sentence(document: tree.Document) -> Iterator[tree.Field]:
    """Yield the Fields of the first paragraph of a text without an enacting formula."""
    if isinstance(document, tree.Resolution) and document.preamble.formula is None:
        first = document.items[0] if document.items else None
        content = first.content if isinstance(first, tree.Provision) else ()
        if content and isinstance(content[0], tree.Paragraph):
            yield from _fields(content[0].children)


def _fields(children: tuple[tree.Inline, ...]) -> Iterator[tree.Field]:
    for child in children:
        if isinstance(child, _PLAIN):
            continue
        if isinstance(child, tree.Field):
            yield child
        if not _is_plain(child.children):
            yield from _fields(child.children)


def _is_plain(children: tuple[tree.Inline, ...]) -> bool:
    """Say whether running text is one run of words, as it is in most Fields."""
    return len(children) == 1 and isinstance(children[0], _PLAIN)


_PLAIN = (tree.Text, tree.Footnote)  # that hold no Fields


def _speaker(document: tree.Document) -> str:
    """Return the organ that the first enacting formula names, or the sentence of its adoption."""
    parts = document.parts if isinstance(document, tree.Collection) else (document,)
    for part in parts:
        formula = part.preamble.formula
        named = _fields(formula.text.children) if formula else iter(())
        for field in named:
            if field.role == "organization" and field.value in ORGAN_ACTORS:
                return field.value
    told = list(_first_sentence(document))
    if any(field.role == "meeting" for field in told):
        return next((f.value for f in told if f.value in ORGAN_ACTORS), "")
    return ""


def _shown(field: tree.Field) -> str:
    return " ".join(legible(plain_text(field.children)).split())


class _Printed:
    """The Fields of one document by role."""

    def __init__(self, document: tree.Document) -> None:
        self._by_role: dict[str, list[tree.Field]] = {}
        for field in fields(document):
            self._by_role.setdefault(field.role, []).append(field)
        self._speaker = _speaker(document)

    def all(self, role: tree.Role) -> list[tree.Field]:
        """Return the Fields of a role in printed order."""
        return self._by_role.get(role, [])

    def value(self, role: tree.Role) -> str:
        """Return the language-neutral value of the first Field of a role, "" if it has none."""
        return next((field.value for field in self.all(role) if field.value), "")

    def text(self, role: tree.Role) -> str:
        """Return the words of the first Field of a role, white space made single."""
        return next(map(_shown, self.all(role)), "")

    def organ(self) -> str:
        """Return the organ that adopted or issued the text, as masthead or formula name it."""
        return self.value("adoptingOrgan") or self.value("organ") or self._speaker

    def count(self, role: tree.Role) -> int | None:
        """Return a printed count of votes."""
        value = self.value(role)
        return int(value) if value.isdecimal() else None


def identify(document: tree.Document, given: Supplied, report: Report) -> Identity:
    """Return the identity of a document.

    What is given counts first, then what masthead and closing lines print, then the record that
    the catalogue given has of the document. Reports what none of them says (AU401, AU402, with the
    option that supplies it), what is supplied against the print (AU403), and a catalogue without a
    record of the document (AU404).
    """
    printed = _Printed(document)
    organ = given.organ or printed.organ() or KIND_ORGANS.get(document.kind, "")
    name, symbol = _symbol(printed, given, organ, document.kind)
    record = record_of(given, name, symbol, report)
    if symbol is None and record.symbol:
        name, symbol = _symbol(printed, record, organ, document.kind)
    compare(_facts(printed, given), report, "what is supplied was taken")
    compare(_facts(printed, record), report, "what is printed was taken")
    issued = given.date or printed.value("issuanceDate") or record.date
    adopted = given.adopted or printed.value("adoptionDate") or record.adopted
    kinds = {document.kind, symbol.nature if symbol else ""}
    date, date_name = _work_date(not kinds.isdisjoint(_ADOPTED), issued, adopted)
    if symbol is None:
        report(Diagnostic(codes.NO_SYMBOL, "the document prints no symbol", hint=_SYMBOL_HINT))
    if date_name == "unknown":
        report(Diagnostic(codes.NO_DATE, "the document prints no date", hint=_DATE_HINT))
    actor = (symbol and symbol.actor) or ORGAN_ACTORS.get(organ, "unga")
    identity = Identity(
        symbol=name,
        actor=actor,
        number=symbol.number if symbol else UNKNOWN_NUMBER,
        date=date,
        date_name=date_name,
        issued=issued,
        adopted=adopted,
        kind=document.kind,
        language=document.language,
        session=printed.value("session") or (symbol.session if symbol else ""),
        organ=organ or ACTOR_ORGANS[actor],
    )
    return _described(identity, printed, given, record)


def _facts(printed: _Printed, given: Supplied) -> tuple[Fact, ...]:
    """Return the facts that may be printed and supplied."""
    return (
        Fact("symbol", printed.text("symbol"), given.symbol),
        Fact("date of issuance", printed.value("issuanceDate"), given.date),
        Fact("date of adoption", printed.value("adoptionDate"), given.adopted),
        Fact("session", printed.value("session"), given.session),
        Fact("vote", _tally(_counted(printed)), _tally(given.voting)),
    )


def _on_paper(identity: Identity, printed: _Printed, record: Supplied) -> dict[str, Any]:
    """Return what the document itself says, by the names of `Identity`'s fields."""
    draft, report = _origin(printed)
    committee = printed.value("originatingCommittee") or printed.value("committee")
    return {
        "session": identity.session,
        "original_language": printed.value("originalLanguage"),
        "committee": committee,
        "agenda_items": tuple(f.value or _shown(f) for f in printed.all("agendaItem")),
        "agenda_title": printed.text("agendaItemTitle"),
        "title": printed.text("title"),
        "job_number": "",
        "meeting": printed.value("meeting"),
        "draft_symbol": draft,
        "draft_date": "",
        "report_symbol": report,
        "record": "",
        "voting": _voting(printed, record),
        "keywords": (),
    }


def _described(
    identity: Identity, printed: _Printed, given: Supplied, record: Supplied
) -> Identity:
    """Return the identity with all that is known beside symbol and dates."""
    on_paper = _on_paper(identity, printed, record)
    draft, report = on_paper["draft_symbol"], on_paper["report_symbol"]
    known = {
        name: getattr(given, name) or value or getattr(record, name)
        for name, value in on_paper.items()
    }
    sponsors = tuple(Party(f.value, _shown(f)) for f in printed.all("sponsor"))
    seen = {party.id or party.name for party in sponsors}
    others = [p for p in given.sponsors or record.sponsors if (p.id or p.name) not in seen]
    documents = (known["draft_symbol"], known["report_symbol"], known["record"])
    return replace(
        identity,
        sponsors=(*sponsors, *others),
        unprinted_sponsors=tuple(others),
        unprinted_documents=tuple(d for d in documents if d and d not in (draft, report)),
        unprinted=tuple(_unprinted(on_paper, known)),
        printed_number=printed.text("number"),
        distribution=printed.value("distribution"),
        place=printed.text("place"),
        **known,
    )


_FACTS = (
    "session", "committee", "agenda_items", "agenda_title", "title", "job_number", "meeting",
)  # fmt: skip


def _unprinted(on_paper: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the facts that were supplied only, by their names in metadata files."""
    for name in _FACTS:
        printed, value = on_paper[name], known[name]
        values = value if isinstance(value, tuple) else (value,)
        seen = printed if isinstance(printed, tuple) else (printed,)
        yield from ((name, one) for one in values if one and one not in seen)


def _symbol(
    printed: _Printed, supplied: Supplied, organ: str, kind: tree.Kind
) -> tuple[str, Symbol | None]:
    """Return the symbol as printed and in its parts; else from the number in the title."""
    for name in (supplied.symbol, *map(_shown, printed.all("symbol"))):
        try:
            return name.strip(), parse(name)
        except SymbolError:
            continue
    number = _NOT_NUMBER.sub("-", printed.value("number")).strip("-")
    nature = _ADOPTED.get(kind)
    if number and nature and organ in ORGAN_ACTORS:
        try:
            found = from_number(ORGAN_ACTORS[organ], number, nature)
        except SymbolError:
            return "", None
        return str(found), found
    return "", None


def _origin(printed: _Printed) -> tuple[str, str]:
    """Return the draft and the report that the adoption line names, "" for what it does not."""
    draft = report = ""
    for field in printed.all("originatingDocument"):
        try:
            symbol = parse(field.value)
        except SymbolError:
            continue
        if symbol.nature == "draft":
            draft = draft or str(symbol)
        else:
            report = report or str(symbol)
    return draft, report


def _work_date(is_adopted: bool, issued: str, adopted: str) -> tuple[str, DateName]:
    """Choose the date of the Work: adoption if the text or its symbol is that of an adopted one."""
    if adopted and is_adopted:
        return full_date(adopted), "adoption"
    if issued:
        return full_date(issued), "issuance"
    return UNKNOWN_DATE, "unknown"


def full_date(date: str) -> str:
    """Complete a date of which only the year, or year and month, are known, with the first day."""
    return date + "-01-01"[3 * date.count("-") :] if date.count("-") < 2 else date


def _voting(printed: _Printed, record: Supplied) -> Voting | None:
    """Return the vote as printed, with the voters of the record where its counts are the same."""
    counted = _counted(printed)
    same = record.voting is not None and _tally(record.voting) == _tally(counted)
    return record.voting if same or counted is None else counted


def _tally(voting: Voting | None) -> str:
    """Return the counts of a vote as they are printed beside symbols: "122-5-0", "" without any."""
    if voting is None or voting.in_favour is None:
        return ""
    return "-".join(str(n or 0) for n in (voting.in_favour, voting.against, voting.abstaining))


def _counted(printed: _Printed) -> Voting | None:
    """Return the counts of votes that the closing lines print, None if they print none."""
    favour, against, abstaining = (
        printed.count(role) for role in ("votesFor", "votesAgainst", "abstentions")
    )
    if favour is None and against is None and abstaining is None:
        return None
    return Voting("recorded", favour, against, abstaining)
