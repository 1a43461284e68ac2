"""The doors: every kind of input becomes a Source."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from an2un.codes import ENCODED_AGAIN
from an2un.diagnostics import Diagnostic, Report
from an2un.readers import decoding, text
from an2un.readers.encoded import decoded
from an2un.readers.formats import FORMATS, may_be_markdown, recognized
from an2un.source import MARKS, STEERING, ReadError, Source, Span

__all__ = ["FORMATS", "READERS", "read", "read_bytes", "read_text"]

Reader = Callable[[bytes, str, Report], Source]

_SEEN = re.compile(rf"[^\s{MARKS}{STEERING}\u00ad]")  # an optional hyphen shows at line ends only


def read(path: Path, report: Report) -> Source:
    """Return the Source of a file; raises ReadError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    return read_bytes(data, str(path), report)


def read_bytes(data: bytes, name: str, report: Report, form: str = "") -> Source:
    """Return the Source of a file's bytes.

    name  what messages call it
    form  a name of FORMATS; "" for the one that the content tells
    Raises ReadError where it cannot be read, is empty, or is of a format without a reader, which
    the reader of texts refuses. Whether a text is in Markdown is told once it is decoded.
    """
    chosen = form or recognized(data)
    reader = READERS[chosen] if form or chosen != "text" else _told
    return _filled(reader(data, name, report))


def read_text(characters: str, name: str, report: Report) -> Source:
    """Return the Source of a decoded text, in Markdown or plain; ReadError where it is empty."""
    if may_be_markdown(characters):
        from an2un.readers import markdown

        if markdown.is_markdown(characters):
            return _filled(markdown.read(characters, name, report))
    return _filled(_plain(characters, name, report))


def _plain(characters: str, name: str, report: Report) -> Source:
    """Return the Source of a plain text, which may have been encoded once more (AU009)."""
    said, encodings = decoded(characters)
    if encodings:
        message = f"the text is in {', '.join(encodings)}; what it says was read"
        report(Diagnostic(ENCODED_AGAIN, message, span=Span(0, 0)))
    return text.read(said, name, report)


def _filled(source: Source) -> Source:
    """Return a source that prints something; raises ReadError where nothing of it is seen."""
    if not source.lines or _SEEN.search(source.text) is None:
        raise ReadError(f"{source.name}: the text is empty")
    return source


def _told(data: bytes, name: str, report: Report) -> Source:
    return read_text(decoding.decode(data, name, report), name, report)


def _text(data: bytes, name: str, report: Report) -> Source:
    return _plain(decoding.decode(data, name, report), name, report)


def _markdown(data: bytes, name: str, report: Report) -> Source:
    from an2un.readers import markdown

    return markdown.read(decoding.decode(data, name, report), name, report)


def _docx(data: bytes, name: str, report: Report) -> Source:
    from an2un.readers import docx

    return docx.read(data, name, report)


def _html(data: bytes, name: str, report: Report) -> Source:
    from an2un.readers import html

    return html.read(data, name, report)


def _pdf(data: bytes, name: str, report: Report) -> Source:
    from an2un.readers import pdf

    return pdf.read(data, name, report)


READERS: dict[str, Reader] = {
    "text": _text,
    "markdown": _markdown,
    "docx": _docx,
    "html": _html,
    "pdf": _pdf,
}
"""What reads the bytes of each format; libraries are imported when they are called."""
