"""Bytes of a page of the web to characters (WHATWG: a byte order mark, then what it declares)."""

from __future__ import annotations

import codecs
import re

from an2un.diagnostics import Report
from an2un.readers import decoding

_PROBE = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers take these labels for (WHATWG Encoding, 4.2): the larger set of characters.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def characters(data: bytes, name: str, report: Report, label: str = "") -> str:
    """Return the characters of a page: by its mark, by its declaration, else as any text.

    label  the encoding that a message declares of it, "" for none
    A declaration that the bytes contradict counts for nothing: that of a page of Latin letters does
    not for UTF-8, which no text in such a page can look like. Raises ReadError for binary data.
    """
    match = None if label or data.startswith(_MARKS) else _DECLARED.search(data[:_PROBE])
    if match:
        label = (match.group(1) or match.group(2)).decode("ascii", "replace")
    if label:
        try:
            encoding = codecs.lookup(label).name
            encoding = _WIDER.get(encoding, encoding)
            if encoding == "cp1252" and _is_unicode(data):
                encoding = "utf-8"
            return data.decode(encoding)
        except (LookupError, UnicodeError, TypeError):
            pass
    return decoding.decode(data, name, report)


def _is_unicode(data: bytes) -> bool:
    """Say whether bytes are characters in UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
