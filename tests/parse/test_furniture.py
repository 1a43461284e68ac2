"""Page furniture in the shapes it is printed in, and what only resembles it."""

from __future__ import annotations

import pytest

from an2un.parse.furniture import SYMBOL, own_symbol
from tests.parse.stages import dropped, pages_of, sheet_of, source_of

MASTHEAD = """\
United Nations  A/RES/99/118
Ninety-ninth session
99/118. Quiet nights for all
The General Assembly,
Recalling that nights are dark,
"""


def after(*lines: str) -> str:
    """Return a text that goes on behind masthead and formula with some lines."""
    return MASTHEAD + "\n".join(lines) + "\n"


def heads(text: str) -> list[str]:
    return [line for reason, line in dropped(text, 3) if reason == "running head"]


# ------------------------------------------------------------------------------------ running heads


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
    ],
)
def test_running_heads_repeat_symbol_and_title(lines: list[str]) -> None:
    text = after("and that", "", *lines, "", "2/3 44-23107", "", "stars are bright,")
    assert heads(text) == lines
    assert [body for body, _ in pages_of(text, 3)][-1] == ["stars are bright,"]


def test_letters_that_meet_at_a_line_end_are_not_misread_together() -> None:
    lines = ["A/RES/99/118", "Quiet nights for", "natives"]  # not "fomatives"
    text = after("and that", "", *lines, "", "2/3 44-23107", "", "stars are bright,")
    assert heads(text.replace("Quiet nights for all", "Quiet nights for natives")) == lines


def test_the_last_line_of_a_title_in_a_running_head_may_be_a_number() -> None:
    text = after("and that", "", "Quiet nights under resolution", "98 (2043)", "", "A/RES/99/118")
    text = text.replace("Quiet nights for all", "Quiet nights under resolution 98 (2043)")
    text += "\n2/3 44-23107\n\nstars are bright,\n"
    assert heads(text) == ["Quiet nights under resolution", "98 (2043)", "A/RES/99/118"]


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


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("United Nations  A/C.2/99/L.31\n", "A/C.2/99/L.31"),
        ("United Nations\nA/99/L.17*\n", "A/99/L.17"),
        ("S/RES/9901 (2044)\n", "S/RES/9901 (2044)"),
        ("Nations Unies\tE/RES/2044/7\n", "E/RES/2044/7"),
        ("[on the report of the Committee (A/99/441)]\n", ""),
        ("Recalling A/99/441\n", ""),
    ],
)
def test_the_own_symbol_stands_alone_or_at_the_right_edge(text: str, symbol: str) -> None:
    assert own_symbol(source_of(text)) == symbol


def test_a_symbol_behind_words_is_the_own_one_if_pages_are_headed_with_it() -> None:
    head = "United Nations A/RES/99/118\nGeneral Assembly Distr.: General\n"
    assert own_symbol(source_of(head + "A/RES/99/118 Quiet nights\n")) == "A/RES/99/118"
    assert own_symbol(source_of(head + "Quiet nights A/RES/99/118\n")) == "A/RES/99/118"
    assert own_symbol(source_of(head + "Recalling A/99/441,\nA/99/17\n")) == "A/99/17"


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/99/118", "A/99/L.17/Rev.1", "A/RES/99/301 A", "A/RES/99/301 A-B", "A/RES/2200 (XXI)",
     "A/HRC/RES/98/7", "S/2044/131", "A/RES/ES-11/1"],
)  # fmt: skip
def test_symbols(symbol: str) -> None:
    assert SYMBOL.fullmatch(symbol)


# ------------------------------------------------------------- page numbers, job numbers, bar codes


@pytest.mark.parametrize(
    "line", ["2/3", "2/3 44-23107", "44-23107 2/3", "44-23107     2/3", "- 2 -", "– 12 –"]
)
def test_page_numbers(line: str) -> None:
    assert dropped(after("2/3", line))[-1] == ("page number", line)


@pytest.mark.parametrize("lines", [["44-23107 (E)", "071144"], ["071144", "*4423107*"]])
def test_the_date_of_a_job_stands_beside_its_number_or_bar_code(lines: list[str]) -> None:
    assert [line for _, line in dropped(after(*lines))] == lines


def test_six_digits_elsewhere_are_text() -> None:
    assert dropped(after("in the amount of", "071144", "dollars")) == []


def test_pages_count_to_one_total_and_fractions_do_not() -> None:
    text = after("1/3", "text", "3/4", "text", "2/3", "text", "3/3")
    assert [line for _, line in dropped(text)] == ["1/3", "2/3", "3/3"]


def test_a_number_of_a_resolution_on_a_line_of_its_own_is_text() -> None:
    assert dropped(after("recalling resolution", "99/118")) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("44-23107 (E)    281244", "job number"),
        ("44-23107 (E) 081144    091144", "job number"),
        ("GE.44-03107", "job number"),
        ("44-23107* (E)    281244", "job number"),
        ("*4423107*", "bar code"),
        ("44-23107 (E) *4423107*", "job number"),
    ],
)
def test_job_numbers_and_bar_codes(line: str, reason: str) -> None:
    assert dropped(after(line)) == [(reason, line)]


@pytest.mark.parametrize("line", ["44-2310", "in 44-23107", "* A footnote", "1999-2000"])
def test_what_only_resembles_them(line: str) -> None:
    assert dropped(after(line)) == []


# ------------------------------------------------------------------------------------ rules, links


@pytest.mark.parametrize("rule", ["_____", "_ _ _ _ _ _", "————————", "--------------------"])
def test_footnote_rules(rule: str) -> None:
    assert dropped(after(rule, "1 Note.")) == [("footnote rule", rule)]


@pytest.mark.parametrize("line", ["____", "-", "—", "- - -"])
def test_short_dashes_are_no_rules(line: str) -> None:
    assert dropped(after(line)) == []


def test_links_at_the_end_of_a_page_are_listed() -> None:
    links = ["https://undocs.org/en/A/RES/98/7", "https://undocs.org/en/S/RES/9901(2044)"]
    text = after("text", *links, "", "A/RES/99/118", "more")
    assert [line for reason, line in dropped(text, 3) if reason == "link target"] == links
    assert sheet_of(text, 3)[1].links == tuple(links)


def test_a_link_with_the_full_stop_of_its_sentence_is_text_above_listed_links() -> None:
    text = after("see", "https://lights.example/a%20b.", "https://lights.example/a b.pdf", "2/3")
    assert ("link target", "https://lights.example/a%20b.") not in dropped(text, 3)


def test_a_link_inside_a_sentence_is_text() -> None:
    assert (
        dropped(after("Guidelines are at", "https://flyways.example/rules.", "and elsewhere."))
        == []
    )


def test_a_heading_that_ends_like_the_title_is_no_running_head() -> None:
    text = after("II", "", "nights for all", "", "2/3", "", "A/RES/99/118", "",
                 "Quiet nights for all", "", "4. Decides")  # fmt: skip
    assert heads(text) == ["A/RES/99/118", "Quiet nights for all"]
