"""Whose resolution a number is."""

from __future__ import annotations

import pytest

from tests.citing.words import cited, reading

FAR_OFF = (
    "the Human Rights Council, as it was asked again and again over the years, its resolution 48/13"
)


@pytest.mark.parametrize(
    ("text", "organ", "symbol"),
    [
        # the organ named
        ("Human Rights Council resolution 48/13 of 8 October 2021", "", "A/HRC/RES/48/13"),
        ("resolution 48/13 of the Human Rights Council", "", "A/HRC/RES/48/13"),
        ("the Human Rights Council, in its resolution 48/13,", "", "A/HRC/RES/48/13"),
        ("Economic and Social Council resolution 2021/11", "", "E/RES/2021/11"),
        ("Commission on Human Rights resolution 2005/30", "", "E/CN.4/RES/2005/30"),
        ("United Nations Environment Assembly resolution 5/14", "", "UNEP/EA.5/Res.14"),
        ("Assembly resolution 70/1", "humanRightsCouncil", "A/RES/70/1"),
        ("Council resolution 6/30", "humanRightsCouncil", "A/HRC/RES/6/30"),
        # the date
        ("its resolution 48/13 of 10 November 1993", "", "A/RES/48/13"),
        ("resolution 48/13 of 8 October 2021", "", "A/HRC/RES/48/13"),
        ("resolution 4/14 of 15 March 2019", "", "UNEP/EA.4/Res.14"),
        ("resolution S-29/1 of 12 February 2021", "", "A/HRC/RES/S-29/1"),
        ("resolution S-26/2 of 27 June 2001", "", "A/RES/S-26/2"),
        # the shape
        ("resolution 2250 (2015)", "", "S/RES/2250 (2015)"),
        ("resolution 2021/11", "", "E/RES/2021/11"),
        ("resolution 1503 (XLVIII)", "", "E/RES/1503 (XLVIII)"),
        ("resolution 1514 (XV)", "", "A/RES/1514 (XV)"),
        ("its resolution 70/1", "humanRightsCouncil", "A/RES/70/1"),
        # "its", far from the organ
        (FAR_OFF, "environmentAssembly", "A/HRC/RES/48/13"),
        # decisions by their numbers
        ("decision 77/519", "", "A/DEC/77/519"),
        ("decision 17/119", "humanRightsCouncil", "A/HRC/DEC/17/119"),
        ("resolutions and decisions 74/550", "", "A/DEC/74/550"),
        ("decision 2021/254", "", "E/DEC/2021/254"),
        # a resolution within a report
        ("(A/73/53), chap. IV, sect. A, resolution 37/17", "", "A/HRC/RES/37/17"),
        ("document CBD/COP/15/17, decision 15/4, annex", "", "CBD/COP/DEC/15/4"),
    ],
)
def test_whose(text: str, organ: str, symbol: str) -> None:
    found = reading(text, "en", organ or "generalAssembly", 2024).citations
    assert found[-1].symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "decision 10/2",
        "resolution 337 (S-VII) of 21 December 2022",
        "A/56/1026-S/2002/932, annex II, resolution 14/221",
        "the adoption of resolution 10/7 of 16 October 2020, entitled",
        "of resolution 72/7 of 19 May 2016 on regional cooperation",
        "the High-level Committee on Cooperation among Them, and takes note of its decision 20/2",
    ],
)
def test_numbers_of_other_bodies_are_no_citations(text: str) -> None:
    assert [c for c in cited(text) if c.kind in ("resolution", "decision")] == []


def test_nothing_cites_what_is_younger_than_itself() -> None:
    text = "in line with resolution 70/1,"
    old = reading(text, "en", "humanRightsCouncil", 2024).citations
    assert [c.symbol for c in old] == ["A/RES/70/1"]
    new = reading(text, "en", "humanRightsCouncil", 2029).citations
    assert [c.symbol for c in new] == ["A/HRC/RES/70/1"]


def test_what_the_words_do_not_say_is_uncertain() -> None:
    assert not cited("resolution 48/13")[0].certain
    assert cited("Human Rights Council resolution 48/13")[0].certain
    assert cited("resolution 48/13 of 8 October 2021")[0].certain


IN_A_LIST = (
    "قرارا الجمعية العامة 74/274 المؤرخ 20 نيسان/أبريل 2020، المعنون ”التعاون“، و 156/75 المؤرخ "
    "16 كانون الأول/ديسمبر 2020"
)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # the date shows that the number is printed backwards
        ("قرار الجمعية العامة 306/74 المؤرخ 11 أيلول/سبتمبر 2020", ["A/RES/74/306"]),
        ("قرار مجلس حقوق الإنسان 20/31 المؤرخ 23 آذار/مارس 2016", ["A/HRC/RES/31/20"]),
        (IN_A_LIST, ["A/RES/74/274", "A/RES/75/156"]),
        # it fits as it stands, or neither way
        ("المقرر 14/4 المؤرخ 30 تشرين الثاني/نوفمبر 2018", []),
        ("قرار مجلس حقوق الإنسان 31/20 المؤرخ 23 آذار/مارس 2016", ["A/HRC/RES/31/20"]),
        ("قرار الجمعية العامة 306/74 المؤرخ 11 أيلول/سبتمبر 1999", []),
        ("قرار الجمعية العامة 306/74", []),
    ],
)
def test_number_printed_backwards(text: str, symbols: list[str]) -> None:
    found = reading(text, "ar", "economicAndSocialCouncil", 2025).citations
    assert [citation.symbol for citation in found] == symbols


def test_numbers_of_other_scripts_are_never_turned() -> None:
    text = "Human Rights Council resolution 20/31 of 23 March 2016"
    assert [one.symbol for one in reading(text).citations] != ["A/HRC/RES/31/20"]
