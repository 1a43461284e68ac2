from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.source import MARKS, Span
from an2un.wording.legible import Legible, legible

UNUSUAL = (
    "\u0667\uff17\u2010\u200f\u200b\u00ad\ufb01\ufe8e\ufefb\u0301\u0308ae1. \n\u0627\u0654\uff21"
)
TEXTS = st.text(alphabet=st.sampled_from(UNUSUAL), max_size=40)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\u0667\u0668/\u0661", "78/1"),  # Arabic digits
        ("\u06f7\u06f8", "78"),
        ("\uff21\uff0f\uff32\uff25\uff33", "A/RES"),  # full width
        ("re\u2010elect co\u2011operation", "re-elect co-operation"),
        ("rea\ufb03rm", "reaffirm"),  # a ligature
        ("\u200f\u0661\u200f -", "1 -"),  # marks of direction
        ("co\u00adoperate", "cooperate"),
        ("States\u00b9\u00b2, 5\u00a0000", "States12, 5 000"),
        ("\u06a9\u06cc", "\u0643\u064a"),
        ("de\u0301cide", "d\u00e9cide"),  # an accent behind its letter
        ("l\u02bcAssembl\u00e9e", "l\u2019Assembl\u00e9e"),
        ("\u0627\u0654\u0646", "\u0623\u0646"),
        ("\ufefb", "\u0644\u0627"),  # two letters in one shape
    ],
)
def test_what_says_the_same_is_shown_the_same(given: str, shown: str) -> None:
    assert legible(given) == shown


@pytest.mark.parametrize(
    "text",
    [
        "1. Decides",
        "\u201c\u0628\u064e\u201d \u2013 \uff08\u4e00\uff09\uff0c\u3000",
        "co\u00ad\noperate",
        "x\u0302",
    ],
)
def test_all_else_stays(text: str) -> None:
    found = Legible(text)
    assert (found.text, found.as_given) == (text, True)


def test_marks_inside_or_behind_belong_to_what_is_shown() -> None:
    text = "\u200fa\u200fb\u200f c\u200fd"
    found = Legible(text)
    assert found.text == "ab cd"
    shown = [text[slice(*found.span(Span(*span)))] for span in ((0, 2), (0, 1), (3, 5), (4, 5))]
    assert shown == ["\u200fa\u200fb\u200f", "\u200fa\u200f", "c\u200fd", "d"]


def test_a_soft_hyphen_in_front_belongs_to_what_is_shown_and_one_at_the_end_of_a_line_stays() -> (
    None
):
    text = "a\n\u00adb\u00ad\n"
    found = Legible(text)
    assert found.text == "a\nb\u00ad\n"
    assert text[slice(*found.span(Span(2, 3)))] == "\u00adb"


@given(TEXTS)
def test_parts_of_a_span_are_the_span(text: str) -> None:
    found = Legible(text)
    span = Span(0, len(found.text))
    whole = text[slice(*found.span(span))]
    assert found.part(span, 0, span.end) == whole
    for cut in range(1, span.end):
        assert found.part(span, 0, cut) + found.part(span, cut, span.end) == whole


@given(TEXTS)
def test_places_lead_there_and_back(text: str) -> None:
    found = Legible(text)
    for at in range(len(text)):
        place = found.place(at)
        assert 0 <= place <= len(found.text)
        if place < len(found.text) and text[at] not in MARKS + "\u00ad":
            start, end = found.span(Span(place, place + 1))
            assert start <= at < end or unicodedata.combining(text[at])


@given(st.text(alphabet=st.sampled_from("\u0667\uff17\u2010\u200f\ufb01\ufefb\uff21a1. ")))
def test_what_is_legible_stays(text: str) -> None:
    shown = legible(text)
    assert legible(shown) == shown
