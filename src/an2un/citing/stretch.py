"""A stretch of running text with all in it that citations are made of, found in one pass each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from an2un.citing.bodies import Number, Shape
from an2un.citing.phrases import Term, usual
from an2un.citing.wording import Wording
from an2un.wording.numerals import han, roman, write_roman

DateFinder = Callable[[str], Sequence[tuple[int, int, str]]]


class Dated(NamedTuple):
    """A date in the text: its characters, and the date as YYYY-MM-DD."""

    start: int
    end: int
    iso: str


class Part(NamedTuple):
    """A part of a document: kind ("annex", "paragraph"), its number as in eIds, its point."""

    start: int
    end: int
    kind: str
    number: str
    point: str


class Cited(NamedTuple):
    """A number that may be a citation; start and end leave out its date and parts."""

    start: int
    end: int
    number: Number


class Tail(NamedTuple):
    """What follows a number and belongs to it.

    end     where the words that are part of the citation end (date, part)
    past    where everything that belongs to the number ends (organ named behind it, too)
    """

    end: int
    past: int
    date: Dated | None = None
    organ: str = ""
    parts: tuple[Part, ...] = ()


@lru_cache(maxsize=1024)
def _section(id: str) -> tuple[str, str]:
    """Return the section and the name of what a phrase means: `organs/generalAssembly`."""
    section, _, name = id.partition("/")
    return section, name


_STARTS, _ENDS = itemgetter(0), itemgetter(1)  # of dates, terms and the like


def _end(match: re.Match[str]) -> int:
    return match.end()


_REPORT = re.compile(r"(?<![A-Za-z/])[A-Z]+(?:/[A-Za-z0-9.-]+)+")
# Few characters without the end of a sentence, at least one comma: "), chap. IV, sect. A, "
# (behind the symbol, Chinese may say that it is one: "CBD/COP/15/17号文件，").
_PARTS_ONLY = re.compile(
    r"[)）]?[^\W\dA-Za-z]{0,4}[,،，](?:[^,;:。؛()]{1,24}[,،，])?(?:[^,;:。؛()]{1,24}[,،，])?\s*"
)
_DIGIT = re.compile(r"\d")
FAR = 400  # characters between two numbers of one list at most
NEAR = 90  # characters before a noun within which the parts of its document are named


class Stretch:
    """A running text with the dates, organs and nouns in it, each in order."""

    def __init__(self, text: str, wording: Wording, dates: DateFinder) -> None:
        self.text = text
        self.wording = wording
        self.terms: dict[str, list[Term]] = {}
        for start, end, id in wording.terms.phrases(text):
            section, name = _section(id)
            self.terms.setdefault(section, []).append(Term(start, end, name))
        self.organs: Sequence[Term] = self.terms.get("organs", ())
        self.nouns: Sequence[Term] = self.terms.get("nouns", ())
        self.has_digits = _DIGIT.search(text) is not None
        self.dates: Sequence[Dated] = ()
        self.numbers: Sequence[Cited] = ()
        if self.has_digits:
            self.dates = [Dated(start, end, iso) for start, end, iso in dates(text)]
            self.numbers = list(_numbers(text, wording))
        self._date_from = {date.start: date for date in self.dates}
        self._organ_from = {organ.start: organ for organ in self.organs}

    def date_at(self, position: int) -> Dated | None:
        """Return the date that follows a position with nothing but its lead between."""
        lead = self.wording.date_lead.match(self.text, position)
        return self._date_from.get(lead.end()) if lead else None

    def organ_at(self, position: int) -> Term | None:
        """Return the organ named right after a position."""
        lead = self.wording.organ_lead.match(self.text, position)
        return self._organ_from.get(lead.end()) if lead else None

    def organ_aside(self, date: Dated) -> Term | None:
        """Return the organ named behind a date that commas set off from its number."""
        lead = self.wording.organ_aside.match(self.text, date.end)
        return self._organ_from.get(lead.end()) if lead else None

    def organ_before(self, position: int) -> Term | None:
        """Return the last organ named before a position."""
        index = bisect_right(self.organs, position, key=_ENDS) - 1
        return self.organs[index] if index >= 0 else None

    def date_before(self, position: int) -> Dated | None:
        """Return the date that ends right before a position."""
        index = bisect_right(self.dates, position, key=_ENDS) - 1
        date = self.dates[index] if index >= 0 else None
        return date if date and not self.text[date.end : position].strip() else None

    def dates_from(self, position: int) -> Iterator[Dated]:
        """Yield the dates behind a position, in order."""
        index = bisect_left(self.dates, position, key=_STARTS)
        yield from self.dates[index : index + 20]

    def part_at(self, position: int) -> Part | None:
        """Return the part of a document named at a position."""
        match = self.wording.parts.match(self.text, position)
        return part(match, self.wording) if match else None

    def report_before(self, position: int) -> list[str]:
        """Return the steps of the symbol that stands before a position, [] if none does.

        Only parts of the document may stand between: "A/75/53, chap. IV, sect. A, resolution …".
        """
        window = max(position - NEAR, 0)
        match = max(_REPORT.finditer(self.text, window, position), key=_end, default=None)
        if match is None or _PARTS_ONLY.fullmatch(self.text, match.end(), position) is None:
            return []
        return match.group().split("/")

    def joined(self, start: int, end: int) -> bool:
        """Tell whether nothing but joining words and names of organs stands in a range."""
        if end - start > FAR:
            return False
        at = _past(self.wording.joining, self.text, start, end)
        while at < end and (organ := self._organ_from.get(at)) and organ.end <= end:
            at = _past(self.wording.joining, self.text, organ.end, end)
        return at == end

    def tail(self, position: int) -> Tail:
        """Read the date, the organ and the parts that follow a number."""
        end = past = position
        date: Dated | None = None
        organ = ""
        parts: list[Part] = []
        for _ in range(6):
            if date is None and (found := self.date_at(past)):
                date, end, past = found, found.end, found.end
            elif not organ and (named := self.organ_at(past) or self._set_off(date, past)):
                organ, past = named.id, named.end
            elif (piece := self._part_after(past)) is not None:
                parts.append(piece)
                past = piece.end
                end = end if piece.kind == "several" else past
            else:
                break
        return Tail(end, past, date, organ, tuple(parts))

    def _set_off(self, date: Dated | None, position: int) -> Term | None:
        return self.organ_aside(date) if date is not None and date.end == position else None

    def parts_before(self, position: int, past: int = 0) -> tuple[Part, ...]:
        """Return the parts named before what they are parts of: "section III, paragraph 3, of".

        past  where the citation before it ends
        """
        window = max(position - NEAR, past)
        found = [
            part(match, self.wording)
            for match in self.wording.parts.finditer(self.text, window, position)
        ]
        if not found or not self._leads(found[-1].end, position):
            return ()
        first = len(found) - 1
        while first and self._whole(found[first - 1].end, found[first].start):
            first -= 1
        return tuple(found[first:])

    def _whole(self, start: int, end: int) -> bool:
        """Tell whether two parts name one place: "section III, paragraph 3", "3 of section III"."""
        return not self.text[start:end].strip(" ,،\xa0") or self._leads(start, end)

    def _leads(self, start: int, end: int) -> bool:
        """Tell whether the words that lead from a part to its document fill a range."""
        lead = self.wording.part_lead.match(self.text, start)
        if lead is None or lead.end() > end or not self.joined(lead.end(), end):
            return False
        if self.text[start : lead.end()].strip(" ,،\xa0"):
            return True
        between = self.text[start:end]
        aside = any(sign in between for sign in ",;،؛") or self.linked(between)
        return self.wording.bare_parts and not aside

    def linked(self, between: str) -> bool:
        """Tell whether a text ends in a linking word, as a word of its own."""
        text = between.rstrip()
        return any(
            text.endswith(link) and not text[-len(link) - 1 : -len(link)].isalnum()
            for link in self.wording.links
        )

    def _part_after(self, position: int) -> Part | None:
        """Return the part named after a number, unless it belongs to the next document."""
        lead = _PART_LEAD.match(self.text, position)
        piece = self.part_at(lead.end()) if lead else None
        if piece is None:
            return None
        follows = self.wording.part_lead.match(self.text, piece.end)
        words = self.text[piece.end : follows.end()].strip(" ,،，") if follows else ""
        elsewhere = words and self.date_at(piece.end) is None
        return None if elsewhere or self._here_at(piece.end) else piece

    def _here_at(self, position: int) -> bool:
        """Tell whether a word like "above" follows: the part is one of this document."""
        here = self.terms.get("here", [])
        index = bisect_left(here, position, key=_STARTS)
        after = here[index : index + 1]
        return bool(after) and not self.text[position : after[0].start].strip()


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return where what a pattern takes of a range ends, its start where that is nothing."""
    match = pattern.match(text, start, end)
    return start if match is None else match.end()


_PART_LEAD = re.compile(r"\s{0,2}[,،，、]?\s{0,2}[(（]?")


def part(match: re.Match[str], wording: Wording) -> Part:
    """Return the part of a document that a match of `wording.parts` is."""
    group = next(name for name in reversed(match.groupdict()) if "_" in name and match[name])
    kind, _, index = group.rpartition("_")
    value = wording.ordinal.get(match[group]) or han(match[group])
    number = match[group] if match[group].isascii() else ""
    if value:
        number = write_roman(value).upper() if kind in _ROMAN_KINDS else str(value)
    if kind == "annex" and (value := roman(number)) and value < _LETTER:
        number = str(value)
    elif number and not number[0].isdigit() and roman(number) is None and kind != "several":
        number = ""
    point = match.groupdict().get(f"point{index}") or ""
    return Part(match.start(), match.end(), kind, number, point)


_LETTER = 50  # from here on a Roman numeral of an annex is a letter: "annex C"
_ROMAN_KINDS = ("section", "chapter", "part")


# ------------------------------------------------------------------------------------ the numbers


def _numbers(text: str, wording: Wording) -> Iterator[Cited]:
    for match in wording.number.finditer(text):
        mark = wording.mark.search(text, max(match.start() - _MARK, 0), match.start())
        number = _number(match, mark.group() if mark else "", wording)
        if number is not None:
            yield Cited(mark.start() if mark else match.start(), match.end(), number)


_MARK = 8  # characters of the mark of a special session at most
_LOOKALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")


def _number(match: re.Match[str], special: str, wording: Wording) -> Number | None:
    first, second = match["first"], match["second"]
    session = _mark(special, wording)
    if second:
        if first.startswith("0") or second.startswith("0"):
            return None  # 12/07: so other bodies number, and dates are written
        letter = _letters(match["letters"] or "", wording)
        shape: Shape = "year" if len(first) == 4 and not session else "session"
        if shape == "year" and not 1945 < int(first) < 2100:
            return None
        if shape == "session" and (len(first) > 3 or int(first) == 0):
            return None
        return Number(shape, session + str(int(first)), str(int(second)), letter)
    letter = _letters(match["inner"] or "", wording)
    if match["year"]:
        plain = not letter and 1945 < int(match["year"]) < 2100
        return Number("bracket", match["year"], first) if plain else None
    era = match["numeral"] or write_roman(int(match["count"] or match["ordinal"])).upper()
    mark = _mark(match["session"] or match["marked"] or "", wording)
    return Number("roman", mark + era, first, letter)


def _mark(printed: str, wording: Wording) -> str:
    """Return the mark of a special session as in symbols: "S-", "ES-"."""
    plain = usual(printed)
    return wording.session.get(plain, plain)


def _letters(printed: str, wording: Wording) -> str:
    """Return the letters of a number as in symbols: "A", "A-C"."""
    if wording.letter:
        words = re.split(r"[\s,،–-]+", printed)
        letters = [wording.letter.get(w) or wording.letter.get(w[1:], w) for w in words if w]
    else:
        letters = _CAPITALS.findall(printed.translate(_LOOKALIKES))
    letters = [letter for letter in letters if letter.isupper() and len(letter) <= 2]
    if not letters:
        return ""
    return letters[0] if len(letters) == 1 else f"{letters[0]}-{letters[-1]}"


_CAPITALS = re.compile("[A-Z]{1,2}")
