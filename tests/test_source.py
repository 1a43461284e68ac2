"""The coordinate system: spans and places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from an2un.readers.text import read
from an2un.source import Line, Location, Source, Span

TEXT = "first\n  second\fthird\n"
SOURCE = Source(
    "text", TEXT, (Line(Span(0, 5), 1), Line(Span(8, 14), 1, indent=2), Line(Span(15, 20), 2))
)


def test_slice() -> None:
    assert [SOURCE.slice(line.span) for line in SOURCE.lines] == ["first", "second", "third"]


def test_places_are_whole_inside_a_span() -> None:
    source = Source("text", "12 1 21\n211", (Line(Span(0, 7), 1), Line(Span(8, 11), 1)))
    spans = [Span(0, 4), Span(8, 11)]
    assert list(source.places("1", spans)) == [
        (spans[0], Span(0, 1)), (spans[0], Span(3, 4)),
        (spans[1], Span(9, 10)), (spans[1], Span(10, 11)),
    ]  # fmt: skip
    assert list(source.places("12", [Span(0, 1)])) == []
    assert list(source.places("1", [])) == []


def test_locate_counts_from_one() -> None:
    assert SOURCE.locate(0) == Location(page=1, line=1, column=1)
    assert SOURCE.locate(8) == Location(page=1, line=2, column=3)
    assert SOURCE.locate(20) == Location(page=2, line=2, column=15)


def test_locate_before_the_first_line_is_on_the_first_page() -> None:
    assert Source("text", "\n\na", (Line(Span(2, 3), 1, gap=2),)).locate(0) == Location(1, 1, 1)


@given(st.text(alphabet="a \n\f"), st.data())
def test_locate_goes_forward(text: str, data: st.DataObject) -> None:
    source = read(text, "text", lambda _finding: None)
    offset = data.draw(st.integers(0, len(text)))
    here, end = source.locate(offset), source.locate(len(text))
    assert (here.page, here.line) <= (end.page, end.line)
    assert text.split("\n")[here.line - 1][: here.column - 1] == text[:offset].rpartition("\n")[2]
