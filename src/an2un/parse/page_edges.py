"""Lines that recur on top or at the foot of the pages: no part of the text, whatever they say.

What a library, an archive or a printer puts there no shape tells: its own name, a stamp, a date,
the title of a volume. The same words at the same edge of all inner pages do, and a number that
goes on from page to page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from an2un.parse.own_symbol import SYMBOL
from an2un.parse.shapes import Kind, Reason
from an2un.source import Source

_DEEPEST = 6  # lines of a head or foot
_LONGEST = 300  # characters of a line of it
_TELLING = 3  # pages on which words recur by no chance
_PROVED = 2  # the same with a symbol, and above a foot; on top the head of a table may recur
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"[^\W\d_]+ 0")  # a heading that counts: two pages may open with one each
_MARK = re.compile(r"[(\[]?\d{1,3}[.)\]]?")  # of a note, on a line of its own
_COUNTED = re.compile(r"[(\[]?0[.)\]]\s")  # a paragraph with its number, as a pattern


def mark_edges(source: Source, kinds: list[Kind]) -> None:
    """Mark the lines that recur at one edge of the pages, from the edge inwards.

    Only where the source tells its pages: elsewhere headings recur and count on as well.
    """
    if source.lines[-1].page <= source.lines[0].page:
        return
    pages = [
        [index for index, _ in page]
        for _, page in groupby(enumerate(source.lines), key=lambda item: item[1].page)
    ]
    _peel(source, kinds, pages, "running head")
    _peel(source, kinds, [page[::-1] for page in pages], "page foot")


def _peel(
    source: Source, kinds: list[Kind], pages: Sequence[Sequence[int]], reason: Reason
) -> None:
    """Mark the lines at one edge, one after the other, as long as they recur."""
    for _ in range(_DEEPEST):
        seen = reason == "page foot" and all(kinds[page[0]] for page in pages)
        edge = [next((index for index in page if not kinds[index]), -1) for page in pages]
        if reason == "running head":
            edge[0] = -1  # the masthead prints it
        else:
            edge = [-1 if _is_note(source, at) else at for at in edge]
        printed = [_printed(source, at) for at in edge]
        found = list(_recurring(printed, _PROVED if seen else _TELLING))
        for position in found:
            kinds[edge[position]] = reason
        if not found:
            return


def _is_note(source: Source, at: int) -> bool:
    """Whether a line stands below a number alone: notes of several pages may cite the same."""
    return at > 0 and _MARK.fullmatch(_printed(source, at - 1)) is not None


def _printed(source: Source, at: int) -> str:
    return source.slice(source.lines[at].span) if at >= 0 else ""


def _recurring(printed: Sequence[str], telling: int) -> Iterator[int]:
    """Yield the pages whose line recurs on all inner pages, or on every other one of them.

    telling  pages on which words recur by no chance
    """
    alike: dict[str, list[int]] = {}
    for position, line in enumerate(printed):
        if line and len(line) <= _LONGEST:
            alike.setdefault(_DIGITS.sub("0", line), []).append(position)
    last = len(printed) - 1
    inner = ((last - 1) // 2, last // 2)  # how many even and odd pages there are, counted from zero
    for pattern, positions in alike.items():
        least = sum(inner[side] for side in {position % 2 for position in positions})
        if sum(0 < at < last for at in positions) < least or _COUNTED.match(pattern):
            continue
        enough = _PROVED if SYMBOL.search(printed[positions[0]]) else telling
        numbers = [list(map(int, _DIGITS.findall(printed[at]))) for at in positions]
        columns = [_from_page(positions, column) for column in zip(*numbers, strict=True)]
        numbered = 1 in columns and len(positions) > 1 and not _LABEL.fullmatch(pattern)
        if None not in columns and (numbered or len(positions) >= enough):
            yield from positions


def _from_page(positions: Sequence[int], numbers: Sequence[int]) -> int | None:
    """Return by how much numbers differ from those of their pages, counted from zero.

    Zero where all of them are the same, None where they count nothing.
    """
    distances = {number - at for number, at in zip(numbers, positions, strict=True)}
    if len(set(numbers)) == 1:
        return 0
    return distances.pop() if len(distances) == 1 else None
