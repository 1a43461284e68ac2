"""What the columns of a table are: how many figures a row ends in, and how many words stand before.

The head tells how many columns there are: each of its cells begins with a capital, and where the
script has none, as Chinese, a blank parts them. A column of words is proved where its cells recur:
the same words open several rows that go on in different ways, or rows end in codes of capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from an2un.parse.tables.words import WIDE, Word

Numbering = Literal["", "digits", "letters"]
"""How the rows of a table count at their beginnings; "" if they do not."""


class Columns(NamedTuple):
    """What the rows of a table have in common.

    figures   how many figures a row ends in
    texts     columns of words in front of them
    opening   words that fill the first column of several rows
    numbered  how the rows count, where they begin with a number that is a column of its own
    shared    numbers of several rows, which the word behind tells apart: 29 B, 29 C
    spaced    blanks part words; else they part cells
    turned    the groups of thousands stand turned
    """

    figures: int
    texts: int
    opening: frozenset[tuple[str, ...]]
    numbered: Numbering
    spaced: bool = True
    turned: bool = False
    shared: frozenset[str] = frozenset()


_NUMBERS: dict[Numbering, re.Pattern[str]] = {
    "": re.compile(r"(?!)"),
    "digits": re.compile(r"\d{1,2}[A-Z\u0410-\u042f]?"),
    "letters": re.compile(r"[A-Z]"),
}
_DIGITS = re.compile(r"\d+")
_LONGEST_CODE = 8
_LINK = 3  # letters of a word that goes on in the next: P-3 to P-4, head of
_LONGEST = 16  # words of a cell that opens rows
_NUMBERED = 3  # numbers that make a column of them
_LETTERED = 4  # letters that do: A, B, C, D


def head_cells(words: Sequence[Word], *, spaced: bool) -> list[list[Word]]:
    """Return the cells of a head: by gaps if some are wide, else by capitals outside brackets."""
    if any(word.gap >= WIDE for word in words):
        return _parted(words, [word.gap > 1 for word in words])
    if not spaced:
        return _parted(words, [word.gap > 0 for word in words])
    return capital_cells(words)


def capital_cells(words: Sequence[Word]) -> list[list[Word]]:
    """Return the cells of a head by wide gaps and capitals outside brackets."""
    starts, depth = [], 0
    for word in words:
        starts.append(word.gap >= WIDE or (depth == 0 and word.text[0].isupper()))
        depth += word.text.count("(") - word.text.count(")")
    return _parted(words, starts)


def _parted(words: Sequence[Word], starts: Sequence[bool]) -> list[list[Word]]:
    cells: list[list[Word]] = []
    for word, begins in zip(words, starts, strict=True):
        if begins or not cells:
            cells.append([])
        cells[-1].append(word)
    return cells


def is_number(word: Word, numbering: Numbering = "digits") -> bool:
    """Say whether a word is the number of a row: 4, 29A; B where letters count."""
    return _NUMBERS[numbering].fullmatch(word.text) is not None


def counts_on(last: Word, word: Word, numbering: Numbering = "digits") -> bool:
    """Say whether a word is the number of the row behind one that another word opens."""
    if not is_number(word, numbering) or not is_number(last, numbering):
        return is_number(word, numbering)
    return 0 <= _value(word) - _value(last) <= 1


def _value(number: Word) -> int:
    digits = _DIGITS.match(number.text)
    return int(digits.group()) if digits else ord(number.text) - ord("A") + 1


def numbering_of(labels: Sequence[Sequence[Word]]) -> Numbering:
    """Return how rows count, without a stop: by numbers that ascend, or by letters from A on."""
    values = _values(labels, "digits")
    if len(values) >= _NUMBERED and values == sorted(values) and values[0] < values[-1]:
        return "digits"
    values = _values(labels, "letters")
    lettered = len(values) >= _LETTERED and values == list(range(1, len(values) + 1))
    return "letters" if lettered else ""


def _values(labels: Sequence[Sequence[Word]], numbering: Numbering) -> list[int]:
    firsts = [label[0] for label in labels if len(label) > 1 and not _begins_cell(label)]
    return [_value(word) for word in firsts if is_number(word, numbering)]


def _begins_cell(label: Sequence[Word]) -> bool:
    """Say whether wide gaps part the cells of a row, but not its first word from the next."""
    return label[1].gap < WIDE and any(word.gap >= WIDE for word in label[2:])


def shared_numbers(labels: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Return the numbers that open several rows."""
    counts = Counter(label[0].text for label in labels if len(label) > 2 and is_number(label[0]))
    return frozenset(number for number, count in counts.items() if count > 1)


def openings(labels: Sequence[Sequence[Word]]) -> frozenset[tuple[str, ...]]:
    """Return the words that open several rows, each as far as the rows go on alike.

    Words that always go on to others which open several rows are but the beginning of those.
    """
    follow: dict[tuple[str, ...], Counter[str]] = {}
    for label in labels:
        texts = tuple(word.text for word in label[: _LONGEST + 1])
        for length in range(1, len(texts)):
            follow.setdefault(texts[:length], Counter())[texts[length]] += 1
    several = {words for words, after in follow.items() if len(after) > 1 and _is_closed(words)}
    ends = (w for w in several if not all((*w, word) in several for word in follow[w]))
    return frozenset(_trimmed(words, follow[words]) for words in ends)


def _trimmed(words: tuple[str, ...], after: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a cell that open rows, without those that begin the next one.

    A cell begins with a capital, where the script has them, and ends in no preposition.
    """
    while len(words) > 1 and (_is_joint(words[-1]) or any(word[0].islower() for word in after)):
        words, after = words[:-1], words[-1:]
    return words


def _is_joint(word: str) -> bool:
    return len(word) <= _LINK and word.islower()


def _is_closed(words: Sequence[str]) -> bool:
    """Say whether every bracket that opens among words closes there."""
    text = "".join(words)
    return text.count("(") == text.count(")")


def text_cells(label: Sequence[Word], columns: Columns) -> list[list[Word]] | None:
    """Return the cells of a row's words, None where nothing proves as many as there are columns."""
    wide = wide_cells(label)
    if columns.texts < 2 or len(wide) == columns.texts:
        return wide
    first = _opening(label, columns.opening)
    code = _code(label)
    if not columns.spaced:
        cells = [
            *([word] for word in label[:code]),
            *([list(label[code:])] if label[code:] else []),
        ]
        return cells if len(cells) == columns.texts else None
    if columns.texts == 2 and first and not (code < len(label) and code > first):
        return [list(label[:first]), list(label[first:])]
    if columns.texts == 3 and 0 < first < code < len(label):
        return [list(label[:first]), list(label[first:code]), list(label[code:])]
    return None


def wide_cells(words: Sequence[Word]) -> list[list[Word]]:
    """Return the cells that wide gaps part."""
    return _parted(words, [word.gap >= WIDE for word in words])


def _opening(label: Sequence[Word], known: frozenset[tuple[str, ...]]) -> int:
    """Return how many words of a row fill its first column, 0 if none are known to."""
    for length in range(1, min(len(label), _LONGEST + 1)):
        if tuple(word.text for word in label[:length]) in known:
            return length
    return 0


def _code(label: Sequence[Word]) -> int:
    """Return where the code at the end of a row's words begins: `P-4`, `GS (OL)`, `P-3 to P-4`."""
    at = len(label)
    while at > 1 and is_code(label[at - 1].text):
        at -= 1
    linked = at > 2 and at < len(label) and len(label[at - 1].text) <= _LINK
    if linked and is_code(label[at - 2].text):
        at -= 1
        while at > 1 and is_code(label[at - 1].text):
            at -= 1
    return at


def is_code(text: str) -> bool:
    """Say whether a word is a code: capitals, or letters with digits or in brackets."""
    letters = [character for character in text if character.isalpha()]
    if len(text) > _LONGEST_CODE or not letters:
        return False
    marked = any(character.isdigit() or character in "()" for character in text)
    small = sum(character.islower() for character in letters)
    if not small and not any(character.isupper() for character in letters):
        return len(letters) <= (2 if marked else 1)  # a script without capitals
    return small < len(letters) and small <= (1 if marked else 0)
