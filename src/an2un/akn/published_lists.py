"""Flat paragraphs of the United Nations' files nested as their numbers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from an2un import tree
from an2un.walk import plain_text

# ------------------------------------------------------------------------------------------ points

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "一二三四五六七八九十",
)
_FORM = re.compile(
    r"[(（]?(?P<counter>\w{1,7})(?:[)）]|[.．、])|(?P<dash>\d{1,3}) ?[-–—]"
    r"|[‘’'`](?P<quoted>\d{1,2})[‘’']|(?P<enclosed>[㈠-㈩])|(?P<bullet>[•·▪–—-])"
)
_ROMAN = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_OUTER = re.compile(r"\d{1,3}(?:[.．]| ?[-–—])")


def _readings(marker: str) -> list[tuple[str, int]]:
    """Return every way to read a marker: form and alphabet, and the value in it."""
    match = _FORM.fullmatch(marker.replace("ـ", ""))
    if match is None:
        return []
    if match["bullet"]:
        return [("bullet", 1)]
    if match["enclosed"]:
        return [("enclosed", ord(match["enclosed"]) - ord("㈠") + 1)]
    counter = match["counter"] or match["dash"] or match["quoted"]
    form = "quoted" if match["quoted"] else re.sub(r"\w+ ?", "", marker)
    if counter.isdecimal():
        return [(f"{form}decimal", int(counter))]
    lower = counter.lower()
    found = [(f"{form}roman", _roman(lower))] if _ROMAN.fullmatch(lower) else []
    for letters in _ALPHABETS:
        if lower[0] in letters and lower == lower[0] * len(lower):
            value = letters.index(lower[0]) + 1 + len(letters) * (len(lower) - 1)
            found.append((form + letters[0], value))
    return found


def _roman(text: str) -> int:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50}
    values = [worth[char] for char in text]
    return sum(
        -value if value < max(values[at + 1 :], default=0) else value
        for at, value in enumerate(values)
    )


@dataclass(slots=True)
class _Open:
    """A provision whose points may still follow: the reading of its number, what it holds."""

    node: tree.Provision
    reading: tuple[str, int]
    parts: list[tree.Block | tree.Enumeration | list[_Open]] = field(default_factory=list)

    @classmethod
    def of(cls, node: tree.Provision) -> _Open:
        """Return a provision opened again, with the points that end it."""
        readings = _readings(node.marker) if node.marker else []
        opened = cls(node, readings[0] if readings else ("", 0), list(node.content))
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


def _place(
    stack: list[_Open], marker: str, following: Sequence[tree.Item]
) -> tuple[int, tuple[str, int]]:
    """Return the level of a number below the open provisions, and how it is read there."""
    readings = _readings(marker)
    going_on = [
        (level, reading)
        for level in range(len(stack) - 1, -1, -1)
        for reading in readings
        if stack[level].reading[0] == reading[0]
        and (stack[level].reading[1] + 1 == reading[1] or reading[0] == "bullet")
    ]
    styles = {opened.reading[0] for opened in stack}
    starts = [r for r in readings if r[1] == 1 and r[0] not in styles]
    if starts and stack and _OUTER.fullmatch(marker) is None:
        next_marker = next(
            (i.marker for i in following if isinstance(i, tree.Provision) and i.marker), ""
        )
        after = _readings(next_marker)
        for style, value in starts:
            proved = stack[-1].introduces or (style, 2) in after
            if proved and (not going_on or (style, 2) in after):
                return len(stack), (style, value)
    if going_on:
        return going_on[0]
    for level in range(len(stack) - 1, -1, -1):
        for reading in readings:
            if stack[level].reading[0] == reading[0]:
                return level, reading
    announced = bool(stack) and stack[0].node.marker is None and stack[0].announces
    return int(announced), readings[0] if readings else (marker, 0)
