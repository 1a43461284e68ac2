"""Citations in running text: which words cite which document. Knows text, not trees."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from an2un.citing.bodies import Clue, Noun, Number, body, stated, symbol
from an2un.citing.documents import modifiers, pages, printed_symbols
from an2un.citing.lists import Group, Member, noun_first, number_first
from an2un.citing.places import Treaty, again, charter, places, treaties
from an2un.citing.stretch import Cited, DateFinder, Part, Stretch, Tail
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
    """Return the citations of a running text in order.

    dates   finds the dates of a text
    organ   identifier of the organ whose document it is: "its resolution 72/7" is one of this
            organ, as long as number and date can be
    """
    if _SILENT.search(text) is None:
        return tuple(_apart(_found(Stretch(text, wording, dates), organ)))
    bare, offsets = _without_silent(text)
    found = _apart(_found(Stretch(bare, wording, dates), organ))
    return tuple(replace(c, start=offsets[c.start], end=offsets[c.end - 1] + 1) for c in found)


# Directional controls, soft hyphens, and the vowel signs and stretching of Arabic: they may stand
# anywhere in a word or number and never distinguish one citation from another.
_SILENT = re.compile("[\u00ad\u061c\u064b-\u0652\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def _without_silent(text: str) -> tuple[str, list[int]]:
    """Return a text without silent characters, and where each of its characters stood."""
    kept: list[str] = []
    offsets: list[int] = []
    past = 0
    for match in _SILENT.finditer(text):
        kept.append(text[past : match.start()])
        offsets.extend(range(past, match.start()))
        past = match.end()
    kept.append(text[past:])
    offsets.extend(range(past, len(text)))
    return "".join(kept), offsets


def _found(page: Stretch, organ: str) -> list[Citation]:
    """Return all citations of a text; they may overlap."""
    symbols = _symbols(page)
    numbers = _free(page.numbers, symbols)
    lists = number_first if page.wording.noun_after else noun_first
    found = (
        [c for group in lists(page, numbers) for c in _resolved(group, organ)] if numbers else []
    )
    found += symbols
    found += [Citation(p.start, p.end, "page", target=p.address) for p in pages(page.text)]
    found += [Citation(p.start, p.end, "place", parts=p.parts) for p in places(page)]
    found += [Citation(p.start, p.end, "charter", parts=p.parts) for p in charter(page)]
    found += [Citation(t.start, t.end, "treaty", _series(t)) for t in treaties(page)]
    if not found and (ibid := again(page)) is not None:
        found.append(Citation(ibid.start, ibid.end, "again", parts=ibid.parts))
    return found


def _series(treaty: Treaty) -> str:
    """Return the mark of a treaty in the Treaty Series: `UNTS/1155/18232`."""
    return "/".join(filter(None, ("UNTS", treaty.volume, treaty.number)))


def _apart(found: list[Citation]) -> Iterator[Citation]:
    """Yield citations in order; of those that overlap, the one that begins first."""
    past = 0
    for citation in sorted(found, key=lambda c: (c.start, -c.end)):
        if citation.start >= past:
            yield citation
            past = citation.end


def _free(numbers: Sequence[Cited], taken: list[Citation]) -> Sequence[Cited]:
    """Return the numbers that are no part of a symbol."""
    if not taken:
        return numbers
    starts = [citation.start for citation in taken]
    free = []
    for cited in numbers:
        index = bisect_right(starts, cited.start) - 1
        if index < 0 or taken[index].end <= cited.start:
            free.append(cited)
    return free


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


def _resolved(group: Group, own: str) -> list[Citation]:
    """Return the citations of a list: each number with the organ it is of."""
    found = []
    for index, member in enumerate(group.members):
        behind = [m.tail.organ for m in group.members[index:] if m.tail.organ][:1]
        citation = _citation(member, group.noun, (*behind, *group.named), own)
        if citation is not None:
            found.append(citation)
    return found


def _citation(member: Member, noun: Noun, named: tuple[str, ...], own: str) -> Citation | None:
    """Return the citation of one number; a date that cannot be its own is left out of it."""
    tail, number = member.tail, member.cited.number
    other: Noun = "decision" if noun == "resolution" else "resolution"
    for date in (tail.date, None) if tail.date else (None,):
        year = int(date.iso[:4]) if date else 0
        nouns = [n for n in (noun, other) if _possible(number, Clue(n, year), named, own)]
        kind = nouns[0] if nouns else noun
        organ = body(number, Clue(kind, year), named, own)
        found = symbol(organ, kind, number) if organ else None
        if found is not None:
            iso = date.iso if date else ""
            return Citation(member.start, tail.end, kind, str(found), iso, tail.parts)
    return None


def _possible(number: Number, clue: Clue, named: tuple[str, ...], own: str) -> bool:
    """Tell whether the number can be of the organ named, or of the document's own."""
    return any(stated(number, clue, organ, own) for organ in named or (own,))
