"""Paragraphs wrapped to a width so that joining the lines gives the paragraph back."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What a wrapped line must not begin with: it would look like the marker of a provision, a footnote
# or a list when the lines are read again.
_LIKE_A_MARKER = re.compile(r"[(‘“]?\w{1,5}[.)’、．]|[-–—•*_]+|\d+|[^\W\d_]", re.UNICODE)


def wrapped(paragraph: str, width: int) -> str:
    """Return a paragraph as lines of at most `width` characters; longer words stay whole.

    Lines break at blanks, and between two characters of a script written without blanks; no
    hyphen is ever added. Text that is wrapped already is not joined first.
    """
    return "\n".join(_lines(paragraph, max(width, 1)))


def _lines(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
    line, glue = indent, ""
    for piece, blank in _pieces(paragraph.strip(" ")):
        if line.strip() and len(line) + len(glue) + len(piece) > width:
            lines.append(line)
            line = indent + piece
        else:
            line += glue + piece
        glue = blank
    lines.append(line)
    return lines


def _pieces(text: str) -> list[tuple[str, str]]:
    """Return what may not be broken, each with what stands between it and the next."""
    pieces: list[tuple[str, str]] = []
    for number, word in enumerate(text.split(" ")):
        parts = _parts(word)
        if number:
            last, _ = pieces[-1]
            if _glued(last, parts[0]):
                pieces[-1] = (last, " ")
                parts[0] = f"{pieces.pop()[0]} {parts[0]}"
            else:
                pieces[-1] = (last, " ")
        pieces.extend((part, "") for part in parts)
    return pieces


def _glued(last: str, word: str) -> bool:
    """Say whether a line may not break at the blank between two words."""
    if not last or not word or _LIKE_A_MARKER.fullmatch(word):
        return True
    return _is_wide(last[-1]) and _is_wide(word[0])


def _parts(word: str) -> list[str]:
    """Return a word cut wherever two characters of a script without blanks meet."""
    if word.isascii() or not any(map(_is_wide, word)):
        return [word]
    parts: list[str] = []
    start = 0
    for at in range(1, len(word)):
        if _may_part(word[at - 1], word[at]):
            parts.append(word[start:at])
            start = at
    parts.append(word[start:])
    return parts


def _may_part(before: str, after: str) -> bool:
    if not (_is_wide(before) and _is_wide(after)):
        return False
    opens = unicodedata.category(before) in ("Ps", "Pi")
    closes = unicodedata.category(after) in ("Pe", "Pf", "Po")
    return not opens and not closes


@lru_cache(maxsize=8192)
def _is_wide(char: str) -> bool:
    """Say whether a character is of a script written without blanks (East Asian wide)."""
    return unicodedata.east_asian_width(char) in ("W", "F")
