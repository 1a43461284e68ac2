"""The schema narrowed to what resolutions are made of: compiled twelve times as fast, and quicker.

Where the standard allows one of hundreds of elements, the narrow schema allows those that stand in
resolutions; so with attributes, which libxml2 looks for one after the other. Beyond that only the
declarations of `narrow.xsd` and `strict.xsd` are put in place of the standard's: they accept less.
So whatever it accepts, the whole schema accepts, if each address is one by its form
(`an2un.check.tags`): libxml2 takes long to see that. What it refuses is judged by the whole one.

Much of what the rules ask for, a schema can say in C and along the way. There are two narrow ones
therefore: one for whatever the United Nations publishes, and a strict one for what the AKN4UN
profile asks for. A rule that one of them rules out (`Rule.proof`) finds nothing in what it accepts.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from pathlib import Path

from lxml import etree

from an2un.check import schema
from an2un.check.index import Index
from an2un.check.rule import Proof
from an2un.check.settings import Settings

_SOUND = attrgetter("sound")
_XSD = "{http://www.w3.org/2001/XMLSchema}"

# What an2un writes and what stands in the files that the United Nations publishes.
NAMES = frozenset((
    "FRBRExpression", "FRBRManifestation", "FRBRWork", "FRBRauthor", "FRBRcountry", "FRBRdate",
    "FRBRformat", "FRBRlanguage", "FRBRmasterExpression", "FRBRname", "FRBRnumber",
    "FRBRportion", "FRBRsubtype", "FRBRthis", "FRBRtranslation", "FRBRuri", "FRBRversionNumber",
    "TLCConcept", "TLCEvent", "TLCLocation", "TLCObject", "TLCOrganization", "TLCPerson",
    "TLCProcess", "TLCReference", "TLCRole", "TLCTerm", "a", "akomaNtoso", "alinea",
    "alternativeReference", "analysis", "article", "attachment", "attachments", "authorialNote",
    "b", "block", "blockList", "chapter", "classification", "collectionBody", "component",
    "componentData", "componentInfo", "components", "conclusions", "container", "content", "count",
    "coverPage", "crossHeading", "date", "division", "doc", "docAuthority", "docCommittee",
    "docDate", "docNumber", "docProponent", "docStatus", "docTitle", "docType", "docketNumber",
    "documentCollection", "documentRef", "embeddedStructure", "entity", "eol", "event", "eventRef",
    "formula", "heading", "i", "identification", "img", "inline", "intro", "item", "keyword",
    "lifecycle", "list", "listIntroduction", "listWrapUp", "location", "mainBody", "meta", "num",
    "object", "organization", "original", "otherAnalysis", "otherReferences", "outcome", "p",
    "paragraph", "parliamentary", "part", "person", "point", "preamble", "preface", "presentation",
    "preservation", "process", "proprietary", "publication", "quantity", "quorum", "ref",
    "references", "role", "rule", "section", "session", "span", "statement", "step", "sub",
    "subheading", "sublist", "sup", "table", "td", "term", "th", "title", "toc", "tocItem", "tr",
    "u", "vote", "voting", "workflow", "wrapUp",
))  # fmt: skip

# The commonest first: libxml2 looks for a child among those allowed one after the other.
_COMMON = (
    "p", "ref", "span", "content", "num", "paragraph", "date", "container", "organization", "a",
    "role", "sup", "inline", "point", "list", "authorialNote", "i", "b",
)  # fmt: skip

ATTRIBUTES = frozenset((
    "alt", "as", "by", "class", "colspan", "contains", "date", "dictionary", "eId", "end",
    "for", "fromLanguage", "href", "language", "marker", "name", "normalized", "number", "outcome",
    "placement", "refersTo", "rowspan", "shortForm", "showAs", "source", "src", "start", "style",
    "title", "type", "value", "version", "xml:space",
))  # fmt: skip


# What is changed beyond that, by the narrow schema; a later file takes the place of an earlier one.
_CHANGES: dict[Proof, tuple[str, ...]] = {
    "narrow": ("narrow.xsd",),
    "strict": ("narrow.xsd", "strict.xsd"),
}


def proof_for(settings: Settings) -> Proof:
    """Return the narrow schema to judge by: as strict as what is asked for."""
    strict = settings.profile == "akn4un" and settings.level == "profile"
    return "strict" if strict else "narrow"


def accepts(index: Index, proof: Proof) -> bool:
    """Tell whether a narrow schema, and so the lean one, finds a file valid."""
    return all(map(_SOUND, index.tags.values())) and compiled(proof).validate(index.root)


@cache
def compiled(proof: Proof) -> etree.XMLSchema:
    """Return a narrow schema, made of the lean one and compiled once per process."""
    root = schema.lean_tree()
    for name in _CHANGES[proof]:
        _replace(root, etree.parse(Path(__file__).with_name(name)).getroot())
    _take_any_address(root)
    _leave_out_elements(root)
    _leave_out_attributes(root)
    return etree.XMLSchema(root)


def _replace(root: etree._Element, changes: etree._Element) -> None:
    """Put declarations in the place of those that have the same name."""
    known = {(one.tag, one.get("name")): one for one in root.iterchildren("*")}
    for change in changes.iterchildren("*"):
        before = known.get((change.tag, change.get("name")))
        if before is None:
            root.append(change)
        else:
            root.replace(before, change)


def _take_any_address(root: etree._Element) -> None:
    """Take any text where the standard asks for an address; those are looked at elsewhere."""
    for one in root.iter(f"{_XSD}attribute", f"{_XSD}restriction"):
        for name in ("type", "base"):
            if one.get(name) == "xsd:anyURI":
                one.set(name, "xsd:string")


def _leave_out_elements(root: etree._Element) -> None:
    for choice in root.iter(f"{_XSD}choice"):
        foreign = _foreign(choice)
        particles = [one for one in choice.iterchildren("*") if one.tag != f"{_XSD}annotation"]
        # one stays in any case: a choice of nothing would be no choice any more
        for element in foreign[len(foreign) == len(particles) :]:
            choice.remove(element)
        choice[:] = sorted(choice, key=_rank)
    for sequence in root.iter(f"{_XSD}sequence"):
        for element in _foreign(sequence):
            if element.get("minOccurs") == "0":
                sequence.remove(element)


def _rank(particle: etree._Element) -> int:
    """Return the place of a particle in its choice: annotations, what is common, the others."""
    if particle.tag == f"{_XSD}annotation":
        return -1
    name = particle.get("ref")
    return _COMMON.index(name) if name in _COMMON else len(_COMMON)


def _leave_out_attributes(root: etree._Element) -> None:
    for group in (*root.iter(f"{_XSD}attributeGroup"), *root.iter(f"{_XSD}extension")):
        for attribute in group.findall(f"{_XSD}attribute"):
            name = attribute.get("name") or attribute.get("ref")
            if attribute.get("use") != "required" and name not in ATTRIBUTES:
                group.remove(attribute)


def _foreign(group: etree._Element) -> list[etree._Element]:
    """Return the references of a group to elements that do not stand in resolutions."""
    elements = group.iterchildren(f"{_XSD}element")
    return [one for one in elements if one.get("ref", "akomaNtoso") not in NAMES]
