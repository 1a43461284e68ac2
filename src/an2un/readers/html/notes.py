"""Notes of a page: links that call one, where they lead, and the links that lead back."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any
from urllib.parse import unquote

from lxml import etree

_MARK = re.compile(r"[\[(]?\s?(?:\d{1,3}|[ivxl]{1,5}|[a-z]|[*\u2020\u2021\u00a7]{1,3})\s?[\])]?")
_HIGHEST = 20  # elements around a link among which its note is looked for
_LONGEST = 12  # characters of a link that may be a mark


class Notes:
    """The calls and notes of a page, found by links that lead to each other.

    A call is a link inside the page whose words are a mark; its note is what it leads to, where
    that stands behind it. Links from a note to a call lead back.
    """

    def __init__(self, root: etree._Element) -> None:
        self._marks: dict[etree._Element, str] = {}
        self._back: set[etree._Element] = set()
        self._bodies: dict[etree._Element, str] = {}
        self._printing: set[etree._Element] = set()
        self._comments: set[etree._Element] = set()
        self._find(root)

    def _find(self, root: etree._Element) -> None:
        anchors, order = _anchors(root)
        bodies: dict[str, etree._Element] = {}
        for link in root.iter("a"):
            name = _fragment(link)
            if _COMMENT.match(name):
                self._comments.add(link if _mark_of_comment(name) else _comment(link))
                continue
            target = anchors.get(name)
            if target is None:
                continue
            mark = _mark(link)
            if mark and order[link] < order[target] and self._inside(link) is None:
                body = bodies.setdefault(name, _body(target))
                self._marks[link] = mark
                self._bodies.setdefault(body, mark)
            elif order[link] > order[target] and (body_of := self._inside(link)) is not None:
                self._back.add(link)
                if mark and mark.strip("[]() ") == self._bodies[body_of].strip("[]() "):
                    self._marks[link] = mark
                    self._printing.add(body_of)

    def _inside(self, element: etree._Element) -> etree._Element | None:
        """Return the note that an element stands in."""
        for above in (element, *islice(element.iterancestors(), _HIGHEST)):
            if above in self._bodies:
                return above
        return None

    def begins(self, element: etree._Element) -> bool:
        """Whether an element is a note."""
        return element in self._bodies

    def comments(self, element: etree._Element) -> bool:
        """Whether an element is a comment on the text, or the mark of one in it."""
        return element in self._comments

    def mark_of(self, link: etree._Element) -> str:
        """Return the mark that a link prints, "" if it calls no note and opens none."""
        return self._marks.get(link, "")

    def mark_at(self, element: etree._Element) -> str:
        """Return the mark of the note that an element is, "" if it is none."""
        return self._bodies.get(element, "")

    def prints_mark(self, element: etree._Element) -> bool:
        """Whether a note has its mark among its own words."""
        return element in self._printing

    def leads_back(self, link: etree._Element) -> bool:
        """Whether a link leads from a note to its call."""
        return link in self._back


def _anchors(
    root: etree._Element,
) -> tuple[dict[str, etree._Element], dict[etree._Element, int]]:
    """Return the elements that links of the page can lead to, and the order of all that matter."""
    anchors: dict[str, etree._Element] = {}
    order: dict[etree._Element, int] = {}
    for number, element in enumerate(_NAMED_OR_LINK(root)):
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        if name:
            anchors.setdefault(name, element)
        order[element] = number
    return anchors, order


_NAMED_OR_LINK: Any = etree.XPath("descendant-or-self::*[@id or self::a]")


def _fragment(link: etree._Element) -> str:
    href = link.get("href") or ""
    return unquote(href[1:]) if href.startswith("#") else ""


def _mark(link: etree._Element) -> str:
    words = "".join(map(str, link.itertext())).strip()
    return words if len(words) <= _LONGEST and _MARK.fullmatch(words) else ""


def _mark_of_comment(name: str) -> bool:
    """Whether a link with a comment's name leads to the comment, not back from it."""
    return not name.startswith(_BACK)


def _comment(link: etree._Element) -> etree._Element:
    """Return the comment that begins with the link that leads back to the text."""
    element = _body(link)
    for above in islice(element.iterancestors("div"), _HIGHEST):
        first = next((text for text in above.itertext() if str(text).strip()), "")
        if str(first) not in map(str, link.itertext()):
            break
        element = above
    return element


# What word processors on the web, and Word, call comments and the places that they are made on.
_COMMENT = re.compile(r"(?:cmnt(?:_ref)?|_msocom_|_msoanchor_)\d")
_BACK = ("cmnt_ref", "_msoanchor_")


def _body(target: etree._Element) -> etree._Element:
    """Return the block that a link to a note leads into."""
    element = target
    while element.tag not in _BODIES:
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return element


_BODIES = frozenset(("p", "li", "div", "aside", "dd", "dt", "td", "tr", "section", "body", "html"))
