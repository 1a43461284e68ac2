"""Labels of headings that their sequence proves."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.headings import labelled
from tests.parse.stages import tagged_lines


def labels(headings: list[str], language: str) -> list[tuple[str, str]]:
    """Return label and words of headings, each of them above a paragraph."""
    lines = [line for heading in headings for line in (heading, "1. Decides to act;")]
    found = labelled(tagged_lines(lines, language), load(language))
    return [
        (item.block.text[: item.label.end].rstrip() if item.label else "", item.printed)
        for item in found
        if item.kind in ("section", "heading")
    ]


@pytest.mark.parametrize(
    ("headings", "language", "expected"),
    [
        (
            ["A Quiet nights", "B Dark skies", "C Few lamps"],
            "en",
            [("A", "Quiet nights"), ("B", "Dark skies"), ("C", "Few lamps")],
        ),
        (["A Quiet nights", "B. Dark skies"], "en", [("A", "Quiet nights"), ("B.", "Dark skies")]),
        (["A quiet night", "B Dark skies"], "en", [("", "A quiet night"), ("", "B Dark skies")]),
        (
            ["一灯塔", "二渔业", "三“静夜”"],
            "zh",
            [("一", "灯塔"), ("二", "渔业"), ("三", "“静夜”")],
        ),
        (
            ["一", "一般准则", "二", "灯塔"],
            "zh",
            [("一", ""), ("", "一般准则"), ("二", ""), ("", "灯塔")],
        ),
        (
            ["أولا المنارات", "ثانيا المصائد", "ثالثا الليالي"],
            "ar",
            [("أولا", "المنارات"), ("ثانيا", "المصائد"), ("ثالثا", "الليالي")],
        ),
        (
            ["أولا - المنارات", "ثانيا - المصائد", "ثالثا - الليالي"],
            "ar",
            [("", "أولا - المنارات"), ("", "ثانيا - المصائد"), ("", "ثالثا - الليالي")],
        ),
    ],
)
def test_labels_that_count_on(
    headings: list[str], language: str, expected: list[tuple[str, str]]
) -> None:
    assert labels(headings, language) == expected


def test_i_behind_h_is_a_letter_where_no_numeral_is_due() -> None:
    letters = [f"{letter}. Quiet nights" for letter in "ABCDEFGHIJ"]
    for section in ("III. Lamps", "三、灯塔"):
        lines = [line for heading in (section, *letters) for line in (heading, "1. Decides;")]
        found = labelled(tagged_lines(lines, "en"), load("en"))
        assert [item.label.kind for item in found if item.label] == ["section", *["title"] * 10]


def test_a_numeral_below_the_formula_of_a_lettered_resolution_stays_one() -> None:
    lines = ["H", "The General Assembly,", "I. Moths", "1. Decides to act."]
    found = labelled(tagged_lines(lines, "en"), load("en"))
    assert [item.label.style for item in found if item.label] == ["letter", "roman"]


@pytest.mark.parametrize("above", [["A. Lamps"], ["IV. Lamps", "H. Nights", "V. Skies"]])
def test_a_numeral_that_follows_no_letter_stays_one(above: list[str]) -> None:
    lines = [line for heading in (*above, "I. Moths") for line in (heading, "1. Decides;")]
    found = labelled(tagged_lines(lines, "en"), load("en"))
    assert [item.label.style for item in found if item.label][-1] == "roman"


def test_an_annex_counts_its_headings_anew() -> None:
    lines = ["H. Lamps", "1. Decides to act.", "Annex II", "I. Moths", "1. Moths are kept."]
    found = labelled(tagged_lines(lines, "en"), load("en"))
    assert [item.label.style for item in found if item.label] == ["letter", "roman"]


def test_the_sequence_proves_a_heading_of_unusual_length() -> None:
    long = "Quiet nights and dark skies for the moths of all " + "remote and not so remote " * 9
    headings = ["A. Lamps", f"B. {long}islands", "C. Moths"]
    assert [label for label, _ in labels(headings, "en")] == ["A.", "B.", "C."]
    assert [label for label, _ in labels(["A. Lamps", f"C. {long}islands"], "en")] == ["A."]


def test_a_letter_alone_proves_nothing() -> None:
    assert labels(["A Quiet nights", "Dark skies"], "en") == [
        ("", "A Quiet nights"),
        ("", "Dark skies"),
    ]
