"""Footnotes: the notes at page feet, their marks and their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from an2un.parse.layout import Page
from an2un.source import Line, Source, Span


@dataclass(slots=True)
class Note:
    """A note as printed at a page foot: its mark, and its lines paragraph by paragraph."""

    mark: str
    span: Span  # of the printed mark, brackets included
    page: int  # index into the pages of the sheet
    indent: float = 0.0  # of the line with the mark
    dotted: bool = False  # the mark is printed with a full stop, as numbers of paragraphs are
    paragraphs: list[list[Line]] = field(default_factory=lambda: [[]])


_MARK = re.compile(
    r"(?P<mark>\(\s?\d{1,3}\s?\)|\d{1,3}|[*\u2020\u2021]{1,3})(?P<dot>[.)]?)(?P<gap>\s+|$|(?=[^\W\d]))"
)


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
                if (
                    len(waiting) > 1
                    and waiting[0].paragraphs[-1]
                    and _is_new_text(source, line, waiting)
                ):
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
    value = mark_value(mark)
    dotted = match.group("dot") == "."
    if value is not None and notes and dotted != notes[0].dotted:
        return None
    if value is not None:
        if not line.indent and any(other.page == page for other in notes[-1:]) and notes[-1].indent:
            return None
        last = next((v for note in reversed(notes) if (v := mark_value(note.mark)) is not None), 0)
        fresh = not notes or notes[-1].page != page
        if (
            value != last + 1
            and not (value == 1 and fresh)
            and not (fresh and last < value <= last + 3)
        ):
            return None
        if match.group("gap") == "" and match.end() < len(printed) and not match.group("dot"):
            if value != last + 1 or not notes:
                return None
    span = Span(line.span.start, line.span.start + match.end("mark"))
    note = Note(mark, span, page, line.indent, dotted)
    start = line.span.start + match.end()
    if start >= line.span.end:
        return note, None
    return note, line._replace(span=Span(start, line.span.end))


def mark_value(mark: str) -> int | None:
    """Return the number of a note mark, None for a symbol."""
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
        if (
            ended
            and line.page == last.page
            and (line.indent > paragraph[0].indent >= 0 and len(paragraph) > 1)
        ):
            note.paragraphs.append([line])
            return
    paragraph.append(line)
