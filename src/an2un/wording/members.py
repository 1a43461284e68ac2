"""Member States and observers of the United Nations, and the reading of lists of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.fold import fold, folded

_CALLS = "*.0123456789"  # footnote calls printed behind a name
_BEGINNING = 160  # characters that the longest name may take
_KEY = 2  # letters that names are found by; the shortest Chinese ones have two


class Sponsor(NamedTuple):
    """A name in a list: its characters, and its identifier ("" if it is no Member State)."""

    span: Span
    identifier: str


class Roll(NamedTuple):
    """The names of a list in order.

    complete   the whole text is a list of Member States and nothing else
    """

    sponsors: tuple[Sponsor, ...]
    complete: bool


def identifier(name: str) -> str:
    """Return the identifier of the State with an English name: `memberCoteDIvoire`."""
    short = name.partition(" (")[0].replace("’s", "s").replace("’", " ")
    plain = unicodedata.normalize("NFD", short).encode("ascii", "ignore").decode()
    return "member" + "".join(word[0].upper() + word[1:] for word in re.findall("[A-Za-z]+", plain))


def member_table(text: str, code: str) -> dict[str, str]:
    """Return the names of the table in one language, and in English, folded, to identifiers.

    Documents of all languages may name voters in English.
    """
    header, *rows = (line.split("\t") for line in text.splitlines())
    own, english = header.index(code), header.index("en")
    names: dict[str, str] = {}
    for row in rows:
        main = row[english].split("|")[0]
        for name in row[own].split("|") + row[english].split("|"):
            names.setdefault(fold(name).replace("-", ""), identifier(main))
    return names


class _Undashed(NamedTuple):
    """A folded text without dashes: `Saint-Kitts` is printed with one and without.

    offsets  where each character stands in the text as given
    """

    text: str
    offsets: tuple[int, ...]


def _undashed(given: str) -> _Undashed:
    flat = folded(given)
    kept = (at for at, character in zip(flat.offsets, flat.text, strict=True) if character != "-")
    return _Undashed(flat.text.replace("-", ""), tuple(kept))


def _past_calls(flat: str, at: int) -> int:
    """Return the place behind the footnote calls that stand at a place."""
    while at < len(flat) and flat[at] in _CALLS:
        at += 1
    return at


def _sizes(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the names by their first letters, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[:_KEY], set()).add(len(name))
    return {key: tuple(sorted(found, reverse=True)) for key, found in sizes.items()}


class Members:
    """The names of Member States and groups in one language, and how lists of them are written."""

    def __init__(
        self,
        names: Callable[[], Mapping[str, str]],
        groups: Mapping[str, Sequence[str]],
        separators: Sequence[str],
        articles: Sequence[str],
    ) -> None:
        """Take what reads identifiers by folded name, and names of groups by their identifiers."""
        self._read_names = names
        self._groups = groups
        self._separators = sorted(map(fold, separators), key=len, reverse=True)
        strong = [mark for mark in self._separators if not mark.isalnum()]
        self._strong = re.compile("|".join(map(re.escape, strong)))
        self._articles = tuple(map(fold, articles))

    @cached_property
    def _names(self) -> dict[str, str]:
        """Identifiers by name, read when a list is first looked at: few texts hold one."""
        groups = self._groups
        others = {_undashed(name).text: group for group in groups for name in groups[group]}
        return {**others, **self._read_names()}

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        return _sizes(self._names)

    def identifier(self, name: str) -> str:
        """Return the identifier of a State by its whole printed name, "" if it is none."""
        flat = fold(name).strip(_CALLS + ",:;[]").replace("-", "")
        found = self._names.get(flat, "")
        for article in self._articles:
            if not found and flat.startswith(article):
                found = self._names.get(flat[len(article) :], "")
        return found

    def begins(self, text: str) -> bool:
        """Whether a text begins as a list does: a State, then a bracket, separator or the end."""
        flat = fold(text[:_BEGINNING]).replace("-", "")
        end = self._name(flat, 0)
        follows = flat[end : end + 1]
        return end > 0 and (follows in ("", "(", ":") or self._between(flat, end) > end)

    def read(self, text: str) -> Roll:
        """Return the names that a list consists of.

        Member States are told by the table, with the group in brackets that one of them speaks
        for; what stands between two separators and is none is a name without identifier. Where
        a separator is missing or printed twice, the names tell.
        """
        flat = _undashed(text)
        found: list[Sponsor] = []
        complete = True
        at = self._between(flat.text, 0)
        while at < len(flat.text):
            end = at + self._name(flat.text, at)
            known = self._names.get(flat.text[at:end], "")
            stop = self._bracket(flat.text, end) if known else self._unknown(flat.text, at)
            after = self._between(flat.text, stop)
            beside = known != "" and self._name(flat.text, stop) > 0
            if known and after == stop < len(flat.text) and not beside:  # other words follow
                known, stop = "", self._unknown(flat.text, at)
                after = self._between(flat.text, stop)
            complete = complete and bool(known)
            found.append(Sponsor(Span(flat.offsets[at], flat.offsets[stop - 1] + 1), known))
            if after == stop and not beside:
                break
            at = after
        return Roll(tuple(found), complete and bool(found))

    def _name(self, flat: str, at: int) -> int:
        """Return the length of the longest name at a place, 0 if there is none."""
        for size in self._sizes.get(flat[at : at + _KEY], ()):
            if at + size <= len(flat) and flat[at : at + size] in self._names:
                return size
        return 0

    def _bracket(self, flat: str, at: int) -> int:
        """Return where the bracket ends that opens at a place, the place itself if none does."""
        if flat[at : at + 1] != "(":
            return at
        depth = 0
        for end in range(at, len(flat)):
            depth += (flat[end] == "(") - (flat[end] == ")")
            if not depth:
                return end + 1
        return len(flat)

    def _unknown(self, flat: str, at: int) -> int:
        """Return where a name that is in no table ends: at the next comma."""
        mark = self._strong.search(flat, at + 1)
        return mark.start() if mark else len(flat)

    def _between(self, flat: str, at: int) -> int:
        """Return where the next name begins, behind footnote calls and one separator."""
        start, at = at, _past_calls(flat, at)
        if at == len(flat):
            return at
        # ", e" is a separator in Spanish and the beginning of ", Ecuador": the name decides
        fitting = [s for s in self._separators if at and flat.startswith(s, at)]
        steps = [at + len(separator) for separator in fitting]
        for step in steps:
            behind = _past_calls(flat, step)
            if self._name(flat, behind):
                return behind
        if not steps:
            return start
        again = flat.startswith(",", steps[-1])
        return self._between(flat, steps[-1]) if again else steps[-1]
