"""Texts whose lines were wrapped again at a narrower width, as mail and `fold` do it.

A line that was too long for the second width went on in a short line below it, and the next line
of the text begins below that: long, short, long, short. Where lines end would say no more what
the page printed. They are joined again as far as the first width reaches; the second one, of
which all lines have at most as much, and the first one, which most joined lines fill, are found in
the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

_PROBE = 10_000  # characters from the middle of a text that tell whether it was wrapped again
_LEAST = 6  # short lines that a sentence runs through below a full one, at the least
_SHARE = 0.04  # of the lines; counted in two thousand texts wrapped once: two in a hundred, but
# for those of a few lines
_OUTLIERS = 0.02  # share of lines that may be longer than the width: addresses
_SPREAD = 14  # columns that a longest word leaves free at the end of a full line
_BEYOND = 5  # columns that lines which end in a mark may have more than those of the sample
_FULLEST = 0.95  # of those that are no longer than most, the one that most others fill
_FILLING = 0.7  # share of the joined lines whose sentence goes on that fill the first width
_SHORT = 0.7  # of the second width: what is cut off a line has less
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# The first word of a line, or its first Chinese character with the marks that close behind it.
_WORD = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
    "[\uff0c\u3002\uff1b\uff1a\u3001\uff09\u300b\u201d]{0,3}"
    "|[^\\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)
_ENDED = tuple(".,;:!?)\u00bb\u201d\u060c\u061b\u061f\u3002\uff0c\uff1b\uff1a\u3001\uff09")
_MARKED = re.compile(r"\(?\w{1,4}[.)]\s")
_ADDRESS = ("http://", "https://")
_HYPHENS = ("-", "\u2010")


def joined_again(text: str) -> str:
    """Return a text with the lines as they were before they were wrapped again.

    Blanks at joined ends become one, which is the line end's; all else stays.
    """
    if len(text) > _PROBE:
        middle = (len(text) - _PROBE) // 2
        if _first_width(text[middle : middle + _PROBE].split("\n")[1:-1]) is None:
            return text
    lines = text.split("\n")
    widths = _first_width(lines)
    return text if widths is None else "\n".join(_joined(lines, *widths))


def _first_width(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the second and the first width of lines that were wrapped again, else None."""
    bare = [line.rstrip() for line in lines]
    second = _second_width(bare)
    enough = max(_LEAST, _SHARE * sum(map(bool, bare)))
    if _open_ends(bare, _SHORT * second) < enough:  # as in most texts
        return None
    whole = list(_runs(bare, second))
    runs = []
    for run in whole:
        below = bare[run.stop : run.stop + 2]  # an empty line may follow each line
        after = next(filter(None, below), "") if len(run) > 1 else ""
        if _goes_on(bare[run[-1]], after, _indent(bare[run[0]])):
            runs.append(run)
    short = sum(_width(bare[run[-1]]) <= _SHORT * second for run in runs)
    if short < enough:
        return None
    # whole lines that were just narrow enough may stand above the last one that was cut
    for pieces in (runs, [run[-2:] for run in runs]):
        first = _filled(_joined_widths(bare, pieces))
        if first:
            widths = _joined_widths(bare, whole)
            return second, max(width for width in widths if width <= first + _BEYOND)
    return None


def _open_ends(bare: Sequence[str], short: float) -> int:
    """Return how many short lines below another no mark ends: all that a sentence may run through.

    short: columns
    """
    ends = (line for above, line in pairwise(bare) if above and line)
    return sum(_width(line) <= short and not line.endswith(_ENDED) for line in ends)


def _joined_widths(bare: Sequence[str], runs: Iterable[range]) -> list[int]:
    """Return how many columns the lines of each run take as one."""
    return [sum(_width(bare[at]) + 1 for at in run) - 1 for run in runs]


def _filled(widths: Sequence[int]) -> int:
    """Return the width that most lines of some widths fill, 0 if there is none."""
    usual = sorted(width for width in widths if width <= median(widths) + _SPREAD)
    first = usual[int(_FULLEST * (len(usual) - 1))]
    filling = sum(first - _SPREAD <= width for width in usual)
    return usual[-1] if filling >= _FILLING * len(widths) else 0


def _second_width(bare: Sequence[str]) -> int:
    """Return the width that hardly a line exceeds."""
    widths = sorted(_width(line) for line in bare if line)
    return widths[int((len(widths) - 1) * (1 - _OUTLIERS))] if widths else 0


def _runs(bare: Sequence[str], second: int) -> Iterator[range]:
    """Yield the lines that may have been one: each but the last is full and not set off below."""
    start = 0
    for at in range(1, len(bare) + 1):
        if at == len(bare) or not _may_go_on(bare[at - 1], bare[at], second):
            yield range(start, at)
            start = at


def _may_go_on(above: str, line: str, second: int) -> bool:
    """Say whether a line may have been cut off the one above, which has no room for its word."""
    if not above or not line or line[0].isspace():
        return False
    width = _width(above)
    if width + 1 + _LONGEST < second or line.startswith(_ADDRESS):
        return False
    word = _WORD.match(line)
    blank = 0 if _WIDE.match(line) else 1
    return word is not None and width + blank + _width(word.group()) > second


_LONGEST = 40  # columns of a word


def _goes_on(line: str, after: str, indent: int) -> bool:
    """Say whether a sentence runs through the end of a line into the one below.

    indent: blanks before the line that this one was cut off; a paragraph may begin with more
    """
    if not after or line.endswith(_ENDED) or _indent(after) > indent:
        return False
    words = after.lstrip()
    return not (words[0].isupper() or words[0].isdigit() or _MARKED.match(words))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: Sequence[str], second: int, first: int) -> Iterator[str]:
    """Yield lines, those that were cut in pieces as one where the first width takes all of them."""
    bare = [line.rstrip() for line in lines]
    for run in _runs(bare, second):
        whole = lines[run.start]
        for at in run[1:]:
            line = bare[at]
            above = whole.rstrip()
            fits = _width(above) + 1 + _width(line) <= first
            if fits and not (above.endswith(_ENDED) and _MARKED.match(line)):
                cut = _width(above) >= second - 1 and _WIDE.search(above)
                whole = above + ("" if cut else _blank(above, line)) + lines[at]
            else:
                yield whole
                whole = lines[at]
        yield whole


def _blank(above: str, line: str) -> str:
    """Return what stood between two pieces of a line: none beside Chinese, nor in a word."""
    if _WIDE.match(above[-1]) or _WIDE.match(line):
        return ""
    within = above.endswith(_HYPHENS) and above[-2:-1].isalpha()
    return "" if within else " "


def _width(line: str) -> int:
    """Return how many columns a line takes; a Chinese character takes two."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))
