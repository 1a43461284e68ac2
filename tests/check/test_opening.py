"""Sponsors in one element, several or one named in a phrase; the symbol of another document."""

from __future__ import annotations

import re

import pytest

from an2un.check.settings import Settings
from tests.check.pieces import DRAFT, changed, codes

_TOGETHER = Settings(select=("AU508",))


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("Ruritania, Freedonia", True),
        ("Ruritania (Kingdom of), Freedonia", True),
        ("Ruritania (Old, New and Middle)", False),
        ("submitted by the Vice-Chair of the Committee, Ann Lee (Freedonia)", False),
    ],
)
def test_sponsors_in_one_element(words: str, together: bool) -> None:
    printed = re.search(r"<docProponent[^>]*>([^<]*)</docProponent>", DRAFT)
    assert printed is not None
    xml = changed(DRAFT, printed[0], printed[0].replace(printed[1], words))
    assert codes(xml, _TOGETHER) == (["AU508"] if together else [])


def test_the_end_of_the_own_symbol_is_not_that_of_another_document() -> None:
    symbol = re.search(r"<docNumber[^>]*#symbol[^>]*>([^<]*)</docNumber>", DRAFT)
    assert symbol is not None
    foreign = Settings(select=("AU504",))
    for number, found in ((symbol[1].partition("/")[2], []), ("A/C.9/98/L.1", ["AU504"])):
        more = f"{symbol[0]} <docNumber>{number}</docNumber>"
        assert codes(changed(DRAFT, symbol[0], more), foreign) == found


@pytest.mark.parametrize(("printed", "found"), [("A", []), ("A line", ["AU509"])])
def test_the_letter_of_a_series_needs_no_mark(printed: str, found: list[str]) -> None:
    symbol = re.search(r"<p[^>]*>\s*<docNumber[^>]*#symbol", DRAFT)
    assert symbol is not None
    xml = changed(DRAFT, symbol[0], f"<p>{printed}</p>{symbol[0]}")
    assert codes(xml, Settings(select=("AU509",))) == found
