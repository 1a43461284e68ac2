"""Printed numbers and letters as values, a whole row of them at once.

"(i)" is the Roman one or the ninth letter; only its neighbours tell. A row is right if some way of
counting reads it without a gap.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from an2un.wording.legible import legible
from an2un.wording.numerals import ORDERS, counted, write_roman

_PLAIN = re.compile(r"(\d{1,4})(?:\s*[.:\-–—、．。])?")
_WITH_WORD = re.compile(r"\s*(?:[^\W\d_]{2,}\s|[^\W\d_]+\d)")
_INSERTED = re.compile(
    r"(?:.*\D)?(\d{1,4}) ?([^\W\d_]{0,9})"
)  # 29A; the letter by its name: 29 ألف
_SIGNS = "()[].:;،,-–—、．。（） \u0640"

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
    match = _PLAIN.fullmatch(legible(printed).strip(" \u00a0"))
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
    best: tuple[int, Break] | None = None
    for way, start in sorted(readings[0].items(), key=itemgetter(1)):
        run = _run(readings, way)
        begins = _follows(_NONE, start) or _NONE < continued.get(way, _NONE) < start
        if run == len(printed) and begins:
            return None
        at, before = (run, readings[run - 1][way]) if begins else (0, _NONE)
        if best is None or (at, run) > (best[1].at, best[0]):
            best = (run, Break(at, _spelled(way, before.number + 1, printed[0])))
    return best[1] if best is not None else None


def is_selection(printed: Sequence[str]) -> bool:
    """Tell whether numbers name units of another text: they rise, and pass over some repeatedly.

    One gap is a unit lost. Several are a choice: a budget resolution has something to say on
    sections 9, 11 and 14 of the budget. Only numbers with their word ("Section 9") count.
    """
    readings = [_readings(text) for text in printed if with_word(text)]
    for way in readings[0] if readings else ():
        values = [reading.get(way, _NONE) for reading in readings]
        gaps = sum(not _follows(value, after) for value, after in pairwise((_NONE, *values)))
        if gaps > 1 and all(value < after for value, after in pairwise((_NONE, *values))):
            return True
    return False


def with_word(printed: str) -> bool:
    """Tell whether a printed number says what it counts: "Section 9"."""
    return _WITH_WORD.match(printed) is not None


class _Value(NamedTuple):
    """The value of a printed number: 29A, which was put in behind 29, is 29 and 1."""

    number: int
    inserted: int = 0


_NONE = _Value(0)


def _run(readings: list[dict[str, _Value]], way: str) -> int:
    """Return how many members of the row count on from the first in one way of counting."""
    for at, (reading, after) in enumerate(pairwise(readings), 1):
        if not _follows(reading[way], after.get(way, _NONE)):
            return at
    return len(readings)


def _follows(value: _Value, after: _Value) -> bool:
    """Tell whether a number stands behind another: 4 behind 3, 29B behind 29A, 1 bis behind 1.

    What was put in between is not counted, it only has to rise: 29A may be followed by 29C.
    """
    return after.number == value.number + 1 or (
        after.number == value.number and after.inserted > value.inserted
    )


@lru_cache(maxsize=2048)
def _readings(text: str) -> dict[str, _Value]:
    """Return the value of a printed number by way of counting."""
    token = unicodedata.normalize("NFKC", legible(text[:60])).strip(_SIGNS)
    inserted = _INSERTED.fullmatch(token)
    if inserted:
        places = [place for _, place in counted(inserted[2][:1].lower(), _ORDERS)]
        return {"decimal": _Value(int(inserted[1]), min(places, default=0))}
    words = token.split(" ")
    letters = all(len(word) == 1 for word in words)  # (أ أ), the 27th, set apart
    last = ("".join(words) if letters else words[-1]).strip(_SIGNS).lower()
    return {way: _Value(number) for way, number in counted(last, _ORDERS)}


def _spelled(way: str, value: int, like: str) -> str:
    """Spell a value as its row does; "" where that is not plain."""
    if way == "decimal":
        return str(value)
    letters = _ORDERS.get(way, "")
    if way == "roman":
        spelled = write_roman(value)
    else:
        spelled = letters[value - 1] if value <= len(letters) else ""
    return spelled.upper() if like.strip(_SIGNS).split(" ")[-1].isupper() else spelled
