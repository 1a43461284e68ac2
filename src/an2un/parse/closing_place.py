"""Where the closing lines stand among the paragraphs: below the text, above its annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.closing import BRACKETS, is_closing, is_misdated
from an2un.parse.kinds import Tagged, is_open
from an2un.parse.standing import is_ornament


class Closing(NamedTuple):
    """The closing lines: paragraphs `start:end`."""

    start: int
    end: int


def find_closing(tagged: Sequence[Tagged], language: Language) -> Closing | None:
    """Return where the closing lines stand (meeting, date, vote), None if there are none.

    They end the text or stand above an annex. What follows them otherwise can be no part of the
    body either, provided that they name the meeting and the date: an annex without a label. Lines
    that end no sentence at the end of all, as pages of the web and mail have them there, close it.
    """
    below = _below(tagged, language)
    for index, item in enumerate(tagged[:below]):
        if not index or not _closes(item, language):
            continue
        end = index + 1
        while end < len(tagged) and (
            _closes(tagged[end], language)
            or is_misdated(tagged[end].block.text, language)
            or _goes_on(tagged, index, end)
            or _parts_vote(tagged, end, language)
        ):
            end += 1
        printed = " ".join(other.block.text for other in tagged[index:end])
        complete = bool(language.find_dates(printed)) and not language.date(printed)
        if end >= below:
            return Closing(index, len(tagged))
        if tagged[end].kind == "annex" or complete:
            return Closing(index, end)
    return Closing(below, len(tagged)) if below < len(tagged) else None


_BELOW_LENGTH = 100  # characters of a line below the text
_DATED = re.compile(r"\d\D+\d")  # a line of two numbers may be a date that cannot be


def _below(tagged: Sequence[Tagged], language: Language) -> int:
    """Return where lines begin that stand below the text: they say no sentence and head nothing.

    A date that cannot be is none of them; counted in four hundred texts, nothing else is there.
    """
    at = len(tagged)
    while at and (
        tagged[at - 1].kind in ("text", "heading")
        and len(tagged[at - 1].block.text) <= _BELOW_LENGTH
        and is_open(tagged[at - 1].block.text)
        and not _closes(tagged[at - 1], language)
        and not _may_be_date(tagged[at - 1].block.text)
    ):
        at -= 1
    last = tagged[at - 1] if at else None
    if last is None or not last.block.text or any(item.kind == "annex" for item in tagged):
        return len(tagged)
    ended = not is_open(last.block.text) or _closes(last, language)
    return at if ended else len(tagged)


def _may_be_date(text: str) -> bool:
    """Whether two numbers stand in a line that is no symbol: a date that cannot be, for one."""
    symbol = "/" in text and " " not in text and any(map(str.isalpha, text))
    return not symbol and _DATED.search(text) is not None


def _closes(item: Tagged, language: Language) -> bool:
    return (
        item.kind in ("text", "heading")
        and (len(item.block.text) < _CLOSING_LENGTH or _VOTE.fullmatch(item.block.text) is not None)
        and is_closing(item.block.text, language)
    )


def _goes_on(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """Say whether the list of voters that opened with a bracket goes on in a paragraph."""
    if at - start > _CLOSING_LINES or tagged[at].kind not in ("text", "heading"):
        return False
    opened = False
    for item in tagged[start:at]:
        text = item.block.text.strip(" .")
        opened = not text.endswith(BRACKETS) if opened else _OPENED.search(text) is not None
    return opened


def _parts_vote(tagged: Sequence[Tagged], at: int, language: Language) -> bool:
    """Say whether a row of ornaments parts the date from the vote below it."""
    below = tagged[at + 1 : at + 2]
    return bool(below) and is_ornament(tagged[at].block.text) and _closes(below[0], language)


_CLOSING_LENGTH = 400  # characters of a closing paragraph; one that is a whole vote has more
_VOTE = re.compile(r"[^\[]{0,200}\[[^\[\]]{0,8000}\]?\.?|\][^\[\]]{0,8000}\[?\.?")
# A bracket that nothing closes; of a text that runs from right to left it may be the other one.
_OPENED = re.compile(r"\[[^\]]*\Z|\A\][^\[]*\Z")
_CLOSING_LINES = 14  # paragraphs that a closing may take, lists of voters included
