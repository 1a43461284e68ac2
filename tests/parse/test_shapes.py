"""Page furniture in the shapes it is printed in, and what only resembles it."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.layout import layout
from tests.parse.heads import after
from tests.parse.stages import dropped, pages_of, sheet_of, source_of

# ------------------------------------------------------------- page numbers, job numbers, bar codes


@pytest.mark.parametrize(
    "line",
    ["2/3", "2/3 44-23107", "44-23107 2/3", "44-23107     2/3", "44-23107\t2/3", "- 2 -", "– 12 –"],
)
def test_page_numbers(line: str) -> None:
    assert dropped(after("2/3", line))[-1] == ("page number", line)


@pytest.mark.parametrize(
    "line",
    ["-- 2 of 5 --", "Page 2", "PAGE 2 of 5", "=== Page 2/5 ===", "<!-- page 2 -->", "{2}-----"],
)
def test_marks_of_pages_that_extractors_put(line: str) -> None:
    source = source_of(after(line, "text"))
    assert ("page number", line) in [
        (piece.reason, source.slice(piece.span))
        for piece in layout(source, 0, load("en").page_label).dropped
    ]


@pytest.mark.parametrize("line", ["[2]", "(2)", "| 2 |", "*2*", "Pages 2", "Page 2 of the report"])
def test_what_marks_no_page(line: str) -> None:
    assert layout(source_of(after(line, "text")), 0, load("en").page_label).dropped == ()


def test_furniture_is_told_however_many_blanks_part_its_words() -> None:
    line = "44-23107  (E)   071144"
    assert dropped(after(line))[-1] == ("job number", line)


@pytest.mark.parametrize("lines", [["44-23107 (E)", "071144"], ["071144", "*4423107*"]])
def test_the_date_of_a_job_stands_beside_its_number_or_bar_code(lines: list[str]) -> None:
    assert [line for _, line in dropped(after(*lines))] == lines


def test_a_bar_code_without_its_asterisks_has_the_digits_of_the_job_number_beside_it() -> None:
    assert dropped(after("44-23107 (E)", "4423107"))[-1] == ("bar code", "4423107")
    assert [line for _, line in dropped(after("44-23107 (E)", "4423108"))] == ["44-23107 (E)"]
    assert dropped(after("in the amount of", "4423107")) == []


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


def test_a_link_is_listed_whose_address_the_page_prints_above() -> None:
    link = "https://flyways.example/rules/nights"
    noted = ["birds that", "________", "1 See flyways.example/rules/nights."]
    assert ("link target", link) in dropped(after(*noted, link, "sleep at sea,"), 3)
    assert ("link target", link) not in dropped(after(*noted[:2], link, "sleep at sea,"), 3)


def test_a_link_inside_a_sentence_is_text() -> None:
    assert (
        dropped(after("Guidelines are at", "https://flyways.example/rules.", "and elsewhere."))
        == []
    )


@pytest.mark.parametrize("rule", ["---", "-----", "=====", "~~~", "###"])
def test_rules_that_extractors_put_between_pages_end_them(rule: str) -> None:
    text = f"and the night1\n\n1 Ibid.\n\n{rule}\n\nis long,\n"
    assert ("page rule", rule) in dropped(text)
    assert [body for body, _ in pages_of(text)] == [["and the night1", "1 Ibid."], ["is long,"]]


@pytest.mark.parametrize(
    "text",
    [
        "the night,1\n\n---\n\n1 Ibid.\n",  # the rule above a note
        "the night,\n\n---\n\n[1] Ibid.\n",
        "Lamp | Night\n---\nred | long\n",
        "Lamp\n====\n----\n",
        "the night,\n\n* * *\n\nis long,\n",  # an ornament of the text
    ],
)
def test_other_rules_end_no_page(text: str) -> None:
    assert "page rule" not in [reason for reason, _ in dropped(text)]
