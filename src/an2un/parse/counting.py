"""Numbered paragraphs as one series through the text, headings or not between them.

Which of them counts on tells points under a heading from the paragraph that follows them. Where one
number is wanting and a paragraph begins with it, without its stop, that is its number: `102 Urges`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from an2un.parse.kinds import PARAGRAPHS, Tagged
from an2un.record import replace
from an2un.wording.markers import Marker, Reading

_BARE = re.compile(r"(\d{1,3})[ \u00a0\t]+(?=\S)")


def counted(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, numbers without a stop read, each told whether it counts on."""
    found = _restored(tagged)
    last = 0
    for index, item in enumerate(found):
        number = _number(item)
        if number is None:
            continue
        if 0 < last == number - 1:
            found[index] = replace(item, counts_on=True)
        last = number
    return found


def _number(item: Tagged) -> int | None:
    """Return the number of a numbered paragraph, None for others and for points."""
    reading = item.marker.readings[0] if item.marker is not None else None
    return reading.value if reading is not None and reading.style in PARAGRAPHS else None


def _restored(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, those numbered that begin with the one number wanting there."""
    found = list(tagged)
    numbers = [(place, n) for place, item in enumerate(tagged) if (n := _number(item)) is not None]
    for (start, before), (end, after) in pairwise(numbers):
        if after != before + 2:
            continue
        bare = [at for at in range(start + 1, end) if _begins(tagged[at], before + 1)]
        if len(bare) == 1:
            found[bare[0]] = _numbered(tagged[bare[0]], before + 1)
    return found


def _begins(item: Tagged, number: int) -> bool:
    match = _BARE.match(item.printed) if item.kind in ("text", "heading") else None
    called = match is not None and any(call.start < match.end() for call in item.text.calls)
    return match is not None and int(match.group(1)) == number and not called


def _numbered(item: Tagged, number: int) -> Tagged:
    end = match.end() if (match := _BARE.match(item.printed)) else 0
    marker = Marker(item.printed[:end].rstrip(), end, (Reading(PARAGRAPHS[0], number),))
    text = item.text.part(end, len(item.printed))
    return replace(item, kind="numbered", text=text, marker=marker)
