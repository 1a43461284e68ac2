"""Sessions of an organ: "Seventy-eighth session", "2024 session", "第三十二届特别会议"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from an2un.wording.fold import folded
from an2un.wording.numerals import Ordinals
from an2un.wording.templates import Templates

# what symbols put before the number of a session that is not a regular one (A/ES-11/L.7)
_PREFIXES = {"regular": "", "special": "S-", "emergency": "ES-"}
_LONGEST = 120  # characters of a line that names a session


class Session(NamedTuple):
    """A session: its number (or its year, where an organ counts by years), and as in symbols."""

    number: int
    code: str


class Sessions:
    """The ways a language names a session."""

    def __init__(self, templates: Mapping[str, Sequence[str]], ordinals: Ordinals) -> None:
        self._templates = [
            (prefix, Templates([template]))
            for kind, prefix in _PREFIXES.items()
            for template in templates[kind]
        ]
        keys = {key for _, template in self._templates for key in template.keys}
        # less those that hold another one: one of the rest is in the name of any session
        self._keys = [key for key in keys if not any(k in key for k in keys - {key})]
        self._ordinals = ordinals

    def read(self, text: str) -> Session | None:
        """Return the session that the whole line names, None if it names none."""
        if len(text) > _LONGEST:
            return None
        flat = folded(text)
        if not any(key in flat.text for key in self._keys):  # as in most lines
            return None
        for prefix, template in self._templates:
            match = template.match(flat)
            for span in match.slots.values() if match else ():
                number = self._ordinals.value(text[span.start : span.end])
                if number:
                    return Session(number, f"{prefix}{number}")
        return None
