"""an2un: raw text of United Nations resolutions to valid Akoma Ntoso, and back."""

from __future__ import annotations

__version__ = "0.1.0"
