"""Formats are known by their content."""

from __future__ import annotations

import io
import zipfile

import pytest

from an2un.readers import FORMATS, READERS
from an2un.readers.formats import recognized


def archive(*names: str) -> bytes:
    """Return a zip archive of empty files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as files:
        for name in names:
            files.writestr(name, "")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "pdf"),
        (b" " * 2000 + b"%PDF-1.4", "text"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("[Content_Types].xml", "word/document.xml")[:-30], "docx"),
        (archive("xl/workbook.xml"), "text"),
        (b"PK\x03\x04", "text"),
        (b"<!DOCTYPE html><p>The General Assembly,", "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- saved --><HTML lang='en'>", "html"),
        ("\ufeff<html><p>The General Assembly,".encode("utf-16-le"), "html"),
        (b"<p>The General Assembly,</p>", "html"),
        (b"<title>Boats</title>", "html"),
        (b"From: a\r\nSubject: b\r\n c\r\nContent-Type: multipart/related;\r\n boundary=x", "html"),
        (b"From: a\nContent-Type: text/plain\n\nThe General Assembly,", "text"),
        (b"<preamble>", "text"),
        (b"<akomaNtoso/>", "text"),
        (b"<htmlish/>", "text"),
        (b"The General Assembly,\n", "text"),
        (b"", "text"),
    ],
)
def test_a_format_is_known_by_its_first_bytes(data: bytes, name: str) -> None:
    assert recognized(data) == name


def test_each_format_has_a_reader_and_suffixes() -> None:
    assert set(FORMATS) == set(READERS)
    for name, entry in FORMATS.items():
        assert entry.name == name
        assert all(suffix.startswith(".") for suffix in entry.suffixes)
