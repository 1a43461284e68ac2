"""What lines without a mark at their end may be at a border: headings, labels, closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.closing import BRACKETS, is_closing
from an2un.parse.labels import read_label
from an2un.parse.standing import stands_alone
from an2un.parse.style import Style
from an2un.parse.typesetting import Row

_CLOSING = 100  # characters of a line that names the meeting or the date
_VOTE = 60  # the same with the bracket of a vote, which goes on in the lines below a longer one
_CLOSING_LINES = 3  # meeting, date and place
_HEADING_LINES = 2
_LABELLED_LINES = 6  # that a labelled heading of a budget resolution may take
_NEXT = 6.0  # what a marker says at least if it is the number of a paragraph and comes next
_LABELLED = re.compile(r"(?:[A-Z\u0410-\u042f]|[IVXL]{1,7})\. +\S|[^\W\d_]{3,} ")
_TITLED = ("article", "rule")  # labels that are words, so that no sentence opens with them
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\d\d{3}")  # a search skips to the first digit of a pattern, to no repetition
_HALF = 0.5
_FILLED = 0.7  # of a line
_PLENTY = 0.15  # of a line, free at the end of one: only dates and amounts hold together so far


class OpenLines:
    """Reads the lines of one document that no mark ends.

    style     how the document sets its paragraphs
    language  whose labels, openings and closing lines are known
    """

    def __init__(self, style: Style, language: Language) -> None:
        self.style = style
        self.language = language

    def stands_apart(self, group: Sequence[Row], row: Row) -> bool | None:
        """Say whether a line is a label, a formula or a closing line, where it can stand.

        What follows closing lines is no part of them, unless the meeting or the vote that they
        name ends in it. None where neither tells.
        """
        before = group[-1]
        room = before.length < self.style.full or row.fresh or row.line.gap > self.style.gap
        may = (room or before.ending) and not row.text[0].islower()
        if may and (row.text in self.style.recurring or stands_alone(row.text, self.language)):
            return True
        if self.closes(row):
            if before.ending == ".":
                return True
            return False if self._tells_on(group, row) else None
        if before.ending == "." or row.text[0].islower():
            return None
        closed = len(group) <= _CLOSING_LINES and all(map(self.closes, group))
        return True if closed and not self._tells_on(group, row) else None

    def closes(self, row: Row) -> bool:
        """Say whether a line is one of the closing lines by its own words."""
        return _may_close(row.text) and is_closing(row.text, self.language)

    def _tells_on(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether the meeting or the vote that closing lines name ends in the line below."""
        above = self.language.glue.join(one.text for one in group[-_CLOSING_LINES:])
        whole = f"{above}{self.language.glue}{row.text}"
        named = (self.language.closing.vote, self.language.masthead.at_meeting)
        found = (words.search(whole) for words in named)
        return any(match is not None and match.span.end > len(above) for match in found)

    def heading_weight(self, group: Sequence[Row], row: Row, marker: float) -> float:
        """What headings say, which have no mark at their end.

        A number parts a labelled heading from the paragraph below it, and so does the number that
        comes next in the text from a short heading; a labelled heading begins behind another one.
        One whose word the document counts is a line by itself where a longer line stands below it,
        or where all such lines are headings.
        """
        headed = len(group) <= _HEADING_LINES and group[0].marker is None
        if marker and read_label(group[0].text, self.language) is not None:
            return 4.0
        if self._reasons_below(group, row):
            return 4.0
        if self.names_label(group, row):
            return 6.0
        if _opens_points(group[0], row):
            return 2.0
        if marker >= _NEXT and headed and (row.goes_on or len(group) == 1):
            return 4.0
        if group[0].serial and len(group) == 1:
            if self.style.counted and row.text[0].isupper():
                return 6.0
            if row.length > group[0].length + row.needs:
                return 4.0
        return 5.5 if not marker and headed and self.is_labelled(row) else 0.0

    def names_label(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a line is an article's or rule's label and title, and its text opens below.

        The first word of that would have had room behind the title.
        """
        title = group[0]
        if len(group) > 1 or title.ending or title.marker is not None or not row.capital:
            return False
        if title.length + row.needs >= _FILLED * self.style.measure:
            return False
        label = read_label(title.text, self.language)
        return label is not None and label.kind in _TITLED and label.end < len(title.text)

    def _reasons_below(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether recitals open below an empty line and a labelled heading."""
        if row.line.gap <= self.style.gap or self.language.mood(row.text) != "preambular":
            return False
        heading = self.language.glue.join(line.text for line in group[:_LABELLED_LINES])
        return read_label(heading, self.language) is not None

    def is_labelled(self, row: Row) -> bool:
        """Say whether a line is a heading with its label."""
        may = _LABELLED.match(row.text) is not None
        return may and read_label(row.text, self.language) is not None

    def ends_heading(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a line is a heading that ends here: it fills half a line at most.

        A capital or a number stands below. The lines of longer headings are set in a narrower
        measure, but none as narrow as that.
        """
        before, opens = group[-1], row.capital or row.marker is not None
        if before.ending or len(group) > 1 or before.marker is not None or not opens:
            return False
        return before.length + row.needs < _HALF * self.style.measure

    def titles_point(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a line with a number is the title of a point, whose text opens below it.

        With the first word of that it would not fill the line.
        """
        title = group[0]
        if len(group) > 1 or title.marker is None or title.bare_number or title.ending:
            return False
        room = title.length + row.needs < _FILLED * self.style.measure
        return row.capital and room and not self.states(group)

    def states(self, group: Sequence[Row]) -> bool:
        """Say whether lines open with a phrase as paragraphs do, if only behind their number."""
        first = group[0]
        words = first.text[first.marker.end :].lstrip() if first.marker else first.text
        if not words and len(group) > 1:
            words = group[1].text
        return self.language.mood(words) is not None

    def left_free(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether lines as long as this one would have taken its first words above it.

        So would those as long as others of the group. That ends a heading; what opens with a
        phrase ends with a mark, however its lines break.
        """
        before = group[-1]
        longest = max([row.length, *(other.length for other in group[-_HEADING_LINES - 1 : -1])])
        free = longest - before.length - row.needs
        if before.ending or not row.capital or free <= _PLENTY * self.style.width:
            return False
        return self.may_head(group)

    def may_head(self, group: Sequence[Row]) -> bool:
        """Say whether open lines may be a heading: no number and no phrase opens them."""
        return group[0].marker is None and self.language.mood(group[0].text) is None


def _opens_points(title: Row, row: Row) -> bool:
    """Say whether a line is the first of the points below a title that has a number itself.

    A capital stands behind its number, which cites no point of another text then.
    """
    if title.marker is None or row.marker is None or not row.text[row.marker.end :][:1].isupper():
        return False
    outer = {style for style, _ in title.marker.readings}
    return any(value == 1 and style not in outer for style, value in row.marker.readings)


def _may_close(text: str) -> bool:
    """Say whether a line is short enough for a closing line and names a number, as they all do.

    A longer one names meeting and date, and opens with either.
    """
    if len(text) < _VOTE:
        return _NUMBER.search(text) is not None
    if len(text) >= _CLOSING or text[0].islower() or _YEAR.search(text) is None:
        return False
    return not any(map(text.__contains__, BRACKETS))
