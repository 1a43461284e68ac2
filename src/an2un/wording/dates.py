"""Dates as the United Nations writes them: `5 January 2021`, `2020年12月31日`, `1er avril 2022`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from an2un.wording.fold import fold


class DateMatch(NamedTuple):
    """A date found in a text: its characters, and the date as YYYY-MM-DD."""

    start: int
    end: int
    iso: str


_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"[12]\d{3}")  # in all dates
_SLOT = re.compile(r"\{(\w+)\}")
_BLANKS = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,4}"
# after any letter of an Arabic month may stand a vowel sign, stretching, or the gap it leaves; any
# one character is let through, the day before and the year behind the month make up for it
_SIGN = ".?"


class Dates:
    """The date forms of one or more languages, as one pattern."""

    def __init__(self, forms: Iterable[str], months: Sequence[Sequence[str]]) -> None:
        self._months = {
            fold(name): number for number, names in enumerate(months, 1) for name in names
        }
        names = sorted((name for group in months for name in group), key=len, reverse=True)
        month = "|".join(_loose(name) for name in names)
        self._patterns = tuple(re.compile(_pattern(form, month), re.IGNORECASE) for form in forms)
        self._month = re.compile(month, re.IGNORECASE)

    def find(self, text: str) -> tuple[DateMatch, ...]:
        """Return every date of `text` with day, month and year, in order.

        The days of a range (`22-24 May 2020`) are no dates of their own: of such a range only the
        last day with month and year is found.
        """
        found: list[DateMatch] = []
        for pattern in self._patterns if _YEAR.search(text) else ():
            for match in pattern.finditer(text):
                iso = self._iso(match)
                if iso:
                    found.append(DateMatch(match.start(), match.end(), iso))
        return tuple(_apart(found) if len(found) > 1 else found)

    def whole(self, text: str) -> str:
        """Return the date that the whole text is, "" if it is none."""
        stripped = text.strip(" \t\xa0\u200e\u200f\u202a\u202b\u202c.,،")
        if _DIGIT.search(stripped) is None:
            return ""
        for pattern in self._patterns:
            match = pattern.fullmatch(stripped)
            if match:
                return self._iso(match)
        return ""

    def names_month(self, text: str) -> bool:
        """Whether a month is named anywhere in a text, if only inside a date in figures."""
        return self._month.search(text) is not None or bool(self.find(text))

    def _iso(self, match: re.Match[str]) -> str:
        month = match["month"]
        number = int(month) if month.isdecimal() else self._months.get(fold(month), 0)
        try:
            date = dt.date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            return ""
        return date.isoformat()


def _apart(found: list[DateMatch]) -> list[DateMatch]:
    """Return the matches in order, of overlapping ones the longest."""
    kept: list[DateMatch] = []
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _loose(name: str) -> str:
    parts = []
    for word in name.split():
        signs = _SIGN if "\u0600" <= word[0] <= "\u06ff" else ""
        parts.append("".join(re.escape(letter) + signs for letter in word))
    return _BLANKS.join(parts).replace(r"/", f"{_BLANKS}/{_BLANKS}")


def _pattern(form: str, month: str) -> str:
    slots = {
        # the digit before the look behind lets a search skip from digit to digit
        "day": r"(?P<day>\d(?<!\d\d)\d?)",
        "year": r"(?P<year>[12]\d{3})(?!\d{2})",
        "month": f"(?P<month>{month})",
        "monthnumber": r"(?P<month>\d{1,2})",
    }
    parts = []
    for index, piece in enumerate(_SLOT.split(form)):
        if index % 2:
            parts.append(slots[piece])
        else:
            words = piece.split()
            after = _BLANKS if words else ""
            parts.append(_BLANKS + _BLANKS.join(map(re.escape, words)) + after)
    pattern = "".join(parts)
    return pattern.removeprefix(_BLANKS).removesuffix(_BLANKS)
