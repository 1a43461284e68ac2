"""Footnotes: the notes at page feet, their marks and their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from an2un.parse.layout import Page
from an2un.parse.loose_marks import reunited
from an2un.source import Line, Source, Span


@dataclass(slots=True)
class Note:
    """A note as printed at a page foot: its mark, and its lines paragraph by paragraph."""

    mark: str
    span: Span  # of the printed mark, brackets included
    page: int  # index into the pages of the sheet
    indent: float = 0.0  # of the line with the mark
    paragraphs: list[list[Line]] = field(default_factory=lambda: [[]])


# Brackets with nothing inside, raised or not, have lost their number to the square ones. Where
# nothing could be raised, typewriters and plain text set a stroke behind the mark: 1/ Ibid.
MARK = re.compile(
    r"(?P<mark>\(\s?\d{1,3}\s?\)|\[\s?\d{1,3}\s?\]|\d{1,3}(?:/(?=\s|$))?"
    r"|[*\u2020\u2021]{1,3}(?:/(?=\s|$))?)"
    r"(?P<dot>[.)]| [(\u207d][)\u207e]|)"
    r"(?P<gap>\s+(?![\s\u2013-])|$|(?=[^\W\d]))"  # 3 – 14 June are days, 1 - opens a paragraph
)


def read_notes(source: Source, pages: Sequence[Page]) -> list[Note]:
    """Return the notes of all pages in printed order.

    A line opens a note if it starts with the number that comes next (or with 1 again, or with a
    symbol); a page's first note lines without such a number go on with the last note of the page
    before.
    """
    notes: list[Note] = []
    count = _Count(told=_are_told(pages))
    for number, page in enumerate(pages):
        waiting: list[Note] = []
        for line in reunited(source, page.notes):
            opened = _opening(source, line, count, notes[-1] if notes else None, number)
            if opened is None:
                if _turns_to_next(source, line, waiting):
                    waiting.pop(0)
                if not notes:
                    notes.append(Note("", Span(line.span.start, line.span.start), number))
                _continue(source, waiting[0] if waiting else notes[-1], line)
                continue
            note, rest = opened
            notes.append(note)
            if rest is not None:
                note.paragraphs[-1].append(rest)
            all_empty = rest is None and waiting and not waiting[-1].paragraphs[-1]
            waiting = [*waiting, note] if all_empty else [note]
    return notes


@dataclass(slots=True)
class _Count:
    """The number of the last note, and whether the first one was printed with a full stop.

    told  whether the source raises the marks of notes, so that no other number is one
    """

    last: int = 0
    dotted: bool | None = None
    told: bool = False


def _are_told(pages: Sequence[Page]) -> bool:
    return any(_is_raised(line, 1) for page in pages for line in page.notes if line.place == "note")


def _opening(
    source: Source, line: Line, count: _Count, before: Note | None, page: int
) -> tuple[Note, Line | None] | None:
    """Return the note that a line opens and the rest of the line, None if it opens none."""
    printed = source.slice(line.span)
    match = MARK.match(printed)
    if match is None:
        return _lettered(source, line, page)
    value = mark_value(match.group("mark"))
    if _is_raised(line, match.end("mark")):
        count.last = count.last if value is None else value
        return _divided(line, match, page)
    if count.told and value is not None:
        return None
    dotted = match.group("dot") == "."
    if value is not None:
        if count.dotted is not None and dotted != count.dotted:
            return None
        here = before is not None and before.page == page
        if here and before is not None and before.indent and not line.indent:
            return None
        if before is not None and not _follows(value, count.last, fresh=not here):
            return None
        glued = match.group("gap") == "" and match.end() < len(printed) and not match.group("dot")
        if glued and (value != count.last + 1 or before is None):
            return None
        count.last, count.dotted = value, dotted
    return _divided(line, match, page)


def _is_raised(line: Line, length: int) -> bool:
    """Whether the source shows that the first characters of a line are raised: a note's mark."""
    start = line.span.start
    return any(
        kind == "superscript" and span.start <= start and start + length <= span.end
        for span, kind in line.styles
    )


def _lettered(source: Source, line: Line, page: int) -> tuple[Note, Line | None] | None:
    """Return the note that a line opens with raised letters: the i, ii of endnotes, a of tables."""
    start = line.span.start
    raised = next(
        (s for s, kind in line.styles if kind == "superscript" and s.start == start), None
    )
    mark = "" if raised is None else source.slice(raised).strip()
    if not 0 < len(mark) <= _LETTERS or not mark.isalpha():
        return None
    span = Span(start, start + len(mark))
    rest = source.text[span.end : line.span.end]
    at = span.end + len(rest) - len(rest.lstrip())
    below = line._replace(span=Span(at, line.span.end)) if at < line.span.end else None
    return Note(mark, span, page, line.indent), below


_LETTERS = 5  # of a mark


def _divided(line: Line, match: re.Match[str], page: int) -> tuple[Note, Line | None]:
    """Return the note that a line opens with a mark, and the rest of the line if there is any."""
    span = Span(line.span.start, line.span.start + match.end("dot"))
    note = Note(match.group("mark"), span, page, line.indent)
    start = line.span.start + match.end()
    if start >= line.span.end:
        return note, None
    return note, line._replace(span=Span(start, line.span.end))


def _follows(value: int, last: int, *, fresh: bool) -> bool:
    """Say whether a number can be that of the next note; a fresh page may begin anew or skip."""
    return value == last + 1 or (fresh and (value == 1 or last < value <= last + 3))


def mark_value(mark: str) -> int | None:
    """Return the number of a note mark, None for a symbol."""
    digits = mark.strip("()[]/ ")
    return int(digits) if digits.isdigit() else None


def _turns_to_next(source: Source, line: Line, waiting: Sequence[Note]) -> bool:
    """Say whether a line begins the text of the next waiting note (all numbers came first)."""
    if len(waiting) < 2 or not waiting[0].paragraphs[-1]:
        return False
    last = waiting[0].paragraphs[-1][-1]
    return source.text[last.span.end - 1] in ".\u3002\u06d4" or line.gap > last.gap


def _continue(source: Source, note: Note, line: Line) -> None:
    paragraph = note.paragraphs[-1]
    if paragraph and line.opens:
        note.paragraphs.append([line])
        return
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
