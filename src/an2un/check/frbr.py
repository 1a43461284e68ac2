"""The levels of a document's identification: Work, Expression, Manifestation."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.check.elements import Element, child, local


class Level:
    """One FRBR level (Work, Expression, Manifestation) of a document's identification."""

    __slots__ = ("_children", "element")

    def __init__(self, element: Element) -> None:
        self.element = element
        self._children: dict[str, list[Element]] = {}
        for node in element.iterchildren("*"):
            self._children.setdefault(local(node), []).append(node)

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
        return (found[0].get(attribute) or "") if found else ""


def day(element: Element) -> str:
    """Return the day of an element's date without its time; the schema allows blanks around it."""
    return (element.get("date") or "").strip()[:10]


def level(identification: Element | None, name: str) -> Level | None:
    """Return the level of that name, None where the identification has none."""
    element = child(identification, name)
    return None if element is None else Level(element)
