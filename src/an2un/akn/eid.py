"""Element identifiers: the number part of a printed marker, and identifiers that are unique.

Rules: OASIS naming convention, section 5.4, and the number rules of AKN4UN (P1-145, "Numbers").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import lru_cache

_ROMAN = frozenset("IVXLCDMivxlcdm")


@lru_cache(maxsize=4096)
def number_part(marker: str) -> str:
    """Return the number part of an eId for a printed marker, "" if nothing of it can be used.

    Outer punctuation and blanks are dropped, inner separators become `-`, digits of every script
    become ASCII; letters are kept as printed (NFKC): `(a)` → `a`, `11.2 Rev. A` → `11-2RevA`,
    `㈠` → `一`. A word before the number is dropped: `Part II` → `II`.
    """
    tokens = [_token(word) for word in unicodedata.normalize("NFKC", marker).split()]
    tokens = [token for token in tokens if token]
    if len(tokens) > 1 and _is_word(tokens[0]):
        del tokens[0]
    return "".join(tokens)


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
