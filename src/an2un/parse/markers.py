"""Printed markers to levels: what (i) means is decided by the whole sequence, never on sight.

A marker is read in every way its characters allow (`(i)` is Roman one and Latin nine), and of all
readings of a sequence the one with the fewest breaks in the numbering wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


class Reading(NamedTuple):
    """One way to read a marker: its style (form and alphabet) and its value in that alphabet."""

    style: str
    value: int


class Marker(NamedTuple):
    """A marker as printed and its readings; `end` counts its characters and the blank behind."""

    text: str
    end: int
    readings: tuple[Reading, ...]


_LETTERS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "spanish": "abcdefghijklmn\u00f1opqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщэюя",
    # The order of the abjad, in which the United Nations counts Arabic points.
    "arabic": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
_ARABIC_SHAPES = str.maketrans({"\u0627": "\u0623", "\u0640": "", "\u0649": "\u064a"})
# Latin and Cyrillic letters of one shape, both ways.
_TWINS = str.maketrans("acekmoptxy" + "асекмортху", "асекмортху" + "acekmoptxy")
_CHINESE = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
_ENCLOSED = {  # first character of a run of enclosed numbers -> how many follow
    "\u2460": 20, "\u2474": 20, "\u3220": 10, "\u2776": 10, "\u249c": 26,
}  # fmt: skip
_COUNTER = (
    r"\d{1,3}|[A-Za-z\u00f1]{1,2}|[ivxlcIVXLC]{1,7}|[\u0430-\u044f]{1,2}"
    r"|[\u0621-\u064a]\u0640?(?:[ ]?[\u0621-\u064a])?\u0640?"
    rf"|[{_CHINESE}\u5341]{{1,3}}"
)
_MARKER = re.compile(
    rf"""(?:
      (?P<dot>\d{{1,3}}(?:[ ]?(?:bis|ter|quater))?)[ ]?[.\uff0e](?![\d/])
    | (?P<paren>[(\uff08][ ]?(?P<in_paren>{_COUNTER})(?:[ ](?:bis|ter))?[ ]?[)\uff09])
    | (?P<half>{_COUNTER})(?:[ ](?:bis|ter))?[)\uff09](?=\s|$|[^\x00-\x7f])
    | (?P<quote>['\u2018\u2019`][ ]?(?P<in_quote>\d{{1,2}})[ ]?['\u2018\u2019])
    | (?P<dash>\d{{1,3}})[ ]?[-\u2013\u2014](?=\s|$)
    | (?P<stop>[{_CHINESE}\u5341]{{1,3}})\u3001
    | (?P<letter>[a-z]|[ivx]{{2,6}})\.(?=\s)
    | (?P<enclosed>[\u2460-\u24b5\u3220-\u3229\u2776-\u277f])
    | (?P<bullet>[\u2022\u00b7\u25aa\u2023\u25cf\u25cb\uf0b7\u2219\u2013\u2014-](?=\s))
    )\s*""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def read_marker(text: str) -> Marker | None:
    """Return the marker at the start of a paragraph, None if it starts with none.

    Understands 1. / 1 bis. / (a) / a) / (ii) / ‘1’ / 1 - / 一、 / ㈠ / a. / bullets and dashes,
    with Latin, Roman, Cyrillic, Arabic (abjad) and Chinese counters.
    """
    match = _MARKER.match(text)
    if match is None:
        return None
    form = next(name for name in _FORMS if match.group(name) is not None)
    body = match.group(_FORMS[form])
    readings = _readings(form, body)
    if not readings:
        return None
    return Marker(match.group().rstrip(), match.end(), readings)


# Which group of the pattern holds the counter of each form.
_FORMS = {
    "dot": "dot", "paren": "in_paren", "half": "half", "quote": "in_quote", "dash": "dash",
    "stop": "stop", "letter": "letter", "enclosed": "enclosed", "bullet": "bullet",
}  # fmt: skip


def marker_end(text: str) -> int:
    """Return how many characters the marker at the start of a text takes, 0 if there is none."""
    marker = read_marker(text)
    return marker.end if marker else 0


@cache
def _readings(form: str, body: str) -> tuple[Reading, ...]:
    if form == "bullet":
        return (Reading("bullet " + body, 0),)
    if form == "enclosed":
        return tuple(
            Reading("enclosed " + first, ord(body) - ord(first) + 1)
            for first, count in _ENCLOSED.items()
            if 0 <= ord(body) - ord(first) < count
        )
    return tuple(Reading(f"{form} {alphabet}", value) for alphabet, value in _values(body))


def _values(body: str) -> list[tuple[str, int]]:
    """Return every alphabet a counter can be read in, with its value there."""
    digits = re.match(r"\d+", body)
    if digits:
        return [("decimal", int(digits.group()))]
    found: list[tuple[str, int]] = []
    lower = body.lower()
    case = "" if lower == body else "capital "
    if _ROMAN.fullmatch(lower):
        found.append((case + "roman", roman_value(lower)))
    if body[0] in _CHINESE + "\u5341":
        found.append(("chinese", chinese_value(body)))
    shaped = lower.translate(_ARABIC_SHAPES).replace(" ", "")
    for alphabet, letters in _LETTERS.items():
        if len(shaped) == 1 and shaped not in letters:
            twin = shaped.translate(_TWINS)  # typed in the other script: the eye sees no difference
            if twin in letters:
                found.append((case + alphabet, letters.index(twin) + 1))
        elif shaped and shaped[0] in letters and shaped == shaped[0] * len(shaped):
            value = letters.index(shaped[0]) + 1 + len(letters) * (len(shaped) - 1)
            found.append((case + alphabet, value))
        elif alphabet == "arabic" and _is_pair(shaped, letters):
            value = (letters.index(shaped[0]) - 8) * 10 + letters.index(shaped[1]) + 1
            found.append((alphabet, value))
    return found


def _is_pair(shaped: str, letters: str) -> bool:
    """Say whether two Arabic letters count on beyond the single ones: ten and one, ten and two."""
    return len(shaped) == 2 and shaped[0] in letters[9:] and shaped[1] in letters[:9]


def roman_value(text: str) -> int:
    """Return the value of a lower-case Roman numeral."""
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = worth[here]
        total += -value if worth.get(after, 0) > value else value
    return total


def chinese_value(text: str) -> int:
    """Return the value of a Chinese numeral below one hundred (二十三 = 23)."""
    tens, ten, ones = text.rpartition("\u5341")
    units = _CHINESE.find(ones) + 1 if ones else 0
    if not ten:
        return units
    return (10 * (_CHINESE.find(tens) + 1) if tens else 10) + units


# ---------------------------------------------------------------------------------------- levels


class _State(NamedTuple):
    """One reading of the sequence so far: open enumerations, and the levels chosen."""

    cost: float
    open: tuple[Reading, ...]
    trail: tuple[object, ...]  # (level, previous trail)


_BEAM = 8


def levels(markers: Sequence[Marker], opened: Sequence[bool]) -> tuple[int, ...]:
    """Return the level of each marker of a stretch of text (0 = outermost).

    opened: for each marker, whether the text before it ends with a colon, as the text above an
    enumeration does. The reading with the least cost wins: going on costs nothing, a deeper
    enumeration that starts with one a little, gaps and repetitions more.
    """
    states = [_State(0.0, (), ())]
    for marker, colon in zip(markers, opened, strict=True):
        states = _advance(states, marker, colon)
    result: list[int] = []
    trail = states[0].trail
    while trail:
        level, trail = trail  # type: ignore[assignment]
        result.append(level)  # type: ignore[arg-type]
    return tuple(reversed(result))


def _advance(states: list[_State], marker: Marker, colon: bool) -> list[_State]:
    best: dict[tuple[Reading, ...], _State] = {}
    for state in states:
        for reading in marker.readings:
            for level, cost in _options(state.open, reading, colon):
                stack = (*state.open[:level], reading)
                total = state.cost + cost
                if stack not in best or total < best[stack].cost:
                    best[stack] = _State(total, stack, (level, state.trail))
    return sorted(best.values(), key=lambda state: state.cost)[:_BEAM]


def _options(stack: tuple[Reading, ...], reading: Reading, colon: bool) -> list[tuple[int, float]]:
    """Return the levels a reading may take under the open enumerations, each with its cost."""
    options = [
        (level, _going_on(last.value, reading.value))
        for level, last in enumerate(stack)
        if last.style == reading.style
    ]
    deeper = 0.4 if reading.value <= 1 else 4.0 + min(reading.value, 20) * 0.05
    deeper += 0.0 if colon or not stack else 1.2
    if options:
        deeper += 2.0
    options.append((len(stack), deeper))
    if stack:  # another outermost enumeration of another style
        options.append((0, deeper + 2.5))
    return options


def _going_on(last: int, value: int) -> float:
    if value in (last + 1, 0):
        return 0.0
    if value > last + 1:
        return 2.5 + min(value - last, 20) * 0.1
    return 2.0 if value == last else 3.0 if value == 1 else 6.0
