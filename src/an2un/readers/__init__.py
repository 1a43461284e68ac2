"""The doors: every kind of input becomes a Source."""

from __future__ import annotations

from pathlib import Path

from an2un.diagnostics import Report
from an2un.readers import decoding, text
from an2un.source import ReadError, Source

__all__ = ["read", "read_bytes", "read_text"]


def read(path: Path, report: Report) -> Source:
    """Return the Source of a file; raises ReadError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    return read_bytes(data, str(path), report)


def read_bytes(data: bytes, name: str, report: Report) -> Source:
    """Return the Source of a file's bytes; `name` is what messages call it."""
    return read_text(decoding.decode(data, name, report), name, report)


def read_text(characters: str, name: str, report: Report) -> Source:
    """Return the Source of a decoded text."""
    source = text.read(characters, name, report)
    if not source.lines:
        raise ReadError(f"{name}: the text is empty")
    return source
