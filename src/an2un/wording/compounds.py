"""Numbers of several parts at the beginnings of lines: 1.1, 2.3.1, 1.a, in Arabic texts 2-1.

Nothing tells such a number from a figure ("2.1 per cent") but the others: what counts on from one,
below the number that it begins with, counts paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from an2un.wording.markers import COMPOUND, Marker, Reading

_NUMBER = re.compile(
    r"""(?P<outer>\d{1,2}(?:(?P<point>[.-])\d{1,2}(?:(?P=point)\d{1,2})?)?)
        (?(point)(?P=point)|[.-])(?P<last>\d{1,2}|[a-z])
        [.)]?(?:[ \u00a0\t]+(?=[^\W\d]|["\u201c\u00ab(])|(?=[\u3400-\u9fff]))""",
    re.VERBOSE,
)
_OUTER = re.compile(r"(?:[^\W\d_]+ )?(?P<number>\d{1,2})(?![\w/,])")  # 2. Members; Goal 2
_LEAST = 2  # numbers that count on


class _Count(NamedTuple):
    """A number of several parts that a line opens with; `last` is 0 for one that ends in a letter.

    outer  the parts before the last
    """

    line: int
    outer: tuple[int, ...]
    last: int
    letter: int
    marker: Marker


def compound_markers(texts: Sequence[str]) -> Mapping[int, Marker]:
    """Return the lines of a document that open with a number of several parts, and their markers.

    texts: the lines or paragraphs of the document in order. The end of a marker counts characters
    of its line, the blank behind it included.
    """
    counts = {
        index: count
        for index, text in enumerate(texts)
        if text[:1].isdigit() and (count := _count(index, text))
    }
    if len(counts) < _LEAST:
        return {}  # as in most documents
    runs: dict[tuple[int, ...], list[_Count]] = {}
    found: list[list[_Count]] = []
    seen: set[tuple[int, ...]] = set()
    for index, text in enumerate(texts):
        count = counts.get(index)
        if count is None:
            seen.update(_outer(text))
            continue
        run = runs.get(count.outer, [])
        if _goes_on(run, count):
            run.append(count)
        elif count.last == 1 and _may_open(count.outer, seen):
            runs[count.outer] = [count]
            found.append(runs[count.outer])
        else:
            continue
        seen.add((*count.outer, count.last))
    proven = {len(run[0].outer) for run in found if len(run) >= _LEAST}
    kept = [run for run in found if len(run) >= _LEAST or _is_alone(run[0], proven, seen)]
    return {count.line: count.marker for run in kept for count in run}


def _count(line: int, text: str) -> _Count | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    outer = tuple(map(int, re.split("[.-]", match["outer"])))
    counted = match["last"].isdecimal()
    last = int(match["last"]) if counted else 0
    letter = 0 if counted else ord(match["last"]) - ord("a") + 1
    # a letter counts on behind the numbers: 1.5, 1.a
    reading = Reading(f"{COMPOUND} {len(outer) + 1}", last)
    marker = Marker(match.group().rstrip(), match.end(), (reading,))
    return _Count(line, outer, last, letter, marker)


def _outer(text: str) -> Iterator[tuple[int, ...]]:
    """Yield the number that a line opens with or that its first word has."""
    match = _OUTER.match(text)
    if match is not None:
        yield (int(match["number"]),)


def _goes_on(run: Sequence[_Count], count: _Count) -> bool:
    if not run:
        return False
    before = run[-1]
    if count.letter:
        return count.letter == before.letter + 1
    return not before.letter and count.last == before.last + 1


def _may_open(outer: tuple[int, ...], seen: set[tuple[int, ...]]) -> bool:
    """Say whether numbers may count on below another: it is the first, or known, or the next."""
    above = (*outer[:-1], outer[-1] - 1)
    return outer[-1] == 1 or outer in seen or above in seen


def _is_alone(count: _Count, proven: set[int], seen: set[tuple[int, ...]]) -> bool:
    """Say whether a number counts although none follows: its outer number stands above it."""
    return len(count.outer) in proven and count.outer in seen
