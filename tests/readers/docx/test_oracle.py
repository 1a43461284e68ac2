"""Mammoth, an independent reader of Word files, finds the same words in the same order."""

from __future__ import annotations

import io
from pathlib import Path

import mammoth
import pytest

import an2un
from an2un.source import Line, Source
from tests.readers.docx.word_files import source_of
from tests.rendering.sheet import sheet
from tests.rendering.word import docx

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
_NO_DIGITS = str.maketrans("", "", "0123456789")


def words(source: Source, line: Line) -> str:
    """Return what a line prints but for the raised numbers, which mammoth does not count."""
    text, at = "", line.span.start
    for span, kind in line.styles:
        if kind == "superscript":
            text += source.text[at : span.start] + source.slice(span).translate(_NO_DIGITS)
            at = span.end
    return text + source.text[at : line.span.end]


@pytest.mark.parametrize("name", ["fr-draft", "ar-resolution", "es-sections-annex", "zh-annex"])
def test_mammoth_reads_the_same_words(name: str) -> None:
    data = docx(sheet(an2un.read(EXAMPLES / name / "expected.akn.xml")))
    told = [line for line in mammoth.extract_raw_text(io.BytesIO(data)).value.split("\n") if line]
    source = source_of(data)
    ours = [words(source, line) for line in source.lines if line.place == ""]
    ours = ours[-len(told) :]  # mammoth reads no heads of pages
    assert len(told) > 10
    for line, theirs in zip(ours, told, strict=True):
        label = line.removesuffix(theirs.strip())
        assert line.endswith(theirs.strip())
        assert len(label) < 8, "an automatic number, which mammoth does not print"
