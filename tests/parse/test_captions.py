"""Tables that their label alone tells, and where they end."""

from __future__ import annotations

import pytest

from an2un.language import LANGUAGES, load
from an2un.parse.captions import captioned
from tests.parse.stages import blocks_of, codes_of

CELLS = ["Boats of the lake", "1. Oars and sails", "(a) Oars:", "(i) Long ones, and short ones"]
ABOVE = ["Annex", "Work of the Forum", "Table 1", "Boats, 2044 (dry session)"]


def read(*paragraphs: str, language: str = "en") -> list[str | list[str]]:
    """Return the paragraphs with the tables among them, a table as its rows."""
    blocks = [block for text in paragraphs for block in blocks_of(text + "\n", language)]
    found = captioned(blocks, load(language))
    return [
        ["|".join(cell.text for cell in row) for row in block.cells] if block.cells else block.text
        for block in found
    ]


def test_paragraphs_below_the_label_and_title_of_a_table_are_its_rows() -> None:
    assert read(*ABOVE, *CELLS) == [*ABOVE, CELLS]


def test_the_label_of_the_next_table_ends_it() -> None:
    next_one = ["Table 2", "Oars, 2045"]
    assert read(*ABOVE, *CELLS, *next_one, *CELLS) == [*ABOVE, CELLS, *next_one, CELLS]


@pytest.mark.parametrize(
    "below",
    [
        ["2. Decides to row."],
        ["Annex II", "Nights"],
        ["II", "Nights"],
        ["The General Assembly,", "1. Decides to row."],
        ["9th plenary meeting", "7 November 2044"],
        ["Nights", "The boats row at night."],
    ],
    ids=["sentence", "annex", "label", "formula", "closing", "heading of a sentence"],
)
def test_what_ends_it(below: list[str]) -> None:
    assert read(*ABOVE, *CELLS, *below) == [*ABOVE, CELLS, *below]


def test_lines_of_a_paragraph_that_open_with_the_next_number_are_rows_too() -> None:
    words = "Oars and sails of all the boats, in the years from 2044 on, and all that"
    joined = f"(a) {words}\n(b) {words}\n(d) {words}\n3. {words}"
    assert len(blocks_of(f"{joined}\n")) == 1
    assert read(*ABOVE, CELLS[0], joined)[-1] == [
        CELLS[0],
        f"(a) {words}",
        f"(b) {words} (d) {words} 3. {words}",
    ]


def test_one_paragraph_is_no_table() -> None:
    assert read(*ABOVE, CELLS[0]) == [*ABOVE, CELLS[0]]


def test_a_table_that_figures_tell_stays_as_it_is() -> None:
    rows = ["Northland 1,200 12.5", "Southmark 340 3.1", "Ruritania 80 0.7"]
    assert read(*ABOVE, "\n".join(rows))[-1] == [row.replace(" ", "|") for row in rows]


def test_a_sentence_about_a_table_is_no_label() -> None:
    lines = ["The boats are listed in", "Table 1 below", *CELLS]
    assert read(*lines) == lines


def test_that_its_columns_are_not_told_apart_is_a_finding() -> None:
    prose = "1. Decides that the boats of the lake shall row by day and by night in all weathers."
    lines = [
        "The General Assembly,",
        prose,
        *ABOVE[:3],
        f"{ABOVE[3]} of the lake of boats\n",
        *CELLS,
    ]
    assert "AU120" in codes_of("\n\n\n".join(lines) + "\n")


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_in_all_languages(code: str) -> None:
    language = load(code)
    words = {"ar": "الجدول", "de": "Tabelle", "en": "Table", "es": "Cuadro", "fr": "Tableau"}
    words |= {"ru": "Таблица", "zh": "表"}
    assert language.table_label(f"{words[code]} 2")
    assert language.table_label(f"{words[code]} II.")
    assert not language.table_label(words[code])
    assert not language.table_label(f"{words[code]} 2 и 3")
