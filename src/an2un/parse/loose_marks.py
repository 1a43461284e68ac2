"""Marks of footnotes that an extractor printed on lines of their own, brought back.

Extractors that set a page block by block take the small raised numbers at a page foot for blocks
of their own: notes come without their marks, and the marks alone, before or behind them. The
default output of pdftotext is of that kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from an2un.parse.layout import Page
from an2un.parse.passage import Call
from an2un.source import Line, Source, Span

_LOOSE = re.compile(r"[(\[]?(\d{1,3})[)\]/]?")
_MARKED = re.compile(r"[(\[]?(\d{1,3})[)\]/]?\s+\S")
_NO_NUMBER = 1000  # above every mark, which has three digits
_ENDED = (".", "\u3002", "\u06d4", "\uff0e")


@dataclass(slots=True)
class _Group:
    """Lines of notes that stand together: the mark above them, if any, and its number."""

    number: int = 0
    mark: Line | None = None
    texts: list[Line] = field(default_factory=list)


def reunited(source: Source, notes: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the note lines of a page so that each mark stands before the lines of its note.

    A mark that stands alone belongs to the text behind it. One without such text belongs to text
    that has no mark of its own: above all marks, or behind the note whose number comes before it.
    Pages on which no mark is without text are returned as they are.
    """
    groups = _groups(source, notes)
    bare = [group for group in groups if group.mark is not None and not group.texts]
    holders = [group for group in groups if group.texts]
    if not bare or not holders or _in_turn(source, groups):
        return notes
    bare.sort(key=_number)
    result: list[_Group] = []
    for holder, end in zip(holders, _ends_of_turns(holders), strict=True):
        low = bisect_right(bare, holder.number, key=_number)
        high = bisect_left(bare, end, low, key=_number)
        result.extend(_shared(source, holder, bare[low:high]))
        del bare[low:high]
    result.extend(bare)
    result.sort(key=_number)
    return tuple(line for group in result for line in _lines(group))


def _ends_of_turns(holders: Sequence[_Group]) -> list[int]:
    """Return for each group with text the least number that one behind it has."""
    ends, least = [], _NO_NUMBER
    for holder in reversed(holders):
        ends.append(least)
        least = min(least, holder.number or _NO_NUMBER)
    return ends[::-1]


def _number(group: _Group) -> int:
    return group.number


def _groups(source: Source, notes: Sequence[Line]) -> list[_Group]:
    groups = [_Group()]
    for line in notes:
        printed = source.slice(line.span)
        loose = _LOOSE.fullmatch(printed)
        marked = None if loose else _MARKED.match(printed)
        if loose:
            groups.append(_Group(int(loose.group(1)), line))
        elif marked and int(marked.group(1)) == groups[-1].number + 1:
            groups.append(_Group(int(marked.group(1)), None, [line]))
        else:
            groups[-1].texts.append(line)
    return groups if groups[0].texts else groups[1:]


def _in_turn(source: Source, groups: Sequence[_Group]) -> bool:
    """Say whether all marks come first and then as many notes as there are marks."""
    *marks, last = groups
    ends = sum(1 for _ in _ends(source, last.texts))
    return ends >= len(marks) and all(g.mark is not None and not g.texts for g in marks)


def _shared(source: Source, holder: _Group, due: Sequence[_Group]) -> Iterator[_Group]:
    """Divide the lines of a group among its own note and the marks that are due behind it."""
    owners = [holder, *due] if holder.number or not due else due
    pieces = _carved(source, holder.texts, len(owners))
    for owner, piece in zip(owners, pieces, strict=False):
        yield _Group(owner.number, owner.mark, piece)
    for owner in owners[len(pieces) :]:
        yield _Group(owner.number, owner.mark)


def _carved(source: Source, lines: list[Line], count: int) -> list[list[Line]]:
    """Return lines in at most `count` pieces; of too many ends those of short lines are taken."""
    ends = sorted(_ends(source, lines[:-1]), key=lambda at: len(source.slice(lines[at].span)))
    pieces, start = [], 0
    for end in sorted(ends[: count - 1]):
        pieces.append(lines[start : end + 1])
        start = end + 1
    return [*pieces, lines[start:]]


def _ends(source: Source, lines: Sequence[Line]) -> Iterator[int]:
    """Yield the indices of lines at which a note may end."""
    for at, line in enumerate(lines):
        if source.slice(line.span).endswith(_ENDED):
            yield at


def lifted(pages: Sequence[Page], calls: Sequence[Call]) -> tuple[Page, ...]:
    """Return the pages so that a call on a line of its own ends the line above it."""
    ends = {call.start: call.end for call in calls if call.start < call.end}
    return tuple(Page(tuple(_lifted(page.body, ends)), page.notes) for page in pages)


def _lifted(body: Sequence[Line], ends: Mapping[int, int]) -> list[Line]:
    lines: list[Line] = []
    for line in body:
        start, end = line.span
        if lines and ends.get(start) == end and line.page == lines[-1].page:
            lines[-1] = lines[-1]._replace(span=Span(lines[-1].span.start, end))
        else:
            lines.append(line)
    return lines


def _lines(group: _Group) -> Iterator[Line]:
    if group.mark is not None:
        yield group.mark
    yield from group.texts
