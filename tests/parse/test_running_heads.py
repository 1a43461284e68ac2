"""Running heads, and what only resembles them."""

from __future__ import annotations

import pytest

from tests.parse.heads import after
from tests.parse.stages import dropped, pages_of


def heads(text: str) -> list[str]:
    return [line for reason, line in dropped(text, 3) if reason == "running head"]


@pytest.mark.parametrize(
    "lines",
    [
        ["A/RES/99/118"],
        ["A/RES/99/118", "Quiet nights for all"],
        ["Quiet nights for all", "A/RES/99/118"],
        ["A/RES/99/118 Quiet nights for all"],
        ["Quiet nights for all A/RES/99/118"],
        ["Quiet nights for", "all A/RES/99/118"],
        ["A/RES/99/118                Quiet nights for all"],
        ["A/RES/99/118", "Quiet nights for a1l"],  # as text recognition misreads it
        ["A/RES/99/118", "Quiét nights f0r all"],
        ["A/RES/99/118", "Quiet nights for", "all"],
        ["Quiet nights", "A/RES/99/118", "for all"],  # beside the middle of a title
    ],
)
def test_running_heads_repeat_symbol_and_title(lines: list[str]) -> None:
    text = after("and that", "", *lines, "", "2/3 44-23107", "", "stars are bright,")
    assert heads(text) == lines
    assert [body for body, _ in pages_of(text, 3)][-1] == ["stars are bright,"]


def test_the_number_of_the_first_paragraph_may_stand_before_the_symbol() -> None:
    text = after("and that", "", "2/3", "", "Quiet nights for", "all", "", "7.", "", "A/RES/99/118")
    assert heads(text + "Decides\n") == ["Quiet nights for", "all", "A/RES/99/118"]
    text = after("and that", "", "2/3", "", "Quiet nights for", "7 of us", "", "A/RES/99/118")
    assert heads(text + "Decides\n") == ["A/RES/99/118"]


def test_letters_that_meet_at_a_line_end_are_not_misread_together() -> None:
    lines = ["A/RES/99/118", "Quiet nights for", "natives"]  # not "fomatives"
    text = after("and that", "", *lines, "", "2/3 44-23107", "", "stars are bright,")
    assert heads(text.replace("Quiet nights for all", "Quiet nights for natives")) == lines


def test_the_last_line_of_a_title_in_a_running_head_may_be_a_number() -> None:
    text = after("and that", "", "Quiet nights under resolution", "98 (2043)", "", "A/RES/99/118")
    text = text.replace("Quiet nights for all", "Quiet nights under resolution 98 (2043)")
    text += "\n2/3 44-23107\n\nstars are bright,\n"
    assert heads(text) == ["Quiet nights under resolution", "98 (2043)", "A/RES/99/118"]


def test_a_line_of_the_text_may_repeat_a_part_of_the_title_below_one_head_of_many() -> None:
    pages = [f"A/RES/99/118\n\n{n}/6\n\npage {n}" for n in range(2, 6)]
    text = after("and that", "", *pages, "", "A/RES/99/118", "", "6/6", "", "Quiet nights")
    assert heads(text) == ["A/RES/99/118"] * 5
    titled = text.replace("2/6\n", "2/6\n\nQuiet nights for all\n")
    assert heads(titled).count("Quiet nights") == 1


def test_a_symbol_cited_alone_on_a_line_is_text_if_it_is_another() -> None:
    assert heads(after("A/RES/98/7")) == []


def test_the_last_line_of_a_title_beside_the_symbol_may_be_a_year() -> None:
    text = after(
        "and that", "", "Quiet nights for all", "2044 A/RES/99/118", "", "stars are bright,"
    )
    text = text.replace("Quiet nights for all", "Quiet nights for all 2044", 1)
    assert heads(text) == ["Quiet nights for all", "2044 A/RES/99/118"]


def test_a_note_that_cites_the_own_symbol_is_text() -> None:
    assert heads(after("and that", "", "11 A/RES/99/118", "", "stars are bright,")) == []


def test_the_title_inside_the_text_is_text() -> None:
    text = after(
        "1. Decides to include the item entitled", "Quiet nights for all", "in its agenda."
    )
    assert dropped(text, 3) == []


def test_no_symbol_no_running_head() -> None:
    assert dropped("The General Assembly,\nRecalling,\nThe General Assembly,\n", 0) == []


def test_a_symbol_beside_the_title_heads_pages_where_the_masthead_has_lost_its_own() -> None:
    head = "United Nations Avres/99/118\nQuiet nights for all\nThe General Assembly,\n"
    heads = ["A/RES/99/118 Quiet nights for all", "Quiet nights for all A/RES/99/118"]
    text = f"{head}Recalling the\n{heads[0]}\nbirds,\n{heads[1]}\nmore.\n"
    assert dropped(text, 2) == [("running head", printed) for printed in heads]
    assert dropped(head + "Recalling\nA/RES/99/118 of the birds,\n", 2) == []


def test_without_symbol_the_title_below_a_page_number_is_a_running_head() -> None:
    text = (
        "Quiet nights for all\nThe General Assembly,\nRecalling\n\n2/3\nQuiet nights for all\n\nx\n"
    )
    assert dropped(text, 1) == [("page number", "2/3"), ("running head", "Quiet nights for all")]


def test_behind_the_last_page_number_the_date_of_adoption_is_text() -> None:
    text = (
        "United Nations  A/RES/99/118\nQuiet nights for all\n7 November 2044\n"
        "The General Assembly,\nRecalling that nights are dark,\n54th plenary meeting\n\n"
        "A/RES/99/118\nQuiet nights for all\n2/2\n\n7 November 2044\n"
    )
    assert heads(text) == ["A/RES/99/118", "Quiet nights for all"]


def test_below_a_title_that_its_symbol_follows_the_date_of_adoption_is_text() -> None:
    text = (
        "United Nations  A/RES/99/118\n7 November 2044\nQuiet nights for all\nand days, 2045\n"
        "The General Assembly,\nRecalling that nights are dark,\n54th plenary meeting\n\n2/3\n\n"
        "Quiet nights for all\nand days, 2045\n\nA/RES/99/118\n\n7 November 2044\n\n3/3\n"
    )
    found = [line for reason, line in dropped(text, 4) if reason == "running head"]
    assert found == ["Quiet nights for all", "and days, 2045", "A/RES/99/118"]


def test_a_symbol_between_the_words_of_the_first_line_is_that_of_the_masthead() -> None:
    text = after("and that", "", "A/RES/99/118", "", "stars are bright,")
    text = text.replace("A/RES/99/118", "United Nations A/RES/99/118 General Assembly", 1)
    assert heads(text) == ["A/RES/99/118"]


def test_a_heading_that_ends_like_the_title_is_no_running_head() -> None:
    text = after("II", "", "nights for all", "", "2/3", "", "A/RES/99/118", "",
                 "Quiet nights for all", "", "4. Decides")  # fmt: skip
    assert heads(text) == ["A/RES/99/118", "Quiet nights for all"]


def test_a_symbol_whose_initials_stand_above_its_rest_is_that_of_the_masthead() -> None:
    text = after("and that", "", "A/RES/99/118", "for all", "", "stars are bright,")
    parted = text.replace("United Nations  A/RES/99/118", "A\nUnited Nations /RES/99/118", 1)
    assert [line for reason, line in dropped(parted, 4) if reason == "running head"] == [
        "A/RES/99/118", "for all",
    ]  # fmt: skip


def test_a_symbol_beside_its_page_is_a_running_head() -> None:
    pages = ["A/RES/99/118   Page 2 of 3", "3/3  A/RES/99/118"]
    text = after(
        "and that", "", pages[0], "", "stars are bright,", "", pages[1], "", "owls are not,"
    )
    assert heads(text) == pages


def test_symbols_below_a_masthead_that_lost_its_cover_are_running_heads() -> None:
    text = after("and that", "", "A/RES/99/118", "", "stars", "", "A/RES/99/118", "", "are bright,")
    text = text.replace("United Nations  A/RES/99/118\n", "")
    assert heads(text) == ["A/RES/99/118"] * 2
    assert heads(text.replace("A/RES/99/118", "", 1)) == []
