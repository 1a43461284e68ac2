"""Damaged, hostile and unusual Word files: read, or refused with the reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from an2un.readers import docx, read_bytes
from an2un.readers.docx import package
from an2un.source import ReadError
from tests.readers.docx.word_files import archive, ignore, lines, p, part, source_of, word


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        docx.read(data, "file.docx", ignore)
    message = str(caught.value)
    assert message.startswith("file.docx: ")
    assert "\n" not in message
    return message


GOOD = word(p("Decides"))


@pytest.mark.parametrize("size", [0, 10, 100, len(GOOD) // 2, len(GOOD) - 30])
def test_a_truncated_file_is_damaged(size: int) -> None:
    assert "damaged" in refusal(GOOD[:size])


def test_every_broken_byte_is_refused_or_read() -> None:
    for at in range(0, len(GOOD), 7):
        broken = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
        try:
            docx.read(broken, "file.docx", ignore)
        except ReadError as error:
            assert str(error).startswith("file.docx: ")  # noqa: PT017 - either is fine


def test_a_file_without_text_says_so() -> None:
    assert "no text" in refusal(word(p("")))


def test_a_file_without_its_main_part_is_damaged() -> None:
    assert "it has no word/document.xml" in refusal(archive({"word/styles.xml": "<x/>"}))


def test_a_part_that_is_not_well_formed_is_named() -> None:
    assert "word/document.xml is not well-formed" in refusal(archive({"word/document.xml": "<w:p"}))
    broken = _with(word(p("a"), styles=""), "word/styles.xml", "<x>")
    assert "word/styles.xml is not well-formed" in refusal(broken)


def _with(data: bytes, name: str, text: str | bytes) -> bytes:
    """Return an archive with one file replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        files: dict[str, str | bytes] = {entry: old.read(entry) for entry in old.namelist()}
    files[name] = text
    return archive(files)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
def test_a_document_type_is_refused_whatever_part_declares_it(name: str) -> None:
    kind = name.removeprefix("word/").removesuffix(".xml")
    text = BOMB + part(kind, p("&b;") if kind == "document" else "")
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = _with(word(p("a", call), footnotes="", styles=""), name, text)
    assert "document type" in refusal(data)


def test_a_part_that_unpacks_to_more_than_any_document_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package, "MAX_PART", 100_000)
    bomb = word(p("a" * 1_000_000))
    assert len(bomb) < 10_000
    assert "larger than 100,000 bytes unpacked" in refusal(bomb)


def test_deep_nesting_is_refused_or_read() -> None:
    deep = "<w:ins>" * 100_000 + "<w:r><w:t>a</w:t></w:r>" + "</w:ins>" * 100_000
    assert "not well-formed" in refusal(word(f"<w:p>{deep}</w:p>"))


def test_encrypted_members_are_refused() -> None:
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1  # the flag that says the member is encrypted
        at = data.find(b"PK\x01\x02", at + 1)
    assert "password" in refusal(bytes(data))


def test_the_main_part_may_have_another_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Target="/word/document2.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    files = {"word/document2.xml": part("document", p("Decides")), "_rels/.rels": relations}
    assert lines(source_of(archive(files))) == ["Decides"]
    assert lines(read_bytes(archive(files), "x", ignore)) == ["Decides"]


def test_styles_are_found_without_their_relationship() -> None:
    styles = '<w:style w:type="paragraph" w:default="1"><w:rPr><w:caps/></w:rPr></w:style>'
    files = {
        "word/document.xml": part("document", p("Decides")),
        "word/styles.xml": part("styles", styles),
    }  # fmt: skip
    assert lines(source_of(archive(files))) == ["DECIDES"]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1\\ansi Decides}", ".docx"),
        (b"PK\x03\x04\0\0mimetypeapplication/vnd.oasis.opendocument.text", ".docx"),
        (archive({"xl/workbook.xml": ""}), "no document of Word"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "HTML"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(ReadError, match=advice):
        read_bytes(data, "file", ignore)
