"""The United Nations' published files: all that are well-formed are read, and no word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from an2un import akn, plain, walk
from an2un.akn.parsing import parse
from an2un.check import schema
from an2un.diagnostics import Diagnostic
from an2un.identity import Supplied, identify
from an2un.source import ReadError
from tests.akn.conservation import in_file, in_tree


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def official(corpus: Path) -> list[Path]:
    return sorted((corpus / "corpus" / "official").rglob("*.xml"))


def test_every_published_file_is_read_and_keeps_its_words(corpus: Path) -> None:
    read = 0
    for path in official(corpus):
        xml = path.read_bytes()
        try:
            root = parse(xml)
        except ReadError:
            assert path.parent.name == "malformed", path.name
            continue
        document = akn.from_bytes(xml, ignore)
        assert in_file(root) == in_tree(document), path.name
        assert plain.text(document).strip(), path.name
        assert walk.normal(document) == document, path.name
        read += 1
    if not read:
        pytest.skip("no published files")


def test_every_published_file_is_written_valid_and_read_again(corpus: Path) -> None:
    for path in official(corpus)[::4]:
        try:
            document = akn.from_bytes(path.read_bytes(), ignore)
        except ReadError:
            continue
        xml = akn.to_bytes(document, identify(document, Supplied(), ignore), akn.Made())
        assert schema.validate_bytes(xml) == [], path.name
        assert akn.from_bytes(xml, ignore) == document, path.name
