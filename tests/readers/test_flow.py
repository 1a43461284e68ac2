"""Paragraphs to text, lines, styles and links at their places."""

from __future__ import annotations

from an2un.readers.cells import side_by_side
from an2un.readers.flow import Block, Mark, Words, source_of
from an2un.source import Source


def made(*blocks: Block) -> Source:
    return source_of(blocks, "x", "text/html")


def test_lines_are_cut_free_of_blanks_and_blank_paragraphs_leave_none() -> None:
    source = made(
        Block((Words("  a b \u00a0"),)), Block((Words(" "),)), Block((Words("c"),), gap=2)
    )
    assert [source.slice(line.span) for line in source.lines] == ["a b", "c"]
    assert [line.gap for line in source.lines] == [0, 2]
    assert source.text == "  a b \u00a0\nc\n"


def test_an_empty_cell_at_the_start_of_a_row_is_kept() -> None:
    (row,) = side_by_side([[], [Block((Words("a\tb"),)), Block((Words("c"),))]])
    source = made(row)
    assert [source.slice(line.span) for line in source.lines] == ["\ta b c"]


def test_styles_end_with_their_line() -> None:
    source = made(Block((Words("a"), Words("b\nc", ("italic",)), Words("d", ("italic", "bold")))))
    assert [
        [(kind, source.slice(span)) for span, kind in line.styles] for line in source.lines
    ] == [[("italic", "b")], [("italic", "cd"), ("bold", "d")]]


def test_a_mark_is_printed_as_it_was_counted_in_the_end() -> None:
    mark = Mark()
    blocks = [Block((Words("Recalls"), mark))]
    mark.text = "12"
    source = made(*blocks)
    assert [(kind, source.slice(span)) for span, kind in source.lines[0].styles] == [
        ("superscript", "12")
    ]


def test_a_link_over_several_runs_is_one() -> None:
    source = made(Block((Words("A/", (), "x"), Words("99", ("bold",), "x"), Words("/1", (), "y"))))
    assert [(source.slice(link.span), link.target) for link in source.links] == [
        ("A/99", "x"), ("/1", "y"),
    ]  # fmt: skip


def test_a_forced_end_of_line_may_begin_a_point_of_a_list() -> None:
    text = "Decides to count:\n(a) The boats;\n(b) The nets\n(c) of them;\nall,\n2. oars"
    source = made(Block((Words(text),)))
    assert [line.opens for line in source.lines] == [True, None, None, False, False, None]
