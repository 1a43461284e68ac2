"""Notes of tables: the letters in the cells, and the paragraphs below that say what they mean.

A table counts its notes by letters of its own, and prints them right below its last row, not at the
foot of the page. That a paragraph is one is proved by its letter, which is the next, and by the
call of this letter in the cells; what is not proved stays a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from an2un.parse.blocks import Block
from an2un.parse.passage import Call
from an2un.parse.tables.letters import Letter, read_letter
from an2un.record import replace
from an2un.tree import Footnote
from an2un.wording.words import Words

_BETWEEN = 2  # paragraphs between a table and its first note: abbreviations, remarks
_TABLES = 8  # tables that share the notes below the last of them
_LATIN = r"(?<=[^\s(]) ?(?P<call>{})(?=\s*$|\s+[-(\u2212\u2013\u2014\d])"
_BRACKETED = r"(?P<call>[()\uff08\uff09] ?{} ?[()\uff08\uff09])"
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_LONGEST = 40  # letters of a word that a call stands behind


class _Place(NamedTuple):
    """Where a letter is called: the table among the paragraphs, row and cell, the characters."""

    block: int
    row: int
    cell: int
    start: int
    end: int


def noted(found: Sequence[Block]) -> list[Block]:
    """Return the paragraphs, the notes below tables moved to their calls in the cells."""
    if not any(block.cells for block in found):
        return list(found)
    search = _Search(found)
    kept: list[Block] = []
    at = 0
    while at < len(found):
        taken = search.notes(kept, at)
        if not taken:
            kept.append(found[at])
        at += max(taken, 1)
    return kept


class _Search:
    """The search for notes among the paragraphs of a text; knows its words."""

    def __init__(self, found: Sequence[Block]) -> None:
        self.found = found

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands outside of tables."""
        return Words(" ".join(block.text for block in self.found)).counts

    def notes(self, above: list[Block], at: int) -> int:
        """Return how many paragraphs from here are notes of tables above; they are called there."""
        letter = read_letter(self.found[at].text)
        tables = _tables(above) if letter is not None and letter.value == 1 else []
        taken, last = 0, _Place(-1, 0, 0, 0, 0)
        while tables and at + taken < len(self.found):
            block = self.found[at + taken]
            letter = read_letter(block.text)
            if letter is None or letter.value != taken + 1:
                break
            place = self._called(letter, above, tables, last)
            if place is None:
                break
            above[place.block] = _with_call(above[place.block], place, block, letter)
            taken, last = taken + 1, place
        return taken

    def _called(
        self, letter: Letter, above: Sequence[Block], tables: Sequence[int], last: _Place
    ) -> _Place | None:
        """Return the first place behind the last one at which a letter calls, None for none."""
        form = _BRACKETED if letter.bracketed else _LATIN
        pattern = re.compile(form.format(re.escape(letter.printed)))
        for table in tables:
            for row, cells in enumerate(above[table].cells):
                for cell, passage in enumerate(cells):
                    for match in pattern.finditer(passage.text):
                        place = _Place(table, row, cell, *match.span("call"))
                        if place > last and self._proved(passage.text, place.start, letter):
                            return place
        return None

    def _proved(self, text: str, start: int, letter: Letter) -> bool:
        """Say whether a letter behind a word is no part of it: the word stands elsewhere alone."""
        if letter.bracketed or not (text[start - 1].isascii() and text[start - 1].isalpha()):
            return True
        word = _LAST_WORD.search(text, max(start - _LONGEST, 0), start)
        bare = word.group() if word else ""
        return self.words[bare] > 0 and self.words[bare + letter.printed] == 0


def _tables(above: Sequence[Block]) -> list[int]:
    """Return which of the paragraphs above a note are tables that it may belong to."""
    tables: list[int] = []
    index, between = len(above) - 1, 0
    while index >= 0 and between <= _BETWEEN and len(tables) < _TABLES:
        if above[index].cells:
            tables.append(index)
        between = 0 if above[index].cells else between + 1
        index -= 1
    return tables[::-1]


def _with_call(table: Block, place: _Place, note: Block, letter: Letter) -> Block:
    """Return a table in which a note is called in one of its cells."""
    cells = [list(row) for row in table.cells]
    passage = cells[place.row][place.cell]
    called = passage.part(place.start, place.end)
    mark = note.passage.part(0, letter.mark)
    body = note.passage.part(letter.end, len(note.text)).paragraph()
    marker = "".join(called.text.split())
    footnote = Footnote(marker, (body,), origin=(*called.origin, *mark.origin))
    calls = (*passage.calls, Call(place.start, place.end, footnote))
    cells[place.row][place.cell] = replace(
        passage, calls=tuple(sorted(calls, key=lambda call: call.start))
    )
    return replace(table, cells=tuple(map(tuple, cells)))
