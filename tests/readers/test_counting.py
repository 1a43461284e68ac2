"""Numbers in the formats of lists."""

from __future__ import annotations

import pytest

from an2un.readers.counting import printed


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("decimal", {0: "0", 1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("none", {3: ""}),
        ("lowerRoman", {4: "iv", 14: "xiv", 1999: "mcmxcix", 4000: "4000"}),
        ("upperRoman", {9: "IX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B"}),
        ("russianLower", {1: "а", 10: "к", 29: "аа"}),
        ("arabicAlpha", {1: "أ", 3: "ت"}),
        ("arabicAbjad", {1: "أ", 3: "ج", 11: "ك"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 23: "二十三", 105: "一百零五"}),
        ("japaneseCounting", {210: "二百一十"}),
        ("chineseLegalSimplified", {12: "拾贰"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("ideographDigital", {105: "一〇五"}),
        ("ideographTraditional", {1: "甲", 11: "甲"}),
        ("decimalFullWidth", {12: "\uff11\uff12"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st"}),
        ("hex", {26: "1A"}),
        ("numberInDash", {4: "- 4 -"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("noSuchFormat", {7: "7"}),
    ],
)  # fmt: skip
def test_a_number_in_a_format(format: str, shown: dict[int, str]) -> None:
    assert {count: printed(count, format) for count in shown} == shown


@pytest.mark.parametrize(
    "format", ["lowerLetter", "chineseCounting", "lowerRoman", "decimalEnclosedCircle"]
)
@pytest.mark.parametrize("count", [-5, 0, 10**9])
def test_no_number_is_too_odd(format: str, count: int) -> None:
    assert len(printed(count, format)) < 30
