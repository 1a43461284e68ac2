"""Legends: what signs mean that stand behind many names of the text, as in lists of members.

A footnote is called once and belongs to the foot of its page. The asterisks behind the names of a
list, and the lines below it that say what they mean, are both part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.source import Line, Source

_OPENS = re.compile(r"[*\u2020\u2021]{1,3}(?=[ \u00a0]?[^\s*])")
# behind a name, or what qualifies it in brackets; those behind digits are of symbols and bar codes
_SIGN = re.compile(
    r"[^\W\d_][),.;\u060c\u3001\u3002\uff0c]{0,2}[*\u2020\u2021]{1,3}(?![*\u2020\u2021])"
)


def opens_legend(source: Source, lines: Sequence[Line], start: int, above: int) -> bool:
    """Say whether a legend begins at a line; `above` is where the text that it explains begins.

    The signs of that text are more than twice as many as the lines that explain them.
    """
    end = start
    while end < len(lines) and _OPENS.match(source.slice(lines[end].span)):
        end += 1
    if end == start:
        return False
    signs = sum(1 for _ in _SIGN.finditer(source.text, above, lines[start].span.start))
    return signs > 2 * (end - start)
