"""Lines of a masthead told by their own words."""

from __future__ import annotations

import pytest

from an2un.language import LANGUAGES, load
from an2un.parse.masthead_words import read_line
from an2un.parse.passage import Passage


@pytest.mark.parametrize("code", LANGUAGES)
def test_whole_lines_are_names_in_every_table_of_them(code: str) -> None:
    language = load(code)
    words = language.masthead
    tables = (
        words.publisher, words.organs, words.committees, words.languages, words.draft_types,
        words.types, words.decision_types, words.plenary, words.statement,
    )  # fmt: skip
    for names in tables:
        for name in names.folded:
            assert words.is_name(f"{name}*") == bool(names.whole(name))
            if names.whole(name):
                assert read_line(Passage(name), language).kind


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_lines_are_no_names(code: str) -> None:
    language = load(code)
    assert not language.masthead.is_name("Lamps of the lighthouse of Pharos")
    assert read_line(Passage("Lamps of the lighthouse of Pharos"), language).kind == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("102 (I) Measures to economize time", "102(I)"),
        ("2200 A (XXI). Covenants", "2200A(XXI)"),
        ("1514 (XV) of 14 December 1960 on lamps", ""),  # the end of a title
        ("1540 (2004) Lamps", ""),
        ("99/7. the lamps of Pharos", "99/7"),
    ],
)
def test_numbers_of_the_first_sessions_may_have_no_stop(text: str, number: str) -> None:
    line = read_line(Passage(text), load("en"))
    assert (line.marks[0].value if line.kind == "numbered" else "") == number
