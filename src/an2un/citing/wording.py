"""The words of one language by which documents are cited, compiled from its table of phrases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_BLANK = r"[\s\u200e\u200f]"
_HYPHEN = "[-‐‑–]"
_ROMAN = r"[IVXLC]{1,7}(?![A-Za-z])"
_LETTER = "[A-ZАВСЕНКМОРТХ]{1,2}"

_SESSIONS = {"special": "S-", "emergency": "ES-"}
_KEYS = {
    "noun_stands", "spaced", "prefixes", "nouns", "own", "organs", "offices", "joining", "letters",
    "dates", "after", "sessions", "parts", "here", "charter", "treaties", "ibid",
}  # fmt: skip


class WordingError(ValueError):
    """A table of citation words lacks a key or has an unknown one; the message says which."""


class Term(NamedTuple):
    """A known phrase in a text, and what it means."""

    start: int
    end: int
    id: str


class Lexicon:
    """Phrases with their meanings; blanks and apostrophes vary, the longest phrase wins."""

    def __init__(self, meanings: Mapping[str, Iterable[str]], before: str, *, spaced: bool) -> None:
        self._ids = {_key(p): name for name, words in meanings.items() for p in words}
        start, end = (r"(?<![^\W_])", r"(?![^\W\d_])") if spaced else ("", "")
        words = phrases(p for group in meanings.values() for p in group)
        self.source = f"{start}{before}(?:{words}){end}"
        self._pattern = re.compile(f"{start}{before}(?P<term>{words}){end}")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
        """Yield the phrases of a stretch of text in order."""
        stop = len(text) if end is None else end
        for match in self._pattern.finditer(text, start, stop):
            yield Term(match.start("term"), match.end(), self._ids[_key(match["term"])])


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one language.

    noun_after  the noun stands after the number: 第70/1号决议
    joining     to be matched in full: what may stand between two numbers of a list
    leads       what stands before a date, an organ, a part of the document cited
    letter      letters of resolutions as this language prints them -> A, B, C
    session     marks of special sessions as printed -> "S-", "ES-"
    """

    code: str
    noun_after: bool
    nouns: Lexicon
    own: Lexicon
    organs: Lexicon
    offices: Lexicon
    parts: re.Pattern[str]
    number: re.Pattern[str]
    joining: re.Pattern[str]
    joiners: frozenset[str]
    date_lead: re.Pattern[str]
    organ_lead: re.Pattern[str]
    part_lead: re.Pattern[str]
    letter: Mapping[str, str]
    session: Mapping[str, str]
    ordinal: Mapping[str, int]


@cache
def load(code: str) -> Wording:
    """Return the citation words of a language (ISO 639-1 code).

    Raises WordingError where the table has a key too many or too few.
    """
    path = files("an2un") / "languages" / "citations" / f"{code}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if table.keys() != _KEYS:
        odd = ", ".join(sorted(table.keys() ^ _KEYS))
        raise WordingError(f"citation words of {code!r}: missing or unknown: {odd}")
    return _compile(code, table)


def _compile(code: str, table: dict[str, Any]) -> Wording:
    spaced, before = table["spaced"], _optional(table["prefixes"])

    def lexicon(meanings: Mapping[str, Iterable[str]]) -> Lexicon:
        return Lexicon(meanings, before, spaced=spaced)

    letters = table["letters"]
    organs = lexicon(table["organs"])
    return Wording(
        code=code,
        noun_after=table["noun_stands"] == "after",
        nouns=lexicon(table["nouns"]),
        own=lexicon(table["own"]),
        organs=organs,
        offices=lexicon(table["offices"]),
        parts=re.compile("|".join(_parts(table))),
        number=re.compile(_number(table)),
        joining=re.compile(_joining(table["joining"]["words"], organs, spaced=spaced)),
        joiners=frozenset(table["letters"]["joining"]),
        date_lead=re.compile(_lead(table["dates"]["leads"])),
        organ_lead=re.compile(_lead(table["after"]["leads"])),
        part_lead=re.compile(_lead(table["parts"]["leads"])),
        letter=letters["names"],
        session={_key(n): _SESSIONS[key] for key in _SESSIONS for n in table["sessions"][key]},
        ordinal={word: index for index, word in enumerate(table["parts"]["ordinals"], 1)},
    )


# ----------------------------------------------------------------------------- phrases to patterns


def phrases(words: Iterable[str]) -> str:
    """Return the pattern of one of several phrases, the longest first."""
    return "|".join(_phrase(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"


def _phrase(word: str) -> str:
    text = re.escape(word).replace(r"\ ", f"{_BLANK}{{1,3}}").replace(r"\-", _HYPHEN)
    return re.sub("[’']", "[’'ʼ]", text)


def _key(phrase: str) -> str:
    plain = re.sub(f"{_BLANK}+", " ", phrase)
    return re.sub(_HYPHEN, "-", re.sub("[’'ʼ]", "’", plain))


def _optional(words: list[str]) -> str:
    return f"(?:{phrases(words)})?" if words else ""


def _lead(words: list[str]) -> str:
    return rf"[\s,，،]{{0,3}}(?:(?:{phrases(words)}){_BLANK}{{0,2}})?"


def _joining(words: list[str], organs: Lexicon, *, spaced: bool) -> str:
    """All that joins: blanks and punctuation, joining words, names of organs; nothing twice tried."""
    edge = r"(?![^\W\d_])" if spaced else ""
    return rf"(?:[\s,;:،؛、，；()（）\u200e\u200f]++|(?>{phrases(words)}){edge}|{organs.source})*+"


def _number(table: dict[str, Any]) -> str:
    """A cited number.

    `72/7`, `S-23/3`, `75/250 B` and `A and B`, `2021/11`; `2250 (2015)`; `2200 A (XXI)`, `3201 (S-VI)`.
    """
    letters, sessions = table["letters"], table["sessions"]
    letter = f"(?:{phrases(letters['names'])})" if letters["names"] else _LETTER
    letter = (
        rf"(?:{letter}|[A-Z]{{1,2}})(?![^\W_])" if table["spaced"] else r"[A-Z]{1,2}(?![A-Za-z])"
    )
    more = rf"(?:\s?(?:{phrases([*letters['joining'], '-', ','])})\s?{letter})*"
    special = phrases([*sessions["special"], *sessions["emergency"], "S-", "ES-", "SS."])
    counted = rf"(?:{phrases(sessions['regular'])})\s?(?P<count>\d{{1,2}})"
    return (
        rf"(?<![\dA-Za-z/.])(?:(?P<special>{special})\s?)?(?<![\d/])(?P<first>\d{{1,4}})"
        rf"(?:\s?/\s?(?P<second>\d{{1,4}})(?![\d/])(?:\s?(?P<letters>{letter}{more}))?"
        rf"|(?:\s(?P<inner>{letter}{more}))?\s?[(（]\s?(?:(?P<year>\d{{4}})"
        rf"|(?P<session>{special})?\s?(?:(?P<numeral>{_ROMAN})|{counted}))\s?[)）])"
    )


_SLOT = re.compile(r"\\\{(\w+)\\\}")
_POINT = r"(?:\s?[(（](?P<point{}>[a-z])[)）])?"


def _parts(table: dict[str, Any]) -> Iterator[str]:
    """Parts of a document, `section III`, `paragraph 3 (b)`; group `{kind}_{n}` holds the number."""
    words = phrases(table["parts"]["ordinals"])
    joiners = phrases(table["letters"]["joining"])
    several = rf"\d{{1,3}}(?![\d/])(?:\s?(?:[-–,]|{joiners})\s?\d{{1,3}}(?![\d/]|\s?[(（]))*+"
    slots = {"roman": _ROMAN, "number": r"\d{1,3}(?![\d/])", "numbers": several, "word": words}
    counter = 0
    for kind, templates in table["parts"]["kinds"].items():
        for template in sorted(templates, key=len, reverse=True):
            counter += 1
            group = f"{kind}_{counter}"
            pieces = _SLOT.split(_phrase(template))
            body = "".join(
                f"(?P<{group}>{slots[piece]})" if index % 2 else piece
                for index, piece in enumerate(pieces)
            )
            if len(pieces) == 1:
                body = f"(?P<{group}>{body})"
            yield body + (_POINT.format(counter) if kind == "paragraph" else "")
