"""Tables of posts: a count and a grade in the middle of rows of words."""

from __future__ import annotations

import pytest

from an2un.parse.tables.posts import Posts, posts_of
from an2un.parse.tables.words import Word, text_of, words_of
from tests.parse.stages import source_of
from tests.parse.tables_of import tables

ROWS = [
    "Boats Division 1 P-4 Rower Continuation",
    "Oars Division 2 GS (OL) Oar Assistant Continuation",
    "Sails Division \u2013 3 months, P-3 Leave replacement Continuation",
    "10 FS Keeper Continuation",
    "Ropes Division 1 P-2 Rope Officer New post",
    "Nets Division 1 P-2 Net Officer New post",
    "Fish Division 1 P-2 Cook New post",
]


def words(text: str) -> tuple[Word, ...]:
    source = source_of(text)
    return words_of(source, source.lines[0].span)


def cells(text: str, posts: Posts | None = None) -> list[str] | None:
    """Return the cells of a row among the others."""
    posts = posts or posts_of([words(row) for row in ROWS])
    assert posts is not None
    found = posts.cells(words(text))
    return None if found is None else [text_of(cell) for cell in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROWS[0], ["Boats Division", "1", "P-4", "Rower", "Continuation"]),
        (ROWS[1], ["Oars Division", "2", "GS (OL)", "Oar Assistant", "Continuation"]),
        (
            ROWS[2],
            ["Sails Division", "\u2013", "3 months, P-3", "Leave replacement", "Continuation"],
        ),
        (ROWS[3], ["10", "FS", "Keeper", "Continuation"]),
        (ROWS[4], ["Ropes Division", "1", "P-2", "Rope Officer", "New post"]),
        ("Boats 1 P-4 Rower", ["Boats", "1", "P-4", "Rower"]),
        ("Boats 1 P-4 Continuation", ["Boats", "1", "P-4", "Continuation"]),
        ("Boats Division", None),
        ("Subtotal 12", None),
        ("Boats 1 P-4 Rower Oars 2 P-3 Keeper Continuation", None),
        ("Section 29 of the budget", None),
    ],
)
def test_cells_of_rows(text: str, expected: list[str] | None) -> None:
    assert cells(text) == expected


def test_few_rows_or_few_of_many_are_no_table_of_posts() -> None:
    rows = [words(row) for row in ROWS]
    assert posts_of(rows[:4]) is None
    assert posts_of([*rows, *[words("Boats 12")] * 20]) is None


def test_grades_of_other_scripts() -> None:
    arabic = posts_of([words("شعبة 1 ف-4 طباخ مستمر")] * 5)
    assert cells("شعبة 2 خ ع و طباخ جديد", arabic) == [
        "شعبة", "2", "خ ع و", "طباخ جديد",
    ]  # fmt: skip
    russian = posts_of([words("Отдел 1 С-4 Повар Новая")] * 5)
    assert cells("Отдел 1 ОО (ПР) Повар", russian) == [
        "Отдел", "1", "ОО (ПР)", "Повар",
    ]  # fmt: skip


def test_a_table_of_posts_among_its_sums() -> None:
    last = ["Office of Oars", ROWS[0], "Subtotal 1", "Total 10"]
    lines = [*ROWS[:3] * 3, "Subtotal 9", *last]
    prose = (
        "Decides that the boats of all harbours, and the oars that lie in them, shall be counted\n"
    )
    head = "and as follows:\nUnit Number Level Function Status"
    ((found, proved),) = tables(prose * 9 + "\n".join([head, *lines]) + "\n")
    assert proved
    assert ["Boats Division", "1", "P-4", "Rower", "Continuation"] in found
    assert ["Total", "10"] in found


def test_a_wide_line_among_narrow_columns_is_a_subheading() -> None:
    """The cells of a row stand one behind the other, each broken at the end of its column."""
    unit = ["Office of", "boats and", "oars {} 1 P-4 Rower", "of long", "boats Continuation"]
    rows = [[line.format(name) for line in unit] for name in ("One", "Two", "Three", "Four")]
    wide = "Department of Harbours, Lamps and Keepers"
    prose = (
        "Decides that the boats of all harbours, and the oars that lie in them, shall be counted\n"
    )
    head = "and as follows:\nPosts\nDepartment/office Unit Number Level Function Status"
    first, second, third, fourth = ([*row, "Subtotal 1"] for row in rows)
    lines = [head, *first, *second, wide, *third, *fourth, *fourth[:-1], "Total 5"]
    ((found, proved),) = tables(prose * 9 + "\n".join(lines) + "\n")
    assert proved
    assert found[:2] == [
        ["Posts"],
        ["Department/office", "Unit", "Number", "Level", "Function", "Status"],
    ]
    assert [wide] in found
    assert ["Office of boats and oars Three", "1", "P-4"] in [row[:3] for row in found]
