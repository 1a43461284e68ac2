"""Element identifiers: number parts of printed markers, uniqueness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.akn.eid import Ids, label, number_part


@pytest.mark.parametrize(
    ("printed", "part"),
    [
        ("1.", "1"),
        ("(a)", "a"),
        ("a)", "a"),
        ("(iv)", "iv"),
        ("I", "I"),
        ("11.2 Rev. A", "11-2RevA"),
        ("16bis.1", "16bis-1"),
        ("1 -", "1"),
        ("‘1’", "1"),
        ("(أ)", "أ"),
        ("٣.", "3"),
        ("㈠", "一"),
        ("②", "2"),
        ("第一部分", "一"),
        ("第10条", "10"),
        ("Primera parte", "Primeraparte"),
        ("Part Two", "Two"),
        ("ثاني عشر", "ثانيعشر"),
        ("Part II", "II"),
        ("Article 3", "3"),
        ("المادة 4", "4"),
        ("II bis", "IIbis"),
        ("Income section 2", "2"),
        ("الباب4", "4"),
        ("Раздел 2 сметы поступлений", "2"),
        ("收入款次2", "2"),
        ("收入第2款", "2"),
        ("الباب 29 ألف", "29ألف"),
        ("—", ""),
        ("", ""),
        ("__", ""),
    ],
)
def test_number_part(printed: str, part: str) -> None:
    assert number_part(printed) == part


@given(st.text())
def test_a_number_part_never_breaks_an_identifier(printed: str) -> None:
    part = number_part(printed)
    assert not any(char.isspace() or char == "_" for char in part)
    assert part == part.strip("-")


def test_the_same_identifier_again_gets_a_suffix() -> None:
    ids = Ids()
    claimed = [ids.claim("para_3") for _ in range(3)]
    assert claimed == ["para_3", "para_3_2", "para_3_3"]
    assert ids.claim("para_3_2") == "para_3_2_2"


def test_labels_of_entries_are_words() -> None:
    assert label("A/99/187 (Part I)") == "A-99-187--Part-I"
    assert label("_x y_") == "x-y"
