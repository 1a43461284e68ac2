"""A symbol in its parts: how it is printed, and what the parts tell of the document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from an2un.record import Record, replace

Actor = Literal["unga", "unsc", "unecosoc", "unga-hrc", "unga-unep-unea"]
Nature = Literal["resolution", "decision", "presidentialStatement", "draft", "document"]

ACTOR_PREFIX: dict[str, tuple[str, ...]] = {
    "unga": ("A",),
    "unsc": ("S",),
    "unecosoc": ("E",),
    "unga-hrc": ("A", "HRC"),
}
NATURE_PART: dict[str, Nature] = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidentialStatement",
}
_NATURE_DOTTED: dict[str, Nature] = {"Res.": "resolution", "Dec.": "decision", "L.": "draft"}
_SESSION = re.compile(r"(?:ES-|S-|SS\.)?\d{1,4}")


_BY_SERIES: dict[str, Actor] = {"A": "unga", "S": "unsc", "E": "unecosoc"}


class SymbolError(ValueError):
    """The text is no symbol of a United Nations document; the message says why."""


class Symbol(Record):
    """A symbol in its parts; `str()` prints it in its normal form.

    path       parts between slashes, without modifiers: ("A", "RES", "78", "542")
    letters    letter of a resolution among several of one number: "B", "A-C"; "" if none
    bracket    what stands in round brackets: "III", "2024", "Sect. 29B"; "" if nothing
    modifiers  ("Rev.1", "Add.2")
    joint      the symbols of the other bodies that the same document carries
    """

    path: tuple[str, ...]
    letters: str = ""
    bracket: str = ""
    modifiers: tuple[str, ...] = ()
    joint: tuple[Symbol, ...] = ()

    def __str__(self) -> str:
        """Print the normal form: `A/RES/2200 A (XXI)`, `A/71/982-S/2017/600`."""
        text = "/".join(self.path)
        text += f" {self.letters}" if self.letters else ""
        text += f" ({self.bracket})" if self.bracket else ""
        return "-".join(["/".join((text, *self.modifiers)), *map(str, self.joint)])

    @property
    def nature(self) -> Nature:
        """What kind of document the symbol names, as far as the symbol itself says."""
        return _nature(self.path)

    @property
    def actor(self) -> Actor | None:
        """The organ's code in IRIs; None where there is none (a treaty body, a programme)."""
        if self.path[:2] == ("A", "HRC"):
            return "unga-hrc"
        if self.path[0] == "UNEP" and self.path[1].startswith("EA."):
            return "unga-unep-unea"
        return _BY_SERIES.get(self.path[0])

    @property
    def session(self) -> str:
        """The session or year that the symbol carries ("77", "ES-11", "2024"), "" if none."""
        if self.actor == "unga-unep-unea":
            return self.path[1].removeprefix("EA.")
        if self.bracket and self.nature == "resolution":
            return self.bracket
        numbers = [part for part in self.path if _SESSION.fullmatch(part)]
        return numbers[0] if len(numbers) > 1 or (numbers and self.nature == "draft") else ""

    @property
    def number(self) -> str:
        """The document number of Work IRIs: A/RES/77/273 -> "77-273", A/77/L.53 -> "77-L.53".

        Letters stay with the number they mark (`78-542B`); a range of letters names the whole
        number, as in the United Nations' own files, and is left out.
        """
        parts = list(self.path[len(ACTOR_PREFIX.get(self.actor or "", ("",))) :])
        if self.actor == "unga-unep-unea":
            parts[0] = parts[0].removeprefix("EA.")
            parts = [p.removeprefix("Res.").removeprefix("Dec.") for p in parts]
        elif self.actor is None:
            parts = list(self.path)
        parts = [p for p in parts if p not in NATURE_PART]
        if len(self.letters) == 1:
            parts[-1] += self.letters
        if self.bracket:
            parts.append(self.bracket.replace(" ", "_"))
        return "-".join((*parts, *self.modifiers))

    @property
    def base(self) -> Symbol:
        """The symbol without modifiers and without the other bodies' symbols."""
        return replace(self, modifiers=(), joint=())

    def url(self, language: str = "en") -> str:
        """Return the public address of the document in one language (ISO 639-1 code)."""
        printed = str(self).replace(" (", "(").replace(" ", "")
        return f"https://undocs.org/{language}/{quote(printed, safe='/().-')}"

    def file_name(self, language: str, extension: str = "xml") -> str:
        """Return the name under which the libraries of the United Nations keep the file."""
        stem = str(self).replace("/", "_").replace(" ", "_")
        return f"{stem}-{language.upper()}.{extension}"


@lru_cache(maxsize=1024)
def _nature(path: tuple[str, ...]) -> Nature:
    for part in reversed(path):
        named = NATURE_PART.get(part) or next(
            (n for dotted, n in _NATURE_DOTTED.items() if part.startswith(dotted)), None
        )
        if named:
            return named
    return "document"
