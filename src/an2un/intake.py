"""Inputs of any kind, within a limit of size, to their bytes and their Source."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from an2un.diagnostics import Report
from an2un.record import Record
from an2un.source import ReadError, Source

MAX_SIZE = 100_000_000
"""Largest input in bytes unless the caller says otherwise."""

Input = Source | Path | str | bytes


class Limits(NamedTuple):
    """What an input may be.

    max_size  largest size in bytes
    format    how it is to be read, a name of `readers.FORMATS`; "" for what its content tells
    """

    max_size: int = MAX_SIZE
    format: str = ""


class Raw(Record):
    """An input as bytes, which are what the XML vouches for, and as a Source."""

    data: bytes
    source: Source


def take(source: Input, limits: Limits, name: str, report: Report) -> Raw:
    """Return an input as its bytes and its Source.

    A Path is a file, bytes are the content of one, a str is the text itself; `name` is what
    messages call it (default: the path). Raises ReadError for what cannot be read.
    """
    from an2un import readers

    if isinstance(source, Source):
        return Raw(_encoded(source.text), source)
    data = contents(source, limits.max_size, name)
    if isinstance(source, str):
        return Raw(data, readers.read_text(source, name or "<text>", report))
    name = name or (str(source) if isinstance(source, Path) else "<bytes>")
    return Raw(data, readers.read_bytes(data, name, report, limits.format))


def contents(source: Path | str | bytes, max_size: int, name: str = "") -> bytes:
    """Return the bytes of a file or text; raises ReadError for what is missing or too large."""
    if isinstance(source, Path):
        return _file(source, max_size)
    if isinstance(source, str):
        _refuse_name_of_file(source)
        source = _encoded(source)
    _refuse_size(len(source), name or "<bytes>", max_size)
    return source


def stream(source: BinaryIO, name: str, max_size: int) -> bytes:
    """Return what is left in a stream; raises ReadError where that is more than `max_size`."""
    data = source.read(max_size + 1)
    _refuse_size(len(data), name, max_size)
    return data


def is_xml(data: bytes) -> bool:
    """Whether bytes are meant as XML: the first character, after mark and blanks, is `<`.

    Pages of the web are none: they are read as text is.
    """
    from an2un.readers.formats import is_html

    start = data[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return start.startswith(b"<") and not is_html(data)


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether bytes are meant as Akoma Ntoso XML."""
    return is_xml(data) and b"akomaNtoso" in data[:5000]


def _file(path: Path, max_size: int) -> bytes:
    try:
        if path.is_file():
            _refuse_size(path.stat().st_size, str(path), max_size)
            return path.read_bytes()
        with path.open("rb") as file:  # a pipe or a device: its size is known at its end
            return stream(file, str(path), max_size)
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _refuse_size(size: int, name: str, max_size: int) -> None:
    if size > max_size:
        raise ReadError(
            f"{name}: larger than {max_size:,} bytes; max_size (--max-size) allows more"
        )


def _refuse_name_of_file(text: str) -> None:
    """A str is a text; where it can only be meant as a file, say so instead of converting it."""
    if len(text) < 1000 and "\n" not in text and os.path.isfile(text):  # noqa: PTH113 - never raises
        raise ReadError(f"{text!r} is the name of a file; pass pathlib.Path({text!r})")
