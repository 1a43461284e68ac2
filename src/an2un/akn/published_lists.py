"""Flat paragraphs of the United Nations' files nested as their numbers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from an2un import tree
from an2un.record import replace
from an2un.walk import plain_text
from an2un.wording.markers import Reading, read_marker

_OUTER = re.compile(r"\d{1,3}(?:[.．]| ?[-–—])")


def _readings(marker: str) -> tuple[Reading, ...]:
    """Return every way to read a marker that stands alone."""
    found = read_marker(marker + " ")
    return found.readings if found is not None and found.text == marker else ()


@dataclass(slots=True)
class _Open:
    """A provision whose points may still follow: the reading of its number, what it holds."""

    node: tree.Provision
    reading: Reading
    parts: list[tree.Block | tree.Enumeration | list[_Open]] = field(default_factory=list)

    @classmethod
    def of(cls, node: tree.Provision) -> _Open:
        """Return a provision opened again, with the points that end it."""
        readings = _readings(node.marker) if node.marker else ()
        opened = cls(node, readings[0] if readings else Reading("", 0), list(node.content))
        last = node.content[-1] if node.content else None
        if isinstance(last, tree.Enumeration):
            opened.parts[-1] = [cls.of(point) for point in last.points]
        return opened

    @property
    def last_point(self) -> _Open | None:
        """The point that ends it, None if text does."""
        last = self.parts[-1] if self.parts else None
        return last[-1] if isinstance(last, list) else None

    @property
    def announces(self) -> bool:
        """Whether its own words announce points."""
        words = [part for part in self.node.content if isinstance(part, tree.Paragraph)]
        return bool(words) and _announce(words[-1])

    @property
    def introduces(self) -> bool:
        """Whether its last words announce points."""
        last = self.parts[-1] if self.parts else None
        if isinstance(last, list):
            return last[-1].introduces
        return isinstance(last, tree.Paragraph) and _announce(last)

    def add(self, point: _Open) -> None:
        """Take in a point."""
        if not self.parts or not isinstance(self.parts[-1], list):
            self.parts.append([])
        last = self.parts[-1]
        assert isinstance(last, list)
        last.append(point)

    def closed(self) -> tree.Provision:
        """Return the finished provision."""
        content: list[tree.Block | tree.Enumeration] = []
        for part in self.parts:
            if isinstance(part, list):
                part = tree.Enumeration(tuple(point.closed() for point in part))  # noqa: PLW2901
            content.append(part)
        return replace(self.node, content=tuple(content))


def _announce(line: tree.Paragraph) -> bool:
    return plain_text(line.children).rstrip(" \u00a0").endswith((":", "："))


def nested(items: tuple[tree.Item, ...], *, annex: bool) -> tuple[tree.Item, ...]:
    """Return items in which points stand in the provisions that introduce them."""
    result: list[tree.Item | _Open] = []
    stack: list[_Open] = []
    for at, item in enumerate(items):
        if not isinstance(item, tree.Provision) or item.heading is not None:
            stack = []
            result.append(item)
            continue
        opened = _Open.of(item)
        if item.marker is None:
            if not _belongs(stack, opened, annex):
                stack = [opened]
                result.append(opened)
            else:
                stack[0].parts.extend(item.content)
            continue
        level, opened.reading = _place(stack, item.marker, items[at + 1 :])
        del stack[level:]
        if stack:
            stack[-1].add(opened)
        else:
            result.append(opened)
        stack.append(opened)
        while (point := stack[-1].last_point) is not None:
            stack.append(point)
    return tuple(item.closed() if isinstance(item, _Open) else item for item in result)


def _belongs(stack: list[_Open], opened: _Open, annex: bool) -> bool:
    """Say whether an unnumbered paragraph goes on with the numbered one before it.

    In a resolution it does; in an annex only if it begins with a small letter or was announced.
    """
    if not stack or (stack[0].node.marker is None and not stack[0].introduces):
        return False
    first = next((p for p in opened.node.content if isinstance(p, tree.Paragraph)), None)
    small = first is not None and plain_text(first.children)[:1].islower()
    return not annex or small or stack[-1].introduces


def _place(stack: list[_Open], marker: str, following: Sequence[tree.Item]) -> tuple[int, Reading]:
    """Return the level of a number below the open provisions, and how it is read there."""
    readings = _readings(marker)
    going_on = [
        (level, reading)
        for level in range(len(stack) - 1, -1, -1)
        for reading in readings
        if stack[level].reading.style == reading.style
        and reading.value in (stack[level].reading.value + 1, 0)
    ]
    styles = {opened.reading.style for opened in stack}
    starts = [r for r in readings if r.value <= 1 and r.style not in styles]
    if starts and stack and _OUTER.fullmatch(marker) is None:
        next_marker = next(
            (i.marker for i in following if isinstance(i, tree.Provision) and i.marker), ""
        )
        after = _readings(next_marker)
        for start in starts:
            goes_on = Reading(start.style, 2) in after
            if goes_on or (stack[-1].introduces and not going_on):
                return len(stack), start
    if going_on:
        return going_on[0]
    for level in range(len(stack) - 1, -1, -1):
        for reading in readings:
            if stack[level].reading.style == reading.style:
                return level, reading
    announced = bool(stack) and stack[0].node.marker is None and stack[0].announces
    return int(announced), readings[0] if readings else Reading(marker, 0)
