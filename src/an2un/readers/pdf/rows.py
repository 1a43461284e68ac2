"""Glyphs of a page to rows: what stands on one printed line, top to bottom.

A row is the glyphs of one baseline and those raised above it or sunk below it, which are smaller.
Glyphs keep the order of the file inside a run; runs are put in the order of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from an2un.readers.pdf.glyphs import Font, Glyph
from an2un.readers.pdf.letters import is_sign


@dataclass(slots=True)
class Run:
    """Glyphs of one font on one baseline that follow each other in the file.

    left, right  edges of its ink; of its blanks where it has no ink
    place        its number in the order of the file
    signs        whether it holds nothing but vowel signs and accents, or letters with one each:
                 some programs name them all where the sign stands
    text         what its glyphs say, in their order
    """

    glyphs: list[Glyph]
    font: Font
    left: float
    right: float
    has_ink: bool
    place: int
    signs: bool = False
    text: str = ""


@dataclass(slots=True)
class Row:
    """One printed line: its runs, in no order.

    base         height of the baseline in points
    size         type size of most of its glyphs
    left, right  edges of what is printed
    """

    runs: list[Run]
    base: float
    size: float
    left: float = 0.0
    right: float = 0.0

    def glyphs(self) -> list[Glyph]:
        """Return the glyphs of all runs in the order of the file."""
        runs = sorted(self.runs, key=lambda run: run.place)
        return [glyph for run in runs for glyph in run.glyphs]


_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")
_TEXT, _FONT = attrgetter("text"), attrgetter("font")
_LEVEL = 0.15  # em by which baselines of one line may differ
_RAISED = (0.2, 0.75)  # em between a baseline and that of characters raised above it
_SUNK = (-0.45, -0.1)
_SMALL = 0.91  # size of such characters relative to the line's, at most
_LARGE = 1.8  # size of letters across the text relative to its own, at least
_DEPTH = 0.2  # em that letters reach below their line
_SAME = 0.1  # em within which the same words are printed at one place
_BESIDE = 1.5  # em within which they stand beside the line's text


def rows(glyphs: Sequence[Glyph]) -> tuple[list[Row], list[Row]]:
    """Return the rows of a page and, a run a row, what is printed across them.

    Rows stand top to bottom; blanks alone make no row. Across them run texts in other directions
    (stamps, marginal notes), and large letters over or under their lines (watermarks).
    """
    runs = list(_runs(glyphs))
    upright = [run for run in runs if run.font.upright]
    tilted = [run for run in runs if not run.font.upright]
    kept, large = _without_large(upright)
    across = [Row([run], run.font.base, run.font.size) for run in (*tilted, *large) if run.has_ink]
    return sorted(_joined(_levelled(kept)), key=lambda row: -row.base), across


def _without_large(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Return runs without large ones that lines of the text are printed over, and these."""
    ink = [run for run in runs if run.has_ink]
    usual = _usual((round(run.font.size, 1), run) for run in ink) if ink else 0.0
    large = [run for run in ink if run.font.size > _LARGE * usual]
    if not large:
        return runs, []
    plain = [run for run in ink if run.font.size <= _LARGE * usual]
    levels = {run.font.base for run in large if any(_is_across(run, other) for other in plain)}
    across = [run for run in large if run.font.base in levels]
    gone = {run.place for run in across}
    return [run for run in runs if run.place not in gone], across


def _is_across(large: Run, run: Run) -> bool:
    """Whether words stand where a large letter is printed, some of it above and below them."""
    low, high = large.font.base - _DEPTH * large.font.size, large.font.base + large.font.size / 2
    shared = min(run.right, large.right) - max(run.left, large.left)
    return low < run.font.base < high and shared > run.font.size


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """Yield the glyphs that share a font."""
    fonts = list(map(id, map(_FONT, glyphs)))
    ends = [at for at, (a, b) in enumerate(pairwise(fonts), 1) if a != b]
    for place, (start, end) in enumerate(pairwise([0, *ends, len(fonts)] if fonts else ())):
        run = list(glyphs[start:end])
        text = "".join(map(_TEXT, run))
        ink = run
        if any(map(str.isspace, text)):
            ink = [glyph for glyph in run if not glyph.text.isspace()]
        edges = ink or run
        left, right = min(map(_LEFT, edges)), max(map(_RIGHT, edges))
        signs = not text.isascii() and _holds_signs(run)
        yield Run(run, run[0].font, left, right, bool(ink), place, signs, text)


def _holds_signs(run: Sequence[Glyph]) -> bool:
    """Whether glyphs are vowel signs and accents, and no more letters than these."""
    signs = sum(map(is_sign, run))
    return signs > 0 and len(run) <= 2 * signs


def _levelled(runs: Iterable[Run]) -> list[Row]:
    """Put the runs that share a baseline into rows."""
    made: list[Row] = []
    for run in sorted(runs, key=lambda run: -run.font.base):
        row = made[-1] if made else None
        last = row.runs[-1].font if row else run.font
        if row and last.base - run.font.base <= _LEVEL * min(last.size, run.font.size):
            row.runs.append(run)
        else:
            made.append(Row([run], run.font.base, run.font.size))
    made = [row for row in made if any(run.has_ink for run in row.runs)]
    for row in made:
        row.runs = _once(row.runs)
        ink = [run for run in row.runs if run.has_ink]
        row.left, row.right = min(run.left for run in ink), max(run.right for run in ink)
        row.size = _usual((round(run.font.size, 1), run) for run in ink)
        row.base = _usual((run.font.base, run) for run in ink)
    return made


def _once(runs: Sequence[Run]) -> list[Run]:
    """Return runs without those that print another one again; a hair beside it, this makes bold."""
    kept: list[Run] = []
    known: dict[str, list[Run]] = {}
    for run in runs:
        alike = known.setdefault(run.text, []) if run.has_ink else []
        twin = next((other for other in alike if _is_at(run, other)), None)
        if twin is None:
            alike.append(run)
            kept.append(run)
        elif (twin.left, twin.font.base) != (run.left, run.font.base):
            _set_in(twin, twin.font._replace(bold=True))
    return kept


def _is_at(run: Run, other: Run) -> bool:
    reach = _SAME * run.font.size
    return abs(run.left - other.left) < reach and abs(run.right - other.right) < reach


def _set_in(run: Run, font: Font) -> None:
    run.font = font
    run.glyphs = [glyph._replace(font=font) for glyph in run.glyphs]


def _usual(measures: Iterable[tuple[float, Run]]) -> float:
    """Return the measure that most glyphs have, the largest of several."""
    weights: dict[float, int] = {}
    for measure, run in measures:
        weights[measure] = weights.get(measure, 0) + len(run.glyphs)
    return max(weights, key=lambda measure: (weights[measure], measure))


def _joined(found: list[Row]) -> list[Row]:
    """Put raised and sunk runs into the rows they belong to."""
    kept: list[Row] = []
    moved: list[tuple[Run, Row]] = []
    for index, row in enumerate(found):
        own = []
        for run in row.runs:
            host = _host(run, found, index)
            if host is None:
                own.append(run)
            else:
                moved.append((run, host))
        row.runs = own
        if any(run.has_ink for run in own):
            kept.append(row)
    for run, host in moved:
        if run.font.base > host.base and not run.signs:
            _set_in(run, run.font._replace(raised=True))
        host.runs.append(run)
        host.left, host.right = min(host.left, run.left), max(host.right, run.right)
    return kept


def _host(run: Run, found: Sequence[Row], index: int) -> Row | None:
    """Return the row that a run is raised above or sunk below, None if it is of its own row."""
    if run.signs:
        return _lettered(run, found, index)
    for step, (low, high) in ((1, _RAISED), (-1, _SUNK)):
        for row, shift in _beside(run, found, index, step):
            if run.font.size <= _SMALL * row.size and low < shift < high:
                return row
    return None


def _lettered(run: Run, found: Sequence[Row], index: int) -> Row | None:
    """Return the row of the letters that vowel signs stand above or below; None: their own.

    Calls of notes may stand as high as they do, and are no letters of theirs: they are smaller.
    """
    least = run.font.size * _SMALL
    if any(not other.signs and other.font.size > least for other in found[index].runs):
        return None
    near = [
        (abs(shift), row)
        for step in (1, -1)
        for row, shift in _beside(run, found, index, step)
        if not all(other.signs for other in row.runs)
    ]
    return min(near, key=lambda pair: pair[0], default=(0.0, None))[1]


def _beside(run: Run, found: Sequence[Row], index: int, step: int) -> Iterator[tuple[Row, float]]:
    """Yield the rows below (1) or above (-1) that reach to a run, and how high it stands in em."""
    at = index + step
    while 0 <= at < len(found):
        row = found[at]
        shift = (run.font.base - row.base) / row.size
        if abs(shift) > 1:
            return
        if row.left - _BESIDE * row.size < run.left < row.right + _BESIDE * row.size:
            yield row, shift
        at += step
