"""The symbol of a document itself, as its masthead prints it.

Where its first letters are set in larger type, extractors that put together what begins at one
height print them alone, above the line that holds the rest: `A`, then `United Nations /RES/99/1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from an2un.parse.passage import Passage, joined
from an2un.source import Source

# A symbol of the United Nations as it stands alone in a masthead or running head.
SYMBOL = re.compile(
    r"(?<![\w/])[A-Z]{1,5}(?:/[A-Za-z0-9.()\-]+){1,7}"
    r"(?: {1,2}\((?:\d{4}|[IVXL]+)\)| {1,2}[A-Z](?:[-\u2013][A-Z])?(?![\w/]))?"
)
_COLUMNS = re.compile(r"\s{2,}(?!\(|[A-Z]\Z)|\t")
_INITIALS = re.compile(r"[A-Z]{1,5}")
_BACK = (1, 2)  # lines up to the initials; what stands beside the rest may come between
HEAD_LINES = 60  # lines that may hold a masthead (the longest counted has 38)


def own_symbol(source: Source) -> str:
    """Return the document's symbol as its masthead prints it, or "".

    It stands alone or at the right edge of one of the first lines. Extractors that set one blank
    between the columns of a masthead put it behind words ("United Nations A/99/1"); then it is the
    document's own if a running head begins or ends with it.
    """
    for line in source.lines[:HEAD_LINES]:
        printed = source.slice(line.span).rstrip("* ")  # an asterisk marks a reissue
        match = SYMBOL.match(printed) or SYMBOL.search(_COLUMNS.split(printed)[-1])
        if not match or not printed.endswith(match.group()):
            continue
        before = printed[: len(printed) - len(match.group())]
        if not before or before.endswith(("  ", "\t")) or _heads_pages(source, match.group()):
            return match.group()
    return ""


def _heads_pages(source: Source, symbol: str) -> bool:
    """Say whether a symbol that ends one line begins or ends another."""
    ends = 0
    for line in source.lines:
        printed = source.slice(line.span).rstrip("* ")
        if printed.startswith(symbol):
            return True
        ends += printed.endswith(symbol)
    return ends > 1


def parted_symbol(printed: Iterable[str]) -> str:
    """Return the first symbol whose initials stand above its rest in some lines, else ""."""
    for above, line in pairwise(printed):
        at = _rest(above, line)
        if at is not None:
            return above + line[at:].rstrip("* ")
    return ""


def with_whole_symbols(lines: Sequence[Passage]) -> list[Passage]:
    """Return the lines of a masthead with initials put before the rest of their symbols.

    A symbol so made is a line of its own, below what stands beside its rest.
    """
    whole: list[Passage] = []
    for line in lines:
        found = ((back, _rest(whole[-back].text, line.text)) for back in _BACK[: len(whole)])
        back, at = next(((back, at) for back, at in found if at is not None), (0, 0))
        if not back:
            whole.append(line)
            continue
        initials, beside = whole.pop(-back), line.part(0, at).trimmed()
        whole.extend([beside] if beside.text else [])
        whole.append(joined((initials, line.part(at, len(line.text))), ""))
    return whole


def _rest(above: str, line: str) -> int | None:
    """Return where a line has the rest of the symbol whose initials stand above, else None."""
    at = line.find("/")
    if at < 0 or not _INITIALS.fullmatch(above) or line[:at].rstrip() == line[:at] != "":
        return None
    return at if SYMBOL.fullmatch(above + line[at:].rstrip("* ")) else None
