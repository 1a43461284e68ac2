"""The page as it is looked at: its lines run from left to right above its lower left corner.

A file may turn its pages when they are shown, print a table along the long side of a page that
stands upright, and show a part of a larger sheet. What is printed is measured as if it did none of
this: the direction in which most characters run is that of its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle of the page in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Frame(NamedTuple):
    """How a page lies in the coordinates of its file.

    shown    the part of the sheet that is shown, in the points of the file
    quarter  quarters of a turn, against the clock, by which its lines run there
    """

    shown: Box
    quarter: int = 0

    @property
    def width(self) -> float:
        """The width of the page in points."""
        left, bottom, right, top = self.shown
        return top - bottom if self.quarter % 2 else right - left

    @property
    def height(self) -> float:
        """The height of the page in points."""
        left, bottom, right, top = self.shown
        return right - left if self.quarter % 2 else top - bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the file is on the page."""
        left, bottom, right, top = self.shown
        along = (x - left, y - bottom, right - x, top - y)
        return along[self.quarter], along[(self.quarter + 1) % 4]

    def box(self, box: Box) -> Box:
        """Return where a rectangle of the file is on the page."""
        one, other = self.place(box.left, box.bottom), self.place(box.right, box.top)
        (left, right), (bottom, top) = map(sorted, zip(one, other, strict=True))
        return Box(left, bottom, right, top)

    def sides(self, edges: Sequence[float]) -> tuple[list[float], list[float]]:
        """Return the left and right edges of boxes, of each left, top, right, bottom are given."""
        return self._between(edges, self.quarter)

    def levels(self, edges: Sequence[float]) -> tuple[list[float], list[float]]:
        """Return the lower and upper edges of boxes, of each left, top, right, bottom are given."""
        return self._between(edges, (self.quarter + 1) % 4)

    def _between(self, edges: Sequence[float], way: int) -> tuple[list[float], list[float]]:
        """Return how far boxes stretch one way: 0 to the right in the file, 1 up, 2 left, 3 down.

        Distances are from the edge of the page that lies the other way.
        """
        left, bottom, right, top = self.shown
        start, sign, near, far = (
            (left, 1, 0, 2), (bottom, 1, 3, 1), (right, -1, 2, 0), (top, -1, 1, 3),
        )[way]  # fmt: skip
        first, last = edges[near::4], edges[far::4]
        if start == 0 and sign == 1:
            return list(first), list(last)
        return [sign * (at - start) for at in first], [sign * (at - start) for at in last]


def quarter_of(a: float, b: float) -> int | None:
    """Return the quarters of a turn by which a direction is turned; None where it is aslant."""
    if abs(b) <= _TILT * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _TILT * abs(b):
        return 1 if b > 0 else 3
    return None


_TILT = 0.02  # tangent of the angle to the line beyond which a run is no part of it
