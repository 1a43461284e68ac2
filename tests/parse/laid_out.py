"""Sources as a reader of laid-out files makes them, from texts with their styles written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.source import Line, Link, Place, Source, Span, Style, StyleKind

_MARKS: dict[str, StyleKind] = {"_": "italic", "^": "superscript", "+": "bold"}
_BORDER = re.compile(r"([_^+]\{|\})")


def laid_out(*pages: Sequence[str], links: Sequence[Link] = ()) -> Source:
    """Return a source of lines in which `_{Recalls}` is in italics, `+{I}` bold and `^{1}` raised,
    one inside the other where they nest.

    A line that begins with `head:`, `foot:`, `note:` or `margin:` stands there; two blanks before
    a line are one em of indent, and an empty line is a gap.
    """
    text, lines = "", []
    for number, page in enumerate(pages, 1):
        gap = 0.0
        for written in page:
            if not written:
                gap = 1.0
                continue
            place, body = _placed(written)
            indent = (len(body) - len(body.lstrip())) / 2
            plain, styles = _styled(body.strip(), len(text))
            span = Span(len(text), len(text) + len(plain))
            lines.append(Line(span, number, indent, gap, 1.0, styles, place))
            text += plain + "\n"
            gap = 0.0
    return Source("page", text, tuple(lines), tuple(links), "application/pdf")


def _placed(written: str) -> tuple[Place, str]:
    for place in ("head", "foot", "note", "margin"):
        if written.startswith(place + ":"):
            return place, written.partition(":")[2]
    return "", written


def _styled(written: str, start: int) -> tuple[str, tuple[Style, ...]]:
    plain, styles = "", []
    opened: list[tuple[str, int]] = []
    for token in _BORDER.split(written):
        if token[:-1] in _MARKS:
            opened.append((token[0], start + len(plain)))
        elif token == "}" and opened:
            mark, first = opened.pop()
            styles.append(Style(Span(first, start + len(plain)), _MARKS[mark]))
        else:
            plain += token
    return plain, tuple(sorted(styles))
