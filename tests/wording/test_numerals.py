from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.language import load
from an2un.wording.numerals import han, latin, roman, write_roman


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
    ("code", "text", "readings"),
    [
        ("en", "(i) To paint", {("({})", "lowerLatin", 9), ("({})", "lowerRoman", 1)}),
        ("en", "12. Requests", {("{}.", "decimal", 12)}),
        ("en", "1.5 metres", set()),
        ("en", "II", {("{}", "upperRoman", 2)}),
        ("fr", "b) De peindre", {("{})", "lowerLatin", 2)}),
        (
            "ru",
            "с) покрасить",
            {("{})", "lowerLatin", 3), ("{})", "lowerRoman", 100), ("{})", "cyrillic", 17)},
        ),
        ("zh", "(十一) 灯", {("({})", "han", 11)}),
        ("zh", "㈢ 灯", {("({})", "han", 3)}),
        ("ar", "3 - تطلب", {("{} -", "decimal", 3)}),
        ("ar", "(ب) المنارة", {("({})", "arabicLetter", 2)}),
        ("ar", "‘2’ المنارة", {("'{}'", "decimal", 2)}),
        ("ar", "ثانيا", {("{}", "arabicAdverb", 2)}),
        ("ar", "ألف - المنارات", {("{} -", "arabicName", 1)}),
        ("en", "The lamp", set()),
    ],
)
def test_markers(code: str, text: str, readings: set[tuple[str, str, int]]) -> None:
    found = load(code).markers(text)
    assert {(r.counter.form, r.counter.alphabet, r.value) for r in found} == readings
