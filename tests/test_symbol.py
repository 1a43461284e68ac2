"""Symbols of documents: printed, normalised, refused; to Work numbers, addresses, file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.symbol import (
    SERIES,
    Symbol,
    SymbolError,
    from_file_name,
    from_number,
    from_url,
    parse,
    public_address,
    usual_nature,
)

ROMAN = ("I", "III", "XV", "XXI", "LXIII")
SESSIONS = st.one_of(
    st.integers(1, 99).map(str),
    st.integers(1, 12).map("ES-{}".format),
    st.integers(1, 40).map("S-{}".format),
)
COUNT = st.integers(1, 600).map(str)
LETTER = st.sampled_from(("", "A", "B", "Z"))
MODIFIERS = st.lists(
    st.builds("{}.{}".format, st.sampled_from(("Rev", "Add", "Corr")), st.integers(1, 30)),
    max_size=2,
).map(tuple)


@st.composite
def adopted(draw: st.DrawFn) -> tuple[Symbol, str]:
    """A symbol of an adopted text, and its nature."""
    count, letter = draw(COUNT), draw(LETTER)
    year = str(draw(st.integers(1946, 2099)))
    return draw(
        st.sampled_from(
            (
                (Symbol(("A", "RES", draw(SESSIONS), count), letter), "resolution"),
                (Symbol(("A", "DEC", draw(SESSIONS), count), letter), "decision"),
                (Symbol(("A", "RES", count), letter, draw(st.sampled_from(ROMAN))), "resolution"),
                (Symbol(("A", "RES", count), "", "S-VI"), "resolution"),
                (Symbol(("S", "RES", count), "", year), "resolution"),
                (Symbol(("S", "PRST", year, count)), "presidentialStatement"),
                (Symbol(("E", "RES", year, count), letter), "resolution"),
                (Symbol(("E", "CN.4", "RES", year, count)), "resolution"),
                (Symbol(("A", "HRC", "RES", draw(SESSIONS), count)), "resolution"),
                (Symbol(("A", "HRC", "DEC", draw(SESSIONS), count)), "decision"),
                (Symbol(("UNEP", f"EA.{draw(st.integers(1, 9))}", f"Res.{count}")), "resolution"),
            )
        )
    )


@st.composite
def drafts(draw: st.DrawFn) -> Symbol:
    """A symbol of a draft."""
    number, modifiers = f"L.{draw(COUNT)}", draw(MODIFIERS)
    year = str(draw(st.integers(1946, 2099)))
    path = draw(
        st.sampled_from(
            (
                ("A", draw(SESSIONS), number),
                ("A", f"C.{draw(st.integers(1, 6))}", draw(SESSIONS), number),
                ("A", "AC.105", "C.1", number),
                ("A", "HRC", draw(SESSIONS), number),
                ("E", year, number),
                ("E", "CN.3", year, number),
                ("S", year, draw(COUNT)),
                ("UNEP", f"EA.{draw(st.integers(1, 9))}", number),
            )
        )
    )
    return Symbol(path, "", "", modifiers)


@st.composite
def documents(draw: st.DrawFn) -> Symbol:
    """Any symbol: reports, treaty bodies, sections of the budget, joint symbols."""
    year = str(draw(st.integers(1946, 2099)))
    bracket = draw(
        st.sampled_from(
            (
                "",
                "Sect. 29B",
                "Vol. II",
                "Part I",
                "Supp.",
                "Parts I and II",
                "Sects. 3-5",
                "Vols. I to III",
            )
        )
    )
    one = Symbol(("A", draw(SESSIONS), draw(COUNT)), "", bracket, draw(MODIFIERS))
    other = Symbol(("S", year, draw(COUNT)), "", "", draw(MODIFIERS))
    joint = draw(st.sampled_from(((), (other,))))
    plain = Symbol(("CCPR", "C", "21"), "", "", draw(MODIFIERS))
    return draw(st.sampled_from((Symbol(one.path, "", bracket, one.modifiers, joint), plain)))


@given(st.one_of(adopted().map(lambda pair: pair[0]), drafts(), documents()))
def test_a_symbol_is_printed_as_it_is_read(symbol: Symbol) -> None:
    assert parse(str(symbol)) == symbol
    assert str(parse(str(symbol))) == str(symbol)


@given(st.one_of(adopted().map(lambda pair: pair[0]), drafts(), documents()))
def test_addresses_and_file_names_lead_back(symbol: Symbol) -> None:
    assert from_url(symbol.url("ar")) == (symbol, "ar")
    assert from_file_name(symbol.file_name("fr")) == (symbol, "fr")


@given(adopted())
def test_the_number_of_an_adopted_text_leads_back(pair: tuple[Symbol, str]) -> None:
    symbol, nature = pair
    assert symbol.actor
    assert symbol.nature == nature
    assert from_number(symbol.actor, symbol.number, nature) == symbol


@given(drafts())
def test_the_number_of_a_draft_leads_back(symbol: Symbol) -> None:
    assert symbol.actor
    assert from_number(symbol.actor, symbol.number, "draft") == symbol


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    reason = ""
    try:
        symbol = str(parse(text))
    except SymbolError as error:
        reason = str(error)
    assert "no symbol" in reason or str(parse(symbol)) == symbol


@pytest.mark.parametrize(
    ("printed", "normal", "actor", "number"),
    [
        ("A/RES/97/273", "A/RES/97/273", "unga", "97-273"),
        ("A/RES/98/542 B", "A/RES/98/542 B", "unga", "98-542B"),
        ("A/RES/98/542B", "A/RES/98/542 B", "unga", "98-542B"),
        ("A/RES/97/264 A–C", "A/RES/97/264 A-C", "unga", "97-264"),
        ("A/RES/97/264 A and B", "A/RES/97/264 A-B", "unga", "97-264"),
        ("A/RES/217 (III)", "A/RES/217 (III)", "unga", "217-III"),
        ("A/RES/217(III)A", "A/RES/217 A (III)", "unga", "217A-III"),
        ("A/RES/2200 A (XXI)", "A/RES/2200 A (XXI)", "unga", "2200A-XXI"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "unga", "ES-11-1"),
        ("A/RES/S\u201132/1", "A/RES/S-32/1", "unga", "S-32-1"),
        ("S/RES/2744(2044)", "S/RES/2744 (2044)", "unsc", "2744-2044"),
        ("S/2047/279", "S/2047/279", "unsc", "2047-279"),
        ("S/PRST/2044/1", "S/PRST/2044/1", "unsc", "2044-1"),
        ("E/RES/2045/26", "E/RES/2045/26", "unecosoc", "2045-26"),
        ("A/HRC/RES/97/19", "A/HRC/RES/97/19", "unga-hrc", "97-19"),
        ("A/C.3/98/L.75/Rev.1", "A/C.3/98/L.75/Rev.1", "unga", "C.3-98-L.75-Rev.1"),
        ("A/ 97 / L.53", "A/97/L.53", "unga", "97-L.53"),
        ("A／97／L.53", "A/97/L.53", "unga", "97-L.53"),
        ("A/91/982-S/2037/600", "A/91/982-S/2037/600", "unga", "91-982"),
        ("UNEP/EA.5/Res.3", "UNEP/EA.5/Res.3", "unga-unep-unea", "5-3"),
        ("A/96/751/Add.1/Corr.1", "A/96/751/Add.1/Corr.1", "unga", "96-751-Add.1-Corr.1"),
        ("A/98/6 (sect.29B)", "A/98/6 (Sect. 29B)", "unga", "98-6-Sect._29B"),
        ("NPT/CONF.2040/28 (Parts I and II)", "NPT/CONF.2040/28 (Parts I and II)", None, None),
        ("UNEP/CBD/BS/COP-MOP/5/17", "UNEP/CBD/BS/COP-MOP/5/17", None, None),
        ("GC.18/INF/4", "GC.18/INF/4", None, None),
        ("ICCD/COP(14)/23/Add.1", "ICCD/COP(14)/23/Add.1", None, None),
    ],
)
def test_forms(printed: str, normal: str, actor: str | None, number: str | None) -> None:
    symbol = parse(printed)
    assert str(symbol) == normal
    assert symbol.actor == actor
    if number is not None:
        assert symbol.number == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("resolution", "no slash"),
        ("HIV/AIDS 3", "no series"),
        ("COVID/19", "no series"),
        ("A/B", "no number"),
        ("A//1", "empty"),
        ("A/RES/97/1/", "empty"),
        ("A/RES/97/273 and so on", "unexpected"),
        ("A/98/6 (Sect. 1)/x", "follow a bracket"),
    ],
)
def test_what_is_no_symbol_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(SymbolError, match=reason):
        parse(text)


def test_parts_of_a_symbol() -> None:
    symbol = parse("A/91/982/Add.1-S/2037/600/Add.1")
    assert symbol.path == ("A", "91", "982")
    assert symbol.modifiers == ("Add.1",)
    assert symbol.joint == (parse("S/2037/600/Add.1"),)
    assert symbol.base == parse("A/91/982")
    assert symbol.session == "91"
    assert parse("UNEP/EA.5/Res.3").session == "5"
    assert parse("A/RES/2200 A (XXI)").session == "XXI"
    assert parse("S/26705").session == ""


def test_every_series_is_accepted() -> None:
    for series in SERIES:
        assert str(parse(f"{series}/99/1")) == f"{series}/99/1"


@pytest.mark.parametrize(
    ("url", "symbol", "language"),
    [
        ("https://undocs.org/en/A/hrc/RES/97/9", "A/HRC/RES/97/9", "en"),
        ("https://undocs.org/A/RES/97/9b", "A/RES/97/9 B", ""),
        ("http://www.undocs.org/ch/A/RES/94/255a-b", "A/RES/94/255 A-B", "zh"),
        ("https://undocs.org/ot/S/RES/9(2044)", "S/RES/9 (2044)", ""),
        ("https://docs.un.org/sp/S/RES/9 (2044)", "S/RES/9 (2044)", "es"),
        ("https://undocs.org/fr/A/RES/2200(xxi)", "A/RES/2200 (XXI)", "fr"),
        ("https://undocs.org/en/A/99/9(supp)", "A/99/9 (Supp.)", "en"),
    ],
)
def test_addresses_as_they_are_typed(url: str, symbol: str, language: str) -> None:
    assert from_url(url) == (parse(symbol), language)


@pytest.mark.parametrize("url", ["https://example.org/A/99/1", "A/99/1", "https://undocs.org/en/x"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(SymbolError):
        from_url(url)


def test_file_names() -> None:
    assert from_file_name("dir/A_RES_97_273-FR.xml") == (parse("A/RES/97/273"), "fr")
    assert from_file_name("A_RES_98_542_B-EN.pdf").symbol == parse("A/RES/98/542 B")
    assert from_file_name("S_RES_2744_(2044)-EN").symbol == parse("S/RES/2744 (2044)")
    with pytest.raises(SymbolError, match="lacks"):
        from_file_name("A_RES_97_273.xml")


@pytest.mark.parametrize(
    ("actor", "number", "nature"),
    [
        ("unga", "no number", "resolution"),
        ("unknown", "97-1", "resolution"),
        ("unsc", "97-1", "decision"),
        ("unga", "x", "draft"),
        ("unga-unep-unea", "5", "resolution"),
    ],
)
def test_numbers_that_are_none_are_refused(actor: str, number: str, nature: str) -> None:
    with pytest.raises(SymbolError):
        from_number(actor, number, nature)  # type: ignore[arg-type]


def test_what_a_number_usually_names() -> None:
    assert usual_nature("unga", "97-273") == "resolution"
    assert usual_nature("unga", "97-519") == "decision"
    assert usual_nature("unga-hrc", "97-101") == "decision"
    assert usual_nature("unsc", "2744-2044") == "resolution"


def test_public_addresses() -> None:
    assert public_address("S/RES/9 (2044)", "fr") == "https://undocs.org/fr/S/RES/9(2044)"
    treaty = "https://treaties.un.org/doc/Publication/UNTS/Volume%201155/v1155.pdf"
    assert public_address("UNTS/1155/18232", "en") == treaty
    assert public_address("no symbol", "en") == "https://undocs.org/en/no%20symbol"
