"""Figures at the ends of rows: where one ends and the next begins."""

from __future__ import annotations

import pytest

from an2un.parse.tables.figures import (
    are_turned,
    figures_start,
    is_year,
    last_figures,
    mirrored,
    parted,
    roles,
    usual_count,
)
from an2un.parse.tables.words import Word, words_of
from tests.parse.stages import source_of


def words(text: str) -> tuple[Word, ...]:
    source = source_of(text)
    return words_of(source, source.lines[0].span)


def figures(text: str, count: int) -> list[str] | None:
    """Return words as so many figures, None if nothing proves them."""
    found = words(text)
    starts = parted(found, count)
    if starts is None:
        return None
    ends = [*starts[1:], len(found)]
    return [
        " ".join(word.text for word in found[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]


def test_figures_stand_at_the_end() -> None:
    assert figures_start(words("Boats of the year 2 304 \u2013 12.5%")) == 4
    assert figures_start(words("Boats")) == 1


def test_groups_of_three_may_go_on_or_start() -> None:
    assert roles(words("1 661 398 096 2 059")) == [
        "starts", "either", "either", "goes on", "starts", "goes on",
    ]  # fmt: skip


def test_what_stands_in_brackets_is_one_figure() -> None:
    assert figures("(2 061 900) (114 600)", 2) == ["(2 061 900)", "(114 600)"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1 661 398 2 059", ["1 661", "398", "2 059"]),
        ("900 640 1 540", ["900", "640", "1 540"]),
        ("1 \u2013 1", ["1", "\u2013", "1"]),
        ("1 661  300 2 160", ["1 661", "300", "2 160"]),
    ],
    ids=["sum", "all told", "nothing", "gap"],
)
def test_sums_and_gaps_part_figures(printed: str, expected: list[str]) -> None:
    assert figures(printed, 3) == expected


def test_what_nothing_proves_is_not_parted() -> None:
    assert figures("1 234 567 890", 2) is None


def test_a_number_in_front_of_the_figures_belongs_to_the_label() -> None:
    found = words("2044 65 459 100 60 132 400")
    assert last_figures(found, 2) == (1, [1, 4])


def test_most_rows_tell_how_many_figures_there_are() -> None:
    rows = ["118 8 126", "38 18 56", "2 304 46 2 350", "2044 3 4 7", "5"]
    assert usual_count([words(row) for row in rows]) == 3
    assert usual_count([]) == 0


def test_groups_that_stand_turned_are_parted_from_the_other_side() -> None:
    found = words("2044 800 963 60 700 127 56")
    assert last_figures(found, 2, turned=True) == (1, [1, 4])
    assert last_figures(words("(200 552 1) (700 657)"), 2, turned=True) == (0, [0, 3])
    assert last_figures(words("537 1"), 1, turned=True) == (0, [0])
    assert usual_count([words("537 1"), words("451 12")], turned=True) == 1


def test_the_short_group_tells_where_figures_begin() -> None:
    assert are_turned([words("537 1"), words("(898 12)"), words("4")])
    assert not are_turned([words("1 537"), words("537 1"), words("12 898")])
    assert not are_turned([])


def test_mirrored_words_keep_their_gaps_and_brackets() -> None:
    found = mirrored(words("(200 552  1)"))
    assert [(word.text, word.gap) for word in found] == [("(1", 0), ("552", 2), ("200)", 1)]


@pytest.mark.parametrize(("text", "expected"), [("2025", True), ("(2025)", True), ("2 025", False)])
def test_a_year_may_stand_in_brackets(text: str, expected: bool) -> None:
    assert is_year(words(text)[-1]) is expected
