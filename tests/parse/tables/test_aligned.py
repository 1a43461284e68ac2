"""Tables of words in two columns that blanks align."""

from __future__ import annotations

import pytest

from tests.parse.tables_of import tables

PROGRAMME = """Date                  Subject

Monday, 2 June        Opening of the conference
10 a.m.-1 p.m.        Adoption of the agenda
                      Election of officers
3-6 p.m.              General debate

Tuesday, 3 June
10 a.m.-1 p.m.        Interactive dialogue 1
3-6 p.m.              Interactive dialogue 2
"""


def cells(text: str, language: str = "en") -> list[list[str]]:
    """Return the rows of the only table of a text."""
    ((rows, proved),) = tables(text, language)
    assert proved
    return rows


def test_rows_may_leave_a_column_empty() -> None:
    assert cells(PROGRAMME) == [
        ["Date", "Subject"],
        ["Monday, 2 June", "Opening of the conference"],
        ["10 a.m.-1 p.m.", "Adoption of the agenda"],
        ["", "Election of officers"],
        ["3-6 p.m.", "General debate"],
        ["Tuesday, 3 June", ""],
        ["10 a.m.-1 p.m.", "Interactive dialogue 1"],
        ["3-6 p.m.", "Interactive dialogue 2"],
    ]


def test_the_whole_table_may_be_set_in() -> None:
    assert cells("".join(f"     {line}\n" for line in PROGRAMME.splitlines())) == cells(PROGRAMME)


def test_a_cell_goes_on_below_where_it_begins_small_or_had_no_room() -> None:
    text = PROGRAMME.replace(
        "General debate\n",
        "General debate of the\n                      conference\n                      Lunch\n",
    )
    assert ["3-6 p.m.", "General debate of the conference"] in cells(text)
    assert ["", "Lunch"] in cells(text)
    full = PROGRAMME.replace(
        "Opening of the conference\n",
        "Opening of the conference by the\n                      Secretary-General\n",
    )
    assert ["Monday, 2 June", "Opening of the conference by the Secretary-General"] in cells(full)


def test_both_cells_may_go_on_below() -> None:
    text = PROGRAMME.replace(
        "Monday, 2 June        Opening of the conference\n",
        "Monday, 2 June        Opening of the conference\nof 2044               by the host\n",
    )
    assert ["Monday, 2 June of 2044", "Opening of the conference by the host"] in cells(text)


CHINESE = """6月2日    会议开幕
6月3日    一般性辩论
          选举
"""
RUSSIAN = """2 июня     Открытие
3 июня     Прения
           Выборы
"""


@pytest.mark.parametrize(("text", "language"), [(CHINESE * 2, "zh"), (RUSSIAN * 2, "ru")])
def test_any_script(text: str, language: str) -> None:
    assert [len(row) for row in cells(text, language)] == [2] * 6
    assert cells(text, language)[2][0] == ""


def test_paragraphs_set_off_from_their_numbers_are_no_table() -> None:
    text = "1.    Opening of the\n      conference.\n2.    Agenda.\n3.    Debate.\n4.    Report.\n"
    assert tables(text) == []


def test_what_runs_through_the_gap_parts_two_tables() -> None:
    sentence = "The Secretary-General shall open the conference on the day named above.\n"
    assert len(tables(f"{PROGRAMME}\n{sentence}\n{PROGRAMME}")) == 2


def test_few_rows_are_no_table_of_words() -> None:
    assert tables("Monday        Opening\nTuesday       Debate\n") == []
