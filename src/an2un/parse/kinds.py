"""Paragraphs to kinds: what each printed paragraph is, before anything is nested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from an2un.language import Language
from an2un.parse.blocks import Block
from an2un.parse.closing import is_closing
from an2un.parse.labels import CLOSED, HEADING_LENGTH, Label, read_label
from an2un.parse.leading import leading_marker
from an2un.parse.passage import Call, Passage
from an2un.parse.standing import is_ornament
from an2un.parse.typesetting import COLONS
from an2un.record import Record
from an2un.tree import Item
from an2un.wording.compounds import compound_markers
from an2un.wording.markers import PARAGRAPHS, Marker, read_marker
from an2un.wording.scripts import is_ideograph

Kind = Literal["formula", "annex", "section", "heading", "numbered", "table", "text", "embedded"]


class Tagged(Record):
    """A paragraph and what it is. `text` is its passage without the marker or label.

    A text that stands within the text is one of them too, with its items already made: `within`.
    `counts_on` says that its number is the next after the one of the numbered paragraph above it,
    wherever in the document that stands. `titles` says that it is a sentence with a counted label,
    the title of what stands below.
    """

    kind: Kind
    block: Block
    text: Passage
    marker: Marker | None = None
    label: Label | None = None
    within: tuple[Item, ...] = ()
    counts_on: bool = False
    titles: bool = False

    @property
    def number(self) -> int:
        """The number of a numbered paragraph, 0 for a point and what has no marker."""
        return self.marker.number if self.marker is not None else 0

    @property
    def printed(self) -> str:
        """The text without the marker."""
        return self.text.text

    @property
    def introduces(self) -> bool:
        """Whether it ends with a colon, as the text above an enumeration does."""
        return self.printed.rstrip('\u201d\u00bb" ').endswith(COLONS)


def tag(found: Sequence[Block], language: Language) -> list[Tagged]:
    """Return the paragraphs with their kinds, one numbered `1. (a)` as two."""
    tagged: list[Tagged] = []
    compound = compound_markers([block.text for block in found])
    for index, block in enumerate(found):
        after = found[index + 1].text if index + 1 < len(found) else ""
        if index in compound:
            tagged.append(_counted_in_parts(block, compound[index]))
        elif index and _opens_annex(block.text, found[index - 1].text, language):
            tagged.append(Tagged("annex", block, block.passage))
        elif index and (
            _gives_reason(block.text, found[index - 1].text, after, language)
            or _is_introduced(block, tagged[-1], language)
        ):
            tagged.append(Tagged("text", block, block.passage))
        elif index and (
            _titles(block, after, tagged[-1], language)
            or _parts_text(block, after, tagged[-1], language)
        ):
            tagged.append(Tagged("heading", block, block.passage))
        else:
            tagged.extend(_tag(block, language))
    return tagged


def _counted_in_parts(block: Block, marker: Marker) -> Tagged:
    return Tagged("numbered", block, _rest(block.passage, marker.end), marker=marker)


def _titles(block: Block, after: str, above: Tagged, language: Language) -> bool:
    """Say whether an open paragraph is the heading below a label that stands alone.

    It may be longer than others, where what follows begins as paragraphs of a resolution do.
    """
    if above.kind != "section" or above.printed or block.cells or len(block.text) > _LONG_HEADING:
        return False
    if language.formula(block.text) or language.annex_label(block.text):
        return False
    opens = read_marker(after) is not None or language.mood(after) is not None
    return opens and is_open(block.text) and not _is_counted(block.text, language)


def _is_introduced(block: Block, above: Tagged, language: Language) -> bool:
    """Say whether a short text that ends with a colon stands below a paragraph that does, too.

    It is the first of what that introduces, such as the name of the article that is amended.
    """
    text = block.text
    if not (text.endswith(COLONS) and above.kind == "numbered" and above.introduces):
        return False
    return not _is_counted(text, language)


def _is_counted(text: str, language: Language) -> bool:
    """Say whether a text begins with the number of a paragraph or the label of a heading."""
    return leading_marker(text, language) is not None or read_label(text, language) is not None


def _parts_text(block: Block, after: str, above: Tagged, language: Language) -> bool:
    """Say whether a line that ends with a colon parts numbered paragraphs, as headings do.

    Below a heading and below reasons it is the sentence that introduces the paragraphs.
    """
    text = block.text.rstrip()
    if not (text.endswith(COLONS) and len(text) < _INTRODUCTION) or _is_counted(text, language):
        return False
    follows = read_marker(after)
    counted = follows is not None and follows.readings[0].style.startswith(("dot", "dash"))
    introduced = above.kind in _HEADS or above.printed.endswith(language.preambular_ends)
    return counted and not introduced and language.mood(text) is None and not text[0].islower()


_INTRODUCTION = 80  # characters of a heading that ends with a colon
_HEADS = ("heading", "section", "annex", "formula")


def is_open(text: str) -> bool:
    """Say whether a text may be a heading by its ends: no small letter and no closing mark."""
    return not text[0].islower() and CLOSED.search(text) is None


def _gives_reason(text: str, above: str, after: str, language: Language) -> bool:
    """Say whether a text from a recital to paragraph 1 is one too, though its comma was lost."""
    if not above.endswith(language.preambular_ends) or CLOSED.search(text):
        return False
    first = read_marker(after)
    return first is not None and first.number == 1 and language.mood(text) == "preambular"


def _tag(block: Block, language: Language) -> list[Tagged]:
    text = block.text
    if block.cells:
        return [Tagged("table", block, block.passage)]
    if language.formula(text) and len(block.lines) <= 2:
        return [Tagged("formula", block, block.passage)]
    if len(text) < 60 and language.annex_label(text):
        return [Tagged("annex", block, block.passage)]
    label = read_label(text, language)
    called = None if label is None else _called_before(block.passage, label.end)
    if called is not None:
        label = read_label(text[:called], language)
    if label is not None:
        return [Tagged("section", block, _rest(block.passage, label.end), label=label)]
    if is_ornament(text):
        return [Tagged("text", block, block.passage)]
    numbered = _numbered(block, language)
    if numbered:
        return numbered
    if is_heading(text, len(block.lines)):
        return [Tagged("heading", block, block.passage)]
    return [Tagged("text", block, block.passage)]


def _numbered(block: Block, language: Language) -> list[Tagged]:
    """Return a paragraph that begins with a marker, once for each marker: `1. (a) (i) To act`."""
    marker = leading_marker(block.text, language) or _dash(block.text)
    called = None if marker is None else _called_before(block.passage, len(marker.text))
    if called is not None:
        marker = leading_marker(block.text[:called], language)
    if marker is None:
        return []
    rest = _rest(block.passage, marker.end)
    inner = read_marker(rest.text)
    if inner is None or not _opens_points(marker, inner):
        return [Tagged("numbered", block, rest, marker=marker)]
    first = Tagged("numbered", block, rest.part(0, 0), marker=marker)
    return [first, *_numbered(_after(block, rest), language)]


def _dash(text: str) -> Marker | None:
    """Return the dash that opens a Chinese point, where no blank need stand behind it."""
    if not text.startswith(_DASHES) or not is_ideograph(text[1:2]):
        return None
    marker = read_marker(text[0] + " ")
    return None if marker is None else marker._replace(end=len(marker.text))


_DASHES = ("\u2013", "\u2014", "-")


def _opens_points(marker: Marker, inner: Marker) -> bool:
    """Say whether a marker right behind another is that of its first point."""
    outer = {*PARAGRAPHS, *(reading.style for reading in marker.readings)}
    return any(reading.value == 1 and reading.style not in outer for reading in inner.readings)


def _called_before(passage: Passage, end: int) -> int | None:
    """Return where a note is called before an offset: its digits belong to no number there."""
    return next((c.start for c in passage.calls if c.start < c.end and c.start < end), None)


def _opens_annex(text: str, above: str, language: Language) -> bool:
    """Say whether a heading below the last sentence begins with the label of an annex."""
    if not text or len(text) > HEADING_LENGTH or CLOSED.search(text):
        return False  # a table has no text of its own
    if not above.endswith((".", "\u3002")) and not is_closing(above[-80:], language):
        return False
    return language.annex_label(text.split(None, 1)[0])


def _rest(passage: Passage, start: int) -> Passage:
    """Return what stands behind a marker or label; a note put into that moves there."""
    start = min(start, len(passage.text))
    rest = passage.part(start, len(passage.text))
    early = tuple(Call(0, 0, call.note) for call in passage.calls if call.start < start)
    return Passage(rest.text, rest.pieces, (*early, *rest.calls)) if early else rest


def _after(block: Block, passage: Passage) -> Block:
    return Block(passage, block.lines, block.indent, block.gap, block.fresh, block.short)


def is_heading(text: str, lines: int) -> bool:
    """Say whether an unnumbered paragraph is set like a heading: short, without a closing mark."""
    return len(text) <= HEADING_LENGTH and lines <= _HEADING_LINES and is_open(text)


_HEADING_LINES = 5
_LONG_HEADING = 500  # characters; sections of budget resolutions name all the parts concerned
