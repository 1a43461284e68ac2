"""Lines that open with a word that the document counts: Guideline 1, Priority area 2:, Action 3.

Such labels stand above paragraphs or begin them, in words that no table of a language can know.
What tells them is the count, from one on, at the beginnings of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from an2un.source import Span
from an2un.wording.fold import fold

_LABEL = re.compile(
    r"(?P<word>[^\W\d_]+(?: [^\W\d_]+){0,2})[ \u00a0]?(?P<number>\d{1,3})"
    r"(?:[ \u00a0]?(?P<mark>[.:\uff1a\u2013\u2014-])|\Z|[ \u00a0]+(?P<title>[^\W\d_]))"
)
_COUNT = 3  # lines that make a series; of those with a colon two
_COLONS = (":", "\uff1a")


def serial_lines(texts: Sequence[str]) -> Mapping[int, bool]:
    """Return which lines open with a word of a series and its next number.

    The value of a line says whether it holds nothing else: a label above its heading.
    """
    series: dict[str, list[int]] = {}
    bare: set[int] = set()
    found: dict[int, bool] = {}
    for index, text in enumerate(texts):
        label = _label(text)
        if label is None:
            continue
        word, number = fold(label["word"]), int(label["number"])
        if label.end() == len(text) and not label["mark"]:
            bare.add(index)
        if number == 1:
            series[word] = [index]
        elif number != len(series.get(word, ())) + 1:
            continue
        else:
            series[word].append(index)
        if len(series[word]) >= (_COUNT - 1 if label["mark"] in _COLONS else _COUNT):
            found.update((line, line in bare) for line in series[word][-_COUNT:])
    return found


def serial_numbers(texts: Sequence[str]) -> Iterator[tuple[int, Span]]:
    """Yield the lines that serial_lines() finds, each with the span of the number in its label."""
    for index in serial_lines(texts):
        label = _label(texts[index])
        if label is not None:
            yield index, Span(*label.span("number"))


def _label(text: str) -> re.Match[str] | None:
    """Return the word and number that a line opens with as a label does, with a capital letter."""
    match = None if text[0].islower() else _LABEL.match(text)
    small = match is not None and match["title"] is not None and not match["title"].isupper()
    return None if small else match
