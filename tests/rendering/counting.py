"""Printed numbers as a word processor counts them: `(b)` is the second of `(%1)` in letters.

The formats are those of ECMA-376 part 1, 17.18.59.
"""

from __future__ import annotations

from typing import NamedTuple

_ALPHABETS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "ideographEnclosedCircle": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
}
_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
_FORMATS = ("decimal", "lowerRoman", "upperRoman", *_ALPHABETS, "chineseCounting")
_DIGITS = "一二三四五六七八九"
_MOST = 99  # the highest number looked for


class Count(NamedTuple):
    """A printed number: its format, the text around it with %s for the number, its value."""

    format: str
    template: str
    value: int


def printed(value: int, format: str) -> str:
    """Return a number in a format, "" where the format has no such number."""
    if format == "decimal":
        return str(value)
    if format.endswith("Roman"):
        roman = _roman(value)
        return roman if format == "lowerRoman" else roman.upper()
    if format == "chineseCounting":
        tens, ones = divmod(value, 10)
        ten = ("" if tens < 2 else _DIGITS[tens - 1]) + "十" if tens else ""
        return ten + (_DIGITS[ones - 1] if ones else "")
    letters = _ALPHABETS[format]
    return letters[value - 1] if value <= len(letters) else ""


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


_VALUES = {
    text: [
        (format, value)
        for format in _FORMATS
        for value in range(1, _MOST + 1)
        if printed(value, format) == text
    ]
    for text in {printed(value, format) for format in _FORMATS for value in range(1, _MOST + 1)}
    if text
}


def counts(marker: str) -> list[Count]:
    """Return every way to count a printed number; none where it has to be typed."""
    start, end = 0, len(marker)
    while start < end and not marker[start].isalnum():
        start += 1
    while end > start and not marker[end - 1].isalnum():
        end -= 1
    around = f"{marker[:start]}%s{marker[end:]}"
    return [Count(format, around, value) for format, value in _VALUES.get(marker[start:end], [])]
