"""Templates: phrases with named slots, compiled to patterns over folded text.

A template is what a language file holds, `"Resolution adopted by {organ} on {date}"`; blanks and
case do not count. Each slot takes the shape that `SLOTS` gives it. Patterns are anchored at both
ends and have no nested repetition, so that matching stays linear in the number of slots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.fold import fold, folded

SLOTS = {
    "number": r"\d{1,5}(?:-\d{1,5})?(?:[.º°]?[^\W\d_]|-[^\W\d_]{1,3}|st|nd|rd|th)?",
    **dict.fromkeys(("favour", "against", "abstaining"), r"\d{1,3}|[^\W\d]{2,20}?"),
    "year": r"\d{4}",
    "words": r"[^\d,;:()\[\]]{1,80}?",
    "ordinal": r"[^\d,;:()\[\]]{1,80}?",
    "item": r"\d{1,3}[^\[\]]{0,120}?",
    "text": r".{1,600}?",
    "date": r".{4,60}?",
    "mark": r"[*\d]{0,3}",
}
_SLOT = re.compile(r"\{(\w+)\}")


class Match(NamedTuple):
    """A template found: which of them, and the slots as spans of the text as given."""

    which: int
    slots: dict[str, Span]


class Templates:
    """Several wordings of one thing; the first that fits counts."""

    def __init__(self, templates: Iterable[str]) -> None:
        self.patterns = tuple(re.compile(_pattern(template)) for template in templates)

    def match(self, text: str, *, whole: bool = True) -> Match | None:
        """Return the first template that `text` (or, if not `whole`, its beginning) fits."""
        flat = folded(text)
        for index, pattern in enumerate(self.patterns):
            found = pattern.fullmatch(flat.text) if whole else pattern.match(flat.text)
            if found:
                slots = {
                    name: Span(flat.offsets[found.start(name)], flat.end(found.end(name)))
                    if found.start(name) < found.end(name)
                    else Span(0, 0)
                    for name in found.groupdict()
                }
                slots["all"] = Span(flat.offsets[0], flat.end(found.end()))
                return Match(index, slots)
        return None


def _pattern(template: str) -> str:
    parts = []
    for index, piece in enumerate(_SLOT.split(template)):
        if index % 2:
            parts.append(f"(?P<{piece}>{SLOTS[piece]})")
        else:
            parts.append(re.escape(fold(piece)))
    return "".join(parts)
