"""Citations of other kinds: places of the document itself, the Charter, the Treaty Series, Ibid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from an2un.citing.stretch import Part, Stretch


class Place(NamedTuple):
    """Words that lead to a place: of this document, of the Charter; no parts: the whole of it."""

    start: int
    end: int
    parts: tuple[Part, ...]


class Treaty(NamedTuple):
    """A volume of the Treaty Series, with the number of the treaty in it if it is printed."""

    start: int
    end: int
    volume: str
    number: str


class Again(NamedTuple):
    """`Ibid.`: what was cited last, or a part of it."""

    start: int
    end: int
    parts: tuple[Part, ...]


def places(page: Stretch) -> Iterator[Place]:
    """Yield the places of the document itself that a text names: "paragraph 5 above"."""
    for here in page.terms.get("here", ()):
        if page.wording.noun_after:
            parts = _following(page, here.end)
        elif here.id == "near":
            parts = _touching(page, here.start)
        else:
            parts = page.parts_before(here.start)
        if not parts:
            continue
        if parts[-1].kind == "several":
            yield from _each(parts[-1], page.text)
        else:
            start = parts[0].start if not page.wording.noun_after else here.start
            yield Place(start, max(here.end, parts[-1].end), parts)


def _following(page: Stretch, position: int) -> tuple[Part, ...]:
    """Return the parts named right after a position (Chinese)."""
    found: list[Part] = []
    while (piece := page.part_at(position)) is not None:
        found.append(piece)
        position = piece.end
    return tuple(found)


def _touching(page: Stretch, position: int) -> tuple[Part, ...]:
    """Return the part that ends where a word like "above" begins."""
    window = max(position - 60, 0)
    last = None
    for match in page.wording.parts.finditer(page.text, window, position):
        last = match
    if last is None or page.text[last.end() : position].strip(" ,،\xa0"):
        return ()
    piece = page.part_at(last.start())
    return (piece,) if piece else ()


_DIGITS = re.compile(r"\d{1,3}")


def _each(piece: Part, text: str) -> Iterator[Place]:
    """Yield every number of "paragraphs 3, 4 and 6" as a place of its own."""
    for match in _DIGITS.finditer(text, piece.start, piece.end):
        one = Part(match.start(), match.end(), "paragraph", str(int(match.group())), "")
        yield Place(match.start(), match.end(), (one,))


def charter(page: Stretch) -> Iterator[Place]:
    """Yield the citations of the Charter: its full name, an article or a chapter of it."""
    for name in page.terms.get("charter", ()):
        after = _following(page, name.end) if page.wording.noun_after else ()
        before = () if page.wording.noun_after else page.parts_before(name.start)
        parts = before or after
        if parts:
            yield Place(min(name.start, parts[0].start), max(name.end, parts[-1].end), parts)
        elif name.id == "full":
            yield Place(name.start, name.end, ())


def treaties(page: Stretch) -> Iterator[Treaty]:
    """Yield the places in the Treaty Series that a text names."""
    for series in page.terms.get("treaties", ()):
        match = page.wording.treaty.match(page.text, series.start)
        if match is not None:
            volume, number = (_slot(match, name) for name in ("volume", "number"))
            if number or series.id == "series":
                yield Treaty(match.start(), match.end(), volume, number)


def _slot(match: re.Match[str], name: str) -> str:
    found = (value for group, value in match.groupdict().items() if group.startswith(name))
    return next((str(int(value)) for value in found if value), "")


def again(page: Stretch) -> Again | None:
    """Return the `Ibid.` that a note consists of, with the parts named after it, if it is one."""
    first = page.terms.get("treaties", ())[:1]
    match = page.wording.ibid.match(page.text) if first and first[0].id == "ibid" else None
    if match is None:
        return None
    parts = page.tail(match.end()).parts if page.part_at(match.end()) is None else ()
    piece = page.part_at(match.end())
    if piece is not None:
        parts = (piece, *page.tail(piece.end).parts)
    end = parts[-1].end if parts else match.end("ibid")
    if page.text[end:].strip(" .,،，。\xa0"):
        return None
    return Again(match.start("ibid"), end, parts)
