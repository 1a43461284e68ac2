"""Footnotes: the notes at page feet, their marks and their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from an2un.language import Language
from an2un.parse.closing import is_closing, is_misdated
from an2un.parse.layout import Page, Sheet
from an2un.parse.legends import opens_legend
from an2un.parse.loose_marks import reunited
from an2un.parse.shapes import RULE
from an2un.source import Line, Source, Span


@dataclass(slots=True)
class Note:
    """A note as printed at a page foot: its mark, and its lines paragraph by paragraph."""

    mark: str
    span: Span  # of the printed mark, brackets included
    page: int  # index into the pages of the sheet
    indent: float = 0.0  # of the line with the mark
    paragraphs: list[list[Line]] = field(default_factory=lambda: [[]])


# Brackets with nothing inside, raised or not, have lost their number to the square ones.
_MARK = re.compile(
    r"(?P<mark>\(\s?\d{1,3}\s?\)|\[\s?\d{1,3}\s?\]|\d{1,3}|[*\u2020\u2021]{1,3})"
    r"(?P<dot>[.)]| [(\u207d][)\u207e]|)"
    r"(?P<gap>\s+(?![\s\u2013-])|$|(?=[^\W\d]))"  # 3 – 14 June are days, 1 - opens a paragraph
)


def unruled(source: Source, sheet: Sheet, language: Language) -> Sheet:
    """Return a sheet whose pages without a printed rule have their notes told from the body.

    In some files the rule above the notes is drawn, so no line of the text stands for it. The
    notes then begin at the first line that starts with the mark of a note that is due and was
    called above it on the page: an asterisk, or the next number. The first number of a text taken
    from a volume is any; then it stands below an empty line. Below the closing lines every number
    without a full stop is that of a note. Word processors that save plain text put both in square
    brackets.
    """
    pages = []
    last = 0
    for page in sheet.pages:
        at = len(page.body) if page.notes else _foot(source, page.body, last, language)
        notes = (*page.body[at:], *page.notes)
        pages.append(Page(page.body[:at], notes))
        for line in notes:
            match = _MARK.match(source.slice(line.span))
            value = mark_value(match.group("mark")) if match else None
            last = value if value is not None and 0 < value - last <= 3 else last
    return Sheet(tuple(pages), sheet.dropped, sheet.links)


def _foot(source: Source, body: Sequence[Line], last: int, language: Language) -> int:
    """Return the index of the first line that is a note; the number of lines if none is.

    Within a sentence that goes on over the page a line may begin with a number of its own, a day;
    of those that begin with the number that is due, the note is the last.
    """
    called = _Called(source.text, Span(body[0].span.start, body[-1].span.end)) if body else None
    legend, within = False, len(body)
    for index, line in enumerate(body[1:], 1):
        printed = source.slice(line.span)
        match = _MARK.match(printed)
        if match is None or match.group("dot") in (".", ")"):
            continue
        alone = match.end() == len(printed)  # extractors set raised marks on lines of their own
        if not (match.group("gap") or alone):
            continue
        mark = match.group("mark")
        if mark[0] == "[" and source.text.find(mark, body[0].span.start, line.span.start) > 0:
            return index
        words = body[index + 1 : index + 2] if alone else [line]
        first = words and source.slice(words[0].span)[0 if alone else match.end() :][:1]
        if not first or first.islower():
            continue
        due = mark_value(mark) in (None, last + 1)
        worded = not (alone or first.isdigit())
        if line.gap and worded and _is_closed(source, body, index, language):
            return index
        if not due and (last or alone or not line.gap):
            continue
        if called and _is_called(called, mark, line.span.start, due=due):
            signed = mark_value(mark) is None
            legend = legend or (signed and _is_legend(source, body, index))
            if signed and legend:
                continue
            if not due or alone or source.text[body[index - 1].span.end - 1] in _ENDED:
                return index
            within = index
    return within


def _is_closed(source: Source, body: Sequence[Line], index: int, language: Language) -> bool:
    """Say whether the lines above a line, from one empty line to the next, close the text.

    Its date may stand below the meeting.
    """
    printed = source.slice(body[index].span)
    if is_closing(printed, language) or is_misdated(printed, language):
        return False
    above = body[max(index - _CLOSING_LINES, 0) : index]
    start = next((i for i in range(len(above) - 1, -1, -1) if above[i].gap), 0)
    return is_closing(language.glue.join(source.printed(above[start:])), language)


_CLOSING_LINES = 12  # that meeting, vote and the names of those who abstained take at the most


def _is_legend(source: Source, body: Sequence[Line], index: int) -> bool:
    """Say whether a legend begins at a line: below a rule that stayed in the text, or by signs."""
    ruled = RULE.fullmatch(source.slice(body[index - 1].span)) is not None
    return ruled or opens_legend(source, body, index, body[0].span.start)


def _is_called(called: _Called, mark: str, offset: int, *, due: bool) -> bool:
    """Say whether a mark is called above an offset; one that is not due, apart from the words."""
    return called.before(mark, offset) if due else called.apart.get(mark, offset + 1) <= offset


@dataclass
class _Called:
    """Where each mark is first called on a page; looked for once, however many lines ask."""

    text: str
    page: Span
    first: dict[str, int] = field(default_factory=dict)  # mark -> offset behind its first call

    def before(self, mark: str, offset: int) -> bool:
        """Say whether a mark is called on the page above an offset."""
        if mark not in self.first:
            glued = re.compile(_GLUED[mark.isdigit()].format(re.escape(mark.strip("()[] "))))
            match = glued.search(self.text, *self.page)
            self.first[mark] = match.end() if match else self.page.end + 1
        return self.first[mark] <= offset

    @cached_property
    def apart(self) -> dict[str, int]:
        """Numbers set as large as the text that may be calls -> offset behind the first of each.

        None is the number at the end of a symbol: A/EA.5/Res.7.
        """
        found: dict[str, int] = {}
        for match in _APART.finditer(self.text, *self.page):
            before = self.text[max(match.start() - _SYMBOL, 0) : match.start() + 1].split()
            if "/" not in before[-1]:
                found.setdefault(match.group(match.lastgroup or 0), match.end())
        return found


# Behind a mark that ends words; behind figures only where the paragraph ends.
_QUOTED = r"[\u201d\u2019\u00bb)]{0,2}[,.;:] ?"
_SYMBOL = 40  # characters of a symbol at most
_PARTED = r"[ \t]*\r?\n[ \t]*\r?\n"
_APART = re.compile(
    rf"[^\W\d_]{_QUOTED}(?P<words>\d{{1,3}})(?=\s[^\W\d_]|{_PARTED})"
    rf"|\d{_QUOTED}(?P<figures>\d{{1,3}})(?={_PARTED})"
)
_ENDED = ".,;:\u3002\uff0c\uff1b\u060c\u061b*)"
# A mark glued to the word or year before it: symbols as they stand, alone where on a line of their
# own (before words there they mark items of a list), numbers not followed by digits.
_GLUED = (
    r"[^\s*](?:[^\S\n]?\(?{0}|\n\(?{0}(?=\)?\s*?\n))",
    r"(?:[^\W\d_]|(?:19|20)\d\d)[,.;:)\u201d\u2019\u00bb]?{}(?!\w)",
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
    match = _MARK.match(printed)
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
    digits = mark.strip("()[] ")
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
