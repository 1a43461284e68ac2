"""Lines in which paragraphs run on: texts whose line ends were lost, parted by their wording.

Web pages and pipelines fold white space, so that a formula, the recitals and the numbered
paragraphs below it stand in one line. No printed line is as long. They are parted at the enacting
formula before an opening phrase, at numbers that count on behind the mark that ends a paragraph,
and at opening phrases behind a comma and a blank. Ends of pages that stand within them are lines of
their own first, and the sentence goes on behind them.

Counted in published preambles: of 8,434 recitals in English, French and Spanish none holds an
opening phrase with a capital behind a comma. Of a hundred in Russian nine do so with a small
letter, in Arabic thirty-one, and in Chinese thirty, though there without a blank: where openings
bear no capital they part a line only if formula or numbers show that it runs on.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from an2un.codes import RUN_ON
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.beginning import HEAD_LINES
from an2un.parse.closing import is_closing
from an2un.parse.folded_lines import Cut, Words, cut, unbroken
from an2un.parse.folded_pages import page_ends
from an2un.parse.typesetting import COLONS
from an2un.record import replace
from an2un.source import Line, Source, Span
from an2un.wording.fold import folded
from an2un.wording.markers import read_marker

_LONG = 240  # characters; the widest line printed has half of them
_HEAD = 20_000  # characters of a line in which the formula is looked for
_PHRASE = 130  # characters that tell how a paragraph opens
_HEADING = 100  # characters of a heading, and of the mark above it
_TAIL = 160  # characters of closing lines
_BLANK = r"[ \t\u00a0\u3000]"
_BLOCK = 6  # lines at the least of a text that runs on over its lines
_FULL = 0.75  # of the longest line: what all of them have
_EARLY = 0.1  # share of lines that may have less, where long words or figures hold together


class _Marks(NamedTuple):
    """What tells a formula, a number, an opening, a point, a closing line, and a heading."""

    formula: re.Pattern[str]
    number: re.Pattern[str]
    opening: re.Pattern[str]
    point: re.Pattern[str]
    sentence: re.Pattern[str]
    ended: re.Pattern[str]


@cache
def _marks() -> _Marks:
    """Return the marks; classes of many scripts are slow to compile, and few texts need them."""
    return _Marks(
        re.compile(rf"[,:\u060c\uff0c\uff1a]?{_BLANK}+|[\uff0c\uff1a]"),
        re.compile(
            rf"(?:^|(?P<mark>[,:.\u060c]{_BLANK}+|[;\u061b\uff0c\uff1b\uff1a\u3002]{_BLANK}*"
            rf"|[,:.;\u060c\u061b\uff0c\uff1b\uff1a\u3002]\d{{1,2}}{_BLANK}+)"  # a note's call
            rf"|{_BLANK})(?=\d{{1,3}}[ ]?[.\uff0e\-\u2013\u2014])"
        ),
        # the call of a note may stand between
        re.compile(rf"[,;\u060c\u061b\uff0c\uff1b]\d{{0,2}}{_BLANK}+(?=[^\W\d_])"),
        re.compile(
            rf"([,;:.\u060c\u061b\uff1b\uff1a]){_BLANK}+(?:[^\W\d_]{{1,3}}{_BLANK})?"
            r"(?=[(\uff08\u2018]?\w{1,4}[)\uff09\u2019])"
        ),
        re.compile(rf"[.\u3002]{_BLANK}+"),
        re.compile(rf"[,;.\u060c\u061b]\d{{0,2}}{_BLANK}+|[\uff0c\uff1b\u3002]{_BLANK}*"),
    )


def runs_on(source: Source, formula: int | None) -> bool:
    """Say whether paragraphs may run on in lines of a source: it has no formula, or long lines.

    formula: the index of the line that is the enacting formula, None where there is none.
    """
    return formula is None or any(map(_is_long, source.lines))


def _is_long(line: Line) -> bool:
    return line.span.end - line.span.start > _LONG


def parted(source: Source, formula: int | None, language: Language, report: Report) -> Source:
    """Return the source with a line for each paragraph of the lines in which paragraphs run on.

    Its text is the same; sources without such lines are returned as they are.

    formula: the index of the line that is the enacting formula, None where there is none.
    """
    seeking = formula is None
    lines: list[Line] = []
    turned = 0  # pages that end inside the lines above
    for index, printed in enumerate(_stretches(source, language, seeking=seeking)):
        line = printed._replace(page=printed.page + turned) if turned else printed
        long = _is_long(line)
        if line.place or not (long or (seeking and index < HEAD_LINES)):
            lines.append(line)
            continue
        cuts, found = _paragraphs(unbroken(source.slice(line.span)), language, long, seeking)
        seeking = seeking and not found
        pieces = list(cut(line, cuts, source.text))
        count = 1 + sum(piece.opens is True for piece in pieces[1:])
        if count > 1:
            message = f"{count} paragraphs run on; their wording parts them"
            report(Diagnostic(RUN_ON, message, span=line.span))
        lines.extend(pieces)
        turned += pieces[-1].page - line.page
    return source if len(lines) == len(source.lines) else replace(source, lines=tuple(lines))


def _stretches(source: Source, language: Language, *, seeking: bool) -> Sequence[Line]:
    """Return the lines of a source, or all of them as one where its text runs on over them.

    No formula stands in a line of its own but in the text of all, and hardly a line ends early.
    """
    if not (seeking and _is_block(source.lines)):
        return source.lines
    whole = Span(source.lines[0].span.start, source.lines[-1].span.end)
    _, found = _paragraphs(unbroken(source.slice(whole)), language, long=True, seeking=True)
    return (source.lines[0]._replace(span=whole),) if found else source.lines


def _is_block(lines: Sequence[Line]) -> bool:
    """Say whether lines are set as one block: no line is parted from another or ends early."""
    if len(lines) < _BLOCK or any(line.gap or line.place or _is_long(line) for line in lines):
        return False
    lengths = [line.span.end - line.span.start for line in lines[:-1]]
    full = _FULL * max(lengths)
    early = sum(length < full for length in lengths)
    return early <= _EARLY * len(lengths)


def _paragraphs(
    text: str, language: Language, long: bool, seeking: bool
) -> tuple[Sequence[Cut], bool]:
    """Return where the lines of a stretch of text start, and whether a formula was found in it."""
    feet = page_ends(text) if long else []
    words = Words(text, feet)
    run = _run(words.text, language, long=long, seeking=seeking)
    if feet and seeking and run.formula is None:  # nothing tells the masthead from the text
        words = Words(text, [])
        run = _run(text, language, long=long, seeking=seeking)
    return words.cuts(run.starts), run.formula is not None


class _Run(NamedTuple):
    """The formula inside a line, None if there is none, and where paragraphs start in the line."""

    formula: Span | None
    starts: Sequence[int]


def _run(text: str, language: Language, *, long: bool, seeking: bool) -> _Run:
    """Find the paragraphs of a line; the formula is sought at the start of a short one only."""
    formula = _formula(text, language, inside=long) if seeking else None
    if not long:
        return _Run(formula, (formula.end,) if formula else ())
    begin = formula.end if formula else 0
    numbers = list(_numbers(text, begin, language))
    if len(numbers) < 2 and not formula:
        numbers = []
    stop = numbers[0] if numbers else len(text)
    starts = list(_openings(text, Span(begin, stop), language, proven=bool(formula or numbers)))
    if formula or numbers:
        starts += [*numbers, *_points(text, begin, numbers), *_closing(text, language)]
    if formula:
        starts += [formula.start, begin]
    return _Run(formula, sorted({at for at in starts if at}))


def _formula(text: str, language: Language, *, inside: bool) -> Span | None:
    """Return the first enacting formula before an opening phrase, up to that phrase.

    inside: whether words may stand before it.
    """
    flat = folded(text[:_HEAD] if inside else text)
    found = []
    for name in language.formulas:
        at = flat.text.find(name)
        while at >= 0 and (inside or at == 0):
            span = _enacts(text, Span(flat.offsets[at], flat.end(at + len(name))), language)
            if span:
                found.append(span)
                break
            at = flat.text.find(name, at + 1)
    return min(found, default=None)


def _enacts(text: str, formula: Span, language: Language) -> Span | None:
    """Return a formula with the blank behind it if a preamble or paragraph 1 follows, else None."""
    start, end = formula
    if text[start].islower() or (start and text[start - 1].isalnum()):
        return None
    comma = _marks().formula.match(text, end)
    if comma is None:
        return None
    behind = text[comma.end() : comma.end() + _PHRASE]
    marker = read_marker(behind)
    first = marker is not None and marker.number == 1
    opens = language.openings.small or not behind[:1].islower()  # else "The Council, noting …, "
    enacts = first or (opens and language.mood(behind) == "preambular")
    return Span(start, comma.end()) if enacts else None


def _numbers(text: str, begin: int, language: Language) -> Iterator[int]:
    """Yield where numbered paragraphs start: numbers that count on, behind a mark or before a verb.

    The first of them, and one behind a number that was lost, have both.
    """
    due = 0
    for match in _marks().number.finditer(text, begin):
        at = match.end()
        marker = read_marker(text[at : at + 12])
        number = marker.number if marker else 0
        if marker is None or not number or not due <= number <= (due + 1 if due else number):
            continue
        marked = match["mark"] is not None or at == 0
        if not marked and number != (due or 1):
            continue
        behind = text[at + marker.end : at + marker.end + _PHRASE]
        mood = language.mood(behind)
        if (marked and number == due) or mood == "operative" or (mood and number == 1):
            due = number + 1
            if not marked:
                yield from _heading(text, begin, at)
            yield at


def _heading(text: str, begin: int, number: int) -> Iterator[int]:
    """Yield where a heading starts that stands between the end of a paragraph and a number."""
    last = deque(_marks().ended.finditer(text, max(number - _HEADING, begin), number), maxlen=1)
    at = last[0].end() if last else number
    if at < number and text[at].isalpha() and not text[at].islower():
        yield at


def _openings(text: str, among: Span, language: Language, *, proven: bool) -> Iterator[int]:
    """Yield where opening phrases start in a stretch of text that begins with one.

    proven: whether something else than opening phrases shows that paragraphs run on here.
    """
    capital = text[among.start : among.start + 1].isupper()
    mood = language.mood(text[among.start : among.start + _PHRASE])
    if not (capital or proven) or (mood != "preambular" and not proven):
        return
    for match in _marks().opening.finditer(text, *among):
        at = match.end()
        opens = at < among.end and capital == text[at].isupper()
        if opens and language.mood(text[at : at + _PHRASE]) == "preambular":
            yield at


def _points(text: str, begin: int, numbers: Sequence[int]) -> Iterator[int]:
    """Yield where points start: (a) behind a colon, and what counts on behind a semicolon."""
    for start, end in pairwise([begin, *numbers, len(text)]):
        due: dict[str, int] = {}
        for match in _marks().point.finditer(text, start, end):
            marker = read_marker(text[match.end() : match.end() + 12])
            if marker is None or marker.number:
                continue
            opens = match[1] in COLONS
            for style, value in marker.readings:
                if (opens and value == 1) or due.get(style) == value:
                    due[style] = value + 1
                    yield match.end()
                    break


def _closing(text: str, language: Language) -> Iterator[int]:
    """Yield where the closing lines start behind the last sentence, if they stand there."""
    for match in _marks().sentence.finditer(text, max(len(text) - _TAIL, 0)):
        if is_closing(text[match.end() :], language):
            yield match.end()
            return
