"""The head of a fictional resolution, for texts that go on below it."""

from __future__ import annotations

MASTHEAD = """\
United Nations  A/RES/99/118
Ninety-ninth session
99/118. Quiet nights for all
The General Assembly,
Recalling that nights are dark,
"""


def after(*lines: str) -> str:
    """Return a text that goes on behind masthead and formula with some lines."""
    return MASTHEAD + "\n".join(lines) + "\n"
