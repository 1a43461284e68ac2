"""Tagged paragraphs to the tree: preamble, provisions and points, sections, annexes."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.tree import Field
from an2un.walk import plain_text
from tests.parse.stages import assembled, body


def made(*paragraphs: str, language: str = "en") -> list[str]:
    """Return the outline of a text given paragraph by paragraph."""
    return body(assembled(paragraphs, language))


def told(*paragraphs: str) -> list[str]:
    """Return the codes of what is found about a text."""
    found: list[Diagnostic] = []
    assembled(paragraphs, found=found)
    return [finding.code.id for finding in found]


FORMULA = "The General Assembly,"
RECITAL = "Recalling its resolutions,"


# ---------------------------------------------------------------------------------------- preamble


def test_formula_recitals_and_numbered_paragraphs() -> None:
    assert made(
        FORMULA, RECITAL, "Noting that birds pass,", "1. Decides to act;", "2. Urges all."
    ) == [
        "formula: The General Assembly,",
        "recital: _Recalling_ its resolutions,",
        "recital: _Noting_ that birds pass,",
        "1. _Decides_ to act;",
        "2. _Urges_ all.",
    ]


def test_a_recital_may_have_points() -> None:
    assert made(FORMULA, "Recalling:", "(a) The Charter,", "(b) The Covenant,", "1. Decides.")[
        1:
    ] == [
        "recital: _Recalling_:",
        "  (a) The Charter,",
        "  (b) The Covenant,",
        "1. _Decides_.",
    ]


def test_the_preamble_ends_where_an_operative_paragraph_begins_without_a_number() -> None:
    assert made(FORMULA, RECITAL, "Decides to remain seized of the matter.")[1:] == [
        "recital: _Recalling_ its resolutions,",
        "- _Decides_ to remain seized of the matter.",
    ]


def test_where_numbers_are_lost_semicolons_below_commas_end_the_preamble() -> None:
    recitals, both = ["回顾其决议，"] * 3, "欢迎候鸟；"
    lost = made("大会，", *recitals, both, "决定采取行动；", "请各方行动。", language="zh")
    assert lost[4] == "- _欢迎_候鸟；"
    counted = made("大会，", *recitals, both, "1. 决定采取行动；", language="zh")
    assert counted[4] == "recital: _欢迎_候鸟；"
    assert made(FORMULA, *[RECITAL] * 3, "Welcoming the birds;", "Urges all.")[4].startswith(
        "recital: "
    )


def test_a_semicolon_does_not_end_the_preamble_by_itself() -> None:
    found = made(FORMULA, "Recalling its resolutions;", "Noting birds;", "1. Decides to act.")
    assert [line.partition(":")[0] for line in found[1:3]] == ["recital", "recital"]


def test_a_word_of_the_right_shape_opens_a_recital_that_ends_with_a_semicolon() -> None:
    found = made(
        "La Asamblea General,", "Recordando X;", "Encendiendo luces;", "Decide Y.", language="es"
    )
    assert [line.partition(":")[0] for line in found[1:3]] == ["recital", "recital"]


def test_the_last_recital_may_have_lost_its_comma() -> None:
    found = made(FORMULA, RECITAL, "Mindful of the need for light", "1. Decides.", "2. Urges all.")
    assert found[2:] == [
        "recital: _Mindful_ of the need for light",
        "1. _Decides_.",
        "2. _Urges_ all.",
    ]
    found = made(FORMULA, RECITAL, "Light for all", "1. Decides.", "2. Urges all.")
    assert not any(line.startswith("recital: Light") for line in found)


def test_openings_are_those_of_the_organ_whose_formula_stands_above() -> None:
    text = ["Expressing concern at the dark,", "1. Decides to act."]
    assert made("The Security Council,", *text)[1] == "recital: _Expressing_ concern at the dark,"
    assert made(FORMULA, *text)[1] == "recital: _Expressing concern_ at the dark,"


def test_without_a_formula() -> None:
    text = ["1. Decides to act;", "2. Urges all States."]
    assert made(*text) == ["1. _Decides_ to act;", "2. _Urges_ all States."]
    assert told(*text) == ["AU101"]


def test_without_a_number() -> None:
    assert told(FORMULA, RECITAL, "Decides to act.", "Urges all States.") == ["AU102"]
    assert told(FORMULA, RECITAL, "Decides to act.") == []


def test_without_a_number_under_a_heading_that_holds_everything() -> None:
    assert told(FORMULA, RECITAL, "I", "Decides to act.", "Urges all States.") == ["AU102"]
    assert told(FORMULA, RECITAL, "I", "Decides to act.") == []
    assert told(FORMULA, RECITAL, "I", "1. Decides to act;", "2. Urges all States.") == []


# ------------------------------------------------------------------------------- sections, annexes


def test_sections_with_headings() -> None:
    assert made(FORMULA, RECITAL, "I", "Nights", "1. Decides to rest;", "II", "Days",
                "2. Decides to act.")[2:] == [
        "section: I: Nights",
        "  1. _Decides_ to rest;",
        "section: II: Days",
        "  2. _Decides_ to act.",
    ]  # fmt: skip


def test_titles_stand_in_sections() -> None:
    assert made(FORMULA, "I. Nights", "A. Birds", "1. Decides to rest;", "B. Bats",
                "2. Decides to act.", "II. Days", "3. Decides to wait.")[1:] == [
        "section: I.: Nights",
        "  title: A.: Birds",
        "    1. _Decides_ to rest;",
        "  title: B.: Bats",
        "    2. _Decides_ to act.",
        "section: II.: Days",
        "  3. _Decides_ to wait.",
    ]  # fmt: skip


def test_headings_without_number_are_divisions() -> None:
    assert made(FORMULA, RECITAL, "Follow-up and review", "1. Decides to act.")[2:] == [
        "division: Follow-up and review",
        "  1. _Decides_ to act.",
    ]


def test_an_operative_verb_above_a_comma_does_not_begin_the_operative_part() -> None:
    reasons = ["Urges States to remember the lamps,", "Noting the oars;", "Recalling the sails,"]
    made = assembled(["The General Assembly,", RECITAL, *reasons, "1. Decides."])
    assert len(made.preamble.items) == 4


def test_a_section_with_a_preamble_of_its_own() -> None:
    assert made(FORMULA, "I", "Noting that birds pass,", "1. Decides.", "II", "Recalling bats,",
                "1. Decides.")[1:] == [
        "section: I",
        "  recital: _Noting_ that birds pass,",
        "  1. _Decides_.",
        "section: II",
        "  recital: _Recalling_ bats,",
        "  1. _Decides_.",
    ]  # fmt: skip


def test_a_recital_of_a_section_may_end_with_a_semicolon_above_its_first_number() -> None:
    reason = "Noting that birds pass;"
    above, below = made(FORMULA, "I", reason, "1. Decides."), made(FORMULA, "I", "Decides:", reason)
    assert above[2] == "  recital: _Noting_ that birds pass;"
    assert not any("recital" in line for line in below)


def test_an_annex_with_articles() -> None:
    assert made(FORMULA, "1. Adopts the Statute.", "Annex", "Statute of the Fund", "Article 1",
                "Object", "1. The Fund serves birds.", "Article 2", "Board", "The Board meets:",
                "(a) In spring;", "(b) In autumn.")[2:] == [
        "annex: Annex | Statute of the Fund",
        "  article: Article 1: Object",
        "    1. The Fund serves birds.",
        "  article: Article 2: Board",
        "    - The Board meets:",
        "      (a) In spring;",
        "      (b) In autumn.",
    ]  # fmt: skip


def test_several_annexes_and_an_appendix() -> None:
    found = assembled([
        FORMULA, "1. Adopts the texts.", "Annex I", "Birds", "Birds are many.", "Appendix",
        "Lists are long.", "Annex II", "Bats", "Bats are few.",
    ])  # fmt: skip
    assert [len(annex.annexes) for annex in found.annexes] == [1, 0]
    assert [line for line in body(found) if line.startswith("annex")] == [
        "annex: Annex I | Birds",
        "annex: Annex II | Bats",
    ]


def test_closing_lines_may_stand_below_the_annexes() -> None:
    lines = ("54th plenary meeting", "20 December 2044")
    annexes = ("Annex I", "Birds", "1. All.", "Annex II", "Bats", "1. None.")
    below = made(FORMULA, "1. Decides;", *annexes, *lines)
    assert below == made(FORMULA, "1. Decides;", *lines, *annexes)
    assert [line for line in below if line.startswith("annex")] == [
        "annex: Annex I | Birds",
        "annex: Annex II | Bats",
    ]


def test_closing_lines_stand_between_text_and_annex() -> None:
    assert made(FORMULA, "1. Adopts the Statute.", "76th plenary meeting", "19 December 2044",
                "Annex", "Statute", "Birds are many.")[2:] == [
        "closing: 76th plenary meeting",
        "closing: 19 December 2044",
        "annex: Annex | Statute",
        "  - Birds are many.",
    ]  # fmt: skip


def test_an_opening_phrase_that_is_in_no_table_is_reported() -> None:
    text = [FORMULA, "Savouring the nights,", "1. Decides to act."]
    assert made(*text)[1] == "recital: _Savouring_ the nights,"
    assert told(*text) == ["AU110"]
    assert told(FORMULA, RECITAL, "1. Decides to act.") == []


def test_a_text_that_is_no_resolution_keeps_its_paragraphs() -> None:
    assert [line.replace("_", "") for line in made("The house is old.", "It stands here.")] == [
        "- The house is old.",
        "- It stands here.",
    ]


def test_the_name_of_the_organ_ends_before_a_semicolon() -> None:
    opening = assembled(["The General Assembly;", RECITAL, "1. Decides."]).preamble.formula
    assert opening is not None
    organ = opening.text.children[0]
    assert isinstance(organ, Field)
    assert plain_text(organ.children) == "The General Assembly"
