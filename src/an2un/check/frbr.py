"""The levels of a document's identification: Work, Expression, Manifestation."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.check.elements import Element
from an2un.check.tags import Tag


class Level:
    """One FRBR level (Work, Expression, Manifestation) of a document's identification."""

    __slots__ = ("_children", "_tags", "element")

    def __init__(self, element: Element, tags: dict[Element, Tag]) -> None:
        self.element = element
        self._tags = tags
        self._children: dict[str, list[Element]] = {}
        for node in element.iterchildren("*"):
            self._children.setdefault(tags[node].name, []).append(node)

    def all(self, name: str) -> Sequence[Element]:
        """Return the children of that name."""
        return self._children.get(name, ())

    def first(self, name: str) -> Element | None:
        """Return the first child of that name."""
        found = self._children.get(name)
        return found[0] if found else None

    def value(self, name: str, attribute: str = "value") -> str:
        """Return an attribute of the first child of that name, "" if there is none."""
        found = self._children.get(name)
        return self._tags[found[0]].attributes.get(attribute, "") if found else ""


def day(element: Element) -> str:
    """Return the day of an element's date without its time; the schema allows blanks around it."""
    return (element.get("date") or "").strip()[:10]


def levels_of(identification: Element | None, tags: dict[Element, Tag]) -> dict[str, Level]:
    """Return the levels of an identification by their names; of two of a name the first."""
    levels: dict[str, Level] = {}
    for element in identification.iterchildren("*") if identification is not None else ():
        if tags[element].name not in levels:
            levels[tags[element].name] = Level(element, tags)
    return levels
