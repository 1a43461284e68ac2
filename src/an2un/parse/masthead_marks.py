"""What a line of a masthead names: organ, meeting and date of adoption, and who submits a draft.

Closing lines and first sentences of decisions name the same things in the same words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.passage import Passage
from an2un.source import Span
from an2un.tree import Role

# what stands between meeting, date and place: marks, and white space of every kind
SEPARATORS = (
    ",،，.;\u200b\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
CALL = "\u200b"  # stands for each character of a footnote call


class Mark(NamedTuple):
    """Characters of a line that play a known part."""

    span: Span
    role: Role
    value: str = ""


def words(passage: Passage) -> str:
    """Return the text with the characters of footnote calls made invisible, offsets kept."""
    if not passage.calls:
        return passage.text
    parts: list[str] = []
    at = 0
    for call in passage.calls:
        parts += [passage.text[at : call.start], CALL * (call.end - call.start)]
        at = call.end
    return "".join((*parts, passage.text[at:]))


def adoption_marks(text: str, language: Language) -> tuple[Mark, ...]:
    """Return organ, meeting and date of an adoption line, in printed order."""
    marks = []
    organ = language.masthead.organs.within(text)
    if organ:
        marks.append(Mark(organ[1], "adoptingOrgan", organ[0]))
    dates = [
        Mark(Span(date.start, date.end), "adoptionDate", date.iso)
        for date in language.find_dates(text)[:1]
    ]
    meeting = named_meeting(text, language)
    if meeting:
        marks.append(meeting.mark)
    else:
        before = Span(0, dates[0].span.start if dates else len(text))
        marks.extend(meeting_alone(text, before, language))
    return tuple(sorted((*marks, *dates)))


def meeting_alone(text: str, within: Span, language: Language) -> list[Mark]:
    """Return the mark of a meeting if a stretch holds nothing else: "77th plenary meeting"."""
    end = within.start + len(text[within.start : within.end].rstrip(SEPARATORS))
    part = text[within.start : end].lstrip(SEPARATORS)
    found = language.closing.meeting.match(part)
    if found is None:
        return []
    ((name, slot),) = found.slots.items()
    printed = part[slot.start : slot.end]
    if name == "number":
        number = meeting_number(printed, language)
    else:  # other words would do for an ordinal
        number = str(language.ordinals.value(printed) or "")
    return [Mark(Span(end - len(part), end), "meeting", number)] if number else []


class NamedMeeting(NamedTuple):
    """A meeting inside a line or sentence: "at its 77th plenary meeting", and its own words."""

    span: Span
    mark: Mark


def named_meeting(text: str, language: Language) -> NamedMeeting | None:
    """Return the first meeting that a text says something was done at, None if it names none."""
    found = language.masthead.at_meeting.search(text)
    if found is None:
        return None
    slot = found.slots["number"]
    end = found.span.end
    if slot.end == end:  # where the number comes last, a blank parts it from words that follow
        end = slot.start + len(text[slot.start : end].split(maxsplit=1)[0])
    number = meeting_number(text[slot.start : slot.end], language)
    return NamedMeeting(Span(found.span.start, end), Mark(Span(slot.start, end), "meeting", number))


def meeting_number(text: str, language: Language) -> str:
    """Return the number of a meeting as digits, "" if there is none; of a double meeting the first.

    It may be printed in words or Chinese numerals.
    """
    digits = re.match(r"\d+", text)
    return digits.group() if digits else str(language.ordinals.value(text) or "")


def presenter_marks(text: str, kind: Span, language: Language) -> tuple[Mark, ...]:
    """Return who submits a draft, as catalogues name them: all words beside the document type.

    kind: where the text has the document type. The entry is that of the office which the words
    name first.
    """
    behind, before = Span(kind.end, len(text)), Span(0, kind.start)
    spans = (_trimmed(text, behind), _trimmed(text, before))
    span = max(spans, key=lambda part: part.end - part.start)
    if span.end <= span.start:
        return ()
    return (Mark(span, "sponsor", office(text[span.start : span.end], language)),)


def office(text: str, language: Language) -> str:
    """Return the identifier of the office that a text names first, "" if it names none."""
    found = language.masthead.offices.first(text)
    return found[0] if found else ""


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without blanks and footnote calls at its ends."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip(" \t\xa0:"))
    return Span(start, max(span.start + len(part.rstrip(f" \t\xa0*:{CALL}")), start))
