"""Letters in the cells of a table call the notes below it; what is not proved stays a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from an2un.plain import text as printed
from an2un.tree import Footnote, Item, Provision, Section, Table
from tests.parse.stages import body, resolution, words

TEXT = """The General Assembly,

1. Approves the boats of the Questions Committee:

{rows}

{notes}

2. Decides to row.
"""
ROWS = """Boats for 2044{0}  63 930 800  58 552 400

Oars and other Questions{1}  3 704 800  3 597 500

Total{2}  67 635 600  62 149 900"""
NOTES = "a See A/99/78.\n\nb Reflects boats after repair.\n\nc Without oars."


def rows_with(*calls: str) -> str:
    return ROWS.format(*(*calls, "", "", "")[:3])


def called(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the notes called in the tables of a text: mark and words."""
    return [(note.marker, words(note.body[0])) for note in _notes(resolution(text, language).items)]


def _notes(items: tuple[Item, ...]) -> Iterator[Footnote]:
    for item in items:
        if isinstance(item, Section):
            yield from _notes(item.items)
        elif isinstance(item, Provision):
            for table in (part for part in item.content if isinstance(part, Table)):
                for row in table.rows:
                    for cell in row.cells:
                        for line in cell:
                            yield from (n for n in line.children if isinstance(n, Footnote))


def test_letters_call_the_notes_below_the_table() -> None:
    text = TEXT.format(rows=rows_with("a", "b", " c"), notes=NOTES)
    assert called(text) == [
        ("a", "See A/99/78."),
        ("b", "Reflects boats after repair."),
        ("c", "Without oars."),
    ]
    assert body(resolution(text))[-1] == "2. _Decides_ to row."


def test_the_text_of_such_a_document_is_read_again() -> None:
    made = resolution(TEXT.format(rows=rows_with("a", "b", " c"), notes=NOTES))
    again = printed(made)
    assert again.index("c Without oars.") < again.index("2. Decides")
    assert resolution(again) == made


def test_a_note_that_nothing_calls_is_a_paragraph_and_so_are_those_behind_it() -> None:
    text = TEXT.format(rows=rows_with("a", "", " c"), notes=NOTES)
    assert called(text) == [("a", "See A/99/78.")]
    assert "+ b Reflects boats after repair." in body(resolution(text))


def test_the_last_letter_of_a_word_calls_nothing() -> None:
    rows = rows_with("").replace("Boats for 2044", "Bazaara")
    assert called(TEXT.format(rows=rows, notes=NOTES)) == []
    assert called(TEXT.format(rows=rows, notes=NOTES).replace("the boats", "the Bazaar")) == [
        ("a", "See A/99/78.")
    ]


def test_the_first_letter_is_a() -> None:
    text = TEXT.format(rows=rows_with("b", "b", ""), notes="b Without oars.")
    assert called(text) == []
    assert "+ b Without oars." in body(resolution(text))


def test_abbreviations_may_stand_between_and_tables_may_share_their_notes() -> None:
    rows = f"{rows_with('a')}\n\nOf the boats the following are small.\n\n{rows_with('', 'b')}"
    notes = f"Abbreviations: A, Atlantis; B, Boeotia.\n\n{NOTES}"
    assert [mark for mark, _ in called(TEXT.format(rows=rows, notes=notes))] == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "rows", "notes", "marks"),
    [
        ("ru", "Лодки на 2044 годa", "a См. A/99/78.", ["a"]),
        ("zh", "2044年船舶数a", "a 见A/99/78。", ["a"]),
        ("ar", "القوارب لعام 2044(أ)", "(أ) انظر A/99/78.", ["(أ)"]),
    ],
)
def test_other_scripts(language: str, rows: str, notes: str, marks: list[str]) -> None:
    lines = f"{rows}  63 930 800\n\n{rows[:5]} 2  1 704 800\n\n{rows[:5]} 3  1 604 800"
    text = f"1. {rows[:4]}:\n\n{lines}\n\n{notes}\n\n2. {rows[:4]}.\n"
    assert [mark for mark, _ in called(text, language)] == marks
