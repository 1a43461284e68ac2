from __future__ import annotations

import pytest

from an2un.language import load


@pytest.mark.parametrize(
    ("code", "text", "dates"),
    [
        ("en", "on 5 January 2044 and 31 December 2045", ["2044-01-05", "2045-12-31"]),
        ("en", "adopted on 30 February 2044", []),
        ("en", "in May 2044", []),
        ("en", "paragraph 3 of resolution 2044 (1999) and of 5 May 2045", ["2045-05-05"]),
        ("en", "3 birds of the lake, seen 4 May 2044", ["2044-05-04"]),
        ("en", "5 " + "w" * 90 + " 2044, 6 May 2044", ["2044-05-06"]),
        ("en", "from 22 to 24 May 2044", ["2044-05-24"]),
        ("en", "dated 3 May 204412", []),
        ("fr", "le 1er avril 2044", ["2044-04-01"]),
        ("fr", "le 1\u1d49\u02b3 avril 2044", ["2044-04-01"]),
        ("es", "de 5 de enero de 2044", ["2044-01-05"]),
        ("es", "1º de enero de 2044, 2 de mayo del 2045, 3 May 2046", [
            "2044-01-01", "2045-05-02", "2046-05-03",
        ]),
        ("es", "el 1º de enero 2044, 2 mayo de 2045", ["2044-01-01", "2045-05-02"]),  # misprints
        ("ru", "21 декабр я 2044 года", ["2044-12-21"]),
        ("fr", "12 membres en 2044, 1er mars 2045", ["2045-03-01"]),
        ("ru", "от 5 января 2044 года", ["2044-01-05"]),
        ("de", "vom 5. Januar 2044", ["2044-01-05"]),
        ("zh", "2044 年 12 月 31 日", ["2044-12-31"]),
        ("zh", "5 January 2044", ["2044-01-05"]),
        ("ar", "المؤرخ 23 كانون الأول/ديسمبر 2044", ["2044-12-23"]),
        ("ar", "المؤرخ 5 حزيران/ يونيه 2044", ["2044-06-05"]),
        ("ar", "23 كانون الأ ول/ديسمبر 2044", ["2044-12-23"]),
        ("ar", "7 آذار 2044", ["2044-03-07"]),
    ],
)  # fmt: skip
def test_find_dates(code: str, text: str, dates: list[str]) -> None:
    assert [date.iso for date in load(code).find_dates(text)] == dates


def test_a_date_is_found_where_it_stands() -> None:
    text = "от 5 января 2044 года о маяках"
    (date,) = load("ru").find_dates(text)
    assert text[date.start : date.end] == "5 января 2044 года"


def test_a_whole_date() -> None:
    assert load("ar").date("5 January 2044") == "2044-01-05"
    assert load("en").date("on 5 January 2044") == ""


def test_a_month_is_named() -> None:
    assert load("zh").names_month("26 二月 5 四月 2044")
    assert not load("en").names_month("The lighthouses of 2044")


@pytest.mark.parametrize(
    ("code", "text", "opens"),
    [
        ("es", "8 de junio, y", True),
        ("ar", "8 حزيران/يونيه،", True),
        ("ru", "8 июня по", True),
        ("en", "8 June 2044", True),
        ("en", "8 Marching bands", False),
        ("fr", "8 pays", False),
        ("zh", "8 国", False),
    ],
)
def test_a_day_is_told_by_its_month(code: str, text: str, opens: bool) -> None:
    assert load(code).opens_day(f"– {text}", 2) is opens


@pytest.mark.parametrize(
    ("code", "text", "at", "is_day"),
    [
        ("en", "18 and 19 September", 0, True),
        ("en", "17, 18 and 19 September", 0, True),
        ("en", "18 birds and 19 September", 0, False),
        ("en", "5 and 2 September", 0, False),
        ("fr", "5 au 9 mai", 0, True),
        ("es", "5 al 9 de mayo", 0, True),
        ("es", "5 el 9 de mayo", 0, False),
        ("ru", "18 и 19 мая", 0, True),
        ("ar", "18 و 19 أيلول/سبتمبر", 0, True),
        ("de", "18 bis 19. September", 0, True),
        ("zh", "至3月2日", 1, True),
        ("zh", "至3月2日", 3, True),
        ("zh", "至3个2日", 3, False),
    ],
)
def test_a_day_may_share_its_month(code: str, text: str, at: int, is_day: bool) -> None:
    assert load(code).is_day(text, at) is is_day
