"""an2un: raw text of United Nations resolutions to valid Akoma Ntoso, and back.

    import an2un
    from pathlib import Path

    conversion = an2un.convert(Path("draft.txt"))
    conversion.xml        # bytes: Akoma Ntoso 3.0, valid against the OASIS schema
    conversion.findings   # what there is to say about the document
    conversion.ledger     # what became of every character of the source

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from an2un.batch import Result, convert_many
    from an2un.conversion import Conversion, Options, convert, read, text, validate, write
    from an2un.crew import Limits, Lost, Workers
    from an2un.diagnostics import Diagnostic, Severity
    from an2un.identity import Identity, Supplied
    from an2un.source import ReadError, Source
    from an2un.tree import Collection, Document, Resolution

_HOMES = {
    "Collection": "tree",
    "Conversion": "conversion",
    "Diagnostic": "diagnostics",
    "Document": "tree",
    "Identity": "identity",
    "Limits": "crew",
    "Lost": "crew",
    "Options": "conversion",
    "ReadError": "source",
    "Resolution": "tree",
    "Result": "batch",
    "Severity": "diagnostics",
    "Source": "source",
    "Supplied": "identity",
    "Workers": "crew",
    "convert": "conversion",
    "convert_many": "batch",
    "read": "conversion",
    "text": "conversion",
    "validate": "conversion",
    "write": "conversion",
}

__all__ = [
    "Collection",
    "Conversion",
    "Diagnostic",
    "Document",
    "Identity",
    "Limits",
    "Lost",
    "Options",
    "ReadError",
    "Resolution",
    "Result",
    "Severity",
    "Source",
    "Supplied",
    "Workers",
    "__version__",
    "convert",
    "convert_many",
    "read",
    "text",
    "validate",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
