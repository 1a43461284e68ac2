"""Akoma Ntoso both ways: `to_bytes` writes a document, `from_bytes` reads one.

Both are loaded when they are first used: a conversion only writes, a verdict needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from an2un.akn.made import Made
    from an2un.akn.read import from_bytes, from_element
    from an2un.akn.write import to_bytes

__all__ = ["Made", "from_bytes", "from_element", "to_bytes"]

_HOMES = {"Made": "made", "from_bytes": "read", "from_element": "read", "to_bytes": "write"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
