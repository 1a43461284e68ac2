"""Texts that pdftotext took from pages that are read from the right, in the order of reading.

pdftotext marks each such line with controls of direction (Unicode Annex 9). Inside, figures, Latin
letters and the brackets and commas beside them stand as they are seen from the left, brackets in
the shape that is printed, letters in the form in which they are joined, vowel signs behind a
blank. A number that hangs before a paragraph stands below its first line, or at its end where
the lines are laid out as on the page, with the blanks that part them from the left.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from an2un.readers.direction import is_turned, plain_letters, reading_order

_RIGHT, _LEFT, _END = "\u202b", "\u202a", "\u202c"
# One line as it is marked, and what it has from the left.
_MARKED = re.compile(
    rf"{_RIGHT}((?:[^{_RIGHT}{_LEFT}{_END}\r\n\f]|{_LEFT}[^{_LEFT}{_END}\r\n\f]*{_END})*){_END}"
)
_PIECE = re.compile(rf"{_LEFT}([^{_END}]*){_END}")
_FROM_LEFT = re.compile("[0-9A-Za-z]")
_PARTED_SIGN = re.compile("(?<=[\u0621-\u064a]) (?=[\u064b-\u0652])")
# Lam and alef are one glyph; where it names two letters they come out turned. Behind another alef,
# and as a word by themselves, they can have no other order.
_TURNED = re.compile("(?<=\u0627)([\u0622\u0623\u0625\u0627])(\u0644)")
_TURNED_WORD = re.compile(r"\b([\u0648\u0641\u0623\u0625]?)(\u0627)(\u0644)\b")
_LAID_OUT = re.compile(f"^ +{_RIGHT}", re.MULTILINE)
_COLUMN = re.compile("( {2,})")
# A number alone on the line below the first one of its paragraph.
_HANGING = re.compile(
    r"^(?P<first>.*\S.*)\n"
    r"(?P<number>[ \t]*(?:\d{1,3} ?[-.]|\(?[^\W\d_]{1,3}\)|\(?\d{1,3}\))[ \t]*)$",
    re.MULTILINE,
)
_ENDED = (".", ":", ";", "\u061b", "\u060c", "\u061f")


class _Sign(NamedTuple):
    """One character of a line."""

    text: str


def in_reading_order(text: str) -> str:
    """Return a text with the lines that are marked as read from the right in reading order."""
    if _RIGHT not in text:
        return text
    if _LAID_OUT.search(text):
        return "\n".join(map(_turned_line, text.split("\n")))
    text = _MARKED.sub(lambda line: _read(line.group(1)), text)
    hanging = list(_HANGING.finditer(text))
    within = sum(not found["first"].rstrip().endswith(_ENDED) for found in hanging)
    if 2 * within < len(hanging):
        return text
    return _HANGING.sub(r"\g<number>\n\g<first>", text)


def _turned_line(line: str) -> str:
    """Return a line of a laid out page with what stands at its right at its left.

    What it is set in tells nothing: letters of Arabic are narrower than the columns of the text.
    """
    if _RIGHT not in line:
        return line
    feeds = line[: len(line) - len(line.lstrip("\f"))]
    pieces = _COLUMN.split(_MARKED.sub(lambda found: _read(found.group(1)), line.strip()))
    return feeds + "".join(reversed(pieces))


def _read(marked: str) -> str:
    """Return the characters of a marked line in reading order.

    marked: what stands between the controls. Other programs leave figures among the letters.
    """
    stretches = _PIECE.split(marked)
    if any(map(_FROM_LEFT.search, stretches[::2])):
        return f"{_RIGHT}{marked}{_END}"
    from_right: list[str] = []
    for at, stretch in enumerate(stretches):
        from_right.extend(reversed(stretch) if at % 2 else stretch)
    shown = from_right[::-1]
    if not is_turned("".join(shown).strip()):
        return "".join(shown)
    read = reading_order([[_Sign(character)] for character in shown])
    return _letters(plain_letters("".join(sign.text for sign in read)))


def _letters(line: str) -> str:
    """Return a line with its letters in order and their signs at them."""
    line = _PARTED_SIGN.sub("", line)
    return _TURNED_WORD.sub(r"\1\3\2", _TURNED.sub(r"\2\1", line))
