"""Templates: phrases with named slots, compiled to patterns over folded text.

A template is what a language file holds, `"Resolution adopted by {text}"`; blanks and case do not
count. Each slot takes the shape that `SLOTS` gives it. Patterns have no nested repetition and
every repetition is bounded, so that matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.fold import Folded, fold, folded
from an2un.wording.numerals import HAN_SIGNS
from an2un.wording.scripts import is_wide

SLOTS = {
    # with the endings of ordinals (15th, 15e, 15ª, 15-е) and the range of a double meeting
    "number": r"\d{1,5}(?:-\d{1,5})?(?:[.°]?[^\W\d_]\.?|-[^\W\d_]{1,3}|st|nd|rd|th|ra|da|re|er)?",
    # a count of votes; the language adds its numbers in words
    **dict.fromkeys(("favour", "against", "abstaining"), r"\d{1,3}"),
    "year": r"\d{4}",
    "words": r"[^\d,;:()\[\]]{1,80}?",
    "ordinal": r"[^,;:()\[\]]{1,80}?",
    "item": r"\d{1,3}[^\[\]]{0,120}?",
    "text": r".{1,600}?",
    "date": r".{4,60}?",
    "mark": r"[*\d]{0,3}",
    "gap": r"[^\d\[\]]{0,20}?",
}
# Chinese templates take its own numerals too; such a class is slow to compile, so others do not.
_HAN_NUMBER = rf"(?:{SLOTS['number']}|[{HAN_SIGNS}]{{1,9}})"
_UNNAMED = frozenset({"gap", "mark"})
_LONGEST = 2000  # characters of a text that a template may be the whole of
_SLOT = re.compile(r"\{(\w+)\}")


class Match(NamedTuple):
    """A template found: which of them, where, and its slots; spans of the text as given."""

    which: int
    span: Span
    slots: dict[str, Span]


class Templates:
    """Several wordings of one thing; the first that fits counts."""

    def __init__(self, templates: Iterable[str], counts: Iterable[str] = ()) -> None:
        """Compile the templates; `counts` are numbers in words that a vote may have."""
        words = sorted((re.escape(fold(word)) for word in counts), key=len, reverse=True)
        votes = "|".join((r"\d{1,3}", *words))
        slots = SLOTS | dict.fromkeys(("favour", "against", "abstaining"), votes)
        self._templates = tuple(_Template(template, slots) for template in templates)
        self._leads = tuple(template.lead for template in self._templates)
        self._words = tuple((template.lead, template.key) for template in self._templates)
        keys = dict.fromkeys(key for _, key in self._words)
        # without those that hold another: few are left to be looked for
        self.keys = tuple(
            key for key in keys if not any(other in key for other in keys if other != key)
        )

    def may_fit(self, flat: str) -> bool:
        """Say whether a folded text has words enough for any of the templates; most have none."""
        for key in self.keys:  # noqa: SIM110 - asked of every line, and a generator takes longer
            if key in flat:
                return True
        return False

    def match(self, text: str | Folded) -> Match | None:
        """Return the first template that is the whole text, None if none is."""
        if isinstance(text, str):
            if len(text) > _LONGEST:
                return None
            text = folded(text)
        flat = text.text
        if not flat.startswith(self._leads) or not self.may_fit(flat):  # as most texts
            return None
        for which, (lead, key) in enumerate(self._words):
            if key in flat and flat.startswith(lead):
                found = self._templates[which].pattern.fullmatch(flat)
                if found:
                    return _match(which, found, text)
        return None

    def search(self, text: str | Folded) -> Match | None:
        """Return the first template that stands anywhere in the text, None if none does."""
        if isinstance(text, str):
            text = folded(text)
        flat = text.text
        if not self.may_fit(flat):
            return None
        for which, (lead, key) in enumerate(self._words):
            if key in flat and lead in flat:
                found = self._templates[which].pattern.search(flat)
                if found:
                    return _match(which, found, text)
        return None


def _match(which: int, found: re.Match[str], flat: Folded) -> Match:
    def span(start: int, end: int) -> Span:
        return Span(flat.offsets[start], flat.end(end)) if start < end else Span(0, 0)

    slots = {name: span(*found.span(name)) for name in found.groupdict()}
    return Match(which, span(*found.span()), slots)


class _Template:
    """One wording, compiled when a text first has its words.

    lead  the words it begins with
    key   the longest words in it
    """

    def __init__(self, template: str, slots: Mapping[str, str]) -> None:
        pieces = _SLOT.split(template)
        self._words = [fold(piece) for piece in pieces[::2]]
        if any(map(is_wide, template)):
            slots = {**slots, "number": _HAN_NUMBER}
        self._slots = [(name, slots[name]) for name in pieces[1::2]]
        self.lead = self._words[0]
        self.key = max(self._words, key=len)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole wording as a pattern over folded text."""
        parts = [re.escape(self.lead)]
        for (name, shape), words in zip(self._slots, self._words[1:], strict=True):
            group = "" if name in _UNNAMED else f"?P<{name}>"
            parts.append(f"({group}{shape}){re.escape(words)}")
        return re.compile("".join(parts))
