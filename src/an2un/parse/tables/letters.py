"""The letters that the notes of a table begin with: a, b, c, in brackets where they are Arabic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.parse.typesetting import Row
from an2un.wording.numerals import counted

_NOTE = re.compile(
    r"(?P<mark>(?P<latin>[a-z])|[(\uff08] ?(?P<arabic>[\u0621-\u064a]) ?[)\uff09])"
    r"(?:\s+(?=\S)|(?=[^\x00-\x7f]))"
)
_NEAR = 24  # lines below a table among which its notes begin


class Letter(NamedTuple):
    """The letter that a text begins with as a note does.

    value      its place in the alphabet
    printed    the letter itself; `bracketed` says that brackets stand around it
    mark, end  characters of both, and those up to the words behind them
    """

    value: int
    printed: str
    bracketed: bool
    mark: int
    end: int


def read_letter(text: str) -> Letter | None:
    """Return the letter that a text begins with, None where no sentence follows one."""
    match = _NOTE.match(text)
    if match is None or text[match.end()].islower():
        return None
    letter = match.group("latin") or match.group("arabic")
    order = "latin" if match.group("latin") else "arabic"
    value = dict(counted(letter)).get(order, 0)
    return Letter(value, letter, match.group("latin") is None, match.end("mark"), match.end())


def with_notes(rows: Sequence[Row], ends: Sequence[int]) -> list[Row]:
    """Return lines, those that begin a note below a table told to open a paragraph.

    ends: the lines behind the tables, in order
    """
    told = list(rows)
    for end, last in pairwise([*ends, len(rows)]):
        due = 1
        for index in range(end, min(end + _NEAR, last)):
            letter = read_letter(rows[index].text)
            if letter is not None and letter.value == due:
                told[index] = told[index]._replace(serial=True)
                due += 1
    return told
