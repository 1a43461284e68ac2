"""Rows of a page to those of its columns: what runs in two, and what only stands side by side."""

from __future__ import annotations

import pytest

from an2un.readers.pdf.glyphs import Font, Glyph
from an2un.readers.pdf.rows import rows
from an2un.readers.pdf.stories import stories
from tests.readers.pdf.paper import Rule, Thing, Words
from tests.readers.pdf.test_read import read, words

pytest.importorskip("pypdfium2")

LINE = "and all of the boats that go out to the sea at dawn"  # 217 points wide at 10


def column(x: float, top: float, said: list[str]) -> list[Thing]:
    return [Words(x, top - 12 * at, text) for at, text in enumerate(said)]


def lines(name: str, count: int) -> list[str]:
    return [f"{name}{at} {LINE}" for at in range(count)]


def test_columns_are_read_one_after_the_other_between_what_stands_over_both() -> None:
    source = read(
        [
            *column(60, 650, lines("a", 12)),
            *column(320, 650, lines("b", 12)),
            Words(200, 700, "The words that stand over both columns"),
            Words(200, 480, "The words that stand below both columns"),
        ]
    )
    first, *text, last = words(source)
    assert [line.split()[0] for line in text] == [
        f"{name}{at}" for name in "ab" for at in range(12)
    ]
    assert (first, last) == (
        "The words that stand over both columns",
        "The words that stand below both columns",
    )
    assert len({line.indent for line in source.lines[1:-1]}) == 1
    assert [line.gap for line in source.lines if line.gap] == [1.0, 1.0]
    assert "\f" not in source.text


def test_three_columns_are_read_one_after_the_other_the_last_may_end_early() -> None:
    short = "and all boats that go out to sea"
    said = [[f"{name}{at} {short}" for at in range(12)] for name in "abc"]
    source = read(
        [*column(50, 650, said[0]), *column(225, 650, said[1]), *column(400, 650, said[2])]
    )
    assert [text.split()[0] for text in words(source)] == [
        f"{name}{at}" for name in "abc" for at in range(12)
    ]
    early = read(
        [*column(50, 650, said[0]), *column(225, 650, said[1]), *column(400, 650, said[2][:3])]
    )
    assert len({line.indent for line in early.lines}) == 1
    assert [text.split()[0] for text in words(early)][-4:] == ["b11", "c0", "c1", "c2"]


def test_a_column_that_opens_with_a_masthead_is_one() -> None:
    masthead = ["A/99/7", "7 May 2044", "Item 12", "99th session", "English only"]
    left = [*masthead, *lines("a", 8)]
    found = words(read([*column(60, 650, left), *column(320, 650, lines("b", 13))]))
    assert found[:5] == masthead
    assert found[-1].startswith("b12")


def test_the_notes_of_a_column_stand_at_its_foot() -> None:
    note: list[Thing] = [
        Rule(60, 490, 60),
        Words(60, 483, "1", size=5.5),
        Words(64, 480, "See the boats.", size=8),
        Words(281, 654, "1", size=5.5),
    ]
    source = read([*column(60, 650, lines("a", 12)), *column(320, 650, lines("b", 15)), *note])
    assert [line.place for line in source.lines] == [""] * 12 + ["note"] + [""] * 15


def test_a_column_that_ends_early_is_one() -> None:
    source = read([*column(60, 650, lines("a", 20)), *column(320, 650, [LINE, "to act."])])
    assert words(source)[-2:] == [LINE, "to act."]


@pytest.mark.parametrize(
    "table",
    [
        [*column(60, 650, lines("a", 12)), *column(320, 650, lines("b", 12)), Rule(60, 600, 480)],
        [*column(60, 650, lines("a", 12)), *column(320, 650, ["1 234 567 890 123 456 789 0"] * 12)],
        [*column(60, 650, lines("a", 12)), *column(320, 650, ["Boats"] * 12)],
        [*column(60, 650, lines("a", 7)), *column(320, 650, lines("b", 7))],
        [
            *column(60, 650, lines("a", 30)),
            *(
                thing
                for top in (650, 578, 506, 434)
                for thing in column(320, top, lines("b", 2))
            ),
        ],
    ],
    ids=["ruled", "figures", "short words", "few lines", "gaps below the cells"],
)  # fmt: skip
def test_a_table_is_read_row_by_row(table: list[Thing]) -> None:
    first = words(read(table))[0]
    assert first.startswith("a0")
    assert "\t" in first


def test_the_right_column_comes_first_where_pages_are_read_from_the_right() -> None:
    glyphs = [
        Glyph("\u0628", x + 5 * at, x + 5 * at + 5, Font(700 - 12 * line, 10))
        for line in range(9)
        for x in (50, 300)
        for at in range(40)
    ]
    found, _ = rows(glyphs)
    right, left = stories(found, [], rtl=True)
    assert {row.left for row in right.rows} == {300}
    assert {row.left for row in left.rows} == {50}
    assert (right.shift, left.shift, left.goes_on) == (0.0, 250.0, True)
