"""Traditional Chinese characters as the tables have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.language import load
from an2un.wording import traditional
from an2un.wording.traditional import simplified

OPENERS = [
    "回顧其第97/3號決議",
    "認識到聯合國",
    "根據《聯合國憲章》",
    "又決定",
    "請祕書長",
    "表示關切",
]


def test_each_character_has_one_simplified_one_that_is_not_traditional() -> None:
    pairs = traditional.PAIRS
    given_, became = pairs[::2], pairs[1::2]
    assert len(set(given_)) == len(given_)
    assert not set(given_) & set(became)


@pytest.mark.parametrize("opener", OPENERS)
def test_phrases_are_those_that_the_tables_know(opener: str) -> None:
    assert load("zh").mood(simplified(f"會{opener}")[1:]) is not None


@pytest.mark.parametrize("text", ["", "Recalling", "大会,回顾", "决定継続", "発表"])
def test_other_texts_stay(text: str) -> None:
    assert simplified(text) is text


@given(st.text(alphabet="大會國議決于於a1， \n"))
def test_every_character_keeps_its_place(text: str) -> None:
    found = simplified(text)
    assert len(found) == len(text)
    assert all(a == b or a in traditional.PAIRS[::2] for a, b in zip(text, found, strict=True))
