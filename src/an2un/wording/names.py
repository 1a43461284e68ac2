"""Names of organs and committees: which one a text is, or speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from an2un.source import Span
from an2un.wording.fold import fold, folded


def key(text: str) -> str:
    """Return a text as names are looked up by it, marks at its end left out."""
    return fold(text).rstrip(",.*")


class Names:
    """Identifiers by printed name, in every inflection that the language file gives."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._by_name = {fold(name): key for key, forms in names.items() for name in forms}
        self._longest_first = sorted(self._by_name, key=len, reverse=True)

    @property
    def identifiers(self) -> frozenset[str]:
        """The identifiers that the names stand for."""
        return frozenset(self._by_name.values())

    @property
    def folded(self) -> tuple[str, ...]:
        """The names as folded, the longest first."""
        return tuple(self._longest_first)

    def whole(self, text: str) -> str:
        """Return the identifier of the name that the whole text is, "" if it is none."""
        return self._by_name.get(key(text), "")

    def first(self, text: str) -> tuple[str, Span] | None:
        """Return the identifier and place of the name that begins first in a text, the longest."""
        flat = folded(text)
        places = {name: flat.text.find(name) for name in self._longest_first}
        named = [name for name, at in places.items() if at >= 0]
        if not named:
            return None
        name = min(named, key=places.__getitem__)
        at = places[name]
        return self._by_name[name], Span(flat.offsets[at], flat.end(at + len(name)))

    def within(self, text: str) -> tuple[str, Span] | None:
        """Return the identifier and place of the longest name inside a text."""
        flat = folded(text)
        for name in self._longest_first:
            at = flat.text.find(name)
            if at >= 0:
                return self._by_name[name], Span(flat.offsets[at], flat.end(at + len(name)))
        return None
