"""Masthead lines put together: an adoption line over two lines, a bracket over three, as one.

What no wording tells (titles, lists of sponsors) comes out without a kind: `masthead` decides it
by its place among the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from an2un.language import Language
from an2un.parse.masthead_marks import CALL, Mark, adoption_marks, words
from an2un.parse.masthead_words import (
    LONGEST_ITEM,
    LineKind,
    MastheadLine,
    join,
    read_issuer,
    read_line,
)
from an2un.parse.own_symbol import with_whole_symbols
from an2un.parse.passage import Passage
from an2un.wording.fold import fold

_JOINED_LINES = 3  # printed lines that an item may take
_BRACKET_LINES = 8
_COVER_LINES = 6  # below the letter of a series, which an issuer and others take before the symbol
_SUBMISSION_LINES = 5
# what a line may be that is only part of a longer item
_PARTS: tuple[LineKind, ...] = ("", "issued", "organ", "publisher", "committee")
_DATED: tuple[LineKind, ...] = ("", "issued")
_COVER: tuple[LineKind, ...] = ("symbol", "organ", "distribution", "issued", "original", "session")
_ENDING_SYMBOL = re.compile(r"(?:[A-Z]/[\w./()-]+|\([^()]*\d+/\d+\))$")
_SYMBOL_LENGTH = 60
_OPENING, _CLOSED = ("[", "［"), ("]", "］")


def read_lines(lines: Sequence[Passage], language: Language) -> list[MastheadLine]:
    """Return the items of a masthead in printed order; every line is in exactly one."""
    items: list[MastheadLine] = []
    lines = _by_columns(with_whole_symbols(_with_calls(lines, language)), language)
    at, alone = 0, _Alone(lines, language)
    while at < len(lines):
        item, taken = _item(alone, at)
        if item.kind == "label" and _heads_cover(alone, at):
            item = MastheadLine("series", item.passage)
        elif _within_title(item, items, partial(alone.kind, at + taken)):
            item, taken = MastheadLine("", lines[at]), 1
        items.extend(_parted(item, language) if not item.kind else [item])
        at += taken
    return items


def _with_calls(lines: Sequence[Passage], language: Language) -> list[Passage]:
    """Return the lines, each with the calls that an extractor has left on a line of their own."""
    whole: list[Passage] = []
    for line in lines:
        if whole and line.calls and not words(line).strip(CALL + " "):
            whole[-1] = join([whole[-1], line], language)
        else:
            whole.append(line)
    return whole


def _by_columns(lines: Sequence[Passage], language: Language) -> list[Passage]:
    """Return the lines with an issuer on two of them put together that stand beside others.

    Old mastheads print "Economic and Social / Council" beside "Distr. / GENERAL".
    """
    ordered = list(lines)
    for at in range(len(ordered) - 2):
        start, between, behind = ordered[at : at + 3]
        begins = _begins_issuer(start, language)
        if begins and read_issuer(join([start, behind], language), language) is not None:
            ordered[at + 1 : at + 3] = [behind, between]
    return ordered


def _begins_issuer(line: Passage, language: Language) -> bool:
    """Whether a line holds the first words of an issuer, and no more."""
    flat = fold(words(line)) if len(line.text) <= LONGEST_ITEM else ""
    names = language.masthead.publisher.folded + language.masthead.organs.folded
    return bool(flat) and any(name != flat and name.startswith(flat) for name in names)


class _Alone:
    """What each line of a masthead is by itself: asked for by the lines above it, and read once."""

    def __init__(self, lines: Sequence[Passage], language: Language) -> None:
        self.lines = lines
        self.language = language
        self._known: dict[int, MastheadLine] = {}

    def item(self, at: int) -> MastheadLine:
        """Return a line with the marks in it."""
        found = self._known.get(at)
        if found is None:
            found = self._known[at] = read_line(self.lines[at], self.language)
        return found

    def kind(self, at: int) -> LineKind:
        """Return what a line is, "" where there is none."""
        return self.item(at).kind if at < len(self.lines) else ""


def _within_title(
    item: MastheadLine, above: Sequence[MastheadLine], below: Callable[[], LineKind]
) -> bool:
    """Whether a line only looks like an item: the end of a title that runs on from above.

    A title may break before "United Nations", a date, or the number of another resolution; an item
    printed a second time, or a date below the agenda item, is such a line. `below` tells what the
    next line is by itself.
    """
    if not above or above[-1].kind not in ("", "numbered"):
        return False
    seen = {other.kind for other in above}
    if item.kind == "committee" and "type" in seen:  # decisions name it right above their titles
        return False
    if item.kind in ("publisher", "organ", "committee", "expression", "type", "decisions"):
        return item.kind in seen or below() not in _COVER
    if item.kind in ("adopted", "resolution") and item.passage.text[:1].islower():
        return True
    if item.kind == "numbered":
        numbers = [other.marks[0].value for other in above if other.kind == "numbered"]
        return bool(numbers) and _base(numbers[-1]) != _base(item.marks[0].value)
    again = item.kind in seen or bool(seen & {"agenda", "numbered", "adopted"})
    return item.kind in ("issued", "session", "symbol", "status") and again


def _heads_cover(alone: _Alone, at: int) -> bool:
    """Whether a letter is that of a series of documents, as old mastheads print it: A, E, S."""
    return any(alone.kind(below) in _COVER for below in range(at + 1, at + 1 + _COVER_LINES))


def _base(number: str) -> str:
    """Return a number without the letter of one of several resolutions: 75/290A -> 75/290."""
    return number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _item(alone: _Alone, at: int) -> tuple[MastheadLine, int]:
    """Return the item that begins with a line, and how many lines it takes."""
    lines, language = alone.lines[at : at + _BRACKET_LINES], alone.language
    if words(lines[0]).lstrip().startswith(_OPENING):
        return _bracket(lines, language)
    for taken in range(1, min(_JOINED_LINES, len(lines)) + 1):
        whole = join(lines[:taken], language)
        item = read_line(whole, language) if taken > 1 else alone.item(at)
        if taken > 1 and not _is_part(alone.kind(at + taken - 1), item):
            break
        if item.kind == "adopted":
            return _adopted(lines, taken, language)
        if item.kind == "submitted":
            return _submission(lines, language)
        if item.kind in ("organ", "committee", "resolution") and taken < len(lines):
            longer = read_line(join(lines[: taken + 1], language), language)
            if longer.kind == item.kind:
                return longer, taken + 1
        if item.kind:
            return item, taken
        if len(whole.text) > LONGEST_ITEM:
            break
    return MastheadLine("", lines[0]), 1


def _is_part(kind: LineKind, whole: MastheadLine) -> bool:
    """Whether a line may be part of an item by its kind; a language is the end of "Original:"."""
    return kind in _PARTS or (kind == "expression" and whole.kind == "original")


def _bracket(lines: Sequence[Passage], language: Language) -> tuple[MastheadLine, int]:
    """Return "[on the report of the Third Committee (A/…)]", up to its closing bracket."""
    taken = next((i for i, line in enumerate(lines, 1) if line.text.rstrip().endswith(_CLOSED)), 1)
    passage = join(lines[:taken], language)
    found = language.masthead.committees.within(words(passage))
    marks = (Mark(found[1], "originatingCommittee", found[0]),) if found else ()
    return MastheadLine("bracket", passage, marks), taken


def _adopted(lines: Sequence[Passage], start: int, language: Language) -> tuple[MastheadLine, int]:
    """Return the adoption line with the lines behind it until its date is complete."""
    taken, passage = start, join(lines[:start], language)
    before = _date_end(passage, language)
    for more in range(start + 1, min(start + _JOINED_LINES, len(lines)) + 1):
        behind = lines[more - 1]
        if behind.text.startswith(_OPENING) or not _goes_on(read_line(behind, language)):
            break
        whole = join(lines[:more], language)
        end = _date_end(whole, language)
        # a date may be complete before its last word ("2020 / года")
        if before and (end == before or end < len(whole.text)):
            break
        taken, passage, before = more, whole, end
    return MastheadLine("adopted", passage, adoption_marks(words(passage), language)), taken


def _goes_on(item: MastheadLine) -> bool:
    """Whether a line may be part of a line of adoption: words, a date, a meeting."""
    return item.kind in _DATED or (item.kind == "adopted" and item.marks[0].role == "meeting")


def _submission(lines: Sequence[Passage], language: Language) -> tuple[MastheadLine, int]:
    """Return "Draft resolution submitted by …" with the lines behind it that belong to it.

    A line that begins with a small letter or a bracket goes on; otherwise the sentence runs to
    the first line that ends as such sentences do, if one of the next does.
    """
    ends = [
        i for i, line in enumerate(lines[:_SUBMISSION_LINES], 1) if _submitted_end(line, language)
    ]
    taken = ends[0] if ends else 1
    while taken < len(lines) and (lines[taken].text[:1].islower() or lines[taken].text[0] in "(,"):
        taken += 1
    return read_line(join(lines[:taken], language), language), taken


def _submitted_end(line: Passage, language: Language) -> bool:
    text = words(line).rstrip(f" *{CALL}")
    if _ENDING_SYMBOL.search(text[-_SYMBOL_LENGTH:]):
        return True
    return fold(text).endswith(language.masthead.submitted_ends)


def _date_end(passage: Passage, language: Language) -> int:
    dates = language.find_dates(words(passage))
    return dates[0].end if dates else 0


def _parted(item: MastheadLine, language: Language) -> list[MastheadLine]:
    """Return a line set in two columns as its two items, any other line as it is.

    What stands at the left is the United Nations or an organ; at the right a symbol, the
    distribution, another organ, or its session.
    """
    passage = item.passage
    text = words(passage)
    issuers = language.masthead.publisher.folded + language.masthead.organs.folded
    if len(text) > LONGEST_ITEM or not fold(text).startswith(issuers):
        return [item]
    for cut in [match.start() for match in re.finditer(r"\s+", text.rstrip())][::-1]:
        left = read_issuer(passage.part(0, cut), language)
        if left is None:
            continue
        right = read_line(passage.part(cut, len(text)).trimmed(), language)
        if right.kind in ("symbol", "distribution", "issued", "organ", "original", "session"):
            return [left, right]
    return [item]
