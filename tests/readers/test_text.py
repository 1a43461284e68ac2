"""Plain text to lines: line ends, pages, indents, gaps, control characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.diagnostics import Diagnostic
from an2un.readers.text import ILLEGAL, read
from an2un.source import STEERING, Source
from tests.readers.delivery import folded, page


def source_of(text: str) -> Source:
    return read(text, "text", lambda _finding: None)


def lines_of(text: str) -> list[str]:
    source = source_of(text)
    return [source.slice(line.span) for line in source.lines]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=repr
)
def test_line_ends_of_all_systems(end: str) -> None:
    assert lines_of(f"one{end}two{end}") == ["one", "two"]
    assert lines_of(f"one{end}two") == ["one", "two"]


def test_carriage_return_and_line_feed_are_one_line_end() -> None:
    assert [line.gap for line in source_of("a\r\n\r\nb").lines] == [0, 1]
    assert [line.gap for line in source_of("a\n\r\nb\r\rc").lines] == [0, 1, 1]


def test_a_form_feed_ends_line_and_page() -> None:
    source = source_of("one\ftwo\n\n\fthree\n")
    assert [(line.page, line.gap) for line in source.lines] == [(1, 0), (2, 0), (3, 0)]


def test_gaps_count_empty_lines_on_the_page() -> None:
    assert [line.gap for line in source_of("\na\nb\n \n\t\n\u00a0\nc").lines] == [1, 0, 3]


@pytest.mark.parametrize(
    ("blanks", "indent"),
    [("", 0), ("   ", 3), ("\t", 8), ("  \t", 8), ("\u00a0 ", 2), ("\u3000", 2)],
)
def test_indents_in_columns(blanks: str, indent: float) -> None:
    source = source_of(f"{blanks}word \u00a0\nedge")
    assert source.lines[0].indent == indent
    assert source.slice(source.lines[0].span) == "word"


def test_a_margin_that_all_lines_have_is_no_indent() -> None:
    source = source_of("    one\n\n      two\n    three\n")
    assert [line.indent for line in source.lines] == [0, 2, 0]


def test_control_characters_are_reported_once_with_their_place() -> None:
    found: list[Diagnostic] = []
    read("ab\x02c\x07", "text", found.append)
    assert [(f.code.id, f.span) for f in found] == [("AU002", (2, 3))]
    assert "U+0002" in found[0].message


def test_tabs_line_and_page_ends_are_no_control_characters() -> None:
    found: list[Diagnostic] = []
    read("a\tb\r\nc\fd\n", "text", found.append)
    assert found == []


def test_controls_of_direction_at_the_ends_of_a_line_are_no_part_of_it() -> None:
    source = source_of("\u202a  \u202aword\u202c,\u202c \n\u202b\u202c\n\u2067ab\u2069\n")
    assert [source.slice(line.span) for line in source.lines] == ["word\u202c,", "ab"]
    assert [(line.indent, line.gap) for line in source.lines] == [(2, 0), (0, 1)]


def test_marks_of_direction_are_text() -> None:
    source = source_of("\u200fab\u200e\n")
    assert [source.slice(line.span) for line in source.lines] == ["\u200fab\u200e"]


def test_hyphens_of_line_ends_as_pdfium_marks_them_end_lines() -> None:
    source = source_of("well\ufffebeing of\nbirds \ufffe\n")
    assert [source.slice(line.span) for line in source.lines][:2] == ["well-", "being of"]


def test_nothing_has_no_lines() -> None:
    assert source_of("").lines == ()
    assert source_of(" \n\f\t\r\n").lines == ()


@given(
    st.text(alphabet=st.characters(codec="utf-16", categories=None) | st.sampled_from("\r\n\f "))
)
def test_lines_hold_everything_but_blanks(text: str) -> None:
    source = source_of(text)
    assert source.text == text
    spans = [line.span for line in source.lines]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(source.slice(span).strip() == source.slice(span) != "" for span in spans)
    outside = [text[a:b] for a, b in pairwise([0, *[x for span in spans for x in span], len(text)])]
    left = "".join(outside[::2])
    assert ILLEGAL.sub("", left).strip(STEERING + " ").strip() == ""
    pages = [line.page for line in source.lines]
    assert pages == sorted(pages)


def test_what_stands_beside_all_lines_is_a_line_outside_the_text() -> None:
    found: list[Diagnostic] = []
    source = read("".join(f"> {line}\n" for line in "abcdef"), "text", found.append)
    assert source.printed(source.lines) == [*"abcdef", "> > > > > >"]
    assert [line.place for line in source.lines] == [""] * 6 + ["margin"]
    assert [finding.code.id for finding in found] == ["AU007"]


def test_lines_that_were_wrapped_again_are_lines_of_the_source() -> None:
    found: list[Diagnostic] = []
    text = page(88)
    source = read(folded(text, 66), "text", found.append)
    assert source.printed(source.lines) == [line.strip() for line in text.split("\n")[:-1]]
    assert [finding.code.id for finding in found] == ["AU008"]


def test_a_line_of_control_characters_alone_is_none() -> None:
    assert lines_of("a\n\x00\x1a\n\x01 \x02\nb\x03\n") == ["a", "b\x03"]
