"""What all running texts of a document cite, read once, before any of them is linked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from an2un import codes
from an2un.citing import Citation, Own, Reading, read
from an2un.citing.wording import Wording, load
from an2un.diagnostics import Diagnostic, Report
from an2un.identity import iri_of
from an2un.language import Language
from an2un.record import replace
from an2un.symbol import SymbolError, parse
from an2un.tree import Collection, Document, Paragraph, Text
from an2un.walk import plain_text, walk

_TEXTS = frozenset((Text,))


@dataclass(slots=True)
class Survey:
    """What a document says of the documents it cites.

    readings  what each running text cites and names
    dates     dates printed beside each symbol; `shared` those that stand for several
    certain   symbols by their numbers (48-13) where the text says of which organ they are
    odd       words of citations whose date cannot be that of the document cited
    """

    language: Language
    own: Own
    wording: Wording = field(init=False)
    readings: dict[str, Reading] = field(default_factory=dict)
    dates: dict[str, set[str]] = field(default_factory=dict)
    shared: dict[str, set[str]] = field(default_factory=dict)
    certain: dict[str, set[str]] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wording = load(self.language.code)

    def of(self, document: Document) -> None:
        """Read every running text of a document and note which symbols are dated how."""
        parts = document.parts if isinstance(document, Collection) else (document,)
        for part in parts:
            for top in (part.preamble, *part.items, *part.annexes):
                self._under(top)
        head = document.masthead
        for line in (*head.session, *head.proponents, *head.adoption):
            self._under(line)
        closing = (line for part in parts for line in part.closing)
        for line in (*head.cover, *head.title, *closing):
            for child in line.children:  # notes; the words themselves say what document this is
                self._under(child)

    def _under(self, top: Any) -> None:
        for node in walk(top, _TEXTS):
            if node.__class__ is Paragraph:
                self._note(node)

    def _note(self, node: Paragraph) -> None:
        text = plain_text(node.children)
        for citation in self.read(text).citations:
            if citation.certain and citation.kind in ("resolution", "decision"):
                self.certain.setdefault(_number(citation), set()).add(citation.symbol)
            if citation.date:
                dates = self.shared if citation.shared else self.dates
                dates.setdefault(citation.symbol, set()).add(citation.date)
            if citation.odd_date:
                self.odd.append(text[citation.start : citation.end])

    def read(self, text: str) -> Reading:
        """Return what a running text cites and names; each text is read once."""
        found = self.readings.get(text)
        if found is None:
            found = read(text, self.wording, self.language.find_dates, self.own)
            self.readings[text] = found
        return found

    def citations(self) -> Iterator[Citation]:
        """Yield all citations that were read, each of the organ that the document names."""
        for reading in self.readings.values():
            for citation in reading.citations:
                symbol = self.symbol(citation)
                same = symbol == citation.symbol
                yield citation if same else replace(citation, symbol=symbol)

    def symbol(self, citation: Citation) -> str:
        """Return the symbol of a citation; of the organ that is named elsewhere if not here."""
        if citation.certain or citation.kind not in ("resolution", "decision"):
            return citation.symbol
        known = self.certain.get(_number(citation), set())
        return next(iter(known)) if len(known) == 1 else citation.symbol

    def work(self, citation: Citation) -> str:
        """Return the Work IRI of a document whose symbol and date the text says, else ""."""
        name = self.symbol(citation)
        try:
            symbol = parse(name)
        except SymbolError:
            return ""
        date = self._date(citation, name)
        adopted = symbol.nature in ("resolution", "decision", "presidentialStatement")
        if not date or not adopted or symbol.actor is None:
            return ""
        return iri_of(symbol.actor, date, symbol.number)

    def _date(self, citation: Citation, name: str) -> str:
        """Return the date of a document: its own here or elsewhere, else one that it shares."""
        if citation.date and not citation.shared:
            return citation.date
        known = self.dates.get(name) or self.shared.get(name, set())
        return next(iter(known)) if len(known) == 1 else citation.date

    def report(self, report: Report) -> None:
        """Tell of dates that contradict their symbols or each other (AU330, AU331)."""
        for words in self.odd:
            report(
                Diagnostic(
                    codes.ODD_DATE,
                    f"the date in “{words}” cannot be that of the document cited",
                    hint="the document is cited by its symbol alone",
                )
            )
        for symbol, dates in sorted(self.dates.items()):
            if len(dates) > 1:
                report(
                    Diagnostic(
                        codes.SEVERAL_DATES,
                        f"{symbol} is cited under several dates: {', '.join(sorted(dates))}",
                        hint="mentions without a date are linked to the symbol alone",
                    )
                )


def _number(citation: Citation) -> str:
    """Return kind and number of a citation, which organs share: "resolution 48-13"."""
    return f"{citation.kind} {_shared_number(citation.symbol)}"


@lru_cache(maxsize=1024)
def _shared_number(symbol: str) -> str:
    return parse(symbol).number
