"""Where tables are: rows on end, the head above them, and the lines between that belong to them.

Above the head stands a caption, which is a heading. It is told by its label, by the gap below it,
or by what stands above: where a sentence ends in a colon the table follows, below the closing lines
or the label of an annex its title does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.labels import is_bare_label
from an2un.parse.tables.evidence import Seen, ends_text, is_caption, is_sentence
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


_LEAST = 3  # rows that make a table
_BETWEEN = 14  # lines without figures between two rows: wrapped labels, subheadings
_BETWEEN_WHOLE = 3  # the same where each line is a row of its own
_FULL = 4  # of them, lines that fill the line as sentences do
_HEAD = 12  # lines above the first row
_LONG = 60  # characters of a line that is a numbered paragraph, not a row


def regions(lines: Sequence[Seen], language: Language, *, wrapped: bool) -> list[Region]:
    """Return the tables among lines, in order; `wrapped` says that lines end at a margin.

    Below a head that stands above a table elsewhere fewer rows are one, so a second look follows.
    """
    search = _Search(lines, language, _BETWEEN if wrapped else _BETWEEN_WHOLE)
    found = list(search.tables())
    return list(search.tables()) if search.heads else found


class _Search:
    """The search for tables; remembers the heads it has seen."""

    def __init__(self, lines: Sequence[Seen], language: Language, between: int) -> None:
        self.lines, self.language, self.between = lines, language, between
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
        top = first
        lowest = max(lowest, first - _HEAD)
        while top > lowest and self._may_head(top - 1) and not self._is_caption(top - 1):
            top -= 1
        higher = top
        while higher > lowest and self._may_head(higher - 1):
            higher -= 1
        introduced = higher < top and self._introduces(higher - 1)
        return higher if introduced and not self._is_caption(higher) else top

    def _may_head(self, index: int) -> bool:
        line = self.lines[index]
        if not line.open or ends_text(line, self.language):
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
        at = top + 1
        while at < first and (self.lines[at].text[0].islower() or not self.lines[at - 1].free):
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
        end, at, full = first + 1, first + 1, 0
        usual = self._usual_gap(first)
        repeated: set[int] = set()
        again: set[int] = set()
        while at < len(self.lines) and at - end - len(again) <= self.between:
            line = self.lines[at]
            if line.is_row or line.may_row:
                end, full = at + 1, 0
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
                if full > _FULL:
                    break
            at += 1
        return end, repeated

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
        return len(line.text) > _LONG and read_marker(line.text) is not None
