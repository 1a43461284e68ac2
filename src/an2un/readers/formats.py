"""The formats that documents come in: known by their first bytes, never by the name of the file."""

from __future__ import annotations

import io
import re
from typing import NamedTuple


class Format(NamedTuple):
    """One kind of file.

    name        as `--from` says it
    suffixes    by which directories are searched for such files
    media_type  as the XML says it of its source (IANA media types)
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str


FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("text", (".txt",), "text/plain"),
        Format(
            "docx",
            (".docx", ".docm", ".dotx", ".dotm"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        Format("markdown", (".md", ".markdown"), "text/markdown"),
        Format("html", (".html", ".htm", ".xhtml", ".mhtml", ".mht"), "text/html"),
        Format("pdf", (".pdf",), "application/pdf"),
    )
}
"""The formats that there is a reader for."""

_PROBE = 1024
_WORD = re.compile(r"word/document\d*\.xml")
# A page of the web or a part of one, behind what may precede its first element: marks, blanks,
# comments. In UTF-16 every other byte is zero, which is left out before it is looked at.
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?"
    rb"<(?:!doctype\s+html|html|(?:head|title|p|div|table|h[1-6])(?=[\s>]))\b",
    re.IGNORECASE,
)
# A page saved with all that belongs to it, as a message of several parts (RFC 2557).
_MESSAGE = re.compile(
    rb"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){0,30}?content-type:\s*multipart/",
    re.IGNORECASE,
)


def recognized(data: bytes) -> str:
    """Return the name of the format that bytes are in; "text" for all that is no other.

    A PDF may have up to a kilobyte before its mark (ISO 32000-1, annex H, note 13).
    """
    start = data[:_PROBE]
    if start.startswith(b"PK\x03\x04"):
        return "docx" if _holds_word(data) else "text"
    if b"%PDF-" in start:
        return "pdf"
    return "html" if is_html(data) or is_message(data) else "text"


def is_html(data: bytes) -> bool:
    """Whether bytes are meant as a page of the web."""
    return _HTML.match(data[:_PROBE].replace(b"\0", b"")) is not None


def is_message(data: bytes) -> bool:
    """Whether bytes are a message of several parts, as browsers save pages of the web."""
    return _MESSAGE.match(data[: 4 * _PROBE]) is not None


PROBE = 60_000
"""How many characters tell whether a text is in Markdown."""

LEAST_SIGNS = 5
"""How many marks a text in Markdown has at least."""

# What these marks begin with, by a character of theirs; rules of underscores are none.
_SIGNS = {
    "*": ("**", " *", "\n*", "[*"), "_": (" _", "\n_", "[_"), "|": ("|-", "| -", "| :"),
    "#": ("\n#",), "]": ("](",),
}  # fmt: skip
_RULES = ("\n__", " __")
# And what tells by itself: notes, rules of tables, directions of words.
_SURE = ("[^", "^{", "<sup>", "--|", "-- |", "--:|", "<span dir=")


def may_be_markdown(text: str) -> bool:
    """Whether a text has signs enough to be looked at as Markdown; most texts have hardly any."""
    start = text[:PROBE]
    if any(sign in start for sign in _SURE):
        return True
    rules = sum(map(start.count, _RULES))
    signs = (sign for mark, signs in _SIGNS.items() if mark in start for sign in signs)
    return sum(map(start.count, signs)) - rules >= LEAST_SIGNS


def _holds_word(data: bytes) -> bool:
    import zipfile  # most inputs are no archives

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(map(_WORD.fullmatch, archive.NameToInfo))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        return b"word/document" in data  # damaged: the reader of Word files will say so
