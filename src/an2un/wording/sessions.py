"""Sessions of an organ: "Seventy-eighth session", "2024 session", "第三十二届特别会议"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from an2un.source import Span
from an2un.wording.numerals import Ordinals
from an2un.wording.templates import Templates


class Session(NamedTuple):
    """A session: its number, or its year where an organ counts by years."""

    number: int
    span: Span


class Sessions:
    """The ways a language names a session."""

    def __init__(self, templates: Sequence[str], ordinals: Ordinals) -> None:
        self._templates = [Templates([template]) for template in templates]
        self._ordinals = ordinals

    def read(self, text: str) -> Session | None:
        """Return the session that the whole line names, None if it names none."""
        if len(text) > 120:
            return None
        for template in self._templates:
            match = template.match(text)
            if match is None:
                continue
            for slot in ("ordinal", "year", "number"):
                if slot in match.slots:
                    start, end = match.slots[slot]
                    number = self._ordinals.value(text[start:end])
                    if number:
                        return Session(number, match.slots["all"])
        return None
