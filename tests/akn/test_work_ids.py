"""Identifiers that hold in every language, beside eIds made of what is printed."""

from __future__ import annotations

import re

import pytest

from an2un import akn
from an2un.akn.work_ids import common_number
from an2un.check.settings import Settings
from an2un.check.verdict import judge
from an2un.diagnostics import Severity
from an2un.identity import Supplied, identify
from an2un.tree import Section
from tests.builders import doc, par, points


@pytest.mark.parametrize(
    ("name", "marker", "count", "language", "common"),
    [
        ("point", "(أ)", 1, "ar", "a"),
        ("point", "(ك)", 11, "ar", "k"),
        ("point", "(أ أ)", 27, "ar", "aa"),
        ("point", "(1)", 1, "ar", "i"),
        ("point", "‘12’", 12, "ar", "xii"),
        ("para", "1 -", 1, "ar", ""),
        ("point", "(1)", 1, "en", ""),
        ("sec", "أولا", 1, "ar", "I"),
        ("part", "الجزء الثاني", 2, "ar", "II"),
        ("part", "الجزء العاشر", 9, "ar", "X"),  # the ninth is missing
        ("part", "الجزء الثالث عشر", 10, "ar", "XIII"),
        ("sec", "الباب 29 واو", 4, "ar", "29F"),
        ("title", "باء -", 2, "ar", "B"),
        ("sec", "ثاني عشر", 12, "ar", "XII"),
        ("part", "Primera parte", 1, "es", "I"),
        ("part", "Part Two", 2, "en", "II"),
        ("part", "Part II", 2, "en", ""),
        ("sec", "11.2", 1, "en", ""),
        ("point", "㈠", 1, "zh", "i"),
        ("point", "(十一)", 11, "zh", "xi"),
        ("sec", "四", 1, "zh", "IV"),
        ("point", "а)", 1, "ru", "a"),
        ("point", "с)", 3, "ru", "c"),  # typed in Cyrillic among a), b)
        ("point", "в)", 3, "ru", "c"),  # third of а), б), в)
        ("point", "b)", 2, "ru", ""),
        ("point", "ñ)", 15, "es", ""),
    ],
)
def test_the_number_that_other_languages_print(
    name: str, marker: str, count: int, language: str, common: str
) -> None:
    assert common_number(name, marker, count, language) == common


def written(language: str, marks: tuple[str, str, str, str]) -> str:
    """Return a resolution with a section, a paragraph and two points under these numbers."""
    section, first, inner, second = marks
    inside = par("2.", points(par(first, "a", points(par(inner, "i"))), par(second, "b")))
    document = doc((Section("section", section, None, (inside,)),), language=language)
    identity = identify(document, Supplied(), lambda _: None)
    return akn.to_bytes(document, identity, akn.Made(date="2044-11-08")).decode()


def common(xml: str) -> list[str]:
    """Return the identifiers of all units, the common one where there is one."""
    return [wid or eid for eid, wid in re.findall(r'<\w+ eId="(sec[^"]*)"(?: wId="([^"]*)")?', xml)]


def test_six_languages_have_the_same_identifiers() -> None:
    english = common(written("en", ("I", "(a)", "(i)", "(b)")))
    assert "sec_I__para_2__list_1__point_a__list_1__point_i__content" in english
    assert common(written("ar", ("أولا", "(أ)", "(1)", "(ب)"))) == english
    assert common(written("zh", ("一", "(a)", "㈠", "(b)"))) == english
    assert common(written("ru", ("I", "а)", "i)", "б)"))) == english


def test_the_master_is_named_only_where_its_identifiers_are_used() -> None:
    marks = ("أولا", "(أ)", "(1)", "(ب)")
    assert "/eng@" in re.findall('<FRBRmasterExpression href="([^"]*)"', written("ar", marks))[0]
    assert "FRBRmasterExpression" not in written("en", ("I", "(a)", "(i)", "(b)"))


def test_the_file_stays_valid_and_free_of_findings_on_identifiers() -> None:
    xml = written("ar", ("أولا", "(أ)", "(1)", "(ب)")).encode()
    found = judge(xml, Settings())
    assert not [f for f in found if f.severity >= Severity.ERROR]
    assert not [f for f in found if "eid" in f.code.name or "wid" in f.code.name]
