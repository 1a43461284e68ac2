from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.language import load
from an2un.wording.numerals import counted, han, latin, roman, write_roman


@given(st.integers(1, 3999))
def test_roman_both_ways(number: int) -> None:
    assert roman(write_roman(number)) == number
    assert roman(write_roman(number).upper()) == number


@pytest.mark.parametrize("text", ["", "iiii", "iXv", "ic", "one"])
def test_no_roman_numeral(text: str) -> None:
    assert roman(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("七十五", 75),
        ("一百零二", 102),
        ("二〇", 20),
        ("灯", None),
    ],
)
def test_han(text: str, number: int | None) -> None:
    assert han(text) == number


def test_latin_letters() -> None:
    assert [latin(text) for text in ("a", "z", "aa", "bb", "ab", "ba", "abc")] == [
        1, 26, 27, 28, 28, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("i", {"roman": 1, "latin": 9, "spanish": 9}),
        ("II", {"capital roman": 2, "capital latin": 35, "capital spanish": 36}),
        ("12 bis", {"decimal": 12}),
        ("aa", {"latin": 27, "spanish": 28}),
        ("ñ", {"spanish": 15}),
        ("с", {"latin": 3, "spanish": 3, "cyrillic": 17}),
        ("十一", {"chinese": 11}),
        ("ب", {"arabic": 2}),
        ("يأ", {"arabic": 11}),
        ("lamp", {}),
    ],
)
def test_every_way_to_read_a_counter(body: str, values: dict[str, int]) -> None:
    assert dict(counted(body)) == values


@pytest.mark.parametrize(
    ("code", "text", "series", "number"),
    [
        ("ar", "ثانيا", "adverb", 2),
        ("ar", "ألف -", "letter", 1),
        ("ar", "حادي عشر", "adverb", 11),
        ("ar", "حاديا وعشرين", "adverb", 21),
        ("ar", "ثلاثون", "adverb", 30),
    ],
)
def test_numbers_of_headings_in_words(code: str, text: str, series: str, number: int) -> None:
    assert load(code).spelled(text) == (series, number)


@pytest.mark.parametrize(("code", "text"), [("ar", "ألف - المنارات"), ("en", "A"), ("ar", "")])
def test_other_words_are_no_numbers_of_headings(code: str, text: str) -> None:
    assert load(code).spelled(text) is None
