"""Digits of the masthead that call no note: those of symbols, agenda items, sessions.

A line `A/RES/79/255` or `议程项目3` is one only with all of its digits, so that no note can be
called by the last of them; and so is the number that stands before the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from an2un.language import Language
from an2un.parse.masthead_words import LineKind, read_line
from an2un.parse.own_symbol import SYMBOL
from an2un.parse.passage import Passage
from an2un.source import Line, Source

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\s*(?:[A-Z]{1,2}-)?\d{1,4}/\d{1,4}(?=[\s.])")  # above the title: 77/181.
_LINES = 40  # printed lines that a masthead takes at the most, lists of sponsors aside
_WHOLE: frozenset[LineKind] = frozenset(("symbol", "agenda", "session", "issued"))


def masthead_digits(source: Source, lines: Iterable[Line], language: Language) -> frozenset[int]:
    """Return the offsets of such digits; lines: those of the first page, without furniture."""
    return frozenset(_digits(source, lines, language))


def _digits(source: Source, lines: Iterable[Line], language: Language) -> Iterator[int]:
    for line, _ in zip(lines, range(_LINES), strict=False):
        text = source.slice(line.span)
        if text.rstrip().endswith(language.preambular_ends) and language.formula(text):
            return  # without its comma it may be the line of the organ
        if not _DIGIT.search(text):
            continue
        if read_line(Passage(text.strip()), language).kind in _WHOLE:
            spans = [(0, len(text))]
        else:
            spans = [match.span() for match in SYMBOL.finditer(text)]
            spans += [match.span() for match in [_NUMBER.match(text)] if match]
        for start, end in spans:
            yield from (line.span.start + at for at in range(start, end) if text[at].isdecimal())
