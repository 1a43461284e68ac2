"""The words of one language by which documents are cited, compiled from its table of phrases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from an2un.citing.phrases import Lexicon, openings_alike, pattern_of, phrases, usual
from an2un.record import Record

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
        session={usual(n): _SESSIONS[key] for key in _SESSIONS for n in table["sessions"][key]},
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


# ------------------------------------------------------------------------------------ the patterns


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
        f"(?:{phrases(openings)}){slots[slot].format(index)}{pattern_of(last)}"
        for index, ((_, slot, last), openings) in enumerate(openings_alike(templates).items(), 1)
    )


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
        for (_, slot, last), openings in openings_alike(templates).items():
            counter += 1
            group = f"(?P<{kind}_{counter}>"
            words = phrases(openings)
            body = f"(?:{words}){group}{slots[slot]})" if slot else f"{group}{words})"
            point = _POINT.format(counter) if kind == "paragraph" else ""
            yield body + pattern_of(last) + point
