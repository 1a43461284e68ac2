"""The style sheet of a page: what its classes say of words, and what stands before items of lists.

Word processors on the web say nothing in place: whatever is in italics is of some class, and lists
are counted by rules (CSS 2.1, 5.8.3 and 12.2).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from an2un.source import StyleKind

_RULE = re.compile(  # of a class alone: what is said of it inside others is not said here
    r"(?:^|[}/;-])\s*(?:[a-z]\w{0,10})?\.([A-Za-z_][\w-]{0,80})\s*\{([^{}]{0,2000})(?=\})"
)
_COUNTER = re.compile(
    r"""\.([A-Za-z_][\w-]{0,80})\s*>\s*li::?before\s*\{\s*content:\s*(?:["']([^"']{0,20})["'])?\s*"""
    r"""counter\([\w-]{1,80}(?:,\s*([\w-]{1,40}))?\)\s*(?:["']([^"']{0,20})["'])?"""
)
_BY_CSS: tuple[tuple[str, StyleKind], ...] = (
    ("font-style:italic", "italic"), ("font-weight:bold", "bold"), ("font-weight:700", "bold"),
    ("vertical-align:super", "superscript"),
)  # fmt: skip
_LONGEST = 500_000  # characters of style sheets that are looked at


class Counter(NamedTuple):
    """What stands before the items of a list: a number between characters."""

    before: str
    style: str  # the name that CSS gives its format
    behind: str


class StyleSheet:
    """The rules of a page for single classes.

    styles    class -> how its words are set
    counters  class of a list -> how its items are counted
    """

    def __init__(self, root: etree._Element) -> None:
        text = "\n".join("".join(map(str, e.itertext())) for e in root.iter("style"))[:_LONGEST]
        self.styles = {
            name: kinds for name, said in _RULE.findall(text) if (kinds := said_by(said))
        }
        self.counters = {
            name: Counter(before, style or "decimal", behind.rstrip())
            for name, before, style, behind in _COUNTER.findall(text)
        }

    def styles_of(self, element: etree._Element) -> tuple[StyleKind, ...]:
        """Return how the words of an element are set, by its own attribute and by its classes."""
        style, classes = element.get("style"), element.get("class")
        found = said_by(style) if style else ()
        if classes and self.styles:
            for name in classes.split():
                found += self.styles.get(name, ())
        return found

    def counter_of(self, element: etree._Element) -> Counter | None:
        """Return how the items of a list are counted, None where no rule says so."""
        classes = (element.get("class") or "").split() if self.counters else ()
        return next((self.counters[name] for name in classes if name in self.counters), None)


def said_by(declarations: str) -> tuple[StyleKind, ...]:
    """Return how words are set that declarations of CSS are for."""
    bare = declarations.replace(" ", "").lower()
    return tuple(kind for said, kind in _BY_CSS if said in bare)
