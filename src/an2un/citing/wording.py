"""The words of one language by which documents are cited, compiled from its table of phrases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby, takewhile
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from an2un.record import Record

# Classes of at most two runs of characters are quick to compile, all others slow.
_HYPHEN = "[-–]"
_ROMAN = r"[IVXLC]{1,7}(?![A-Za-z])"
_LETTER = "[A-ZАВСЕНКМОРТХ]{1,2}"

# Decisions of conferences under Roman sessions: no symbol is made of `XIII/18`, but a list that
# goes on "XIII/18, 14/12 and 14/13" is one list.
_UNCITED = r"\b[IVXLC]{1,7}/\d{1,3}(?![\d/])"
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
    """Phrases with their meanings; blanks and apostrophes vary, the longest phrase wins.

    prefixes  what may be written on to a phrase in front (Arabic); a phrase begins a word otherwise
    """

    def __init__(
        self, meanings: Mapping[str, Iterable[str]], prefixes: Iterable[str], *, spaced: bool
    ) -> None:
        self._ids = {_key(p): name for name, words in meanings.items() for p in words}
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
            yield begins, past, ids.get(printed) or ids[_key(printed)]

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


class Wording(Record):
    """The patterns of one language.

    number      a cited number without the mark of a special session, which `mark` finds before it

    terms       nouns, organs, offices and other words looked for everywhere, as `section/id`
    noun_after  the noun stands after the number: 第70/1号决议
    joining     what may stand between two numbers of a list, but for names of organs
    links       words that lead on to the next number after a remark on the last one
    leads       what stands before a date, an organ, a part of the document cited; `organ_aside`
                where commas set the date off: "14/4, de 30 de noviembre de 2018, de la …"
    letter      letters of resolutions as this language prints them -> A, B, C
    session     marks of special sessions as printed -> "S-", "ES-"
    """

    code: str
    noun_after: bool
    terms: Lexicon
    own: Lexicon
    parts: re.Pattern[str]
    number: re.Pattern[str]
    mark: re.Pattern[str]
    joining: re.Pattern[str]
    links: tuple[str, ...]
    date_lead: re.Pattern[str]
    organ_lead: re.Pattern[str]
    organ_aside: re.Pattern[str]
    part_lead: re.Pattern[str]
    letter: Mapping[str, str]
    session: Mapping[str, str]
    ordinal: Mapping[str, int]
    bare_parts: bool
    treaty: re.Pattern[str]
    ibid: re.Pattern[str]


@cache
def load(code: str) -> Wording:
    """Return the citation words of a language (ISO 639-1 code).

    Raises WordingError where the table has a key too many or too few.
    """
    path = Path(__file__).parents[1] / "languages" / "citations" / f"{code}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if table.keys() != _KEYS:
        odd = ", ".join(sorted(table.keys() ^ _KEYS))
        raise WordingError(f"citation words of {code!r}: missing or unknown: {odd}")
    return _compile(code, table)


def _compile(code: str, table: dict[str, Any]) -> Wording:
    spaced = table["spaced"]

    def lexicon(meanings: Mapping[str, Iterable[str]]) -> Lexicon:
        return Lexicon(meanings, table["prefixes"], spaced=spaced)

    letters = table["letters"]
    return Wording(
        code=code,
        noun_after=table["noun_stands"] == "after",
        terms=lexicon(_terms(table)),
        own=lexicon(table["own"]),
        parts=re.compile("|".join(_parts(table))),
        number=re.compile(_number(table)),
        mark=re.compile(rf"(?<![A-Za-z])(?:{_specials(table)})\s?$"),
        joining=re.compile(_joining(table["joining"]["words"], spaced=spaced)),
        links=tuple(table["joining"]["links"]),
        date_lead=re.compile(_lead(table["dates"]["leads"])),
        organ_lead=re.compile(_lead(table["after"]["leads"], comma="")),
        organ_aside=re.compile(_aside(table["after"]["leads"])),
        part_lead=re.compile(_lead(table["parts"]["leads"])),
        letter=letters["names"],
        session={_key(n): _SESSIONS[key] for key in _SESSIONS for n in table["sessions"][key]},
        ordinal={word: index for index, word in enumerate(table["parts"]["ordinals"], 1)},
        bare_parts="" in table["parts"]["leads"],
        treaty=re.compile(_treaty(table)),
        ibid=re.compile(rf"\s*(?P<ibid>{phrases(table['ibid']['words'])})[\s.,،，]*"),
    )


def _terms(table: dict[str, Any]) -> dict[str, list[str]]:
    """Return all that is looked for everywhere in a text, as `section/id`, for a single search."""
    series = {"series": table["treaties"]["series"], "ibid": table["ibid"]["words"]}
    sections = {name: table[name] for name in _SEARCHED} | {"treaties": series}
    return {
        f"{name}/{id}": words for name, section in sections.items() for id, words in section.items()
    }


_SEARCHED = ("nouns", "organs", "offices", "here", "charter")


# ----------------------------------------------------------------------------- phrases to patterns


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
        yield f"{_phrase(shared)}{more}{ends_here}"


def _beginning(one: str, other: str) -> str:
    """Return what two phrases begin with in common."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(first for first, _ in same)


def _phrase(word: str) -> str:
    text = re.escape(word).replace(r"\ ", r"\s{1,3}").replace(r"\-", _HYPHEN)
    return re.sub("[’']", "[’']", text)


def _key(phrase: str) -> str:
    return " ".join(phrase.split()).replace("–", "-").replace("'", "’")


def _lead(words: list[str], comma: str = ",，،") -> str:
    words = [word for word in words if word]
    return rf"[\s{comma}]{{0,3}}(?:(?:{phrases(words)})\s{{0,2}})?"


def _aside(words: list[str]) -> str:
    """A comma and one of the words, which may not be missing."""
    return rf"\s?[,،，]\s?(?:{phrases(words)})\s{{0,2}}"


def _joining(words: list[str], *, spaced: bool) -> str:
    """All that joins: blanks and punctuation, joining words."""
    whole = [word for word in words if spaced and word[-1].isalpha()]
    open_ended = [word for word in words if word not in whole]
    one = rf"(?>{phrases(whole)})(?![^\W\d_])|(?>{phrases(open_ended)})|{_UNCITED}"
    return rf"(?:[\s,;:،؛、，；()（）]++|{one})*+"


def _number(table: dict[str, Any]) -> str:
    """A cited number: `72/7`, `75/250 A and B`; `2250 (2015)`; `2200 A (XXI)`, `3201 (S-VI)`."""
    letters, sessions = table["letters"], table["sessions"]
    letter = f"(?:{phrases(letters['names'])})" if letters["names"] else _LETTER
    letter = (
        rf"(?:{letter}|[A-Z]{{1,2}})(?![^\W_])" if table["spaced"] else r"[A-Z]{1,2}(?![A-Za-z])"
    )
    more = rf"(?:\s?(?:{phrases([*letters['joining'], '-', ','])})\s?{letter})*"
    special = _specials(table)
    counted = rf"(?:{phrases(sessions['regular'])})\s?(?P<count>\d{{1,2}})"
    return (
        r"(?P<first>\d(?<![0-9A-Za-z/.]\d)\d{0,3})"
        rf"(?:\s?/\s?(?P<second>\d{{1,4}})(?![\d/])(?:\s?(?P<letters>{letter}{more}))?"
        rf"|(?:\s?(?P<inner>{letter}{more}))?\s?[(（]\s?(?:(?P<year>\d{{4}})"
        rf"|(?P<session>{special})?\s?(?:(?P<numeral>{_ROMAN})|{counted})"
        rf"|(?P<marked>{special})\s?(?P<ordinal>\d{{1,2}}))\s?[)）])"
    )


def _treaty(table: dict[str, Any]) -> str:
    """A place in the Treaty Series: `Treaty Series, vol. 1155, No. 18232`, `Ibid., vol. 1155`."""
    words = table["treaties"]
    slots = {"volume": r"(?P<volume{}>\d{{1,4}})(?!\d)", "number": r"(?P<number{}>\d{{1,6}})(?!\d)"}
    volume, number = (_alternatives(words[key], slots) for key in ("volume", "number"))
    gap = r"[\s,،，]{0,3}"
    series = phrases([*words["series"], *table["ibid"]["words"]])
    return f"(?P<series>{series}){gap}(?:{volume})(?:{gap}(?:{number}))?"


def _alternatives(templates: list[str], slots: Mapping[str, str]) -> str:
    """One of several templates with one slot each; the group of the slot is numbered from 1."""
    return "|".join(
        f"(?:{phrases(openings)}){slots[slot].format(index)}{_phrase(last)}"
        for index, ((_, slot, last), openings) in enumerate(_alike(templates).items(), 1)
    )


def _alike(templates: list[str]) -> dict[tuple[str, str, str], list[str]]:
    """Return what templates open with, by its first character, their slot and what is behind it.

    The longest come first; a template without a slot is an opening alone.
    """
    alike: dict[tuple[str, str, str], list[str]] = {}
    for template in sorted(templates, key=len, reverse=True):
        opening, _, rest = template.partition("{")
        slot, _, last = rest.partition("}")
        alike.setdefault((opening[0], slot, last), []).append(opening)
    return alike


def _specials(table: dict[str, Any]) -> str:
    """The marks of special sessions: "S-", "ES-"."""
    sessions = table["sessions"]
    return phrases([*sessions["special"], *sessions["emergency"], "S-", "ES-"])


_POINT = r"(?:\s?[(（](?P<point{}>[a-z])[)）])?"


def _parts(table: dict[str, Any]) -> Iterator[str]:
    """Parts of a document: `section III`, `paragraph 3 (b)`; `{kind}_{n}` holds the number."""
    words = (
        phrases(table["parts"]["ordinals"])
        if table["spaced"]
        else "[一二三四五六七八九十百〇零]{1,6}"
    )
    joiners = phrases(table["letters"]["joining"])
    several = rf"\d{{1,3}}(?![\d/])(?:\s?(?:[-–,]|{joiners})\s?\d{{1,3}}(?![\d/]|\s?[(（]))*+"
    slots = {
        "roman": _ROMAN,
        "letter": "[A-Z](?![A-Za-z])",
        "number": r"\d{1,3}(?![\d/])",
        "numbers": several,
        "word": words,
    }
    counter = 0
    for kind, templates in table["parts"]["kinds"].items():
        for (_, slot, last), openings in _alike(templates).items():
            counter += 1
            group = f"(?P<{kind}_{counter}>"
            words = phrases(openings)
            body = f"(?:{words}){group}{slots[slot]})" if slot else f"{group}{words})"
            point = _POINT.format(counter) if kind == "paragraph" else ""
            yield body + _phrase(last) + point
