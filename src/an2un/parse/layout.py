"""Printed lines to pages: body, footnotes, and the furniture that is no part of the text.

Where a page ends and where its notes begin is told by the furniture alone, never by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from an2un.parse.furniture import furniture
from an2un.parse.shapes import Kind, PageLabel, Reason, unlabelled
from an2un.record import Record
from an2un.source import Line, Source, Span


class Dropped(NamedTuple):
    """A span of the source that is page furniture, and which kind."""

    span: Span
    reason: Reason


class Page(Record):
    """The text lines of one page and the lines of the notes at its foot, both in order."""

    body: tuple[Line, ...]
    notes: tuple[Line, ...]


class Sheet(Record):
    """All pages, what was left out of them with its reason, and where the document links to.

    Links are those of the source, or the URLs that some extractors list at page ends.
    `endnotes` says that the notes of all pages stand together on the last of them.
    """

    pages: tuple[Page, ...]
    dropped: tuple[Dropped, ...]
    links: tuple[str, ...]
    endnotes: bool = False


_TEXT: frozenset[Kind] = frozenset(("", "footnote rule"))
_HEADS: frozenset[Kind] = frozenset(("running head",))
_FEET: frozenset[Kind] = frozenset(("page number", "page rule", "link target"))
_PAGED: frozenset[Kind] = frozenset(("running head", "page number", "page rule"))


def layout(source: Source, masthead_end: int, page_label: PageLabel = unlabelled) -> Sheet:
    """Return the pages of a source; every line lands in exactly one place of the sheet.

    masthead_end  how many lines stand above the enacting formula; running heads repeat these
    page_label    says whether a line is the word for pages with a number
    """
    kinds = furniture(source, masthead_end, page_label)
    paged = not _PAGED.isdisjoint(kinds) or source.lines[-1].page > source.lines[0].page
    pages: list[Page] = []
    dropped: list[Dropped] = []
    links = [link.target for link in source.links]
    for start, end in _pages(source.lines, kinds, masthead_end):
        page = _Columns(source, paged)
        told = "note" in [line.place for line in source.lines[start:end]]
        for line, kind in zip(source.lines[start:end], kinds[start:end], strict=True):
            if not kind:
                page.add(line)
                continue
            dropped.append(Dropped(line.span, kind))
            if kind == "footnote rule" and not told:
                page.rule()
            elif kind == "link target":
                links.append(source.slice(line.span))
        pages.extend(page.finished())
    if not any(page.body for page in pages):  # what stands below a rule is no note to nothing
        pages = [Page(page.notes, ()) for page in pages]
    return Sheet(tuple(pages), tuple(dropped), tuple(links))


class _Columns:
    """The lines between two known page ends, divided into pages of body and notes.

    Without running heads, page numbers and form feeds most page ends leave no trace. A text that
    sets paragraphs off by an indent starts every page with one too, so the first indented line
    that follows a finished note and is not the next note opens the next page. Where a sentence
    breaks off above the notes and no line below them plainly goes on with it, the first does
    behind which the notes may have ended.
    """

    def __init__(self, source: Source, paged: bool) -> None:
        self.source, self.paged = source, paged
        self.pages: list[Page] = []
        self.body: list[Line] = []
        self.notes: list[Line] = []
        self.in_notes = False
        self.last = 0  # number of the last note
        self.doubted = 0  # notes above the first line that may be text again, 0 if none may

    def rule(self) -> None:
        """A rule was printed: notes follow."""
        if self.notes:
            self._turn()
        self.in_notes = True

    def add(self, line: Line) -> None:
        """A line of text or notes."""
        if line.place == "note":
            self.notes.append(line)
            return
        if self.in_notes and not self.paged and self._resumes(line):
            self._turn()
        (self.notes if self.in_notes else self.body).append(line)

    def finished(self) -> list[Page]:
        """Return the pages. Behind the last notes nothing is in doubt: the text is at its end."""
        self.doubted = 0
        self._turn()
        return self.pages

    def _turn(self) -> None:
        end = self.doubted or len(self.notes)
        if self.body or self.notes:
            self.pages.append(Page(tuple(self.body), tuple(self.notes[:end])))
        self.body, self.notes, self.in_notes, self.doubted = self.notes[end:], [], False, 0

    def _resumes(self, line: Line) -> bool:
        match = _NOTE_START.match(self.source.slice(line.span) + " ")
        number = int(match.group(1) or 0) if match else 0
        if match and (not number or self._is_due(number)):
            self.last, self.doubted = number or self.last, 0
            return False
        if not self.notes or self._waits():
            return False
        printed = self._printed(line)
        goes_on = printed[0].islower()
        edge = min((other.indent for other in self.body[-_NEARBY:]), default=0.0)
        flush = edge <= self.notes[0].indent
        if flush and line.indent > 0 and self.notes[0].indent > 0:
            self.doubted = 0 if goes_on else self.doubted
            return True
        if not self._printed(self.notes[-1]).endswith((".", "\u3002")):
            return False
        if _PARAGRAPH.match(printed) and not _PARAGRAPH.match(self._printed(self.notes[0])):
            return True
        broken = self._breaks_off()
        if goes_on or (broken and self._had_room(printed)):
            self.doubted = 0
            return True
        if broken:
            self.doubted = self.doubted or len(self.notes)
        return False

    def _is_due(self, number: int) -> bool:
        """Say whether a number may be that of the next note; right below a rule the first is any.

        A number far from the last one begins a line of the text, such as the row of a table.
        """
        return not self.notes or self.last < number <= self.last + 3

    def _printed(self, line: Line) -> str:
        return self.source.slice(line.span)

    def _waits(self) -> bool:
        """Say whether the last line is the mark of a note alone, whose text follows."""
        return _NOTE_START.fullmatch(self._printed(self.notes[-1]) + " ") is not None

    def _breaks_off(self) -> bool:
        """Say whether a sentence of the text breaks off above the notes.

        Where marks stand apart from their notes, the next note may begin without one.
        """
        if not self.body or not _MARKED.match(self._printed(self.notes[0])):
            return False
        return self._printed(self.body[-1]).rstrip(_CALL)[-1:].isalnum()

    def _had_room(self, printed: str) -> bool:
        """Say whether the first word of a line would have stood beside the last of the notes."""
        room = max(len(self._printed(line)) for line in self.body[-_NEARBY:])
        room -= len(self._printed(self.notes[-1]))
        return room > len(printed.split(None, 1)[0]) + _MARGIN


def _pages(
    lines: Sequence[Line], kinds: Sequence[Kind], masthead_end: int
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of lines that stand on one page.

    A page ends where the source says so, else where furniture that only stands at page ends
    (running head, page number, list of links) is followed by text. Where heads are printed last,
    the first page has none: its job number ends it, which other extractors print in the masthead.
    """
    told = lines[-1].page > lines[0].page
    turning = frozenset() if told else _turning(kinds)
    headed = told or not _heads_are_last(kinds)
    start, ending = 0, False
    for index, kind in enumerate(kinds):
        fed = told and index > start and lines[index].page > lines[index - 1].page
        if fed or (ending and kind in _TEXT):
            yield start, index
            start, ending = index, False
        if kind in turning:
            ending = index > 0
        elif kind == "job number" and not (headed or start):
            ending = index >= masthead_end
    yield start, len(lines)


def _heads_are_last(kinds: Sequence[Kind]) -> bool:
    """Say whether a running head stands below the last line of the text."""
    below = takewhile(lambda kind: kind not in _TEXT, reversed(kinds))
    return "running head" in below


def _turning(kinds: Sequence[Kind]) -> frozenset[Kind]:
    """Return the kinds of furniture behind which pages end.

    Heads alone where every page but the first has one: extractors that set a page block by block
    print its number between the marks of its last notes and their texts.
    """
    stretches = (set(run) for text, run in groupby(kinds, key=_TEXT.__contains__) if not text)
    heads = sum("running head" in stretch for stretch in stretches)
    return _HEADS if heads and heads + 1 >= kinds.count("page number") else _HEADS | _FEET


_NEARBY = 20  # lines above the notes that tell whether the text is set in as a whole
_MARGIN = 3  # characters that a word may be wider than its letters tell
_CALL = "0123456789()[]/^*\u2020\u2021 "
_MARKED = re.compile(r"[(\[]?\d{1,3}[)\]/]?\s+\S|[*\u2020\u2021]+ \S")
_PARAGRAPH = re.compile(r"\d{1,3}\.\s")
_NOTE_START = re.compile(r"[(\[]?(\d{1,3})[)\]/]?[\s)]|[*\u2020\u2021]+ ")
