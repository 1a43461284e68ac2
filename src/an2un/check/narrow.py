"""The schema narrowed to what resolutions are made of: compiled twelve times as fast, and quicker.

Where the standard allows one of hundreds of elements, the narrow schema allows those that stand in
resolutions; so with attributes, which libxml2 looks for one after the other. Beyond that only the
declarations of `narrow.xsd` and `strict.xsd` are put in place of the standard's: they accept less.
So whatever it accepts, the whole schema accepts; what it refuses is judged by the whole one.

Much of what the rules ask for, a schema can say in C and along the way. There are two narrow ones
therefore: one for whatever the United Nations publishes, and a strict one for what the AKN4UN
profile asks for. A rule that one of them rules out (`Rule.proof`) finds nothing in what it accepts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from an2un.check import schema
from an2un.check.rule import Proof
from an2un.check.settings import Settings

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


def accepts(root: etree._Element, proof: Proof) -> bool:
    """Tell whether a narrow schema, and so the lean one, finds a parsed file valid."""
    return compiled(proof).validate(root)


@cache
def compiled(proof: Proof) -> etree.XMLSchema:
    """Return a narrow schema, made of the lean one and compiled once per process."""
    root = schema.lean_tree()
    for name in _CHANGES[proof]:
        _replace(root, etree.parse(Path(__file__).with_name(name)).getroot())
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


def _leave_out_elements(root: etree._Element) -> None:
    for choice in root.iter(f"{_XSD}choice"):
        foreign = _foreign(choice)
        particles = [one for one in choice.iterchildren("*") if one.tag != f"{_XSD}annotation"]
        # one stays in any case: a choice of nothing would be no choice any more
        for element in foreign[len(foreign) == len(particles) :]:
            choice.remove(element)
    for sequence in root.iter(f"{_XSD}sequence"):
        for element in _foreign(sequence):
            if element.get("minOccurs") == "0":
                sequence.remove(element)


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
