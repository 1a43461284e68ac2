"""Where tables are among the lines of a text, and what stands around them."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.layout import Page
from an2un.parse.style import measure
from an2un.parse.tables import Stretch, find_tables
from an2un.parse.typesetting import rows_of
from an2un.source import Source
from tests.parse.stages import resolution, source_of
from tests.parse.tables_of import reader, stretches, tables

ROWS = "Northland 1,200 12.5\nSouthmark 340 3.1\nRuritania 80 0.7\n"
PROSE = (
    "1. Decides that the harbours shall be lit each night from the first of May to the\n"
    "last of September, and that the keepers shall be paid by the harbours that they\n"
    "serve, in proportion to the ships that call there in the course of the same year;\n"
)


def found(text: str, language: str = "en") -> list[list[str]]:
    """Return the lines of each table of a text."""
    source = source_of(text)
    lines = [source.slice(line.span) for line in source.lines]
    return [lines[each.start : each.end] for each in stretches(source, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Northland 1,200 12.5\nSouthmark 340 3.1\n",
        "in resolutions 98/7 and 98/8,\nof 2042 and 2043,\nand 1,200 birds;\n",
        "1. Decides to act;\n2. Urges all;\n3. Requests more;\n",
        PROSE + "Section 24\nBoats\nSection 25\nOars\nSection 26\nRopes\n",
        PROSE + "Harbours of 2041\nHarbours of 2042\nHarbours of 2043\nHarbours of 2044\n",
        PROSE.replace("the first", "May 1").replace("each night", "on day 5"),
        (
            "Recalling its resolution 9070\n(2041) and those\non boats 9159\n(2042), 9186\n"
            "(2043) and 9210\n(2044),\n"
        ),
    ],
    ids=["two rows", "sentences", "paragraphs", "sections", "years", "prose", "recital"],
)
def test_what_is_no_table(text: str) -> None:
    assert found(text) == []


def test_sentences_around_a_table_stay_outside() -> None:
    text = f"The amounts are as follows:\n{ROWS}2. Urges all States to pay.\n"
    assert [len(lines) for lines in found(text)] == [3]


def test_small_figures_are_rows_where_lines_end_by_themselves() -> None:
    text = PROSE + "Keepers by rank:\nHeads\nDeputies 1\nKeepers 36\nRowers 5\n" + PROSE
    assert found(text) == [["Heads", "Deputies 1", "Keepers 36", "Rowers 5"]]


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("The keepers are as follows:\n", "Rank Keepers\n"),
        ("A. Keepers of Esk\n", "Rank Keepers\n"),
        ("The harbours are lit.\n\n\n\nKeepers of Esk\n\n\n\n", "Rank Keepers\n"),
        ("Annex\nKeepers of Esk\n", "Rank Keepers\n"),
    ],
    ids=["colon", "label", "gap", "title of an annex"],
)
def test_captions_stand_above_heads(above: str, head: str) -> None:
    text = PROSE + above + head + ROWS + PROSE
    assert [lines[0] for lines in found(text)] == ["Rank Keepers"]


def test_labelled_headings_between_rows_are_rows() -> None:
    text = (
        "The amounts are as follows:\nSection Amount\nPart I. Lights\n1 Boats 79 917 300\n"
        "Subtotal, part I 79 917 300\nPart II. Nights\n2 Oars 345 764 600\n2. Decides to meet.\n"
    )
    ((first, *_),) = found(text)
    assert first == "Section Amount"
    assert ["Part II. Nights"] in tables(text)[0][0]


def on_pages(text: str) -> tuple[Source, list[Stretch]]:
    """Return the tables of a text whose pages form feeds part."""
    source = source_of(text)
    english = load("en")
    numbers = sorted({line.page for line in source.lines})
    pages = [Page(tuple(x for x in source.lines if x.page == page), ()) for page in numbers]
    rows = rows_of(source, pages, english)
    return source, find_tables(reader(source), rows, measure(rows, english), english)


def test_a_head_on_top_of_a_page_again_is_no_row() -> None:
    again = "Rank Keepers\n"
    text = f"The keepers are as follows:\n{again}{ROWS}\f{again}Esk 90 0.8\nBay 12 0.1\n"
    source, (table,) = on_pages(text)
    assert [source.slice(left.span) for left in table.left_out] == ["Rank Keepers"]
    assert len(table.rows) == 6


def test_a_labelled_row_on_top_of_a_page_is_one() -> None:
    """The space above it parts the page from its head, not the row from those above."""
    above = f"The amounts are as follows:\nSection Amount\n{ROWS}"
    _, (table,) = on_pages(f"{above}\f\n\n\nPart II. Nights\nEsk 90 0.8\nBay 12 0.1\n")
    assert len(table.rows) == 7


def test_lines_that_end_in_calls_are_no_rows() -> None:
    text = (
        "The General Assembly,\nRecalling the Charter of Nights, 1\n"
        "Recalling the Rules of Days, 2\n"
        "Recalling the Code of Weeks 3\nand its annex,\nRecalling the List of Months, 4\n"
        "1. Decides to meet.\n__________________\n1 A.\n2 B.\n3 C.\n4 D.\n"
    )
    preamble = resolution(text).preamble.items
    assert [type(item).__name__ for item in preamble] == ["Recital"] * 4


def test_a_head_is_known_again_in_wider_columns() -> None:
    rows = "Northland       1,200  12.5\nSouthmark         340   3.1\nRuritania          80   0.7\n"
    first = f"Harbour       Ships  Boats\n{rows}"
    text = f"{PROSE}{first}{PROSE}Harbour     Ships     Boats\nEsk            12     0.2\n{PROSE}"
    assert [len(lines) for lines in found(text)] == [4, 2]


def test_a_table_ends_above_a_caption_below_a_note_that_stands_apart() -> None:
    text = f"The harbours are as follows:\n{ROWS}\nWithout the small ones\nB. Keepers\n{ROWS}"
    assert [lines[-1] for lines in found(text)] == ["Ruritania 80 0.7"] * 2


_CELLS = "Keepers of\nthe old\nlamps,\noars and\nsails of\nthe north\n"
POSTS = f"Office Posts\n{_CELLS * 3}Subtotal 1\n{_CELLS * 3}Subtotal 2\n{_CELLS * 3}Subtotal 4\n"


def test_narrow_lines_between_rows_are_cells_however_many() -> None:
    (lines,) = found(f"{PROSE * 3}A. Keepers of Esk\n{POSTS}Total 7\n{PROSE}")
    assert (lines[0], lines[-1], len(lines)) == ("Office Posts", "Total 7", 59)


def test_lines_that_fill_the_page_between_rows_are_no_cells() -> None:
    wide = ("Keepers of the old lamps and of the oars and sails of all the harbours\n" * 3) * 3
    rows = "Subtotal 1\nSubtotal 2\nSubtotal 4\n"
    (lines,) = found(f"{PROSE}A. Keepers of Esk\n{rows}{wide}{wide}Subtotal 9\n{PROSE}")
    assert lines == rows.splitlines()


def test_a_sum_goes_on_in_words_behind_its_figure() -> None:
    rest = "temporary posts and (less the\n12 months of others) a\n"
    (lines,) = found(f"{PROSE * 3}A. Keepers of Esk\n{POSTS}Total 7 posts and\n{rest}\n{PROSE}")
    assert lines[-2:] == rest.splitlines()


def test_what_stands_below_a_sum_of_figures_is_no_part_of_it() -> None:
    (lines,) = found(f"{PROSE * 3}A. Keepers of Esk\n{POSTS}Total 7\nand so on, as before\n{PROSE}")
    assert lines[-1] == "Total 7"


def test_a_word_at_ends_of_lines_that_go_on_is_no_column() -> None:
    cells = "2 Keepers of the old\nlamps\n"
    assert found(PROSE + cells * 8 + PROSE) == []
    assert len(found(PROSE + cells.replace("lamps", "Lamps") * 8 + PROSE)) == 1


def test_a_dash_for_no_figure_opens_no_paragraph_in_a_table() -> None:
    row = "\u2013 12 months of service for the keepers of all the old lamps on leave\n"
    (lines,) = found(f"{PROSE}A. Keepers of Esk\nEsk 1\nBay 2\n{row}Fog 4\nIce 5\n{PROSE}")
    assert len(lines) == 5


def test_lines_without_margin_that_hold_a_figure_of_their_own_are_rows() -> None:
    row = "Harbour of Esk 2 Keepers of the old lamps\n"
    prose = (PROSE.replace("\n", " ").strip() + "\n") * 6
    text = f"{prose}A. Keepers\nSubtotal 1\n{row * 6}Subtotal 12\nTotal 13\n{prose}"
    assert [len(lines) for lines in found(text)] == [9]
