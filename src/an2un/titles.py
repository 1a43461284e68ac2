"""Titles among the provisions of a body, which the United Nations sets in bold.

They are no headings of sections: a point that nothing ends and that holds points or paragraphs of
its own, as the tasks of a mandate ("(a) Protection of civilians"), and an unnumbered sentence whose
label is counted through the text ("Action 9. We will …"). Counted in the published XML of the
Security Council and the General Assembly: of 90 such points 89, of 287 such sentences all, Chinese
aside, which loses its bold.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from an2un.record import replace
from an2un.tree import (
    Collection,
    Document,
    Emphasis,
    Enumeration,
    Inline,
    Item,
    Paragraph,
    Provision,
    Resolution,
    Superscript,
    Text,
)
from an2un.walk import plain_text, rewrite, walk
from an2un.wording.serials import serial_lines

_STOPS = (".", "!", "?", "\u3002", "\uff01", "\uff1f", "\u061f")
_LONGEST = 250  # characters of a title; the longest counted has 195
_PLACES = frozenset((Provision, Enumeration))
_RUNNING = frozenset((Paragraph,))  # that hold none of these


def titled(document: Document) -> Document:
    """Return a document with the titles among its provisions in bold; annexes stay as they are."""
    if isinstance(document, Collection):
        return replace(document, parts=tuple(map(_titled, document.parts)))
    return _titled(document)


def counted_sentences(texts: Sequence[str]) -> frozenset[int]:
    """Return which of some unnumbered paragraphs are sentences with a label that is counted."""
    printed = {index: text for index, text in enumerate(texts) if text}
    places = list(printed)
    found = (places[at] for at in serial_lines(list(printed.values())))
    return frozenset(index for index in found if printed[index].endswith(_STOPS))


def _titled(part: Resolution) -> Resolution:
    sentences = _sentences(part.items)

    def change(node: Any) -> Any:
        if isinstance(node, Enumeration):
            return replace(node, points=tuple(map(_point, node.points)))
        text = _alone(node)
        return _bold(node) if text and text in sentences else node

    return replace(part, items=tuple(rewrite(item, change, _PLACES) for item in part.items))


def _sentences(items: Sequence[Item]) -> frozenset[str]:
    """Return the unnumbered provisions that are sentences with a counted label."""
    texts = [
        _alone(node)
        for item in items
        for node in walk(item, _RUNNING)
        if isinstance(node, Provision)
    ]
    return frozenset(texts[index] for index in counted_sentences(texts))


def _alone(node: Provision) -> str:
    """Return the text of a provision that is one paragraph without a number, else ""."""
    if node.marker is not None or len(node.content) != 1:
        return ""
    only = node.content[0]
    return plain_text(only.children).strip() if isinstance(only, Paragraph) else ""


def _point(node: Provision) -> Provision:
    """Return a point with its own text in bold if nothing ends it and more stands below it."""
    first = node.content[0] if len(node.content) > 1 else None
    if node.marker is None or not isinstance(first, Paragraph):
        return node
    return _bold(node) if is_title(plain_text(first.children).strip()) else node


def is_title(text: str) -> bool:
    """Say whether words are short, open and no beginning of a sentence that goes on below."""
    is_open = text[-1:].isalnum() or text.endswith((")", "\uff09"))
    return is_open and len(text) <= _LONGEST and not text[0].islower()


def _bold(node: Provision) -> Provision:
    """Return a provision with the words of its first paragraph in bold, what they cite aside."""
    first = node.content[0]
    assert isinstance(first, Paragraph)
    children: list[Inline] = []
    for words, group in groupby(first.children, key=lambda child: isinstance(child, _WORDS)):
        run = tuple(group)
        children += [Emphasis("bold", run)] if words else run
    return replace(node, content=(replace(first, children=tuple(children)), *node.content[1:]))


_WORDS = (Text, Superscript)
