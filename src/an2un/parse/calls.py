"""Where footnotes are called: the best increasing sequence of places in the text of a page.

A call is a digit glued to a word or a year, and only the sequence tells it from the text: the
notes of a page stand in the order of their calls, so all calls of a page are found together.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from an2un.codes import NOTE_WITHOUT_CALL
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.call_places import Eye, Place, places_of
from an2un.parse.context import Context
from an2un.parse.habits import Habits
from an2un.parse.layout import Page, Sheet
from an2un.parse.lines import Mender
from an2un.parse.masthead_digits import masthead_digits
from an2un.parse.notes import Note, mark_value
from an2un.parse.passage import Call
from an2un.parse.signals import Signals
from an2un.parse.tables.drawn import words_end
from an2un.source import Source, Span
from an2un.tree import Footnote, Paragraph
from an2un.wording.compounds import compound_markers
from an2un.wording.serials import serial_numbers


def find_calls(
    source: Source, sheet: Sheet, body: Context, language: Language, notes: Sequence[Note]
) -> dict[int, Span]:
    """Return for the index of each note the span of its call; notes without a call are missing.

    body  the lines of the sheet that are no notes, as one text

    Where they are not all certain they are sought twice: what the numbers of the text stand
    beside is only known when those that are calls are left out.
    """
    found: dict[int, Place] = {}
    if not notes:
        return {}
    last = max(mark_value(note.mark) or 0 for note in notes)
    habits = Habits(body, sheet.links, language, last)
    numbers = masthead_digits(source, sheet.pages[0].body, language) | _labels(source, sheet.pages)
    eye = Eye(source, habits, Signals(source), numbers, brackets=language.direction == "rtl")
    for _ in range(_LOOKS):
        found = _sought(eye, sheet, notes)
        if len(found) == len(notes) and all(place.score >= _CERTAIN for place in found.values()):
            break
        eye.habits.count([place.span for place in found.values()])
    return {index: place.span for index, place in found.items()}


def _labels(source: Source, pages: Sequence[Page]) -> frozenset[int]:
    """Return the offsets of the digits that the document counts: Article 11, Action 9, 2.3.1."""
    lines = [line for page in pages for line in page.body]
    texts = source.printed(lines)
    numbered = [*serial_numbers(texts)]
    numbered += [(at, Span(0, len(m.text))) for at, m in compound_markers(texts).items()]
    return frozenset(
        lines[index].span.start + at for index, span in numbered for at in range(*span)
    )


def _sought(eye: Eye, sheet: Sheet, notes: Sequence[Note]) -> dict[int, Place]:
    """Return the calls of all notes: numbers and symbols are two sequences of their own."""
    pages = sheet.pages
    found: dict[int, Place] = {}
    numbers = [i for i, note in enumerate(notes) if mark_value(note.mark) is not None]
    symbols = [i for i, note in enumerate(notes) if note.mark and mark_value(note.mark) is None]
    for indices in (numbers, symbols):
        for page, marked in groupby(indices, lambda index: notes[index].page):
            reach = page if sheet.endnotes else 0
            stretches = _nearby(page, pages, reach)
            found.update(_best(eye, stretches, [(index, notes[index].mark) for index in marked]))
        end = -1  # of the call before
        for index, start in zip(indices, _behind(indices, found), strict=True):
            place = found.get(index) or _near(eye, pages, notes[index], (end, start))
            if place is not None:
                found[index] = place
                end = place.span.end
    return found


def _near(eye: Eye, pages: Sequence[Page], note: Note, between: tuple[int, int]) -> Place | None:
    """Return the best place for one note: on its page, else beside it, raised ones farther off."""
    for reach in (0, 1, _FAR) if eye.signals.tells_calls else (0, 1):
        best = _alone(eye, _nearby(note.page, pages, reach), note.mark, between)
        if best is not None:
            return best
    return None


def _alone(
    eye: Eye, stretches: Sequence[Span], mark: str, between: tuple[int, int]
) -> Place | None:
    """Return the best place for one mark between two offsets."""
    low, high = between
    near = [span for span in stretches if span.end > low and span.start < high]
    fitting = [p for p in places_of(eye, near, mark) if low <= p.span.start and p.span.end <= high]
    best = max(fitting, key=lambda place: place.score, default=None)
    return best if best is not None and best.score > _LAST_RESORT else None


def _nearby(page: int, pages: Sequence[Page], reach: int) -> list[Span]:
    """Return the lines of a page and of the pages beside it."""
    near = pages[max(page - reach, 0) : page + reach + 1]
    return [line.span for other in near for line in other.body]


def _behind(indices: Sequence[int], found: Mapping[int, Place]) -> list[int]:
    """Return for each note of a sequence where the next call found behind its own begins."""
    starts, next_start = [], sys.maxsize
    for index in reversed(indices):
        starts.append(next_start)
        if index in found:
            next_start = found[index].span.start
    return starts[::-1]


class _Chain(NamedTuple):
    """A choice of places for the first marks of a page, the last of them first."""

    end: int
    score: float
    choice: tuple[int, Place] | None = None
    before: _Chain | None = None


def _best(
    eye: Eye, stretches: Sequence[Span], marks: Sequence[tuple[int, str]]
) -> dict[int, Place]:
    """Return the best increasing choice of one place for each mark, in the order of the marks.

    Notes with the same symbol are called in turn, so each of them looks only at the places that
    its own turn can have reached.
    """
    chains = [_Chain(-1, 0.0)]
    known: dict[str, list[Place]] = {}
    turns: Counter[str] = Counter()
    for index, mark in marks:
        if mark not in known:
            places = places_of(eye, stretches, mark) if mark else []
            known[mark] = [place for place in places if place.score > _DOUBTFUL]
        turn = turns[mark]
        turns[mark] += 1
        grown = list(chains)
        for place in known[mark][max(turn - _WINDOW, 0) : turn + _WINDOW]:
            earlier = [chain for chain in chains if chain.end <= place.span.start]
            if earlier:
                best = max(earlier, key=lambda chain: (chain.score, -chain.end))
                choice = (index, place)
                grown.append(_Chain(place.span.end, best.score + place.score, choice, best))
        chains = _undominated(grown)
    found: dict[int, Place] = {}
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


_LOOKS = 2
_CERTAIN = 2.4  # the least score of a call that needs no second look
_WINDOW = 200  # places of one mark that a note may choose from, before and behind its turn
_BEAM = 24
_DOUBTFUL = 0.3  # the least score of a call in a sequence
_FAR = 4  # pages on which a raised call may stand away from its note
_LAST_RESORT = 0.08  # the least score of a call whose neighbours are found


def pair(
    sheet: Sheet, mender: Mender, notes: Sequence[Note], places: Mapping[int, Span], report: Report
) -> list[Call]:
    """Return the calls of all notes with their footnotes, at offsets of the source.

    places  the span of its call for the index of each note that has one

    A note without a call is reported (AU201) and put at the end of the text above it: where it
    was called from is not known, but it is not lost.
    """
    source = mender.source
    calls = []
    for index, note in enumerate(notes):
        body = tuple(mender.passage(lines).paragraph() for lines in note.paragraphs if lines)
        span = places.get(index)
        if span is None:
            calls.append(_orphan(source, note, sheet.pages, body, report))
            continue
        footnote = Footnote(_marker(source.slice(span)), body, origin=(span, note.span))
        calls.append(Call(span.start, span.end, footnote))
    return calls


def _orphan(
    source: Source, note: Note, pages: Sequence[Page], body: tuple[Paragraph, ...], report: Report
) -> Call:
    lines = (line for page in reversed(pages[: note.page + 1]) for line in reversed(page.body))
    above = (end for line in lines if (end := words_end(source, line)) > line.span.start)
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
    return Call(at, at, Footnote(_marker(note.mark), body, origin=(note.span,)))


def _marker(printed: str) -> str:
    """Return a mark without blanks and without what stands for its being raised.

    Word processors that save plain text put square brackets there, typewriters a stroke behind
    it, people a caret before it.
    """
    bare = "".join(printed.split()).rstrip("/").strip("^")
    return bare.strip("[]()\u207d\u207e") if "[" in bare else bare
