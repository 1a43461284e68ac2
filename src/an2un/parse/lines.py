"""Lines to running text: how printed lines are read together, and what is mended on the way."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, pairwise
from typing import Literal, NamedTuple

from an2un.parse.passage import Call, Passage, Piece, stands_close
from an2un.source import STEERING, Line, Source, Span
from an2un.wording.scripts import is_wide

Mending = Literal[
    "blanks folded", "stray blank removed", "split word joined", "hyphen of the line end removed",
    "control character left out",
]  # fmt: skip


_OPENING = "(["  # what no blank stands behind
_DASHES = "-\u2010\u2011\u2013\u2014/"
_DIVIDING = frozenset("\u00ad\ufffe")  # hyphens that a line end has put into a word


class Repair(NamedTuple):
    """A span of the source that was left out of the running text, and why."""

    span: Span
    reason: Mending


class Mender:
    """Reads lines of one source as running text and keeps a list of every repair.

    source  the text and its lines
    spaced  whether words are separated by blanks (Chinese: no)
    calls   footnote calls, at their offsets in the source
    splits  offsets of blanks that kerning put into words, proved by the rest of the document
    """

    def __init__(
        self, source: Source, spaced: bool, calls: Sequence[Call], splits: Iterable[int]
    ) -> None:
        self.source = source
        self.spaced = spaced
        self.repairs: list[Repair] = []
        self._suspects: list[int] = []
        self._calls = sorted(calls, key=lambda call: call.start)
        self._starts = [call.start for call in self._calls]
        self._called = {call.end: call.start for call in calls if call.end > call.start}
        self._openers = {call.start for call in calls if call.end > call.start}
        cuts = [Repair(Span(offset, offset + 1), "split word joined") for offset in splits]
        for call in self._calls:
            blanks = _blanks_before(source.text, call.start)
            if blanks < call.start < call.end:
                cuts.append(Repair(Span(blanks, call.start), "stray blank removed"))
        self._cuts = sorted(cuts)
        self._cut_starts = [cut.span.start for cut in self._cuts]
        self._marked: list[int] = []  # where lines are not copied as they stand

    def with_calls(self, calls: Sequence[Call], splits: Iterable[int]) -> Mender:
        """Return a mender of the same source that knows more and shares the list of repairs."""
        mender = Mender(self.source, self.spaced, calls, splits)
        mender.repairs, mender._suspects = self.repairs, self._suspects
        return mender

    def passage(self, lines: Sequence[Line]) -> Passage:
        """Return the lines as one running text."""
        if not self._marked:
            self._marked = sorted([*self._starts, *self._cut_starts, *self._suspected()])
        writer, text, marked = _Writer(), self.source.text, self._marked
        previous = ""
        for line in lines:
            start, end = line.span
            if previous:
                self._join(writer, previous, line)
            # where nothing may be marked a line is copied as it stands, as most are
            if marked[bisect_left(marked, start)] > end > start and text[start] not in _ANY_BLANK:
                writer.whole(text, line.span)
            else:
                self._copy(writer, line.span)
            previous = text[end - 1]
        return writer.passage(divided=previous in _DIVIDING)

    def before_calls(self, line: Span) -> int:
        """Return the offset at which the words of a line end, calls behind them left out."""
        text, end = self.source.text, line.end
        while self._called and end > line.start:
            if text[end - 1].isspace():
                end -= 1
            elif end in self._called:
                end = self._called[end]
            else:
                break
        return end

    def _join(self, writer: _Writer, last: str, line: Line) -> None:
        if last in _DIVIDING or line.span.start in self._openers:  # by a call
            return
        if stands_close(self.source.text, line.span.start):
            return
        if last in _OPENING or (last in _DASHES and not writer.ends_with_dash()):
            return
        first = self.source.text[line.span.start]
        if not self.spaced and last.isdecimal() and first.isdecimal():
            return  # some programs end Chinese lines between any two characters
        if self.spaced or not (is_wide(last) or is_wide(first)):
            writer.glue(" ")

    def _copy(self, writer: _Writer, span: Span) -> None:
        """Copy a line's characters, leaving out what has to be mended."""
        text = self.source.text
        at, end = span
        low = bisect_left(self._starts, at)
        calls = self._calls[low : bisect_right(self._starts, end, low)]
        for repair in self._faults(span):
            if repair.span.start < at or self._called_at(repair.span.start):
                continue
            writer.copy(text, at, repair.span.start, calls)
            self.repairs.append(repair)
            at = repair.span.end
        writer.copy(text, at, end, calls)

    def _called_at(self, offset: int) -> bool:
        """Say whether a character is one of a printed call, which gives way to its note whole."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._calls[index].end

    def _faults(self, line: Span) -> list[Repair]:
        """Return what has to be mended in a line, in order."""
        low = high = 0
        if self._cuts:
            low = bisect_left(self._cut_starts, line.start)
            high = bisect_left(self._cut_starts, line.end, low)
        if not self._suspect(line):
            return self._cuts[low:high]
        found = [
            repair
            for match in (_FAULT if self.spaced else _wide_fault()).finditer(
                self.source.text, line.start, line.end
            )
            if (repair := _repair(match, line))
        ]
        return sorted(self._cuts[low:high] + found) if low < high else found

    def _suspect(self, line: Span) -> bool:
        """Say whether anything in a line may have to be mended; of most lines nothing has."""
        suspects = self._suspected()
        first = suspects[bisect_left(suspects, line.start)]
        return first < line.end or self.source.text[line.start] in _ANY_BLANK

    def _suspected(self) -> list[int]:
        """Return where anything may have to be mended, and last a place behind the text.

        It is gathered in one pass over the whole text, much faster than the faults are told.
        """
        if not self._suspects:
            text = self.source.text
            suspect = _SUSPECT if self.spaced else _wide_suspect()
            self._suspects += [match.start() for match in suspect.finditer(text)]
            self._suspects.append(len(text) + 1)
        return self._suspects


def _repair(match: re.Match[str], line: Span) -> Repair | None:
    start, end = match.span()
    if match.lastgroup == "stray":
        return Repair(Span(start, end), "stray blank removed")
    if match.lastgroup == "blanks":
        return Repair(Span(start + 1, end), "blanks folded")
    if match.group() in _DIVIDING:
        if end == line.end:
            return Repair(Span(start, end), "hyphen of the line end removed")
        if match.group() == "\u00ad":
            return None
    return Repair(Span(start, end), "control character left out")


def _blanks_before(text: str, offset: int) -> int:
    while offset and text[offset - 1] in " \t\u00a0\r\n":
        offset -= 1
    return offset


# A blank before an apostrophe (l ’Organisation), doubled blanks, what XML cannot hold.
_BLANK = r" \t\u00a0\u2002-\u200a\u202f"
_BLANKS = rf"(?P<blanks>[{_BLANK}](?:[{STEERING}]*[{_BLANK}])+)"
_CONTROL = rf"\u00ad\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff{STEERING}"
_ODD = rf"(?P<odd>[{_CONTROL}])"
_ANY_BLANK = frozenset(" \t\u00a0\u202f\u3000") | frozenset(map(chr, range(0x2002, 0x200B)))
# What every fault has: two blanks, one before an apostrophe, a character of the odd ones.
_SUSPECT = re.compile(rf"[{_BLANK}{_CONTROL}](?:[{_BLANK}]+|\u2019|(?<=[{_CONTROL}]))")
_FAULT = re.compile(rf"(?P<stray>(?<=[A-Za-z\u00c0-\u024f])[ \u00a0]+(?=\u2019))|{_BLANKS}|{_ODD}")
# Extractors put blanks where Chinese meets digits or letters; the United Nations prints none.
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2026\u2014"


@cache
def _wide_suspect() -> re.Pattern[str]:
    """Return what may be a fault in Chinese, where a single blank may be too much."""
    return re.compile(rf"[{_BLANK}\u3000{_CONTROL}]")


@cache
def _wide_fault() -> re.Pattern[str]:
    """Return the same for Chinese; large classes are slow to compile, and it alone needs them."""
    return re.compile(
        rf"(?P<stray>(?<=[{_WIDE}])[ \u00a0\u3000]+"
        rf"|(?<![.:;,])[ \u00a0\u3000]+(?=[{_WIDE}]))|{_BLANKS}|{_ODD}"
    )


class _Writer:
    """Builds one passage: text, pieces and calls, in order."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._calls: list[Call] = []
        self._length = 0

    def copy(self, text: str, start: int, end: int, calls: Sequence[Call]) -> None:
        if start >= end:
            return
        shift = self._length - start
        for call in calls:
            if start <= call.start < end or call.start == call.end == end:
                self._calls.append(Call(call.start + shift, call.end + shift, call.note))
        self._texts.append(text[start:end])
        self._pieces.append(Piece(self._length, Span(start, end)))
        self._length += end - start

    def whole(self, text: str, span: Span) -> None:
        """Copy a span in which nothing is called."""
        start, end = span
        self._texts.append(text[start:end])
        self._pieces.append(Piece(self._length, span))
        self._length += end - start

    def glue(self, blank: str) -> None:
        self._texts.append(blank)
        self._length += len(blank)

    def ends_with_dash(self) -> bool:
        """Say whether a dash after a blank ends the text so far: it is no hyphen of a word."""
        last = self._texts[-1]
        return len(last) < 2 or last[-2].isspace()

    def passage(self, *, divided: bool) -> Passage:
        text = "".join(self._texts).replace("\t", " ")  # a tab parts words as a blank does
        return Passage(text, tuple(self._pieces), tuple(self._calls), divided)


_CLOSING_MARKS = ".,;:!?)\u201d\u2019\u00bb"
_FEW = 50  # halves of words of which each is looked for
_RARE = 3  # a fragment that occurs more often than this is a word of its own


def proved_splits(source: Source, lines: Sequence[Line], counts: Counter[str]) -> frozenset[int]:
    """Return the offsets of blanks inside words that the rest of the document proves whole.

    `w omen` is mended when "women" stands elsewhere more often and one of the fragments never
    stands without the other; a blank that could be meant is left alone.

    counts  how often each word stands in the lines
    """
    halves = set(_halves(counts))
    spans = sorted([line.span for line in lines])
    if len(halves) <= _FEW:  # so that the time stays linear
        spans = sorted({span for pair in halves for span in _holding(source, spans, pair)})
    pairs: dict[tuple[str, str], list[int]] = {}
    for span in spans:
        tokens = source.slice(span).split(" ")
        for index, (a, b) in enumerate(pairwise(tokens), 1):
            pair = a, b.rstrip(_CLOSING_MARKS)
            if pair in halves:
                blank = span.start + len(" ".join(tokens[:index]))
                pairs.setdefault(pair, []).append(blank)
    return frozenset(
        offset
        for (a, b), offsets in pairs.items()
        if counts[a + b] > len(offsets)
        and counts[b] == len(offsets)
        and (counts[a] == len(offsets) or len(a) == 1)
        for offset in offsets
    )


def _holding(source: Source, spans: Sequence[Span], pair: tuple[str, str]) -> Iterator[Span]:
    """Yield the spans in which two halves follow one another, the first of them a whole token."""
    for span, (start, _) in source.places(" ".join(pair), spans):
        if start == span.start or source.text[start - 1] == " ":
            yield span


def _halves(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield each two words that together are a third and that may be its fragments.

    The second is rare, rarer than both together, and the first as rare unless it is a letter. In
    order a word stands behind those that it begins with.
    """
    words = sorted(counts)
    for at in compress(range(len(words)), map(str.startswith, words[1:], words)):
        first = words[at]
        if (len(first) > 1 and counts[first] > _RARE) or not first.isalpha():
            continue
        past = bisect_left(words, first + _LAST, at)
        for rest in {word[len(first) :] for word in words[at + 1 : past]} & counts.keys():
            times = counts[rest]
            alone = len(first) > 1 and counts[first] != times
            if times <= _RARE and times < counts[first + rest] and not alone:
                yield first, rest


_LAST = chr(sys.maxunicode)  # behind all letters
