"""Citations in running text: which words cite which document. Knows text, not trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from an2un.parse.citing.bodies import Clue, body, symbol
from an2un.parse.citing.lists import Group, Member, noun_first, number_first
from an2un.parse.citing.stretch import DateFinder, Part, Stretch, cited_numbers, stretch
from an2un.parse.citing.wording import Wording

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


def citations(text: str, wording: Wording, dates: DateFinder, organ: str = "") -> tuple[Citation, ...]:
    """Return the citations of a running text in order; `organ` is that of the document."""
    page = stretch(text, wording, dates)
    numbers = cited_numbers(text, wording)
    groups = number_first(page, numbers) if wording.noun_after else noun_first(page, numbers)
    found = [citation for group in groups for citation in _resolved(page, group, organ)]
    return tuple(found)


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
        found.append(Citation(member.start, member.tail.end, group.noun, str(sym), date.iso if date else "", member.tail.parts))
    return found
