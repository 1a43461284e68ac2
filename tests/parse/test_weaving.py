"""Marks woven into running text: nodes around the words, no character changed."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from an2un.parse.weaving import Mark, Taken, weave, width
from an2un.tree import Emphasis, Field, Inline, Link, Paragraph, Reference, Text
from an2un.walk import plain_text, walk
from tests.builders import field, italic, note
from tests.parse.linked import shown
from tests.strategies import inlines


def mark(start: int, end: int, target: str = "A/1", *inside: Mark) -> Mark:
    return Mark(start, end, partial(Reference, target), inside)


def woven(children: tuple[Inline, ...], *marks: Mark) -> str:
    return shown(*weave(children, marks))


def test_words_in_the_middle_at_the_start_and_at_the_end() -> None:
    text = (Text("see A and B"),)
    assert woven(text, mark(4, 5), mark(10, 11, "A/2")) == "see [A→A/1] and [B→A/2]"
    assert woven(text, mark(0, 3)) == "[see→A/1] A and B"
    assert woven(text, mark(0, 11)) == "[see A and B→A/1]"


def test_nothing_to_mark_is_the_same_text() -> None:
    text = (Text("see A"), italic("and"), Text("B"))
    assert weave(text, ()) is text


def test_a_mark_around_emphasis_holds_it() -> None:
    assert (
        woven((Text("its "), italic("own"), Text(" text")), mark(0, 12)) == "[its _own_ text→A/1]"
    )


def test_a_mark_inside_emphasis_stays_inside() -> None:
    assert woven((italic("see A/1 here"),), mark(4, 7)) == "_see [A/1→A/1] here_"


def test_emphasis_that_a_mark_cuts_is_two() -> None:
    assert woven((italic("see A"), Text(" and B")), mark(4, 9)) == "_see _[_A_ and→A/1] B"
    assert woven((Text("see A"), italic(" and B")), mark(4, 9)) == "see [A_ and_→A/1]_ B_"


def test_a_mark_from_emphasis_to_emphasis() -> None:
    text = (italic("see A"), Text(", "), italic("B then"))
    assert woven(text, mark(4, 8)) == "_see _[_A_, _B_→A/1]_ then_"


def test_a_note_called_in_the_words_is_held_by_the_mark() -> None:
    text = (Text("resolution 70"), note("1", "A note."), Text("/1 of"))
    assert woven(text, mark(0, 15)) == "[resolution 701‹A note.›/1→A/1] of"


def test_a_note_called_behind_the_words_stays_behind() -> None:
    text = (Text("resolution 70/1"), note("1", "A note."), Text(" of"))
    assert woven(text, mark(0, 15)) == "[resolution 70/1→A/1]1‹A note.› of"


def test_marks_inside_marks() -> None:
    inner = Mark(5, 6, partial(_date, "2044"))
    assert woven((Text("A of B."),), mark(0, 6, "A/1", inner)) == "[A of {date=2044: B}→A/1]."


def _date(value: str, children: tuple[Inline, ...]) -> Inline:
    return Field("date", children, value)


def test_a_mark_inside_a_field_and_one_behind_it() -> None:
    text = (field("title", "see A and B"), Text(" C"))
    assert woven(text, mark(4, 5), mark(12, 13, "C/1")) == "{title=: see [A→A/1] and B} [C→C/1]"


def test_what_is_taken() -> None:
    text = (Text("a "), Reference("A/1", (Text("bc"),)), Text(" "), field("date", "de"), Text(" f"))
    taken = Taken(text)
    assert [taken.by_reference(at, at + 1) for at in (1, 2, 3, 4)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [taken.by_field(at, at + 1) for at in (4, 5, 6, 7)] == [False, True, True, False]
    assert taken.by_reference(6, 8)  # a Field holds some of the words only
    assert not taken.by_reference(5, 7)  # the whole Field
    assert Taken((Link("x", (Text("ab"),)),)).by_reference(0, 1)


@st.composite
def marked(draw: st.DrawFn) -> tuple[tuple[Inline, ...], list[Mark]]:
    """Any running text, and marks in order on any of its characters."""
    children = draw(inlines)
    size = sum(map(width, children))
    ends = sorted(draw(st.lists(st.integers(0, size), max_size=8, unique=True)))
    marks = []
    for start, end in zip(ends[::2], ends[1::2], strict=False):
        inside = (mark(start, (start + end) // 2, "in"),) if end - start > 1 else ()
        marks.append(mark(start, end, "out", *inside))
    return children, marks


@given(marked())
def test_no_character_changes(case: tuple[tuple[Inline, ...], list[Mark]]) -> None:
    children, marks = case
    result = weave(children, marks)
    assert plain_text(result) == plain_text(children)
    notes = [n for n in walk(Paragraph(children)) if isinstance(n, Paragraph)]
    assert [n for n in walk(Paragraph(result)) if isinstance(n, Paragraph)][1:] == notes[1:]


@given(marked())
def test_every_mark_holds_its_words(case: tuple[tuple[Inline, ...], list[Mark]]) -> None:
    children, marks = case
    text = plain_text(children)
    held = "".join(
        plain_text(node.children)
        for node in walk(Paragraph(weave(children, marks)))
        if isinstance(node, Reference) and node.target == "out"
    )
    assert held == "".join(text[one.start : one.end] for one in marks)


def test_emphasis_keeps_its_kind() -> None:
    bold = Emphasis("bold", (Text("see A"),))
    first, second = weave((bold, Text(" b")), (mark(4, 7),))
    assert first == Emphasis("bold", (Text("see "),))
    assert second == Reference("A/1", (Emphasis("bold", (Text("A"),)), Text(" b")))
