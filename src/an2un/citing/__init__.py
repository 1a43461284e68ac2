"""Citations in running text: which words cite which document. Knows text, not trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from an2un.citing.bodies import Clue, body, symbol
from an2un.citing.documents import modifiers, pages, printed_symbols
from an2un.citing.lists import Group, Member, noun_first, number_first
from an2un.citing.stretch import Cited, DateFinder, Part, Stretch, Tail, cited_numbers, stretch
from an2un.citing.wording import Wording

Kind = Literal["resolution", "decision", "document", "charter", "treaty", "place", "again", "page"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that cite a document: `start:end` of the text.

    symbol   the document cited, in the normal form of its symbol; "" for pages and places
    date     its date as YYYY-MM-DD where printed beside it
    parts    the parts of it that are cited
    target   of a page: its address
    """

    start: int
    end: int
    kind: Kind
    symbol: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    target: str = ""


def citations(
    text: str, wording: Wording, dates: DateFinder, organ: str = ""
) -> tuple[Citation, ...]:
    """Return the citations of a running text in order; `organ` is that of the document."""
    page = stretch(text, wording, dates)
    symbols = _symbols(page)
    numbers = _free(cited_numbers(text, wording), symbols)
    groups = number_first(page, numbers) if wording.noun_after else noun_first(page, numbers)
    found = [citation for group in groups for citation in _resolved(page, group, organ)]
    found += symbols
    found += [Citation(p.start, p.end, "page", target=p.address) for p in pages(text)]
    return tuple(_apart(found))


def _apart(found: list[Citation]) -> Iterator[Citation]:
    """Yield citations in order; of those that overlap, the one that begins first."""
    past = 0
    for citation in sorted(found, key=lambda c: (c.start, -c.end)):
        if citation.start >= past:
            yield citation
            past = citation.end


def _free(numbers: list[Cited], taken: list[Citation]) -> list[Cited]:
    """Return the numbers that are no part of a symbol."""
    inside = {at for citation in taken for at in range(citation.start, citation.end)}
    return [cited for cited in numbers if cited.start not in inside]


def _symbols(page: Stretch) -> list[Citation]:
    """Return the citations by full symbol, with the dates of resolutions."""
    found = []
    for printed in printed_symbols(page.text):
        for one in (printed, *modifiers(page.text, printed, page.wording.joining)):
            kind = (
                one.symbol.nature if one.symbol.nature in ("resolution", "decision") else "document"
            )
            tail = page.tail(one.end) if kind != "document" else Tail(one.end, one.end)
            found.append(
                Citation(
                    one.start,
                    tail.end,
                    kind,
                    str(one.symbol),
                    tail.date.iso if tail.date else "",
                    tail.parts,
                )
            )
    return found


def _resolved(page: Stretch, group: Group, own: str) -> list[Citation]:
    found = []
    for index, member in enumerate(group.members):
        date = member.tail.date
        clue = Clue(group.noun, int(date.iso[:4]) if date else 0)
        named = [m.tail.organ for m in group.members[index:] if m.tail.organ][:1]
        named += group.named
        if group.own:
            pass
        organ = body(member.cited.number, clue, named, own)
        sym = symbol(organ, group.noun, member.cited.number) if organ else None
        if sym is None:
            continue
        found.append(
            Citation(
                member.start,
                member.tail.end,
                group.noun,
                str(sym),
                date.iso if date else "",
                member.tail.parts,
            )
        )
    return found
