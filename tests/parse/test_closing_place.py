"""Where the closing lines stand."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.closing_place import find_closing
from tests.parse.stages import tagged_lines, tagged_of


def test_a_vote_in_one_long_paragraph_closes_the_text() -> None:
    voters = ", ".join(["Kenya", "Peru", "Samoa"] * 40)
    vote = f"[Adopted by a recorded vote of 120 to 2, with 1 abstention. In favour: {voters}]"
    text = f"The General Assembly,\n\n1. Decides to act.\n\n76th plenary meeting\n\n{vote}\n"
    found = find_closing(tagged_of(text, "en"), load("en"))
    assert found is not None
    assert found.end - found.start == 2


@pytest.mark.parametrize(
    "vote",
    [
        ["[اعتمد من دون تصويت.]"],
        ["]اعتمد من دون تصويت.["],
        ["]اعتمد بدون تصويت.", "المؤيدون:", "كينيا، بيرو["],
        ["0 0 0", "]اعتمد دون تصويت.["],
        ["* * *", "[اعتمد دون تصويت.]"],
    ],
)
def test_a_vote_below_ornaments_and_in_mirrored_brackets_closes_the_text(vote: list[str]) -> None:
    lines = ["1- يقرر العمل.", "الجلسة 48", "10 تشرين الأول/أكتوبر 2044", *vote]
    found = find_closing(tagged_lines(lines, "ar"), load("ar"))
    assert found == (1, len(lines))


@pytest.mark.parametrize("closing", ["", "76th plenary meeting\n\n19 December 2044\n\n"])
def test_lines_of_a_page_below_the_text_close_it(closing: str) -> None:
    text = f"The General Assembly,\n\n1. Decides to act\nat once.\n\n2. Waits.\n\n{closing}"
    tagged = tagged_of(f"{text}Back to top | Contact\n\n\nTerms of use\n", "en")
    found = find_closing(tagged, load("en"))
    assert found is not None
    assert tagged[found.start - 1].printed == "Waits."
    assert found.end == len(tagged)


@pytest.mark.parametrize("row", ["- - - - -", "\u2014\u2014\u2014", "* * *", "A99/VR/9"])
def test_a_row_of_signs_or_a_symbol_below_the_text_closes_it(row: str) -> None:
    lines = ["1. Decides to act.", "2. Waits.", row]
    assert find_closing(tagged_lines(lines, "en"), load("en")) == (2, 3)
    dated = [*lines[:2], "76th plenary meeting", "19 December 2044", row]
    assert find_closing(tagged_lines(dated, "en"), load("en")) == (2, 5)


@pytest.mark.parametrize("tail", ["Annex\n\nLamps\n\nKeepers\n", "for all\n", "2. Decides\n"])
def test_an_annex_or_the_rest_of_a_sentence_is_none_of_these(tail: str) -> None:
    text = f"The General Assembly,\n\n1. Decides to act.\n\n{tail}"
    assert find_closing(tagged_of(text, "en"), load("en")) is None
