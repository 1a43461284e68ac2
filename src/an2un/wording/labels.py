"""Labels of annexes and sections: "Annex II", "Part One", "第一编", "المادة 3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from an2un.wording.fold import fold, folded
from an2un.wording.numerals import Ordinals, han, latin, roman

SectionKind = Literal["part", "chapter", "section", "title", "article", "rule"]
AnnexLevel = Literal["annex", "appendix", "attachment"]
_KINDS: tuple[SectionKind, ...] = ("part", "chapter", "section", "title", "article", "rule")
_LEVELS: tuple[AnnexLevel, ...] = ("annex", "appendix", "attachment")
_NUMBERED = re.compile(
    r"(?:\d{1,3}\.)?(\d{1,3})[ \xa0]?([A-Za-zА-Яа-я]|[^\W\d_a-zA-Zа-яА-Я]{2,4})?\Z"
)


class SectionLabel(NamedTuple):
    """The kind of a section, and where its printed marker ("Part II") ends."""

    kind: SectionKind
    marker_end: int


def number_of(text: str, ordinals: Ordinals) -> int | None:
    """Return the number of a label: `II`, `3`, `29C`, `A`, `One`, `الثاني`, `三`; 1 for `102.1`."""
    text = text.strip()
    digits = _NUMBERED.match(text)
    if digits:
        return int(digits.group(1))
    if text.isascii() and text.isupper():
        return roman(text) or (latin(text.lower()) if len(text) == 1 else ordinals.value(text))
    return han(text) or ordinals.value(text)


class Annexes:
    """The words for annexes of a language."""

    def __init__(self, words: Mapping[str, Sequence[str]], ordinals: Ordinals) -> None:
        self._levels = {fold(word): level for level in _LEVELS for word in words[level]}
        self._lines = _Lines(self._levels, ordinals)

    def level(self, text: str) -> AnnexLevel | None:
        """Return what the whole line labels: a word for an annex, alone or with a number."""
        return self._levels.get(self._lines.word(text, alone=True))


class Captions:
    """The words that label tables, or pages, in a language."""

    def __init__(self, words: Sequence[str], ordinals: Ordinals) -> None:
        self._lines = _Lines(map(fold, words), ordinals)

    def labels(self, text: str) -> bool:
        """Say whether the whole line is such a label: its word with a number."""
        return self._lines.word(text, alone=False) != ""


class _Lines:
    """Lines that are labels: one of some folded words, and a number."""

    def __init__(self, words: Iterable[str], ordinals: Ordinals) -> None:
        self._words = tuple(sorted(words, key=len, reverse=True))
        self._ordinals = ordinals

    def word(self, text: str, *, alone: bool) -> str:
        """Return the word of the label that a whole line is, "" for none.

        alone: whether the word may stand there without a number
        """
        text = text.strip().rstrip(".:*").rstrip()
        if not text or len(text) > _LONGEST or not fold(text).startswith(self._words):
            return ""
        flat = folded(text)
        for word in self._words:
            if flat.text.startswith(word):
                rest = text[flat.end(len(word)) :].lstrip(_MARKS)
                if number_of(rest, self._ordinals) is not None if rest.strip() else alone:
                    return word
        return ""


_LONGEST = 60  # characters of a label
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"  # vowels, stretched letters


class Sections:
    """The words for numbered sections of a language."""

    def __init__(
        self, templates: Mapping[str, Sequence[str]], ordinals: Ordinals, *, spaced: bool
    ) -> None:
        self._templates: list[tuple[str, str, SectionKind]] = []
        for kind in _KINDS:
            for template in templates[kind]:
                before, _, after = template.partition("{label}")
                self._templates.append((fold(before), fold(after), kind))
        self._beginnings = tuple({before for before, _, _ in self._templates})
        self._ordinals = ordinals
        self._spaced = spaced

    def read(self, text: str) -> SectionLabel | None:
        """Return the label at the start of a text, the longest where several fit."""
        start = len(text) - len(text.lstrip())
        head = text[start : start + 60]
        if not fold(head).startswith(self._beginnings):
            return None
        for end in self._ends(head):
            flat = fold(head[:end])
            for before, after, kind in self._templates:
                if not (flat.startswith(before) and flat.endswith(after)):
                    continue
                label = _label(head[:end], before, after)
                if label and number_of(label, self._ordinals) is not None:
                    return SectionLabel(kind, start + end)
        return None

    def _ends(self, head: str) -> list[int]:
        """Return where words of the head end, the far ones first; at most five words."""
        if not self._spaced:
            return list(range(min(len(head), 12), 2, -1))
        ends = [match.end() for match in re.finditer(r"[^\W_]+(?=[\W_]|\Z)", head)]
        return ends[4::-1] if len(ends) > 4 else ends[::-1]


def _label(head: str, before: str, after: str) -> str:
    flat = folded(head)
    stop = len(flat.text) - len(after)
    if stop <= len(before):
        return ""
    return head[flat.offsets[len(before)] : flat.end(stop)]
