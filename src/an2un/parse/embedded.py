"""Texts within the text: a draft that a council recommends for adoption, printed whole.

1. Recommends to the General Assembly the adoption of the following draft resolution:
   The General Assembly,
   Recalling …,
   1. Decides …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.parse.kinds import Tagged

_TITLES = 3  # headings that may stand above the formula of a draft: its number, its title


class Stretch(NamedTuple):
    """Where a text stands within the text: its titles from `start` on, then `formula` to `end`."""

    start: int
    formula: int
    end: int


def embedded(tagged: Sequence[Tagged]) -> Iterator[Stretch]:
    """Yield the texts that paragraphs ending with a colon introduce and that open with a formula.

    tagged: the operative part. Such a text runs to the end, or to the paragraph whose number goes
    on with that of the introduction: and not with its own, or behind the full stop that only the
    last paragraph of a resolution has.
    """
    at = 0
    while at < len(tagged):
        start, at = at + 1, at + 1
        if tagged[start - 1].kind not in ("text", "numbered") or not tagged[start - 1].introduces:
            continue
        formula = start
        while formula < len(tagged) and formula - start <= _TITLES and _is_title(tagged[formula]):
            formula += 1
        if formula < len(tagged) and tagged[formula].kind == "formula":
            at = _end(tagged, formula, tagged[start - 1].number)
            yield Stretch(start, formula, at)


def _is_title(item: Tagged) -> bool:
    return item.kind in ("heading", "section")


def _end(tagged: Sequence[Tagged], formula: int, outer: int) -> int:
    """Return where the outer text goes on: at its next number, if that is not the next within."""
    last = 0
    for index in range(formula, len(tagged)):
        number = tagged[index].number
        full = tagged[index - 1].printed.endswith((".", "\u3002"))
        if number and outer and number == outer + 1 and (full or number != last + 1):
            return index
        last = number or last
    return len(tagged)
