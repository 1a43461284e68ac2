"""Numbered paragraphs as one series through the text, headings or not between them.

Which of them counts on tells points under a heading from the paragraph that follows them. Where one
number is wanting and a paragraph begins with it, without its stop, that is its number: `102 Urges`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from an2un.parse.kinds import Tagged
from an2un.record import replace
from an2un.wording.markers import PARAGRAPHS, Marker, Reading

_BARE = re.compile(r"(\d{1,3})[ \u00a0\t]+(?=\S)")


def counted(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, numbers without a stop read, each told whether it counts on."""
    found = _restored(tagged)
    last = 0
    for index, item in enumerate(found):
        if 0 < last == item.number - 1:
            found[index] = replace(item, counts_on=True)
        last = item.number or last
    return found


def _restored(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, those numbered that begin with the one number wanting there."""
    found = list(tagged)
    numbers = [(place, item.number) for place, item in enumerate(tagged) if item.number]
    for (start, before), (end, after) in pairwise(numbers):
        if after != before + 2:
            continue
        places = range(start + 1, end)
        bare = [(at, read) for at in places if (read := _numbered(tagged[at], before + 1))]
        if len(bare) == 1:
            found[bare[0][0]] = bare[0][1]
    return found


def _numbered(item: Tagged, number: int) -> Tagged | None:
    """Return a paragraph with the number that it begins with, None if it is not that one."""
    match = _BARE.match(item.printed) if item.kind in ("text", "heading") else None
    if match is None or int(match.group(1)) != number:
        return None
    end = match.end()
    if any(call.start < end for call in item.text.calls):
        return None
    marker = Marker(match.group().rstrip(), end, (Reading(PARAGRAPHS[0], number),))
    text = item.text.part(end, len(item.printed))
    return replace(item, kind="numbered", text=text, marker=marker)
