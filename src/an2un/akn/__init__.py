"""Akoma Ntoso both ways: `to_bytes` writes a document, `from_bytes` reads one."""

from __future__ import annotations

from an2un.akn.made import Made
from an2un.akn.read import from_bytes, from_element
from an2un.akn.write import to_bytes

__all__ = ["Made", "from_bytes", "from_element", "to_bytes"]
