"""What stands beside the lines of a text and is none of it: signs of quotation, numbers of lines.

Programs for mail put `> ` before every line, drafts and legal prints number each line or every
fifth, editors and shells end lines with a sign of their own. What nearly all lines of a text have
belongs to none of them; numbers that count the lines count no paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_PROBE = 5000  # characters that tell whether there are any; most texts have none
_LEAST = 5  # lines at the least of a text whose margins are looked at
_SHARE = 0.9  # of the lines that have what stands in a margin
_DEEP = 9  # quotations within quotations at the most
_BEFORE = ">|+#*;%!:/"  # signs that mail, comments of programs and boxes put before lines
_BEHIND = "\\|$\u00b6\u21b5+"  # and behind them
_TAG = re.compile(r"<br ?/?>(?=\s{0,9}\Z)", re.IGNORECASE)
_SET_IN = 3  # blanks before a sign at the most
# The controls of a terminal that stand for the end of a page, written out.
_PAGE_END = re.compile(r"^\^L(?:\r?\n)?", re.MULTILINE)

_NUMBER = re.compile(r"[ \t]{0,12}(?P<number>\d{1,4})(?P<sign>[:|]?)(?P<gap>[ \t]+|(?=\r?\Z))")
_AT_END = re.compile(r"(?:(?<=[ \t]{2})|(?<=\t)|\A)(?P<number>\d{1,4})(?=\s{0,9}\Z)")
_AT_END_LONGEST = 4 + 9  # characters of such a number and the blanks behind it
_EVERY = (1, 2, 5, 10)  # lines of which one has its number
_COUNTED = 0.8  # of the lines that the numbers have counted; pages end between two of them
_FEW = 3  # numbers at the least
_SOME = 1 / _EVERY[-1]  # share of lines that begin or end with a digit where lines are numbered


class Unmarked(NamedTuple):
    """A text without what stood in its margins, and that, in order."""

    text: str
    marks: tuple[str, ...]


def unmarked(text: str) -> Unmarked:
    """Return a text without the signs and numbers that stand before or behind all of its lines."""
    marks: list[str] = []
    if "^L" in text:
        marks += ["^L"] * len(_PAGE_END.findall(text))
        text = _PAGE_END.sub("\f", text)
    lines = text[:_PROBE].split("\n")
    if _without_margin(lines[:-1] if len(text) > _PROBE else lines) is None:
        return Unmarked(text, tuple(marks))
    lines = text.split("\n")
    for _ in range(_DEEP):
        stripped = _without_margin(lines)
        if stripped is None:
            break
        lines = [bare for bare, _ in stripped]
        marks += [mark for _, mark in stripped if mark]
    return Unmarked("\n".join(lines), tuple(marks))


# A line without its mark, and the mark, "" where it has none.
_Bare = tuple[str, str]


def _without_margin(lines: Sequence[str]) -> list[_Bare] | None:
    """Return the lines without one layer of marks, None where they have none.

    Which signs begin and end the lines is counted first, in one pass.
    """
    bare = [stripped for line in lines if (stripped := line.strip())]
    if len(bare) < _LEAST:
        return None
    enough = _SHARE * len(bare)
    starts, ends = Counter([line[0] for line in bare]), Counter([line[-1] for line in bare])
    start, end = starts.most_common(1)[0], ends.most_common(1)[0]
    if start[0] in _BEFORE and start[1] >= enough:
        return _unquoted(lines, start[0])
    if end[0] in _BEHIND and end[1] >= enough:
        return [_without_end(line, end[0]) for line in lines]
    if end[0] == ">" and sum(_TAG.search(line) is not None for line in bare) >= enough:
        return list(map(_without_tag, lines))
    few = _SOME * len(bare)
    counted = _uncounted(lines) if _digits(starts) >= few else None
    if counted is None and _digits(ends) >= few:
        counted = _uncounted_at_end(lines)
    return counted


def _digits(counts: Counter[str]) -> int:
    return sum(counts[digit] for digit in "0123456789")


def _unquoted(lines: Sequence[str], sign: str) -> list[_Bare]:
    """Return lines without the sign before them, nor the blank behind it where most have one."""
    marked = re.compile(rf"(?P<feed>\f*)[ \t]{{0,{_SET_IN}}}{re.escape(sign)}")
    found = [marked.match(line) for line in lines]
    behind = Counter(line[match.end() : match.end() + 1] for match, line in _pairs(found, lines))
    blank = behind[" "] >= _SHARE * (behind.total() - behind[""] - behind["\r"])
    bare = []
    for match, line in zip(found, lines, strict=True):
        if match is None:
            bare.append((line, ""))
            continue
        rest = line[match.end() :]
        bare.append((match["feed"] + (rest.removeprefix(" ") if blank else rest), sign))
    return bare


def _pairs(
    found: Sequence[re.Match[str] | None], lines: Sequence[str]
) -> Iterable[tuple[re.Match[str], str]]:
    return ((match, line) for match, line in zip(found, lines, strict=True) if match)


def _without_end(line: str, sign: str) -> _Bare:
    bare = line.rstrip()
    return (bare[:-1].rstrip(" \t"), sign) if bare.endswith(sign) else (line, "")


def _without_tag(line: str) -> _Bare:
    match = _TAG.search(line)
    return (line[: match.start()].rstrip(" \t"), match.group()) if match else (line, "")


_Numbers = dict[int, "re.Match[str]"]
_Find = Callable[[str], "re.Match[str] | None"]


def _uncounted(lines: Sequence[str]) -> list[_Bare] | None:
    """Return lines without the numbers before them, None where these do not count the lines.

    Numbers end in one column, and the text begins in one, or one gap stands behind them all.
    """
    at = _counts(lines, _NUMBER.match)
    if at is None:
        return None
    column, common = Counter(match.end("sign") for match in at.values()).most_common(1)[0]
    gap = min((len(match["gap"]) for match in at.values() if match["gap"]), default=0)
    even = common >= _SHARE * len(at)
    bare = []
    for index, line in enumerate(lines):
        words = line.lstrip("\f")
        feeds = line[: len(line) - len(words)]
        match = at.get(index)
        if match is None:
            blanks = len(words) - len(words.lstrip(" \t"))
            bare.append((feeds + words[min(column + gap, blanks) :], ""))
            continue
        end = max(column, match.end("sign")) if even else match.end("sign")
        kept = words[min(end + gap, match.end()) :]
        bare.append((feeds + kept, match.group().strip()))
    return bare


def _uncounted_at_end(lines: Sequence[str]) -> list[_Bare] | None:
    """Return lines without the numbers behind them, None where these do not count the lines."""
    at = _counts(lines, _number_at_end)
    if at is None:
        return None
    bare = []
    for index, line in enumerate(lines):
        words = line.lstrip("\f")
        feeds = line[: len(line) - len(words)]
        match = at.get(index)
        kept = words[: match.start()].rstrip(" \t") if match else words
        bare.append((feeds + kept, match["number"] if match else ""))
    return bare


def _number_at_end(line: str) -> re.Match[str] | None:
    """Return the number that a line ends in, apart from its words."""
    ends = line.rstrip()[-1:].isdecimal()  # as few lines do
    return _AT_END.search(line, max(len(line) - _AT_END_LONGEST, 0)) if ends else None


def _counts(lines: Sequence[str], find: _Find) -> _Numbers | None:
    """Return which lines have a number that counts them, by index; None where too few have.

    All of them begin or end in one column.
    """
    bodies = [line.lstrip("\f") for line in lines]
    found = {at: match for at, line in enumerate(bodies) if line and (match := find(line))}
    printed = sum(not line.isspace() for line in bodies if line)
    best: _Numbers = {}
    enough = _COUNTED * printed
    for edge in (re.Match.end, re.Match.start):
        columns = Counter(edge(match, "number") for match in found.values())
        for column, count in columns.most_common(2):
            if count < _SOME * printed:
                break
            aligned = {at: m for at, m in found.items() if edge(m, "number") == column}
            numbers, step = _counting(aligned)
            counted = (len(numbers) + 1) * step - 1  # the last lines may have none
            if len(numbers) >= _FEW and counted >= enough:
                best, enough = numbers, counted + 1
    return best or None


def _counting(found: _Numbers) -> tuple[_Numbers, int]:
    """Return the numbers that count on, and by how many: one of so many lines has its number.

    They begin again on a new page.
    """
    values = [int(match["number"]) for match in found.values()]
    steps = Counter(after - before for before, after in pairwise(values))
    step = due = max(_EVERY, key=lambda every: steps[every])
    numbers: _Numbers = {}
    last = -step
    for (line, match), value, after in zip(found.items(), values, [*values[1:], 0], strict=True):
        if line >= last + step and (value == due or after == value + step):
            numbers[line] = match
            last, due = line, value + step
    return numbers, step
