"""What a line of a masthead is by its own words: its kind, and the Fields in it.

Each reader tells one kind of line; the first that tells anything counts. What no wording tells
(titles, lists of sponsors) has no kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from an2un.language import Language
from an2un.parse.masthead_marks import (
    CALL,
    Mark,
    adoption_marks,
    meeting_alone,
    presenter_marks,
    words,
)
from an2un.parse.passage import Passage, joined
from an2un.record import Record
from an2un.source import Span
from an2un.symbol import SymbolError, parse
from an2un.tree import Field, Inline, Paragraph, Role
from an2un.wording.names import Names
from an2un.wording.templates import Templates

LineKind = Literal[
    "", "publisher", "symbol", "organ", "distribution", "issued", "original", "expression",
    "status", "type", "session", "agenda", "committee", "decisions", "adopted", "bracket",
    "numbered", "resolution", "decision", "statement", "draftType", "submitted", "sponsors",
    "label", "series",
]  # fmt: skip

LONGEST_ITEM = 160  # characters of a line that names an organ, a session, an agenda item
# `78/1.`, `2024/7.`, `S-32/1.`, `54/…`, `2200 A (XXI).`, `102 (I) Title`, `19 (1947).`; Arabic
# writes its own letters for special sessions (`دإط-11/6`), the Human Rights Council that of its
# President's statements (`PRST/42/1.`)
_NUMBER = re.compile(
    r"(?:PRST/(?=\d)|(?:[A-Z]{1,2}|[\u0621-\u064a]{1,4})[-\u2011])?"
    r"\d{1,4} ?/ ?(?:\d{1,4}|…|\.{2,3}|L\.\d+)"
    r"(?: ?[A-Z](?:[-\u2013][A-Z])?(?=[.\s]|$))?(?:\.|(?=[\s\u200b]|$))"
    r"|\d{1,4}(?: [A-Z])? ?\((?:(?:S-)?[IVXLC]{1,7}\)(?:\.|(?=\s+[^\W\d_]))|\d{4}\)\.)"
)
STATEMENT = "PRST/"  # what stands before the number of a statement of the President
_COUNCIL_NUMBER = re.compile(r"\d{1,4} ?[(（]\d{4}[)）]")


class MastheadLine(Record):
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


def join(passages: Sequence[Passage], language: Language) -> Passage:
    """Return the lines of one item as one passage; a hyphen or stroke at an end joins to the next.

    A stroke with a blank before it stands between words.
    """
    done = passages[0]
    for passage in passages[1:]:
        joins = done.text.endswith(("-", "\u2010", "\u2011", "/")) and not done.text.endswith(" /")
        glue = "" if joins else language.glue
        done = joined((done, passage), glue)
    return done


class _Line(NamedTuple):
    """A line with its text for reading (footnote calls invisible) and its language."""

    passage: Passage
    text: str
    language: Language


def read_line(passage: Passage, language: Language) -> MastheadLine:
    """Return what a line is by its own words, with the marks in it; kind "" if nothing tells."""
    text = words(passage)
    if text.strip():
        line = _Line(passage, text, language)
        for reader in _readers(line):
            item = reader(line)
            if item is not None:
                return item
    return MastheadLine("", passage)


def _readers(line: _Line) -> Sequence[_Reader]:
    """Return who may tell what a line is: what is no name need not be looked up as one."""
    if len(line.text) > LONGEST_ITEM:
        return _LONG_READERS
    return _READERS if line.language.masthead.is_name(line.text) else _UNNAMED


def read_issuer(passage: Passage, language: Language) -> MastheadLine | None:
    """Return a line that is the United Nations or an organ, None for any other."""
    line = _Line(passage, words(passage), language)
    return None if _symbol(line) else _publisher(line) or _organ(line)


def _whole(line: _Line, kind: LineKind, role: Role, value: str) -> MastheadLine:
    """Return the line as one mark, stars and footnote calls at its end left out."""
    end = len(line.text.rstrip(f" \t\xa0*{CALL}"))
    start = len(line.text) - len(line.text.lstrip())
    return MastheadLine(kind, line.passage, (Mark(Span(start, end), role, value),))


def _named_whole(line: _Line, kind: LineKind, role: Role, names: Names) -> MastheadLine | None:
    value = names.whole(line.text)
    return _whole(line, kind, role, value) if value else None


def _symbol(line: _Line) -> MastheadLine | None:
    bare = line.text.strip(f" \t\xa0*{CALL}")
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
    words = line.language.masthead
    return _named_whole(line, "committee", "committee", words.committees) or _named_whole(
        line, "committee", "committee", words.plenary
    )


def _type(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "type", "documentType", line.language.masthead.types)


def _decisions(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "decisions", "decisionType", line.language.masthead.decision_types)


def _issued(line: _Line) -> MastheadLine | None:
    date = line.language.date(line.text)
    return _whole(line, "issued", "issuanceDate", date) if date else None


def _session(line: _Line) -> MastheadLine | None:
    session = line.language.session(line.text.rstrip(f" *{CALL}"))
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
    end = len(line.text.rstrip(f" \t\xa0*{CALL}"))
    value = " ".join(line.text[slot.start : slot.end].split())
    return MastheadLine("agenda", line.passage, (Mark(Span(0, end), "agendaItem", value),))


def _statement(line: _Line) -> MastheadLine | None:
    found = line.language.masthead.statement.whole(line.text)
    return _whole(line, "statement", "title", "") if found else None


def _resolution(line: _Line) -> MastheadLine | None:
    words = line.language.masthead
    return _with_number(line, "resolution", words.resolution_dated) or _with_number(
        line, "resolution", words.resolution_number
    )


def _decision(line: _Line) -> MastheadLine | None:
    return _with_number(line, "decision", line.language.masthead.decision_number)


def _with_number(line: _Line, kind: LineKind, templates: Templates) -> MastheadLine | None:
    """Return "Resolution 2250 (2015)", "General Assembly decision 77/568"; no other words.

    The date of adoption may be one of them: "Resolution 444 (1979) of 19 January 1979".
    """
    match = templates.match(line.text.rstrip(f" ,.*{CALL}"))
    number = match and _number_mark(line.text, match.slots["text"])
    if match is None or number is None:
        return None
    marks = [number]
    if "date" in match.slots:
        dated = match.slots["date"]
        date = line.language.date(line.text[dated.start : dated.end])
        if not date:
            return None
        marks.append(Mark(dated, "adoptionDate", date))
    organ = line.language.masthead.organs.within(line.text)
    if organ:
        marks.append(Mark(organ[1], "adoptingOrgan", organ[0]))
    return MastheadLine(kind, line.passage, tuple(sorted(marks)))


def _number_mark(text: str, slot: Span) -> Mark | None:
    """Return the mark of the number of a resolution or decision, None for other words."""
    printed = text[slot.start : slot.end]
    if _COUNCIL_NUMBER.fullmatch(printed):
        return Mark(slot, "number", "-".join(re.findall(r"\d+", printed)))
    if _NUMBER.fullmatch(printed) or _NUMBER.fullmatch(printed + "."):
        return Mark(slot, "number", printed.replace(" ", ""))
    return None


def _adoption(line: _Line) -> MastheadLine | None:
    """Return "Adopted by …", or the meeting alone, as first electronic editions print it."""
    met = meeting_alone(line.text, Span(0, len(line.text)), line.language)
    if not met and line.language.masthead.adopted.match(line.text.rstrip(" .")) is None:
        return None
    marks = adoption_marks(line.text, line.language)
    return MastheadLine("adopted", line.passage, marks) if marks else None


def _numbered(line: _Line) -> MastheadLine | None:
    start = len(line.text) - len(line.text.lstrip())
    match = _NUMBER.match(line.text, start)
    if match is None:
        return None
    number = match.group()
    if not number.endswith((".", "…")) and line.text[match.end() :].lstrip()[:1].islower():
        return None  # a title goes on
    value = number.rstrip(".").replace(" ", "").removeprefix(STATEMENT)
    return MastheadLine(
        "numbered", line.passage, (Mark(Span(start, match.end()), "number", value),)
    )


def _label(line: _Line) -> MastheadLine | None:
    """Return the letter of one of several resolutions under one number, alone on its line."""
    letter = line.text.strip(f" \t\xa0*{CALL}")
    capital = len(letter) == 1 and letter.isupper()
    spelled = None if capital else line.language.spelled(letter)
    if capital or (spelled is not None and spelled.series == "letter"):
        return _whole(line, "label", "number", letter)
    return None


def _draft_type(line: _Line) -> MastheadLine | None:
    return _named_whole(line, "draftType", "documentType", line.language.masthead.draft_types)


def _submitted(line: _Line) -> MastheadLine | None:
    if line.language.masthead.submitted.match(line.text) is None:
        return None
    found = line.language.masthead.draft_types.within(line.text)
    if found is None:
        return MastheadLine("submitted", line.passage, ())
    kind = Mark(found[1], "documentType", found[0])
    marks = sorted((kind, *presenter_marks(line.text, found[1], line.language)))
    return MastheadLine("submitted", line.passage, tuple(marks))


_Reader = Callable[[_Line], MastheadLine | None]
_LONG_READERS: tuple[_Reader, ...] = (_submitted, _adoption, _numbered)
_READERS: tuple[_Reader, ...] = (
    _symbol, _publisher, _organ, _distribution, _issued, _original, _expression, _session,
    _status, _type, _agenda, _committee, _decisions, _statement, _resolution, _decision,
    _adoption, _numbered, _label, _draft_type, _submitted,
)  # fmt: skip
_BY_NAME = (
    _publisher, _organ, _expression, _type, _committee, _decisions, _statement, _draft_type,
)  # fmt: skip
_UNNAMED = tuple(reader for reader in _READERS if reader not in _BY_NAME)
