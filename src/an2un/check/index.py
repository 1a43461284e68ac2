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
from operator import itemgetter
from typing import Any, TypeVar

from an2un.check.elements import LOCAL, Element, child, label, local, qualified
from an2un.check.frbr import level

# Elements that are documents by themselves (XSD group documentType).
DOCUMENTS = frozenset((
    "act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc",
    "documentCollection", "judgment", "officialGazette", "portion", "statement",
))  # fmt: skip

# Attributes that hold `#id` (XSD types agentRef, roleRef, conceptRef, eventRefRef, wIdRef …).
POINTING = frozenset((
    "as", "by", "choice", "earliest", "end", "for", "from", "href", "latest",
    "originatingExpression", "outcome", "period", "refersTo", "source", "src", "start", "target",
    "to", "upTo",
))  # fmt: skip


_Made = TypeVar("_Made")

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
        self.element = element
        self.kind = local(element)
        self.host = host
        self._index = index
        self._children: dict[str, Element] = {}
        for node in element.iterchildren("*"):
            self._children.setdefault(local(node), node)
        self.meta = self.child("meta")
        identification = child(self.meta, "identification")
        self.work = level(identification, "FRBRWork")
        self.expression = level(identification, "FRBRExpression")
        self.manifestation = level(identification, "FRBRManifestation")
        self.name = element.get("name") or ""
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

    elements  all elements in document order
    ids       element by eId, the first one where an eId repeats
    repeated  elements whose eId an earlier one has
    eids      eId by element, in document order
    by_name   elements by their names; foreign ones keep their namespace
    parts     the documents in the file, hosts before their annexes
    works     those that are Works of their own, not annexes under their host's IRI
    thorough  whether sieves let everything through: slow, and the same findings

    Where the attributes will be asked for (`attributes`), one pass finds them and the eIds; else a
    shorter one finds the eIds, and another one the attributes if they are asked for all the same.
    """

    def __init__(self, root: Element, thorough: bool = False, attributes: bool = True) -> None:
        self.root = root
        self.thorough = thorough
        self._once: dict[Callable[[Index], Any], Any] = {}
        # lxml makes an element for whoever asks: kept, each is made but once
        self.elements: list[Any] = list(root.iter("*"))
        self.eids = self._identified_and_odd() if attributes else self._identified()
        by_tag: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            by_tag[element.tag].append(element)
        self.by_name = {LOCAL[tag]: same for tag, same in by_tag.items()}
        # backwards, so that of elements with one eId the first stays
        self.ids = dict(zip(reversed(self.eids.values()), reversed(self.eids), strict=True))
        self.repeated = self._repeated()
        self._grouped: dict[str, dict[Part | None, list[Element]]] = {}
        self.parts = tuple(self._parts())
        self.works = tuple(part for part in self.parts if not part.embedded)
        self._part_of: dict[Element | None, Part | None] = {None: None}
        self._part_of.update((part.element, part) for part in self.parts)

    def _identified(self) -> dict[Element, str]:
        return {
            element: eid for element in self.elements if (eid := element.get("eId")) is not None
        }

    def _identified_and_odd(self) -> dict[Element, str]:
        """Return the eIds, and keep what `_odd` would give."""
        found = [
            (element, name, value)
            for element in self.elements
            for name, value in element.items()
            if value < "$" or name == "eId"
        ]
        self._once[_odd] = [one for one in found if one[1] != "eId"]
        return {element: value for element, name, value in found if name == "eId"}

    def _repeated(self) -> list[Element]:
        if len(self.ids) == len(self.eids):
            return []
        return [element for element, eid in self.eids.items() if self.ids[eid] is not element]

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

    @property
    def blank(self) -> list[Element]:
        """The elements with an attribute other than eId that is empty or all blanks."""
        return [element for element, _, value in self.once(_odd) if not value.strip()]

    def bearers(self, attribute: str) -> list[Element]:
        """Return the Akoma Ntoso elements that have an attribute."""
        if attribute not in self.once(_names):
            return []
        bearing = (element for element in self.elements if element.get(attribute) is not None)
        return [element for element in bearing if local(element)[0] != "{"]

    def _parts(self) -> Iterator[Part]:
        """Find the documents in document order and who hosts them."""
        found: dict[Element, Part] = {}
        tags = [qualified(name) for name in DOCUMENTS if name in self.by_name]
        for element in self.root.iter(*tags) if tags else ():
            above = element.getparent()
            while above is not None and above not in found:
                above = above.getparent()
            found[element] = Part(element, None if above is None else found[above], self)
            yield found[element]

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
    return set(chain.from_iterable(element.keys() for element in index.elements))


def _odd(index: Index) -> list[_Pointer]:
    """Return the attributes other than eId that are empty or begin with a blank or #."""
    return [
        (element, name, value)
        for element in index.elements
        for name, value in element.items()
        if value < "$" and name != "eId"  # "$" follows # and whatever is before it
    ]


def _pointers(index: Index) -> list[_Pointer]:
    return [one for one in index.once(_odd) if one[2][:1] == "#" and one[1] in POINTING]


def _numbered(index: Index) -> list[Numbered]:
    return [(num, num.getparent(), label(num)) for num in index.all("num")]  # type: ignore[misc]


def _printed(index: Index) -> dict[Element, str]:
    return {unit: printed for _, unit, printed in reversed(index.numbered)}


def _pointed(index: Index) -> set[str]:
    return {value[1:] for value in set(map(itemgetter(2), index.pointers))}


def _by_num(index: Index) -> dict[Element, Numbered]:
    return {numbered[0]: numbered for numbered in index.numbered}


def _bare(iri: str) -> str:
    return iri.rstrip("/")
