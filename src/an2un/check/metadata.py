"""Rules on the metadata besides the identification: references, workflow, votes, publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from an2un.check.eids import ENTRIES
from an2un.check.elements import Element, local
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted
from an2un.check.tags import is_hollow

# The attributes of metadata that say something or are left out.
_SAYING = dict((
    ("step", ("by", "as", "outcome", "date", "href", "refersTo")),
    ("quorum", ("value", "refersTo")), ("count", ("value", "refersTo")),
    ("voting", ("outcome", "refersTo")), ("publication", ("name", "number", "showAs", "date")),
    ("FRBRnumber", ("value", "showAs")), ("eventRef", ("source", "date")),
    ("keyword", ("value", "showAs", "dictionary")), ("FRBRdate", ("date",)),
    *((entry, ("href", "showAs")) for entry in ENTRIES),
))  # fmt: skip
_NUMBERED = re.compile(r"[A-Za-z]*_?\d+")
_DOCUMENTS = (
    "original",
    "passiveRef",
    "activeRef",
    "hasAttachment",
    "attachmentOf",
    "jurisprudence",
)

_AGENTS = frozenset(("TLCOrganization", "TLCPerson", "TLCProcess"))
_SOURCED = (
    "identification", "classification", "lifecycle", "workflow", "analysis", "temporalData",
    "references", "notes", "proprietary", "presentation", "otherReferences", "otherAnalysis",
)  # fmt: skip


def publication(index: Index) -> Iterator[Finding]:
    """R070: the block publication is compulsory in AKN4UN."""
    for part in index.works:
        if part.deliberative and part.meta is not None and not part.all("publication"):
            yield Finding(
                part.meta,
                "the metadata has no publication block",
                "add publication with date, name, showAs and number after identification",
            )


def references(index: Index) -> Iterator[Finding]:
    """R073: the block references is compulsory in AKN4UN."""
    for part in index.works:
        host = part.host is None or not index.all("references")
        if host and part.meta is not None and not part.all("references"):
            yield Finding(
                part.meta,
                "the metadata has no references block",
                "add references with the entries that the document points at",
            )


def source_agent(index: Index) -> Iterator[Finding]:
    """R021, R074: the source of a block of metadata is a person, an organization or a process."""
    for element in index.of(_SOURCED):
        source = index.tags[element].attributes.get("source")
        if not source:
            continue
        target = index.target(source)
        if source[0] != "#":
            yield Finding(
                element,
                f"the source {quoted(source)} of {local(element)} is no identifier",
                "write # and the eId of a TLCOrganization or TLCPerson",
            )
        elif target is not None and index.tags[target].name not in _AGENTS:
            yield Finding(
                element,
                f"the source {source} of {local(element)} is a {local(target)}, not an agent",
                "point at a TLCOrganization or TLCPerson",
            )


# An entry of the references: the element, its name, what it leads to, its eId.
_Entry = tuple[Element, str, str, str | None]


def entries(index: Index) -> list[_Entry]:
    """Return the entries of the references, kind by kind."""
    tags = index.tags
    return [
        (element, name, tags[element].attributes.get("href", ""), tags[element].eid)
        for name, elements in index.named(ENTRIES)
        for element in elements
    ]


_ONTOLOGY = {name: f"/akn/ontology/{name[3:].lower()}/" for name in ENTRIES}


def doubtful_entries(index: Index) -> list[_Entry]:
    """Return the entries to whose eId or IRI some rule may object."""
    return [one for one in index.once(entries) if index.thorough or _is_doubtful(*one[1:])]


@lru_cache(maxsize=4096)
def _is_doubtful(name: str, href: str, eid: str | None) -> bool:
    return eid is None or _is_number(eid, name) or not href.startswith(_ONTOLOGY[name])


def entry_id(index: Index) -> Iterator[Finding]:
    """R075: an entry without eId cannot be pointed at."""
    for element, name, _, eid in index.once(doubtful_entries):
        if eid is None:
            yield Finding(
                element,
                f"{name} {quoted(element.get('showAs') or '')} has no eId",
                "add a readable eId, as in secretaryGeneral",
            )


def entry_class(index: Index) -> Iterator[Finding]:
    """R076: the IRI of an entry is /akn/ontology/{class}/…, class being its kind (NC 4.11)."""
    for element, name, href, eid in index.once(doubtful_entries):
        start = _ONTOLOGY[name]
        if not href.startswith(start) and href and len(href.split()) == 1:
            yield Finding(
                element,
                f"the IRI {quoted(href, 90)} of {name} does not begin with {start}",
                f"write {start}un/{eid or 'name'}",
            )


def entry_twice(index: Index) -> Iterator[Finding]:
    """R078: one thing has one entry in a block of references."""
    full = [entry for entry in index.once(entries) if entry[2]]
    if len({(name, href) for _, name, href, _ in full}) == len(full):
        return
    seen: dict[tuple[Element | None, str, str], str] = {}
    for element, name, href, eid in full:
        first = seen.setdefault((element.getparent(), name, href), eid or "")
        if first != (eid or ""):
            yield Finding(
                element,
                f"{quoted(eid or '')} and {quoted(first)} both stand for {href}",
                "keep one entry and point at it",
            )


def entry_label(index: Index) -> Iterator[Finding]:
    """R079: entries bear readable labels, not numbers (NC 5.4.2)."""
    for element, name, _, eid in index.once(doubtful_entries):
        if eid is not None and _is_number(eid, name):
            yield Finding(
                element,
                f"the eId {quoted(eid)} of {name} is a number, not a label",
                "write a readable label, as in secretaryGeneral",
            )


def _is_number(eid: str, name: str) -> bool:
    """Tell whether a label is the name of the element and a number (concept_3, TLCRole_1, 7)."""
    label = eid.rpartition("__")[2]
    stem = label.rstrip("0123456789").rstrip("_").lower()
    numbered = eid[-1:].isdecimal() and _NUMBERED.fullmatch(label)
    return bool(numbered) and stem in ("", "tlc", name.lower(), name[3:].lower())


def event_source(index: Index) -> Iterator[Finding]:
    """R082: an event of the life cycle has a document of the references as its source."""
    for element in index.all("eventRef"):
        source = element.get("source") or ""
        if not source:
            continue
        target = index.target(source)
        if source[0] != "#" or (target is not None and local(target) not in _DOCUMENTS):
            yield Finding(
                element,
                f"the source {quoted(source)} of the event is no document of the references",
                "point at original, passiveRef or another document reference",
            )


def step_agent(index: Index) -> Iterator[Finding]:
    """R084: by, as and outcome of a step are identifiers."""
    yield from _free_text(index, "step", ("by", "as", "outcome"))


def vote_concept(index: Index) -> Iterator[Finding]:
    """R087: what a vote and its counts stand for are identifiers."""
    for name in ("voting", "count", "quorum"):
        yield from _free_text(index, name, ("refersTo", "outcome"))


def _free_text(index: Index, name: str, attributes: tuple[str, ...]) -> Iterator[Finding]:
    for element in index.all(name):
        said = index.tags[element].attributes
        for attribute in attributes:
            value = said.get(attribute)
            if value and value[0] != "#":
                yield Finding(
                    element,
                    f"{attribute} of {name} is the text {quoted(value)}, not an identifier",
                    "add an entry to the references and write # and its eId",
                )


def count_value(index: Index) -> Iterator[Finding]:
    """R086: a count is a number."""
    for element in index.all("count"):
        value = element.get("value")
        if value and not value.strip().isdecimal():
            yield Finding(
                element, f"the count of votes is {quoted(value)}", "write the number in digits"
            )


def count_quantity(index: Index) -> Iterator[Finding]:
    """R088: a count leads to the number in the text."""
    for element in index.all("count"):
        href = element.get("href")
        target = index.target(href)
        if href and target is not None and local(target) != "quantity":
            yield Finding(
                element,
                f"the count of votes leads to {local(target)} {href}",
                "point at the quantity in the text",
            )


def placeholder(index: Index) -> Iterator[Finding]:
    """Metadata says something or is left out; neither blanks nor the year 1 are values."""
    for element, tag in index.tags.items():
        if not tag.hollow:
            continue
        found = [a for a in _SAYING.get(tag.name, ()) if is_hollow(tag.attributes.get(a, "-"))]
        if found:
            yield Finding(
                element,
                f"{tag.name} has the empty {'value' if len(found) == 1 else 'values'} "
                + ", ".join(f'{a}="{tag.attributes[a]}"' for a in found),
                "give the value, or leave the element out",
            )


def unused_entry(index: Index) -> Iterator[Finding]:
    """References hold the entries that something points at."""
    used = index.pointed
    for element, name, _, eid in index.once(entries):
        if eid is not None and eid not in used:
            yield Finding(element, f"nothing points at {name} {quoted(eid)}", "leave the entry out")


def footnote_in_metadata(index: Index) -> Iterator[Finding]:
    """R089: footnotes of the text are never kept in meta/notes."""
    for element in index.all("note"):
        if element.get("placement") == "bottom":
            yield Finding(
                element,
                "a footnote of the text is kept in the metadata",
                "write it as authorialNote at its call",
            )
