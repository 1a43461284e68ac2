"""Numbered paragraphs and points to provisions."""

from __future__ import annotations

from tests.parse.stages import assembled, body

FORMULA = "The General Assembly,"


def made(*paragraphs: str, language: str = "en") -> list[str]:
    """Return the outline of a text given paragraph by paragraph."""
    return body(assembled(paragraphs, language))


def test_points_nest() -> None:
    assert made(
        FORMULA, "1. Urges States:", "(a) To plan:", "(i) For nights;", "(ii) For days;",
        "(b) To act;", "2. Decides.",
    )[1:] == [
        "1. _Urges_ States:",
        "  (a) To plan:",
        "    (i) For nights;",
        "    (ii) For days;",
        "  (b) To act;",
        "2. _Decides_.",
    ]  # fmt: skip


def test_text_behind_the_points_belongs_to_the_numbered_paragraph() -> None:
    assert made(FORMULA, "1. Urges States:", "(a) To plan;", "(b) To act;",
                "and to report thereon to the Assembly;", "2. Decides.")[1:] == [
        "1. _Urges_ States:",
        "  (a) To plan;",
        "  (b) To act;",
        "+ and to report thereon to the Assembly;",
        "2. _Decides_.",
    ]  # fmt: skip


def test_text_between_points_belongs_to_the_point_above() -> None:
    assert made(FORMULA, "1. Urges States:", "(a) To plan;", "Such plans may be revised;",
                "(b) To act;", "2. Decides.")[2:4] == [
        "  (a) To plan;",
        "  + Such plans may be revised;",
    ]  # fmt: skip


def test_a_number_and_a_letter_on_one_line() -> None:
    assert made(FORMULA, "1. (a) Urges States to plan;", "(b) Urges all to act;", "2. Decides.")[
        1:
    ] == [
        "1.",
        "  (a) _Urges_ States to plan;",  # a number alone: the points are the paragraphs
        "  (b) _Urges_ all to act;",
        "2. _Decides_.",
    ]


def test_a_paragraph_that_speaks_in_the_other_mood_opens_with_a_phrase_of_that() -> None:
    found = made(
        FORMULA, "Noting the fog,", "Stresses that nights are dark,",
        "1. Noting the fog, decides to wait;", "2. Repainting the tower, decides to wait;",
    )  # fmt: skip
    assert found[2:] == [
        "recital: _Stresses_ that nights are dark,",
        "1. _Noting_ the fog, decides to wait;",
        "2. Repainting the tower, decides to wait;",
    ]


def test_text_below_the_title_of_the_last_point_belongs_to_that_point() -> None:
    assert made(FORMULA, "1. Decides on the tasks:", "(a) Protection of birds", "To dim all lamps;",
                "(b) Protection of harbours", "To light them;", "2. Decides.")[1:] == [
        "1. _Decides_ on the tasks:",
        "  (a) Protection of birds",
        "  + To dim all lamps;",
        "  (b) Protection of harbours",
        "  + To light them;",
        "2. _Decides_.",
    ]  # fmt: skip


def test_letters_of_other_languages() -> None:
    spanish = ["La Asamblea General,", "1. Exhorta a que:", "a) Actúen;", "b) Informen."]
    arabic = ["إن الجمعية العامة،", "1 - تهيب بالدول:", "(أ) العمل؛", "(ب) الإبلاغ."]
    assert made(*spanish, language="es")[2:] == ["  a) Actúen;", "  b) Informen."]
    assert made(*arabic, language="ar")[2:] == ["  (أ) العمل؛", "  (ب) الإبلاغ."]
