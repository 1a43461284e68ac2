"""The items of a masthead that runs on in one line, as printed lines would part them.

Where white space was folded, symbol, session, agenda item, adoption and number stand one behind the
other above the enacting formula. Each is told by its own words, as in a printed masthead; what
nothing tells between them is the title of the agenda item. Titles name organs and sessions too:
what a cover holds is looked for only as long as nothing untold has been read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from an2un.language import Language
from an2un.parse.masthead_words import LONGEST_ITEM, LineKind, read_line
from an2un.parse.passage import Passage
from an2un.parse.shapes import BAR_CODE, JOB_LINE
from an2un.parse.sponsors import stated
from an2un.source import Span

_LONGEST = 3000  # characters of a masthead; what stands above them is no part of it
_WORDS = 16  # of an item that names an organ, a session, an agenda item
_DATES = 12  # of a masthead: when it was issued, those of the session, of the adoption
_BEFORE_DATE = 40  # words of an adoption line up to the end of its date
_BEHIND_DATE = 2  # words of it that may stand behind its date
_TYPE_WORDS = 12  # of a document type, and of what is said of it
_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r"[\[\uff3b][^\[\]\uff3b\uff3d]{1,600}[\]\uff3d]")
_COLON = re.compile(r"[:\uff1a]")
# what follows the number of an agenda item: its points and other items, 72 (b), 13 and 117
_ITEMS = re.compile(r"(?:[ ]\(?[^\W_]{1,3}\)|(?:,|[ ][^\W\d_A-Z]{1,3})[ ]\d{1,3}(?!\w)){0,20}")

_COVER: frozenset[LineKind] = frozenset(
    ("publisher", "symbol", "organ", "distribution", "issued", "original", "expression", "status",
     "type", "session", "agenda", "committee", "resolution")
)  # fmt: skip
_SESSION: frozenset[LineKind] = frozenset(("session", "agenda"))  # the session's dates may be above


def item_starts(text: str, language: Language) -> list[int]:
    """Return where the items of a masthead start, and what stands between two of them.

    text: what stands above the enacting formula; offsets count its characters.
    """
    skipped = max(len(text) - _LONGEST, 0)
    head = _Head(text[skipped:], language)
    starts = {at for item in _items(head) for at in item}
    return sorted(skipped + at for at in starts if at < len(head.text))


class _Head:
    """The text of a masthead by its words, which are counted from 0."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        found = list(_WORD.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def words(self, first: int, last: int) -> str:
        """Return the text from one word to another, which is included."""
        return self.text[self.starts[first] : self.ends[last]]

    def span(self, first: int, last: int) -> Span:
        """Return where words stand, up to the word behind them."""
        return Span(self.starts[first], self.start(last + 1))

    def start(self, word: int) -> int:
        """Return where a word starts, the end of the text where there is none."""
        return self.starts[word] if word < len(self.starts) else len(self.text)

    def kind(self, first: int, last: int) -> LineKind:
        """Return what the words would be as a line of a masthead, "" if they tell nothing."""
        line = read_line(Passage(self.words(first, last)), self.language)
        # a distribution that nobody knows holds words of other items
        unknown = line.kind == "distribution" and not line.marks[0].value
        return "" if unknown else line.kind


def _items(head: _Head) -> Iterator[Span]:
    """Yield the items of a masthead in printed order."""
    adopted = _adopted(head)
    if adopted is None:
        yield from _cover(head, len(head.starts))
        yield from _presented(head)
        return
    yield from _cover(head, adopted[0])
    line = head.span(*adopted)
    yield line
    bracket = _BRACKET.match(head.text, line.end)
    if bracket:
        yield Span(line.end, head.start(bisect_left(head.starts, bracket.end())))


def _cover(head: _Head, stop: int) -> Iterator[Span]:
    """Yield the items above the word at which the adoption line starts."""
    at, kinds = 0, _COVER
    while at < stop:
        found = _told(head, at, min(stop, at + _WORDS), kinds)
        if found is None:
            kinds &= _SESSION
            at += 1
            continue
        kind, last = found
        if kind in _SESSION:
            kinds -= {kind}
        yield head.span(at, last)
        at = last + 1


def _told(
    head: _Head, first: int, stop: int, kinds: frozenset[LineKind]
) -> tuple[LineKind, int] | None:
    """Return what begins with a word, and its last word, None where nothing does."""
    start = head.starts[first]
    job = JOB_LINE.match(head.text, start) or BAR_CODE.match(head.text, start)
    if job:
        return "", bisect_left(head.ends, job.end())
    if head.text[start].islower():  # the words of a title go on
        return None
    best: tuple[LineKind, int] | None = None
    for last in range(first, stop):
        if head.ends[last] - start > LONGEST_ITEM:
            break
        kind = head.kind(first, last)
        if kind == "agenda" and kind in kinds:
            items = _ITEMS.match(head.text, head.ends[last])
            return kind, bisect_left(head.ends, items.end()) if items else last
        if kind in kinds:
            best = (kind, last)
            if kind == "original":  # any words may end it
                break
    return best


def _adopted(head: _Head) -> tuple[int, int] | None:
    """Return the first and last word of the adoption line, None if there is none.

    It holds a date. What may stand before its words in some languages is not read as part of it:
    the fewest words that tell count.
    """
    for date in head.language.find_dates(head.text)[:_DATES]:
        inside = bisect_left(head.starts, date.start + 1) - 1
        end = bisect_left(head.ends, date.end)
        for first in range(inside, max(inside - _BEFORE_DATE, -1), -1):
            if head.text[head.starts[first]].islower():
                continue
            for last in range(end, min(end + _BEHIND_DATE + 1, len(head.ends))):
                if head.kind(first, last) == "adopted":
                    return first, last
    return None


def _presented(head: _Head) -> Iterator[Span]:
    """Yield where "Egypt and Peru: draft resolution" stands, from the first of the sponsors on."""
    if head.language.masthead.draft_types.first(head.text) is None:
        return
    for colon in (match.start() for match in _COLON.finditer(head.text)):
        word = bisect_right(head.starts, colon) - 1
        for last in range(min(word + _TYPE_WORDS, len(head.ends) - 1), word - 1, -1):
            found = stated(head.words(word, last), head.language)
            if found is not None and head.starts[word] + found.colon == colon:
                yield head.span(_first_sponsor(head, word, colon), last)
                return


def _first_sponsor(head: _Head, word: int, colon: int) -> int:
    """Return the word from which on everything up to a colon is a list of Member States.

    word: the one that holds the colon; it is returned where no such list ends there.
    """
    members = head.language.members
    for first in range(word + 1):
        listed = head.text[head.starts[first] : colon].rstrip()
        if members.begins(listed) and members.read(listed).complete:
            return first
    return word
