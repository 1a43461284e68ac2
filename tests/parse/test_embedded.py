"""Texts within the text."""

from __future__ import annotations

from an2un.parse.embedded import embedded
from an2un.tree import Embedded, Formula, Heading, Provision, Recital
from tests.parse.stages import assembled, tagged_lines

OUTER = (
    "The Economic and Social Council,",
    "Recalling its resolution 98/7,",
    "1. Decides to dim the lights;",
    "2. Recommends to the General Assembly the adoption of the following draft resolution:",
)
INNER = (
    "The General Assembly,",
    "Recalling its resolution 97/3,",
    "1. Decides to light them:",
    "(a) At dusk;",
    "2. Requests the Secretary-General to report.",
)


def within(paragraphs: tuple[str, ...]) -> Embedded:
    last = assembled(paragraphs).items[-1]
    assert isinstance(last, Provision)
    made = last.content[-1]
    assert isinstance(made, Embedded)
    return made


def test_a_recommended_draft_stands_in_the_paragraph_that_introduces_it() -> None:
    made = within(OUTER + INNER)
    assert [type(item) for item in made.items] == [Formula, Recital, Provision, Provision]
    markers = [item.marker for item in made.items if isinstance(item, Provision)]
    assert markers == ["1.", "2."]


def test_the_introduction_may_have_no_number_and_the_draft_a_title() -> None:
    made = within((OUTER[0], OUTER[3].removeprefix("2. "), "Lights of the night", *INNER))
    assert [type(item) for item in made.items[:2]] == [Heading, Formula]


def test_the_outer_text_goes_on_behind_the_full_stop() -> None:
    items = assembled((*OUTER, *INNER, "3. Requests the Council to go on.")).items
    assert [item.marker for item in items if isinstance(item, Provision)] == ["1.", "2.", "3."]


def test_the_draft_goes_on_where_no_full_stop_ends_it() -> None:
    inner = (*INNER[:-1], "2. Requests the Secretary-General to report;", "3. Decides to go on.")
    items = assembled(OUTER + inner).items
    assert [item.marker for item in items if isinstance(item, Provision)] == ["1.", "2."]


def test_a_formula_that_nothing_introduces_opens_no_text_within_the_text() -> None:
    assert list(embedded(tagged_lines((*OUTER[:3], *INNER), "en"))) == []
