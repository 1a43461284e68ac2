"""Running heads and feet of pages, by what repeats and by where it stands.

What repeats at the same height of several pages is no part of the text, and neither is the number
of the page by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from an2un.readers.pdf.frame import Box
from an2un.readers.pdf.printed import Printed, PrintedLine
from an2un.source import Place

_ZONE = 5  # lines at either end of a page that may repeat
_TOP, _BOTTOM = 0.85, 0.12  # share of the height above and below which heads and feet stand
_WHOLE = 0.5  # width of a rule below a head relative to the page, at least
_OFTEN = 3  # pages on which a foot stands right below the text; the share of all, too: a third
_APART = 1.0  # line heights between a running head and the text, at least
_PARTED = 0.5  # line heights between text and feet, at least
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"[-\u2013\u2014]?\s?\d{1,4}\s?[-\u2013\u2014]?")
_SYMBOL = re.compile(r"\s*[A-Z]{1,5}(?:/[\w().]+)+\s*")
_STEP = 4.0  # points within which heights are equal


Key = tuple[int, str]
"""Height and words of a line."""


class Heads(NamedTuple):
    """What running heads are known by.

    pages     how many pages there are
    repeated  height and words of lines that stand on several pages, on how many behind the first
    ruled     heights of wide rules that do
    names     what stands by itself in the upper half of the first page: the symbol, for one;
              without brackets, which lines from the right may turn
    """

    pages: int
    repeated: dict[Key, int]
    ruled: set[int]
    names: frozenset[str]

    def known(self, keys: set[Key]) -> set[Key]:
        """Return which of the keys of a line repeat."""
        return keys & self.repeated.keys()

    def often(self, keys: Iterable[Key]) -> bool:
        """Whether a line stands on so many pages that no text does; left and right may differ."""
        count = max(self.repeated.get(key, 0) for key in keys)
        return count >= _OFTEN and count * _OFTEN >= self.pages - 1

    def has(self, lines: Sequence[PrintedLine]) -> bool:
        """Whether one of the lines prints what stands by itself at the top of the first page."""
        return not self.names.isdisjoint(_pieces(lines))


def heads_of(pages: Sequence[Printed]) -> Heads:
    """Return what the running heads and feet of a file are known by."""
    names = _names(pages[0]) if pages else frozenset()
    count = pages[-1].number if pages else 0
    return Heads(count, _repeated(pages), _ruled(pages), names)


def _keys(line: PrintedLine, page: Printed, pages: int) -> set[Key]:
    """Return height and words of a line, as they are and without the numbers of its page and all.

    The date of printing may have such a number in it.
    """
    numbers = {str(page.number), str(pages)}
    words = _NUMBER.sub(lambda match: "" if match[0] in numbers else match[0], line.text)
    height = round(line.base / _STEP)
    return {(height, words), (height, line.text)}


def _repeated(pages: Sequence[Printed]) -> dict[Key, int]:
    """Return what stands at the same height of two pages, and on how many behind the first.

    The head of the first page is its masthead, and counts for none.
    """

    def ends(page: Printed, top: float) -> set[Key]:
        lines = [line for line in page.lines if _is_at_end(line, page) and line.base < top]
        return {key for line in lines for key in _keys(line, page, pages[-1].number)}

    counts = Counter(key for page in pages if page.number > 1 for key in ends(page, page.height))
    first = {key for page in pages if page.number == 1 for key in ends(page, page.height / 2)}
    return {key: count for key, count in counts.items() if count > 1 or key in first}


def _is_at_end(line: PrintedLine, page: Printed) -> bool:
    return not _BOTTOM * page.height < line.base < _TOP * page.height


def _names(first: Printed) -> frozenset[str]:
    """Return what stands by itself in the upper half of the first page: the symbol, for one."""
    return frozenset(_pieces(line for line in first.lines if line.base > first.height / 2))


def _pieces(lines: Iterable[PrintedLine]) -> Iterator[str]:
    """Yield what stands side by side in lines, without brackets."""
    for line in lines:
        yield from (piece.translate(_BRACKETS).strip() for piece in line.text.split("\t"))


_BRACKETS = {ord(bracket): None for bracket in "()"}


def _ruled(pages: Sequence[Printed]) -> set[int]:
    """Return the heights at which several pages behind the first have a wide rule."""
    wide = {(p.number, _step(r)) for p in pages if p.number > 1 for r in p.rules if _is_wide(r, p)}
    counts = Counter(height for _, height in wide)
    return {height for height, count in counts.items() if count > 1}


def _step(rule: Box) -> int:
    return round(rule.bottom / _STEP)


def _is_wide(rule: Box, page: Printed) -> bool:
    return rule.right - rule.left > _WHOLE * page.width


def outside(page: Printed, heads: Heads) -> list[PrintedLine]:
    """Return the lines of a page with heads and feet marked; the first page has a masthead.

    A foot stands apart from the text, or on many pages: notes end in the same words on two.
    """
    first = page.number == 1
    below = page.height * 2 if first else min(_head_rule(page, heads), _head_gap(page, heads))
    found = []
    apart = False
    for line in page.lines:
        place: Place = line.place
        if line.base > below:
            place = "head"
        elif _is_at_end(line, page) and (keys := heads.known(_keys(line, page, heads.pages))):
            high = line.base > page.height / 2
            apart = not high and (apart or line.gap >= _PARTED or heads.often(keys))
            stays = high and first and not _is_of_a_browser(line)
            place = place if stays else "head" if high else "foot" if apart else place
        elif _is_page_number(line, page) or _is_figures(line, page):
            place = "head" if line.base > page.height / 2 else "foot"
        found.append(line._replace(place=place))
    return found


def _is_page_number(line: PrintedLine, page: Printed) -> bool:
    """Whether a line apart at either end of a page behind the first is nothing but its number."""
    if page.number == 1 or not _is_at_end(line, page) or not _ALONE.fullmatch(line.text):
        return False
    below = [other for other in page.lines if other.base < line.base]
    gap = below[0].gap if line.base > page.height / 2 and below else line.gap
    return gap >= _PARTED and line.text.strip("-\u2013\u2014 ") == str(page.number)


def _is_figures(line: PrintedLine, page: Printed) -> bool:
    """Whether a line apart at the foot has a job number and the number of the page, no words."""
    numbers = line.text.split()
    return (
        stands_apart(line, page)
        and str(page.number) in numbers
        and len(numbers) > 1
        and not any(map(str.isalpha, line.text))
    )


def _is_of_a_browser(line: PrintedLine) -> bool:
    """Whether a line of the first page that others repeat may be none of its masthead.

    Browsers print time, title and address on all pages; a masthead tells the symbol, too.
    """
    cells = line.text.split("\t")
    return len(cells) > 1 and not any(map(_SYMBOL.fullmatch, cells))


def _head_rule(page: Printed, heads: Heads) -> float:
    """Return the height of the rule below the running head; above the page if there is none.

    The last row of a table may stand alone above the rule that ends the table: it has cells, and
    neither is its rule that of other pages nor does it say what the first page says.
    """
    for rule in page.rules:
        above = [line for line in page.lines if line.base > rule.bottom]
        high = rule.bottom > _TOP * page.height and 0 < len(above) < _ZONE
        if high and _is_wide(rule, page):
            known = _step(rule) in heads.ruled or heads.has(above)
            return rule.bottom if known or not _has_cells(above) else page.height * 2
    return page.height * 2


def _has_cells(lines: Sequence[PrintedLine]) -> bool:
    return any("\t" in line.text for line in lines)


def _head_gap(page: Printed, heads: Heads) -> float:
    """Return the height of the gap below a running head; above the page if there is none.

    The lines above the first wide gap are a head if one of them prints what stands by itself at
    the top of the first page.
    """
    for index, line in enumerate(page.lines[: _ZONE + 1]):
        if index and line.gap >= _APART:
            above = page.lines[:index]
            high = above[-1].base > _TOP * page.height
            return line.base + 1 if high and heads.has(above) else page.height * 2
    return page.height * 2


def stands_apart(line: PrintedLine, page: Printed) -> bool:
    """Whether a line stands apart at the foot of a page."""
    return line.base < _BOTTOM * page.height and line.gap >= _APART
