"""The words of a text and how often each stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = ",;.:"  # behind most words that are more than letters


class Words:
    """What stands between the blanks of a text, counted once for all that is asked of it.

    Most of it stands there again and again, so whatever is sought in it is sought only in what
    differs.

    tokens  how often each run of characters between blanks stands in the text
    """

    def __init__(self, text: str) -> None:
        self.tokens = Counter(text.split())

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text: letters between anything else."""
        counts = self.tokens.copy()
        once: list[str] = []  # most of what is no word stands in the text once: sought in one go
        for token, count in self.marked:
            counts.pop(token)
            bare = token.rstrip(_MARKS)
            if bare.isalpha():
                counts[bare] = counts.get(bare, 0) + count
            elif count == 1:
                once.append(bare)
            else:
                for word in _WORD.findall(bare):
                    counts[word] = counts.get(word, 0) + count
        counts.update(_WORD.findall(" ".join(once)))
        return counts

    def counts_with(self, text: str) -> Counter[str]:
        """Return how often each word stands in the text and in another one together."""
        counts = self.counts.copy()
        counts.update(Words(text).counts)
        return counts

    @cached_property
    def marked(self) -> Sequence[tuple[str, int]]:
        """What holds more than letters, and how often it stands in the text."""
        return [(token, count) for token, count in self.tokens.items() if not token.isalpha()]

    def found(self, pattern: re.Pattern[str]) -> Counter[str]:
        """Return how often a pattern finds each of its words: letters and a mark, no blank."""
        found: Counter[str] = Counter()
        for token, count in self.marked:
            for word in pattern.findall(token):
                found[word] = found.get(word, 0) + count
        return found
