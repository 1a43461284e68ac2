"""The letters that notes of tables begin with."""

from __future__ import annotations

import pytest

from an2un.parse.tables.letters import read_letter, with_notes
from tests.parse.stages import source_of
from tests.parse.tables_of import measured


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("a See A/99/1.", 1, "a"),
        ("c 重计。", 3, "c"),
        ("b见A/99/1。", 2, "b"),
        ("(ب) انظر", 2, "ب"),
    ],
)
def test_a_letter_before_a_sentence(text: str, value: int, printed: str) -> None:
    letter = read_letter(text)
    assert letter is not None
    assert (letter.value, letter.printed) == (value, printed)
    assert text[letter.end :][0] not in " )"


@pytest.mark.parametrize("text", ["a boat", "A boat", "See", "(a) See", "a", "", "1 See"])
def test_articles_and_points_are_none(text: str) -> None:
    assert read_letter(text) is None


def test_lines_below_a_table_open_notes_in_the_order_of_their_letters() -> None:
    rows = measured(source_of("Total 3\nb Too early.\na See x.\nc No.\nb Yes.\na Again."))
    told = [row.text for row in with_notes(rows, [1]) if row.serial]
    assert told == ["a See x.", "b Yes."]
    assert not any(row.serial for row in with_notes(rows, []))
