"""Dates as the United Nations writes them: `5 January 2021`, `2020年12月31日`, `1er avril 2022`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from an2un.wording.fold import fold


class DateMatch(NamedTuple):
    """A date found in a text: its characters, and the date as YYYY-MM-DD."""

    start: int
    end: int
    iso: str


_DIGIT = re.compile(r"\d")
_NEAR = 12  # characters that month and day take with what stands between
_YEAR = re.compile(r"[12]\d{3}")  # in all dates
_SLOT = re.compile(r"\{(\w+)\}")
_BLANKS = r"\s{0,4}"
# after any letter of an Arabic month may stand a vowel sign, stretching, or the gap it leaves; any
# one character is let through, the day before and the year behind the month make up for it
_SIGN = ".?"


class Dates:
    """The date forms of one or more languages; joints: words between days that share a month."""

    def __init__(
        self, forms: Iterable[str], months: Sequence[Sequence[str]], joints: Sequence[str] = ()
    ) -> None:
        self._months = {
            fold(name): number for number, names in enumerate(months, 1) for name in names
        }
        every = dict.fromkeys(name for group in months for name in group)
        names = sorted(every, key=len, reverse=True)
        self._names = "|".join(_loose(name) for name in names)
        self._shapes = [_shape(form) for form in forms]
        self._listed = _listed(joints)
        self._behind = [
            _compiled(shape.month + shape.rest) for shape in self._shapes if "<day>" in shape.rest
        ]
        alike: dict[tuple[str, str], list[_Shape]] = {}
        for shape in self._shapes:
            alike.setdefault((shape.begin, shape.month), []).append(shape)
        self._searches = tuple(_Search(_any_of(shapes), self._months) for shapes in alike.values())

    def find(self, text: str) -> tuple[DateMatch, ...]:
        """Return every date of `text` with day, month and year, in order.

        The days of a range (`22-24 May 2020`) are no dates of their own: of such a range only the
        last day with month and year is found.
        """
        found: list[DateMatch] = []
        for search in self._searches if _YEAR.search(text) else ():
            for match in search.pattern.finditer(text):
                if iso := search.iso(match):
                    found.append(DateMatch(match.start(), match.end(), iso))
        return tuple(_apart(found) if len(found) > 1 else found)

    def whole(self, text: str) -> str:
        """Return the date that the whole text is, "" if it is none."""
        stripped = text.strip(" \t\xa0\u200e\u200f\u202a\u202b\u202c.,،")
        if _DIGIT.search(stripped) is None:
            return ""
        for search in self._searches:
            match = search.pattern.fullmatch(stripped)
            if match and (iso := search.iso(match)):
                return iso
        return ""

    def names_month(self, text: str) -> bool:
        """Whether a month is named anywhere in a text, if only inside a date in figures."""
        return self._month.search(text) is not None or bool(self.find(text))

    def opens_day(self, text: str, at: int) -> bool:
        """Whether a day and its month stand at an offset, with a year behind them or without."""
        return self._days is not None and self._days.match(text, at) is not None

    def is_day(self, text: str, at: int) -> bool:
        """Whether the day or month of a date stands at an offset, if only without its year.

        So does the first of several days: on 18 and 19 September. Where the month is printed before
        the day both are figures; the month of others is a name.
        """
        listed = self._listed.match(text, at)
        later = listed is not None and int(listed["first"]) < int(listed["last"])
        days = (at, listed.start("last")) if listed is not None and later else (at,)
        return any(self.opens_day(text, day) for day in days) or any(
            at in (match.start("day"), match.start("month"))
            for form in self._behind
            for match in form.finditer(text, max(at - _NEAR, 0), at + _NEAR)
        )

    @cached_property
    def _month(self) -> re.Pattern[str]:
        return _compiled(self._names)

    @cached_property
    def _days(self) -> re.Pattern[str] | None:
        return _days(self._shapes, self._names)


class _Search:
    """A pattern for dates, and which of its groups hold the month and may hold day and year.

    months  by their names, folded
    """

    def __init__(self, pattern: str, months: Mapping[str, int]) -> None:
        self.pattern = _compiled(pattern)
        self._months = months
        names = list(self.pattern.groupindex)  # all groups have names
        self._month = names.index("month")
        self._days, self._years = (
            [at for at, name in enumerate(names) if name.startswith(part)]
            for part in ("day", "year")
        )

    def iso(self, match: re.Match[str]) -> str:
        """Return the date of a match as YYYY-MM-DD, "" if there is none such."""
        return _told(self, match.groups())

    def read(self, groups: Sequence[str | None]) -> str:
        """Return the same from the groups of a match."""
        month = groups[self._month] or ""
        number = int(month) if month.isdecimal() else self._months.get(fold(month), 0)
        day = next(filter(None, map(groups.__getitem__, self._days)))
        year = next(filter(None, map(groups.__getitem__, self._years)))
        try:
            return dt.date(int(year), number, int(day)).isoformat()
        except ValueError:
            return ""


@lru_cache(maxsize=1024)  # a document names the same dates again and again
def _told(search: _Search, groups: tuple[str | None, ...]) -> str:
    return search.read(groups)


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


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# any words: looking them up tells whether they are a month
_LETTER = r"[^\W\d_]"
_MONTH = rf"(?P<month>{_LETTER}[^\d,;()]{{0,40}}?)"
# where the next figure is the year words without one behind them need not be tried
_YEAR_AHEAD = r"(?=\D{0,80}+[12]\d{3})"
_YEAR_NEXT = re.compile(r"(?:(?!\(\?P<).)*\(\?P<year")  # the first slot of a form
_SLOTS = {
    # the digit before the look behind lets a search skip from digit to digit
    "day": r"(?P<day>\d(?<!\d\d)\d?)",
    "year": r"(?P<year>[12]\d{3})(?!\d{2})",
    "month": _MONTH,
    "monthnumber": r"(?P<month>\d{1,2})",
}
_GROUP = re.compile(r"(\(\?P<\w+)>")


class _Shape(NamedTuple):
    """A form in four patterns: how it begins, what follows up to the month, month, and the rest."""

    begin: str
    between: str
    month: str
    rest: str


def _shape(form: str) -> _Shape:
    """Return a form as patterns."""
    pieces = _SLOT.split(form)
    parts = [_SLOTS[piece] if n % 2 else _words(piece) for n, piece in enumerate(pieces)]
    month = next(n for n, piece in enumerate(pieces) if piece in ("month", "monthnumber"))
    begin, *between = parts[0 if pieces[0] else 1 : month] or [""]
    rest = "".join(parts[month + 1 :]).removesuffix(_BLANKS)
    return _Shape(begin.removeprefix(_BLANKS), "".join(between), parts[month], rest)


def _days(shapes: Sequence[_Shape], names: str) -> re.Pattern[str] | None:
    """Return the beginnings of the forms that open with the day, up to a month by its name."""
    begins = [
        f"{shape.begin}{shape.between}(?:{names})(?![^\\W\\d_])"
        for shape in shapes
        if shape.begin == _SLOTS["day"] and shape.month == _MONTH
    ]
    return _compiled(_GROUP.sub("(?:", "|".join(dict.fromkeys(begins)))) if begins else None


def _listed(joints: Sequence[str]) -> re.Pattern[str]:
    """Return the days before the last one of several, with what joins it to them."""
    words = "|".join(map(re.escape, joints))
    return re.compile(
        rf"(?P<first>\d{{1,2}})(?:, ?\d{{1,2}}(?!\d)){{0,3}}"
        rf"(?:,? ?(?:{words}) ?| ?[-\u2013] ?)(?P<last>\d{{1,2}})"
    )


def _words(words: str) -> str:
    """Return what stands between two slots of a form as a pattern."""
    return _BLANKS + "".join(re.escape(word) + _BLANKS for word in words.split())


def _any_of(shapes: Sequence[_Shape]) -> str:
    """Return one pattern for forms that begin alike and have the same kind of month.

    What is before the month in one may stand with what is behind it in another; of either the
    longest that fits counts. Days and years are the groups `day…` and `year…`.
    """
    begin, _, month, _ = shapes[0]
    between = _choice(shape.between for shape in shapes)
    rest = _choice(shape.rest for shape in shapes)
    if month == _MONTH and all(_YEAR_NEXT.match(shape.rest) for shape in shapes):
        month = month.replace(_LETTER, _LETTER + _YEAR_AHEAD, 1)
    return f"{begin}(?:{between}){month}(?:{rest})"


def _choice(patterns: Iterable[str]) -> str:
    """Return one of several patterns, each with groups of its own."""
    every = sorted(dict.fromkeys(patterns), key=len, reverse=True)
    return "|".join(_GROUP.sub(rf"\g<1>{n}>", pattern) for n, pattern in enumerate(every))
