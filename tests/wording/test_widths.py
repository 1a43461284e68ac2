"""Widths of letters set in Times."""

from __future__ import annotations

import pytest

from an2un.wording.scripts import Script
from an2un.wording.widths import ems


@pytest.mark.parametrize(
    ("text", "script", "width"),
    [
        ("", "latin", 0.0),
        ("ill", "latin", 0.834),
        ("Wm", "latin", 1.722),
        ("1999", "latin", 2.0),
        ("\u0416\u0438", "cyrillic", 1.424),
        ("\u5927\u4f1a\uff0c", "han", 3.0),
        ("12", "han", 1.0),
    ],
)
def test_widths_are_those_of_the_metrics(text: str, script: Script, width: float) -> None:
    assert ems(text, script) == pytest.approx(width, abs=0.003 * len(text))


def test_accents_take_no_room() -> None:
    assert ems("\u00e9l\u00e8ve", "latin") == ems("eleve", "latin")


def test_vowel_signs_take_no_room() -> None:
    assert ems("\u064a\u064f\u0630\u0643\u0651\u0650\u0631", "arabic") == ems(
        "\u064a\u0630\u0643\u0631", "arabic"
    )


def test_a_letter_of_no_table_has_a_width() -> None:
    assert ems("\U0001d4d0", "latin") > 0
