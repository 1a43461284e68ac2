"""From bytes to a tree, with nothing let in that a document does not need.

No document type, no entities, no network, no XInclude; sizes and numbers of tags are bounded before
anything is parsed. What is refused is a finding, never an exception, so that the other files of a
run have their turn.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Any, cast

from lxml import etree

from an2un import codes
from an2un.check.index import Element
from an2un.check.positions import Place
from an2un.diagnostics import Code, Diagnostic
from an2un.record import Record

MAX_TAGS = 2_000_000
"""A tree takes some 500 bytes a tag; the longest resolutions have about 20,000 tags."""

_XML_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_PROLOG_BYTES = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_WIDE = ("utf-16", "utf-32")
_WIDE_MARKS = tuple(mark for mark, encoding in _MARKS if encoding.startswith(_WIDE))
_FORM_FEEDS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")

# By the numbers of libxml2 (xmlerror.h).
_ENCODING_ERRORS = frozenset((32, 81))
_LIMIT_ERRORS = frozenset((114,))


class RefusalError(Exception):
    """The file cannot be judged; the finding says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Loaded(Record):
    """A parsed file: its root element, and its bytes for places and lines."""

    root: Element
    data: bytes

    @property
    def text(self) -> str:
        """The characters of the file."""
        return decoded(self.data)


def load(data: bytes, max_size: int) -> Loaded:
    """Parse a file. Raises RefusalError for what is too large, dangerous or not well-formed."""
    if len(data) > max_size:
        raise RefusalError(too_large(len(data), max_size))
    if len(data) > MAX_TAGS and (tags := data.count(b"<")) > MAX_TAGS:
        raise _refusal(
            codes.REFUSED_SIZE,
            f"the file has {tags:,} tags; at most {MAX_TAGS:,} are accepted",
            "split the file into its documents",
        )
    _refuse_doctype(data)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _syntax(error, data) from None
    except ValueError as error:
        raise _refusal(codes.NOT_WELL_FORMED, str(error), "", Place(1, 1)) from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise _doctype(Place(1, 1))
    return Loaded(root, data)


@cache
def _parser() -> etree.XMLParser:
    """Return the parser of this process."""
    return etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)


def too_large(size: int, limit: int) -> Diagnostic:
    """Return the finding for a file above the limit."""
    return Diagnostic(
        codes.REFUSED_SIZE,
        f"the file has {size:,} bytes or more; at most {limit:,} are accepted",
        hint="allow more with --max-size",
    )


def decoded(data: bytes) -> str:
    """Return the text of a well-formed file, by its mark, its declaration, else as UTF-8."""
    encoding = encoding_of(data)
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def encoding_of(data: bytes) -> str:
    """Return the encoding of a file, by its mark or its declaration, else UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    declared = _XML_DECLARATION.match(data)
    return declared[1].decode("ascii").lower() if declared else "utf-8"


def _refuse_doctype(data: bytes) -> None:
    """Refuse a document type before its entities are read; only the prolog can hold one."""
    if not encoding_of(data).startswith(_WIDE):
        prolog = _PROLOG_BYTES.match(data)
        if not data.startswith(b"<!DOCTYPE", prolog.end() if prolog else 0):
            return
    text = decoded(data)
    start = text.lstrip("\ufeff")
    before = _PROLOG.match(start)
    end = before.end() if before else 0
    if start.startswith("<!DOCTYPE", end):
        line = start.count("\n", 0, end) + 1
        raise _doctype(Place(line, end - (start.rfind("\n", 0, end) + 1) + 1))


def _doctype(place: Place) -> RefusalError:
    return _refusal(
        codes.REFUSED_DOCTYPE,
        "the file declares a document type (DOCTYPE); Akoma Ntoso needs none",
        "leave the DOCTYPE out; write characters instead of entities",
        place,
    )


def _syntax(error: etree.XMLSyntaxError, data: bytes) -> RefusalError:
    """Say what the parser stumbled over, and where."""
    line, column = error.position
    code = cast("Any", error).code
    place = Place(max(line or 0, 1), max(column or 0, 1))
    message = " ".join((error.msg or "the parser gives no reason").split())
    message = re.sub(r",? line \d+, column \d+$", "", message)
    if code in _LIMIT_ERRORS:
        deep = "depth" in message
        return _refusal(
            codes.REFUSED_DEPTH if deep else codes.REFUSED_SIZE,
            "elements are nested more than 256 deep" if deep else message,
            "no document needs that; the file may be generated by mistake",
            place,
            message,
        )
    if code in _ENCODING_ERRORS:
        return _refusal(
            codes.REFUSED_ENCODING,
            f"the characters cannot be read as {encoding_of(data).upper()}: {message}",
            "save the file as UTF-8",
            place,
            message,
        )
    if encoding_of(data).startswith(_WIDE) and not data.startswith(_WIDE_MARKS):
        return _refusal(
            codes.REFUSED_ENCODING,
            f"the file declares {encoding_of(data).upper()} and is not written in it",
            "save the file as UTF-8 and declare that",
            place,
            message,
        )
    mismatch = _MISMATCH.match(message)
    if mismatch:
        place = _of_end_tag(data, place, mismatch[3])
    hint = "mend the tag or the character at this place; nothing after it was read"
    if _FORM_FEEDS.search(data):
        hint = "take the control characters out; XML cannot hold them"
    return _refusal(codes.NOT_WELL_FORMED, _plainer(message), hint, place, message)


_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_CONTROL = re.compile(r"invalid Char value (\d{1,7})")


def _plainer(message: str) -> str:
    """Return libxml2's sentence in words of the document where there are better ones."""
    match = _MISMATCH.match(message)
    if match:
        return f"<{match[1]}> of line {match[2]} is not closed before </{match[3]}>"
    control = _CONTROL.search(message)
    if control:
        return f"the control character U+{int(control[1]):04X} stands in the text"
    if message.startswith("Document is empty"):
        return "the file is empty or does not begin with a tag"
    if message.startswith("Premature end of data"):
        return "the file ends before its elements are closed"
    return message[:1].lower() + message[1:]


def _of_end_tag(data: bytes, place: Place, name: str) -> Place:
    """Return where an end tag begins; libxml2 gives the place behind it.

    It counts some characters beyond ASCII as one column and some as several: behind those the tag
    is looked for a little further on.
    """
    lines = decoded(data).split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    read = line.encode("utf-8", "surrogatepass")
    tag = f"</{name}"
    behind = place.column - 1 if line.isascii() else place.column + len(tag) - 1
    start = read.rfind(tag.encode("utf-8", "surrogatepass"), 0, behind)
    if start < 0:
        return place
    return Place(place.line, len(read[:start].decode("utf-8", "surrogatepass")) + 1)


_START = Place(1, 1)


def _refusal(
    code: Code, message: str, hint: str, place: Place = _START, raw: str = ""
) -> RefusalError:
    return RefusalError(
        Diagnostic(code, message, line=place.line, column=place.column, hint=hint, raw=raw)
    )
