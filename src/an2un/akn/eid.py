"""Element identifiers: the number part of a printed marker, and identifiers that are unique.

Rules: OASIS naming convention, section 5.4, and the number rules of AKN4UN (P1-145, "Numbers").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import cache, lru_cache

from an2un.wording.legible import legible

_ROMAN = frozenset("IVXLCDMivxlcdm")
_GLUED = re.compile(r"\A\s*([^\W\d_]{4,})(\d)")  # a word that has lost the blank behind it


@lru_cache(maxsize=4096)
def number_part(marker: str) -> str:
    """Return the number part of an eId for a printed marker, "" if nothing of it can be used.

    Outer punctuation and blanks are dropped, inner separators become `-`, digits of every script
    become ASCII; letters are kept as printed (NFKC): `(a)` → `a`, `11.2 Rev. A` → `11-2RevA`,
    `㈠` → `一`. Words before the number are dropped, and what Chinese writes around it:
    `Part II` → `II`, `Income section 2` → `2`, `第10条` → `10`. A number in words is kept whole
    where nothing shows which of them is the number: `Part Two` → `Two`, `Primera parte` →
    `Primeraparte`.
    """
    text = unicodedata.normalize("NFKC", legible(marker))
    chinese = None if text.isascii() else _chinese().fullmatch(text.strip())
    inner = _GLUED.sub(r"\1 \2", chinese[1] if chinese else text, count=1)
    tokens = [_token(word) for word in inner.split()]
    tokens = [token for token in tokens if token]
    words = all(map(_is_word, tokens)) and not tokens[-1][:1].isupper() if tokens else False
    if len(tokens) > 1 and _is_word(tokens[0]) and not words:
        del tokens[0]
    while len(tokens) > 1 and _is_word(tokens[0]) and not _is_word(tokens[-1]):
        del tokens[0]
    if len(tokens) > 2 and tokens[0].isdecimal() and all(map(_is_word, tokens[1:])):
        del tokens[1:]
    return "".join(tokens)


@cache
def _chinese() -> re.Pattern[str]:
    """Return what Chinese writes around a number; large classes are slow to compile."""
    return re.compile(r"(?:第|[\u3400-\u9fff]{1,8}(?=\d))(.+?)(?:部分|[条章节編编部款项])?[.、:]?")


def _token(word: str) -> str:
    """Return a word without outer punctuation, inner punctuation as single hyphens."""
    result: list[str] = []
    for char in word:
        if char.isalnum():
            digit = unicodedata.decimal(char, None)
            result.append(char if digit is None else str(digit))
        elif unicodedata.category(char)[0] == "M" and result and result[-1] != "-":
            result.append(char)
        elif result and result[-1] != "-":
            result.append("-")
    return "".join(result).strip("-")


def _is_word(token: str) -> bool:
    return len(token) > 1 and token.isalpha() and not _ROMAN.issuperset(token)


@lru_cache(maxsize=1024)
def label(text: str) -> str:
    """Return a text made fit to be an eId of the metadata: letters, digits, `-` and `.`."""
    kept = (char if char.isalnum() or char in "-." else "-" for char in text)
    return "".join(kept).strip("-.")[:80]


class Ids:
    """The eIds of one file: each given once; later claims of it get `_2` and so on."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._again: dict[str, int] = {}

    def claim(self, eid: str) -> str:
        """Return `eid`, or `eid` with the first free suffix if it is taken."""
        if eid not in self._taken:
            self._taken.add(eid)
            return eid
        count = self._again.get(eid, 1) + 1
        while f"{eid}_{count}" in self._taken:
            count += 1
        self._again[eid] = count
        self._taken.add(f"{eid}_{count}")
        return f"{eid}_{count}"

    @property
    def taken(self) -> Container[str]:
        """All eIds given so far."""
        return self._taken
