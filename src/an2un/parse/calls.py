"""Where footnotes are called: the best increasing sequence of places in the text of a page.

A call is a digit glued to a word or a year, and only the sequence tells it from the text: the
notes of a page stand in the order of their calls, so all calls of a page are found together.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from an2un.codes import NOTE_WITHOUT_CALL
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.habits import AFTER, Habits
from an2un.parse.layout import Page, Sheet
from an2un.parse.lines import Mender
from an2un.parse.masthead_digits import masthead_digits
from an2un.parse.notes import Note, mark_value
from an2un.parse.passage import Call
from an2un.parse.signals import Signals
from an2un.source import Line, Source, Span
from an2un.tree import Footnote, Paragraph
from an2un.wording.scripts import is_ideograph


class Place(NamedTuple):
    """A span of the source that may be a call, and how sure that is (0 to 3)."""

    span: Span
    score: float


def find_calls(
    source: Source, sheet: Sheet, language: Language, notes: Sequence[Note]
) -> dict[int, Span]:
    """Return for the index of each note the span of its call; notes without a call are missing."""
    found: dict[int, Span] = {}
    if not notes:
        return found
    pages = sheet.pages
    last = max(mark_value(note.mark) or 0 for note in notes)
    lines = [source.slice(line.span) for page in pages for line in page.body]
    habits = Habits(lines, sheet.links, language, last)
    numbers = masthead_digits(source, pages[0].body, language)
    eye = _Eye(source, habits, Signals(source), numbers)
    grouped: dict[int, list[tuple[int, str]]] = {}
    for index, note in enumerate(notes):
        grouped.setdefault(note.page, []).append((index, note.mark))
    for number, marks in grouped.items():
        stretches = [line.span for line in pages[number].body]
        found.update(_best(eye, stretches, marks))
    for index, note in enumerate(notes):
        if index not in found and note.mark:
            between = _between(index, found)
            best = _alone(eye, _nearby(note.page, pages), note.mark, between)
            if best is None and eye.signals.tells_calls:
                best = _alone(eye, _nearby(note.page, pages, _FAR), note.mark, between)
            if best is not None:
                found[index] = best.span
    return found


def _alone(
    eye: _Eye, stretches: Sequence[Span], mark: str, between: tuple[int, int]
) -> Place | None:
    """Return the best place for one mark between two offsets."""
    low, high = between
    near = [span for span in stretches if span.end > low and span.start < high]
    fitting = [p for p in _places(eye, near, mark) if low <= p.span.start and p.span.end <= high]
    best = max(fitting, key=lambda place: place.score, default=None)
    return best if best is not None and best.score > _LAST_RESORT else None


def _nearby(page: int, pages: Sequence[Page], reach: int = 1) -> list[Span]:
    """Return the lines of a page and of the pages beside it."""
    near = pages[max(page - reach, 0) : page + reach + 1]
    return [line.span for other in near for line in other.body]


def _between(index: int, found: dict[int, Span]) -> tuple[int, int]:
    """Return the offsets that the calls of the neighbouring notes leave to a note."""
    low = found[index - 1].end if index - 1 in found else -1
    high = found[index + 1].start if index + 1 in found else sys.maxsize
    return low, high


class _Chain(NamedTuple):
    """A choice of places for the first marks of a page, the last of them first."""

    end: int
    score: float
    choice: tuple[int, Span] | None = None
    before: _Chain | None = None


def _best(
    eye: _Eye, stretches: Sequence[Span], marks: Sequence[tuple[int, str]]
) -> dict[int, Span]:
    """Return the best increasing choice of one place for each mark, in the order of the marks.

    Notes with the same symbol are called in turn, so each of them looks only at the places that
    its own turn can have reached.
    """
    chains = [_Chain(-1, 0.0)]
    known: dict[str, list[Place]] = {}
    turns: Counter[str] = Counter()
    for index, mark in marks:
        if mark not in known:
            places = _places(eye, stretches, mark) if mark else []
            known[mark] = [place for place in places if place.score > _DOUBTFUL]
        turn = turns[mark]
        turns[mark] += 1
        grown = list(chains)
        for place in known[mark][max(turn - _WINDOW, 0) : turn + _WINDOW]:
            earlier = [chain for chain in chains if chain.end <= place.span.start]
            if earlier:
                best = max(earlier, key=lambda chain: (chain.score, -chain.end))
                choice = (index, place.span)
                grown.append(_Chain(place.span.end, best.score + place.score, choice, best))
        chains = _undominated(grown)
    found: dict[int, Span] = {}
    chain: _Chain | None = max(chains, key=lambda chain: (chain.score, -chain.end))
    while chain is not None and chain.choice is not None:
        found[chain.choice[0]] = chain.choice[1]
        chain = chain.before
    return found


def _undominated(chains: list[_Chain]) -> list[_Chain]:
    """Keep the chains that no other one beats by ending earlier with at least the same score."""
    kept: list[_Chain] = []
    for chain in sorted(chains, key=lambda chain: (chain.end, -chain.score)):
        if not kept or chain.score > kept[-1].score:
            kept.append(chain)
    return kept[-_BEAM:]


_WINDOW = 200  # places of one mark that a note may choose from, before and behind its turn
_BEAM = 24
_DOUBTFUL = 0.3  # the least score of a call in a sequence
_FAR = 4  # pages on which a raised call may stand away from its note
_LAST_RESORT = 0.08  # the least score of a call whose neighbours are found


class _Eye(NamedTuple):
    """What the search looks at: the text, what its numbers stand beside, what is raised.

    numbers  offsets of digits that are parts of numbers in the masthead
    """

    source: Source
    habits: Habits
    signals: Signals
    numbers: frozenset[int]


def _places(eye: _Eye, stretches: Sequence[Span], mark: str) -> list[Place]:
    """Return the spans that may be the call of a note, each with its score (0: it is none).

    Where raised numbers are told apart, one that is raised is a call and hardly any other is.
    """
    bare = mark.strip("()[] ")
    text = eye.source.text
    places: list[Place] = []
    told = eye.signals.tells_calls
    for stretch in stretches:
        at = text.find(bare, stretch.start, stretch.end)
        while at >= 0:
            span = Span(at, at + len(bare))
            if told and eye.signals.is_raised(span):
                if not _inside_number(eye, span):
                    places.append(Place(_with_brackets(eye, span), _RAISED))
            elif not bare.isalpha() and not (
                # letters are marks only where they are raised, the 1 of 12 is none
                at in eye.numbers or text[span.end : stretch.end][:1].isdigit()
            ):
                place = _place(text, stretch, span, mark.startswith("("), eye.habits)
                level = told and bare.isdigit()
                places.append(Place(place.span, place.score * _LEVEL) if level else place)
            at = text.find(bare, at + 1, stretch.end)
    return places


def _inside_number(eye: _Eye, span: Span) -> bool:
    """Whether raised digits are a part of a longer raised number: the 1 of 12."""
    return any(
        eye.source.text[at : at + 1].isdigit() and eye.signals.is_raised(Span(at, at + 1))
        for at in (span.start - 1, span.end)
    )


def _with_brackets(eye: _Eye, span: Span) -> Span:
    """Return a raised number with the brackets that are raised around it."""
    wider = Span(span.start - 1, span.end + 1)
    around = eye.source.text[span.start - 1 : span.start] + eye.source.text[span.end : span.end + 1]
    return wider if around in _BRACKETS and eye.signals.is_raised(wider) else span


_BRACKETS = ("()", "[]", "\uff08\uff09")
_RAISED = 6.0  # score of a raised number; others reach 3
_LEVEL = 0.1  # what is left of the score of a number that is not raised where others are


_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


def _place(text: str, line: Span, span: Span, bracketed: bool, habits: Habits) -> Place:
    """Score one occurrence of a note's number by what stands before and after it."""
    before = text[line.start : span.start]
    after = text[span.end : line.end]
    opened, closed = (
        before.rstrip(" \u00a0").endswith(("(", "\uff08")),
        after.lstrip(" \u00a0")[:1] in ")\uff09",
    )
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
    if span.start == line.start:
        score = _first_score(_last_above(text, span.start), after)
    else:
        score = _number_score(before, number, after)
    if score and before[-1:].isdigit():
        known = habits.glued(before, number)
        score = score if known is None else known
    if _IN_DATE.match(text, span.end) and habits.is_day(text, span):
        score *= 0.05
    score *= 0.3 if bracketed else 1.0
    apart = before[-1:].isspace() or is_ideograph(before[-1:]) or is_ideograph(after[:1])
    if apart and habits.expects_number(before.rstrip(), after):
        score *= 0.1
    return Place(span, score)


def _symbol_score(before: str, after: str) -> float:
    if after[:1] == "*" or before.endswith("*") or not before.strip():
        return 0
    return 3.0 if not before.endswith(" ") else 2.0


def _number_score(before: str, number: str, after: str) -> float:
    """Score a bare number: glued to a word or a mark it is a call, apart from it it may be."""
    last = before[-1:]
    if (last.isalpha() or last in ("-", ".")) and "/" in before[before.rfind(" ") + 1 :]:
        return 0.4  # inside a symbol: A/78/L.1, Add.1
    if after[:1].isalpha() and after[0].isascii():
        if not after[0].islower() or last.isupper() or last.isdigit():
            return 0
        return 0.8
    if after[:1] in "/-\u2013\u2011" and after[1:2].isalnum():
        return 0
    if (after[:1] in (".", ",") and after[1:2].isdigit()) or _THOUSANDS.match(after):
        return 0
    closing = not after or after[0] in AFTER
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


def _last_above(text: str, at: int) -> str:
    """Return the last printed character before an offset."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at]


def _first_score(above: str, after: str) -> float:
    """Score a number that begins a line, by the last character above and what follows.

    Extractors that take a raised number for a line of its own set it alone, or before the words
    that follow it on the page.
    """
    if not after.strip():
        return 2.0 if above.isalpha() or above in _CALLED_BEHIND else 0.3
    if after[:1].isspace():
        return 0.5 if above in _CALLED_BEHIND else 0
    numbers = after.rstrip() == "." or after[:2] == ". "  # a paragraph, it is no call
    return 0.3 if after[:1] in AFTER and not numbers else 0


_CALLED_BEHIND = tuple(",;.:)\u201d\u00bb\u3002\uff0c\uff1b\uff09\u060c\u061b")


def _plausible(number: int) -> bool:
    """Say whether a resolution (or decision, from 501 on) of a session may have a number."""
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
        body = tuple(mender.passage(lines).paragraph() for lines in note.paragraphs if lines)
        span = places.get(index)
        if span is None:
            calls.append(_orphan(source, note, sheet.pages, body, report))
            continue
        marker = source.slice(span)
        footnote = Footnote("".join(marker.split()), body, origin=(span, note.span))
        calls.append(Call(span.start, span.end, footnote))
    return calls


def _orphan(
    source: Source, note: Note, pages: Sequence[Page], body: tuple[Paragraph, ...], report: Report
) -> Call:
    above = (_end(source, page.body[-1]) for page in reversed(pages[: note.page + 1]) if page.body)
    below = (page.body[0].span.start for page in pages[note.page + 1 :] if page.body)
    at = next(above, None)
    if at is None:
        at = next(below, note.span.start)
    report(
        Diagnostic(
            NOTE_WITHOUT_CALL,
            f"no call was found for footnote {note.mark}; the note was put after the text above it",
            span=note.span,
        )
    )
    return Call(at, at, Footnote("".join(note.mark.split()), body, origin=(note.span,)))


def _end(source: Source, line: Line) -> int:
    """Return the offset behind the last word of a line; a row may end in empty cells."""
    return line.span.start + len(source.slice(line.span).rstrip())
