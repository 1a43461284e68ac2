"""Notes that stand together behind the text of a file that has none at the feet of its pages.

Pages of the web that are printed have them so. They are told by the raised numbers that call them:
the same numbers open lines at the end, each once and in their order, behind the last call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from an2un.readers.pdf.printed import Printed, PrintedLine

_MARK = re.compile(r"[(\[]?(\d{1,3})[)\]]?(?=[\s\u2e80-\uffef])")
_CALL = re.compile(r"[(\[]?(\d{1,3})[)\]]?")

_APART = 0.5  # line heights above the only note of a text

_At = tuple[int, int]
"""The number of a page in the file, and of a line in it."""


def with_endnotes(pages: Sequence[Printed]) -> list[Printed]:
    """Return pages of which the lines of notes behind the text are marked as such."""
    text = [
        (at, line)
        for number, page in enumerate(pages)
        for at, line in (((number, index), line) for index, line in enumerate(page.lines))
        if not line.place or line.place == "note"
    ]
    if any(line.place == "note" for _, line in text):
        return list(pages)
    first = _first_note(text)
    if first is None:
        return list(pages)
    notes = {at for at, _ in text if at >= first}
    return [
        page._replace(
            lines=[
                line._replace(place="note") if (number, index) in notes else line
                for index, line in enumerate(page.lines)
            ]
        )
        for number, page in enumerate(pages)
    ]


def _first_note(text: Sequence[tuple[_At, PrintedLine]]) -> _At | None:
    """Return where the first note begins, None where notes do not stand so."""
    called = [(index, mark) for index, (_, line) in enumerate(text) for mark in _calls(line)]
    due = max((mark for _, mark in called), default=0)
    if not due or sorted({mark for _, mark in called}) != list(range(1, due + 1)):
        return None
    last = max(index for index, _ in called)
    for at, line in reversed(text[last + 1 :]):
        match = _MARK.match(line.text)
        if match and int(match[1]) == due:
            due -= 1
            if not due:
                return at if len(called) > 1 or line.gap >= _APART else None
    return None


def _calls(line: PrintedLine) -> Iterator[int]:
    """Yield the numbers that are raised in a line, behind its first character."""
    for start, end, kind in line.styles:
        match = _CALL.fullmatch(line.text[start:end].strip())
        if kind == "superscript" and start and match:
            yield int(match[1])
