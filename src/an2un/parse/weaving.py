"""Marks on characters of a running text, woven into its inline nodes as nodes around words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter, itemgetter

from an2un.record import Record, replace
from an2un.tree import Field, Footnote, Inline, Link, Reference, Text


class Mark(Record):
    """Characters `start:end` of a running text that a node is to hold; marks inside it nest.

    The characters are counted without the notes called in the text (see `walk.plain_text`).
    """

    start: int
    end: int
    make: Callable[[tuple[Inline, ...]], Inline]
    inside: tuple[Mark, ...] = ()


_past = attrgetter("end")  # of a mark
_UNDIVIDED = (Text, Footnote)  # nodes without others inside their running text
_CITING = (Reference, Link)


def weave(children: tuple[Inline, ...], marks: Sequence[Mark]) -> tuple[Inline, ...]:
    """Return running text with a node around the words of each mark; no character changes.

    Marks are in order and do not overlap. A node that a mark begins or ends in the middle of is
    cut in two of its kind; a mark inside one node is woven into this node.
    """
    return tuple(_woven(children, 0, marks)) if marks else children


def width(child: Inline) -> int:
    """Return how many characters a node has in running text, notes left out."""
    if isinstance(child, Text):
        return len(child.text)
    return 0 if isinstance(child, Footnote) else sum(map(width, child.children))


def _woven(children: Sequence[Inline], at: int, marks: Sequence[Mark]) -> list[Inline]:
    """Weave marks into nodes of which the first begins at the character `at`."""
    result: list[Inline] = []
    rest = list(reversed(children))
    index = 0
    while rest:
        node = rest.pop()
        end = at + width(node)
        mark = marks[index] if index < len(marks) else None
        if mark is None or mark.start >= end:
            result.append(node)
        elif isinstance(node, Text) and mark.end <= end:
            last = bisect_right(marks, end, index, key=_past)
            end = _marked(node.text, at, marks[index:last], result)
            rest += [Text(left)] if (left := node.text[end - at :]) else []
            index = last
        elif mark.start == at and (isinstance(node, Text) or mark.end >= end):
            rest.append(node)
            held, end = _taken(rest, at, mark.end)
            result.append(mark.make(tuple(_woven(held, at, mark.inside))))
            index += 1
        elif isinstance(node, Text) or mark.end > end:
            first, second = _cut(node, mark.start - at)
            result.append(first)
            rest.append(second)
            end = mark.start
        else:
            last = bisect_right(marks, end, index, key=_past)
            if last < len(marks) and marks[last].start < end:
                end = marks[last].start
                node, second = _cut(node, end - at)
                rest.append(second)
            result.append(_filled(node, _woven(_held(node), at, marks[index:last])))
            index = last
        at = end
    return result


def _marked(text: str, at: int, marks: Sequence[Mark], result: list[Inline]) -> int:
    """Add a text up to the end of the last mark in it to nodes; return where that is.

    at  the character that the text begins with; all marks end inside it
    """
    start = at
    for mark in marks:
        if mark.start > at:
            result.append(Text(text[at - start : mark.start - start]))
        held = (Text(text[mark.start - start : mark.end - start]),)
        result.append(mark.make(tuple(_woven(held, mark.start, mark.inside))))
        at = mark.end
    return at


def _taken(rest: list[Inline], at: int, end: int) -> tuple[list[Inline], int]:
    """Take nodes off a stack up to the character `end`; notes called there stay."""
    taken: list[Inline] = []
    while rest and at < end:
        node = rest.pop()
        if at + width(node) > end:
            node, second = _cut(node, end - at)
            rest.append(second)
        taken.append(node)
        at += width(node)
    return taken, at


def _cut(node: Inline, size: int) -> tuple[Inline, Inline]:
    """Return a node as two of its kind, the first of which has `size` characters."""
    if isinstance(node, Text):
        return Text(node.text[:size]), Text(node.text[size:])
    rest = list(reversed(_held(node)))
    first, _ = _taken(rest, 0, size)
    return _filled(node, first), _filled(node, reversed(rest))


def _held(node: Inline) -> tuple[Inline, ...]:
    return () if isinstance(node, _UNDIVIDED) else node.children


def _filled(node: Inline, children: Iterable[Inline]) -> Inline:
    if isinstance(node, _UNDIVIDED):
        return node
    return replace(node, children=tuple(children))


class Taken:
    """The characters of a running text that stand in References, Links and Fields already."""

    def __init__(self, children: tuple[Inline, ...]) -> None:
        self._references: list[tuple[int, int]] = []
        self._fields: list[tuple[int, int]] = []
        if not all(isinstance(child, _UNDIVIDED) for child in children):
            self._gather(children, 0)
            self._fields.sort()

    def _gather(self, children: tuple[Inline, ...], at: int) -> int:
        for child in children:
            if isinstance(child, Text):
                at += len(child.text)
            elif not isinstance(child, Footnote):
                start, at = at, self._gather(child.children, at)
                if isinstance(child, _CITING):
                    self._references.append((start, at))
                elif isinstance(child, Field):
                    self._fields.append((start, at))
        return at

    def by_reference(self, start: int, end: int) -> bool:
        """Tell whether characters are cited already, or a Field holds some of them only."""
        across = any(
            (first < start < last < end) or (start < first < end < last)
            for first, last in _touching(self._fields, start, end)
        )
        return across or bool(_touching(self._references, start, end))

    def by_field(self, start: int, end: int) -> bool:
        """Tell whether a Field holds any of the characters."""
        return bool(_touching(self._fields, start, end))


def _touching(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans, which are in order, that share characters with a range."""
    first = bisect_right(spans, start, key=itemgetter(1))
    last = bisect_left(spans, end, key=itemgetter(0))
    return spans[first:last]
