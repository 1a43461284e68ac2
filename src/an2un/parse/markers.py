"""The sequence of printed markers to levels: what (i) means is never decided on sight.

A marker can be read in several ways (`wording.markers`); of all readings of a sequence the one with
the fewest breaks in the numbering wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from an2un.wording.markers import Marker, Reading, twin


class Place(NamedTuple):
    """What stands around a marker that its sequence alone does not tell.

    opened     whether the text before it ends with a colon, as the text above an enumeration does
    counts_on  whether it is the next number of the text's paragraphs, headings or not between them
    """

    opened: bool = False
    counts_on: bool = False


class _State(NamedTuple):
    """One reading of the sequence so far: open enumerations, and the levels chosen."""

    cost: float
    open: tuple[Reading, ...]
    trail: tuple[object, ...]  # (level, previous trail)


_BEAM = 8


def levels(markers: Sequence[Marker], places: Sequence[Place]) -> tuple[int, ...]:
    """Return the level of each marker of a stretch of text (0 = outermost).

    places: where each marker stands. The reading with the least cost wins: going on costs nothing,
    a deeper enumeration that starts with one a little, gaps and repetitions more.
    """
    if _count_on(markers):
        return (0,) * len(markers)
    states = [_State(0.0, (), ())]
    for marker, place in zip(markers, places, strict=True):
        states = _advance(states, marker, place)
    result: list[int] = []
    trail = states[0].trail
    while trail:
        level, trail = trail  # type: ignore[assignment]
        result.append(level)  # type: ignore[arg-type]
    return tuple(reversed(result))


def _count_on(markers: Sequence[Marker]) -> bool:
    """Say whether markers can be read in one way only and count on: that costs nothing."""
    if any(len(marker.readings) != 1 for marker in markers):
        return False
    return all(
        after.style == before.style and after.value == before.value + 1
        for (before,), (after,) in pairwise(marker.readings for marker in markers)
    )


def _advance(states: list[_State], marker: Marker, place: Place) -> list[_State]:
    best: dict[tuple[Reading, ...], _State] = {}
    inserted = marker.inserted
    for above, around, trail in states:
        for reading in marker.readings:
            for level, cost in _options(around, reading, place, inserted=inserted):
                stack = (*around[:level], reading)
                total = above + cost
                known = best.get(stack)
                if known is None or total < known.cost:
                    best[stack] = _State(total, stack, (level, trail))
    return sorted(best.values(), key=itemgetter(0))[:_BEAM]  # by cost


def _options(
    stack: tuple[Reading, ...], reading: Reading, place: Place, *, inserted: bool
) -> list[tuple[int, float]]:
    """Return the levels a reading may take under the open enumerations, each with its cost.

    inserted: whether it stands behind another of its number, as (a bis) does behind (a).
    """
    style, value = reading
    options: list[tuple[int, float]] = []
    bracketed: list[tuple[int, float]] = []
    other = twin(style)  # the brackets may change inside an enumeration
    for level, (own, last) in enumerate(stack):
        if own == style:
            again = inserted and value == last
            options.append((level, 0.0 if again else _going_on(last, value)))
        elif own == other and value == last + 1:
            bracketed.append((level, _OTHER_BRACKETS))
    deeper = 0.4 if value <= 1 else 4.0 + min(value, 20) * 0.05
    deeper += 0.0 if place.opened or not stack else 1.2
    if options:
        deeper += 2.0
    options.append((len(stack), deeper))
    if stack:  # another outermost enumeration of another style
        options.append((0, _GOING_ON if place.counts_on else deeper + 2.5))
    return options + bracketed


_OTHER_BRACKETS = 1.0
_GOING_ON = 1.0  # with the paragraphs of the text, behind points that stand under a heading


def _going_on(last: int, value: int) -> float:
    if value in (last + 1, 0):
        return 0.0
    if value > last + 1:
        return 2.5 + min(value - last, 20) * 0.1
    return 2.0 if value == last else 3.0 if value == 1 else 6.0
