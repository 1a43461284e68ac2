"""Numbers as the United Nations prints them: counters of paragraphs and ordinals in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from an2un.wording.fold import fold

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_HAN = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100}
HAN_SIGNS = "".join((*_HAN, *_HAN_UNITS))
"""What Chinese numerals are written with."""


@lru_cache(maxsize=1024)  # most words in capitals that are asked about are the same few
def roman(text: str) -> int | None:
    """Return the value of a Roman numeral of one case (`xiv`), None if it is none."""
    if not text or not (text.islower() or text.isupper()):
        return None
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if 0 not in values and write_roman(total) == text.lower() else None


def write_roman(value: int) -> str:
    """Return a number from 1 to 3999 in lower-case Roman letters."""
    out = ""
    for sign, worth in (
        ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
        ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ):  # fmt: skip
        count, value = divmod(value, worth)
        out += sign * count
    return out


def han(text: str) -> int | None:
    """Return the value of a Chinese numeral below 1,000 (`七十五`, `一百零二`, `二〇`)."""
    if not text or any(c not in _HAN and c not in _HAN_UNITS for c in text):
        return None
    if all(c in _HAN for c in text):
        return int("".join(str(_HAN[c]) for c in text))
    total, digit = 0, 0
    for character in text:
        if character in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        else:
            digit = _HAN[character]
    return total + digit


def latin(text: str, letters: str = "abcdefghijklmnopqrstuvwxyz") -> int | None:
    """Return the place of `a` … `z`; behind `z` come `aa`, `bb` … or `aa`, `ab` …."""
    places = [letters.find(letter) for letter in text]
    if not places or min(places) < 0 or len(places) > 2:
        return None
    if len(places) == 1:
        return places[0] + 1
    if places[0] not in (0, places[1]):
        return None
    return len(letters) + places[1] + 1


# Letters in the orders in which the United Nations counts points; Arabic ones by the abjad.
ORDERS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "spanish": "abcdefghijklmnñopqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщэюя",
    "arabic": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
_ARABIC_SHAPES = str.maketrans({"ا": "أ", "إ": "أ", "آ": "أ", "ـ": "", "ى": "ي"})
# Latin and Cyrillic letters of one shape, both ways.
_TWINS = str.maketrans("acekmoptxy" + "асекмортху", "асекмортху" + "acekmoptxy")
_LAST_ROMAN = 99  # beyond it c, d and m are letters


def counted(body: str, orders: Mapping[str, str] = ORDERS) -> list[tuple[str, int]]:
    """Return every way to read a counter, the inside of a marker, with its value there.

    Ways are `decimal`, `roman`, `chinese` and the names of `orders`, with `capital ` before those
    of capital letters. Behind the last letter come doubled ones; in Arabic tens with ones.
    """
    digits = re.match(r"\d+", body)
    if digits:
        return [("decimal", int(digits.group()))]
    lower = body.lower()
    case = "" if lower == body else "capital "
    found = [(case + "roman", number)] if 0 < (number := roman(lower) or 0) <= _LAST_ROMAN else []
    if value := han(body):
        found.append(("chinese", value))
    shaped = lower.translate(_ARABIC_SHAPES).replace(" ", "")
    for name, letters in orders.items():
        value = _place(shaped, letters) or (name == "arabic" and _pair(shaped, letters))
        if value:
            found.append((case + name, value))
    return found


def _place(shaped: str, letters: str) -> int:
    """Return the place of a letter, single or doubled, in an order; 0 if it is not of it."""
    if len(shaped) == 1 and shaped not in letters:
        shaped = shaped.translate(_TWINS)  # typed in the other script: the eye sees no difference
    if not shaped or shaped[0] not in letters or shaped != shaped[0] * len(shaped):
        return 0
    return letters.index(shaped[0]) + 1 + len(letters) * (len(shaped) - 1)


def _pair(shaped: str, letters: str) -> int:
    """Return the number of two Arabic letters that count on: ten and one, ten and two; or 0."""
    if len(shaped) != 2 or shaped[0] not in letters[9:] or shaped[1] not in letters[:9]:
        return 0
    return (letters.index(shaped[0]) - 8) * 10 + letters.index(shaped[1]) + 1


class Spelled(NamedTuple):
    """The number of a heading in words: whether in place of a letter or a numeral, and its value.

    series  "letter" (`باء` for B) or "adverb" (`ثانيا` for II)
    """

    series: Literal["letter", "adverb"]
    value: int


LONGEST_SPELLED = 24  # characters with the dash behind them; the longest number in words has 12


def spelled_numbers(letter: Sequence[str], adverb: Sequence[str]) -> Mapping[str, Spelled]:
    """Return the numbers of headings by their words, folded.

    The words are given in order, those of one number with a stroke between them.
    """
    series: dict[Literal["letter", "adverb"], Sequence[str]] = {"letter": letter, "adverb": adverb}
    return {
        fold(word): Spelled(name, place)
        for name, numbers in series.items()
        for place, words in enumerate(numbers, 1)
        for word in words.split("/")
    }


class Ordinals:
    """Ordinal numbers in words, put together from the words of a table (`seventy` + `eighth`)."""

    def __init__(self, words: Mapping[str, int], fillers: Sequence[str], suffixes: Sequence[str]):
        self.values = {fold(word): number for word, number in words.items()}
        self.values.update((fold(filler), 0) for filler in fillers)
        self.longest = max(map(len, self.values), default=0)
        self.suffixes = sorted((fold(suffix) for suffix in suffixes), key=len, reverse=True)

    def value(self, text: str) -> int | None:
        """Return the number of an ordinal or cardinal in words, digits or Chinese numerals."""
        flat = fold(text)
        digits = re.match(r"\d{1,4}", flat)
        if digits:
            rest = flat[digits.end() :]
            return int(digits.group()) if rest == "" or rest in self.suffixes else None
        number = han(flat)
        return number if number is not None else self._words(flat)

    def _words(self, flat: str) -> int | None:
        total, at = 0, 0
        while at < len(flat):
            for size in range(min(self.longest, len(flat) - at), 0, -1):
                number = self.values.get(flat[at : at + size])
                if number is not None:
                    break
            else:
                return None
            total = total * 100 if number == 100 and 0 < total < 10 else total + number
            at += size
        return total or None
