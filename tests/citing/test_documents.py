"""Full symbols and addresses in running text."""

from __future__ import annotations

import pytest

from tests.citing.words import cited, pairs


@pytest.mark.parametrize(
    "symbol",
    [
        "A/96/920",
        "A/HRC/97/25",
        "E/2044/33",
        "A/C.4/91/SR.3",
        "FCCC/CP/2035/10/Add.1",
        "A/50/752-S/1995/1035",
        "A/80/6 (Sect. 8)",
        "A/80/6 (Sect. 29B)/Add.3",
        "NPT/CONF.2040/50 (Vol. I)",
        "UNEP/EA.6/Res.4",
        "S/PRST/2044/4",
        "S/RES/2744 (2044)",
        "A/RES/98/542 B",
        "GC.18/INF/4",
        "ISBA/25/C/37",
        "CD/1985",
    ],
)
@pytest.mark.parametrize(
    "frame", ["See {}, annex.", "({})", "第{}号文件", "انظر {}، المرفق.", "{}."]
)
def test_a_symbol_is_a_citation_tight_around_its_characters(symbol: str, frame: str) -> None:
    text = frame.format(symbol)
    found = cited(text)
    assert [found[0].symbol, text[found[0].start : found[0].end].rstrip()[:9]] == [
        symbol,
        symbol[:9],
    ]
    assert len(found) == 1


@pytest.mark.parametrize("text", ["HIV/AIDS", "and/or", "COVID/19", "24/7", "km/h", "A/B", "TV/3"])
def test_other_slashes_are_none(text: str) -> None:
    assert cited(text) == []


def test_what_is_added_to_a_symbol() -> None:
    assert pairs("A/61/636-S/2006/980 and Corr.1, A/75/7/Add.18 and Add.19, and Corr.1") == [
        ("A/61/636-S/2006/980", "A/61/636-S/2006/980"),
        ("Corr.1", "A/61/636/Corr.1-S/2006/980/Corr.1"),
        ("A/75/7/Add.18", "A/75/7/Add.18"),
        ("Add.19", "A/75/7/Add.19"),
        ("Corr.1", "A/75/7/Add.19/Corr.1"),
    ]


def test_a_symbol_of_a_resolution_has_a_date_and_parts() -> None:
    (one,) = cited("A/RES/70/1 of 25 September 2015, annex II")
    assert (one.symbol, one.date) == ("A/RES/70/1", "2015-09-25")
    assert [(part.kind, part.number) for part in one.parts] == [("annex", "2")]


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("at www.example.org/a/b.", "www.example.org/a/b", "http://www.example.org/a/b"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("见www.example.org/a。", "www.example.org/a", "http://www.example.org/a"),
        (
            "at www.example.org/en/ a-b/c and more",
            "www.example.org/en/ a-b/c",
            "http://www.example.org/en/a-b/c",
        ),
        ("at www.example.org/en/ and more", "www.example.org/en/", "http://www.example.org/en/"),
    ],
)
def test_addresses(text: str, words: str, address: str) -> None:
    (one,) = cited(text)
    assert (one.kind, text[one.start : one.end], one.target) == ("page", words, address)


def test_parts_of_a_budget_that_bear_names_belong_to_its_symbol() -> None:
    text = "A/99/6 (Foreword and introduction), A/99/6 (Plan outline) and A/99/6 (Sect. 2)"
    assert [words for words, _ in pairs(text)] == [
        "A/99/6 (Foreword and introduction)",
        "A/99/6 (Plan outline)",
        "A/99/6 (Sect. 2)",
    ]


def test_the_name_of_a_part_may_be_broken_at_its_hyphen() -> None:
    text = "A/75/6 (Avant -propos et  introduction), chapitres 1 à 36"
    assert pairs(text, "fr") == [
        ("A/75/6 (Avant -propos et  introduction)", "A/75/6 (Foreword and introduction)")
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "A/99/69/Add.1 - E/2044/47/Add.1",
        "A/99/69/Add.1- E/2044/47/Add.1",
        "A/99/69/Add.1–E/2044/47/Add.1",
    ],
)
def test_a_joint_symbol_may_have_blanks_or_a_longer_dash(printed: str) -> None:
    assert pairs(f"See {printed}.") == [(printed, "A/99/69/Add.1-E/2044/47/Add.1")]


def test_a_range_of_symbols_is_two() -> None:
    assert [symbol for _, symbol in pairs("See A/99/1 - A/99/20.")] == ["A/99/1", "A/99/20"]
