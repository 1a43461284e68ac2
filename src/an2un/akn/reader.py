"""What is known of a file while it is read: whose it is, and what its entries say."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from an2un import tree
from an2un.akn.entries import value_of
from an2un.akn.names import NAMESPACE
from an2un.akn.sheet import address

Element = etree._Element
Embedder = Callable[["Reader", Element], tree.Embedded]


class Reader:
    """What is known of the file while it is read.

    foreign     whether the file is another's work, not made by this tool
    embedded    reads an `embeddedStructure`
    """

    def __init__(self, root: Element, embedded: Embedder, *, foreign: bool) -> None:
        self.foreign = foreign
        self.embedded = embedded
        self._entries: dict[str, tuple[str, str, str]] = {}
        for references in root.iter(f"{{{NAMESPACE}}}references"):
            for entry in references.iterchildren("*"):
                eid = entry.get("eId", "")
                if eid:
                    self._entries[eid] = (
                        local(entry), entry.get("href", ""), entry.get("showAs", ""),
                    )  # fmt: skip

    def meaning(self, refers: str | None) -> str:
        """Return the value that an attribute `refersTo` (`by` …) stands for, "" for none."""
        eid = (refers or "").strip().lstrip("#")
        found = self._entries.get(eid)
        if found is None or (self.foreign and not found[1].startswith("/akn/ontology/")):
            return eid
        return eid if self.foreign and "ontology/reference" in found[1] else value_of(found[1])

    def target(self, href: str) -> str:
        """Return the target of a `ref`: through its entry for documents without a Work."""
        found = self._entries.get(href[1:]) if href.startswith("#") else None
        return found[2] if found is not None and found[0] == "TLCReference" else address(href)


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: Element) -> str:
    """Return all characters inside an element."""
    return "".join(str(text) for text in element.itertext())
