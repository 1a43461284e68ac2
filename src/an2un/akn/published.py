"""The United Nations' own files brought into the forms that the reader knows."""

from __future__ import annotations

from an2un import tree
from an2un.akn.read_inlines import Element


def mend(root: Element) -> None:
    """Rewrite the elements of a published file, in place."""


def mended(document: tree.Document) -> tree.Document:
    """Return the tree of a published file with its flat lists nested and its words made whole."""
    return document
