"""Templates: phrases with named slots, compiled to patterns over folded text.

A template is what a language file holds, `"Resolution adopted by {text}"`; blanks and case do not
count. Each slot takes the shape that `SLOTS` gives it. Patterns have no nested repetition and
every repetition is bounded, so that matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.fold import Folded, fold, folded

SLOTS = {
    # with the endings of ordinals (15th, 15e, 15ª, 15-е) and the range of a double meeting
    "number": r"\d{1,5}(?:-\d{1,5})?(?:[.°]?[^\W\d_]|-[^\W\d_]{1,3}|st|nd|rd|th|ra|da|re|er)?",
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
        self._patterns = tuple(_pattern(template, slots) for template in templates)

    def match(self, text: str | Folded) -> Match | None:
        """Return the first template that is the whole text, None if none is."""
        if isinstance(text, str) and len(text) > _LONGEST:
            return None
        flat = folded(text) if isinstance(text, str) else text
        for which, (pattern, lead, _) in enumerate(self._patterns):
            found = flat.text.startswith(lead) and pattern.fullmatch(flat.text)
            if found:
                return _match(which, found, flat)
        return None

    def search(self, text: str | Folded) -> Match | None:
        """Return the first template that stands anywhere in the text, None if none does."""
        flat = folded(text) if isinstance(text, str) else text
        for which, (pattern, lead, inner) in enumerate(self._patterns):
            if lead not in flat.text or inner not in flat.text:
                continue
            found = pattern.search(flat.text)
            if found:
                return _match(which, found, flat)
        return None


def _match(which: int, found: re.Match[str], flat: Folded) -> Match:
    def span(start: int, end: int) -> Span:
        return Span(flat.offsets[start], flat.end(end)) if start < end else Span(0, 0)

    slots = {name: span(*found.span(name)) for name in found.groupdict()}
    return Match(which, span(*found.span()), slots)


def _pattern(template: str, slots: dict[str, str]) -> tuple[re.Pattern[str], str, str]:
    """Return the pattern, the words it begins with, and those behind its first slot."""
    pieces = _SLOT.split(template)
    words = [fold(piece) for piece in pieces[::2]]
    parts = [re.escape(words[0])]
    for slot, piece in zip(pieces[1::2], words[1:], strict=True):
        name = "" if slot in _UNNAMED else f"?P<{slot}>"
        parts.append(f"({name}{slots[slot]}){re.escape(piece)}")
    return re.compile("".join(parts)), words[0], words[1] if len(words) > 1 else ""
