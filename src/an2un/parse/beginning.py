"""Where the text begins below the masthead: at the enacting formula, else at the first sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.adoption import told
from an2un.parse.layout import Page
from an2un.parse.masthead_words import LineKind, read_line
from an2un.parse.own_symbol import SYMBOL
from an2un.parse.passage import Passage
from an2un.parse.sponsors import sponsors_end
from an2un.source import Line, Source
from an2un.wording.markers import read_marker

HEAD_LINES = 120  # lines among which the enacting formula is looked for (longest counted: 96)
_ORGAN_LINES = 6  # lines among which the masthead names the organ
_NUMBERED: frozenset[LineKind] = frozenset(("numbered", "resolution"))


def formula_line(source: Source, language: Language) -> int | None:
    """Return the index of the line that is the enacting formula, None if there is none.

    A formula has its comma, or stands above a whole preambular paragraph or any opening phrase.
    Without its comma it may be the same words as the organ's line in the masthead, which stands
    among the very first lines and above the number of the text and its sponsors.
    """
    bare = []
    for index, line in enumerate(source.lines[:HEAD_LINES]):
        printed = source.slice(line.span)
        if language.formula(printed):
            if printed.endswith(language.preambular_ends):
                return index
            below = "".join(source.printed(source.lines[index + 1 : index + 2]))
            if below.startswith(language.preambular_ends):  # its comma, where lines break there
                return index
            mood = language.mood(below)
            reasons = mood == "preambular" and below.endswith(language.preambular_ends)
            if reasons or (mood and _below_masthead(source, index, language)):
                return index
            bare.append(index)
    if len(bare) > 1 or (bare and bare[0] < _ORGAN_LINES):
        number = _numbered_line(source, bare[-1], language)
        least = _ORGAN_LINES if number is None else number
        bare = [index for index in bare if index >= least] or bare[1:]
    return bare[0] if bare else None


def _below_masthead(source: Source, index: int, language: Language) -> bool:
    """Whether a line is none of a masthead's first lines, or stands below number or sponsors."""
    above = [source.slice(line.span) for line in source.lines[: min(index, _ORGAN_LINES)]]
    return (
        index >= _ORGAN_LINES
        or _numbered_line(source, index, language) is not None
        or sponsors_end(above, language) > 0
    )


def _numbered_line(source: Source, end: int, language: Language) -> int | None:
    """Return the first of the lines up to `end` that is the number of the text, None if none is."""
    for index, line in enumerate(source.lines[:end]):
        if read_line(Passage(source.slice(line.span)), language).kind in _NUMBERED:
            return index
    return None


def text_line(source: Source, formula: int | None, language: Language) -> int | None:
    """Return the index of the line at which the text begins, None where no formula tells.

    That is the formula, or right above it the sentence that tells of the adoption and introduces
    the words of the body: "At the 45th meeting, … the President made the following statement:".
    """
    if formula is None:
        return None
    for start in range(formula - 1, max(formula - _TELLING_LINES, 0) - 1, -1):
        lines = source.lines[start:formula]
        text = language.glue.join(source.printed(lines))
        if not text.endswith(language.introduction_ends):
            break
        if told(text, language) is not None:
            return start
    return formula


_TELLING_LINES = 4  # printed lines of such a sentence


def head_end(source: Source, first: int | None, language: Language) -> int:
    """Return how many lines stand above the text: above its first line, else its first sentence.

    first: the index of the line at which the text begins, None where no formula tells it.
    """
    if first is not None:
        return first
    start = _first_sentence(source, [Page(source.lines[:_HEAD_MOST], ())], language)
    return sum(1 for line in source.lines[:_HEAD_MOST] if line.span.start < start)


_HEAD_MOST = 60  # lines of a masthead without a formula below it, blank ones not counted


def divide(
    source: Source, pages: Sequence[Page], first: int | None, language: Language
) -> tuple[list[Line], list[Page]]:
    """Return the lines of the masthead and the pages below it.

    first: the index of the line at which the text begins, None where no formula tells it.
    """
    if first is not None:
        cut = source.lines[first].span.start
    else:
        cut = _first_sentence(source, pages, language)
    head = [line for page in pages for line in page.body if line.span.start < cut]
    rest = []
    for page in pages:
        lines = tuple(line for line in page.body if line.span.start >= cut)
        rest.append(Page(lines, page.notes))
    return head, rest


# ------------------------------------------------------------- texts without a formula: decisions

_SENTENCE = 50  # columns; a line of a masthead that ends a sentence is shorter
_SHORT = 0.7  # share of the usual width; a line of running text that ends before has ended
_UNWRAPPED = 150  # columns; lines as long as that are whole paragraphs
_COLUMNS = re.compile(r"\s{3,}|\t+")
_BRACKETED = re.compile(r"[\[(]")
# What a line of a masthead is by its own words, whatever stands around it.
_TOLD: frozenset[LineKind] = frozenset(
    ("publisher", "symbol", "organ", "distribution", "issued", "original", "expression", "status",
     "type", "session", "agenda", "committee", "decisions", "statement", "draftType")
)  # fmt: skip


def _first_sentence(source: Source, pages: Sequence[Page], language: Language) -> int:
    """Return where the text begins in a document without a formula: at its first sentence.

    That is the line that tells of its adoption ("At its 77th plenary meeting …"), else the first
    paragraph with a printed number, or the first of some length that ends with a mark that ends
    sentences and is not number and title.
    """
    lines = [line for page in pages for line in page.body][:HEAD_LINES]
    if not lines:
        return 0
    telling = _telling(source, lines, language)
    if telling is not None:
        return telling.span.start
    stating = sponsors_end([source.slice(line.span) for line in lines], language)
    if 0 < stating < len(lines):
        lines = lines[stating:]  # a list of sponsors may fill its lines as a text does
    for stretch in _stretches(source, lines, language):
        first = stretch[0]
        marker = read_marker(first.text)
        if marker and marker.readings[0].style == "dot decimal":
            return first.line.span.start
        if first.told or _BRACKETED.match(first.text) or not _speaks(stretch, _marks(language)):
            continue
        if read_line(Passage(first.text), language).kind != "numbered":
            return first.line.span.start
        if _speaks(stretch[1:], language.sentence_ends):
            return stretch[1].line.span.start  # below a title that fills its line
    if not any(SYMBOL.search(source.slice(line.span)) for line in lines[:_ORGAN_LINES]):
        return lines[0].span.start
    return lines[-1].span.end


def _telling(source: Source, lines: Sequence[Line], language: Language) -> Line | None:
    """Return the first line at which a sentence begins that tells of the adoption of the text.

    Its words may run over the end of the line. A line of adoption in the masthead is none.
    """
    for index, line in enumerate(lines):
        text = source.slice(line.span)
        more = "".join(source.slice(one.span) for one in lines[index + 1 : index + 2])
        found = told(f"{text}{language.glue}{more}", language)
        adopted = read_line(Passage(text), language).kind == "adopted"
        if found is not None and found.start < len(text) and not adopted:
            return line
    return None


def _speaks(stretch: Sequence[_Printed], marks: tuple[str, ...]) -> bool:
    """Say whether a line of a stretch ends some length of text with one of the marks."""
    lengths = accumulate(item.length for item in stretch)
    return any(
        length > _SENTENCE and _CALL.sub("", item.text).rstrip(_BEHIND).endswith(marks)
        for item, length in zip(stretch, lengths, strict=True)
    )


_BEHIND = '\u201d\u00bb") '  # what may stand behind the last mark of a sentence
_CALL = re.compile(r"(?<=[,.;:\u060c]) ?\d{1,3}$")  # and of a note that it calls


def _marks(language: Language) -> tuple[str, ...]:
    return (
        *language.sentence_ends,
        *language.preambular_ends,
        *language.operative_ends,
        *language.introduction_ends,
    )


class _Printed(NamedTuple):
    """A line with what its place in a paragraph is told by; `length` in columns."""

    line: Line
    text: str
    length: int
    told: bool


def _printed(source: Source, line: Line, language: Language) -> _Printed:
    text = source.slice(line.span)
    columned = _COLUMNS.search(text) is not None
    told = columned or read_line(Passage(text), language).kind in _TOLD
    return _Printed(line, text, _columns(text, language), told)


def _columns(text: str, language: Language) -> int:
    """Return the length of a text in columns: a Chinese character takes two."""
    return len(text) if language.spaced else len(text.encode("gb18030", "replace"))


def _stretches(
    source: Source, lines: Sequence[Line], language: Language
) -> Iterator[Sequence[_Printed]]:
    """Yield lines that are printed together: parted by gaps, by room that is left, by their words.

    A line that ended well before the margin has ended its paragraph, unless the next begins small.
    """
    printed = [_printed(source, line, language) for line in lines]
    width = max((item.length for item in printed if not item.told), default=0)
    if width > _UNWRAPPED:
        yield from ([item] for item in printed)
        return
    found = Counter(
        item.line.gap for before, item in pairwise(printed) if before.length > _SHORT * width
    )
    gap = min(found, key=lambda gap: (-found[gap], gap), default=0)
    start = 0
    for index, (before, item) in enumerate(pairwise(printed), 1):
        room = before.length < _SHORT * width and not item.text[0].islower()
        if room or before.told or item.told or item.line.gap > gap:
            yield printed[start:index]
            start = index
    yield printed[start:]
