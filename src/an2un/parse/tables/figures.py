"""Figures at the ends of lines: which words they are, and where one ends and the next begins.

Blanks part thousands as well as columns, so `1 661 398 2 059` may be two figures or three. What
tells is how many columns the table has, then the sum that a row of figures makes, then the gaps.
In text that runs from right to left the groups of a figure may stand turned, the thousands last:
`398 661 1 059 2`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from an2un.parse.tables.words import Word

_FIGURE = re.compile(
    r"[(\u2212-]?\d(?:[\d.,]*\d)?\)?%?[a-z*]?|[-\u2013\u2014]+|\(\d[\d.,]*|\d[\d.,]*\)[a-z*]?|\.\.\.?"
)
_GROUP = re.compile(r"\d{3}\)?[a-z*]?")  # a group of thousands, at the end with a note's letter
_HEAD = re.compile(r"[(\u2212-]?\d{1,3}")  # what another group may follow
_AMOUNT = re.compile(r"\d[ \u00a0,]\d{3}(?!\d)|\d\.\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE = re.compile(r"(?P<minus>[(\u2212-]?)(?P<digits>\d+)\)?[a-z*]?")
_DASH = re.compile(r"[-\u2013\u2014]+")
_MOST_WORDS = 40  # figure words of a row
_MOST_OPEN = 8  # borders that may be tried either way; longer rows prove nothing

Role = Literal["starts", "goes on", "either"]


def figures_start(words: Sequence[Word]) -> int:
    """Return the index of the first word of the figures at the end, the number of words if none."""
    at = len(words)
    lowest = max(at - _MOST_WORDS, 0)
    while at > lowest and _FIGURE.fullmatch(words[at - 1].text):
        at -= 1
    return at


def is_amount(words: Sequence[Word]) -> bool:
    """Say whether figures hold an amount or a decimal, which sentences rarely end with."""
    return _AMOUNT.search(" ".join(word.text for word in words)) is not None


def is_year(word: Word) -> bool:
    """Say whether a word may be a year, in brackets or not: a lone one ends many a heading."""
    return _YEAR.fullmatch(word.text.strip("()")) is not None


def roles(words: Sequence[Word]) -> list[Role]:
    """Return of each figure word whether it starts a figure or goes on with the one before."""
    found: list[Role] = []
    before, is_open = "", False
    for word in words:
        role = _role(before, word.text, is_open=is_open)
        found.append(role)
        before = word.text
        if word.text.startswith("("):
            is_open = True
        if ")" in word.text:
            is_open = False
    return found


def _role(before: str, text: str, *, is_open: bool) -> Role:
    if is_open and _GROUP.fullmatch(text):
        return "goes on"
    if not _GROUP.fullmatch(text) or ")" in text or not _may_grow(before):
        return "starts"
    return "goes on" if text.startswith("0") else "either"


def _may_grow(before: str) -> bool:
    return _HEAD.fullmatch(before) is not None


def _counts(words: Sequence[Word]) -> range:
    """Return how many figures words may be read as."""
    known = roles(words)
    least = known.count("starts")
    return range(least, least + known.count("either") + 1)


def parted(words: Sequence[Word], count: int) -> list[int] | None:
    """Return where each of so many figures starts, None if nothing proves one way to read them."""
    known = roles(words)
    starts = [index for index, role in enumerate(known) if role == "starts"]
    free = [index for index, role in enumerate(known) if role == "either"]
    missing = count - len(starts)
    if not 0 <= missing <= len(free) or (0 < missing < len(free) and len(free) > _MOST_OPEN):
        return None
    ways = [sorted([*starts, *chosen]) for chosen in combinations(free, missing)]
    if len(ways) > 1:
        ways = [way for way in ways if _adds_up(words, way)] or [
            way for way in ways if all(index in way for index in free if words[index].gap > 1)
        ]
    return ways[0] if len(ways) == 1 else None


def _adds_up(words: Sequence[Word], starts: Sequence[int]) -> bool:
    """Say whether the last or the first of three and more figures is the sum of the others."""
    values = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        value = _value("".join(word.text for word in words[start:end]))
        if value is None:
            return False
        values.append(value)
    total = sum(values)
    return len(values) > 2 and (2 * values[-1] == total or 2 * values[0] == total)


def _value(printed: str) -> int | None:
    if _DASH.fullmatch(printed):
        return 0
    match = _WHOLE.fullmatch(printed)
    if match is None:
        return None
    value = int(match.group("digits"))
    return -value if match.group("minus") else value


def last_figures(
    words: Sequence[Word], count: int, *, turned: bool = False
) -> tuple[int, list[int]] | None:
    """Return where the last figures begin, as many as asked for, and the start of each of them.

    What stands before them belongs to the label: its last word may be a number. None if no way
    to read them is proved. turned: the groups of each figure stand turned
    """
    known = roles(mirrored(words) if turned else words)
    for first in range(len(words)):
        opens = known[-first or 0] if turned else known[first]
        part = mirrored(words[first:]) if turned else words[first:]
        if opens == "goes on" or count not in _counts(part):
            continue
        starts = parted(part, count)
        if starts is not None and turned:
            starts = [len(part) - end for end in [*starts[1:], len(part)]][::-1]
        return None if starts is None else (first, [first + start for start in starts])
    return None


def are_turned(tails: Sequence[Sequence[Word]]) -> bool:
    """Say whether the groups of thousands stand turned in most rows: the short one is the last."""
    turned = straight = 0
    for tail in tails:
        groups = [_GROUP.fullmatch(word.text.strip("()")) is not None for word in tail]
        if len(groups) > 1:
            turned += groups[0] and not groups[-1]
            straight += groups[-1] and not groups[0]
    return turned > straight


def mirrored(words: Sequence[Word]) -> list[Word]:
    """Return words in the opposite order, with the gaps and brackets where they then stand."""
    gaps = [0, *(word.gap for word in reversed(words))]
    return [
        word._replace(text=_turned_brackets(word.text), gap=gap)
        for word, gap in zip(reversed(words), gaps, strict=False)
    ]


def _turned_brackets(text: str) -> str:
    if text.startswith("(") and not text.endswith(")"):
        return text[1:] + ")"
    return "(" + text[:-1] if text.endswith(")") and not text.startswith("(") else text


def usual_count(tails: Sequence[Sequence[Word]], *, turned: bool = False) -> int:
    """Return how many figures the rows of a table have: what most of them admit, else the fewest.

    tails: the figures at the end of each row; turned: their groups stand turned
    """
    tails = [tail[1:] if len(tail) > 1 and is_year(tail[0]) else tail for tail in tails if tail]
    ordered = map(mirrored, tails) if turned else tails
    counts = Counter(count for tail in ordered for count in _counts(tail))
    return max(counts, key=lambda count: (counts[count], -count), default=0)
