"""What the rules read of a parsed file, collected once, as far as it is asked for.

The rules never walk the tree by themselves: they ask the index for elements by name, for
identifiers and for the attributes that point at them. What several rules need beyond that they
compute through `Index.once`: mostly a sieve, which passes over what is plainly right, so that each
rule of a family looks at the doubtful rest only. What a schema can say no rule is asked at all
(`an2un.check.narrow`). That keeps the whole check below the cost of the XSD validation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from an2un.check.elements import Element, child, label, qualified
from an2un.check.frbr import levels_of
from an2un.check.tags import POINTING, Tag, tags

# Elements that are documents by themselves (XSD group documentType).
DOCUMENTS = frozenset((
    "act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc",
    "documentCollection", "judgment", "officialGazette", "portion", "statement",
))  # fmt: skip

_Made = TypeVar("_Made")

_EID = attrgetter("eid")
_FEW = 8  # elements: to look above them is quicker than through the place they may stand in
_NO_ELEMENTS: Sequence[Element] = ()


# An attribute that points at an identifier: its element, its name, its value.
_Pointer = tuple[Element, str, str]


# A printed number: its element, the unit that bears it, the text.
Numbered = tuple[Element, Element, str]


class Part:
    """One document of the file: the resolution, an annex of it, a member of a collection.

    host          the document that this one is attached to, None for a document by itself
    name          of the document: resolution, annex
    uri           the Work IRI as it stands in the file
    embedded      whether it is a part of its host's Work: an annex under the host's IRI
    deliberative  whether it is a resolution, a decision or the like, not an annex
    """

    __slots__ = (
        "_children", "_index", "deliberative", "element", "embedded", "expression", "host", "kind",
        "manifestation", "meta", "name", "uri", "work",
    )  # fmt: skip

    def __init__(self, element: Element, host: Part | None, index: Index) -> None:
        tags = index.tags
        self.element = element
        self.kind = tags[element].name
        self.host = host
        self._index = index
        self._children: dict[str, Element] = {}
        for node in element.iterchildren("*"):
            self._children.setdefault(tags[node].name, node)
        self.meta = self.child("meta")
        levels = levels_of(child(self.meta, "identification"), tags)
        self.work = levels.get("FRBRWork")
        self.expression = levels.get("FRBRExpression")
        self.manifestation = levels.get("FRBRManifestation")
        self.name = tags[element].attributes.get("name", "")
        self.uri = self.work.value("FRBRuri") if self.work else ""
        self.embedded = host is not None and _bare(self.uri) == _bare(host.uri)
        self.deliberative = self.kind == "statement" and not self.embedded

    def child(self, name: str) -> Element | None:
        """Return the part of the document with that name, such as preface or mainBody."""
        return self._children.get(name)

    def all(self, *names: str) -> list[Element]:
        """Return the elements of those names in this document, without its annexes'."""
        return [element for name in names for element in self._index.of_part(name, self)]

    def within(self, place: str, *names: str) -> list[Element]:
        """Return the elements of those names in a place (preface, preamble …) of this document."""
        stand = self.child(place)
        if stand is None:
            return []
        found = [element for name in names for element in self._index.all(name)]
        if len(names) == 1 and len(found) <= _FEW:
            return [element for element in found if stand in element.iterancestors()]
        return list(stand.iter(*(qualified(name) for name in names))) if found else []


class Index:
    """What one file holds, by element name and by identifier.

    tags      all elements in document order, and their start tags
    by_name   elements by their names, without foreign ones
    pointing  those of them that point at an identifier of the file
    ids       element by eId, the first one where an eId repeats
    repeated  elements whose eId an earlier one has
    parts     the documents in the file, hosts before their annexes
    works     those that are Works of their own, not annexes under their host's IRI
    thorough  whether sieves let everything through: slow, and the same findings
    """

    def __init__(self, root: Element, data: bytes = b"", thorough: bool = False) -> None:
        self.root = root
        self.thorough = thorough
        self._once: dict[Callable[[Index], Any], Any] = {}
        # lxml makes an element for whoever asks: kept, each is made but once
        elements: list[Any] = list(root.iter("*"))
        found = tags(elements, data)
        self.tags: dict[Any, Tag] = dict(zip(elements, found, strict=True))
        self.pointing: list[tuple[Element, Tag]] = []
        self.by_name = self._named()
        eids = list(map(_EID, found))
        # backwards, so that of elements with one eId the first stays
        self.ids: dict[Any, Element] = dict(zip(reversed(eids), reversed(elements), strict=True))
        self.ids.pop(None, None)
        self.repeated: list[Element] = []
        if len(self.ids) + eids.count(None) < len(eids):
            first = self.ids.get
            self.repeated = [
                element
                for element, eid in zip(elements, eids, strict=True)
                if first(eid, element) is not element
            ]
        self._grouped: dict[str, dict[Part | None, list[Element]]] = {}
        self.parts = tuple(self._parts())
        self.works = tuple(part for part in self.parts if not part.embedded)
        self._part_of: dict[Element | None, Part | None] = {None: None}
        self._part_of.update((part.element, part) for part in self.parts)

    def _named(self) -> dict[str, list[Element]]:
        by_name: defaultdict[str, list[Element]] = defaultdict(list)
        for element, tag in self.tags.items():
            by_name[tag.name].append(element)
            if tag.targets:
                self.pointing.append((element, tag))
        by_name.pop("", None)
        return dict(by_name)

    def once(self, compute: Callable[[Index], _Made]) -> _Made:
        """Return what a function makes of this index, computed for the first that asks."""
        try:
            made: _Made = self._once[compute]
        except KeyError:
            made = self._once[compute] = compute(self)
        return made

    @property
    def pointers(self) -> list[_Pointer]:
        """The attributes that point at an identifier of this file: element, name, value."""
        return self.once(_pointers)

    def bearers(self, attribute: str) -> list[Element]:
        """Return the Akoma Ntoso elements that have an attribute."""
        if attribute not in self.once(_names):
            return []
        return [
            element
            for element, tag in self.tags.items()
            if attribute in tag.attributes and tag.name
        ]

    def _parts(self) -> Iterator[Part]:
        """Find the documents in document order and who hosts them."""
        found: dict[Element, Part] = {}
        for element in self._documents():
            above = element.getparent()
            while above is not None and above not in found:
                above = above.getparent()
            found[element] = Part(element, None if above is None else found[above], self)
            yield found[element]

    def _documents(self) -> Iterable[Element]:
        names = [name for name in self.by_name if name in DOCUMENTS]
        if len(names) == 1:
            return self.by_name[names[0]]
        return self.root.iter(*map(qualified, names)) if names else ()

    def all(self, name: str) -> Sequence[Element]:
        """Return all Akoma Ntoso elements of that name in document order."""
        return self.by_name.get(name, _NO_ELEMENTS)

    def of(self, names: Iterable[str]) -> Iterator[Element]:
        """Yield the elements of those names, name by name."""
        for _, elements in self.named(names):
            yield from elements

    def named(self, names: Iterable[str]) -> Iterator[tuple[str, list[Element]]]:
        """Yield those of the names that elements have, and the elements in document order."""
        by_name = self.by_name
        for name in names:
            if name in by_name:
                yield name, by_name[name]

    def of_part(self, name: str, part: Part) -> Sequence[Element]:
        """Return the elements of that name in one document, without its annexes'."""
        found = self.all(name)
        if len(self.parts) == 1 or not found:
            return found
        groups = self._grouped.get(name)
        if groups is None:
            groups = self._grouped[name] = self._group(name)
        return groups.get(part, _NO_ELEMENTS)

    def _group(self, name: str) -> dict[Part | None, list[Element]]:
        """Return the elements of that name by document."""
        groups: dict[Part | None, list[Element]] = {}
        for element in self.all(name):
            groups.setdefault(self.part_of(element), []).append(element)
        return groups

    def close(self) -> None:
        """Let the tree go: index and parts know each other, which would keep it for a while."""
        self.__dict__.clear()

    def part_of(self, element: Element) -> Part | None:
        """Return the document that an element belongs to: the innermost one around it."""
        known = self._part_of
        passed: list[Element] = []
        above: Element | None = element
        while above not in known:
            passed.append(above)  # type: ignore[arg-type]
            above = above.getparent()  # type: ignore[union-attr]
        part = known[above]
        known.update(dict.fromkeys(passed, part))
        return part

    def target(self, value: str | None) -> Element | None:
        """Return the element that `#id` points at, None where it is no such pointer."""
        return self.ids.get(value[1:]) if value and value[0] == "#" else None

    @property
    def numbered(self) -> list[Numbered]:
        """The printed numbers in document order, with the units that bear them; computed once."""
        return self.once(_numbered)

    @property
    def printed(self) -> dict[Element, str]:
        """The printed number by the unit that bears it; "" where num is empty."""
        return self.once(_printed)

    @property
    def pointed(self) -> set[str]:
        """The eIds that are pointed at, whether they exist or not."""
        return self.once(_pointed)

    def numbered_of(self, part: Part) -> list[Numbered]:
        """Return the printed numbers of one document."""
        if len(self.parts) == 1:
            return self.numbered
        by_num = self.once(_by_num)
        return [by_num[num] for num in self.of_part("num", part)]


def _names(index: Index) -> set[str]:
    """Return the names of all attributes."""
    return set(chain.from_iterable(tag.attributes for tag in index.tags.values()))


def _pointers(index: Index) -> list[_Pointer]:
    return [
        (element, name, value)
        for element, tag in index.pointing
        for name, value in tag.attributes.items()
        if name in POINTING and value[:1] == "#"
    ]


def _numbered(index: Index) -> list[Numbered]:
    return [(num, num.getparent(), label(num)) for num in index.all("num")]  # type: ignore[misc]


def _printed(index: Index) -> dict[Element, str]:
    return {unit: printed for _, unit, printed in reversed(index.numbered)}


def _pointed(index: Index) -> set[str]:
    return {target for _, tag in index.pointing for target in tag.targets}


def _by_num(index: Index) -> dict[Element, Numbered]:
    return {numbered[0]: numbered for numbered in index.numbered}


def _bare(iri: str) -> str:
    return iri.rstrip("/")
