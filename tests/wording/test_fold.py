from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from an2un.wording.fold import fold, folded, without_digits


def test_case_accents_and_blanks_do_not_count() -> None:
    assert fold("L ’Assemblée\xa0générale") == fold("l'assemblee generale")


def test_arabic_marks_and_stretching_do_not_count() -> None:
    assert fold("الأمــم المتحـدة") == fold("الأُمم المتحدة")


def test_arabic_letters_of_one_look_are_one() -> None:
    assert fold("الجمعية") == fold("الجمعيه")
    assert fold("الى") == fold("إلي")


def test_digits_that_stand_for_letters_are_letters_in_phrases() -> None:
    assert without_digits("E1 C0nsejo") == "El Consejo"
    assert without_digits("resolution 98/234") == "resolution 98/234"


def test_dashes_and_quotation_marks_are_one() -> None:
    assert fold("“a”–«b»") == '"a"-"b"'


def test_full_width_forms_are_plain() -> None:
    assert fold("（１２）") == "(12)"


@given(st.text(max_size=120))
def test_offsets_lead_back(text: str) -> None:
    flat = folded(text)
    assert flat.text == fold(text)
    assert len(flat.offsets) == len(flat.text)
    assert list(flat.offsets) == sorted(flat.offsets)
    for at, offset in enumerate(flat.offsets):
        assert flat.text[at] in fold(text[offset])


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
