"""Sponsors of a draft: "Egypt, Kenya and Peru: draft resolution", over as many lines as it takes.

proponents = sponsor (separator sponsor)* ":" documentType ["as orally revised"]
sponsor    = Member State ["(on behalf of …)"] | other words
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.masthead_marks import Mark, office, words
from an2un.parse.masthead_words import MastheadLine, join
from an2un.parse.passage import Passage
from an2un.source import Span
from an2un.wording.fold import folded

_TYPE_LINES = 3  # printed lines that colon and document type may take
_TYPE_LENGTH = 300  # characters that document type and amended draft may take
_SYMBOL_LENGTH = 60
_SYMBOL = re.compile(r"[A-Z]/[\w./()-]+[\s*\u200b]*\Z")


class Stated(NamedTuple):
    """A document type at the end of a text, behind a colon, and what is said of the draft.

    name     the type as `masthead.draft_types` has it: "draftResolution", "amendment"
    colon    where the colon stands that ends the list of sponsors
    revised  "as orally revised", and its identifier
    """

    name: str
    span: Span
    colon: int
    revised: tuple[str, Span] | None


def with_sponsors(items: Sequence[MastheadLine], language: Language) -> list[MastheadLine]:
    """Return the items with the lines that name sponsors and document type made one."""
    for end in range(len(items)):
        if items[end].kind not in ("", "draftType"):
            continue
        start = _type_start(items, end, language)
        if start is None:
            continue
        first = _first_sponsor(items, start, end, language)
        last = _type_end(items, start, end, language)
        passage = join([item.passage for item in items[first : last + 1]], language)
        line = MastheadLine("sponsors", passage, _marks(passage, language))
        return [*items[:first], line, *items[last + 1 :]]
    return list(items)


def sponsors_end(lines: Sequence[str], language: Language) -> int:
    """Return how many of the first lines of a document end with what sponsors present, 0 if none.

    lines: the lines of the masthead and of the text below it.
    """
    items = [MastheadLine("", Passage(line)) for line in lines]
    for end in range(len(items)):
        start = _type_start(items, end, language)
        if start is not None:
            return _type_end(items, start, end, language) + 1
    return 0


def _type_end(items: Sequence[MastheadLine], start: int, end: int, language: Language) -> int:
    """Return the last line of a document type: more words of it may follow its first ones.

    "draft resolution" may go on "as orally revised"; behind "amendment to draft resolution" stands
    the symbol of the draft.
    """
    last = end
    for more in range(end + 1, min(end + _TYPE_LINES, len(items))):
        if not _untold(items[more]) and not _SYMBOL.fullmatch(words(items[more].passage)):
            break
        passage = join([item.passage for item in items[start : more + 1]], language)
        if stated(words(passage), language) is not None:
            last = more
    return last


def _untold(item: MastheadLine) -> bool:
    return not item.kind


def _type_start(items: Sequence[MastheadLine], end: int, language: Language) -> int | None:
    """Return the line that holds the colon before a document type ending on line `end`."""
    for start in range(end, max(end - _TYPE_LINES, -1), -1):
        if start < end and not _untold(items[start]):
            return None
        passage = join([item.passage for item in items[start : end + 1]], language)
        if stated(words(passage), language) is not None:
            return start
    return None


def stated(text: str, language: Language) -> Stated | None:
    """Return the document type that ends a text, None if none does.

    Behind "amendment to draft resolution" the amended draft is named, with a symbol.
    """
    skipped = max(len(text) - _TYPE_LENGTH, 0)
    tail = text[skipped:]
    flat = folded(tail)
    found = _typed(flat.text, tail, language) if ":" in flat.text else None
    if found is None:
        return None

    def place(start: int, end: int) -> Span:
        return Span(skipped + flat.offsets[start], skipped + flat.end(end))

    colon = max(tail.rfind(sign, 0, flat.offsets[found.type.start]) for sign in ":\uff1a")
    said = found.revised and (found.revised.name, place(*found.revised[1:]))
    return Stated(found.type.name, place(*found.type[1:]), skipped + colon, said)


class _Phrase(NamedTuple):
    """A phrase of the language in a folded text: what it stands for, and where it is."""

    name: str
    start: int
    end: int


class _Typed(NamedTuple):
    """The document type in a folded text, and what is said of the draft beside it."""

    type: _Phrase
    revised: _Phrase | None


def _typed(flat: str, tail: str, language: Language) -> _Typed | None:
    """Return the document type that ends a folded text; `tail` is the text as printed."""
    bare = flat.rstrip("*")
    behind = _revised(bare, language)
    core = bare if behind is None else bare[: behind.start].rstrip("(,\u060c")
    amended = _SYMBOL.search(tail[-_SYMBOL_LENGTH:]) is not None
    for phrase in language.masthead.draft_types.folded:
        at = core.rfind(phrase)
        kind = _Phrase(language.masthead.draft_types.whole(phrase), at, at + len(phrase))
        if at < 0 or not (kind.end == len(core) or (amended and kind.name == "amendment")):
            continue
        before = _revised(core[:at], language)  # as Chinese says it
        above = core[: at if before is None else before.start]
        if above.rstrip("*0123456789").endswith(":"):
            return _Typed(kind, behind or before)
    return None


def _revised(flat: str, language: Language) -> _Phrase | None:
    """Return what is said of a draft at the end of a folded text, None if nothing is."""
    text = flat.rstrip(")*.")
    for phrase in language.masthead.revised.folded:
        if text.endswith(phrase):
            name = language.masthead.revised.whole(phrase)
            return _Phrase(name, len(text) - len(phrase), len(text))
    return None


def _first_sponsor(items: Sequence[MastheadLine], start: int, end: int, language: Language) -> int:
    """Return the line on which the sponsors begin.

    The earliest of the untold lines above from which on everything is a list of Member States;
    where there is none, the earliest that begins with a Member State and goes on as a list does,
    or with words for others who present drafts; else the line of the document type itself.
    """
    top = start
    while top > 0 and _untold(items[top - 1]):
        top -= 1
    begins = None
    for first in range(top, start + 1):
        passage = join([item.passage for item in items[first : end + 1]], language)
        text = words(passage)
        found = stated(text, language)
        if found is None:
            continue
        listed = language.members.begins(text)
        if listed and language.members.read(text[: found.colon]).complete:
            return first
        if begins is None and (listed or language.masthead.presenters.match(text[: found.colon])):
            begins = first
    return start if begins is None else begins


def _marks(passage: Passage, language: Language) -> tuple[Mark, ...]:
    text = words(passage)
    found = stated(text, language)
    if found is None:
        return ()
    sponsors = language.members.read(text[: found.colon]).sponsors
    marks = [Mark(sponsor.span, "sponsor", sponsor.identifier) for sponsor in sponsors]
    named = any(sponsor.identifier for sponsor in sponsors)
    who = "" if named else office(text[: found.colon], language)
    if who or not marks:
        end = len(text[: found.colon].rstrip(" \t\xa0*\u200b"))
        marks = [Mark(Span(0, end), "sponsor", who or language.member(text[:end]))] if end else []
    marks.append(Mark(found.span, "documentType", found.name))
    if found.revised is not None:
        marks.append(Mark(found.revised[1], "status", found.revised[0]))
    return tuple(sorted(marks))
