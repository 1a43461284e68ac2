"""Akoma Ntoso both ways: `to_bytes` writes a document, `from_bytes` reads one.

Reading is loaded when it is first used: a conversion only writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from an2un.akn.made import Made
from an2un.akn.write import to_bytes

if TYPE_CHECKING:
    from an2un.akn.read import from_bytes, from_element

__all__ = ["Made", "from_bytes", "from_element", "to_bytes"]


def __getattr__(name: str) -> Any:
    if name not in ("from_bytes", "from_element"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from an2un.akn import read

    return getattr(read, name)
