"""Where in the document an element stands, in the document's own terms."""

from __future__ import annotations

from an2un.check.elements import Element, local, words

_PLACES = {
    "coverPage": "masthead", "preface": "preface", "conclusions": "closing lines",
    "FRBRWork": "Work", "FRBRExpression": "Expression", "FRBRManifestation": "Manifestation",
    "publication": "publication", "classification": "classification", "lifecycle": "lifecycle",
    "workflow": "workflow", "analysis": "analysis", "references": "references",
    "presentation": "presentation", "proprietary": "proprietary data", "notes": "notes",
    "temporalData": "temporal data", "meta": "metadata", "table": "table",
}  # fmt: skip
_PARTS = {"preamble": "preamble", "mainBody": "body", "collectionBody": "collection"}
_UNITS = {
    "article": "article", "chapter": "chapter", "part": "part", "section": "section",
    "title": "title", "division": "division", "rule": "rule", "level": "level",
}  # fmt: skip
_STEPS = frozenset(("point", "item", "indent", "subparagraph", "sublist", "alinea"))


def trail(element: Element) -> str:
    """Return the place of an element: "operative paragraph 3 (b)", "metadata, Work"."""
    return Trails().of(element)


class Trails:
    """The places of the elements of one file, each computed once."""

    def __init__(self) -> None:
        self._known: dict[Element | None, str] = {None: ""}

    def of(self, element: Element) -> str:
        """Return the place of an element: "operative paragraph 3 (b)", "metadata, Work"."""
        known = self._known
        steps: list[Element] = []
        above: Element | None = element
        while above not in known:
            steps.append(above)  # type: ignore[arg-type]
            above = above.getparent()  # type: ignore[union-attr]
        text = known[above]
        for node in reversed(steps):
            text = known[node] = _joined(text, _step(node, local(node)))
        return text or _between(element)


def _between(element: Element) -> str:
    """Return the part of the document for what stands in none of its units."""
    for node in (element, *element.iterancestors("*")):
        part = _PARTS.get(local(node))
        if part:
            return part
    return ""


def _joined(text: str, step: str) -> str:
    """Add a step: points follow their paragraph after a blank, all else after a comma."""
    if not step or not text:
        return text or step
    return text + (" " if step.startswith("(") else ", ") + step


def _step(element: Element, name: str) -> str:
    """Return the name of one level, "" for those a reader does not see."""
    if name in _PLACES:
        return _PLACES[name]
    if name in _UNITS:
        return f"{_UNITS[name]} {_number(element) or _ordinal(element)}"
    if name in _STEPS:
        number = _number(element)
        return f"({number})" if number else ""
    if name == "authorialNote":
        return f"footnote {element.get('marker') or ''}".rstrip()
    if name == "attachment":
        return f"annex {_ordinal(element)}"
    if name == "component":
        return f"component {_ordinal(element)}"
    if name == "formula":
        return "enacting formula"
    if name == "paragraph":
        return _paragraph(element, _number(element) or _ordinal(element))
    parent = element.getparent()
    if name == "container" and parent is not None and local(parent) == "preamble":
        return f"preambular paragraph {_ordinal(element)}"
    return ""


def _paragraph(element: Element, number: str) -> str:
    """Name a paragraph: operative in a resolution, plain in an annex."""
    for above in element.iterancestors("{*}statement", "{*}doc", "{*}paragraph"):
        name = local(above)
        if name == "paragraph":
            return f"({number})"
        return f"{'operative ' if name == 'statement' else ''}paragraph {number}"
    return f"paragraph {number}"


def _number(element: Element) -> str:
    """Return the printed number without the signs around it."""
    for node in element.iterchildren("{*}num"):
        return words(node)[:24].strip("()[].:;-–— 、．（）")
    return ""


def _ordinal(element: Element) -> str:
    """Return the place among the siblings of the same name."""
    count = 1
    for _ in element.itersiblings(element.tag, preceding=True):
        count += 1
        if count > 999:
            break
    return str(count)
