"""Member States and observers of the United Nations, and the reading of lists of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.fold import Folded, fold, folded

# the Arabic conjunction is written on to the word behind it; a footnote call may follow a name
_EDGES = " \t\xa0.*:\u200e\u200f\u202a\u202b\u202c"


class Sponsor(NamedTuple):
    """A name in a list: its characters, and its identifier ("" if it is no Member State)."""

    span: Span
    identifier: str


def identifier(name: str) -> str:
    """Return the identifier of the State with an English name: `memberCoteDIvoire`."""
    short = name.partition(" (")[0].replace("’", " ")
    plain = unicodedata.normalize("NFD", short).encode("ascii", "ignore").decode()
    return "member" + "".join(word[0].upper() + word[1:] for word in re.findall("[A-Za-z]+", plain))


def member_table(text: str, code: str) -> dict[str, str]:
    """Return the names of the table in one language, and in English, folded, to identifiers."""
    header, *rows = (line.split("\t") for line in text.splitlines())
    own, english = header.index(code), header.index("en")
    names: dict[str, str] = {}
    for row in rows:
        main = row[english].split("|")[0]
        for name in row[own].split("|") + row[english].split("|"):
            names.setdefault(fold(name), identifier(main))
    return names


class Members:
    """The names of the Member States in one language, and how lists of them are written."""

    def __init__(
        self,
        names: Mapping[str, str],
        separators: Sequence[str],
        groups: Sequence[str],
        articles: Sequence[str],
    ) -> None:
        self._names = names
        self._longest = max(map(len, names))
        self._separators = sorted(map(fold, separators), key=len, reverse=True)
        self._groups = tuple(map(fold, groups))
        self._articles = tuple(map(fold, articles))

    def identifier(self, name: str) -> str:
        """Return the identifier of a State by its whole printed name, "" if it is none."""
        flat = fold(name.strip(_EDGES)).strip(".*:,،;؛[]1234567890")
        found = self._names.get(flat, "")
        for article in self._articles:
            if not found and flat.startswith(article):
                found = self._names.get(flat[len(article) :], "")
        return found

    def read(self, text: str) -> tuple[tuple[Sponsor, ...], bool]:
        """Return the names that a list consists of, in order, and whether it is one throughout.

        Names are told by the table; between them stand separators of the language. What is
        neither ends the reading: a list of which more than that is unknown is none.
        """
        flat = folded(text)
        found: list[Sponsor] = []
        at = 0
        while at < len(flat.text):
            size = self._name(flat.text, at)
            if not size:
                break
            end = at + size
            found.append(
                Sponsor(Span(flat.offsets[at], flat.end(end)), self._names[flat.text[at:end]])
            )
            at = end
            step = self._between(flat, at)
            if step is None:
                break
            at = step
        return tuple(found), at >= len(flat.text) and bool(found)

    def _name(self, flat: str, at: int) -> int:
        """Return the length of the longest name at a place, 0 if there is none."""
        for size in range(min(self._longest, len(flat) - at), 1, -1):
            if flat[at : at + size] in self._names:
                return size
        return 0

    def _between(self, flat: Folded, at: int) -> int | None:
        """Return where the next name begins; None where neither a separator nor the end follows."""
        text = flat.text
        while at < len(text) and text[at] in "*.:0123456789":
            at += 1
        if at >= len(text):
            return at
        for separator in self._separators:
            if text.startswith(separator, at):
                return at + len(separator)
        return None
