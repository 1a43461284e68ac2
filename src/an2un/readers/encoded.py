r"""Texts that were encoded once more on their way, and what they say.

A text may come as a string of JSON or of a program, with `\n` for its line ends; quoted and with
its quotation marks doubled, as a field of a table; in the quoted-printable form of mail (RFC 2045,
section 6.7); with entities of HTML for its marks; as UTF-8 that was read as a code page of one byte
a character; or in one code page that was read as another. Each is undone only where the whole text
can be read so, and escapes and mail only where several line ends show it; an entity that HTML knows
is one wherever it stands.
"""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from an2un.readers.code_pages import read_rightly

_TIMES = 3  # how often a text may have been encoded
_LINES = 4  # line ends written as escapes, at the least
_ESCAPED_END = re.compile(r"(?<!\\)(?:\\\\){0,9}\\n")
_ESCAPE = re.compile(
    r"\\(?:u(?P<code>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})|(?P<sign>.))", re.DOTALL
)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b", "v": "\v"}
_QUOTES = "\"'"
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,20});")
_SOFT_END = re.compile(r"=\r?\n")
_SOFT_ENDS = 3  # at the least
_BARE_EQUALS = re.compile(r"=(?![0-9A-F]{2}|\r?\n|\Z)")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


class Decoded(NamedTuple):
    """What a text says, and the encodings that were undone, the outer ones first."""

    text: str
    encodings: tuple[str, ...]


def decoded(text: str) -> Decoded:
    """Return what a text says that may have been encoded once more, several times over."""
    names = list(_undone(text))
    return Decoded(names[-1][0], tuple(name for _, name in names)) if names else Decoded(text, ())


def _undone(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text with each encoding undone that it proves to be in, and its name."""
    for _ in range(_TIMES):
        for name, undo in _ENCODINGS.items():
            plain = undo(text)
            if plain is not None and plain != text:
                text = plain
                yield text, name
                break
        else:
            return


def _unescaped(text: str) -> str | None:
    """Return a text whose line ends are written as escapes: it has hardly any of its own."""
    if "\\n" not in text:
        return None
    escaped = len(_ESCAPED_END.findall(text))
    if escaped < _LINES or text.strip().count("\n") * 10 > escaped:
        return None
    bare = text.strip()
    quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in _QUOTES
    plain = _ESCAPE.sub(_escape, bare[1:-1] if quoted else text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _escape(match: re.Match[str]) -> str:
    code = match["code"] or match["byte"]
    if code:
        return chr(int(code, 16))
    sign = match["sign"]
    return _SIGNS.get(sign) or (sign if sign in "\\/\"'" else match.group())


def _unquoted(text: str) -> str | None:
    """Return the text of a field: in quotation marks, with those inside it doubled."""
    if not text.startswith('"') or text.count('"') % 2:
        return None
    bare = text.rstrip()
    inside = bare[1:-1]
    if len(bare) < 2 or bare[-1] != '"' or '"' in inside.replace('""', ""):
        return None
    return inside.replace('""', '"')


def _unquoted_printable(text: str) -> str | None:
    """Return a text that mail carried in quoted-printable form."""
    if not text.isascii() or "=" not in text or _BARE_EQUALS.search(text):
        return None
    if sum(1 for _ in zip(range(_SOFT_ENDS), _SOFT_END.finditer(text), strict=False)) < _SOFT_ENDS:
        return None
    try:
        return quopri.decodestring(text.encode("ascii")).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _without_entities(text: str) -> str | None:
    """Return a text with the characters that entities of HTML stand for."""
    if "&" not in text:
        return None
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text)


def _read_again(text: str) -> str | None:
    """Return a text of UTF-8 that was read as code page 1252 or Latin 1: all its bytes fit."""
    first = _FOREIGN.search(text)
    if first is None or not "\xc2" <= first.group() <= "\xf4":
        return None  # no character begins so in UTF-8
    try:
        return _bytes(text).decode("utf-8")
    except UnicodeError:
        return None


def _bytes(text: str) -> bytes:
    """Return the bytes that were read as code page 1252 or Latin 1; raises where it is neither."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError as error:
        if text[error.start] > "\xff":
            raise
    pieces = (
        character.encode("latin-1") if "\x80" <= character <= "\xff" else character.encode("cp1252")
        for character in text
    )
    return b"".join(pieces)


_ENCODINGS: dict[str, Callable[[str], str | None]] = {
    "escapes of a program": _unescaped,
    "a quoted field": _unquoted,
    "quoted-printable": _unquoted_printable,
    "UTF-8 read as another code page": _read_again,
    "a code page read as another": read_rightly,
    "entities of HTML": _without_entities,
}
