"""Every node of a tree, the words it prints, the tree rewritten."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import Any

from an2un.record import replace
from an2un.tree import (
    Annex,
    Block,
    Collection,
    Embedded,
    Emphasis,
    Enumeration,
    Field,
    Footnote,
    Formula,
    Heading,
    Inline,
    Item,
    Link,
    Masthead,
    Paragraph,
    Preamble,
    Provision,
    Recital,
    Reference,
    Resolution,
    Row,
    Section,
    Superscript,
    Table,
    Text,
)

Node = (
    Inline
    | Block
    | Enumeration
    | Row
    | Item
    | Masthead
    | Preamble
    | Annex
    | Resolution
    | Collection
)

# ----------------------------------------------------------------------------------------- walking


# The fields that hold nodes, in printed order.
_CARRIERS: dict[type[Any], tuple[str, ...]] = {
    Text: (),
    Emphasis: ("children",),
    Superscript: ("children",),
    Reference: ("children",),
    Link: ("children",),
    Field: ("children",),
    Footnote: ("body",),
    Paragraph: ("children",),
    Row: ("cells",),
    Table: ("rows",),
    Embedded: ("items",),
    Enumeration: ("points",),
    Provision: ("heading", "content"),
    Recital: ("content",),
    Formula: ("text",),
    Heading: ("text",),
    Section: ("heading", "items"),
    Masthead: ("cover", "session", "proponents", "adoption", "title"),
    Preamble: ("formula", "items"),
    Annex: ("label", "title", "items", "annexes"),
    Resolution: ("masthead", "preamble", "items", "closing", "annexes"),
    Collection: ("masthead", "parts"),
}


# Words set apart from others; running text, and what may stand in it.
_APART = frozenset((Emphasis, Superscript, Reference, Link, Field))
_RUNNING = _APART | {Paragraph, Text, Footnote}


def children(node: Node) -> list[Node]:
    """Return the nodes directly inside a node, in printed order."""
    found: list[Any] = []
    for name in _CARRIERS[type(node)]:
        value = getattr(node, name)
        if value.__class__ is not tuple:
            found += () if value is None else (value,)
        elif value and value[0].__class__ is tuple:
            found += _gathered(value)
        else:
            found += value
    return found


def _gathered(values: tuple[Any, ...]) -> Iterator[Any]:
    """Yield the nodes of tuples in tuples."""
    for value in values:
        if value.__class__ is tuple:
            yield from _gathered(value)
        else:
            yield value


def walk(node: Node, without: frozenset[type[Any]] = frozenset()) -> Iterator[Node]:
    """Yield a node and all nodes inside it, each before its own content.

    without  kinds of nodes that are left out, with all that they hold
    """
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if node.__class__ is Text:
            continue
        below = children(node)
        below.reverse()
        stack += [child for child in below if child.__class__ not in without] if without else below


def rewrite(
    node: Any, change: Callable[[Any], Any], kinds: frozenset[type[Any]] | None = None
) -> Any:
    """Return the tree with every node replaced by `change(node)`, the innermost first.

    `change` gets a node whose content is rewritten already, and returns a node, a tuple of nodes
    to stand in its place (where a sequence is allowed), or None to leave it out. With `kinds` only
    nodes of these are handed to it.
    """
    changed: dict[str, Any] = {}
    if node.__class__ is Paragraph and kinds is not None and kinds.isdisjoint(_RUNNING):
        return node  # it holds none of them
    for name in _CARRIERS[type(node)]:
        value = getattr(node, name)
        if value is None:
            continue
        made = (_rewritten if value.__class__ is tuple else rewrite)(value, change, kinds)
        if made is not value:
            changed[name] = made
    made = replace(node, **changed) if changed else node
    return change(made) if kinds is None or type(made) in kinds else made


def _rewritten(
    values: tuple[Any, ...], change: Callable[[Any], Any], kinds: frozenset[type[Any]] | None
) -> tuple[Any, ...]:
    """Return nodes, and tuples of them, rewritten: the same tuple where nothing changes."""
    texts_stay = kinds is not None and Text not in kinds
    if texts_stay and len(values) == 1 and values[0].__class__ is Text:
        return values  # as most running text is
    result: list[Any] = []
    same = True
    for value in values:
        made = value
        if value.__class__ is tuple:
            made = _rewritten(value, change, kinds)
            result.append(made)
        elif texts_stay and (value.__class__ is Text or _is_bare(value, kinds)):
            result.append(value)
        else:
            made = rewrite(value, change, kinds)
            if isinstance(made, tuple):
                result.extend(made)
            elif made is not None:
                result.append(made)
        same = same and made is value
    return values if same else tuple(result)


def _is_bare(node: Any, kinds: Container[type[Any]] | None) -> bool:
    """Say whether a node is nothing but words set apart, and not of some kinds: many are."""
    kind = node.__class__
    if kind not in _APART or kinds is None or kind in kinds:
        return False
    return len(node.children) == 1 and node.children[0].__class__ is Text


# ----------------------------------------------------------------------------------- printed words


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Return the words of running text as printed, footnotes and their calls left out."""
    if len(inlines) == 1 and type(inlines[0]) is Text:
        return inlines[0].text
    words: list[str] = []
    _add_words(inlines, words)
    return "".join(words)


def _add_words(inlines: tuple[Inline, ...], words: list[str]) -> None:
    for child in inlines:
        if isinstance(child, Text):
            words.append(child.text)
        elif not isinstance(child, Footnote):
            _add_words(child.children, words)
