"""Closing lines: the meeting, the date, the place, and how the vote went.

closing = (meeting | date | place)* vote?
vote    = "[" ("Adopted without a vote" | "Adopted by … votes" (ballot ":" voter+)*) "]"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from an2un.language import Language
from an2un.parse.masthead_marks import SEPARATORS, Mark, meeting_alone, named_meeting, words
from an2un.parse.masthead_words import MastheadLine
from an2un.parse.passage import Passage
from an2un.source import Span
from an2un.tree import Paragraph, Role
from an2un.wording.fold import fold, folded
from an2un.wording.templates import Match

# Extractors that draw lines from right to left may give a bracket as its mirror image.
_OPEN = re.compile(r"[\[［]|\A\s*\]")
_OPENING = ("[", "［", "]")
_CLOSED = re.compile(r"[\]］][\s.]*\Z|(?<=.)\[[\s.]*\Z")
BRACKETS = ("]", "］", "[")
_SHORT = 200  # characters of a paragraph that holds meeting, date and place only
_NUMBERS = re.compile(r"(?<=\s)\d")
# a day, words, a year of four digits (or five, a call among them), and what "года" takes
_DATE_LIKE = re.compile(r"\d{1,2}(?!\d)[^\d,;:]{3,30}\d{4,5}[^\d,;:]{0,6}")
_DATE_ENDS = re.compile(r"\d{4,5}[^\d,;:]{0,6}\Z")
_LONGEST_END = 5 + 6  # characters of that
_COUNT_ROLES: tuple[tuple[str, Role], ...] = (
    ("favour", "votesFor"),
    ("against", "votesAgainst"),
    ("abstaining", "abstentions"),
)


def is_closing(text: str, language: Language) -> bool:
    """Whether a line or paragraph is one of the closing lines by its own words.

    A date alone is one too; whether it closes the text is for the lines around it to say.
    """
    head, vote = _halves(text, language)
    if vote:
        return not head.strip() or bool(_head_marks(head, language))
    return bool(_head_marks(head, language))


def is_misdated(text: str, language: Language) -> bool:
    """Whether a line below the meeting is meant for its date, though no such date can be.

    It says 31 June, or the call of a note stands among the digits of the year.
    """
    return _DATE_LIKE.fullmatch(text) is not None and language.names_month(text)


def closing(lines: Sequence[Passage], language: Language) -> tuple[Paragraph, ...]:
    """Return the closing lines, each paragraph with its Fields; the text is kept whole.

    lines: the paragraphs below the text, in printed order.
    """
    paragraphs = []
    voting = False
    for passage in lines:
        text = words(passage)
        head, vote = ("", text) if voting else _halves(text, language)
        marks = [*_head_marks(head, language), *_vote_marks(vote, len(head), language, voting)]
        paragraphs.append(MastheadLine("", passage, tuple(sorted(marks))).paragraph)
        voting = bool(vote) and _CLOSED.search(vote) is None
    return tuple(paragraphs)


def _halves(text: str, language: Language) -> tuple[str, str]:
    """Return what stands before the vote, and the vote: from its bracket or its first word on."""
    bracket = _OPEN.search(text) if any(map(text.__contains__, _OPENING)) else None
    if bracket:
        inside = text[bracket.end() :]
        if _tells_outcome(inside, language):
            return text[: bracket.start()], text[bracket.start() :]
    elif language.closing.adopted.match(text.rstrip(" .。")) and _tells_outcome(text, language):
        return "", text
    return text, ""


def _tells_outcome(text: str, language: Language) -> bool:
    start = text[:_SHORT]
    return (
        language.closing.vote.search(start) is not None
        or language.closing.unvoted.within(start) is not None
        or language.masthead.at_meeting.search(start) is not None
    )


# ------------------------------------------------------------------------ meeting, date and place


def _head_marks(text: str, language: Language) -> list[Mark]:
    """Return meeting, date and place if nothing else stands in the text, else nothing."""
    if len(text) > _SHORT:
        return []
    marks = _dated_marks(text, language)
    return _above_misdated(text, language) if marks is None else marks


def _dated_marks(text: str, language: Language) -> list[Mark] | None:
    """Return the marks of a text that is dates, meetings and places, None for other words."""
    marks: list[Mark] = []
    at = 0
    for date in language.find_dates(text):
        rest = _meeting_or_place(text, at, date.start, language)
        if rest is None:
            return None
        marks.extend((*rest, Mark(Span(date.start, date.end), "adoptionDate", date.iso)))
        at = date.end
    rest = _meeting_or_place(text, at, len(text), language)
    return None if rest is None else [*marks, *rest]


def _above_misdated(text: str, language: Language) -> list[Mark]:
    """Return the mark of a meeting that a date which cannot be stands behind, else nothing."""
    ended = _DATE_ENDS.search(text, max(len(text) - _LONGEST_END, 0)) is not None
    for number in _NUMBERS.finditer(text) if ended else ():
        if is_misdated(text[number.start() :], language):
            return _meeting_or_place(text, 0, number.start(), language) or []
    return []


def _meeting_or_place(text: str, start: int, end: int, language: Language) -> list[Mark] | None:
    """Return the mark of a stretch of the text, [] for an empty one, None for other words."""
    end = start + len(text[start:end].rstrip(SEPARATORS))
    part = text[start:end].lstrip(SEPARATORS)
    if not part:
        return []
    meeting = meeting_alone(text, Span(start, end), language)
    if meeting:
        return meeting
    place = language.closing.places.whole(part)
    return [Mark(Span(end - len(part), end), "place", place)] if place else None


# --------------------------------------------------------------------------------------- the vote


def _vote_marks(text: str, shift: int, language: Language, voting: bool) -> Iterator[Mark]:
    """Yield the marks of a vote; `voting` says that the lines before were already part of it."""
    if not text:
        return
    unvoted = language.closing.unvoted.within(text[:_SHORT])
    vote = language.closing.vote.search(text[:_SHORT])
    meeting = named_meeting(text[:_SHORT], language)
    if vote:
        yield from _counts(vote, text, shift, language)
    elif unvoted:
        end = unvoted[1].end if meeting else len(text.rstrip(" .]［］\t\xa0"))
        start = len(text) - len(text.lstrip(" [［\t\xa0"))
        yield Mark(Span(shift + start, shift + end), "outcome", unvoted[0])
    if meeting:
        (start, end), role, value = meeting.mark
        yield Mark(Span(shift + start, shift + end), role, value)
    for start, end in _lists(text, language, voting):
        for name in language.members.read(text[start:end]).sponsors:
            if name.identifier:
                span = Span(shift + start + name.span.start, shift + start + name.span.end)
                yield Mark(span, "voter", name.identifier)


def _counts(vote: Match, text: str, shift: int, language: Language) -> Iterator[Mark]:
    for slot, role in _COUNT_ROLES:
        if slot not in vote.slots:
            continue
        start, end = vote.slots[slot]
        printed = text[start:end]
        digits = re.match(r"\d+", printed)
        number = int(digits.group()) if digits else language.closing.counts.get(fold(printed))
        yield Mark(Span(shift + start, shift + end), role, "" if number is None else str(number))


def _lists(text: str, language: Language, voting: bool) -> list[tuple[int, int]]:
    """Return where lists of voters stand: behind "In favour:" and its like, up to the next."""
    flat = folded(text)
    heads: list[tuple[int, int]] = []
    for name in language.closing.ballots.folded:
        at = flat.text.find(name + ":")
        if at >= 0:
            heads.append((flat.offsets[at], flat.end(at + len(name) + 1)))
    heads.sort()
    first = heads[0][0] if heads else len(text)
    lists = [(0, first)] if voting else []
    for index, (_, end) in enumerate(heads):
        stop = heads[index + 1][0] if index + 1 < len(heads) else len(text)
        lists.append((end, stop))
    return [(a, _trimmed(text, a, b)) for a, b in lists if a < b]


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(_LIST_END))


_LIST_END = " .,;]［］\u3002\uff1b\u061b\u060c\t\n\xa0"  # what may stand behind a list of voters
