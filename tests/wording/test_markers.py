"""Printed markers: every form and alphabet."""

from __future__ import annotations

import pytest

from an2un.wording.markers import read_marker


def read(text: str) -> tuple[str, dict[str, int]]:
    """Return a marker as printed and its values by style."""
    marker = read_marker(text)
    assert marker is not None
    return marker.text, dict(marker.readings)


@pytest.mark.parametrize(
    ("text", "marker", "style", "value"),
    [
        ("1. Decides", "1.", "dot decimal", 1),
        ("23 . Decides", "23 .", "dot decimal", 23),
        ("3.- Decide", "3.-", "dot decimal", 3),
        ("12 bis. Decides", "12 bis.", "dot decimal", 12),
        ("OP1 Decides", "OP1", "dot decimal", 1),
        ("OP 12 bis. Decides", "OP 12 bis.", "dot decimal", 12),
        ("1．决定", "1．", "dot decimal", 1),
        ("1 - تقرر", "1 -", "dash decimal", 1),
        ("2 – تقرر", "2 –", "dash decimal", 2),
        ("أ- العمل", "أ-", "dash arabic", 1),
        ("هـ - العمل", "هـ -", "dash arabic", 5),
        ("(a) To act", "(a)", "paren latin", 1),
        ("( b ) To act", "( b )", "paren latin", 2),
        ("（c）行动", "（c）", "paren latin", 3),
        ("(aa) To act", "(aa)", "paren latin", 27),
        ("(A) To act", "(A)", "paren capital latin", 1),
        ("(12) To act", "(12)", "paren decimal", 12),
        ("(xiv) To act", "(xiv)", "paren roman", 14),
        ("(IV) To act", "(IV)", "paren capital roman", 4),
        ("a) D’agir", "a)", "half latin", 1),
        ("iii) D’agir", "iii)", "half roman", 3),
        ("ñ) Actuar", "ñ)", "half spanish", 15),
        ("b) действовать", "b)", "half latin", 2),
        ("б) действовать", "б)", "half cyrillic", 2),
        ("(в) действовать", "(в)", "paren cyrillic", 3),
        ("(أ) العمل", "(أ)", "paren arabic", 1),
        ("(ب) العمل", "(ب)", "paren arabic", 2),
        ("(د) العمل", "(د)", "paren arabic", 4),
        ("(هـ) العمل", "(هـ)", "paren arabic", 5),
        ("(ا) العمل", "(ا)", "paren arabic", 1),
        ("(يأ) العمل", "(يأ)", "paren arabic", 11),
        ("‘1’ العمل", "‘1’", "quote decimal", 1),
        ("'2' العمل", "'2'", "quote decimal", 2),
        ("一、行动", "一、", "stop chinese", 1),
        ("十二、行动", "十二、", "stop chinese", 12),
        ("(三) 行动", "(三)", "paren chinese", 3),
        ("㈡ 行动", "㈡", "paren chinese", 2),
        ("⑵ 行动", "⑵", "paren decimal", 2),
        ("⒝ 行动", "⒝", "paren latin", 2),
        ("③ 行动", "③", "enclosed ①", 3),
        ("a. To act", "a.", "letter latin", 1),
        ("• To act", "•", "bullet •", 0),
        ("– To act", "–", "bullet –", 0),
    ],
)
def test_forms_and_alphabets(text: str, marker: str, style: str, value: int) -> None:
    found, readings = read(text)
    assert found == marker
    assert readings[style] == value


@pytest.mark.parametrize("text", ["(i) x", "i) x"])
def test_i_is_a_letter_and_a_numeral(text: str) -> None:
    form = "paren" if text[0] == "(" else "half"
    readings = read(text)[1]
    assert (readings[f"{form} roman"], readings[f"{form} latin"]) == (1, 9)


@pytest.mark.parametrize(
    "text",
    ["", "Decides", "2044 was a year", "1.5 degrees", "99/118 of 2044", "(see below)", "the (a)",
     "1,000 birds", "A/99/302", "12-14 May", "-5 degrees", "(1999) was", "e.g. birds", "(ab) x",
     "Civil. x", "to a) x", "OPen. x", "Обращает) x", "abc) x", "ñaá) x", "ab", "été. x",
     "大会决定）", "الدول) x"],
)  # fmt: skip
def test_what_is_no_marker(text: str) -> None:
    assert read_marker(text) is None


def test_the_end_counts_the_blank_behind() -> None:
    ends = [marker.end for text in ("(a)  To act", "1.") if (marker := read_marker(text))]
    assert ends == [5, 2]
