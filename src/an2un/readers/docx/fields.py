"""Fields of a Word file: what they say is their result; their code is no text."""

from __future__ import annotations

import re

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)
_DEEPEST = 50  # fields inside each other; Word allows 20
_LONGEST = 4000  # characters of a code


class _Field:
    """A field that is open: its code so far, and whether the result has begun."""

    def __init__(self) -> None:
        self.code = ""
        self.has_result = False


class Fields:
    """The fields that are open where a part is being read, outermost first.

    silent  whether what is read now is the code of a field
    target  where the innermost field leads that leads anywhere, "" for nowhere
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.silent = False
        self.target = ""

    def character(self, kind: str) -> None:
        """Take note of a field character: begin, separate or end."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            self._open.pop()
        self._told()

    def instruct(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and len(self._open[-1].code) < _LONGEST:
            self._open[-1].code += text

    def _told(self) -> None:
        self.silent = any(not field.has_result for field in self._open)
        found = (self.target_of(field.code) for field in reversed(self._open))
        self.target = next(filter(None, found), "")

    @staticmethod
    def target_of(code: str) -> str:
        """Return the address in the code of a field."""
        match = _HYPERLINK.match(code)
        return match.group(1) if match else ""
