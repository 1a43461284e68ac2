"""Numbered paragraphs as one series through the text."""

from __future__ import annotations

import pytest

from an2un.parse.counting import counted
from an2un.parse.kinds import Tagged
from tests.parse.stages import tagged_lines


def found(lines: list[str]) -> list[Tagged]:
    return counted(tagged_lines(lines, "en"))


def numbers(lines: list[str]) -> list[str]:
    """Return the markers of numbered paragraphs and points in order."""
    return [item.marker.text for item in found(lines) if item.marker is not None]


def test_numbers_count_on_across_headings() -> None:
    lines = [
        "7. To act:",
        "(a) Lamps;",
        "Moths",
        "(b) Nights;",
        "8. To rest.",
        "Annex",
        "2. Skies.",
    ]
    assert [i.marker.text for i in found(lines) if i.marker and i.counts_on] == ["8."]


def test_a_number_without_its_stop_is_proved_by_its_neighbours() -> None:
    lines = ["101. Urges all;", "(a) Lamps;", "102 Notes the moths;", "103. Decides to rest."]
    assert numbers(lines) == ["101.", "(a)", "102", "103."]
    assert [item.printed for item in found(lines)][2] == "Notes the moths;"
    assert [item.counts_on for item in found(lines)] == [False, False, True, True]


@pytest.mark.parametrize(
    "lines",
    [
        ["101. Urges all;", "102 moths were kept;", "102. Decides to rest."],
        ["101. Urges all;", "99 moths were kept;", "103. Decides to rest."],
        ["101. Urges all;", "102 moths were kept;", "102 lamps too;", "103. Decides to rest."],
        ["101. Urges all;", "102 moths were kept;"],
    ],
)
def test_other_numbers_at_the_start_belong_to_the_text(lines: list[str]) -> None:
    assert all(marker.endswith(".") for marker in numbers(lines))


@pytest.mark.parametrize("form", ["{} ", "{}\u00b0 ", "{}, "])
def test_sentences_that_count_from_one_are_numbered_where_no_number_has_a_stop(form: str) -> None:
    lines = [form.format(1) + "Urges all:", "(a) Lamps;", form.format(2) + "Decides to rest."]
    assert numbers(lines) == [form.format(1).strip(), "(a)", form.format(2).strip()]


@pytest.mark.parametrize(
    "lines",
    [
        ["1 Urges all;", "3 Decides to rest."],
        ["1 moth", "2 lamps"],  # rows of a table
        ["1 Urges all;", "2 moths were kept;", "1. Decides to rest."],
    ],
)
def test_other_numbers_without_a_stop_are_no_series(lines: list[str]) -> None:
    assert all(marker.endswith(".") for marker in numbers(lines))


LONG = "Extension of the night " + "and of the hours before and after it " * 10 + "(“the Night”)"


def kinds(lines: list[str]) -> list[str]:
    return [item.kind for item in found(lines)]


def test_what_no_mark_ends_between_two_that_count_on_is_a_heading() -> None:
    assert len(LONG) > 250
    assert kinds(["5. Urges all;", LONG, "6. Decides."]) == ["numbered", "heading", "numbered"]


@pytest.mark.parametrize(
    "lines",
    [
        ["5. Urges all;", LONG + ".", "6. Decides."],
        ["5. Urges all;", LONG, "8. Decides."],
        ["5. Urges all to", LONG, "6. Decides."],
        ["5. Urges all;", LONG.lower(), "6. Decides."],
    ],
)
def test_other_long_texts_are_none(lines: list[str]) -> None:
    assert kinds(lines) == ["numbered", "text", "numbered"]
