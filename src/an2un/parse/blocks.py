"""Body lines to paragraphs: where one ends and the next begins.

No single sign is enough: some extractors indent the first line of a paragraph, some leave a blank
line, some do neither; at the start of a page all of them fail. So each boundary between two lines
is decided by what the text itself says (punctuation, markers, openers, a line left short) and by
the signs that this document is seen to use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.parse.labels import is_bare_label, read_label
from an2un.parse.layout import Page
from an2un.parse.lines import Mender
from an2un.parse.passage import Passage
from an2un.parse.tables import Stretch, find_tables
from an2un.parse.typesetting import Row, Style, measure, rows_of
from an2un.record import Record
from an2un.source import Line, Source, Span
from an2un.wording.markers import Marker


class Block(Record):
    """One printed paragraph: its text and how it stood on the page.

    indent  of its first line beyond the edge of the page
    gap     space above beyond the usual, in lines
    lines   how many it took; `short` says that each of them ended before the margin
    """

    passage: Passage
    lines: tuple[Line, ...]
    indent: float
    gap: float
    fresh: bool
    short: bool
    cells: tuple[tuple[Passage, ...], ...] = ()  # of a table, row by row
    proved: bool = True  # whether the columns of a table are told apart
    repeated: tuple[Span, ...] = ()  # the head of a table where a page prints it again

    @property
    def text(self) -> str:
        """The running text, calls included."""
        return self.passage.text


# A row of asterisks parts the text; in a symbol font they come out as noughts.
_ORNAMENT = re.compile(r"\*(?: ?\*){1,6}|0(?: 0){2}|_{5,}")
_LABEL = 60  # characters of a label; a longer line can only be a formula
_CLOSING = 60  # characters of a line that names the meeting or the date
_CLOSING_LINES = 3  # meeting, date and place


def blocks(
    source: Source, pages: Sequence[Page], mender: Mender, language: Language
) -> tuple[Block, ...]:
    """Return the paragraphs of the body lines of all pages, in printed order."""
    rows = rows_of(source, pages, language)
    if not rows:
        return ()
    style = measure(rows, language)
    found: list[Block] = []
    at = 0
    for table in find_tables(mender, rows, style, language):
        found.extend(_paragraphs(rows[at : table.start], mender, style, language))
        found.append(_table(rows[table.start : table.end], table, mender))
        at = table.end
    found.extend(_paragraphs(rows[at:], mender, style, language))
    return tuple(found)


def _table(rows: Sequence[Row], table: Stretch, mender: Mender) -> Block:
    """Return a table as one block, each of its cells a passage."""
    first = rows[0]
    cells = tuple(
        tuple(
            mender.passage([first.line._replace(span=span) for span in cell]) for cell in row.cells
        )
        for row in table.rows
    )
    lines = tuple(row.line for row in rows)
    return Block(
        Passage(""), lines, first.indent, 0, first.fresh, True, cells, table.proved, table.repeated
    )


def _paragraphs(
    rows: Sequence[Row], mender: Mender, style: Style, language: Language
) -> list[Block]:
    """Return the paragraphs of lines without tables."""
    found: list[Block] = []
    if not rows:
        return found
    counts = _Counts()
    group = [rows[0]]
    labelled = False  # a label stands alone above the group, so its first line may be a heading
    counts.note(rows[0].marker)
    for row in rows[1:]:
        alone = len(group) == 1 and _stands_alone(group[0].text, language)
        titled = labelled and len(group) == 1 and _is_title(group[0], row, style)
        number = _by_marker(row.marker, counts) if row.marker else 0.0
        if not (alone or titled) and not _begins(group, row, style, number, language):
            group.append(row)
            continue
        found.append(_block(group, mender, style))
        labelled = alone and not titled
        group = [row]
        counts.note(row.marker)
    found.append(_block(group, mender, style))
    return [block for block in found if block.text]


def _is_title(line: Row, below: Row, style: Style) -> bool:
    """Say whether a line below a label is its heading: short, open, above a sentence."""
    short = line.length < 0.7 * style.width and not line.ending
    return short and not below.text[0].islower() and below.length > line.length


def _stands_alone(text: str, language: Language) -> bool:
    """Say whether a line is a paragraph by itself: a formula, or a label whose text is the next."""
    if is_ornament(text):
        return True
    if len(text) > _LABEL:
        return text.endswith(language.preambular_ends) and language.formula(text) != ""
    return (
        is_bare_label(text, language) or language.annex_label(text) or language.formula(text) != ""
    )


def is_ornament(text: str) -> bool:
    """Say whether a line is a row of asterisks, which parts the text."""
    return _ORNAMENT.fullmatch(text) is not None


def _may_close(text: str) -> bool:
    """Say whether a line is short enough for a closing line and names a number, as they all do."""
    return len(text) < _CLOSING and any(map(str.isdigit, text))


class _Counts:
    """The last value of each style of marker that has begun a paragraph."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def note(self, marker: Marker | None) -> None:
        for style, value in marker.readings if marker else ():
            self._last[style] = value

    def expects(self, marker: Marker) -> bool:
        return any(
            value in (0, 1, self._last.get(style, 0) + 1) for style, value in marker.readings
        )


def _by_marker(marker: Marker, counts: _Counts) -> float:
    """What a marker at the start of a line says: more if its number comes next."""
    score = 3.5
    if marker.readings[0].style in ("dot decimal", "dash decimal", "stop chinese"):
        score += 1.5
    return score + (1.5 if counts.expects(marker) else -2.0)


def _begins(
    group: Sequence[Row], row: Row, style: Style, marker: float, language: Language
) -> bool:
    """Decide whether a line begins a new paragraph after the lines of `group`.

    Adds up signs, each worth what it proved to be worth on texts whose paragraphs are known;
    marker: what `_by_marker` says of the line. The words are asked last, and only if they can
    still turn the decision.
    """
    before = group[-1]
    if row.line.opens is not None:
        return row.line.opens
    if row.serial:
        return True
    if not style.wrapped:
        return not (before.ending == "" and row.text[0].islower() and not marker and row.fresh)
    if _opens_by_itself(group, row, style, language):
        return True
    if not before.ending and (marker or _has_room(before, style)):
        marker += _by_heading(group, row, marker, language)
    score = -2.5 + marker + _ENDINGS[before.ending]
    score += _by_page(group, row, style) + _by_room(before, row, style)
    if marker > 0 or not -_MOST_WORDS < score <= _MOST_AGAINST:
        return score > 0
    return score + _by_words(group, row, style, language) > 0


def _by_heading(group: Sequence[Row], row: Row, marker: float, language: Language) -> float:
    """What headings say, which have no mark at their end.

    A number parts a labelled heading from the paragraph below it, and so does the number that
    comes next in the text from a short heading; a labelled heading begins behind another one.
    """
    headed = len(group) <= _HEADING_LINES and group[0].marker is None
    if marker and read_label(group[0].text, language) is not None:
        return 4.0
    if marker >= _NEXT and headed and (_goes_on(row) or len(group) == 1):
        return 4.0
    labelled = not marker and headed and _LABELLED.match(row.text) is not None
    return 5.5 if labelled and read_label(row.text, language) is not None else 0.0


def _goes_on(row: Row) -> bool:
    """Say whether the number of a line goes on with others; a one may begin a row of a table."""
    return row.marker is not None and all(value > 1 for _, value in row.marker.readings)


def _has_room(line: Row, style: Style) -> bool:
    return line.length < style.full


_HEADING_LINES = 2
_NEXT = 6.0  # what a marker says at least if it is the number of a paragraph and comes next
_LABELLED = re.compile(r"(?:[A-Z\u0410-\u042f]|[IVXL]{1,7})\. +\S|[^\W\d_]{3,} ")
_ENDINGS = {".": 2.5, ",": 1.0, "": -2.5}  # what the last mark of the line before says
_MOST_WORDS = 3.5  # what words can add to the signs at the most
_MOST_AGAINST = 8.5  # what words can take away from them


def _opens_by_itself(group: Sequence[Row], row: Row, style: Style, language: Language) -> bool:
    """Say whether a line is a label, a formula or a closing line, where such a line can stand.

    What follows closing lines is no part of them.
    """
    before = group[-1]
    room = before.length < style.full or row.fresh or row.line.gap > style.gap
    may = (room or before.ending) and not row.text[0].islower()
    if may and _stands_alone(row.text, language):
        return True
    closes = _may_close(row.text) and is_closing(row.text, language)
    if before.ending == "." or closes or row.text[0].islower():
        return closes and before.ending == "."
    return _has_closed(group, language)


def _has_closed(group: Sequence[Row], language: Language) -> bool:
    """Say whether the lines of a group are the meeting and the date, and nothing else."""
    return len(group) <= _CLOSING_LINES and all(
        _may_close(row.text) and is_closing(row.text, language) for row in group
    )


def _by_page(group: Sequence[Row], row: Row, style: Style) -> float:
    """What the place on the page says: an indent or a gap where this document uses them."""
    if row.alone:
        return 3.5
    if row.fresh:
        return style.fresh_indents * (4.0 if row.indent > 0 else -2.0) if style.indents else 0.0
    if row.line.gap > style.gap:
        return 6.0
    if row.line.gap < style.gap:
        return -4.0  # a line end within the line, as after a raised number
    if style.indents and row.indent > 0 and not _hangs(group, row):
        return 5.0
    return -3.0 if style.gaps or style.indents else 0.0


def _hangs(group: Sequence[Row], row: Row) -> bool:
    """Say whether a measured line is set in as the rest of a paragraph whose number hangs out."""
    if row.marker is not None or not row.line.end:
        return False
    if len(group) > 1:
        return row.indent == group[-1].indent
    return group[0].marker is not None and row.indent > group[0].indent


def _by_words(group: Sequence[Row], row: Row, style: Style, language: Language) -> float:
    """What the words say: an opening phrase, or a small letter, behind the mark of the line above.

    Inside a numbered paragraph a comma is followed by a preambular phrase as well.
    """
    ending, first, opened = group[-1].ending, row.text[0], group[0].marker
    score = 0.0
    if opened and opened.readings[0].style == "dot decimal" and first.islower():
        score -= 2.5  # text behind points starts small, the rest of a paragraph does too
    opens = ending != "" and language.mood(row.text) is not None
    if opens and first.isupper():
        return score + _MOST_WORDS
    if first.islower() and not style.small and opened is None and not row.fresh:
        opens = False  # where preambular paragraphs begin with capitals no small letter opens one
    if opens and (ending == "." or opened is None):
        return score + (2.6 if row.fresh else 1.0)
    if ending == ",":
        score -= 3.5  # what follows a preambular paragraph opens with a phrase of its kind
    if not first.islower():
        return score
    return score - (1.0 if ending == "." else 2.5)


def _by_room(before: Row, row: Row, style: Style) -> float:
    """What the margin says: a line that had room for the next word ended its paragraph."""
    word = row.text.split(None, 1)[0] if row.text[0].isascii() else row.text[:1]
    filled = before.length + len(word) + 1
    if filled > style.full:
        return 0.5 if filled < style.full * 1.08 else -0.5
    if before.length > 0.7 * style.width:
        return 1.5
    return 5.5 if before.ending == "." else 3.0


def _block(group: Sequence[Row], mender: Mender, style: Style) -> Block:
    first = group[0]
    lines = [row.line for row in group]
    return Block(
        mender.passage(lines),
        tuple(lines),
        first.indent,
        max(first.line.gap - style.gap, 0),
        first.fresh,
        max([row.length for row in group]) < style.full,
    )
