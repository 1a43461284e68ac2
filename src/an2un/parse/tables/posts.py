"""Tables of posts: rows with a count and a grade in their middle, words on either side.

    Unit  Number  Level  Function  Status
    Safety Division  1  P-4  Medical Officer  Continuation

A count in front of a code of capitals proves two columns, and with them one of words before and
one behind; words that end several rows behind different ones are the last column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.parse.tables.columns import is_code
from an2un.parse.tables.words import Word

_COUNT = re.compile(r"\d{1,3}")
_NONE = re.compile(r"[-\u2013\u2014]")
_LEAST = 5  # rows that make such a table
_SHARE = 0.4  # of all rows; the others are headings and sums
_MONTHS = 3  # words of a grade before its code: `3 months, P-3`, where no post is counted
_ENDING = 6  # words of the last column
_ENDED = 3  # rows that have to end alike
_ENDINGS = 3  # ways to end

Texts = tuple[str, ...]


class Posts(NamedTuple):
    """What the rows of a table of posts have in common.

    endings  words that fill the last column of several rows
    """

    endings: tuple[Texts, ...]

    def cells(self, words: Sequence[Word]) -> list[list[Word]] | None:
        """Return the cells of a row, None where it does not hold one count and grade."""
        place = _place(words)
        if place is None:
            return None
        start, end = place
        last = _ending(words[end:], self.endings)
        parts = (words[:start], words[start : start + 1], words[start + 1 : end])
        found = [*parts, words[end : len(words) - last], words[len(words) - last :]]
        return [list(part) for part in found if part]


def posts_of(rows: Sequence[Sequence[Word]]) -> Posts | None:
    """Return what the rows of a table of posts have in common, None if it is none."""
    places = [(row, _place(row)) for row in rows]
    behind = [tuple(word.text for word in row[place[1] :]) for row, place in places if place]
    if len(behind) < max(_LEAST, _SHARE * len(rows)):
        return None
    return Posts(tuple(_endings(behind)))


def _place(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where the count of a row stands and its grade ends, None for none or several."""
    found = [
        (index, end)
        for index in range(len(words))
        if (end := _grade_end(words, index)) and end < len(words)
    ]
    return found[0] if len(found) == 1 else None


def _grade_end(words: Sequence[Word], index: int) -> int:
    """Return where the grade behind a count ends, 0 if a word is no count or has no grade behind.

    Where a dash stands for the count, months may stand before the code.
    """
    text = words[index].text
    if _COUNT.fullmatch(text):
        code = index + 1
    elif _NONE.fullmatch(text):
        ahead = range(index + 1, min(index + _MONTHS + 2, len(words)))
        code = next((at for at in ahead if is_code(words[at].text)), len(words))
    else:
        return 0
    if code >= len(words) or not is_code(words[code].text):
        return 0
    end = code + 1
    while end < len(words) and _goes_on(words[code:end], words[end]):
        end += 1
    return end


def _goes_on(grade: Sequence[Word], word: Word) -> bool:
    """Say whether a grade goes on in a word: in brackets, or letter by letter in some scripts."""
    inside = sum(each.text.count("(") - each.text.count(")") for each in grade)
    letter = len(word.text) == 1 and word.text.isalpha() and not word.text.isupper()
    return inside > 0 or (is_code(word.text) and (word.text.startswith("(") or letter))


def _endings(behind: Sequence[Texts]) -> Iterator[Texts]:
    """Yield the words that end several rows behind different words, those of most rows first."""
    left = list(behind)
    for _ in range(_ENDINGS):
        before: dict[Texts, Counter[str]] = {}
        for words in left:
            for length in range(1, min(len(words), _ENDING + 1)):
                before.setdefault(words[-length:], Counter())[words[-length - 1]] += 1
        several = [end for end, counts in before.items() if len(counts) > 1]
        often = [end for end in several if before[end].total() >= _ENDED]
        if not often:
            return
        best = max(often, key=lambda end: (before[end].total(), len(end)))
        yield best
        left = [words for words in left if words[-len(best) :] != best]


def _ending(words: Sequence[Word], endings: Sequence[Texts]) -> int:
    """Return how many words at the end of a row fill its last column, 0 for none known."""
    texts = tuple(word.text for word in words)
    return next((len(end) for end in endings if texts[-len(end) :] == end and texts != end), 0)
