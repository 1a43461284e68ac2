"""Where paragraphs start in a text whose line ends were lost, by their wording.

The enacting formula stands before an opening phrase; numbers count on behind the mark that ends a
paragraph; opening phrases stand behind a comma and a blank; annexes and closing lines behind the
last sentence.

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
from itertools import islice, pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.parse.folded_masthead import item_starts
from an2un.parse.typesetting import COLONS
from an2un.source import Span
from an2un.wording.fold import folded
from an2un.wording.markers import read_marker
from an2un.wording.numerals import HAN_SIGNS

_HEAD = 20_000  # characters of a line in which the formula is looked for
_PHRASE = 130  # characters that tell how a paragraph opens
_HEADING = 250  # characters of a heading, and of the mark above it
_TAIL = 160  # characters of closing lines, the vote left out
_CLOSING = 16  # words of them
_LABEL = 3  # words of the label of an annex
_BLANK = r"[ \t\u00a0\u3000]"
_BRACKET = re.compile(r"[\[\]\uff3b\uff3d]")
_WORD = re.compile(r"\S+")
_SIGN = rf"[IVX]{{1,6}}|[A-Z]|[{HAN_SIGNS}]{{1,3}}"  # of a section
_SECTION = re.compile(_SIGN)


class _Marks(NamedTuple):
    """What stands before, or is, the start of a paragraph.

    formula   behind the words of the enacting formula
    number, opening, point  before a numbered paragraph, an opening phrase, the mark of a point
    sentence  before the closing lines; ended, ending  before a heading, the label of an annex
    label     that of a section before the words of a heading
    """

    formula: re.Pattern[str]
    number: re.Pattern[str]
    opening: re.Pattern[str]
    point: re.Pattern[str]
    sentence: re.Pattern[str]
    ended: re.Pattern[str]
    label: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def _marks() -> _Marks:
    """Return the marks; classes of many scripts are slow to compile, and few texts need them."""
    return _Marks(
        formula=re.compile(
            rf"(?:{_BLANK}?[,:\u060c\uff0c\uff1a])?{_BLANK}+|{_BLANK}?[\uff0c\uff1a]"
        ),
        number=re.compile(
            rf"(?:^|(?P<mark>[,:.\u060c]{_BLANK}+|[;\u061b\uff0c\uff1b\uff1a\u3002]{_BLANK}*"
            rf"|[,:.;\u060c\u061b\uff0c\uff1b\uff1a\u3002]\d{{1,2}}{_BLANK}+)"  # a note's call
            rf"|{_BLANK})(?=\d{{1,3}}[ ]?[.\uff0e\-\u2013\u2014])"
        ),
        # the call of a note may stand between
        opening=re.compile(
            rf"[,;\u060c\u061b\uff0c\uff1b](?:\d{{1,2}}(?:,\d{{1,2}})*)?{_BLANK}+(?=[^\W\d_])"
        ),
        point=re.compile(
            rf"([,;:.\u060c\u061b\uff1b\uff1a]){_BLANK}+(?:[^\W\d_]{{1,3}}{_BLANK})?"
            r"(?=[(\uff08\u2018]?\w{1,4}[)\uff09\u2019])"
        ),
        sentence=re.compile(rf"[.\u3002]{_BLANK}+"),
        ended=re.compile(rf"[,;.\u060c\u061b]\d{{0,2}}{_BLANK}+|[\uff0c\uff1b\u3002]{_BLANK}*"),
        label=re.compile(rf"(?:{_SIGN}){_BLANK}+(?=[^\W\d_])"),
        ending=re.compile(rf"[.;\u061b\uff1b\u3002\]\uff3d\u201d\u00bb\d]{_BLANK}+(?=[^\W\d_])"),
    )


class Found(NamedTuple):
    """The formula inside a line, None if there is none, and where paragraphs start in the line."""

    formula: Span | None
    starts: Sequence[int]


def find(text: str, language: Language, *, long: bool, seeking: bool) -> Found:
    """Find the paragraphs of a line; the formula is sought at the start of a short one only."""
    formula = _formula(text, language, inside=long) if seeking else None
    if not long:
        return Found(formula, (formula.end,) if formula else ())
    begin = formula.end if formula else 0
    annexes = list(_annexes(text, begin, language)) if formula else []
    own = Span(begin, annexes[0].start if annexes else len(text))
    numbers = list(_numbers(text, own, language))
    if len(numbers) < 2 and not formula:
        numbers = []
    stop = numbers[0] if numbers else own.end
    alone = formula is not None and not numbers
    proven = bool(formula or numbers)
    starts = list(_openings(text, Span(begin, stop), language, proven=proven, alone=alone))
    if formula or numbers:
        starts += [*numbers, *_points(text, own, numbers)]
        starts += _closing(text, Span(max(starts, default=begin), own.end), language)
    starts += _annexed(text, annexes, language)
    if formula:
        starts += [*item_starts(text[: formula.start], language), formula.start, begin]
    return Found(formula, sorted({at for at in starts if 0 < at < len(text)}))


def _annexed(text: str, labels: Sequence[Span], language: Language) -> Iterator[int]:
    """Yield where annexes start, what stands below their labels, and their paragraphs."""
    for label, below in pairwise([*labels, Span(len(text), len(text))]):
        inside = Span(label.end, below.start)
        counted = list(_numbers(text, inside, language, worded=False))
        counted = counted if len(counted) > 1 else []
        yield from (*label, *counted, *_points(text, inside, counted))


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
    mood = language.mood(behind) if opens else None
    # "The General Assembly Resolves that …": no sentence has a capital there, nor, where there
    # are no capitals, a comma
    begins = behind[:1].isupper() or not (behind[:1].islower() or comma[0].isspace())
    enacts = first or mood == "preambular" or (mood is not None and begins)
    return Span(start, comma.end()) if enacts or _labelled(behind, language) else None


def _labelled(text: str, language: Language) -> bool:
    """Whether a text begins with the label of a section, a heading and an opening phrase."""
    words = list(_WORD.finditer(text))
    label = words[0][0] if words else ""
    numbered = _SECTION.fullmatch(label) or language.spelled(label)
    return bool(numbered) and any(language.mood(text[word.start() :]) for word in words[1:])


def _annexes(text: str, begin: int, language: Language) -> Iterator[Span]:
    """Yield the labels of annexes behind the end of a sentence, with the blank behind them."""
    for match in _marks().ending.finditer(text, begin):
        at = match.end()
        if text[at : at + 1].islower():
            continue
        words = [word.end() for word in islice(_WORD.finditer(text, at), _LABEL)]
        for end in reversed(words):
            if language.annex_label(text[at:end]):
                yield Span(at, end + (end < len(text)))
                break


def _numbers(text: str, among: Span, language: Language, *, worded: bool = True) -> Iterator[int]:
    """Yield where numbered paragraphs start: numbers that count on, behind a mark or before a verb.

    The first of them, and one behind a number that was lost, have both; so in a resolution, where
    paragraphs are `worded` as its own, while those of an annex begin with any words.
    """
    due, last = 0, among.start
    for match in _marks().number.finditer(text, *among):
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
        opens = mood == "operative" or (number == 1 and (mood or not worded))
        if (marked and number == due) or opens:
            due = number + 1
            if not marked:
                yield from _heading(text, last, at)
            yield at
            last = at + marker.end


def _heading(text: str, begin: int, number: int) -> Iterator[int]:
    """Yield where a heading starts that stands between the end of a paragraph and a number.

    begin: where the words of the paragraph above start. The label of a section before the words of
    a heading is a line of its own.
    """
    ended = _marks().ended.finditer(text, max(number - _HEADING, begin), number)
    ends = (match.end() for match in ended if match.end() < number)
    last = deque((at for at in ends if text[at].isalpha() and not text[at].islower()), maxlen=1)
    for at in last:
        yield at
        label = _marks().label.match(text, at, number)
        if label:
            yield label.end()


def _openings(
    text: str, among: Span, language: Language, *, proven: bool, alone: bool
) -> Iterator[int]:
    """Yield where opening phrases start in a stretch of text that begins with one.

    proven: whether something else than opening phrases shows that paragraphs run on here; alone:
    whether what follows the recitals has no number.
    """
    capital = text[among.start : among.start + 1].isupper()
    mood = language.mood(text[among.start : among.start + _PHRASE])
    if not (capital or proven) or (mood != "preambular" and not proven):
        return
    single: int | None = None
    for match in _marks().opening.finditer(text, *among):
        at = match.end()
        if at >= among.end or capital != text[at].isupper():
            continue
        phrase = text[at : at + _PHRASE]
        mood = language.mood(phrase)
        if mood == "preambular":
            single = None
            yield at
        elif mood and single is None and capital and alone and _is_known(phrase, language):
            single = at
    if single is not None:  # behind the last recital
        yield single


def _is_known(phrase: str, language: Language) -> bool:
    """Whether an operative paragraph was counted to open so: "Requests", no word that ends so."""
    opening = language.openings.find(phrase, "operative")
    return opening is not None and opening.known


def _points(text: str, among: Span, numbers: Sequence[int]) -> Iterator[int]:
    """Yield where points start: (a) behind a colon, and what counts on behind a semicolon."""
    for start, end in pairwise([among.start, *numbers, among.end]):
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


def _closing(text: str, among: Span, language: Language) -> Iterator[int]:
    """Yield where the closing lines start behind the last sentence, and what stands below them.

    among: the last paragraph, from its start to the first annex. The vote stands in brackets.
    """
    for match in _marks().sentence.finditer(text, *among):
        at = match.end()
        tail = min(at + _TAIL, among.end)
        bracket = _BRACKET.search(text, at + 1, tail)
        stop = bracket.start() if bracket else tail
        ends = [word.end() for word in islice(_WORD.finditer(text, at, stop), _CLOSING)]
        for end in reversed(ends):
            if is_closing(text[at:end], language):
                yield from (at, end)
                return
