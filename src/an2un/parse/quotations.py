"""Texts within quotation marks that every paragraph opens anew, as statements are printed."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.parse.typesetting import Row

_OPENING = ("\u201c", "\u201e", "\u00ab", '"')
_CLOSING = ("\u201d", "\u00bb", '"')
_PROOF = 2  # paragraphs


class Quotations:
    """Counts the paragraphs of one document that open with a quotation mark.

    Where several do, each paragraph of a quotation has its mark, so that a line without one goes
    on with the paragraph whose quotation is still open.
    """

    def __init__(self) -> None:
        self._opened = 0

    def note(self, row: Row) -> None:
        """Take notice of a line that begins a paragraph."""
        self._opened += row.text.startswith(_OPENING)

    def hold(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether the quotation that the lines of a paragraph opened goes on in a line."""
        if self._opened < _PROOF or row.marker is not None or row.text.startswith(_OPENING):
            return False
        return _is_open(group)


def opens_anew(group: Sequence[Row], row: Row) -> bool:
    """Say whether a line opens the quotation again that the paragraph above it has not closed."""
    return bool(group[-1].ending) and row.text.startswith(_OPENING) and _is_open(group)


def _is_open(group: Sequence[Row]) -> bool:
    return group[0].text.startswith(_OPENING) and not group[-1].text.endswith(_CLOSING)
