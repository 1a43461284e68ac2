"""Whether a margin ends the lines of a text: the width that explains where they break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from an2un.parse.typesetting import Row

PRINTED = 55  # ems that no printed line has; 120 columns, the most in texts of the corpus, are 50
_AS_WIDE = 0.95
_MOSTLY = 0.6  # of the lines that go on below: some stand by themselves, or hold figures together
_TELLING = 6  # lines that have to agree
_EACH = 2  # lines that go on for each that does not


def is_unwrapped(lengths: Sequence[float], width: float, margin: Margin) -> bool:
    """Say whether the lines of a text end with their paragraphs: they are wider than any page.

    Most of the text stands in such lines, whatever their number: rows of tables, headings and
    closing lines are many short ones there too.

    lengths  of all lines, in ems
    width    of a long line
    margin   where lines break; as wide as a long line, it ends them, however wide that is
    """
    most = 2 * sum(length for length in lengths if length > PRINTED) > sum(lengths)
    return (width > PRINTED or most) and not margin.ends(max(_AS_WIDE * width, PRINTED))


def folds(rows: Sequence[Row]) -> bool:
    """Say whether paragraphs of a text that has long lines are wrapped, all but its lists for one.

    Then lines without a mark or number go on right below, in small letters where there are such,
    and empty lines stand between most paragraphs.
    """
    plain = [(before, row) for before, row in pairwise(rows) if row.marker is None]
    folded = parted = joined = 0
    for before, row in plain:
        if row.line.gap:
            parted += before.ending != ""
        elif not row.text[0].isupper() and min(before.length, row.length) <= PRINTED:
            folded += before.ending == ""
        else:
            joined += before.ending != ""
    return folded > max(_TELLING, _EACH * joined) and parted > joined


class Margin(NamedTuple):
    """Where lines break: the width that explains most of them, and how many it explains.

    measure  ems, 0 if few lines tell
    """

    measure: float
    explained: int
    of: int

    def ends(self, least: float) -> bool:
        """Say whether it ends most lines that no mark ends, and is as wide as `least`."""
        return self.measure > least and self.explained > _MOSTLY * self.of


def margin_of(rows: Sequence[Row], least: float) -> Margin:
    """Return the margin of a text.

    A line that goes on in the next fitted into the measure, and with the first word of the next
    it would not have. Counted by tenths of an em, in lines of more than `least` ems: the cells of
    tables are set in less.
    """
    steps: defaultdict[int, int] = defaultdict(int)
    broken = 0
    for before, row in pairwise(rows):
        if before.length <= least or before.ending or row.fresh or row.marker:
            continue
        broken += 1
        steps[round(before.length * 10)] += 1
        steps[round((before.length + row.needs) * 10)] -= 1
    places = sorted(steps)
    explained = list(accumulate(steps[place] for place in places))
    most = max(explained, default=0)
    if most < _TELLING:
        return Margin(0.0, most, broken)
    best = explained.index(most)
    return Margin((places[best] + places[best + 1]) / 20, most, broken)
