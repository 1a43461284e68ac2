"""Citations in running text: which words cite which document. Knows text, not trees."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from an2un.citing.bodies import VAGUE
from an2un.citing.citation import Citation
from an2un.citing.documents import modifiers, pages, printed_symbols
from an2un.citing.lists import forward, noun_first, number_first
from an2un.citing.places import Treaty, again, charter, places, treaties
from an2un.citing.resolving import Own, numbered
from an2un.citing.stretch import Cited, DateFinder, Stretch, Tail
from an2un.citing.wording import Wording
from an2un.record import replace

__all__ = ["Citation", "Own", "Reading", "Word", "citations", "read"]


class Word(NamedTuple):
    """Words that play a known part: a date, an organ, an office; `value` as in `tree.Field`."""

    start: int
    end: int
    role: Literal["date", "organization", "office", "originatingDocument"]
    value: str


class Reading(NamedTuple):
    """What a running text cites and names, each in order; dates may stand inside citations."""

    citations: tuple[Citation, ...]
    words: tuple[Word, ...]


def citations(
    text: str, wording: Wording, dates: DateFinder, organ: str = ""
) -> tuple[Citation, ...]:
    """Return the citations of a running text in order; see `read`."""
    return read(text, wording, dates, Own(organ)).citations


def read(text: str, wording: Wording, dates: DateFinder, own: Own) -> Reading:
    """Return what a running text cites, and the dates, organs and offices that it names.

    dates   finds the dates of a text
    own     organ (as in `tree.Field`) and year of the document: "its resolution 72/7" is one of
            this organ, as long as number and date can be
    """
    if text.isascii() or _SILENT.search(text) is None:
        return _read(Stretch(text, wording, dates), own)
    bare, offsets = _without_silent(text)
    cited, words = _read(Stretch(bare, wording, dates), own)
    return Reading(
        tuple(replace(c, start=offsets[c.start], end=offsets[c.end - 1] + 1) for c in cited),
        tuple(w._replace(start=offsets[w.start], end=offsets[w.end - 1] + 1) for w in words),
    )


def _read(page: Stretch, own: Own) -> Reading:
    found = _found(page, own)
    return Reading(
        tuple(_apart(found)) if found else (),
        tuple(_words(page)) if page.terms or page.dates else (),
    )


def _words(page: Stretch) -> Iterator[Word]:
    """Yield dates, organs and offices in order; an office holds the organ in its name."""
    found = [Word(d.start, d.end, "date", d.iso) for d in page.dates]
    found += [
        Word(term.start, term.end, "office", term.id) for term in page.terms.get("offices", ())
    ]
    found += [
        Word(term.start, term.end, "organization", term.id)
        for term in page.organs
        if term.id not in VAGUE
    ]
    past = 0
    for word in sorted(found, key=lambda w: (w.start, -w.end)):
        if word.start >= past:
            yield word
            past = word.end


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


def _found(page: Stretch, own: Own) -> list[Citation]:
    """Return all citations of a text; they may overlap."""
    symbols = _symbols(page) if page.has_digits else []
    numbers = _free(page.numbers, symbols)
    if own.leftward:
        numbers = forward(page, numbers)
    lists = number_first if page.wording.noun_after else noun_first
    found: list[Citation] = []
    if numbers:
        found += numbered(page, lists(page, numbers), numbers, own)
    found += symbols
    found += [Citation(p.start, p.end, "page", target=p.address) for p in pages(page.text)]
    if "here" in page.terms:
        found += [Citation(p.start, p.end, "place", parts=p.parts) for p in places(page)]
    if "charter" in page.terms:
        found += [Citation(p.start, p.end, "charter", parts=p.parts) for p in charter(page)]
    if "treaties" in page.terms:
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
        for one in (printed, *modifiers(page.text, printed, page.joined)):
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
