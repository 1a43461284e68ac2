"""Where a printed paragraph begins: the signs at the border between two lines, weighed.

No single sign is enough: some extractors indent the first line of a paragraph, some leave a blank
line, some do neither; at the start of a page all of them fail. So each border between two lines
is decided by what the text itself says (punctuation, markers, openers), by the room that the line
above left, and by the signs that this document is seen to use.

A weight is the logarithm of how much likelier a sign is at a border than inside a paragraph, as
counted in texts whose paragraphs are known, rounded and held small where signs repeat each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.labels import read_label
from an2un.parse.open_lines import OpenLines
from an2un.parse.quotations import Quotations, opens_anew
from an2un.parse.standing import Labels, stands_alone
from an2un.parse.style import Style
from an2un.parse.typesetting import COLONS, Row
from an2un.wording.markers import Marker

_ENDINGS = {".": 2.5, ",": 1.0, "": -2.5}  # what the last mark of the line before says
_MOST_WORDS = 3.5  # what words can add to the signs at the most
_SMALL = {".": 1.0, ",": 2.5, "": 3.6}  # what a small letter takes away behind such a mark
_MOST_AGAINST = 8.5  # what words can take away from them
_SMALL_OPENS = 2.0  # the last of them where paragraphs begin with small letters: one in eight does


class Borders:
    """Decides from line to line of one document; remembers the numbers that have come."""

    def __init__(self, style: Style, language: Language, text: str = "") -> None:
        self.style = style
        self.language = language
        self.labels = Labels(style, language, text)
        self.open_lines = OpenLines(style, language)
        self.quotations = Quotations()
        self._open: dict[str, tuple[int, ...]] = {}  # last values of each style, outer ones first
        self._operative = False  # whether an operative number has come since the last formula
        self._number = 0.0  # ems of the last paragraph if it is a number alone
        self._first = 0.0  # ems that the text of this paragraph is set in behind such a number

    def note(self, row: Row) -> None:
        """Take notice of a line that begins a paragraph."""
        self.quotations.note(row)
        self._first, self._number = self._number, row.length if row.bare_number else 0.0
        if row.marker is None:
            if self._operative and self._begins_anew(row.text):
                self._operative = False
            return
        for style, value in row.marker.readings:
            self._open[style] = _counted(self._open.get(style, ()), value)
        self._operative = self._operative or row.marker.number > 0

    def _begins_anew(self, text: str) -> bool:
        """Say whether reasons may stand below: a formula, or the label of a section or annex."""
        if self.language.formula(text) or self.language.annex_label(text):
            return True
        label = read_label(text, self.language)
        return label is not None and label.kind in _REASONED

    def begins(self, group: Sequence[Row], row: Row) -> bool:
        """Decide whether a line begins a new paragraph after the lines of `group`.

        Adds up what the signs say. The words are asked last, and only if they can still turn the
        decision.
        """
        before, style = group[-1], self.style
        if row.line.opens is not None:
            return row.line.opens
        if row.serial or (row.marker is not None and row.marker.compound):
            return True
        marker = self._by_marker(row.marker) if row.marker is not None else 0.0
        if not style.wrapped:
            ended = before.ending and not style.is_fold(before, row)
            parted = ended or marker or self.open_lines.names_label(group, row)
            return bool(parted or not self._runs_on(before, row))
        if self._plainly_goes_on(group, row):
            return False
        apart = self.open_lines.stands_apart(group, row)
        if apart is not None:
            return apart
        if not before.ending and (marker or before.length < style.full or group[0].serial):
            marker += self.open_lines.heading_weight(group, row, marker)
        elif before.ending == "." and not marker and self.open_lines.is_labelled(row):
            marker = 2.0
        score = -2.5 + marker + _ENDINGS[before.ending]
        page = self._by_page(group, row)
        # headings are set in as they like
        score += (max(page, 0.0) if row.heads else page) + self._by_room(group, row)
        score += _TRAILED if style.trails and row.trailed else 0.0
        score += _QUOTED if opens_anew(group, row) else 0.0
        score -= _QUOTED if self.quotations.hold(group, row) else 0.0
        if marker > 0 or not -_MOST_WORDS < score <= _MOST_AGAINST:
            return score > 0
        return score + self._by_words(group, row) > 0

    def _plainly_goes_on(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether small letters go on with a full line that no mark ends, as most lines do.

        With nothing else to set them apart no sign could turn the decision: neither a label nor a
        closing line begins so below words that are open, and all there is speaks against a border.
        """
        before, style = group[-1], self.style
        if before.ending or not row.text[0].islower() or row.marker is not None:
            return False
        if row.fresh or row.indent > 0 or row.line.gap > style.gap or group[0].serial:
            return False
        full = before.length >= style.full
        return full and not (row.trailed or self._has_room(group, row))

    def _runs_on(self, before: Row, row: Row) -> bool:
        """Say whether a line goes on with the one above where no margin ends lines.

        Behind a page end words in small letters do, elsewhere those that no empty line parts from
        it although such lines part the paragraphs of the document.
        """
        if row.fresh:
            return row.text[0].islower()
        if not (self.style.gaps or self.style.folds) or row.line.gap:
            return False
        return not (self.open_lines.closes(row) or stands_alone(before.text, self.language))

    def _by_marker(self, marker: Marker) -> float:
        """What a marker at the start of a line says: more if its number comes next."""
        score = 3.5
        if marker.number or marker.readings[0].style == "stop chinese":
            score += 1.5
        return score + (1.5 if self._expects(marker) else -2.0)

    def _expects(self, marker: Marker) -> bool:
        return any(
            value in (0, 1) or value - 1 in self._open.get(style, ())
            for style, value in marker.readings
        )

    def _by_page(self, group: Sequence[Row], row: Row) -> float:
        """What the place on the page says: an indent or a gap where this document uses them."""
        style = self.style
        indents = style.indents if row.marker is None else style.numbers
        if row.alone or row.below > style.gap:
            return 3.5
        if row.fresh:
            flush = _FLUSH if group[-1].ending == "," else -2.0
            return style.fresh_indents * (4.0 if row.indent > 0 else flush) if indents else 0.0
        if row.line.gap > style.gap:
            return style.parted
        if row.line.gap < style.gap:
            return -4.0  # a line end within the line, as after a raised number
        if indents and row.indent > 0 and not _hangs(group, row):
            if row.lone and self.open_lines.may_head(group):
                return _LONE
            return self._by_indent(group, row)
        if indents and group[-1].ending == ",":
            return _FLUSH
        strange = row.indent > 0 >= group[-1].indent and not group[-1].may_call
        if strange and not indents and style.set_in > _RARE:
            return _STRANGE
        return -3.0 if style.gaps or indents else 0.0

    def _by_indent(self, group: Sequence[Row], row: Row) -> float:
        """What an indent says: more above a capital, where a heading may end on the line before."""
        if group[-1].ending:
            return self.style.set_in
        if not self.open_lines.may_head(group):
            return _SET_IN
        return self.style.set_in + self.style.by_capital(group[-1], row)

    def _by_room(self, group: Sequence[Row], row: Row) -> float:
        """What the margin says: a line that had room for the next word ended its paragraph."""
        before, style = group[-1], self.style
        if not self._has_room(group, row):
            return -0.5
        if self.open_lines.left_free(group, row) or self.open_lines.titles_point(group, row):
            return 5.5
        if before.length > 0.7 * style.width:
            return 2.5
        # where lines break between any two characters none ends early but the last
        comma = before.ending == "," and not (self.language.spaced or before.may_call)
        ended = before.ending == "." or comma
        return 5.5 if ended or self.open_lines.ends_heading(group, row) else 3.0

    def _has_room(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether the first word of a line would have had room at the end of the one above."""
        before = group[-1]
        room = self.style.measure - before.length - row.needs
        if room < _INEXACT or before.line.end:
            return room >= _INEXACT
        return room - self._set_in(group) >= _INEXACT

    def _set_in(self, group: Sequence[Row]) -> float:
        """Return the ems by which the last line of a group is set in, as plain text does not show.

        The first line with text is: behind a number, too, that stands on a line of its own.
        """
        if len(group) == 1:
            return _FIRST + self._first
        return _FIRST + group[0].length if len(group) == 2 and group[0].bare_number else 0.0

    def _by_words(self, group: Sequence[Row], row: Row) -> float:
        """What the words say: an opening phrase, or a small letter, behind the mark above.

        Inside a numbered paragraph a comma is followed by a preambular phrase as well.
        """
        ending, first, opened = group[-1].ending, row.initial, group[0].marker
        score = 0.0
        if opened and opened.readings[0].style == "dot decimal" and first.islower():
            score -= 2.5  # text behind points starts small, the rest of a paragraph does too
        mood = self.language.mood(row.text) if ending or self._lost_comma(group, row) else None
        if (
            mood
            and first.isupper()
            and (mood == "preambular" or ending == "." or self._ends_recital(group, row))
        ):
            return score + _MOST_WORDS
        small = first.islower() and not self.language.openings.small
        if small and opened is None:
            mood = None  # where preambular paragraphs begin with capitals no small letter opens one
        free = opened is None and not self._operative and not small
        if ending == "," and mood == "preambular" and free:
            return score + _MOST_WORDS
        if mood and (ending == "." or opened is None):
            return score + (2.6 if row.fresh else 1.9 if first.isupper() else 1.0)
        if ending == "," and not (row.heads or self._introduces(group, row)):
            score -= 3.5  # what follows a preambular paragraph opens with a phrase of its kind
        if first.islower() and not ending and self._opens_small(group, row):
            return score - _SMALL_OPENS
        goes_on = first.islower() or (row.capital and self._breaks_off(group, row))
        return score - _SMALL[ending] if goes_on else score

    def _opens_small(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a small letter may begin a paragraph below a title, or below a lost mark."""
        if not self.language.openings.small:
            return False
        return not self.open_lines.states(group) or self.language.mood(row.text) is not None

    def _introduces(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a line is the sentence below the reasons: "Declare as follows:"."""
        short = row.length < _HALF * self.style.measure and row.text.endswith(COLONS)
        return short and self._has_room(group, row)

    def _breaks_off(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether the lines above are a paragraph that an empty line tears in two.

        One that opens with a phrase, if only behind its number, ends with a mark: it is no heading.
        """
        if group[-1].ending or not self.style.torn or self._has_room(group, row):
            return False
        return self.open_lines.states(group)

    def _lost_comma(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether a line may follow a preambular paragraph that has lost its last mark."""
        return row.text[0].isupper() and self._is_recital(group)

    def _ends_recital(self, group: Sequence[Row], row: Row) -> bool:
        """Say whether the last recital may end above an operative phrase.

        A single verb may be a noun of the sentence, too ("States"), unless the line had room.
        """
        if not self._is_recital(group):
            return False
        opening = self.language.opener(row.text, "operative")
        several = opening is not None and " " in row.text[: opening.end]
        return several or self._has_room(group, row)

    def _is_recital(self, group: Sequence[Row]) -> bool:
        """Say whether a paragraph gives a reason, above the operative part."""
        if self._operative or group[0].marker is not None:
            return False
        return self.language.mood(group[0].text) == "preambular"


def _counted(last: tuple[int, ...], value: int) -> tuple[int, ...]:
    """Return the last values of the enumerations of a style, the outermost first, with a new one.

    A one opens an enumeration inside another, whose numbers go on behind it.
    """
    if value - 1 in last:
        return (*last[: last.index(value - 1)], value)
    return (*last[-_DEEP:], value) if value <= 1 else (*last[:-1], value)


_REASONED = ("part", "section")  # what may begin with recitals of its own
_HALF = 0.5  # of a line
_DEEP = 2  # enumerations of one style around another


def _hangs(group: Sequence[Row], row: Row) -> bool:
    """Say whether a measured line is set in as the rest of a paragraph whose number hangs out."""
    if row.marker is not None or not row.line.end:
        return False
    if len(group) > 1:
        return row.indent == group[-1].indent
    return group[0].marker is not None and row.indent > group[0].indent


_LONE = 6.0  # the weight of an indent where the line below is set in as well
_SET_IN = 5.0  # the weight of an indent where a mark is still to come
_STRANGE = 3.0  # the same below a flush line where paragraphs are flush, too
_RARE = 5.0  # the weight of an indent that no more than one line of 148 inside paragraphs has
_FIRST = 4.0  # ems of the indent and of the tab behind a number; counted: hardly ever more
_FLUSH = -5.0  # a line that is not set in: hardly ever a recital, whatever it opens with
_TRAILED = 4.0  # blanks behind the line above: 44 % of last lines have them, 0.3 % of the others
_QUOTED = 5.0  # what a mark says, and the lack of one, where each paragraph opens the quotation
_INEXACT = 0.3  # ems by which lines of justified type may be off
