"""Folding of text for comparison: no blanks, no case, no accents, one kind of dash and quote.

What page extraction does to words (blanks inside them, stretched Arabic letters, vowel marks,
direction marks, full-width forms) vanishes in the folded text, so that a phrase is found however
it was printed. Offsets lead from each folded character back to the text as given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LINE = 400  # characters of a text that is kept for the next reader
TATWEEL = "\u0640"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032`\u00b4\u02bc\u02b9\u2035\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\uff02\u300a\u300b"
_SAME = dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"')
_SAME |= {"\u0649": "\u064a", "\u0629": "\u0647"}  # letters that Arabic print hardly tells apart
# Mn: accents and Arabic vowel marks; C*: control, direction and unassigned characters; Z*: blanks
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc", "Cn", "Zs", "Zl", "Zp"})


_DIGITS = str.maketrans("10", "lo")


def without_digits(text: str) -> str:
    """Return a text with the letters that text recognition takes for digits: "E1 C0nsejo".

    For looking up phrases, none of which has digits; as long as the text given.
    """
    return text.translate(_DIGITS) if "1" in text or "0" in text else text


def fold_character(character: str) -> str:
    """Return the folded form of one character: empty, or one or more characters."""
    same = _SAME.get(character)
    if same is not None:
        return same
    if character == TATWEEL:
        return ""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    kept = (c for c in decomposed if unicodedata.category(c) not in _DROPPED)
    return "".join(_SAME.get(c, c) for c in kept)


class _Signs(dict[int, str]):
    """What each character is folded to, by its code point, found out when one is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = fold_character(chr(point))
        return folded


_SIGNS = _Signs()
# The same for texts in ASCII alone, a table of bytes being many times faster.
_ASCII = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ`", b"abcdefghijklmnopqrstuvwxyz'")
_ASCII_DROPPED = bytes([*range(0x21), 0x7F])


def fold(text: str) -> str:
    """Return `text` folded, for look-up."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII, _ASCII_DROPPED).decode("ascii")
    # one line is asked for by many readers, and signs of other scripts take their time
    return _folded_line(text).text if len(text) <= _LINE else text.translate(_SIGNS)


class Folded:
    """Folded text, and the way back to the text as given, found when it is first asked for."""

    __slots__ = ("_given", "_offsets", "text")

    def __init__(self, given: str) -> None:
        self._given = given
        self._offsets: Sequence[int] | None = None
        self.text = fold(given) if given.isascii() else given.translate(_SIGNS)

    @property
    def offsets(self) -> Sequence[int]:
        """Where each character of the folded text stands in the text as given."""
        if self._offsets is None:
            self._offsets = self._places()
        return self._offsets

    def _places(self) -> Sequence[int]:
        given = self._given
        if given.isascii():
            return [at for at, character in enumerate(given) if " " < character < "\x7f"]
        offsets: list[int] = []
        for at, character in enumerate(given):
            folded = _SIGNS[ord(character)]
            if folded:
                offsets.extend([at] * len(folded)) if len(folded) > 1 else offsets.append(at)
        return offsets

    def end(self, at: int) -> int:
        """Return the offset in the given text just behind folded character `at - 1`."""
        if not at or not self._given.isascii() or not self._given.isprintable():
            return self.offsets[at - 1] + 1 if at else 0
        end = at
        # of what is printed in ASCII nothing but blanks vanishes
        while (further := at + self._given.count(" ", 0, end)) > end:
            end = further
        return end


def folded(text: str) -> Folded:
    """Return `text` folded, with the way back."""
    return _folded_line(text) if len(text) <= _LINE else Folded(text)


@lru_cache(maxsize=1024)
def _folded_line(text: str) -> Folded:
    """The same for a short text: the readers of one line ask for it, in one stage after another."""
    return Folded(text)
