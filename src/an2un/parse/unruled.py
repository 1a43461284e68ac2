"""Notes that no printed rule parts from the text above: told by their marks and their calls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from an2un.language import Language
from an2un.parse.called import Called
from an2un.parse.closing import is_closing, is_misdated
from an2un.parse.layout import Dropped, Page, Sheet
from an2un.parse.legends import opens_legend
from an2un.parse.notes import MARK, mark_value
from an2un.parse.shapes import RULE
from an2un.source import Line, Source, Span
from an2un.wording.fold import fold


def unruled(source: Source, sheet: Sheet, language: Language) -> Sheet:
    """Return a sheet whose pages without a printed rule have their notes told from the body.

    In some files the rule above the notes is drawn, so no line of the text stands for it. The
    notes then begin below a line that is their heading, or at the first line that starts with the
    mark of a note that is due and was called above it on the page: an asterisk, or the next
    number. The first number of a text taken from a volume is any; then it stands below an empty
    line. Below the closing lines every number without a full stop is that of a note. Word
    processors that save plain text put both in square brackets. Where no page ends below the
    notes, the text may go on there.
    """
    pages: list[Page] = []
    dropped = list(sheet.dropped)
    flows = len(sheet.pages) == 1
    last, endnotes = 0, False
    for page in sheet.pages:
        at = _heading(source, page, last, language)
        if at is not None:
            dropped.append(Dropped((*page.body, *page.notes)[at].span, "heading of notes"))
            endnotes = not any(earlier.notes for earlier in pages)
            found = [_below_heading(page, at)]
        elif endnotes and not page.notes:
            end = _walls(source, page.body, 0, language)
            found = [Page((), page.body[:end]), Page(page.body[end:], ())]
        else:
            found = list(_parted(source, page, last, language, flows=flows))
        for part in found:
            last = _last_number(source, part.notes, last)
            ruled = part.body[-1:] if part.notes and _is_ruled(source, part.body) else ()
            dropped += [Dropped(line.span, "footnote rule") for line in ruled]
            body = part.body[: len(part.body) - len(ruled)]
            pages += [Page(body, part.notes)] if body or part.notes else []
    behind = (endnotes and len(pages) > 1) or _stand_behind(source, pages)
    return Sheet(tuple(pages), tuple(dropped), sheet.links, behind)


def _stand_behind(source: Source, pages: Sequence[Page]) -> bool:
    """Say whether a laid-out source has its notes behind the text and calls them on pages above.

    On these pages numbers are raised; no text stands on pages below the one where notes begin.
    """
    first = next((at for at, page in enumerate(pages) if page.notes), 0)
    if not first or any(page.body for page in pages[first + 1 :]):
        return False
    return pages[first].notes[0].place == "note" and any(
        style.kind == "superscript" and source.slice(style.span).strip("()[] ").isdecimal()
        for page in pages[:first]
        for line in page.body
        for style in line.styles
    )


def _is_ruled(source: Source, body: Sequence[Line]) -> bool:
    """Say whether the last line of a text is nothing but strokes: the rule above its notes."""
    return bool(body) and _STROKES.fullmatch(source.slice(body[-1].span)) is not None


_DIGITLESS = dict.fromkeys(map(ord, "0123456789 "))
_STROKES = re.compile(r"[-_=\u2013\u2014\u2500 ]{3,}")


def _last_number(source: Source, notes: Sequence[Line], last: int) -> int:
    """Return the number of the last note, that of the page before where a page has none."""
    for line in notes:
        value = mark_value(_mark(source, line))
        last = value if value is not None and 0 < value - last <= 3 else last
    return last


def _parted(
    source: Source, page: Page, last: int, language: Language, *, flows: bool
) -> Iterator[Page]:
    """Yield a page with its notes parted from the body, as many pages as notes end within it.

    flows: whether the text is printed on no pages, so that it may go on below its notes
    """
    if page.notes:
        yield page
        return
    body = page.body
    while True:
        at = _foot(source, body, last, language)
        end, last = _resumes(source, body, at, language, flows=flows)
        yield Page(body[:at], body[at:end])
        if end >= len(body):
            return
        body = body[end:]


def _resumes(
    source: Source, body: Sequence[Line], at: int, language: Language, *, flows: bool
) -> tuple[int, int]:
    """Return the index of the line below notes at which the text goes on, else how many there are.

    That is an annex or a further text, with what is set as a heading above it; the rest of the
    sentence that breaks off above the notes; or what stands below an empty line, where none parts
    the notes, or otherwise set in than they are. The other number is that of the last note, 0
    where the notes below are counted anew.
    """
    if source.lines[-1].page > source.lines[0].page:
        return len(body), 0
    wall = _walls(source, body, at, language) if flows else len(body)
    opened = [at + index for index in _in_sequence(source, body[at:wall])]
    if not opened:
        return wall, 0
    last = 0
    if flows:
        opened, last = _called_above(source, body, opened)
    apart = max((body[index].gap for index in opened[1:]), default=0)
    first = opened[-1] + 1
    low, high = (pick(line.indent for line in body[at:first]) for pick in (min, max))
    broken = at > 0 and not _has_ended(source, body[at - 1])
    for index in range(first, wall):
        line, above = body[index], body[index - 1]
        ended = _has_ended(source, above)
        set_off = last or line.gap > apart or not low <= line.indent <= high
        if flows and ended and line.gap and set_off:
            return index, last
        if ended and broken and source.slice(line.span)[0].islower():
            return index, last
        low, high = min(low, line.indent), max(high, line.indent)
    return wall, 0


def _called_above(source: Source, body: Sequence[Line], opened: list[int]) -> tuple[list[int], int]:
    """Return which of the lines that open notes stand together, and the number of the last.

    Where a note is called below the one before it and nowhere above, the text goes on between
    them. The number is 0 where none is.
    """
    called = Called(source.text, Span(body[0].span.start, body[-1].span.end))
    for count, (above, index) in enumerate(pairwise(opened), 1):
        marks = [_mark(source, body[at]) for at in (above, index)]
        if body[above].span.end < called.at(marks[1]) <= body[index].span.start:
            return opened[:count], mark_value(marks[0]) or 0
    return opened, 0


def _mark(source: Source, line: Line) -> str:
    """Return the mark that a line opens with, "" if it has none."""
    match = MARK.match(source.slice(line.span))
    return match.group("mark") if match else ""


def _walls(source: Source, lines: Sequence[Line], at: int, language: Language) -> int:
    """Return the index of the first line behind `at` that no note holds: of an annex, a formula."""
    for index in range(at + 1, len(lines)):
        printed = source.slice(lines[index].span)
        if lines[index].gap and (language.formula(printed) or language.annex_label(printed)):
            return index
    return len(lines)


def _in_sequence(source: Source, lines: Sequence[Line]) -> list[int]:
    """Return which lines open notes: numbers printed alike that count on, and symbols."""
    opened: list[int] = []
    style, due = "", None
    for index, line in enumerate(lines):
        match = MARK.match(source.slice(line.span))
        if match is None:
            continue
        value = mark_value(match.group("mark"))
        printed = "".join(match.group("mark", "dot")).translate(_DIGITLESS)
        if value is not None and due is not None and (value, printed) != (due, style):
            continue
        if value is not None:
            style, due = printed, value + 1
        opened.append(index)
    return opened


def _heading(source: Source, page: Page, last: int, language: Language) -> int | None:
    """Return which line of a page, notes included, is the heading of its notes.

    Below it stands the number that is due, or the first, and that number is called above it.
    """
    lines = (*page.body, *page.notes)
    called = Called(source.text, Span(0, lines[-1].span.end)) if lines else None
    for index, line in enumerate(lines[:-1]):
        if not 0 < line.span.end - line.span.start <= _LONGEST_HEADING:
            continue
        if fold(source.slice(line.span)).rstrip(":\uff1a") not in language.note_headings:
            continue
        match = MARK.match(source.slice(lines[index + 1].span))
        value = mark_value(match.group("mark")) if match else None
        if called is None or match is None or value not in (1, last + 1):
            continue
        mark, above = match.group("mark"), line.span.start
        if called.before(mark, above) or called.printed(mark) < above:
            return index
    return None


_LONGEST_HEADING = 40  # characters


def _below_heading(page: Page, at: int) -> Page:
    """Return a page whose notes stand below the line that is their heading."""
    lines = (*page.body, *page.notes)
    return Page(lines[:at], lines[at + 1 :])


def _foot(source: Source, body: Sequence[Line], last: int, language: Language) -> int:
    """Return the index of the first line that is a note; the number of lines if none is.

    Within a sentence that goes on over the page a line may begin with a number of its own, a day;
    of those that begin with the number that is due, the note is the last.
    """
    called = Called(source.text, Span(body[0].span.start, body[-1].span.end)) if body else None
    legend, within = False, len(body)
    for index, line in enumerate(body[1:], 1):
        printed = source.slice(line.span)
        match = MARK.match(printed)
        if match is None or match.group("dot") in (".", ")"):
            continue
        alone = match.end() == len(printed)  # extractors set raised marks on lines of their own
        if not (match.group("gap") or alone):
            continue
        mark = match.group("mark")
        if called and called.printed(mark) < line.span.start:
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
            if not due or alone or _has_ended(source, body[index - 1]):
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


def _is_called(called: Called, mark: str, offset: int, *, due: bool) -> bool:
    """Say whether a mark is called above an offset; one that is not due, apart from the words."""
    return called.before(mark, offset) if due else called.apart.get(mark, offset + 1) <= offset


def _has_ended(source: Source, line: Line) -> bool:
    """Say whether a line ends with a mark, or with a call behind one."""
    return source.slice(line.span).rstrip("0123456789")[-1:] in _ENDED


_ENDED = tuple(".,;:\u3002\uff0c\uff1b\u060c\u061b*)]")
