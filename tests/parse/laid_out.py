"""Sources as a reader of laid-out files makes them, from texts with their styles written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.source import Line, Link, Place, Source, Span, Style, StyleKind

_MARKS: dict[str, StyleKind] = {"_": "italic", "^": "superscript", "+": "bold"}
_RUN = re.compile(r"([_^+])\{([^}]*)\}")


def laid_out(*pages: Sequence[str], links: Sequence[Link] = ()) -> Source:
    """Return a source of lines in which `_{Recalls}` is in italics, `+{I}` bold and `^{1}` raised.

    A line that begins with `head:`, `foot:` or `note:` stands there; two blanks before a line are
    one em of indent, and an empty line is a gap.
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
    for place in ("head", "foot", "note"):
        if written.startswith(place + ":"):
            return place, written.partition(":")[2]
    return "", written


def _styled(written: str, start: int) -> tuple[str, tuple[Style, ...]]:
    plain, styles, at = "", [], 0
    for match in _RUN.finditer(written):
        plain += written[at : match.start()]
        span = Span(start + len(plain), start + len(plain) + len(match.group(2)))
        styles.append(Style(span, _MARKS[match.group(1)]))
        plain += match.group(2)
        at = match.end()
    return plain + written[at:], tuple(styles)
