"""Sponsors of a draft: "Egypt, Kenya and Peru: draft resolution", over as many lines as it takes.

proponents = sponsor (separator sponsor)* ":" documentType
sponsor    = Member State ["(on behalf of …)"] | other words
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.masthead_words import Mark, MastheadLine, join, words
from an2un.parse.passage import Passage
from an2un.source import Span
from an2un.wording.fold import folded

_TYPE_LINES = 3  # printed lines that colon and document type may take
_TYPE_LENGTH = 300  # characters that document type and amended draft may take
_SYMBOL_LENGTH = 60
_SYMBOL = re.compile(r"[A-Z]/[\w./()-]+[\s*\u200b]*\Z")


def with_sponsors(items: Sequence[MastheadLine], language: Language) -> list[MastheadLine]:
    """Return the items with the lines that name sponsors and document type made one."""
    for end in range(len(items)):
        if items[end].kind not in ("", "draftType"):
            continue
        start = _type_start(items, end, language)
        if start is None:
            continue
        first = _first_sponsor(items, start, end, language)
        last = end + _amended(items, start, end, language)
        passage = join([item.passage for item in items[first : last + 1]], language)
        line = MastheadLine("sponsors", passage, _marks(passage, language))
        return [*items[:first], line, *items[last + 1 :]]
    return list(items)


def _amended(items: Sequence[MastheadLine], start: int, end: int, language: Language) -> int:
    """Return how many lines behind "amendment to draft resolution" name the draft: 1 or 0."""
    if end + 1 == len(items) or not _SYMBOL.fullmatch(words(items[end + 1].passage)):
        return 0
    marks = _marks(join([item.passage for item in items[start : end + 1]], language), language)
    return int(bool(marks) and marks[-1].value == "amendment")


def _untold(item: MastheadLine) -> bool:
    return not item.kind


def _type_start(items: Sequence[MastheadLine], end: int, language: Language) -> int | None:
    """Return the line that holds the colon before a document type ending on line `end`."""
    for start in range(end, max(end - _TYPE_LINES, -1), -1):
        if start < end and not _untold(items[start]):
            return None
        passage = join([item.passage for item in items[start : end + 1]], language)
        if _type_span(words(passage), language) is not None:
            return start
    return None


def _type_span(text: str, language: Language) -> tuple[Span, int] | None:
    """Return where the document type stands that ends a text, and where its colon is.

    Behind "amendment to draft resolution" the amended draft is named, with a symbol.
    """
    skipped = max(len(text) - _TYPE_LENGTH, 0)
    tail = text[skipped:]
    flat = folded(tail)
    bare = flat.text.rstrip("*")
    for name in language.masthead.draft_types.folded:
        at = bare.rfind(name)
        if at < 0 or not bare[:at].rstrip("*0123456789").endswith(":"):
            continue
        end = at + len(name)
        amended = language.masthead.draft_types.whole(name) == "amendment"
        if end == len(bare) or (amended and _SYMBOL.search(tail[-_SYMBOL_LENGTH:])):
            colon = max(tail.rfind(sign, 0, flat.offsets[at]) for sign in ":：")
            return Span(skipped + flat.offsets[at], skipped + flat.end(end)), skipped + colon
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
        span = _type_span(text, language)
        if span is None:
            continue
        listed = language.members.begins(text)
        if listed and language.members.read(text[: span[1]]).complete:
            return first
        if begins is None and (listed or language.masthead.presenters.match(text[: span[1]])):
            begins = first
    return start if begins is None else begins


def _marks(passage: Passage, language: Language) -> tuple[Mark, ...]:
    text = words(passage)
    found = _type_span(text, language)
    if found is None:
        return ()
    kind = language.masthead.draft_types.whole(text[found[0].start : found[0].end])
    sponsors = language.members.read(text[: found[1]]).sponsors
    marks = [Mark(sponsor.span, "sponsor", sponsor.identifier) for sponsor in sponsors]
    if not marks:
        end = len(text[: found[1]].rstrip(" \t\xa0*\u200b"))
        marks = [Mark(Span(0, end), "sponsor", language.member(text[:end]))] if end else []
    return (*marks, Mark(found[0], "documentType", kind))
