"""Signs from left to right to the order in which they are read (Unicode Annex 9, backwards).

A page shows where its signs stand, not in which order they are read. In a line that runs from the
right, what is written in Latin letters, and numbers, run from the left. Brackets are told by what
they enclose, since a bracket of such a line is mirrored and files disagree on which of the two
they name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Protocol, Self, TypeVar

_RIGHT = frozenset(("R", "AL"))
_NUMBER = frozenset(("EN", "AN"))
_SIGNS = frozenset("-+")  # they join numbers only where no Arabic letter stands before
_INSIDE = frozenset(" \u00a0-/._@\u2011\u2010")  # what stands inside symbols and names
_SEPARATORS = frozenset(".,/:\u00a0\u060c\u066b\u066c")
_MARK_AT_RIGHT = re.compile(r" ?[()]\d{1,3}[()]$")
_DAY_LAST = re.compile(r"[^\W\d_]+ \d{4}(?P<blank> )\d{1,2}")
_FORMS = re.compile("[\ufb00-\ufb4f\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")


class Sign(Protocol):
    """What is printed: a character that can be another one."""

    @property
    def text(self) -> str:
        """The character."""

    def _replace(self, *, text: str) -> Self:
        """Return it as another character."""


Shown = TypeVar("Shown", bound=Sign)


def runs_right_to_left(text: str) -> bool:
    """Whether a page is read from the right: most of its letters are of such a script."""
    right = left = 0
    for character, count in Counter(text).items():
        kind = unicodedata.bidirectional(character)
        right += count * (kind in _RIGHT)
        left += count * (kind == "L")
    return right > left


def is_turned(shown: str) -> bool:
    """Whether words on a page that is read from the right are read so, as shown from the left.

    Words without any letter of that script are so if their first sign ends a sentence, or if the
    mark of a note stands at their right end.
    """
    if any(unicodedata.bidirectional(character) in _RIGHT for character in shown):
        return True
    if not any(character.isalpha() for character in shown):
        return True
    return shown[:1] in ".,;:\u060c" or _MARK_AT_RIGHT.search(shown) is not None


def day_first(from_left: list[Shown]) -> list[Shown]:
    """Return the signs of a date in Latin letters, on a page read from the right, as they are read.

    A number before Latin words stands at their right there (Unicode Annex 9), and no date has its
    day behind the year: May 2044 7.
    """
    match = _DAY_LAST.fullmatch("".join(sign.text for sign in from_left))
    if match is None or match.end() != len(from_left):
        return from_left
    blank = match.start("blank")
    return [*from_left[blank + 1 :], from_left[blank], *from_left[:blank]]


def plain_letters(text: str) -> str:
    """Return ligatures and presentation forms as the letters they stand for."""
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), text)


def reading_order(from_left: Sequence[list[Shown]]) -> list[Shown]:
    """Return the glyphs of a line that is read from the right in reading order.

    Brackets come out as they open and close.
    """
    from_right = [glyph for base in reversed(from_left) for glyph in base]
    kinds = [kind_of(glyph.text) for glyph in from_right]
    separators = _SEPARATORS if "R" in kinds else _SEPARATORS | _SIGNS
    found: list[Shown] = []
    at = 0
    while at < len(from_right):
        end = _left_to_right_end(from_right, kinds, at, separators)
        if end == at + 1 and _closes_a_stretch(from_right, kinds, at, separators):
            end = _left_to_right_end(from_right, kinds, at + 1, separators)
        if end > at + 1:
            found.extend(reversed(from_right[at:end]))
        else:
            found.append(_unmirrored(from_right[at]))
        at = max(end, at + 1)
    return _with_brackets(found)


def _unmirrored(glyph: Shown) -> Shown:
    """Return a glyph with the quotation mark that is printed.

    Quotation marks are no mirrored characters (Unicode Annex 9), but pdfium turns them like
    brackets where a line runs from the right.
    """
    quote = _MIRRORED.get(glyph.text)
    return glyph._replace(text=quote) if quote else glyph


_MIRRORED = {"\u2018": "\u2019", "\u2019": "\u2018", "\u201c": "\u201d", "\u201d": "\u201c"}


@cache
def kind_of(character: str) -> str:
    """Return how a character takes part in the order: "L", "R", "N" for digits, else ""."""
    kind = unicodedata.bidirectional(character)
    if kind in _RIGHT:
        return "R"
    return "N" if kind in _NUMBER else "L" if kind == "L" else ""


def _left_to_right_end(
    glyphs: Sequence[Shown], kinds: Sequence[str], start: int, separators: frozenset[str]
) -> int:
    """Return the end of the stretch from `start` on that is read from the left.

    That is a stretch from one Latin letter to the last before the next letter of the other script,
    with the digits that touch it, or a number with its separators. A number that brackets part
    from Latin letters belongs to the line: the year of a date before a symbol. Where all letters
    are Latin, only brackets part numbers from them: the mark of a note.
    """
    if kinds[start] not in ("L", "N"):
        return start + 1
    number = start
    if kinds[start] == "N":
        number = _number_end(glyphs, kinds, start, separators)
        touching = number
        while touching < len(glyphs) and glyphs[touching].text in _INSIDE:
            touching += 1
        if touching == len(glyphs) or kinds[touching] != "L":
            latin = "R" not in kinds and "L" in kinds[number:]
            if not latin or _is_bracket(glyphs, number):
                return number
    end = number
    for at in range(number, len(glyphs)):
        if kinds[at] == "R" or (glyphs[at].text.isspace() and _is_far(kinds, at)):
            break
        if kinds[at] == "L" or (kinds[at] == "N" and not _apart(glyphs, end, at)):
            end = at + 1
    return end


def _closes_a_stretch(
    glyphs: Sequence[Shown], kinds: Sequence[str], at: int, separators: frozenset[str]
) -> bool:
    """Whether a bracket closes one inside the stretch at its left: the last of 157/24 (Part I).

    Newer programs keep both on one side, older ones put the closing bracket at the far side of the
    stretch (Unicode Annex 9, rule N0). So it is a matter of which side has more of them.
    """
    if not _is_bracket(glyphs, at) or kinds[at + 1 : at + 2] != ["L"]:
        return False
    end = _left_to_right_end(glyphs, kinds, at + 1, separators)
    inside = sum(_is_bracket(glyphs, index) for index in range(at + 1, end))
    return inside % 2 == 1 and _brackets(glyphs, at, -1) > _brackets(glyphs, end, 1)


def _brackets(glyphs: Sequence[Shown], at: int, step: int) -> int:
    """Return how many brackets stand in a row from a place on."""
    count = 0
    while 0 <= at < len(glyphs) and _is_bracket(glyphs, at):
        count += 1
        at += step
    return count


def _is_bracket(glyphs: Sequence[Shown], at: int) -> bool:
    return glyphs[at].text in _OPENING or glyphs[at].text in _CLOSING


def _number_end(
    glyphs: Sequence[Shown], kinds: Sequence[str], start: int, separators: frozenset[str]
) -> int:
    """Return the end of the number whose last digit stands at `start`, seen from the right.

    A blank parts the thousands of a figure: 79 917 300. Programs disagree on which way the two
    years of a period run; it counts up.
    """
    end = group = start
    while end < len(glyphs):
        if kinds[end] == "N":
            end += 1
        elif kinds[end + 1 : end + 2] != ["N"]:
            break
        elif glyphs[end].text in separators or (
            glyphs[end].text == " "
            and end - group == _THOUSANDS
            and _digits(kinds, end + 1) <= _THOUSANDS
        ):
            end, group = end + 2, end + 1
        elif _counts_up(glyphs, kinds, group, end):
            end += 1 + _YEAR
        else:
            break
    return end


def _counts_up(glyphs: Sequence[Shown], kinds: Sequence[str], start: int, dash: int) -> bool:
    """Whether a dash stands between two years, the earlier at its left; `start`: of the later."""
    end = dash + 1 + _YEAR
    if glyphs[dash].text not in _DASHES or dash - start != _YEAR or end > len(glyphs):
        return False
    digits = [glyph.text for glyph in (*glyphs[start:dash], *glyphs[dash + 1 : end])]
    if not all(map(str.isdecimal, digits)) or kinds[end : end + 1] == ["N"]:
        return False
    return digits[: _YEAR - 1 : -1] < digits[_YEAR - 1 :: -1]


_DASHES = frozenset("-\u2010\u2011\u2013")
_YEAR = 4  # digits
_THOUSANDS = 3  # digits of each group of a figure but the first


def _digits(kinds: Sequence[str], start: int) -> int:
    """Return how many digits stand in a row from a place on, four for any more."""
    run = kinds[start : start + _THOUSANDS + 1]
    return next((at for at, kind in enumerate(run) if kind != "N"), len(run))


def _apart(glyphs: Sequence[Shown], end: int, at: int) -> bool:
    return any(glyph.text.isspace() for glyph in glyphs[end:at])


def _is_far(kinds: Sequence[str], at: int) -> bool:
    """Whether no Latin letter follows a blank before the other script does."""
    following = (kind for kind in kinds[at:] if kind in ("L", "R"))
    return next(following, "R") == "R"


_OPENING = {")": "(", "]": "[", "}": "{", "\u00bb": "\u00ab", "\u203a": "\u2039"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}


def _with_brackets(glyphs: list[Shown]) -> list[Shown]:
    """Return glyphs with each bracket turned the way its neighbours and the brackets before say."""
    opened: list[str] = []
    for at, glyph in enumerate(glyphs):
        if glyph.text not in _OPENING and glyph.text not in _CLOSING:
            continue
        opening = _OPENING.get(glyph.text, glyph.text)
        if _opens(glyphs, at, opening in opened):
            opened.append(opening)
            glyphs[at] = glyph._replace(text=opening)
        else:
            if opening in opened:
                opened.remove(opening)
            glyphs[at] = glyph._replace(text=_CLOSING[opening])
    return glyphs


def _opens(glyphs: Sequence[Shown], at: int, is_open: bool) -> bool:
    """Whether a bracket opens: it stands behind a blank and before a word, or none is open."""
    before = glyphs[at - 1].text if at else " "
    after = glyphs[at + 1].text if at + 1 < len(glyphs) else " "
    free_before = before.isspace() or before in _CLOSING or before in _OPENING
    free_after = after.isspace() or after in ".,;:\u060c\u061b"
    if free_before and not free_after:
        return True
    if free_after and not before.isspace():
        return False
    return not is_open
