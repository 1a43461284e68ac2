"""The words of a text and how often each stands in it."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")


def counted(text: str) -> Counter[str]:
    """Return how often each word stands in a text: letters between anything else.

    Most of what stands between two blanks stands there again and again, so the letters are looked
    for only in what differs.
    """
    counts = Counter(text.split())
    for token in [token for token in counts if not token.isalpha()]:
        count = counts.pop(token)
        for word in _WORD.findall(token):
            counts[word] = counts.get(word, 0) + count
    return counts
