"""Bytes to characters: byte order marks, strict UTF-8, and legacy code pages as a last resort."""

from __future__ import annotations

import codecs
import re

from an2un.codes import GUESSED_ENCODING
from an2un.diagnostics import Diagnostic, Report
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
    one the bytes are UTF-8 if they can be, else UTF-16 if every other byte is zero, else a legacy
    code page found by charset-normalizer (extra `text`), which is reported as AU004.
    Raises ReadError for an empty file, binary content and bytes that no code page fits.
    """
    if not data.strip():
        raise ReadError(f"{name}: the file is empty")
    _refuse_foreign(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, name).removeprefix("\ufeff"), name)
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


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: the byte order mark says {encoding}, but byte {error.start} does not fit it"
        ) from error


def _wide(data: bytes, name: str) -> str:
    """Decode UTF-16 without a byte order mark: in our texts one byte of most pairs is zero."""
    probe = data[:_PROBE]
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    half = len(probe) / 2
    if max(even, odd) < 0.1 * half or min(even, odd) > 0.02 * half:
        raise ReadError(f"{name}: this is not text (it holds zero bytes)")
    return _strict(data, "utf-16-be" if even > odd else "utf-16-le", name)


def _legacy(data: bytes, name: str, report: Report) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        raise ReadError(
            f"{name}: not UTF-8; install the extra that finds older encodings: "
            "pip install 'an2un[text]', or convert the file to UTF-8"
        ) from error
    best = from_bytes(data).best()
    if best is None:
        raise ReadError(f"{name}: neither UTF-8 nor any known code page")
    report(
        Diagnostic(
            GUESSED_ENCODING,
            f"the text is not UTF-8 and was read as {best.encoding}",
            hint="check a few accented letters, or convert the file to UTF-8",
        )
    )
    return str(best)


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
