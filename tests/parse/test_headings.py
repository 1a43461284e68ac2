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


def test_a_letter_alone_proves_nothing() -> None:
    assert labels(["A Quiet nights", "Dark skies"], "en") == [
        ("", "A Quiet nights"),
        ("", "Dark skies"),
    ]
