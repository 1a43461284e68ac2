"""Folding of text for comparison: no blanks, no case, no accents, one kind of dash and quote.

What page extraction does to words (blanks inside them, stretched Arabic letters, vowel marks,
direction marks, full-width forms) vanishes in the folded text, so that a phrase is found however
it was printed. Offsets lead from each folded character back to the text as given.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

_LINE = 400  # characters of a text that is kept for the next reader
TATWEEL = "\u0640"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032`\u00b4\u02bc\u02b9\u2035\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\uff02\u300a\u300b"
_SAME = dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"')
# Mn: accents and Arabic vowel marks; C*: control, direction and unassigned characters; Z*: blanks
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc", "Cn", "Zs", "Zl", "Zp"})


class Folded(NamedTuple):
    """Folded text; `offsets[i]` is where its character `i` stands in the text as given."""

    text: str
    offsets: tuple[int, ...]

    def end(self, at: int) -> int:
        """Return the offset in the given text just behind folded character `at - 1`."""
        return self.offsets[at - 1] + 1 if at else 0


@cache
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


@lru_cache(maxsize=4096)
def _fold_phrase(phrase: str) -> str:
    return "".join(map(fold_character, phrase))


def fold(text: str) -> str:
    """Return `text` folded, for look-up."""
    return _fold_phrase(text) if len(text) < 80 else "".join(map(fold_character, text))


def folded(text: str) -> Folded:
    """Return `text` folded, with the way back."""
    return _folded_line(text) if len(text) <= _LINE else _folded(text)


@lru_cache(maxsize=256)
def _folded_line(text: str) -> Folded:
    """The same for a short text: the readers of one line ask for it one after the other."""
    return _folded(text)


def _folded(text: str) -> Folded:
    if text.isascii() and "`" not in text:  # nothing to fold but case and blanks
        kept = tuple(at for at, character in enumerate(text) if " " < character < "\x7f")
        return Folded("".join([text[at] for at in kept]).lower(), kept)
    out: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        one = fold_character(character)
        if one:
            out.append(one)
            offsets.extend([at] * len(one)) if len(one) > 1 else offsets.append(at)
    return Folded("".join(out), tuple(offsets))
