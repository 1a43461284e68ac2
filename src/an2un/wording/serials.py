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
    # possessive: a word that gives letters back is followed by one, which is no number
    r"(?P<word>[^\W\d_]++(?: [^\W\d_]++){0,2}+)[ \u00a0]?(?P<number>\d{1,3})"
    r"(?:[ \u00a0]?(?P<mark>[.:\uff1a\u2013\u2014-])|\Z|[ \u00a0]+(?P<title>[^\W\d_]))"
)
_COUNT = 3  # lines that make a series; of those with a colon two
_PLURAL = (1, 2)  # letters of its ending
_COLONS = (":", "\uff1a")


class _Series:
    """The lines that one word opens with its numbers, and the last of these."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.last = 0

    def goes_on(self, number: int) -> bool:
        """Say whether a number comes next; in a long series one may be lost or illegible."""
        return 0 < number - self.last <= (2 if len(self.lines) >= _COUNT else 1)


def serial_lines(texts: Sequence[str]) -> Mapping[int, bool]:
    """Return which lines open with a word of a series and its next number.

    The value of a line says whether it holds nothing else: a label above its heading.
    """
    series: dict[str, _Series] = {}
    bare: set[int] = set()
    found: dict[int, bool] = {}
    for index, text in enumerate(texts):
        label = None if text[0].islower() else _label(text)
        if label is None:
            continue
        word, number = fold(label["word"]), int(label["number"])
        if label.end() == len(text) and not label["mark"]:
            bare.add(index)
        run = _Series() if number == 1 else _run_of(series, word)
        if run is None or not run.goes_on(number):
            continue
        if number == 1:
            series[word] = run
        run.lines.append(index)
        run.last = number
        if len(run.lines) >= (_COUNT - 1 if label["mark"] in _COLONS else _COUNT):
            found.update((line, line in bare) for line in run.lines[-_COUNT:])
    return found


def _run_of(series: Mapping[str, _Series], word: str) -> _Series | None:
    """Return the series of a word; a long one has its word in the plural now and then."""
    if word in series:
        return series[word]
    runs = (series.get(word[:-letters]) for letters in _PLURAL)
    return next((run for run in runs if run is not None and len(run.lines) >= _COUNT), None)


def serial_numbers(texts: Sequence[str]) -> Iterator[tuple[int, Span]]:
    """Yield the lines that serial_lines() finds, each with the span of the number in its label."""
    for index in serial_lines(texts):
        label = _label(texts[index])
        if label is not None:
            yield index, Span(*label.span("number"))


def _label(text: str) -> re.Match[str] | None:
    """Return the word and number that a line opens with as a label does, no small letter behind."""
    match = _LABEL.match(text)
    small = match is not None and match["title"] is not None and not match["title"].isupper()
    return None if small else match
