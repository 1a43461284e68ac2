"""Bytes to characters: marks, UTF-16 without a mark, code pages, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.diagnostics import Diagnostic
from an2un.readers.decoding import decode, may_hold_controls
from an2un.readers.text import ILLEGAL
from an2un.source import ReadError

FRENCH = "L’Assemblée générale,\r\nRappelant ses résolutions,\r\n"
LONG_FRENCH = (
    "L'Assemblée générale, considérant que la préservation des forêts côtières est nécessaire à "
    "la sécurité des pêcheurs, réaffirmant sa volonté d'y œuvrer où que ce soit, décide de créer "
    "un comité chargé d'étudier les dégâts causés à ces forêts depuis l'été dernier.\n"
)
LONG_RUSSIAN = (
    "Генеральная Ассамблея, напоминая о своих прежних решениях и будучи обеспокоена судьбой "
    "прибрежных лесов, постановляет учредить комитет и просит его представить доклад.\n"
)


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_with_and_without_mark(mark: bytes, encoding: str) -> None:
    found: list[Diagnostic] = []
    assert decode(mark + FRENCH.encode(encoding), "x", found.append) == FRENCH
    assert found == []


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1))
def test_whatever_has_a_mark_comes_back(text: str) -> None:
    text = "a" + text
    assert decode(codecs.BOM_UTF8 + text.encode(), "x", ignore) == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "x", ignore) == text


@pytest.mark.parametrize(("text", "encoding"), [(LONG_FRENCH, "cp1252"), (LONG_RUSSIAN, "cp1251")])
def test_a_code_page_is_found_and_reported(text: str, encoding: str) -> None:
    found: list[Diagnostic] = []
    assert decode(text.encode(encoding), "x", found.append) == text
    assert [(finding.code.id, finding.hint != "") for finding in found] == [("AU004", True)]


def test_a_code_page_that_does_not_hold_to_the_end_is_refused() -> None:
    data = LONG_FRENCH.encode("cp1252") * 2000 + b"\x81\n"
    with pytest.raises(ReadError, match=rf"x: the text reads as cp1252, but byte {len(data) - 2} "):
        decode(data, "x", ignore)


@pytest.mark.parametrize(
    ("text", "stray", "said"),
    [
        (LONG_FRENCH, "\u00e9".encode("cp1252"), "\u00e9"),  # of another file, put in
        (LONG_RUSSIAN, "\u0433".encode()[:1], "\ufffd"),  # half a character
    ],
)
def test_bytes_that_are_not_utf_8_among_others_are_reported(
    text: str, stray: bytes, said: str
) -> None:
    found: list[Diagnostic] = []
    data = text.encode() + b"et" + stray + b" ;\n" + text.encode()
    assert decode(data, "x", found.append) == f"{text}et{said} ;\n{text}"
    assert [finding.code.id for finding in found] == ["AU004"]
    assert "1, the first in line 2" in found[0].message


def test_utf_8_that_ends_inside_a_character_was_cut_off() -> None:
    with pytest.raises(ReadError, match=r"cut\.txt: .* inside a character: it was cut off"):
        decode(LONG_RUSSIAN.encode()[:81], "cut.txt", ignore)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_empty(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"e\.txt: the file is empty"):
        decode(data, "e.txt", ignore)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\0", "gzip"),
    ],
)
def test_other_formats_by_mistake(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=f"not text but .*{what}"):
        decode(data, "x", ignore)


def test_zero_bytes_that_are_no_utf_16() -> None:
    with pytest.raises(ReadError, match="zero bytes"):
        decode(bytes(range(256)) * 4, "x", ignore)


def test_many_control_characters_are_no_text() -> None:
    with pytest.raises(ReadError, match="control characters"):
        decode(b"ab\x01\x02\x03" * 20, "x", ignore)


def test_few_control_characters_are_let_through() -> None:
    assert decode(b"a\x0cb\x01" + b"c" * 200, "x", ignore).startswith("a\x0cb\x01")


@given(
    st.text(st.characters(codec="utf-16", categories=None) | st.sampled_from("\0\x1f\ufffe\ud800"))
)
def test_a_text_that_can_hold_no_controls_has_none(text: str) -> None:
    assert may_hold_controls(text) or ILLEGAL.search(text) is None


def test_letters_of_any_script_are_no_controls() -> None:
    assert not may_hold_controls("L’Assemblée\t大会，\r\nالجمعية\fГенеральная\v")


def test_a_mark_that_the_bytes_belie() -> None:
    with pytest.raises(ReadError, match=r"says utf-16, but byte \d+"):
        decode(codecs.BOM_UTF16_LE + b"a\0b\0c", "x", ignore)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    reason = ""
    try:
        text = decode(data, "x", ignore)
    except ReadError as error:
        text, reason = "", str(error)
    assert text or reason.startswith("x: ")


def test_zero_bytes_that_strayed_into_a_text_are_no_part_of_it() -> None:
    text = "The lamps of the harbour.\n" * 20 + "\0\f\n"
    assert decode(text.encode(), "x", lambda _finding: None) == text
