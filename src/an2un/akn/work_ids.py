"""Identifiers that hold in every language: `wId`, where other numbers are printed than in English.

An eId is made of the number as printed (naming convention, section 5.4.2), so that point (b) is
`point_ب` in Arabic and (i) is `point_一` in Chinese. What is the same in all languages is the
`wId`, made of the numbers that English prints, as do most other languages: Latin letters, Roman
and Arabic numerals. The metadata name the English Expression as the one whose eIds these are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from an2un.akn.eid import number_part
from an2un.language import LANGUAGES, load
from an2un.wording.legible import legible
from an2un.wording.markers import read_marker
from an2un.wording.numerals import han, roman, write_roman

# What other languages print: Roman numerals or letters before the headings of these sections.
_ROMAN_HEADINGS = frozenset(("sec", "part", "chp"))
_LETTER_HEADINGS = frozenset(("title",))
_TWINS = str.maketrans("асекмортху", "acekmoptxy")  # Cyrillic letters typed for Latin ones
_LATIN = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=4096)
def common_number(name: str, marker: str, count: int, language: str) -> str:
    """Return the number of a unit as other languages print it, "" where it needs no other.

    name    abbreviation of the unit in eIds: "point", "sec"
    count   its place among the units of its kind, which a letter or a word that no table has tells
    """
    marker = legible(marker)
    number = number_part(marker)
    if name in _ROMAN_HEADINGS or name in _LETTER_HEADINGS:
        return _of_heading(name, marker, count, language)
    if number.isascii():
        value = _value(marker, "decimal") if name == "point" else 0
        return write_roman(value) if value and _counted(language) else ""
    if value := _value(marker, "arabic"):
        return _letter(value if len(number) == 1 else count)
    if chinese := han(number):
        return write_roman(chinese) if name == "point" else str(chinese)
    if _value(marker, "cyrillic") == count:
        return _letter(count)
    twin = marker.lower().translate(_TWINS).strip("(). ")
    return twin if twin.isascii() and twin.isalnum() else ""


def _of_heading(name: str, marker: str, count: int, language: str) -> str:
    """Return the number of a heading as other languages print it, "" where it needs no other."""
    number = number_part(marker)
    if number.isascii() and not _in_words(number):
        return ""
    lettered = _LETTERED.fullmatch(number)
    if lettered and language in LANGUAGES:
        letter = load(language).spelled(lettered["letter"])
        if letter is not None and letter.series == "letter":
            return lettered["number"] + _letter(letter.value).upper()
    return _heading_number(name, han(number) or _spelled(marker, language) or count)


_LETTERED = re.compile(r"(?P<number>\d{1,3})(?P<letter>[^\W\d_]{2,10})")  # the letter by its name


def _spelled(marker: str, language: str) -> int | None:
    """Return the number that a label spells out, alone, behind its word or before it, else None."""
    if language not in LANGUAGES:
        return None
    tables, words = load(language), marker.split()
    whole = tables.spelled(marker)
    if whole is not None:
        return whole.value
    parts = (part for part in (words[1:], words[:-1]) if part)
    return next(filter(None, (tables.ordinals.value(" ".join(part)) for part in parts)), None)


def _counted(language: str) -> bool:
    """Tell whether a language counts its points (1), (2) where others print (i), (ii)."""
    return language in LANGUAGES and load(language).counted_points


def _in_words(number: str) -> bool:
    """Tell whether a number is spelled out: `Two`, `ثانيعشر`; no letter, no numeral."""
    return len(number) > 1 and number.isalpha() and roman(number) is None and han(number) is None


def _heading_number(name: str, value: int) -> str:
    """Return the number of a heading as a Roman numeral or a capital letter."""
    return write_roman(value).upper() if name in _ROMAN_HEADINGS else _letter(value).upper()


def _value(marker: str, alphabet: str) -> int:
    """Return the value of a marker read in an alphabet, 0 if it is not of it."""
    found = read_marker(unicodedata.normalize("NFKC", marker))
    readings = found.readings if found else ()
    return next((r.value for r in readings if r.style.split(" ", 1)[1] == alphabet), 0)


def _letter(value: int) -> str:
    return _LATIN[(value - 1) % 26] * ((value - 1) // 26 + 1)


_EID = re.compile(r' eId="([^"]*)"')


def with_work_ids(text: str, units: Mapping[str, str]) -> str:
    """Return a file with a `wId` at every unit, and all inside it, whose number others print else.

    units  eIds of the units, and the last part of the identifiers that they have in common
    """
    found: dict[str, str] = {}

    def common(eid: str) -> str:
        known = found.get(eid)
        if known is None:
            head, joint, last = eid.rpartition("__")
            known = found[eid] = (common(head) if joint else "") + joint + units.get(eid, last)
        return known

    def written(match: re.Match[str]) -> str:
        eid = match[1]
        wid = common(eid)
        return match[0] if wid == eid else f'{match[0]} wId="{wid}"'

    return _EID.sub(written, text) if units else text
