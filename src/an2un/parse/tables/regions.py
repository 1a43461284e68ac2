"""Where tables are: rows on end, the head above them, and the lines between that belong to them.

Above the head stands a caption, which is a heading. It is told by its label, by the gap below it,
or by what stands above: where a sentence ends in a colon the table follows, below the closing lines
or the label of an annex its title does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.labels import is_bare_label
from an2un.parse.style import Style
from an2un.parse.tables.evidence import COMMAS, Seen, ends_text, is_caption, is_sentence
from an2un.wording.markers import read_marker


class Region(NamedTuple):
    """A table among the lines of a text.

    start, end  its lines
    body        its first line below the head, as far as the head is told by a gap; else its
                first row
    repeated    lines inside that print its head again on top of a page, and are no part of it
    """

    start: int
    body: int
    end: int
    repeated: frozenset[int]


def plain(line: Seen) -> str:
    """Return a line with single blanks: the same head is set in wider and narrower columns."""
    return " ".join(line.text.split())


def _open_brackets(lines: Sequence[Seen]) -> int:
    return sum(line.text.count("(") - line.text.count(")") for line in lines)


_LEAST = 3  # rows that make a table
_BETWEEN = 14  # lines without figures between two rows: wrapped labels, subheadings
_BETWEEN_WHOLE = 3  # the same where each line is a row of its own
_NARROW = 0.5  # of a line; what takes less stands in columns, and counts for nothing there
_FULL = 4  # of them, lines that fill the line as sentences do
_HEAD = 12  # lines above the first row
_TALLEST = 120  # the same with narrow ones, which are cells of rows without figures
_NONE = ("-", "\u2013", "\u2014")  # dashes, which stand for no figure in a table
_LONE = re.compile(r"(?<!\S)(?:\d{1,3}|[-\u2013\u2014])(?!\S)")  # a figure, or none
_LONG = 60  # characters of a line that is a numbered paragraph, not a row


def regions(lines: Sequence[Seen], language: Language, style: Style) -> list[Region]:
    """Return the tables among lines, in order; the style says whether lines end at a margin.

    Below a head that stands above a table elsewhere fewer rows are one, so a second look follows.
    """
    search = _Search(lines, language, style)
    found = list(search.tables())
    return list(search.tables()) if search.heads else found


class _Search:
    """The search for tables; remembers the heads it has seen."""

    def __init__(self, lines: Sequence[Seen], language: Language, style: Style) -> None:
        self.lines, self.language = lines, language
        self.between = _BETWEEN if style.wrapped else _BETWEEN_WHOLE
        self.narrow = _NARROW * style.width if style.wrapped else 0.0
        self.heads: set[str] = set()

    def tables(self) -> Iterator[Region]:
        """Yield the tables, and note their heads."""
        at = lowest = 0
        while at < len(self.lines):
            if not self._begins(at):
                at += 1
                continue
            found = self.region(at, lowest)
            at = max(found.end, at + 1)
            if self.is_table(found):
                lowest = found.end
                yield found

    def _begins(self, at: int) -> bool:
        """Say whether a line is the first row of a table."""
        line = self.lines[at]
        return line.is_row or (at > 0 and line.may_row and plain(self.lines[at - 1]) in self.heads)

    def region(self, first: int, lowest: int) -> Region:
        """Return the table whose first row is given; nothing above `lowest` belongs to it."""
        top = self._top(first, lowest)
        start = self._below_caption(top, first)
        end, repeated = self._end(first, list(map(plain, self.lines[start:first])))
        return Region(start, self._body(start, first), end, frozenset(repeated))

    def is_table(self, found: Region) -> bool:
        """Say whether there are rows enough; fewer do below a head that is known."""
        lines = self.lines[found.start : found.end]
        head = lines[0]
        if not head.is_row and self.language.mood(head.text) == "preambular":
            return False  # a sentence whose lines end in numbers of resolutions
        if plain(head) in self.heads:
            return any(line.is_row or line.may_row for line in lines[1:])
        if sum(line.is_row for line in lines) < _LEAST:
            return False
        if head.free and not head.tail and (head.is_row or found.body > found.start):
            self.heads.add(plain(head))
        return True

    # ------------------------------------------------------------------------------------- above

    def _top(self, first: int, lowest: int) -> int:
        """Return the first of the lines above a row that may belong to its table or its caption."""
        top, wide, highest = first, 0, max(lowest, first - _TALLEST)
        while top > highest and self._may_head(top - 1) and not self._is_caption(top - 1):
            wide += not self._is_narrow(top - 1)
            if wide > _HEAD:
                break
            top -= 1
        higher = top
        while higher > max(lowest, top - _HEAD) and self._may_head(higher - 1):
            higher -= 1
        introduced = higher < top and self._introduces(higher - 1)
        return higher if introduced and not self._is_caption(higher) else top

    def _is_narrow(self, index: int) -> bool:
        """Say whether a line stands in columns: it is narrow, or holds a figure of its own.

        Lines that no margin ends are never narrow.
        """
        line = self.lines[index]
        if self.narrow:
            return line.row.length < self.narrow
        return line.open and _LONE.search(line.text) is not None

    def _may_head(self, index: int) -> bool:
        line = self.lines[index]
        within = self._is_narrow(index) and line.text.endswith(COMMAS)  # the words of a cell
        if not (line.open or within) or ends_text(line, self.language):
            return False
        return self._is_caption(index) or read_marker(line.text) is None

    def _is_caption(self, index: int) -> bool:
        return is_caption(self.lines[index], self.language)

    def _introduces(self, index: int) -> bool:
        """Say whether a line ends in a colon or a comma, and the table follows right below it."""
        return index >= 0 and not self.lines[index].open and not is_sentence(self.lines[index])

    def _below_caption(self, top: int, first: int) -> int:
        """Return where the table begins among the lines that may belong to it or its caption."""
        if top == first:
            return first
        labelled = top > 0 and self._is_caption(top - 1)
        bare = labelled and is_bare_label(self.lines[top - 1].text, self.language)
        if self._introduces(top - 1) or (labelled and not bare):
            return self._known(top, first, top)
        gaps = [self.lines[index].row.line.gap for index in range(top, first + 1)]
        if not self.lines[top].row.fresh and max(gaps[1:]) > self._usual_gap(first):
            return top + 1 + gaps[1:].index(max(gaps[1:]))
        return self._known(top, first, self._below_title(top, first))

    def _known(self, top: int, first: int, start: int) -> int:
        """Return where a head begins that stood above another table, else `start`."""
        known = (index for index in range(top, first) if plain(self.lines[index]) in self.heads)
        return next(known, start)

    def _below_title(self, top: int, first: int) -> int:
        """Return the line below a title: it ends where the next line begins with a capital."""
        at, usual = top + 1, self._usual_gap(first)
        while at < first and (self.lines[at].text[0].islower() or not self.lines[at - 1].free):
            if self.lines[at].row.line.gap > usual:
                break
            at += 1
        return at if at < first else top

    def _usual_gap(self, first: int) -> float:
        """Return the space between most rows."""
        below = self.lines[first + 1 : first + 2 * _HEAD]
        gaps = Counter(line.row.line.gap for line in below if line.is_row and not line.row.fresh)
        return gaps.most_common(1)[0][0] if gaps else self.lines[first].row.line.gap

    def _body(self, start: int, first: int) -> int:
        """Return where the head ends: at a wider gap, else at the first row."""
        usual = self._usual_gap(first)
        below = range(start + 1, first + 1)
        parted = (index for index in below if self.lines[index].row.line.gap > usual)
        return next(parted, first)

    # ------------------------------------------------------------------------------------- below

    def _end(self, first: int, head: Sequence[str]) -> tuple[int, set[int]]:
        """Return the line behind the last row of a table, and the lines that repeat its head."""
        end, at, full, wide = first + 1, first + 1, 0, 0
        usual = self._usual_gap(first)
        repeated: set[int] = set()
        again: set[int] = set()
        while at < len(self.lines) and wide <= self.between:
            line = self.lines[at]
            near = at - end - len(again) <= self.between
            if line.is_row or (line.may_row and near):
                end, full, wide = at + 1, 0, 0
                repeated |= again
                again = set()
            elif same := self._repeats(at, head):
                if not line.row.fresh or at != end:
                    break
                again = set(range(at, at + same))
                at += same
                continue
            elif self._leaves(line) or (self._is_caption(at) and self._is_apart(end, at, usual)):
                break
            else:
                full += not line.free
                wide += not self._is_narrow(at)
                if full > _FULL:
                    break
            at += 1
        return self._words_of_sum(end, usual), repeated

    def _words_of_sum(self, end: int, usual: float) -> int:
        """Return the line behind a table whose last row, a sum, goes on in words behind its figure.

        The lines of these words begin small, stand in brackets or below a line that they fill;
        in narrow columns it is enough that they open with no capital.
        """
        below = range(end - 1, max(end - _HEAD, -1), -1)
        last = next((at for at in below if self.lines[at].sums), end)
        if last == end or self.lines[last].tail:
            return end
        inside = _open_brackets(self.lines[last:end])
        while end < len(self.lines):
            line, before = self.lines[end], self.lines[end - 1]
            small = line.text[0].islower() or (
                self._is_narrow(end) and not line.text[0].isupper() and self._may_head(end)
            )
            goes_on = small or inside > 0 or not before.free
            if line.row.fresh or line.row.line.gap > usual or line.is_row or not goes_on:
                break
            inside += _open_brackets([line])
            end += 1
        return end

    def _is_apart(self, end: int, at: int, usual: float) -> bool:
        """Say whether a line, or one between it and the last row, stands apart from the rows.

        On top of a page nothing tells.
        """
        rows = (self.lines[index].row for index in range(end, at + 1))
        return any(row.line.gap > usual and not row.fresh for row in rows)

    def _repeats(self, at: int, head: Sequence[str]) -> int:
        """Return how many lines from here print the head again."""
        if not head or plain(self.lines[at]) != head[0]:
            return 0
        count = 0
        while count < len(head) and self.lines[at + count : at + count + 1]:
            if plain(self.lines[at + count]) != head[count]:
                break
            count += 1
        return count

    def _leaves(self, line: Seen) -> bool:
        """Say whether a line without figures cannot stand between two rows."""
        if is_sentence(line) or ends_text(line, self.language):
            return True
        if not line.open and not line.free:
            return True
        marker = read_marker(line.text) if len(line.text) > _LONG else None
        return marker is not None and marker.text not in _NONE
