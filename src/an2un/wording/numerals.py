"""Numbers as the United Nations prints them: counters of paragraphs and ordinals in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from an2un.wording.fold import fold

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_HAN = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100}
# Cyrillic letters that look like Latin ones and are typed in their place
_LOOKALIKE = str.maketrans("аАсСеЕіІмМхХорвВ", "aAcCeEiImMxXopbB")
_MARKER = re.compile(
    r"\s*(?P<open>[(（\[]|['‘’`\"“”])?\s*(?P<body>[^\W_]{1,15}(?:[ \xa0][^\W\d_]{1,6})?\u0640?)\s*"
    r"(?P<close>[)）\].．、–—-]|['‘’`\"“”])?"
)


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


@dataclass(frozen=True, slots=True)
class Counter:
    """A style of numbering: `form` with `{}` for the number, and the series it counts in.

    `alphabet` is `decimal`, `lowerRoman`, `upperRoman`, `lowerLatin`, `upperLatin`, `han`,
    `bullet`, or the name of a series of the language file (`arabicLetter`, `arabicAdverb`).
    """

    form: str
    alphabet: str


class Reading(NamedTuple):
    """One way to read a printed marker: its style, value and length."""

    counter: Counter
    value: int
    end: int


def value(alphabet: str, text: str, series: Mapping[str, Mapping[str, int]]) -> int | None:
    """Return the number that `text` stands for in an alphabet, None if it is none of it.

    `series` gives the alphabets of the language: folded word or letter to number.
    """
    if alphabet in series:
        return series[alphabet].get(fold(text))
    if alphabet == "decimal":
        return int(text) if text.isdecimal() and len(text) <= 4 else None
    if alphabet == "han":
        return han(unicodedata.normalize("NFKC", text))
    text = text.translate(_LOOKALIKE)
    fits = text.islower() if alphabet.startswith("lower") else text.isupper()
    if not text.isascii() or not fits:
        return None
    if alphabet.endswith("Roman"):
        return roman(text)
    return latin(text.lower()) if len(text) == 1 or alphabet == "lowerLatin" else None


class Markers:
    """The numbering styles of one language, and the reading of a marker at a text's start."""

    def __init__(
        self, counters: Sequence[Counter], series: Mapping[str, Mapping[str, int]]
    ) -> None:
        self.counters = tuple(counters)
        self.series = series

    def read(self, text: str) -> tuple[Reading, ...]:
        """Return every reading of the marker `text` begins with; a blank or the end follows it.

        A form ending in a letter slot (`{}`: a bare numeral) needs the whole text.
        """
        start = len(text) - len(text.lstrip())
        sign = unicodedata.normalize("NFKC", text[start : start + 1])
        if len(sign) > 2 and sign[0] == "(":  # ㈠ and ⑴ are one character
            return self._readings(sign, sign, start + 1)
        match = _MARKER.match(text)
        return self._readings(match.group(), text, match.end()) if match else ()

    def _readings(self, marker: str, text: str, end: int) -> tuple[Reading, ...]:
        match = _MARKER.match(marker)
        if match is None:
            return ()
        found: list[Reading] = []
        for counter in self.counters:
            body = _body(counter.form, match)
            if body is None or not _free(text, match.end(), counter.form):
                continue
            number = value(counter.alphabet, body, self.series)
            if number is not None:
                found.append(Reading(counter, number, end))
        return tuple(found)


_KINDS = {
    **dict.fromkeys("(（[", "("), **dict.fromkeys(")）]", ")"), **dict.fromkeys("'‘’`\"“”", "'"),
    **dict.fromkeys(".．", "."), "、": "、", **dict.fromkeys("–—-", "-"),
}  # fmt: skip


def _body(form: str, match: re.Match[str]) -> str | None:
    """Return the number inside a marker if its signs are those of `form`."""
    before, _, after = form.replace(" ", "").partition("{}")
    opened = _KINDS.get(match["open"] or "", "")
    closed = _KINDS.get(match["close"] or "", "")
    return match["body"] if (opened, closed) == (before, after) else None


def _free(text: str, end: int, form: str) -> bool:
    """Whether a marker may end at `end`: a bare numeral only where the text ends."""
    if form.endswith("{}"):
        return not text[end:].strip()
    return end >= len(text) or not text[end].isdecimal()


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
