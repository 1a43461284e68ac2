"""Texts that were encoded once more on their way."""

from __future__ import annotations

import html
import json
import quopri

import pytest

from an2un.readers.encoded import decoded
from tests.readers.delivery import page

TEXT = page(70).replace(
    "keepers", "gardien\u00b7ne\u00b7s d\u2019\u00e9t\u00e9 \U0001f6df \u201cde nuit\u201d"
)
CHINESE = "\u5927\u4f1a\uff0c\n\u56de\u987e\u5176\u5173\u4e8e\u706f\u5854\u7684\u51b3\u8bae\uff0c\n"


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_string_of_json_is_what_it_says(ascii_only: bool) -> None:
    assert decoded(json.dumps(TEXT, ensure_ascii=ascii_only)).text == TEXT


@pytest.mark.parametrize("end", ["\\n", "\\r\\n"])
def test_escapes_stand_for_the_line_ends_of_a_text_without_any(end: str) -> None:
    found = decoded(TEXT.replace("\n", end) + "\n")
    assert "".join(found.text.split("\r")).rstrip() == TEXT.rstrip()
    assert found.encodings == ("escapes of a program",)


def test_the_literal_of_a_program_is_what_it_says() -> None:
    assert decoded(repr(TEXT)).text == TEXT
    text = TEXT.replace("gardien", "gar'dien")
    assert decoded(repr(text)).text == text


def test_a_backslash_that_is_escaped_escapes_nothing() -> None:
    assert decoded(json.dumps("a\\name\n" * 5)).text == "a\\name\n" * 5


def test_a_quoted_field_of_a_table() -> None:
    text = TEXT.replace("\u201cde nuit\u201d", '"de nuit"')
    field = '"' + text.replace('"', '""') + '"\r\n'
    assert decoded(field) == (text, ("a quoted field",))


def test_quoted_printable() -> None:
    carried = quopri.encodestring(TEXT.encode()).decode()
    assert decoded(carried) == (TEXT, ("quoted-printable",))


@pytest.mark.parametrize("times", [1, 2])
def test_entities_of_html(times: int) -> None:
    text = TEXT + "1 < 2 & 3\n"
    coded = html.escape(text).replace("\u2019", "&#8217;").replace("\u00e9", "&eacute;")
    for _ in range(times - 1):
        coded = html.escape(coded)
    assert decoded(coded) == (text, ("entities of HTML",) * times)


@pytest.mark.parametrize("text", [TEXT, CHINESE, "\u00c0 propos\n"])
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_utf_8_that_was_read_as_another_code_page(text: str, page: str) -> None:
    misread = "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode())
    assert decoded(misread) == (text, ("UTF-8 read as another code page",))


def test_encodings_are_undone_one_after_another() -> None:
    coded = json.dumps(html.escape(TEXT).replace("\u2019", "&rsquo;"))
    assert decoded(coded) == (TEXT, ("escapes of a program", "entities of HTML"))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        CHINESE,
        "C:\\new\\names\n" * 9,
        '"Light the lamps", said the keeper, "and the fires"',
        "R&D; AT&T; 2 = 2, 3 = 3\n",
        "a=3D b\n",
        "\u00c9t\u00e9 \u00c3\n",
        "the keeper\u2019s lamp, \u00c3\u00a9teinte\n",
    ],
    ids=["text", "Chinese", "paths", "speech", "no entities", "no mail", "French", "mixed"],
)
def test_what_nothing_proves_stays(text: str) -> None:
    assert decoded(text) == (text, ())
