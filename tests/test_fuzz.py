"""Any string is parsed, and converted without loss; pathological ones in reasonable time."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un import parse, readers, walk
from an2un.diagnostics import Diagnostic
from an2un.language import LANGUAGES, load
from an2un.parse import Reading
from an2un.source import ReadError

LINE_ENDS = ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029", "\n\n", " \n\n"]
BIDI = ["\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u2067", "\u2069"]
ODD = ["\x00", "\x02", "\x1c", "\x1f", "\ufeff", "\ufffe", "\uffff", "\u00ad", "\u200b", "\ud800"]
SIGNS = list("()[]{}0123456789.,;:*/-_—–’‘“”«»'\"<>&، ؛。，；：、 \t\u00a0\u3000")
LETTERS = list("aiIvxAñéбВأبهـ大一十附㈠①")

characters = st.sampled_from([*LINE_ENDS, *BIDI, *ODD, *SIGNS, *LETTERS])
strings = st.lists(characters | st.characters(), max_size=60).map("".join)

FRAGMENTS = [
    "United Nations  A/RES/99/118", "A/RES/99/118", "A/99/L.17*", "S/RES/9901 (2044)",
    "General Assembly", "Distr.: General", "23 December 2044", "44-23107 (E)    281244",
    "*4423107*", "2/3", "44-23107 2/3", "Ninety-ninth session", "Agenda item 21 (b)",
    "Iceland, Samoa* and Fiji: draft resolution",
    "[on the report of the Second Committee (A/99/441)]",
    "Resolution adopted by the General Assembly", "on 19 December 2044", "99/118. Quiet nights",
    "The General Assembly,", "L’Assemblée générale,", "大会，", "إن الجمعية العامة،",
    "Генеральная Ассамблея,", "La Asamblea General,", "The Security Council,",
    "Recalling its resolution 98/7 of 2 May 2043,1", "Noting birds,", "Rappelant l ’eau 2,",
    "回顾其2043年12月19日第98/7号决议，", "وإذ تشير إلى القرار 98/7( 1)،", "1. Decides",
    "2. Urges States:", "(a) To act;", "(i) To rest;", "(ii)", "a)", "1 - تقرر", "(أ)", "‘1’",
    "㈠", "一、", "1. (a)", "3.", "I", "II. Nights", "A", "B", "Part II", "Article 1", "第一编",
    "Annex", "Annexe II", "附件一", "المرفق", "Quiet nights", "76th plenary meeting",
    "[Adopted by a recorded vote of 29 to 4, with 14 abstentions.", "In favour:",
    "Against: Samoa]", "__________________", "1", "1 A/99/302.", "2 Ibid.",
    "* On behalf of all.", "(1) A/99/302.", "https://undocs.org/en/A/RES/98/7",
    "and so on until the end of a rather long line of text that", "w omen", "women",
    "migra\u00ad", "tory", "sous-", "10.5   20.5   30.5", "Total\t12\t13",
]  # fmt: skip
glue = st.sampled_from([*LINE_ENDS, " ", "  ", "\n ", "\n     ", "\n\n\n\n", ""])
glued = st.lists(st.tuples(st.sampled_from(FRAGMENTS), glue), max_size=40).map(
    lambda pairs: "".join(fragment + between for fragment, between in pairs)
)
languages = st.sampled_from(LANGUAGES)


def is_unseen(text: str) -> bool:
    """Say whether a text holds nothing but blanks, controls and marks that nobody sees."""
    return all(c.isspace() or unicodedata.category(c)[0] == "C" for c in text)


def parsed(text: str, language: str) -> Reading | None:
    """Return what the parser makes of a text, None if the text is empty."""
    found: list[Diagnostic] = []
    try:
        source = readers.read_text(text, "text", found.append)
    except ReadError:
        return None
    return parse.document(source, load(language), found.append)


@given(strings, languages)
def test_any_string_is_parsed(text: str, language: str) -> None:
    if parsed(text, language) is None:
        assert is_unseen(text)
    else:
        assert text.strip() != ""


@given(glued, languages)
def test_any_sequence_of_fragments_is_parsed(text: str, language: str) -> None:
    assert (parsed(text, language) is None) == (text.strip() == "")


@given(glued)
def test_any_sequence_of_fragments_is_converted_without_loss(text: str) -> None:
    conversion = an2un.convert("The General Assembly,\n" + text)
    assert conversion.valid
    assert conversion.covered
    assert conversion.lost == 0
    assert an2un.read(conversion.xml) == walk.normal(conversion.document)


@given(strings)
def test_any_string_is_converted_without_loss(text: str) -> None:
    conversion = an2un.convert("x" + text)
    assert conversion.valid
    assert conversion.covered
    assert conversion.lost == 0


@pytest.mark.parametrize("line", ["\x08", "\u00ad", "\ufffe"])
def test_lines_of_which_nothing_is_left(line: str) -> None:
    assert parsed(f"{line}\n", "en") is None
    assert parsed(f"Lakes\n{line}\n", "en") is not None


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 5_000, id="open brackets"),
        pytest.param("([{（«“" * 1_000, id="brackets of all kinds"),
        pytest.param("(a) " * 12_500, id="markers in one line"),
        pytest.param("(a)\n" * 3_000, id="markers one a line"),
        pytest.param("1. (a) (i) a. • ‘1’\n" * 1_000, id="markers six deep"),
        pytest.param("".join(f"({c})\n" for c in "abcdefghij") * 300, id="enumerations"),
        pytest.param("words that never end, " * 12_000, id="no line end"),
        pytest.param("a" * 250_000, id="one word"),
        pytest.param("1" * 250_000, id="digits only"),
        pytest.param("1 " * 50_000, id="numbers only"),
        pytest.param("12/34 " * 20_000, id="fractions only"),
        pytest.param("x\n" + "\n" * 25_000 + "y", id="empty lines"),
        pytest.param("x\n" + " \n\n" * 10_000 + "y", id="blank lines"),
        pytest.param("\f" * 10_000 + "x", id="form feeds"),
        pytest.param("x\f" * 2_000, id="pages of one line"),
        pytest.param("_____\n1 Note.\n" * 1_500, id="rules and notes"),
        pytest.param(" ’" * 20_000, id="stray blanks"),
        pytest.param("\u202a1\u202c" * 20_000, id="bidi marks"),
        pytest.param("Annex\n" * 1_500, id="annexes"),
        pytest.param("I\nII\nA\nPart I\n" * 300, id="labels"),
        pytest.param("The General Assembly,\n" * 1_500, id="formulas"),
        pytest.param("Resolution 12 (1978)\nof 6 May 1978\n" * 1_500, id="dated numbers"),
        pytest.param("Adopted at the 11th meeting by\n12 votes to none\n" * 1_500, id="votes"),
        pytest.param("A/RES/99/118\n2/3\n" * 1_500, id="page heads"),
        pytest.param("A/B" * 10_000, id="symbols"),
        pytest.param("https://undocs.org/x\n" * 3_000, id="links"),
        pytest.param("-" * 50_000, id="one rule"),
    ],
)
def test_pathological_texts_are_parsed(text: str, size: int) -> None:
    """Quadratic growth shows as a test that does not end; speed is measured in benchmarks/."""
    assert parsed(text * size, "en") is not None
