"""What the caller supplies against what a document prints, and a catalogue's record of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from an2un import codes
from an2un.diagnostics import Diagnostic, Report
from an2un.identity.facts import Supplied
from an2un.record import replace
from an2un.symbol import Symbol, SymbolError, parse


class _Catalogue:
    """The records of a catalogue, known again by being the same object.

    To compare or hash them would take as long as going through all of them for each document.
    """

    __slots__ = ("records",)

    def __init__(self, records: tuple[Supplied, ...]) -> None:
        self.records = records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Catalogue) and self.records is other.records

    def __hash__(self) -> int:
        return id(self.records)


class _Found(NamedTuple):
    """The first record of each adopted text, and of what became of each draft."""

    adopted: dict[Symbol, Supplied]
    drafts: dict[Symbol, Supplied]


@lru_cache(maxsize=2)
def _found(catalogue: _Catalogue) -> _Found:
    """Return the records of a catalogue by their symbols, read once for all documents."""
    records = catalogue.records
    return _Found(
        _by_symbol((record.symbol, record) for record in records),
        _by_symbol((record.draft_symbol, record) for record in records),
    )


def _by_symbol(named: Iterable[tuple[str, Supplied]]) -> dict[Symbol, Supplied]:
    found: dict[Symbol, Supplied] = {}
    for name, record in named:
        try:
            found.setdefault(parse(name), record)
        except SymbolError:
            continue
    return found


def record_of(given: Supplied, name: str, symbol: Symbol | None, report: Report) -> Supplied:
    """Return the record of the catalogue that has the symbol; an empty one if there is none.

    A record of the text adopted from a draft says of the draft what it says of both.
    """
    if not given.catalogue:
        return Supplied()
    known = _found(_Catalogue(given.catalogue))
    if symbol is not None and symbol in known.adopted:
        return known.adopted[symbol]
    if symbol is not None and symbol in known.drafts:
        return _of_the_draft(known.drafts[symbol])
    if symbol is None and len(given.catalogue) == 1:
        return given.catalogue[0]
    message = f"the metadata has no record of {name or 'the document, which prints no symbol'}"
    report(Diagnostic(codes.NO_RECORD, message, hint="check the file given with --metadata"))
    return Supplied()


def _of_the_draft(record: Supplied) -> Supplied:
    """Return what the record of an adopted text says of its draft: nothing of the adoption."""
    return replace(
        record, symbol="", date=record.draft_date, adopted="", meeting="", record="",
        voting=None, draft_symbol="", report_symbol="", draft_date="",
    )  # fmt: skip


class Fact(NamedTuple):
    """A fact that is printed, supplied, or both."""

    name: str
    printed: str
    given: str


def compare(facts: Iterable[Fact], report: Report, taken: str) -> None:
    """Report facts that are supplied against what the document prints (AU403).

    taken  says which of the two went into the identity
    """
    for fact in facts:
        if fact.printed and fact.given and not _agree(fact):
            message = (
                f"the {fact.name} {fact.given} was supplied; the document prints {fact.printed}"
            )
            report(Diagnostic(codes.SUPPLIED_OTHERWISE, message, hint=taken))


def _agree(fact: Fact) -> bool:
    if fact.name != "symbol":
        return fact.printed == fact.given
    try:
        return parse(fact.printed) == parse(fact.given)
    except SymbolError:
        return True  # what is printed is no symbol that could be contradicted
