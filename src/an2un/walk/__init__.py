"""Ways through the tree: every node, the printed words, the normal form, a tree rewritten."""

from __future__ import annotations

from an2un.walk.nodes import Node, children, plain_text, rewrite, walk
from an2un.walk.normal_form import normal, normal_inlines, single_blanks

__all__ = [
    "Node",
    "children",
    "normal",
    "normal_inlines",
    "plain_text",
    "rewrite",
    "single_blanks",
    "walk",
]
