"""Lines that break wherever the type changes: what programs make of marked-up text.

Such programs print every stretch of text between two tags on a line of its own: an opening phrase
in italics, a symbol that is a link, the call of a note, and the comma behind it. Lines that begin
with a comma are what no page prints; where there are some, the wording tells which lines begin a
paragraph and which go on with the one above.

    paragraph = number? opening? (words | symbol | call | mark)*
    notes     = (number words+)*          counted anew from one, below the last sentence
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.parse.labels import read_label
from an2un.record import replace
from an2un.source import Line, Source, Style
from an2un.wording.markers import read_marker

_LEAST = 3  # lines that begin with a mark
_SHARE = 50  # one of so many lines at the least begins so
_SPACED = 20  # one of so many lines at the least stands below a space where it parts paragraphs
_MARK = re.compile(r"[,;.:)\u060c\u061b\uff0c\uff1b\u3002\u3001](?!\d)")
_SIGNS = re.compile(r"[*\u2020\u2021]{1,3}")
_FIRST = 3  # the highest number of the first call below the formula
_SHORT = 40  # characters of a line that is an opening phrase
_FEW = 6  # one of so many lines is short at the least where opening phrases stand alone
_TRIED = 30  # such lines, of which the table is asked
_PHRASE = 130  # characters that tell how a paragraph opens


def with_openings(source: Source, formula: int | None, language: Language) -> Source:
    """Return a source whose lines break at every change of type with what begins a paragraph.

    Its lines below the enacting formula know whether they open a paragraph (`Line.opens`), and
    those of its notes their place; other sources are returned as they are.

    formula: the index of the line that is the enacting formula, None where there is none.
    """
    if formula is None or _is_spaced(source.lines):
        return source
    printed = list(source.printed(source.lines))
    if not _is_broken(printed, language):
        return source
    told = _told(source.lines[formula:], printed[formula:], language)
    return replace(source, lines=(*source.lines[:formula], *told))


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether space parts paragraphs, as in print: it tells more than wording."""
    return sum(line.gap > 0 for line in lines) * _SPACED > len(lines)


def _is_broken(printed: Sequence[str], language: Language) -> bool:
    """Whether lines begin with a mark, or hold an opening phrase and nothing else."""
    found = sum(map(bool, map(_MARK.match, printed)))
    short = [text for text in printed if len(text) <= _SHORT and text[-1:].isalpha()]
    if len(short) * _FEW >= len(printed):
        found += sum(_is_opening(text, language) for text in short[:_TRIED])
    return found >= max(_LEAST, len(printed) // _SHARE)


def _is_opening(text: str, language: Language) -> bool:
    """Whether the whole of a line is the opening phrase of a paragraph."""
    mood = language.mood(text)
    opening = mood and language.openings.find(text, mood)
    return bool(opening and opening.known and opening.end >= len(text))


def _told(lines: Sequence[Line], printed: Sequence[str], language: Language) -> Iterator[Line]:
    """Yield the lines from the formula on with what they are; calls and marks of notes raised."""
    reader = _Reader(language, [number for text in printed if (number := _number(text))])
    for line, text in zip(lines, printed, strict=True):
        opens, raised = reader.opens(text)
        place = "note" if reader.noting else line.place
        styles = (Style(line.span, "superscript"),) if raised else line.styles
        yield line._replace(opens=opens, place=place, styles=styles)


class _Reader:
    """Reads lines one after the other.

    above   the last words of the paragraph so far, calls left out
    first   the number of the first call, which the notes begin with again
    called  the number of the last call
    closed  whether the closing lines have been seen
    labelled, headed  whether the line above is the label of an annex or section, or a heading or
                      the formula
    noting  whether the notes have been reached; `called` is then the last of them
    coming  the numbers that stand alone on the lines below
    """

    def __init__(self, language: Language, numbers: Iterable[int]) -> None:
        self.language = language
        self._ends = (
            *language.preambular_ends, *language.operative_ends, *language.introduction_ends,
        )  # fmt: skip
        self.coming = deque(numbers)
        self.above = ""
        self.first = self.called = 0
        self.closed = self.noting = self.labelled = self.headed = False

    def opens(self, text: str) -> tuple[bool, bool]:
        """Return whether a line begins a paragraph or a note, and whether it is a call or mark."""
        number = _number(text)
        if number:
            self.coming.popleft()
        if number and self._is_note(number):
            self.noting, self.called, self.above = True, number, text
            return True, True
        if self.noting or _MARK.match(text):
            self.above = text
            return False, False
        if _SIGNS.fullmatch(text) or (number and self._is_call(number)):
            self.called = max(self.called, number)
            self.first = self.first or self.called
            return False, True
        if number:
            self.above = text
            return False, False
        begins = self._begins(text)
        self.above = text
        return begins, False

    def _is_call(self, number: int) -> bool:
        """Whether a number alone on its line calls a note: the next one, or an earlier one again.

        The first notes may be called above the formula. Behind "paragraph" stands the number of a
        paragraph.
        """
        words = self.above.rsplit(maxsplit=1)
        numbered = bool(words) and words[-1].lower() in self.language.numbered
        return 0 < number <= (self.called + 1 if self.called else _FIRST) and not numbered

    def _is_note(self, number: int) -> bool:
        """Whether a number alone on its line is the mark of a note, no call."""
        if self.noting:
            return number == self.called + 1
        below = self.closed or self.above.endswith(self.language.sentence_ends)
        after = next((coming for coming in self.coming if coming <= self.called), self.first)
        counted = after == number + 1 or self.called == self.first == after
        return below and number == self.first and counted

    def _begins(self, text: str) -> bool:
        """Whether a line of words, a number with them or a label begins a paragraph."""
        language, above, headed = self.language, self.above, self.headed
        self.headed = False
        if not above:  # the formula, which stands apart with or without its comma
            self.headed = True
            return True
        if _is_marker(above):
            return False
        ended = above.endswith(self._ends)
        closing = is_closing(text, language) and (
            self.closed or above.endswith(language.sentence_ends)
        )
        self.closed = self.closed or closing
        label = self._is_label(text) and (ended or self.closed or headed)
        self.headed = label or self.labelled
        self.labelled = label
        if closing or label or self.headed:
            return True
        marker = read_marker(text)
        if marker is not None and (ended or headed):
            return True
        if marker is not None and marker.end >= len(text):
            return marker.number > 0
        small = not language.openings.small and text[:1].islower()
        if above.endswith(language.preambular_ends):
            return not small and language.mood(text[:_PHRASE]) is not None
        return (ended or headed) and not small

    def _is_label(self, text: str) -> bool:
        """Whether a line is the label of an annex or section, below which its title may stand."""
        if len(text) > _SHORT:
            return False
        label = read_label(text, self.language)
        return self.language.annex_label(text) or (label is not None and label.end >= len(text))


def _number(text: str) -> int:
    """Return the number that is the whole line, in brackets or not, 0 for any other line."""
    digits = text.strip("()")
    return int(digits) if digits.isdecimal() and len(digits) <= len("999") else 0


def _is_marker(text: str) -> bool:
    """Whether a line is the number of a paragraph or point and nothing else."""
    marker = read_marker(text)
    return marker is not None and marker.end >= len(text.rstrip())
