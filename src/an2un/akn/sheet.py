"""The sheet a document element is written on: its lines, its eIds, its entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import lru_cache

from an2un.akn.eid import Ids, number_part
from an2un.akn.entries import Entries
from an2un.akn.work_ids import common_number
from an2un.identity import Identity
from an2un.tree import Origin

Place = Callable[[Origin, str], None]

# Line ends with indentation, by depth; deeper levels are not indented further.
_DEEPEST = 40
INDENTS = tuple("\n" + "  " * depth for depth in range(_DEEPEST))


def indent(depth: int) -> str:
    """Return a line end and the blanks before an element of this depth."""
    return INDENTS[depth] if depth < _DEEPEST else INDENTS[-1]


@dataclass(slots=True)
class Cited:
    """A reference that leads through an entry: eId of the `ref`, address of the entry, URL."""

    eid: str
    entry: str
    url: str


@dataclass(slots=True)
class Edition:
    """What holds for all document elements of one file.

    place     called with the spans of every node and the eId it was written to
    dangling  local targets of references that turned out not to exist in the file
    targets   local targets of references met so far
    units     eIds of units that other languages number otherwise, with the last part in common
    """

    identity: Identity
    ids: Ids
    place: Place | None = None
    dangling: Container[str] = frozenset()
    targets: set[str] = field(default_factory=set)
    components: set[str] = field(default_factory=set)
    metadata: set[str] = field(default_factory=set)
    units: dict[str, str] = field(default_factory=dict)


class Sheet:
    """One document element while it is written: output, counters of inline eIds, entries.

    prefix  prefix of all its eIds: "" for the main document, "att_1__" for its first annex
    """

    def __init__(self, edition: Edition, prefix: str = "") -> None:
        self.edition = edition
        self.prefix = prefix
        self.out: list[str] = []
        self.ids = edition.ids
        self.entries = Entries(edition.ids, prefix)
        self.cited: list[Cited] = []
        self.quantities: dict[str, tuple[str, str]] = {}
        self._counts: dict[str, int] = {}

    def number(self, element: str) -> str:
        """Return the eId of the next inline element of this name, counted over the document."""
        count = self._counts.get(element, 0) + 1
        self._counts[element] = count
        return self.ids.claim(f"{self.prefix}{element}_{count}")

    def put(self, origin: Origin, eid: str) -> None:
        """Tell the caller that the text of these spans stands in the element `eid`."""
        if origin and self.edition.place is not None:
            self.edition.place(origin, eid)


class Context:
    """The element that items or blocks stand in: prefix of their eIds, counters, depth.

    operative  whether paragraphs carry `refersTo="#operative"`
    """

    __slots__ = ("_counts", "_margin", "around", "common", "depth", "operative", "prefix", "sheet")

    def __init__(
        self, sheet: Sheet, eid: str, depth: int, *, prefix: str | None = None,
        operative: bool = False,
    ) -> None:  # fmt: skip
        self.sheet = sheet
        self.around = eid
        self.prefix = f"{eid}__" if prefix is None else prefix
        self.depth = depth
        self._margin = indent(depth)
        self.operative = operative
        self.common = Ids()
        self._counts: dict[str, int] = {}

    def claim(self, name: str, marker: str | None = None) -> str:
        """Return the eId of the next element of this name, by its marker if it has one."""
        count = self._counts.get(name, 0) + 1
        self._counts[name] = count
        number = number_part(marker) if marker else ""
        eid = self.sheet.ids.claim(f"{self.prefix}{name}_{number or count}")
        if marker and number and (name != "para" or not number.isascii()):
            self._note_common(eid, (name, marker, count))
        return eid

    def _note_common(self, eid: str, unit: tuple[str, str, int]) -> None:
        """Note how a unit is numbered in other languages, where that differs."""
        edition = self.sheet.edition
        number = common_number(*unit, edition.identity.language)
        if number:
            edition.units[eid] = self.common.claim(f"{unit[0]}_{number}")

    def inside(self, eid: str) -> Context:
        """Return the context inside the element `eid` written here."""
        return Context(self.sheet, eid, self.depth + 1, operative=self.operative)

    def line(self, text: str) -> None:
        """Write a line of mark-up at the depth of this context."""
        self.sheet.out.append(self._margin + text)


# ------------------------------------------------------------------------------------- addresses

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})|\s")
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+-]*://[A-Za-z0-9._~%@-]+(?::[0-9]{1,5})?(?=[/?#]|$)")
_LOCAL = re.compile(r"[/#!?~]|[A-Za-z0-9._~-]+(?:[/#?]|$)|mailto:[A-Za-z0-9]")


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())


@lru_cache(maxsize=4096)
def address(text: str) -> str:
    """Return a text as a URI reference (RFC 3986, letters of all scripts allowed).

    What no URI can hold is percent-encoded; what is neither absolute nor a path loses its colons.
    """
    start, sign, fragment = text.strip().partition("#")
    text = start + sign + fragment.replace("#", "%23")
    text = _UNSAFE.sub(_percent, text)
    if text.startswith("//") or not (_AUTHORITY.match(text) or _LOCAL.match(text)):
        text = text.replace(":", "%3A").lstrip("/")
    return text
