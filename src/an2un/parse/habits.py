"""What a document's numbers stand beside, to tell numbers of its sentences from footnote calls."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.context import Context
from an2un.source import Span
from an2un.wording.dates import DateMatch
from an2un.wording.scripts import is_ideograph

AFTER = ",;.:)\u2019\u201d\u00bb]!?\u3002\uff0c\uff1b\uff1a\u3001\u060c\u061b\u300b\u300d\uff09%"
OPENING = "([\u201c\u00ab\u2018\uff08\u300a"
# the digit before the look behind lets a search skip from digit to digit
_NUMBER = re.compile(r"\d(?<![\w/.,-]\d)\d{0,2}(?![\w/]|[.,]\d)")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+$")
_FIRST_WORD = re.compile(r"\s[^\W\d_]{2,}")
_ENDED_WORD = re.compile(r"([^\W\d_]{2,})[,;.:)\u201d\u00bb\u060c\u061b]")
_DIGITS = re.compile(r"\d+$")
_SERIAL = 999  # the last number of most series
_LONGEST_WORD = 30
_PARTS = tuple(",;.:\uff0c\uff1b\u3002\uff1a\u060c\u061b")
_BLANKS = 3  # and the mark before them at the most
_SIDES = 3  # calls that tell on which side of a mark they stand
_STRAY = 0.1  # share of calls that may stand on the other
_OTHER_SIDE = 0.5  # what is left of the score of one more
_LONGEST = 6  # digits of a number that is worth its value
_DATED = 0.05  # what is left of the score of a number in a date
_ONE_OF_DAYS = 0.3  # of one that may be a day of a month named behind it
_STEP = 10  # numbers of a series that a text may leave out
_SURE = 4  # weight of a number that cannot be a call; more than that makes a habit
_USUAL = 0.3  # share of a word's places beside a number that makes it a word for numbers
_TOLD = 8  # places of a word that tell whether phrases end with it
_SELDOM = 0.02  # share of its places at which a word ends a phrase by chance
_NEVER_ENDS = 0.3  # what is left of a call's score behind a word that ends no phrase
_CITED = 0.25  # the score of a call behind a symbol that is cited elsewhere: 51/12 and 51/122
_EXPECTED = 0.1  # what is left of it where the document prints numbers


@cache
def _wide_number() -> re.Pattern[str]:
    """Return a number and the ideographs beside it; large classes are slow to compile."""
    return re.compile("([\u3400-\u9fff]{0,2}) ?(\\d[\\d/ ,.]*)([\u3400-\u9fff]?)")


class _Number(NamedTuple):
    """A number of the text: its place there, and the words beside it, "" for none."""

    at: int
    value: int
    lefts: tuple[str, ...]
    right: str


def _word_before(text: str, at: int) -> str:
    """Return the word that a blank parts from what stands at an offset, "" for none."""
    if not text[at - 1 : at].isspace():
        return ""
    near = text[max(at - _LONGEST_WORD, 0) : at].rstrip()
    word = near.rpartition(" ")[2]
    if len(word) > 1 and word.isalpha():
        return word  # as most are
    found = _LAST_WORD.search(near)
    return found.group() if found else ""


def _last_word(text: str) -> str:
    """Return the word at the end of a text, an ideograph alone, "" for none."""
    word = _LAST_WORD.search(text)
    return text[-1:] if is_ideograph(text[-1:]) else word.group() if word else ""


def _first_word(text: str) -> str:
    """Return the word behind the blank that a text begins with in small letters.

    An ideograph is a word of its own, whether a blank stands before it or not.
    """
    first = text.lstrip()[:1]
    word = _FIRST_WORD.match(text)
    return first if is_ideograph(first) else word.group()[1:].lower() if word else ""


def _numbers(text: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        before = _word_before(text, start)
        after = _FIRST_WORD.match(text, end)
        lefts = (before,) if before else ()
        yield _Number(start, int(match[0]), lefts, after[0][1:].lower() if after else "")


def _wide(text: str) -> Iterator[_Number]:
    """Yield the numbers of a text without blanks between its words."""
    for match in _wide_number().finditer(text):
        digits = match[2].rstrip(" ,.")
        value = int(digits) if digits.isdigit() and len(digits) < _LONGEST else _SERIAL
        lefts = (match[1][-1:], match[1]) if len(match[1]) > 1 else (match[1],)
        counts = match[2].rstrip().endswith((".", ","))  # the number of a paragraph, or of a list
        yield _Number(match.start(2), value, lefts, "" if counts else match[3])


class Habits:
    """Words that this document prints before and after numbers of its text: paragraph 3, 3 May.

    Counted over the whole document, they tell a number that is part of the sentence from a call
    that an extractor has set apart by a blank. A number that is no call weighs as much as several
    that may be one: before any call is known, only those beyond the last note are sure; then all
    others are, and a number is judged by what the others stand beside.
    """

    def __init__(
        self, context: Context, links: Sequence[str], language: Language, last: int
    ) -> None:
        self.links = links
        self.context = context
        self._language = language
        self._last = last
        self._spaced = language.spaced
        self._printed = context.words
        self._words = self._printed.counts if self._spaced else Counter()
        self._numbers = list(_numbers(context.text) if self._spaced else _wide(context.text))
        self.count(())

    def count(self, calls: Collection[Span]) -> None:
        """Count what the numbers stand beside; calls are spans of the source that are known."""
        places = [self.context.place(span) for span in calls]
        known = {place.start for place in places}
        self._known = known
        self._sides = Counter(self._side(place) for place in places)
        self._weights: dict[int, int] = {}  # of each number, by its place in the text
        self._before: dict[str, int] = defaultdict(int)
        self._after: dict[str, int] = defaultdict(int)
        self._pairs: dict[str, int] = defaultdict(int)
        for number in self._numbers:
            if number.at in known:
                continue
            weight = _SURE if known or number.value > self._last else 1
            self._weights[number.at] = weight
            self._after[number.right] += weight
            for left in number.lefts:
                self._before[left] += weight
                self._pairs[f"{left} {number.value}"] += 1

    @cached_property
    def _tokens(self) -> Counter[str]:
        """How often each word or symbol stands in the text; counted if a number is glued to one."""
        tokens: dict[str, int] = {}
        for token, count in self._printed.marked:
            bare = token.rstrip(AFTER).lstrip(OPENING)
            tokens[bare] = tokens.get(bare, 0) + count
        return Counter(tokens)

    @cached_property
    def _series(self) -> dict[str, list[tuple[int, int]]]:
        """The places and values of the numbers behind each word, in the order of the text."""
        series: dict[str, list[tuple[int, int]]] = {}
        for number in self._numbers:
            for left in number.lefts:
                series.setdefault(left, []).append((number.at, number.value))
        return series

    @cached_property
    def _dates(self) -> tuple[DateMatch, ...]:
        return self._language.find_dates(self.context.text)

    @cached_property
    def _ended(self) -> Counter[str]:
        """How often a phrase ends with each word."""
        return self._printed.found(_ENDED_WORD)

    @cached_property
    def _small(self) -> Counter[str]:
        """How often each word stands in the text, in small letters."""
        small: dict[str, int] = {}
        for word, count in self._words.items():
            lowered = word.lower()
            small[lowered] = small.get(lowered, 0) + count
        return Counter(small)

    def doubt(self, span: Span) -> float:
        """Return what is left of the score of a number that stands apart from the words around it.

        Calls stand where phrases end: hardly ever behind a word that ends none, nor beside words
        that stand beside other numbers too.
        """
        start, end = self.context.place(span)
        text = self.context.text
        before = text[max(start - _LONGEST_WORD, 0) : start].rstrip()
        own = self._weights.get(start, 0)
        lefts = [_last_word(before)]
        if is_ideograph(before[-1:]) and is_ideograph(before[-2:-1]):
            lefts.append(before[-2:])
        right = _first_word(text[end : end + _LONGEST_WORD])
        usual = any(self._usual(left, self._before[left] - own, own) for left in lefts)
        if usual or any(left.lower() in self._language.numbered for left in lefts):
            return _EXPECTED
        if self._usual(right, self._after[right] - own, own, small=True):
            return _EXPECTED
        kept = 1.0 if self._ends_phrases(lefts[0]) else _NEVER_ENDS
        return kept * self._by_side(Span(start, end))

    def _by_side(self, place: Span) -> float:
        """Return what is left of a score by where the known calls stand: before commas or behind.

        French calls notes before the mark and English behind it; a document does one of both.
        """
        side = self._side(place)
        own = self._sides[side] - (place.start in self._known)
        others = self._sides[-side] if side else 0
        return _OTHER_SIDE if others >= _SIDES and own < _STRAY * others else 1.0

    def _side(self, place: Span) -> int:
        """Return 1 for a number behind a mark that parts sentences, -1 before one, else 0."""
        text = self.context.text
        if text[max(place.start - _BLANKS, 0) : place.start].rstrip()[-1:] in _PARTS:
            return 1
        return -1 if text[place.end : place.end + 1] in _PARTS else 0

    def by_date(self, span: Span) -> float:
        """Return what is left of the score of a number: little in a date, or for its day alone.

        The first of several days may be a call all the same: of the nights 5 and 18 September.
        """
        start, end = self.context.place(span)
        text = self.context.text
        index = bisect_right(self._dates, start, key=_start) - 1
        date_end = self._dates[index].end if index >= 0 else -_BLANKS
        if date_end >= end or self._language.opens_day(text, start):
            return _DATED
        behind = start - date_end < _BLANKS  # of 24 August 2044 3 and 21 October
        return 1.0 if behind or not self._language.is_day(text, start) else _ONE_OF_DAYS

    def labels_table(self, line: str) -> bool:
        """Say whether a line is the label of a table, its number included."""
        return self._language.table_label(line)

    def glued(self, before: str, span: Span, number: str, score: float) -> float:
        """Score a number glued to digits or a name by what stands elsewhere.

        COVID-19 and Agenda 21 are no calls where they stand whole elsewhere, nor is the end of
        the 11 in a row of articles. before: the line up to the number, which stands at a span.
        Returns `score` where the document does not tell.
        """
        token = before[before.rfind(" ") + 1 :].lstrip(OPENING)
        if "/" in token:
            linked = self._linked(token, number)
            if linked is not None:
                return linked
        words = before.rsplit(None, 2)[-2:]
        if token.isdigit() and len(words) == 2:
            whole = f"{words[0]} {token}{number}"  # Goal 14 is a name; on 18 May any day may stand
            if (self._pairs[whole] if whole[0].isupper() else self._tokens[token + number]) > 1:
                return 0.0
            if self._counts_on(words[0], span, token, number):
                return 0.0
            return 2.2 if self._pairs[" ".join(words)] else score
        if self._tokens[token + number] > 1:
            return 0.0
        digits = _DIGITS.search(token)
        if digits is None or not self._tokens[token]:
            return score
        # RES/1 and RES/11 may both be cited; no series of documents goes far beyond
        serial = "/" in token and int(digits.group() + number) <= _SERIAL
        return max(score, _CITED) if serial else 2.0

    def _counts_on(self, word: str, span: Span, digits: str, number: str) -> bool:
        """Say whether a number behind a word counts on with the call's digits only.

        Between article 10 and article 12 stands article 11, not a note to article 1; but of notes
        5 and 6 to Agenda 21 no others stand before the first.
        """
        at = self.context.place(span).start - len(digits)
        series = self._series.get(word, [])
        index = bisect_left(series, (at, 0))
        below, low = [0, 0, *(value for _, value in series[max(index - 2, 0) : index])][-2:]
        above = [value for place, value in series[index : index + 2] if place > at]
        high = min([low + _STEP, *above[:1]])
        fits = below < low <= below + _STEP and low < int(digits + number) < high
        return fits and not low <= int(digits) <= high

    def _linked(self, token: str, number: str) -> float | None:
        """Score by where the links of the document lead: to 60/2884, or to 60/288."""
        if any(link.endswith("/" + token + number) for link in self.links):
            return 0.0
        return 2.6 if any(link.endswith("/" + token) for link in self.links) else None

    def _usual(self, word: str, others: int, own: int, *, small: bool = False) -> bool:
        """Say whether a word stands beside numbers, but for the one that is asked about.

        others  weight of the numbers beside it, without that one's
        """
        if not word or others <= _SURE:  # as most, so that it need not be counted
            return False
        total = self._total(self._small if small else self._words, word)
        return others > _USUAL * (total - (own > 0))

    def _ends_phrases(self, word: str) -> bool:
        """Say whether a call may stand behind a word: names may, small words that end phrases."""
        small = word.islower() and self._words[word] >= _TOLD
        return not small or self._ended[word] > _SELDOM * self._words[word]

    def _total(self, counts: Counter[str], word: str) -> int:
        """Return how often a word is printed; ideographs are counted when they are asked for."""
        if not self._spaced and word not in counts:
            counts[word] = self.context.text.count(word)
        return counts[word]


def _start(match: DateMatch) -> int:
    return match.start
