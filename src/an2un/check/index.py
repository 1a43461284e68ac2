"""One pass over a parsed file: everything the rules read, collected once.

The rules never walk the tree by themselves: they ask the index for elements by name, for
identifiers and for the attributes that point at them. That keeps the whole check at a fraction of
the cost of the XSD validation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

Element = etree._Element

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML = "http://www.w3.org/XML/1998/namespace"

# Elements that are documents by themselves (XSD group documentType).
DOCUMENTS = frozenset((
    "act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc",
    "documentCollection", "judgment", "officialGazette", "portion", "statement",
))  # fmt: skip

# Attributes that hold `#id` (XSD types agentRef, roleRef, conceptRef, eventRefRef, wIdRef …).
POINTING = frozenset((
    "as", "by", "choice", "earliest", "end", "for", "from", "href", "latest", "originatingExpression",
    "outcome", "period", "refersTo", "source", "src", "start", "target", "to", "upTo",
))  # fmt: skip

_STRING: Callable[[Element], str] = etree.XPath("string()", smart_strings=False)
_NO_ELEMENTS: Sequence[Element] = ()


class Pointer(NamedTuple):
    """An attribute whose value is `#` and an identifier."""

    element: Element
    attribute: str
    value: str


class Level:
    """One FRBR level (Work, Expression, Manifestation) of a document's identification."""

    __slots__ = ("_children", "element")

    def __init__(self, element: Element) -> None:
        self.element = element
        self._children: dict[str, list[Element]] = {}
        for child in element.iterchildren("*"):
            self._children.setdefault(local(child), []).append(child)

    def all(self, name: str) -> Sequence[Element]:
        """Return the children of that name."""
        return self._children.get(name, _NO_ELEMENTS)

    def first(self, name: str) -> Element | None:
        """Return the first child of that name."""
        found = self._children.get(name)
        return found[0] if found else None

    def value(self, name: str, attribute: str = "value") -> str:
        """Return an attribute of the first child of that name, "" if there is none."""
        found = self._children.get(name)
        return (found[0].get(attribute) or "") if found else ""


class Part:
    """One document of the file: the resolution, an annex of it, a member of a collection.

    host is the document that this one is attached to, None for a document by itself.
    """

    __slots__ = ("_index", "element", "expression", "host", "kind", "manifestation", "meta", "work")

    def __init__(self, element: Element, host: Part | None, index: Index) -> None:
        self.element = element
        self.kind = local(element)
        self.host = host
        self._index = index
        self.meta = child(element, "meta")
        identification = child(self.meta, "identification")
        self.work = _level(identification, "FRBRWork")
        self.expression = _level(identification, "FRBRExpression")
        self.manifestation = _level(identification, "FRBRManifestation")

    @property
    def embedded(self) -> bool:
        """Tell whether this is a part of its host's Work: an annex under the host's IRI."""
        return self.host is not None and _bare(self.uri) == _bare(self.host.uri)

    @property
    def uri(self) -> str:
        """The Work IRI as it stands in the file."""
        return self.work.value("FRBRuri") if self.work else ""

    @property
    def name(self) -> str:
        """The name of the document (`resolution`, `annex`)."""
        return self.element.get("name") or ""

    @property
    def deliberative(self) -> bool:
        """Tell whether this is a resolution, a decision or the like, not an annex."""
        return self.kind == "statement" and not self.embedded

    def child(self, name: str) -> Element | None:
        """Return the part of the document with that name: preface, mainBody …"""
        return child(self.element, name)

    def all(self, *names: str) -> list[Element]:
        """Return the elements of those names in this document, without its annexes'."""
        return [element for name in names for element in self._index.of_part(name, self)]

    def within(self, place: str, *names: str) -> list[Element]:
        """Return the elements of those names in a place (preface, preamble …) of this document."""
        stand = self.child(place)
        if stand is None or not any(self._index.all(name) for name in names):
            return []
        return list(stand.iter(*(qualified(name) for name in names)))


class Index:
    """What one file holds, by element name and by identifier.

    ids       element by eId, the first one where an eId repeats
    repeated  elements whose eId an earlier one has
    eids      eId by element, in document order
    pointers  attributes that point at an identifier of this file
    parts     the documents in the file, hosts before their annexes
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.ids: dict[str, Element] = {}
        self.repeated: list[Element] = []
        self.eids: dict[Element, str] = {}
        self.pointers: list[Pointer] = []
        self._by_tag: dict[str, list[Element]] = {}
        self._collect(root)
        self._grouped: dict[str, dict[Part | None, list[Element]]] = {}
        self.parts = tuple(self._parts())
        self._of_element = {part.element: part for part in self.parts}

    def _collect(self, root: Element) -> None:
        """Fill the tables in one pass."""
        by_tag, ids, eids, pointers = self._by_tag, self.ids, self.eids, self.pointers
        for element in root.iter("*"):
            tag = element.tag
            if tag in by_tag:
                by_tag[tag].append(element)
            else:
                by_tag[tag] = [element]
            for name, value in element.items():
                if name == "eId":
                    eids[element] = value
                    if value in ids:
                        self.repeated.append(element)
                    else:
                        ids[value] = element
                elif value[:1] == "#" and name in POINTING:
                    pointers.append(Pointer(element, name, value))

    def _parts(self) -> Iterator[Part]:
        """Find the documents in document order and who hosts them."""
        found: dict[Element, Part] = {}
        tags = [tag for tag in self._by_tag if local_tag(tag) in DOCUMENTS]
        for element in self.root.iter(*tags) if tags else ():
            above = element.getparent()
            while above is not None and above not in found:
                above = above.getparent()
            found[element] = Part(element, None if above is None else found[above], self)
            yield found[element]

    def all(self, name: str) -> Sequence[Element]:
        """Return all Akoma Ntoso elements of that name in document order."""
        return self._by_tag.get(qualified(name), _NO_ELEMENTS)

    def of(self, names: Iterable[str]) -> Iterator[Element]:
        """Yield the elements of those names, name by name."""
        for name in names:
            yield from self._by_tag.get(qualified(name), _NO_ELEMENTS)

    def of_part(self, name: str, part: Part) -> Sequence[Element]:
        """Return the elements of that name in one document, without its annexes'."""
        found = self.all(name)
        if len(self.parts) == 1 or not found:
            return found
        groups = self._grouped.get(name)
        if groups is None:
            groups = self._grouped[name] = {}
            for element in found:
                groups.setdefault(self.part_of(element), []).append(element)
        return groups.get(part, _NO_ELEMENTS)

    def close(self) -> None:
        """Let the tree go: index and parts know each other, which would keep it for a while."""
        self.__dict__.clear()

    @property
    def by_tag(self) -> Mapping[str, list[Element]]:
        """The elements by their qualified name."""
        return self._by_tag

    def part_of(self, element: Element) -> Part | None:
        """Return the document that an element belongs to."""
        above: Element | None = element
        while above is not None:
            part = self._of_element.get(above)
            if part is not None:
                return part
            above = above.getparent()
        return None

    def target(self, value: str | None) -> Element | None:
        """Return the element that `#id` points at, None where it is no such pointer."""
        return self.ids.get(value[1:]) if value and value[0] == "#" else None

    @property
    def works(self) -> Iterator[Part]:
        """The documents that are Works of their own, not annexes under their host's IRI."""
        return (part for part in self.parts if not part.embedded)


_QUALIFIED: dict[str, str] = {}
_LOCAL: dict[str, str] = {}


def qualified(name: str) -> str:
    """Return the name with the Akoma Ntoso namespace, as lxml spells it."""
    tag = _QUALIFIED.get(name)
    if tag is None:
        tag = _QUALIFIED[name] = f"{{{AKN}}}{name}"
    return tag


def local_tag(tag: str) -> str:
    """Return the local name of an Akoma Ntoso tag; foreign tags keep their namespace."""
    return tag[len(AKN) + 2 :] if tag.startswith(f"{{{AKN}}}") else tag


def local(element: Element) -> str:
    """Return the local name of an Akoma Ntoso element; others keep their namespace."""
    tag = element.tag
    name = _LOCAL.get(tag)
    if name is None:
        name = local_tag(tag)
        if len(_LOCAL) < 1000:  # a hostile file may invent any number of names
            _LOCAL[tag] = name
    return name


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return None if element is None else element.find(qualified(name))


def words(element: Element) -> str:
    """Return all text of an element, white space collapsed."""
    return " ".join(_STRING(element).split())


def text_of(element: Element) -> str:
    """Return the text of an element, white space collapsed, without the text of notes."""
    if element.find(f".//{qualified('authorialNote')}") is None:
        return words(element)
    pieces: list[str] = []
    _gather(element, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: Element, pieces: list[str]) -> None:
    """Collect the text of an element without notes; iterative, so that depth does not matter."""
    note = qualified("authorialNote")
    skipped: Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if skipped is None and node.tag == note:
                skipped = node
            elif skipped is None and node.text:
                pieces.append(node.text)
            continue
        if node is skipped:
            skipped = None
        if skipped is None and node is not element and node.tail:
            pieces.append(node.tail)


def _level(identification: Element | None, name: str) -> Level | None:
    element = child(identification, name)
    return None if element is None else Level(element)


def _bare(iri: str) -> str:
    return iri.rstrip("/")
