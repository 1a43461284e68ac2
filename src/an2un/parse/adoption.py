"""The sentence by which a decision or a statement tells of its own adoption.

Such texts have no enacting formula and no line of adoption; they begin "At its 77th plenary
meeting, on 8 June 2023, the General Assembly … elected …" or "At the 5869th meeting of the
Security Council, held on 17 April 2008, in connection with …".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from an2un.language import Language
from an2un.parse import weaving
from an2un.parse.kinds import Tagged
from an2un.parse.masthead_marks import Mark, named_meeting
from an2un.record import replace
from an2un.source import Span
from an2un.tree import Collection, Document, Field, Inline, Kind, Paragraph, Provision, Role
from an2un.walk import plain_text
from an2un.wording.dates import DateMatch
from an2un.wording.vocabulary import uncommaed

_REACH = 300  # characters at the beginning of a sentence within which it names meeting and date
_START = 40  # characters before the meeting, a date and the organ among them


class Told(NamedTuple):
    """The meeting that a text says it was adopted at, its date if it has one; where that begins."""

    start: int
    meeting: Mark
    date: DateMatch | None


def told(text: str, language: Language) -> Told | None:
    """Return what the beginning of a text tells of its adoption, None if it tells nothing."""
    start = text[:_REACH]
    found = named_meeting(start, language)
    if found is None or found.span.start > _START:
        return None
    for date in language.find_dates(start):
        between = (
            start[date.end : found.span.start]
            if date.end <= found.span.start
            else start[found.span.end : date.start]
        )
        if uncommaed(between) in language.masthead.held:
            return Told(found.span.start, found.mark, date)
    return Told(found.span.start, found.mark, None)


def kind_told(tagged: Sequence[Tagged], language: Language) -> Kind:
    """Return what a text is whose masthead does not say it, by its printed paragraphs.

    Without an enacting formula, one that tells of its own adoption is a decision, or a statement of
    the President where the Security Council met; else it is a resolution.
    """
    if not tagged or any(item.kind == "formula" for item in tagged):
        return "resolution"
    found = told(tagged[0].printed, language)
    if found is None:
        return "resolution"
    organ = language.masthead.organs.within(tagged[0].printed[:_REACH])
    council = organ is not None and organ[0] == "securityCouncil"
    return "presidentialStatement" if council else "decision"


def with_adoption(document: Document, language: Language) -> Document:
    """Return a document with meeting and date of adoption marked in its first sentence.

    Only a text without enacting formula begins so.
    """
    if isinstance(document, Collection) or document.preamble.formula is not None:
        return document
    first = document.items[0] if document.items else None
    if not isinstance(first, Provision) or not first.content:
        return document
    sentence = first.content[0]
    if not isinstance(sentence, Paragraph):
        return document
    found = told(plain_text(sentence.children), language)
    if found is None:
        return document
    children = weaving.weave(sentence.children, _marks(found))
    marked = replace(first, content=(replace(sentence, children=children), *first.content[1:]))
    return replace(document, items=(marked, *document.items[1:]))


def _marks(found: Told) -> list[weaving.Mark]:
    marks = [found.meeting]
    if found.date is not None:
        span = Span(found.date.start, found.date.end)
        marks.append(Mark(span, "adoptionDate", found.date.iso))
    return [weaving.Mark(*m.span, partial(_field, m.role, m.value)) for m in sorted(marks)]


def _field(role: Role, value: str, children: tuple[Inline, ...]) -> Inline:
    return Field(role, children, value)
