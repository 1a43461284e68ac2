"""Repairs of attributes: eIds and what points at them, IRIs, roles of authors, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un.check import iris
from an2un.check.eids import ENTRIES
from an2un.check.elements import Element, local
from an2un.check.index import Index
from an2un.check.renumber import renumbered
from an2un.fix.edits import Edit, Tags, with_attribute
from an2un.fix.known import KNOWN, address

_POINTERS = ("refersTo", "href", "for", "from", "upTo", "source", "by", "as", "outcome", "src")


_FRBR = ("FRBRuri", "FRBRthis")


def mended_attributes(index: Index, text: str, tags: Tags) -> Iterator[Edit]:
    """Mend attributes: eIds and what points at them, IRIs, roles of authors."""
    changes: dict[Element, dict[str, str]] = {}
    for change in (
        _identifiers(index),
        _addresses(index),
        roles(index),
        _keywords(index),
        _led(index),
    ):
        for element, attribute, value in change:
            changes.setdefault(element, {})[attribute] = value
    for element, values in changes.items():
        start, end = tags[element]
        tag = text[start:end]
        for attribute, value in values.items():
            tag = with_attribute(tag, attribute, value)
        told = ", ".join(f"{name}={value!r}" for name, value in values.items())
        yield Edit(start, end, tag, f"{local(element)}: {told}")


Change = tuple[Element, str, str]


def _identifiers(index: Index) -> Iterator[Change]:
    """Give missing and malformed eIds anew, and lead what pointed at the old ones to the new."""
    made = renumbered(index)
    moved: dict[str, str] = {}
    for element, eid in made.items():
        old = element.get("eId")
        if old is not None and index.ids.get(old) is element:
            moved[f"#{old}"] = f"#{eid}"
        yield element, "eId", eid
    for element, attribute, value in index.pointers:
        if attribute in _POINTERS and value in moved:
            yield element, attribute, moved[value]


def _addresses(index: Index) -> Iterator[Change]:
    """Take slashes off the ends of IRIs; write eng@/!main."""
    for name in _FRBR:
        for element in index.all(name):
            value = element.get("value") or ""
            mended = re.sub(r"@!", "@/!", iris.without_domain(value).rstrip("/"))
            if mended.startswith("/akn/") and mended != value:
                yield element, "value", mended
    for name in ("ref", "documentRef", "original", "passiveRef", "activeRef"):
        for element in index.all(name):
            value = element.get("href") or ""
            if value.startswith("/akn/") and value.endswith("/"):
                yield element, "href", value.rstrip("/")


def roles(index: Index) -> Iterator[Change]:
    """Write as="#author" where as="author" is meant."""
    for element in index.all("FRBRauthor"):
        role = element.get("as") or ""
        if role in KNOWN and KNOWN[role][0] == "Role":
            yield element, "as", f"#{role}"


def _keywords(index: Index) -> Iterator[Change]:
    """Show a keyword as its short form where the attribute that the schema requires is missing."""
    for element in index.all("keyword"):
        short = element.get("shortForm")
        if short and element.get("showAs") is None:
            yield element, "showAs", short


def _led(index: Index) -> Iterator[Change]:
    """Lead pointers at a known entry that is listed under another eId to that eId."""
    listed = {entry.get("href"): entry.get("eId") for entry in index.of(ENTRIES)}
    for element, attribute, value in index.pointers:
        known = KNOWN.get(value[1:])
        other = listed.get(address(known)) if known and value[1:] not in index.ids else None
        if other:
            yield element, attribute, f"#{other}"
