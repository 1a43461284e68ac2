"""Footnotes: the notes at page feet, their calls in the text, and which belongs to which.

A call is a digit glued to a word or a year, and only the sequence tells it from the text: the
notes of a page stand in the order of their calls, so all calls of a page are found together, as
the best increasing sequence of places.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from an2un.codes import NOTE_WITHOUT_CALL
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.layout import Page, Sheet
from an2un.parse.lines import Mender
from an2un.parse.passage import Call
from an2un.source import Line, Source, Span
from an2un.tree import Footnote, Paragraph


@dataclass(slots=True)
class Note:
    """A note as printed at a page foot: its mark, and its lines paragraph by paragraph."""

    mark: str
    span: Span  # of the printed mark, brackets included
    page: int  # index into the pages of the sheet
    indent: float = 0.0  # of the line with the mark
    paragraphs: list[list[Line]] = field(default_factory=lambda: [[]])


class Place(NamedTuple):
    """A span of the source that may be a call, and how sure that is (0 to 3)."""

    span: Span
    score: float


_MARK = re.compile(r"(?P<mark>\(\s?\d{1,3}\s?\)|\d{1,3}|[*\u2020\u2021]{1,3})(?P<dot>[.)]?)(?P<gap>\s+|$|(?=[^\W\d]))")


def read_notes(source: Source, pages: Sequence[Page]) -> list[Note]:
    """Return the notes of all pages in printed order.

    A line opens a note if it starts with the number that comes next (or with 1 again, or with a
    symbol); a page's first note lines without such a number go on with the last note of the page
    before.
    """
    notes: list[Note] = []
    for number, page in enumerate(pages):
        waiting: list[Note] = []
        for index, line in enumerate(page.notes):
            opened = _opening(source, line, notes, number, page.notes[index + 1 :])
            if opened is None:
                if len(waiting) > 1 and waiting[0].paragraphs[-1] and _is_new_text(source, line, waiting):
                    waiting.pop(0)
                if not notes:
                    notes.append(Note("", Span(line.span.start, line.span.start), number))
                _continue(source, waiting[0] if waiting else notes[-1], line)
                continue
            note, rest = opened
            notes.append(note)
            if rest is not None:
                note.paragraphs[-1].append(rest)
                waiting = [note]
            elif waiting and not waiting[-1].paragraphs[-1]:
                waiting.append(note)
            else:
                waiting = [note]
    return notes


def _opening(
    source: Source, line: Line, notes: Sequence[Note], page: int, following: Sequence[Line]
) -> tuple[Note, Line | None] | None:
    """Return the note that a line opens and the rest of the line, None if it opens none."""
    printed = source.slice(line.span)
    match = _MARK.match(printed)
    if match is None:
        return None
    mark = match.group("mark")
    value = _value(mark)
    if value is not None:
        if not line.indent and any(other.page == page for other in notes[-1:]) and notes[-1].indent:
            return None
        last = next((v for note in reversed(notes) if (v := _value(note.mark)) is not None), 0)
        fresh = not notes or notes[-1].page != page
        if value != last + 1 and not (value == 1 and fresh) and not (fresh and last < value <= last + 3):
            return None
        if match.group("gap") == "" and match.end() < len(printed) and not match.group("dot"):
            if value != last + 1 or not notes:
                return None
    span = Span(line.span.start, line.span.start + match.end("mark"))
    note = Note(mark, span, page, line.indent)
    start = line.span.start + match.end()
    if start >= line.span.end:
        return note, None
    return note, line._replace(span=Span(start, line.span.end))


def _value(mark: str) -> int | None:
    digits = mark.strip("() ")
    return int(digits) if digits.isdigit() else None


def _is_new_text(source: Source, line: Line, waiting: Sequence[Note]) -> bool:
    """Say whether a line begins the text of the next waiting note (all numbers came first)."""
    last = waiting[0].paragraphs[-1][-1]
    return source.text[last.span.end - 1] in ".\u3002\u06d4" or line.gap > last.gap


def _continue(source: Source, note: Note, line: Line) -> None:
    paragraph = note.paragraphs[-1]
    if paragraph:
        last = paragraph[-1]
        ended = source.text[last.span.end - 1] in ".:;\u3002"
        if ended and line.page == last.page and (line.indent > paragraph[0].indent >= 0 and len(paragraph) > 1):
            note.paragraphs.append([line])
            return
    paragraph.append(line)


# ------------------------------------------------------------------------------------- the calls


class Habits:
    """Words that this document prints before and after numbers of its text: paragraph 3, 3 May.

    Counted over the whole document, they tell a number that is part of the sentence from a call
    that an extractor has set apart by a blank.
    """

    def __init__(
        self, source: Source, sheet: Sheet, language: Language, last: int
    ) -> None:
        self.links = sheet.links
        self.language = language
        self.last = last
        self.before: Counter[str] = Counter()
        self.after: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        for page in sheet.pages:
            for line in page.body:
                self._count(source.slice(line.span))

    def _count(self, printed: str) -> None:
        """A number beyond the last note cannot be a call and counts double."""
        self.words.update(_ANY_WORD.findall(printed.lower()))
        for match in _WIDE_NUMBER.finditer(printed):
            self.before[match.group(1)] += 2
            self.after[match.group(2)] += 2
        if not printed.isascii():
            self.words.update(_IDEOGRAPH.findall(printed))
        self.tokens.update(token.rstrip(_AFTER).lstrip(_OPENING) for token in printed.split())
        for match in _NUMBER_IN_TEXT.finditer(printed):
            weight = 1 if int(match.group("number")) <= self.last else 2
            if match.group("before"):
                self.before[match.group("before").lower()] += weight
                self.pairs[f"{match.group('before')} {match.group('number')}"] += 1
            if match.group("after"):
                self.after[match.group("after").lower()] += weight

    def expects_number(self, before: str, after: str) -> bool:
        """Say whether the words around a number stand around other numbers too."""
        left = _LAST_WORD.search(before) or _IDEOGRAPH.search(before[-1:])
        right = _FIRST_WORD.match(after) or _IDEOGRAPH.match(after.lstrip()[:1])
        return bool(
            (left and self._usual(self.before, left.group().lower()))
            or (right and self._usual(self.after, right.group().strip().lower()))
        )

    def glued(self, before: str, number: str) -> float | None:
        """Score a number glued to digits or a name by what stands elsewhere: COVID-19, Agenda 21.

        None where the document does not tell.
        """
        token = before[before.rfind(" ") + 1 :].lstrip(_OPENING)
        if "/" in token:
            linked = self._linked(token, number)
            if linked is not None:
                return linked
        if self.tokens[token + number] > 1:
            return 0.0
        words = before.rsplit(None, 2)[-2:]
        if token.isdigit() and len(words) == 2:
            return 2.2 if self.pairs[" ".join(words)] else None
        return 2.0 if token[-1:].isdigit() and self.tokens[token] else None

    def _linked(self, token: str, number: str) -> float | None:
        """Score by the links of the document: does one lead to 60/2884, or to 60/288?"""
        for link in self.links:
            if link.endswith("/" + token + number):
                return 0.0
        return 2.6 if any(link.endswith("/" + token) for link in self.links) else None

    def is_day(self, text: str, span: Span) -> bool:
        """Say whether a number is the day of a date."""
        stretch = " ".join(text[span.start : span.end + _DATE].split())
        return any(match.start == 0 for match in self.language.find_dates(stretch))

    def _usual(self, counts: Counter[str], word: str) -> bool:
        return counts[word] > 2 and counts[word] > 0.3 * self.words[word]


_NUMBER_IN_TEXT = re.compile(
    r"(?:(?P<before>[^\W\d_]{2,})[ \u00a0])?(?<![\w/.,-])(?P<number>\d{1,3})(?![\w/]|[.,]\d)(?:[ \u00a0](?P<after>[^\W\d_]{2,}))?"
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_WIDE_NUMBER = re.compile("([\u3400-\u9fff]?) ?\\d[\\d/ ,.]* ?([\u3400-\u9fff]?)")
_ANY_WORD = re.compile(r"[^\W\d_]{2,}")
_LAST_WORD = re.compile(r"[^\W\d_]{2,}$")
_FIRST_WORD = re.compile(r"\s[^\W\d_]{2,}")


def find_calls(
    source: Source, sheet: Sheet, language: Language, notes: Sequence[Note]
) -> dict[int, Span]:
    """Return for the index of each note the span of its call; notes without a call are missing."""
    found: dict[int, Span] = {}
    if not notes:
        return found
    pages = sheet.pages
    habits = Habits(source, sheet, language, max(_value(note.mark) or 0 for note in notes))
    for number, page in enumerate(pages):
        here = [index for index, note in enumerate(notes) if note.page == number]
        if here and page.body:
            stretches = [line.span for line in page.body]
            found.update(_best(source, habits, stretches, [(index, notes[index].mark) for index in here]))
    for index, note in enumerate(notes):
        if index not in found:
            low, high = _between(index, found)
            places = _places(source, habits, _nearby(note.page, pages), note.mark)
            fitting = [p for p in places if low <= p.span.start and p.span.end <= high]
            best = max(fitting, key=lambda place: place.score, default=None)
            if best is not None and best.score > _LAST_RESORT:
                found[index] = best.span
    return found


def _nearby(page: int, pages: Sequence[Page]) -> list[Span]:
    """Return the lines of a page and of the pages beside it."""
    return [
        line.span for other in pages[max(page - 1, 0) : page + 2] for line in other.body
    ]


def _between(index: int, found: dict[int, Span]) -> tuple[int, int]:
    """Return the offsets that the calls of the neighbouring notes leave to a note."""
    low = found[index - 1].end if index - 1 in found else -1
    high = found[index + 1].start if index + 1 in found else sys.maxsize
    return low, high


def _best(
    source: Source,
    habits: Habits,
    stretches: Sequence[Span],
    marks: Sequence[tuple[int, str]],
) -> dict[int, Span]:
    """Return the best increasing choice of one place for each mark, in the order of the marks."""
    # Each entry: end of the sequence so far -> (score, chain of choices).
    chains: list[tuple[int, float, tuple[tuple[int, Span], ...]]] = [(-1, 0.0, ())]
    for index, mark in marks:
        grown = list(chains)
        for place in _places(source, habits, stretches, mark):
            if place.score <= _DOUBTFUL:
                continue
            earlier = [chain for chain in chains if chain[0] <= place.span.start]
            if not earlier:
                continue
            before = max(earlier, key=lambda chain: (chain[1], -chain[0]))
            choice = (*before[2], (index, place.span))
            grown.append((place.span.end, before[1] + place.score, choice))
        chains = _undominated(grown)
    best = max(chains, key=lambda chain: (chain[1], -chain[0]))
    return dict(best[2])


def _undominated(
    chains: list[tuple[int, float, tuple[tuple[int, Span], ...]]],
) -> list[tuple[int, float, tuple[tuple[int, Span], ...]]]:
    """Keep the chains that no other one beats by ending earlier with at least the same score."""
    kept: list[tuple[int, float, tuple[tuple[int, Span], ...]]] = []
    for chain in sorted(chains, key=lambda chain: (chain[0], -chain[1])):
        if not kept or chain[1] > kept[-1][1]:
            kept.append(chain)
    return kept[-_BEAM:]


_BEAM = 24
_DATE = 40  # characters that a date takes at most, a line end included
_DOUBTFUL = 0.3  # the least score of a call in a sequence
_LAST_RESORT = 0.08  # the least score of a call whose neighbours are found


def _places(
    source: Source, habits: Habits, stretches: Sequence[Span], mark: str
) -> list[Place]:
    """Return the spans that may be the call of a note, each with its score."""
    bare = mark.strip("() ")
    places = []
    for stretch in stretches:
        at = source.text.find(bare, stretch.start, stretch.end)
        while at >= 0:
            place = _place(
                source.text, stretch, Span(at, at + len(bare)), mark.startswith("("), habits
            )
            places.append(place)
            at = source.text.find(bare, at + 1, stretch.end)
    return places


_OPENING = "([\u201c\u00ab\u2018\uff08\u300a"
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_AFTER = ",;.:)\u2019\u201d\u00bb]!?\u3002\uff0c\uff1b\uff1a\u3001\u060c\u061b\u300b\u300d\uff09%"


def _place(text: str, line: Span, span: Span, bracketed: bool, habits: Habits) -> Place:
    """Score one occurrence of a note's number by what stands before and after it."""
    before = text[line.start : span.start]
    after = text[span.end : line.end]
    if after[:1].isdigit():
        return Place(span, 0)
    opened, closed = before.rstrip(" \u00a0").endswith(("(", "\uff08")), after.lstrip(" \u00a0")[:1] in ")\uff09"
    if opened and closed and after.strip():
        start = line.start + len(before.rstrip(" \u00a0")) - 1
        end = span.end + len(after) - len(after.lstrip(" \u00a0")) + 1
        return Place(Span(start, end), 3.0 if bracketed and start > line.start else 0)
    if opened and closed:
        start = line.start + len(before.rstrip(" \u00a0")) - 1
        return Place(Span(start, line.end), 3.0 if bracketed and start > line.start else 0)
    if not text[span.start].isdigit():
        return Place(span, _symbol_score(before, after))
    number = text[span.start : span.end]
    score = _number_score(before, number, after)
    if score and before[-1:].isdigit():
        known = habits.glued(before, number)
        score = score if known is None else known
    if _IN_DATE.match(text, span.end) and habits.is_day(text, span):
        score *= 0.05
    score *= 0.3 if bracketed else 1.0
    apart = before[-1:].isspace() or _IDEOGRAPH.match(before[-1:]) or _IDEOGRAPH.match(after[:1])
    if apart and habits.expects_number(before.rstrip(), after):
        score *= 0.1
    return Place(span, score)


def _symbol_score(before: str, after: str) -> float:
    if after[:1] == "*" or before.endswith("*") or not before.strip():
        return 0
    return 3.0 if not before.endswith(" ") else 2.0


def _number_score(before: str, number: str, after: str) -> float:
    """Score a bare number: glued to a word or a mark of punctuation it is a call, apart it may be."""
    last = before[-1:]
    if (last.isalpha() or last in ("-", ".")) and "/" in before[before.rfind(" ") + 1 :]:
        return 0.4  # inside a symbol: A/78/L.1, Add.1
    if not last:
        return 0.3 if after[:1] in _AFTER and after[:2] != ". " else 0
    if after[:1].isalpha() and after[0].isascii():
        if not after[0].islower() or last.isupper() or last.isdigit():
            return 0
        return 0.8
    if after[:1] in "/-\u2013\u2011" and after[1:2].isalnum():
        return 0
    if (after[:1] == "." and after[1:2].isdigit()) or _THOUSANDS.match(after):
        return 0
    closing = not after or after[0] in _AFTER
    if last.isdigit():
        return _after_digits(before, number)
    if last.isspace():
        return _after_blank(before.rstrip(), after, closing)
    if last in "/-\u2013\u2011(\u201c\u00ab[\u2018$\u20ac":
        return 0
    if last in ".," and before[-2:-1].isdigit():
        whole = _YEAR.search(before[:-1]) or "/" in before[before.rfind(" ") + 1 :]
        listed = last == "," and _LISTED_LAST.search(before[:-1]) is not None
        return 2.6 if whole else 1.4 if listed else 0.6
    if last in ")\uff09" and after[:1] in ")\uff09":
        return 0.8  # (2022)13): the number is part of what the brackets hold
    return 3.0


def _plausible(number: int) -> bool:
    """Say whether a resolution or decision of some session may have a number (decisions: 501 on)."""
    return number <= 400 or 500 < number < 700


def _after_digits(before: str, number: str) -> float:
    """Score a number glued to digits: only if these are a year or a number by themselves."""
    digits = re.search(r"\d+$", before)
    assert digits is not None
    if _YEAR.fullmatch(digits.group()):
        return 2.6
    if before[: digits.start()].endswith("/"):
        token = before[before.rfind(" ") + 1 :]
        if any(character.isalpha() for character in token):
            return 0.2
        return 0.2 if _plausible(int(digits.group() + number)) else 2.2
    if not before[: digits.start()].strip():
        return 0  # the number of a paragraph
    return 0.4 if len(digits.group()) > 4 else 0.12


# The rest of a date behind its day: July 2000, de julio de 2000, تموز/يوليه 2000.
_IN_DATE = re.compile(r"\s+(?:de )?[^\W\d_]{3,}\.?(?:/\s?[^\W\d_]+)?(?: del?)?,?\s+\d{4}\b")
_THOUSANDS = re.compile(r"(?:[ \u00a0]\d{3}(?!\d))+")
_SHORT_NUMBER = re.compile(r"(?<![\d/])\d{1,3}$")
_LISTED_LAST = re.compile(r"(?<![\d/])\d{1,3},? [^\W\d_]{1,3} \d{1,3}$")
_LISTED = re.compile(r"(?<![\d/])\d{1,3},? [^\W\d_]{1,3}$")


def _after_blank(before: str, after: str, closing: bool) -> float:
    last = before[-1:]
    if not last:
        return 0
    wide = ord(last) >= 0x2E80
    if last == "," and _SHORT_NUMBER.search(before[:-1]):
        return 0.35  # articles 6, 14 and 15
    if _LISTED.search(before):
        return 0.3  # articles 6 and 7
    if last in ",;.:\u201d\u00bb)\u3002\uff0c\uff1b\u300b\u3001\uff09\u060c\u061b\u2019":
        return 2.4 if after[:1].isspace() or not after or closing else 0.6
    if closing:
        return 1.8 if not last.isdigit() else 1.0
    if after[:1].isspace() and wide:
        return 1.5
    if not last.isalnum() or not after[:1].isspace():
        return 0.1
    return 1.4 if _YEAR.search(before) else 1.0


# -------------------------------------------------------------------------------------- together


def pair(
    sheet: Sheet, mender: Mender, language: Language, notes: Sequence[Note], report: Report
) -> list[Call]:
    """Return the calls of all notes with their footnotes, at offsets of the source.

    A note without a call is reported (AU201) and put at the end of the text above it: where it
    was called from is not known, but it is not lost.
    """
    source = mender.source
    places = find_calls(source, sheet, language, notes)
    calls = []
    for index, note in enumerate(notes):
        body = tuple(
            mender.passage(lines).paragraph() for lines in note.paragraphs if lines
        )
        span = places.get(index)
        if span is None:
            calls.append(_orphan(note, sheet.pages, body, report))
            continue
        marker = source.slice(span)
        footnote = Footnote("".join(marker.split()), body, origin=(span, note.span))
        calls.append(Call(span.start, span.end, footnote))
    return calls


def _orphan(
    note: Note, pages: Sequence[Page], body: tuple[Paragraph, ...], report: Report
) -> Call:
    above = [line for page in pages[: note.page + 1] for line in page.body]
    below = [line for page in pages[note.page + 1 :] for line in page.body]
    at = above[-1].span.end if above else below[0].span.start if below else note.span.start
    report(
        Diagnostic(
            NOTE_WITHOUT_CALL,
            f"no call was found for footnote {note.mark}; the note was put after the text above it",
            span=note.span,
        )
    )
    return Call(at, at, Footnote("".join(note.mark.split()), body, origin=(note.span,)))
