"""What a verdict is to take into account: layers, profile, selection, engines, limits."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from an2un.check.profiles import MUTED
from an2un.diagnostics import Code
from an2un.record import Record

Level = Literal["1", "2", "profile"]
Profile = Literal["akn4un", "published"]
Engine = Literal["lxml", "xmlschema", "both"]

MAX_SIZE = 100_000_000
_LAYERS: dict[str, frozenset[str]] = {
    "1": frozenset(("schema",)),
    "2": frozenset(("schema", "naming")),
    "profile": frozenset(("schema", "naming", "profile")),
}


class Settings(Record, kw_only=True):
    """What to judge.

    level       how far: the XSD; the naming convention too; the AKN4UN profile too
    profile     whose habits are no findings
    select      beginnings of codes that count (empty: all); `ignore` those that do not
    engine      which implementation of XML Schema judges
    schema      a house's own XSD in place of the standard's
    schematron  the house's own rules
    max_size    files above this many bytes are refused, members of archives too; 0 for a file in
                memory that may have any size
    source      the text that the XML should hold, None if it is not compared
    """

    level: Level = "profile"
    profile: Profile = "akn4un"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: Engine = "lxml"
    schema: Path | None = None
    schematron: tuple[Path, ...] = ()
    max_size: int = MAX_SIZE
    source: str | None = None

    @property
    def layers(self) -> frozenset[str]:
        """The layers that the level takes in."""
        return _LAYERS[self.level]

    def wants(self, code: Code) -> bool:
        """Tell whether findings of a code count.

        What the profile mutes counts where it is selected by its full code. Names of codes
        (`eid-missing`) are as good as their numbers.
        """
        if self._named(code, self.ignore):
            return False
        if code.id in MUTED[self.profile]:
            return code.id in self.select or code.name in self.select
        return not self.select or self._named(code, self.select)

    @staticmethod
    def _named(code: Code, beginnings: tuple[str, ...]) -> bool:
        return any(code.id.startswith(start) or code.name == start for start in beginnings)
