"""Automatic numbers as Word prints them: lists, their levels, where they start and start again.

ECMA-376 part 1, 17.9: a paragraph names a list (w:num), which is an instance of a definition
(w:abstractNum); instances of one definition count on together unless one of them starts anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from an2un.readers.counting import printed
from an2un.readers.docx.names import is_on, key_of, number, value
from an2un.readers.docx.styles import NOTHING, Setting, Shape, setting_of
from an2un.readers.symbols import plain

_DEEPEST = 9  # levels of a list
_PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """One level of a list.

    text     what is printed, %1 for the number of the outermost level
    suffix   what follows it: a tab, a blank or nothing
    restart  the level behind which it starts again (from 1; 0: never); None: any above it
    legal    whether all numbers in it are digits
    style    the style of paragraphs that stand at this level
    setting  how it is set: a bullet is a character of a font of symbols
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""
    setting: Setting = NOTHING


class _List(NamedTuple):
    """An instance: its definition, the levels it defines itself, and where it starts anew."""

    definition: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file and how far each has been counted."""

    def __init__(self) -> None:
        self._definitions: dict[int, dict[int, Level]] = {}
        self._lists: dict[int, _List] = {}
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    @classmethod
    def read(cls, root: etree._Element | None) -> Numbering:
        """Return the lists that numbering.xml declares; None: a file without any."""
        numbering = cls()
        linked: dict[int, str] = {}  # definition -> the style of lists that defines it
        homes: dict[str, int] = {}  # style of lists -> its definition
        for element in () if root is None else root:
            key = key_of[element.tag]
            if key == "w:abstractNum":
                identifier = number(value(element, "abstractNumId")) or 0
                numbering._definitions[identifier] = dict(_levels(element))
                for child in element:
                    if key_of[child.tag] == "w:numStyleLink":
                        linked[identifier] = value(child)
                    elif key_of[child.tag] == "w:styleLink":
                        homes[value(child)] = identifier
            elif key == "w:num":
                numbering._declare(element)
        for identifier, style in linked.items():
            home = numbering._definitions.get(homes.get(style, -1))
            if home and not numbering._definitions[identifier]:
                numbering._definitions[identifier] = home
        return numbering

    def _declare(self, element: etree._Element) -> None:
        definition = 0
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for child in element:
            if key_of[child.tag] == "w:abstractNumId":
                definition = number(value(child)) or 0
            elif key_of[child.tag] == "w:lvlOverride":
                depth = number(value(child, "ilvl")) or 0
                levels.update((depth, level) for _, level in _levels(child))
                for part in child:
                    if key_of[part.tag] == "w:startOverride":
                        starts[depth] = number(value(part)) or 0
        identifier = number(value(element, "numId"))
        if identifier is not None:
            self._lists[identifier] = _List(definition, levels, starts)

    def next(self, shape: Shape) -> str:
        """Count a paragraph and return its number with the blank behind it, "" for none."""
        found = self._lists.get(shape.list_id or 0)
        if found is None or not shape.list_id:
            return ""
        defined = self._definitions.get(found.definition, {})
        depth = shape.level if shape.level is not None else _level_of(defined, shape.style)
        depth = min(max(depth, 0), _DEEPEST - 1)
        counts = self._counts.setdefault(found.definition, [None] * _DEEPEST)
        levels = {**defined, **found.levels} if found.levels else defined
        level = levels.get(depth)
        if level is None:
            return ""
        if depth in found.starts and (shape.list_id, depth) not in self._begun:
            self._begun.add((shape.list_id, depth))
            counts[depth] = found.starts[depth]
        else:
            last = counts[depth]
            counts[depth] = level.start if last is None else last + 1
        self._restart(counts, levels, depth)
        label = _label(level, levels, counts)
        return label if level.suffix == "nothing" or not label else f"{label} "

    def _restart(self, counts: list[int | None], levels: dict[int, Level], depth: int) -> None:
        for deeper in range(depth + 1, _DEEPEST):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth + 1 <= restart):
                counts[deeper] = None


def _level_of(levels: dict[int, Level], style: str) -> int:
    """Return the level that a style of paragraphs stands at."""
    return next((depth for depth, level in levels.items() if style and level.style == style), 0)


def _label(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    """Return the text of a number; a level above that was not yet counted shows its start."""
    if level.format == "bullet":
        return plain(level.text, level.setting.font or "")

    def filled(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        other = levels.get(depth, Level())
        count = counts[depth]
        format = "decimal" if level.legal and other.format != "none" else other.format
        return printed(other.start if count is None else count, format)

    return _PLACE.sub(filled, level.text)


def _levels(element: etree._Element) -> Iterator[tuple[int, Level]]:
    """Yield the levels that a definition declares, by their depth from 0."""
    for child in element:
        if key_of[child.tag] == "w:lvl":
            yield number(value(child, "ilvl")) or 0, _level(child)


def _level(element: etree._Element) -> Level:
    said: dict[str, str] = {}
    legal, setting = False, NOTHING
    for child in element:
        key = key_of[child.tag]
        if key == "w:isLgl":
            legal = is_on(child)
        elif key == "w:rPr":
            setting = setting_of(child)
        else:
            said[key] = value(child)
    return Level(
        start=number(said.get("w:start", "")) or 0,
        format=said.get("w:numFmt", "decimal"),
        text=said.get("w:lvlText", "")[:_LONGEST],
        suffix=said.get("w:suff", "tab"),
        restart=number(said.get("w:lvlRestart", "")),
        legal=legal,
        style=said.get("w:pStyle", ""),
        setting=setting,
    )


_LONGEST = 100  # characters of a level's text
