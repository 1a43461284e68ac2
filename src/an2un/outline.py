"""A tree as indented lines, to look at and to compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from an2un.record import Record, values
from an2un.tree import Document, Text

_NAMED = ("masthead", "preamble", "items", "closing", "annexes")


def outline(document: Document) -> Iterator[str]:
    """Yield one line for every node, indented by depth; where a node came from is left out."""
    yield from _node(document, 0)


def _node(node: Any, depth: int) -> Iterator[str]:
    if isinstance(node, tuple):
        for child in node:
            yield from _node(child, depth)
        return
    pad = "  " * depth
    if isinstance(node, Text):
        yield f"{pad}{node.text!r}"
        return
    plain: list[tuple[str, Any]] = []
    inside: list[tuple[str, Any]] = []
    for field, value in values(node).items():
        if field == "origin" or value is None or value in ((), ""):
            continue
        held = isinstance(value, tuple | Record)
        (inside if held else plain).append((field, value))
    yield pad + type(node).__name__ + "".join(f" {name}={value!r}" for name, value in plain)
    for name, value in inside:
        named = name in _NAMED
        if named:
            yield f"{pad}  {name}:"
        yield from _node(value, depth + 1 + named)
