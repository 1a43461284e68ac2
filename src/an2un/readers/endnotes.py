"""Notes that stand together behind a text which has none that its file tells as such.

Pages of the web that were printed or saved as another file have them so. They are told by the
raised numbers that call them: the same numbers open lines at the end, each once and in their order,
behind the last call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MARK = re.compile(r"[(\[]?(\d{1,3})[)\]]?(?=[\s\u2e80-\uffef])")
_PARAGRAPH = re.compile(r"\d{1,3}\.\s")
_CALL = re.compile(r"[(\[]?(\d{1,3})[)\]]?")


class Candidate(NamedTuple):
    """A line of the text, which may call notes or open one.

    raised    what is raised in it, behind its first character
    is_apart  whether it stands apart from the line above
    """

    text: str
    raised: Sequence[str]
    is_apart: bool


def first_note(lines: Sequence[Candidate]) -> int | None:
    """Return the index of the line with which the notes begin, None where no such notes stand.

    Notes at the foot of a page are none of these: numbered paragraphs go on below them.
    """
    called = [(index, mark) for index, line in enumerate(lines) for mark in _numbers(line.raised)]
    due = max((mark for _, mark in called), default=0)
    if not due or {mark for _, mark in called} != set(range(1, due + 1)):
        return None
    for index in range(len(lines) - 1, max(index for index, _ in called), -1):
        match = _MARK.match(lines[index].text)
        if match and int(match[1]) == due:
            due -= 1
            if not due:
                told = len(called) > 1 or lines[index].is_apart
                goes_on = any(_PARAGRAPH.match(line.text) for line in lines[index:])
                return _with_signs(lines, index) if told and not goes_on else None
    return None


def _with_signs(lines: Sequence[Candidate], first: int) -> int:
    """Return where notes begin, those with signs for marks above the first number among them."""
    signs = {words.strip() for line in lines[:first] for words in line.raised}
    reach = range(first - 1, max(first - _MOST_LINES, -1), -1)
    opened = [
        at for at in reach if (match := _SIGN.match(lines[at].text)) and match.group() in signs
    ]
    return min(opened, default=first)


_SIGN = re.compile(r"[*\u2020\u2021]{1,3}(?=\s)")
_MOST_LINES = 6  # above the first number, of notes with signs


def _numbers(raised: Iterable[str]) -> list[int]:
    matches = (_CALL.fullmatch(words.strip()) for words in raised)
    return [int(match[1]) for match in matches if match]
