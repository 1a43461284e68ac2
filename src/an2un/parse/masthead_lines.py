"""Masthead lines one by one: what a printed line is by its own words, and the Fields in it.

Lines that belong together (an adoption line over two lines, a bracket over three) come out as one.
What no wording tells (titles, lists of sponsors) comes out without a kind: `masthead` decides it
by its place among the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from an2un.language import Language
from an2un.parse.passage import Passage, joined
from an2un.source import Span
from an2un.symbol import SymbolError, parse
from an2un.tree import Field, Inline, Paragraph, Role
from an2un.wording.fold import fold
from an2un.wording.names import Names
from an2un.wording.numerals import Counter

LineKind = Literal[
    "", "publisher", "symbol", "organ", "distribution", "issued", "original", "expression",
    "status", "session", "agenda", "committee", "adopted", "bracket", "numbered", "resolution",
    "statement", "draftType", "submitted", "sponsors", "label",
]  # fmt: skip

_INVISIBLE = "\u200b"
_LONGEST_ITEM = 160  # characters of a line that names an organ, a session, an agenda item
_JOINED_LINES = 3  # printed lines that such an item may take
_BRACKET_LINES = 8
# `78/1.`, `2024/7.`, `S-32/1.`, `54/…`, `2200 A (XXI).`, `19 (1947).`; Arabic writes its own
# letters for special sessions (`دإط-11/6`)
_NUMBER = re.compile(
    r"(?:(?:[A-Z]{1,2}|[\u0621-\u064a]{1,4})[-\u2011])?\d{1,4} ?/ ?(?:\d{1,4}|…|\.{2,3}|L\.\d+)"
    r"(?: ?[A-Z](?:[-\u2013][A-Z])?(?=[.\s]|$))?(?:\.|(?=[\s\u200b]|$))"
    r"|\d{1,4}(?: [A-Z])? ?\((?:[IVXLC]{1,7}|S-[IVXLC]{1,7}|\d{4})\)\."
)
_COUNCIL_NUMBER = re.compile(r"\d{1,4} ?[(（]\d{4}[)）]")
# what a line may be that is only part of a longer item
_PARTS: tuple[LineKind, ...] = ("", "issued", "organ", "publisher", "committee")
_DATED: tuple[LineKind, ...] = ("", "issued")
_COVER: tuple[LineKind, ...] = ("symbol", "organ", "distribution", "issued", "original", "session")
_LABEL_LENGTH = 5
_SUBMISSION_LINES = 5
_ENDING_SYMBOL = re.compile(r"(?:[A-Z]/[\w./()-]+|\([^()]*\d+/\d+\))$")
_OPENING, _CLOSED = ("[", "［"), ("]", "］")


class Mark(NamedTuple):
    """Characters of a line that play a known part."""

    span: Span
    role: Role
    value: str = ""


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """One item of the masthead: what it is, its text, and the marks in it, in order."""

    kind: LineKind
    passage: Passage
    marks: tuple[Mark, ...] = ()

    @property
    def paragraph(self) -> Paragraph:
        """The item as a paragraph, each mark a Field."""
        children: list[Inline] = []
        at = 0
        for span, role, value in self.marks:
            children.extend(self.passage.children(at, span.start))
            children.append(Field(role, self.passage.children(span.start, span.end), value))
            at = span.end
        # a call at the very end belongs to the last stretch, which may be that of a mark
        if at < len(self.passage.text) or not self.marks:
            children.extend(self.passage.children(at))
        return Paragraph(tuple(children), origin=self.passage.origin)


def words(passage: Passage) -> str:
    """Return the text with the characters of footnote calls made invisible, offsets kept."""
    text = passage.text
    for call in passage.calls:
        text = text[: call.start] + _INVISIBLE * (call.end - call.start) + text[call.end :]
    return text


def join(passages: Sequence[Passage], language: Language) -> Passage:
    """Return the lines of one item as one passage; a hyphen at a line's end joins to the next."""
    done = passages[0]
    for passage in passages[1:]:
        glue = "" if done.text.endswith(("-", "\u2010", "\u2011")) else language.glue
        done = joined((done, passage), glue)
    return done


def read_lines(lines: Sequence[Passage], language: Language) -> list[MastheadLine]:
    """Return the items of a masthead in printed order; every line is in exactly one."""
    items: list[MastheadLine] = []
    at = 0
    while at < len(lines):
        item, taken = _item(lines[at : at + _BRACKET_LINES], language)
        below = read_line(lines[at + taken], language).kind if at + taken < len(lines) else ""
        if _within_title(item, items, below):
            item, taken = MastheadLine("", lines[at]), 1
        items.extend(_parted(item, language) if not item.kind else [item])
        at += taken
    return items


def _within_title(item: MastheadLine, above: Sequence[MastheadLine], below: LineKind) -> bool:
    """Whether a line only looks like an item: the end of a title that runs on from above.

    A title may break before "United Nations" or before a date; an item printed a second time,
    or a date below the agenda item, is such a line. `below` is what the next line is by itself.
    """
    if not above or above[-1].kind not in ("", "numbered"):
        return False
    seen = {other.kind for other in above}
    if item.kind in ("publisher", "organ", "committee", "expression"):
        return item.kind in seen or below not in _COVER
    if item.kind in ("adopted", "resolution") and item.passage.text[:1].islower():
        return True
    again = item.kind in seen or bool(seen & {"agenda", "numbered", "adopted"})
    return item.kind in ("issued", "session", "symbol", "status") and again


def _item(lines: Sequence[Passage], language: Language) -> tuple[MastheadLine, int]:
    """Return the item that the first lines are, and how many lines it takes."""
    if words(lines[0]).lstrip().startswith(_OPENING):
        return _bracket(lines, language)
    for taken in range(1, min(_JOINED_LINES, len(lines)) + 1):
        if taken > 1 and read_line(lines[taken - 1], language).kind not in _PARTS:
            break
        whole = join(lines[:taken], language)
        item = read_line(whole, language)
        if item.kind == "adopted":
            return _adopted(lines, taken, language)
        if item.kind == "submitted":
            return _submission(lines, language)
        if item.kind in ("organ", "committee") and taken < len(lines):
            longer = read_line(join(lines[: taken + 1], language), language)
            if longer.kind == item.kind:
                return longer, taken + 1
        if item.kind:
            return item, taken
        if len(whole.text) > _LONGEST_ITEM:
            break
    return MastheadLine("", lines[0]), 1


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
        if behind.text.startswith(_OPENING) or read_line(behind, language).kind not in _DATED:
            break
        whole = join(lines[:more], language)
        end = _date_end(whole, language)
        # a date may be complete before its last word ("2020 / года")
        if before and (end == before or end < len(whole.text)):
            break
        taken, passage, before = more, whole, end
    return MastheadLine("adopted", passage, adoption_marks(words(passage), language)), taken


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
    text = words(line).rstrip(f" *{_INVISIBLE}")
    if _ENDING_SYMBOL.search(text):
        return True
    return fold(text).endswith(language.masthead.submitted_ends)


def _date_end(passage: Passage, language: Language) -> int:
    dates = language.find_dates(words(passage))
    return dates[0].end if dates else 0


def adoption_marks(text: str, language: Language) -> tuple[Mark, ...]:
    """Return organ, meeting and date of an adoption line, in printed order."""
    marks = []
    organ = language.masthead.organs.within(text)
    if organ:
        marks.append(Mark(organ[1], "adoptingOrgan", organ[0]))
    meeting = language.masthead.at_meeting.search(text)
    if meeting:
        number = meeting.slots["number"]
        value = re.sub(r"\D", "", text[number.start : number.end].partition("-")[0])
        marks.append(Mark(Span(number.start, meeting.span.end), "meeting", value))
    marks.extend(
        Mark(Span(date.start, date.end), "adoptionDate", date.iso)
        for date in language.find_dates(text)[:1]
    )
    return tuple(sorted(marks))


def _parted(item: MastheadLine, language: Language) -> list[MastheadLine]:
    """Return a line set in two columns as its two items, any other line as it is.

    What stands at the left is the United Nations or an organ; at the right a symbol, the
    distribution, or another organ.
    """
    passage = item.passage
    text = words(passage)
    if len(text) > _LONGEST_ITEM:
        return [item]
    for cut in [match.start() for match in re.finditer(r"\s+", text.rstrip())][::-1]:
        left = _named(passage.part(0, cut), language)
        if left is None:
            continue
        right = read_line(passage.part(cut, len(text)).trimmed(), language)
        if right.kind in ("symbol", "distribution", "issued", "organ", "original"):
            return [left, right]
    return [item]


def _named(passage: Passage, language: Language) -> MastheadLine | None:
    item = read_line(passage, language)
    return item if item.kind in ("publisher", "organ") else None


# -------------------------------------------------------------------------------- a line by itself


class _Line(NamedTuple):
    """A line with its text for reading (footnote calls invisible) and its language."""

    passage: Passage
    text: str
    language: Language


def read_line(passage: Passage, language: Language) -> MastheadLine:
    """Return what a line is by its own words, with the marks in it; kind "" if nothing tells."""
    text = words(passage)
    if text.strip():
        for reader in _READERS if len(text) <= _LONGEST_ITEM else _LONG_READERS:
            item = reader(_Line(passage, text, language))
            if item is not None:
                return item
    return MastheadLine("", passage)


def _whole(line: _Line, kind: LineKind, role: Role, value: str) -> MastheadLine:
    """Return the line as one mark, stars and footnote calls at its end left out."""
    end = len(line.text.rstrip(f" \t\xa0*{_INVISIBLE}"))
    start = len(line.text) - len(line.text.lstrip())
    return MastheadLine(kind, line.passage, (Mark(Span(start, end), role, value),))


def _named_whole(line: _Line, kind: LineKind, role: Role, names: Names) -> MastheadLine | None:
    value = names.whole(line.text)
    return _whole(line, kind, role, value) if value else None


def _symbol(line: _Line) -> MastheadLine | None:
    bare = line.text.strip(f" \t\xa0*{_INVISIBLE}\u200e\u200f")
    if not bare[:1].isupper() or "/" not in bare or len(bare) > 60:
        return None
    try:
        parse(bare)
    except SymbolError:
        return None
    start = line.text.index(bare)
    mark = Mark(Span(start, start + len(bare)), "symbol")
    return MastheadLine("symbol", line.passage, (mark,))


def _publisher(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "publisher", "publisher", line.language.masthead.publisher)


def _organ(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "organ", "organ", line.language.masthead.organs)


def _committee(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "committee", "committee", line.language.masthead.committees)


def _issued(line: _Line) -> MastheadLine | None:
    date = line.language.date(line.text)
    return _whole(line, "issued", "issuanceDate", date) if date else None


def _session(line: _Line) -> MastheadLine | None:
    session = line.language.session(line.text.rstrip(f" *{_INVISIBLE}"))
    return _whole(line, "session", "session", session.code) if session else None


def _expression(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "expression", "language", line.language.masthead.languages)


def _distribution(line: _Line) -> MastheadLine | None:
    match = line.language.masthead.distribution.match(line.text)
    if match is None:
        return None
    slot = match.slots["words"]
    value = line.language.masthead.distributions.whole(line.text[slot.start : slot.end])
    return MastheadLine("distribution", line.passage, (Mark(match.span, "distribution", value),))


def _original(line: _Line) -> MastheadLine | None:
    match = line.language.masthead.original.match(line.text)
    if match is None:
        return None
    found = line.language.masthead.languages.within(line.text)
    marks = (Mark(found[1], "originalLanguage", found[0]),) if found else ()
    return MastheadLine("original", line.passage, marks)


def _status(line: _Line) -> MastheadLine | None:
    match = line.language.masthead.provisional.match(line.text.rstrip(" .*"))
    return MastheadLine("status", line.passage, (Mark(match.span, "status"),)) if match else None


def _agenda(line: _Line) -> MastheadLine | None:
    match = line.language.masthead.agenda.match(line.text)
    if match is None:
        return None
    slot = match.slots["item"]
    end = len(line.text.rstrip(f" \t\xa0*{_INVISIBLE}"))
    value = " ".join(line.text[slot.start : slot.end].split())
    return MastheadLine("agenda", line.passage, (Mark(Span(0, end), "agendaItem", value),))


def _statement(line: _Line) -> MastheadLine | None:
    found = line.language.masthead.statement.whole(line.text)
    return _whole(line, "statement", "title", "") if found else None


def _resolution(line: _Line) -> MastheadLine | None:
    match = line.language.masthead.resolution_number.match(line.text.rstrip(f" ,*{_INVISIBLE}"))
    number = _COUNCIL_NUMBER.search(line.text)
    if match is None or number is None:
        return None
    slot = match.slots["text"]
    if (number.start(), number.end()) != (slot.start, slot.end):
        return None
    value = "-".join(re.findall(r"\d+", number.group()))
    return MastheadLine("resolution", line.passage, (Mark(slot, "number", value),))


def _adoption(line: _Line) -> MastheadLine | None:
    if line.language.masthead.adopted.match(line.text.rstrip(" .")) is None:
        return None
    marks = adoption_marks(line.text, line.language)
    return MastheadLine("adopted", line.passage, marks) if marks else None


def _numbered(line: _Line) -> MastheadLine | None:
    start = len(line.text) - len(line.text.lstrip())
    match = _NUMBER.match(line.text, start)
    if match is None:
        return None
    value = match.group().rstrip(".").replace(" ", "")
    return MastheadLine(
        "numbered", line.passage, (Mark(Span(start, match.end()), "number", value),)
    )


def _label(line: _Line) -> MastheadLine | None:
    """Return the letter of one of several resolutions under one number, alone on its line."""
    letter = line.text.strip(f" \t\xa0*{_INVISIBLE}")
    for reading in line.language.markers(letter) if len(letter) <= _LABEL_LENGTH else ():
        if reading.counter in (Counter("{}", "upperLatin"), Counter("{}", "arabicName")):
            return _whole(line, "label", "number", letter)
    return None


def _draft_type(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "draftType", "documentType", line.language.masthead.draft_types)


def _submitted(line: _Line) -> MastheadLine | None:
    if line.language.masthead.submitted.match(line.text) is None:
        return None
    found = line.language.masthead.draft_types.within(line.text)
    marks = (Mark(found[1], "documentType", found[0]),) if found else ()
    return MastheadLine("submitted", line.passage, marks)


_Reader = Callable[[_Line], MastheadLine | None]
_LONG_READERS: tuple[_Reader, ...] = (_submitted, _adoption, _numbered)
_READERS: tuple[_Reader, ...] = (
    _symbol, _publisher, _organ, _distribution, _issued, _original, _expression, _session,
    _status, _agenda, _committee, _statement, _resolution, _adoption, _numbered, _label,
    _draft_type, _submitted,
)  # fmt: skip
