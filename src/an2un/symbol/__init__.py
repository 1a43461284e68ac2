"""Symbols of United Nations documents, both ways: print <-> parts <-> Work number, URL, file name.

A symbol is a path of parts between slashes (body, session or year, nature, number), which may
carry letters (`78/542 B`), a bracket (`(III)`, `(2024)`, `(Sect. 29B)`) and modifiers
(`/Rev.1/Add.2`). Documents issued for two bodies at once join two symbols by a hyphen
(`A/71/982-S/2017/600`).
"""

from __future__ import annotations

from an2un.symbol.addresses import Located, from_file_name, from_url, public_address
from an2un.symbol.numbers import from_number, usual_nature
from an2un.symbol.parts import Actor, Nature, Symbol, SymbolError
from an2un.symbol.printed import NAMED_PARTS, SERIES, parse

__all__ = [
    "NAMED_PARTS",
    "SERIES",
    "Actor",
    "Located",
    "Nature",
    "Symbol",
    "SymbolError",
    "from_file_name",
    "from_number",
    "from_url",
    "parse",
    "public_address",
    "usual_nature",
]
