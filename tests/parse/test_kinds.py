"""Paragraphs to kinds."""

from __future__ import annotations

import pytest

from an2un.parse.kinds import is_heading
from tests.parse.stages import kinds_of, tagged_lines, tagged_of


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The General Assembly,", "en", ("formula", "The General Assembly,")),
        ("Le Conseil de sécurité,", "fr", ("formula", "Le Conseil de sécurité,")),
        ("大会，", "zh", ("formula", "大会，")),
        ("Recalling its resolution 98/7,", "en", ("text", "Recalling its resolution 98/7,")),
        ("1. Decides to act;", "en", ("numbered", "Decides to act;")),
        ("1 - تقرر العمل؛", "ar", ("numbered", "تقرر العمل؛")),
        ("1-تقرر العمل؛", "ar", ("numbered", "تقرر العمل؛")),
        ("(b) To act;", "en", ("numbered", "To act;")),
        ("–加强灯塔；", "zh", ("numbered", "加强灯塔；")),
        ("- 加强灯塔；", "zh", ("numbered", "加强灯塔；")),
        ("——加强灯塔；", "zh", ("text", "——加强灯塔；")),
        ("-5 degrees in winter;", "en", ("text", "-5 degrees in winter;")),
        ("Annex II", "en", ("annex", "Annex II")),
        ("附件一", "zh", ("annex", "附件一")),
        ("II", "en", ("section", "")),
        ("III. Quiet nights", "en", ("section", "Quiet nights")),
        ("Quiet nights", "en", ("heading", "Quiet nights")),
    ],
)
def test_kinds(text: str, language: str, expected: tuple[str, str]) -> None:
    assert kinds_of(text + "\n", language) == [expected]


def test_a_paragraph_with_two_numbers_is_two() -> None:
    assert kinds_of("1. (a) To dim lights;\n") == [("numbered", ""), ("numbered", "To dim lights;")]
    markers = [item.marker.text for item in tagged_of("1. (a) To dim;\n") if item.marker]
    assert markers == ["1.", "(a)"]


def test_every_number_at_the_start_is_a_paragraph() -> None:
    tagged = tagged_of("1. (a) (i) To dim;\n")
    assert [item.marker.text for item in tagged if item.marker] == ["1.", "(a)", "(i)"]
    assert [item.printed for item in tagged] == ["", "", "To dim;"]
    assert len(tagged_of("(3) (c) of the list is deleted;\n")) == 1


def test_a_second_number_other_than_one_belongs_to_the_text() -> None:
    assert kinds_of("1. (c) of the list is deleted;\n") == [
        ("numbered", "(c) of the list is deleted;")
    ]


@pytest.mark.parametrize(("text", "introduces"), [("Urges all:", True), ("Urges all;", False)])
def test_introducing(text: str, introduces: bool) -> None:
    assert tagged_of(f"1. {text}\n")[0].introduces is introduces


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("Quiet nights", 1, True),
        ("Quiet nights", 3, True),
        ("Quiet nights,", 1, False),
        ("Quiet nights.", 1, False),
        ("quiet nights", 1, False),
        ("Quiet nights", 6, False),
        ("Quiet nights " * 30, 4, False),
    ],
)
def test_headings(text: str, lines: int, expected: bool) -> None:
    assert is_heading(text, lines) is expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("4. To dim the lights;", "5. Decides", "heading"),
        ("4. To dim the lights;", "(a) To dim", "text"),
        ("Commitments", "5. Decides", "text"),
        ("Recalling its nights,", "1. Decides", "text"),
    ],
)
def test_a_line_that_ends_with_a_colon_parts_paragraphs_or_introduces_them(
    above: str, below: str, expected: str
) -> None:
    tagged = tagged_of(f"{above}\n\nFor quiet nights, we:\n\n{below} to act;\n", "en")
    assert [item.kind for item in tagged if item.printed.startswith("For")] == [expected]


_LONG = "Nights of the harbours, " + "and of the lamps that burn there, " * 9 + "and days"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["XII", _LONG, "Recalling the nights,"], "heading"),
        (["XII", _LONG, "1. Decides to dim;"], "heading"),
        (["XII", _LONG, "They are dark."], "text"),
        (["XII", _LONG + ".", "1. Decides to dim;"], "text"),
        (["XII. Nights", _LONG, "1. Decides to dim;"], "text"),
        (["Quiet nights", _LONG, "1. Decides to dim;"], "text"),
    ],
    ids=["recital", "number", "sentence below", "closed", "label with words", "no label"],
)
def test_below_a_label_alone_a_heading_may_be_long(lines: list[str], kind: str) -> None:
    assert len(_LONG) > 300
    assert [item.kind for item in tagged_lines(lines)][1] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The General Assembly", "formula"),
        ("Annex", "annex"),
        ("Article 4 Care of lamps", "section"),
    ],
)
def test_a_formula_an_annex_or_another_label_below_a_label_alone_is_no_heading(
    line: str, kind: str
) -> None:
    assert [item.kind for item in tagged_lines(["B", line, "1. Decides to dim;"])][1] == kind


def test_what_ends_with_a_colon_below_an_introduction_is_introduced() -> None:
    acts = ["1. Amends the statute:", "Article 9, new paragraph 4:", "4. Nights are dark."]
    assert [item.kind for item in tagged_lines(acts)] == ["numbered", "text", "numbered"]
    alone = ["1. Amends the statute.", "Article 9, new paragraph 4:", "4. Nights are dark."]
    assert [item.kind for item in tagged_lines(alone)] == ["numbered", "heading", "numbered"]
    points = ["1. Amends the statute:", "(a) Article 9:", "(b) Article 10."]
    assert [item.kind for item in tagged_lines(points)] == ["numbered"] * 3


def test_numbers_of_several_parts_are_told_by_their_count() -> None:
    text = "Annex\n\nRules\n\n1. Lakes\n1.1 Clean ones.\n1.2 Deep ones.\n2. Boats\n2.1 All.\n"
    found = [item.marker.text for item in tagged_of(text) if item.marker is not None]
    assert found == ["1.", "1.1", "1.2", "2.", "2.1"]
