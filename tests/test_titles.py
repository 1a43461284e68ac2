"""Titles among provisions, set in bold by where they stand."""

from __future__ import annotations

import pytest

import an2un
from an2un.plain import forget
from an2un.record import replace
from an2un.titles import titled
from an2un.tree import Collection, Enumeration, Paragraph, Provision, Resolution, Text

TASKS = """The Security Council,

1. Decides that the mandate of the lighthouse shall include:

(a) Protection of birds

(i) To dim its lamp at night;

(ii) To ring its bell:

(b) To report on the nights;
"""
ACTIONS = """The General Assembly,

1. Notes that birds pass at night. We decide to:

(a) Dim the lamps.

Action 1. We will dim the lamps of all harbours.

2. Lamps are dimmed by hand.

Action 2. We will ring the bells.

3. Bells are rung at dusk, as said in paragraph 1:

(a) In all harbours.

Action 3. We will count the birds.

4. Birds are counted by children.
"""


def test_a_point_that_nothing_ends_above_points_is_a_title() -> None:
    xml = an2un.convert(TASKS).xml.decode()
    assert '<span class="bold">Protection of birds</span>' in xml
    assert xml.count('class="bold"') == 1


def test_words_that_go_on_in_the_points_below_are_no_title() -> None:
    text = TASKS.replace("Protection of birds", "that it guarantees to")
    assert "bold" not in an2un.convert(text).xml.decode()


def test_a_sentence_with_a_counted_label_is_a_title_of_its_own() -> None:
    document = an2un.read(an2un.convert(ACTIONS).xml)
    assert isinstance(document, Resolution)
    markers = [getattr(item, "marker", None) for item in document.items]
    assert markers == ["1.", None, "2.", None, "3.", None, "4."]
    assert '<span class="bold">Action 3. We will count the birds.</span>' in (
        an2un.convert(ACTIONS).xml.decode()
    )


def test_counted_points_of_a_sentence_are_no_titles() -> None:
    panels = "".join(f"Panel {number}: the birds of town {number};\n\n" for number in range(1, 5))
    text = (
        f"The General Assembly,\n\n1. Decides to hold panels:\n\n{panels}2. Decides to dim lamps.\n"
    )
    assert "bold" not in an2un.convert(text).xml.decode()


@pytest.mark.parametrize("text", [TASKS, ACTIONS])
def test_text_carries_titles(text: str) -> None:
    document = an2un.read(an2un.convert(text).xml)
    assert forget(document) == forget(an2un.read(an2un.convert(an2un.text(document)).xml))
    assert titled(document) == document


def test_titles_of_a_collection_are_those_of_its_parts() -> None:
    made = an2un.read(an2un.convert(TASKS).xml)
    assert isinstance(made, Resolution)
    point = Provision("(a)", None, (words("Protection of birds"), words("To dim its lamp.")))
    part = replace(made, items=(Provision("1.", None, (Enumeration((point,)),)),))
    whole = titled(Collection(made.language, made.kind, made.masthead, (part,)))
    assert isinstance(whole, Collection)
    assert whole.parts == (titled(part),)
    assert titled(part) != part


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))
