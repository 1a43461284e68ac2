from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.wording.scripts import Script, is_ideograph, is_wide, main_script


@pytest.mark.parametrize(
    ("character", "wide"),
    [
        ("大", True),
        ("，", True),
        ("“", True),
        ("豈", True),
        ("a", False),
        ("1", False),
        ("", False),
    ],
)
def test_wide_characters(character: str, wide: bool) -> None:
    assert is_wide(character) is wide


@pytest.mark.parametrize(
    ("character", "found"), [("大", True), ("㐀", True), ("，", False), ("é", False), ("", False)]
)
def test_ideographs(character: str, found: bool) -> None:
    assert is_ideograph(character) is found


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("the keepers", "latin"),
        ("Œuvré", "latin"),
        ("смотрители", "cyrillic"),
        ("حراس", "arabic"),
        ("守护者", "han"),
        ("守护 the", "han"),
        ("A/99/L.1 о маяках", "cyrillic"),
        ("", "latin"),
        ("12, 13", "latin"),
    ],
)
def test_the_script_of_most_words(text: str, script: Script) -> None:
    assert main_script(text) == script


@given(st.text(max_size=200))
def test_the_order_of_a_text_does_not_matter(text: str) -> None:
    assert main_script(text) == main_script(text[::-1])
