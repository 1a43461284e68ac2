"""The doors: files, bytes and decoded texts become a Source, or a ReadError says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from an2un import readers
from an2un.diagnostics import Diagnostic
from an2un.source import ReadError


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes("\ufeffThe General Assembly,\r\n".encode())
    source = readers.read(path, ignore)
    assert source.name == str(path)
    assert source.slice(source.lines[0].span) == "The General Assembly,"


def test_a_missing_file_and_a_directory(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        readers.read(tmp_path / "none.txt", ignore)
    with pytest.raises(ReadError, match=r"directory|denied"):
        readers.read(tmp_path, ignore)


def test_findings_of_both_steps_arrive() -> None:
    found: list[Diagnostic] = []
    text = (
        "Décide que l'été sera célébré à la fête des forêts de l'Île dorée, où tout a été créé.\n"
    )
    readers.read_bytes(text.encode("cp1252") * 4 + b"\x01", "x", found.append)
    assert [finding.code.id for finding in found] == ["AU004", "AU002"]


@pytest.mark.parametrize("text", ["", " \n\n\f", "\u200b", "\ufeff \u202b\n\u00ad"])
def test_a_text_of_which_nothing_is_seen_is_empty(text: str) -> None:
    with pytest.raises(ReadError, match="x: the text is empty"):
        readers.read_text(text, "x", ignore)
    with pytest.raises(ReadError, match=r"x: the (text|file) is empty"):
        readers.read_bytes(text.encode(), "x", ignore)
    page = f"<html><body><p>{text}</p></body></html>"
    with pytest.raises(ReadError, match=r"x: the (text is empty|page holds no text)"):
        readers.read_bytes(page.encode(), "x", ignore, "html")
