"""What a document's numbers stand beside, to tell numbers of its sentences from footnote calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from an2un.language import Language
from an2un.source import Span
from an2un.wording.scripts import is_ideograph

AFTER = ",;.:)\u2019\u201d\u00bb]!?\u3002\uff0c\uff1b\uff1a\u3001\u060c\u061b\u300b\u300d\uff09%"
OPENING = "([\u201c\u00ab\u2018\uff08\u300a"
# the digit before the look behind lets a search skip from digit to digit
_NUMBER = re.compile(r"\d(?<![\w/.,-]\d)\d{0,2}(?![\w/]|[.,]\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,})[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]{2,})")
_LAST_WORD = re.compile(r"[^\W\d_]{2,}$")
_FIRST_WORD = re.compile(r"\s[^\W\d_]{2,}")
_DIGITS = re.compile(r"\d+$")
_SERIAL = 999  # the last number of most series
_LONGEST_WORD = 30
_DATE = 40  # characters that a date takes at most, a line end included
_SURE = 4  # weight of a number that cannot be a call; more than that makes a habit
_USUAL = 0.3  # share of a word's places beside a number that makes it a word for numbers


@cache
def _wide_number() -> re.Pattern[str]:
    """Return a number and the ideographs beside it; large classes are slow to compile."""
    return re.compile("([\u3400-\u9fff]?) ?\\d[\\d/ ,.]*([\u3400-\u9fff]?)")


def _last_word(text: str) -> str:
    """Return the word at the end of a text in small letters, an ideograph alone, "" for none."""
    word = _LAST_WORD.search(text)
    return word.group().lower() if word else text[-1:] if is_ideograph(text[-1:]) else ""


def _first_word(text: str) -> str:
    """Return the word behind the blank that a text begins with, as `_last_word` does."""
    word = _FIRST_WORD.match(text)
    first = text.lstrip()[:1]
    return word.group().strip().lower() if word else first if is_ideograph(first) else ""


def _word_before(text: str, at: int) -> str:
    """Return the word that a blank parts from what stands at an offset, "" for none."""
    if not text[at - 1 : at].isspace():
        return ""
    near = text[max(at - _LONGEST_WORD, 0) : at]
    word = near[:-1].rpartition(" ")[2]
    if len(word) > 1 and word.isalpha() and near[-1] in " \u00a0":
        return word  # as most are
    found = _WORD_BEFORE.search(near)
    return found.group(1) if found else ""


class Habits:
    """Words that this document prints before and after numbers of its text: paragraph 3, 3 May.

    Counted over the whole document, they tell a number that is part of the sentence from a call
    that an extractor has set apart by a blank. A number beyond the last note cannot be a call, so
    it weighs as much as several others.
    """

    def __init__(
        self, lines: Sequence[str], links: Sequence[str], language: Language, last: int
    ) -> None:
        self.links = links
        self.language = language
        self._text = " ".join(lines)
        self._lower = self._text.lower()
        self._before: Counter[str] = Counter()
        self._after: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()
        self._totals: dict[str, int] = {}
        self._count_numbers(last)
        if not language.spaced:
            for match in _wide_number().finditer(self._text):
                self._before[match.group(1)] += _SURE
                self._after[match.group(2)] += _SURE

    def _count_numbers(self, last: int) -> None:
        text, lower = self._text, self._lower
        for match in _NUMBER.finditer(text):
            start, end = match.span()
            weight = 1 if int(match.group()) <= last else _SURE
            before = _word_before(text, start)
            if before:
                self._before[before.lower()] += weight
                self._pairs[f"{before} {match.group()}"] += 1
            after = _WORD_AFTER.match(lower, end)
            if after:
                self._after[after.group(1)] += weight

    @cached_property
    def _tokens(self) -> Counter[str]:
        """How often each word or symbol stands in the text; counted if a number is glued to one."""
        tokens: Counter[str] = Counter()
        for token, count in Counter(self._text.split()).items():
            if not token.isalpha():
                tokens[token.rstrip(AFTER).lstrip(OPENING)] += count
        return tokens

    def expects_number(self, before: str, after: str) -> bool:
        """Say whether the words around a number stand around other numbers too."""
        left, right = _last_word(before), _first_word(after)
        return bool(left and self._usual(self._before, left)) or bool(
            right and self._usual(self._after, right)
        )

    def glued(self, before: str, number: str) -> float | None:
        """Score a number glued to digits or a name by what stands elsewhere.

        COVID-19 and Agenda 21 are no calls where they stand whole elsewhere. before: the line up
        to the number. Returns None where the document does not tell.
        """
        token = before[before.rfind(" ") + 1 :].lstrip(OPENING)
        if "/" in token:
            linked = self._linked(token, number)
            if linked is not None:
                return linked
        if self._tokens[token + number] > 1:
            return 0.0
        words = before.rsplit(None, 2)[-2:]
        if token.isdigit() and len(words) == 2:
            return 2.2 if self._pairs[" ".join(words)] else None
        digits = _DIGITS.search(token)
        if digits is None or not self._tokens[token]:
            return None
        # RES/1 and RES/11 may both be cited; no series of documents goes far beyond
        serial = "/" in token and int(digits.group() + number) <= _SERIAL
        return None if serial else 2.0

    def is_day(self, text: str, span: Span) -> bool:
        """Say whether a number is the day of a date."""
        stretch = " ".join(text[span.start : span.end + _DATE].split())
        return any(match.start == 0 for match in self.language.find_dates(stretch))

    def _linked(self, token: str, number: str) -> float | None:
        """Score by where the links of the document lead: to 60/2884, or to 60/288."""
        if any(link.endswith("/" + token + number) for link in self.links):
            return 0.0
        return 2.6 if any(link.endswith("/" + token) for link in self.links) else None

    def _usual(self, counts: Counter[str], word: str) -> bool:
        return counts[word] > _SURE and counts[word] > _USUAL * self._total(word)

    def _total(self, word: str) -> int:
        if word not in self._totals:
            printed = word if is_ideograph(word[0]) else " " + word
            self._totals[word] = self._lower.count(printed)
        return self._totals[word]
