"""Printed numbers and letters as values, a whole row of them at once.

"(i)" is the Roman one or the ninth letter; only its neighbours tell. A row is right if some way of
counting reads it without a gap.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from an2un.wording.numerals import ORDERS, counted

_PLAIN = re.compile(r"(\d{1,4})(?:\s*[.:\-–—、．。])?")
_SIGNS = "()[].:;،,-–—、．。（） \u200e\u200f\u0640"

# Letters of lists that were not made by the rules of the United Nations are in other orders, too.
_ORDERS = ORDERS | {
    "cyrillic, all": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "cyrillic, й": "абвгдежзийклмнопрстуфхцчшщэюя",
    "arabic, dictionary": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabic, of 26": ORDERS["arabic"][:26],  # beside a Latin list, doubled behind the 26th: (أ أ)
}


class Break(NamedTuple):
    """Where a row of numbers breaks, and what should stand there ("" if no one can say)."""

    at: int
    expected: str


@lru_cache(maxsize=2048)
def plain_number(printed: str) -> int:
    """Return the value of "1.", "12", "٣ -"; 0 for anything with brackets or letters."""
    match = _PLAIN.fullmatch(printed.strip(" \u200e\u200f\u00a0"))
    return int(match[1]) if match else 0


def first_break(printed: list[str], last: str = "") -> Break | None:
    """Return where a row of printed numbers first skips or repeats; None if it counts on.

    last  the number before the row, "" if there is none: the row may continue it or begin anew

    Rows that mix signs no one counts by (dashes, bullets) are not judged.
    """
    if not printed:
        return None
    readings = [_readings(text) for text in printed]
    if not all(readings):
        return None
    continued = _readings(last) if last else {}
    best: Break | None = None
    for way, start in readings[0].items():
        at = _run(readings, way, start)
        begins = start == 1 or 0 < continued.get(way, 0) < start
        if at == len(printed) and begins:
            return None
        fault = Break(0, "") if not begins else Break(at, _spelled(way, start + at, printed[0]))
        if best is None or fault.at > best.at:
            best = fault
    return best


def _run(readings: list[dict[str, int]], way: str, start: int) -> int:
    """Return how many members of the row count on from the start in one way of counting."""
    for at, reading in enumerate(readings):
        if reading.get(way) != start + at:
            return at
    return len(readings)


@lru_cache(maxsize=2048)
def _readings(text: str) -> dict[str, int]:
    """Return the value of a printed number by way of counting."""
    token = unicodedata.normalize("NFKC", text[:60]).strip(_SIGNS)
    words = token.split(" ")
    letters = all(len(word) == 1 for word in words)  # (أ أ), the 27th, set apart
    last = ("".join(words) if letters else words[-1]).strip(_SIGNS).lower()
    return dict(counted(last, _ORDERS))


def _spelled(way: str, value: int, like: str) -> str:
    """Spell a value as its row does; "" where that is not plain."""
    if way == "decimal":
        return str(value)
    letters = _ORDERS.get(way, "")
    if value > len(letters):
        return ""
    letter = letters[value - 1]
    return letter.upper() if like.strip(_SIGNS).isupper() else letter
