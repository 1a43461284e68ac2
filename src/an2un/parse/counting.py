"""Numbered paragraphs as one series through the text, headings or not between them.

Which of them counts on tells points under a heading from the paragraph that follows them. Where one
number is wanting and a paragraph begins with it, without its stop, that is its number: `102 Urges`.
Where none has a stop, sentences that begin with one, two, three and so on are the series.
What no mark ends between two that count on is a heading, however long. Sentences whose labels are
counted ("Action 9. We will …") are titles of the numbered paragraphs below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from an2un.parse.kinds import Tagged
from an2un.parse.labels import CLOSED
from an2un.parse.typesetting import COLONS
from an2un.record import replace
from an2un.titles import counted_sentences
from an2un.wording.markers import PARAGRAPHS, Marker, Reading

_LONGEST = 1000  # characters of a heading; the longest counted has 617
_ENDS = (".", ";", "\u3002", "\uff1b", "\u061b")
_BARE = re.compile(r"(\d{1,3}) ?[\u00b0\u00ba,:]?(?:[ \u00a0\t]+(?=\S)|(?=[\u4e00-\u9fff]))")
_SERIES = 2  # sentences that make one


def counted(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, numbers without a stop read, told what counts on or titles."""
    found = _restored(tagged)
    last = 0
    for index, item in enumerate(found):
        if 0 < last == item.number - 1:
            found[index] = replace(item, counts_on=True)
            if index > 1 and _is_long_heading(found[index - 1], found[index - 2]):
                found[index - 1] = replace(found[index - 1], kind="heading")
        last = item.number or last
    return _told(found)


def _told(found: list[Tagged]) -> list[Tagged]:
    """Return the paragraphs, sentences with counted labels told as titles."""
    texts = [item.printed.strip() if item.kind == "text" else "" for item in found]
    titles = counted_sentences(texts)
    return [replace(p, titles=True) if at in titles else p for at, p in enumerate(found)]


def _is_long_heading(item: Tagged, above: Tagged) -> bool:
    """Say whether a text above a paragraph that counts on is its heading: no mark ends it.

    The sentence above it does, so that nothing goes on from there.
    """
    text = item.printed
    if item.kind != "text" or len(text) > _LONGEST or not text or text[0].islower():
        return False
    ended = above.kind in ("text", "numbered") and above.printed.rstrip().endswith(_ENDS)
    return ended and CLOSED.search(text) is None


def _restored(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, those numbered that begin with the one number wanting there."""
    found = list(tagged)
    numbers = [(place, item.number) for place, item in enumerate(tagged) if item.number]
    if not numbers:
        return _series(found)
    for (start, before), (end, after) in pairwise(numbers):
        if after != before + 2:
            continue
        places = range(start + 1, end)
        bare = [(at, read) for at in places if (read := _numbered(tagged[at], before + 1))]
        if len(bare) == 1:
            found[bare[0][0]] = bare[0][1]
    return found


def _series(found: list[Tagged]) -> list[Tagged]:
    """Return the paragraphs, sentences that count from one numbered; no other has a number."""
    places: list[tuple[int, Tagged]] = []
    for at, item in enumerate(found):
        read = _numbered(item, len(places) + 1)
        if read is not None and read.printed.rstrip().endswith((*_ENDS, *COLONS)):
            places.append((at, read))
    for at, read in places if len(places) >= _SERIES else ():
        found[at] = read
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
