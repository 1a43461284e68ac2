"""Several resolutions under one number: A, B, … each with a title and a formula of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.parse import closing as closing_lines
from an2un.parse.assemble import body
from an2un.parse.kinds import Tagged
from an2un.parse.passage import Passage
from an2un.parse.provisions import Grammar
from an2un.tree import Collection, Field, Inline, Kind, Masthead, Paragraph, Resolution, Text
from an2un.wording.scripts import is_ideograph

# The letters of the parts, with the Cyrillic ones that are printed for them and the Arabic names.
_LETTERS: tuple[tuple[str, ...], ...] = (
    ("A", "\u0410", "\u0623\u0644\u0641"),
    ("B", "\u0412", "\u0411", "\u0628\u0627\u0621"),
    ("C", "\u0421", "\u062c\u064a\u0645"),
    ("D", "\u0414", "\u062f\u0627\u0644"),
    ("E", "\u0415", "\u0647\u0627\u0621"),
    ("F", "\u0424", "\u0648\u0627\u0648"),
    ("G", "\u0413", "\u0632\u0627\u064a"),
    ("H", "\u062d\u0627\u0621"),
)
_ABOVE = 5  # paragraphs that may stand between a letter and its formula


class Parts(NamedTuple):
    """Where the parts begin: a masthead line for the first, paragraphs for the others."""

    first: int
    others: tuple[int, ...]


def parts(head: Sequence[Passage], tagged: Sequence[Tagged]) -> Parts | None:
    """Return where the parts of an omnibus document begin, None for a single text.

    Every formula but the first must have its letter above it, in order from B on; the letter A
    stands among the last lines of the masthead.
    """
    formulas = [index for index, item in enumerate(tagged) if item.kind == "formula"]
    if len(formulas) < 2:
        return None
    starts = []
    for order, (before, formula) in enumerate(pairwise(formulas), 1):
        lowest = max(before + 1, formula - _ABOVE)
        above = [(i, tagged[i].block.text) for i in range(formula - 1, lowest - 1, -1)]
        start = _lettered(above, order)
        if start is None:
            break
        starts.append(start)
    if not starts:
        return None
    last = range(len(head) - 1, max(len(head) - 2 * _ABOVE, 0), -1)
    first = _lettered([(index, head[index].text) for index in last], 0)
    return Parts(len(head) if first is None else first, tuple(starts))


def _lettered(above: Sequence[tuple[int, str]], order: int) -> int | None:
    """Return which of the lines above a formula, the nearest first, has the letter of its part.

    Where the title repeats the letter that stands alone above it, the part begins with that.
    """
    found = [(index, text) for index, text in above if _letter(text, order)]
    alone = (index for index, text in found if _letter(text, order) == len(text))
    return next(alone, found[0][0] if found else None)


def _letter(text: str, order: int) -> int:
    """Return the length of the letter of a part at the start of a text, 0 if it is not there."""
    if order >= len(_LETTERS):
        return 0
    for letter in _LETTERS[order]:
        rest = text.removeprefix(letter)
        if rest != text and (not rest or rest[0] in " .\t-\u2013" or is_ideograph(rest[0])):
            return len(letter)
    return 0


def collection(
    heads: Sequence[Passage],
    tagged: Sequence[Tagged],
    starts: Sequence[int],
    frame: tuple[Masthead, Kind],
    grammar: Grammar,
) -> Collection:
    """Return the parts as resolutions of their own under the common masthead.

    heads: the lines that head the first part; frame: the masthead and kind of the document.
    """
    found = []
    ends = [*starts, len(tagged)]
    for order, (start, end) in enumerate(zip([0, *starts], ends, strict=True)):
        stretch = tagged[start:end]
        formula = next(index for index, item in enumerate(stretch) if item.kind == "formula")
        above = heads if order == 0 else [item.block.passage for item in stretch[:formula]]
        found.append(_part(above, stretch[formula:], order, frame[1], grammar))
    return Collection(grammar.language.code, frame[1], frame[0], tuple(found))


def _part(
    above: Sequence[Passage], below: Sequence[Tagged], order: int, kind: Kind, grammar: Grammar
) -> Resolution:
    made = body(below, grammar)
    title = tuple(
        _title(passage, order if not index else None) for index, passage in enumerate(above)
    )
    return Resolution(
        grammar.language.code, kind, Masthead(title=title), made.preamble, made.items,
        closing_lines.closing(made.closing, grammar.language), made.annexes,
    )  # fmt: skip


def _title(passage: Passage, order: int | None) -> Paragraph:
    """Return a line above a part's formula; the first begins with the letter of the part."""
    letter = 0 if order is None else _letter(passage.text, order)
    children: list[Inline] = []
    if letter:
        children.append(Field("number", passage.children(0, letter)))
    rest = passage.text[letter:]
    start = letter + len(rest) - len(rest.lstrip())
    if letter and start > letter:
        children.append(Text(passage.text[letter:start]))
    if start < len(passage.text):
        children.append(Field("title", passage.children(start, len(passage.text))))
    return Paragraph(tuple(children), origin=passage.origin)
