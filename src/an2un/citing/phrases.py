"""Phrases as patterns: any of them in one search, written with what they have in common once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby, takewhile
from operator import itemgetter
from typing import NamedTuple

# Classes of at most two runs of characters are quick to compile, all others slow.
_HYPHEN = "[-–]"


class Term(NamedTuple):
    """A known phrase in a text, and what it means."""

    start: int
    end: int
    id: str


class Lexicon:
    """Phrases with their meanings; blanks and apostrophes vary, the longest phrase wins.

    prefixes  what may be written on to a phrase in front (Arabic); a phrase begins a word otherwise
    """

    def __init__(
        self, meanings: Mapping[str, Iterable[str]], prefixes: Iterable[str], *, spaced: bool
    ) -> None:
        self._ids = {usual(p): name for name, words in meanings.items() for p in words}
        self._prefixes = frozenset(prefixes)
        self._longest = max(map(len, self._prefixes), default=0)
        self._spaced = spaced
        self._words = [phrase for group in meanings.values() for phrase in group]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One of the phrases, to be searched by its first letters."""
        end = r"(?![^\W\d_])" if self._spaced else ""
        return re.compile(f"(?:{phrases(self._words)}){end}")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
        """Yield the phrases of a stretch of text in order."""
        return map(Term._make, self.phrases(text, start, end))

    def phrases(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, str]]:
        """Yield the same as plain tuples: start, end, what they mean."""
        ids = self._ids
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            begins, past = match.span()
            if self._spaced and begins and text[begins - 1].isalpha():
                word = self._begins(text, begins)
                if word is None or word < start:
                    continue
                begins = word
            printed = match.group()
            yield begins, past, ids.get(printed) or ids[usual(printed)]

    def _begins(self, text: str, start: int) -> int | None:
        """Return where the word begins that a phrase stands at the end of, None in mid-word.

        A prefix is part of the word, but for the conjunctions that Arabic writes on to it.
        """
        at = start
        while at > 0 and start - at <= self._longest and text[at - 1].isalpha():
            at -= 1
        prefix = text[at:start]
        if prefix not in self._prefixes:
            return None
        return at + 1 if prefix[0] in _CONJUNCTIONS else at


_CONJUNCTIONS = "وف"


def phrases(words: Iterable[str]) -> str:
    """Return the pattern of one of several phrases, of which the longest that fits counts.

    What phrases begin with in common is written once, so that the pattern is short to compile and
    a search asks for each character only once.
    """
    return "|".join(_branches(sorted(set(words)))) or "(?!)"


def _branches(words: Iterable[str]) -> Iterator[str]:
    """Yield a pattern for each first character of sorted phrases."""
    for _, group in groupby(words, key=itemgetter(0)):
        alike = list(group)
        shared = _beginning(alike[0], alike[-1])
        rests = [rest for word in alike if (rest := word[len(shared) :])]
        more = f"(?:{'|'.join(_branches(rests))})" if rests else ""
        ends_here = "?" if more and shared == alike[0] else ""
        yield f"{pattern_of(shared)}{more}{ends_here}"


def _beginning(one: str, other: str) -> str:
    """Return what two phrases begin with in common."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(first for first, _ in same)


def pattern_of(phrase: str) -> str:
    """Return the pattern of one phrase."""
    text = re.escape(phrase).replace(r"\ ", r"\s{1,3}").replace(r"\-", _HYPHEN)
    return re.sub("[’']", "[’']", text)


def usual(phrase: str) -> str:
    """Return a phrase with the blanks, dashes and apostrophes by which phrases are looked up."""
    return " ".join(phrase.split()).replace("–", "-").replace("'", "’")


def openings_alike(templates: list[str]) -> dict[tuple[str, str, str], list[str]]:
    """Return what templates open with, by its first character, their slot and what is behind it.

    The longest come first; a template without a slot is an opening alone.
    """
    alike: dict[tuple[str, str, str], list[str]] = {}
    for template in sorted(templates, key=len, reverse=True):
        opening, _, rest = template.partition("{")
        slot, _, last = rest.partition("}")
        alike.setdefault((opening[0], slot, last), []).append(opening)
    return alike
