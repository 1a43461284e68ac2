"""Texts of pdftotext from pages that are read from the right."""

from __future__ import annotations

import pytest

from an2un.readers.steered import in_reading_order

RIGHT, LEFT, END = "\u202b", "\u202a", "\u202c"


def marked(line: str) -> str:
    """Return a line with its controls: `<…>` is what stands as it is seen from the left."""
    return RIGHT + line.replace("<", LEFT).replace(">", END) + END


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("وإذ تشير إلى قرارها < 98/7>المؤرخ", "وإذ تشير إلى قرارها 98/7 المؤرخ"),
        ("في عام <،(2)2044>", "في عام 2044(2)،"),
        ("للطيور)<،(3>", "للطيور(3)،"),
        (")< (1>المرجع نفسه", "(1) المرجع نفسه"),
        ("]بناء على تقرير )< ،A/99/471>الفقرة <[(13>", "[بناء على تقرير (A/99/471، الفقرة 13)]"),
        ("<-1>", "1-"),
        ("<A/RES/99/118>", "A/RES/99/118"),
        ("<7 November 2044>", "7 November 2044"),
        ("للفترة <2044-2040>", "للفترة 2040-2044"),
        ("للفترة <2040-2044>", "للفترة 2040-2044"),
    ],
)
def test_what_is_seen_from_the_left_stands_in_reading_order(line: str, read: str) -> None:
    assert in_reading_order(marked(line)) == read


def test_letters_come_out_of_their_forms_in_order_and_signs_at_their_letters() -> None:
    assert in_reading_order(marked("\ufe8d\ufef7\ufee3\ufee2")) == "الأمم"
    assert in_reading_order(marked("األمم واالتفاق ال يلزم")) == "الأمم والاتفاق لا يلزم"
    assert in_reading_order(marked("أيضا ً يذك ِّر")) == "أيضاً يذكِّر"


def test_numbers_that_hang_before_paragraphs_stand_before_their_first_lines() -> None:
    lines = ["تقرر أن تنظر في", "<-1>", "الليالي؛", "تطلب أيضا؛", "<-2>"]
    read = ["1-", "تقرر أن تنظر في", "الليالي؛", "2-", "تطلب أيضا؛"]
    assert in_reading_order("\n".join(map(marked, lines))).splitlines() == read


def test_numbers_that_stand_before_their_paragraphs_stay() -> None:
    lines = ["الليالي،", "<-1>", "تقرر أن تنظر؛", "<-2>", "تطلب أن"]
    read = ["الليالي،", "1-", "تقرر أن تنظر؛", "2-", "تطلب أن"]
    assert in_reading_order("\n".join(map(marked, lines))).splitlines() == read


def test_what_is_laid_out_at_the_right_stands_first() -> None:
    text = (
        f" {marked('<A/RES/99/118>')}          {marked('األمم المتحدة')}\n\f"
        f"   {marked('تقرر أن تنظر في')}    {marked('<-1>')}\nA plain line  here\n"
    )
    assert in_reading_order(text) == (
        "الأمم المتحدة          A/RES/99/118\n\f1-    تقرر أن تنظر في\nA plain line  here\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "تقرر أن\n1-\nتنظر\n", f"{LEFT}A/99/1{END}\n", f"{RIGHT}تقرر\n",
        f"القرار {RIGHT}98/7{END} المؤرخ", f"{RIGHT}القرار 98/7 المؤرخ{END}",
    ],
)  # fmt: skip
def test_a_text_that_marks_no_lines_or_marks_them_in_another_way_stays(text: str) -> None:
    assert in_reading_order(text) == text
