"""Bytes to characters: byte order marks, UTF-8, and older code pages as a last resort."""

from __future__ import annotations

import codecs
import re

from an2un.codes import GUESSED_ENCODING
from an2un.diagnostics import Diagnostic, Report
from an2un.readers.code_pages import code_page, mostly_foreign
from an2un.source import ReadError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that are often handed over by mistake, what they are, and what to do.
_SAVE = "open it in a word processor and save it as .docx"
_FOREIGN = (
    (b"%PDF-", "a PDF file; extract its text first"),
    (b"PK\x03\x04", "a zip archive or an Office document that is no document of Word"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", f"an RTF document; {_SAVE}"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
)
# What the containers above say of themselves further in.
_INSIDE = (
    (b"PK", b"mimetypeapplication/vnd.oasis.opendocument.text", f"an OpenDocument text; {_SAVE}"),
    (b"\xd0\xcf", "EncryptedPackage".encode("utf-16-le"),
     "an Office document with a password; save it without one"),
    (b"\xd0\xcf", "WordDocument".encode("utf-16-le"), f"an old Word document (.doc); {_SAVE}"),
)  # fmt: skip
_PROBE = 65536
_STRAYED = 0.005  # share of zero bytes that strayed into a text
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MAX_CONTROL = 0.02  # share of control characters above which bytes are no text


def decode(data: bytes, name: str, report: Report) -> str:
    """Return the characters of a text file.

    data: the whole file; name: what to call it in messages. A byte order mark decides; without
    one the bytes are UTF-8 if they can be, else UTF-16 if every other byte is zero, else UTF-8
    with strays in it, or the code page that `code_page` tells; both are reported as AU004.
    Raises ReadError for an empty file, binary content, bytes that no code page fits, and UTF-8
    that ends inside a character.
    """
    if not data.strip():
        raise ReadError(f"{name}: the file is empty")
    _refuse_foreign(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            said = f"{name}: the byte order mark says {encoding}"
            return _checked(_strict(data, encoding, said).removeprefix("\ufeff"), name)
    zeros = data.count(b"\0", 0, _PROBE)
    if zeros > _STRAYED * min(len(data), _PROBE):
        return _checked(_wide(data, name), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _wide(data, name) if zeros else _legacy(data, name, report)
    return _checked(text, name)


def _refuse_foreign(data: bytes, name: str) -> None:
    """Refuse files of other kinds, with what to do about them."""
    for magic, sign, what in _INSIDE:
        if data.startswith(magic) and sign in data:
            raise ReadError(f"{name}: this is not text but {what}")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise ReadError(f"{name}: this is not text but {what}")


def _strict(data: bytes, encoding: str, said: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{said}, but byte {error.start} does not fit it") from error


def _wide(data: bytes, name: str) -> str:
    """Decode UTF-16 without a byte order mark: in our texts one byte of most pairs is zero."""
    probe = data[:_PROBE]
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    half = len(probe) / 2
    if max(even, odd) < 0.1 * half or min(even, odd) > 0.02 * half:
        raise ReadError(f"{name}: this is not text (it holds zero bytes)")
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    return _strict(data, encoding, f"{name}: the text reads as {encoding}")


def _legacy(data: bytes, name: str, report: Report) -> str:
    """Return a text that is not UTF-8, or not all of it, by the code page it is likely in."""
    damaged = _damaged(data, name, report)
    if damaged is not None:
        return damaged
    page = code_page(data)
    if page is None:
        raise ReadError(f"{name}: neither UTF-8 nor any known code page")
    text = _strict(data, page.name, f"{name}: the text reads as {page.name}")
    report(
        Diagnostic(
            GUESSED_ENCODING,
            f"the text is not UTF-8 and was read as {page.name}",
            hint="check a few accented letters, or convert the file to UTF-8",
        )
    )
    return text


def _damaged(data: bytes, name: str, report: Report) -> str | None:
    """Return a text of UTF-8 in which some bytes are none, None for one that is no UTF-8.

    Such bytes are those of a code page that strayed in where they are letters of it; else no one
    can say what they were, and U+FFFD stands for each.
    """
    text = data.decode("utf-8", "surrogateescape")
    strays = _STRAY.findall(text)
    if len(strays) > _MAX_STRAYS * len(_WHOLE.findall(text)):
        return None
    if _CUT.search(text) and len(strays) < _LONGEST_CHARACTER:
        raise ReadError(f"{name}: the file ends inside a character: it was cut off")
    page = None if mostly_foreign(data) else code_page(_bytes(_WHOLE.sub("", text)))
    as_what = page.name if page else "U+FFFD"
    first = text.count("\n", 0, text.index(strays[0])) + 1
    report(
        Diagnostic(
            GUESSED_ENCODING,
            f"bytes that are not UTF-8 stand in the text and were read as {as_what}: "
            f"{len(strays)}, the first in line {first}",
            hint="look at the words there, or fetch the file again",
        )
    )
    return _STRAY.sub(lambda one: _bytes(one[0]).decode(page.name) if page else "\ufffd", text)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


# A byte that is no UTF-8, as Python keeps it (PEP 383).
_STRAY = re.compile("[\udc80-\udcff]")
_WHOLE = re.compile("[^\x00-\x7f\udc80-\udcff]")  # characters beyond ASCII that are UTF-8
_CUT = re.compile("[\udc80-\udcff]{1,3}\\Z")
_LONGEST_CHARACTER = 4  # bytes
_MAX_STRAYS = 0.25  # to each whole one; texts in a code page have hardly any that are whole


def may_hold_controls(text: str) -> bool:
    """Whether a text may hold characters that XML cannot; most texts hold none.

    Told by the bytes of the text, much faster than a pattern finds them.
    """
    data = text.encode("utf-8", "surrogatepass")
    return bool(data.translate(None, _PLAIN)) or "\ufffe" in text or "\uffff" in text


# All bytes but those of controls, and what those of surrogates begin with.
_PLAIN = bytes({*range(0x09, 0x0E), *range(0x20, 0x100)} - {0xED})


def _checked(text: str, name: str) -> str:
    probe = text[:_PROBE]
    if may_hold_controls(probe) and len(_CONTROL.findall(probe)) > _MAX_CONTROL * len(probe):
        raise ReadError(f"{name}: this is not text (it holds control characters)")
    return text
