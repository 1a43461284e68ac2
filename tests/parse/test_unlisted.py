"""The formula of a body that no table names, told by its place."""

from __future__ import annotations

import pytest

from an2un.codes import NO_FORMULA, UNLISTED_FORMULA
from an2un.diagnostics import Diagnostic
from tests.parse.stages import body, resolution


def read(text: str, language: str = "en") -> tuple[str, list[str]]:
    """Return the formula of a text as an outline, and the codes of what is said of it."""
    found: list[Diagnostic] = []
    made = resolution(text, language, found)
    codes = [f.code.id for f in found if f.code in (NO_FORMULA, UNLISTED_FORMULA)]
    formula = made.preamble.formula
    return (body(made)[0] if formula else ""), codes


@pytest.mark.parametrize(
    "formula",
    [
        "The Conference of the Keepers,",
        "The Forty-first Assembly of Lighthouses,",
        "The General Conference of Lighthouses, meeting at its\n112th session, 2044,",
        "A Assembleia dos Far\u00f3is,",
    ],
)
def test_a_name_above_the_first_reason(formula: str) -> None:
    read_formula, codes = read(
        f"Lamps at night\n\n{formula}\n\nRecalling the nights,\n\n1. Decides.\n"
    )
    assert " ".join(formula.split()) in read_formula
    assert codes == ["AU103"]


def test_a_name_above_paragraph_one() -> None:
    assert read("Lamps\n\nThe Conference,\n\n1. Decides to look up;\n\n2. Decides to rest.\n")[
        1
    ] == ["AU103"]


def test_no_mark_is_made_up_for_its_organ() -> None:
    made = resolution("Lamps\n\nThe Conference,\n\nRecalling the nights,\n\n1. Decides.\n")
    assert made.preamble.formula is not None
    assert [type(child).__name__ for child in made.preamble.formula.text.children] == ["Text"]


def test_a_reason_or_a_telling_sentence_is_none() -> None:
    assert read("Recalling the nights,\n\nNoting the birds,\n\n1. Decides.\n")[1] == ["AU101"]
    told = "At its 7th meeting, on 7 March 2044, the Council, on the proposal of Chile,"
    assert "AU103" not in read(f"{told}\n\nRecalling the nights,\n\n1. Decides.\n")[1]


def test_a_title_that_goes_on_behind_a_comma_is_none() -> None:
    title = "Care of all lamps, white,\nred, green and yellow lamps,\nincluding those of harbours"
    assert read(f"{title}\n\n1. In paragraph 4, delete \u201call\u201d.\n")[1] == ["AU101"]


def test_a_known_formula_is_left_alone() -> None:
    assert read("The General Assembly,\n\nRecalling the nights,\n\n1. Decides.\n")[1] == []
