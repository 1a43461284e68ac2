"""What eIds are made of: how elements are called in them, what they claim."""

from __future__ import annotations

from functools import lru_cache

# Abbreviations of element names (AKN4UN naming convention; NC 5.4.2).
ABBREVIATIONS = {
    "alinea": "al", "amendmentBody": "body", "article": "art", "attachment": "att",
    "blockList": "list", "body": "body", "chapter": "chp", "citation": "cit", "citations": "cits",
    "clause": "cl", "component": "cmp", "componentRef": "cref", "components": "cmpnts",
    "debateBody": "body", "debateSection": "dbsect", "division": "dvs", "documentRef": "dref",
    "eventRef": "eref", "intro": "intro", "judgmentBody": "body", "list": "list",
    "listIntroduction": "intro", "listWrapUp": "wrapup", "mainBody": "body", "paragraph": "para",
    "quotedStructure": "qstr", "quotedText": "qtext", "recital": "rec", "recitals": "recs",
    "section": "sec", "subchapter": "subchp", "subclause": "subcl", "subdivision": "subdvs",
    "subparagraph": "subpara", "subsection": "subsec", "temporalGroup": "tmpg", "wrapUp": "wrapup",
}  # fmt: skip
HIERARCHY = (
    "alinea", "article", "book", "chapter", "clause", "division", "hcontainer", "indent", "level",
    "list", "paragraph", "part", "point", "proviso", "rule", "section", "subchapter", "subclause",
    "subdivision", "sublist", "subparagraph", "subpart", "subrule", "subsection", "subtitle",
    "title", "tome", "transitional",
)  # fmt: skip
BLOCKS = (
    "blockContainer", "blockList", "citation", "citations", "container", "content", "crossHeading",
    "div", "embeddedStructure", "formula", "heading", "interstitial", "intro", "item", "longTitle",
    "ol", "quotedStructure", "recital", "recitals", "subFlow", "subheading", "table", "tblock",
    "toc", "ul", "wrapUp",
)  # fmt: skip
INLINES = (
    "authorialNote", "concept", "entity", "event", "location", "mmod", "mod", "object",
    "organization", "person", "process", "quantity", "ref", "rmod", "role", "rref", "term",
)  # fmt: skip
ENTRIES = (
    "TLCConcept", "TLCEvent", "TLCLocation", "TLCObject", "TLCOrganization", "TLCPerson",
    "TLCProcess", "TLCReference", "TLCRole", "TLCTerm",
)  # fmt: skip
_METADATA = (
    "activeRef", "attachmentOf", "componentData", "count", "hasAttachment", "jurisprudence",
    "mapping", "note", "original", "passiveRef", "quorum", "quorumVerification", "recount",
    "restriction", "temporalGroup", "textualMod", "voting",
)  # fmt: skip
# Elements that the XSD gives the attribute group idreq: eId is required at level 2 (NC 5.4).
REQUIRED = frozenset((*HIERARCHY, *BLOCKS, *INLINES, "attachment", "component", "components",
                      "documentRef", *_METADATA))  # fmt: skip
# Units whose eId carries the whole chain; places of the front and back matter begin one.
UNITS = frozenset((*HIERARCHY, *BLOCKS, "listIntroduction", "listWrapUp", "documentRef"))
LABELLED = frozenset((*ENTRIES, "keyword", "componentData", *_METADATA))
# What stands but once in the unit around it: its eId bears no number.
ALONE = frozenset((
    "collectionBody", "content", "heading", "intro", "listIntroduction", "subheading", "wrapUp",
))  # fmt: skip
NUMBERED = frozenset((*HIERARCHY, "item", "recital", "citation"))


# What an eId says that its element has to bear out: the eId of the element around it, and the
# printed number, None where none need be printed.
Claim = tuple[str, str | None]
DOUBTFUL: Claim = ("doubtful", "wherever it stands")


@lru_cache(maxsize=10_000)
def claim(name: str, eid: str) -> Claim | None:
    """Return what an eId claims for an element of that name, None if nothing."""
    if name in LABELLED:
        return None
    prefix, _, last = eid.rpartition("__")
    head, _, number = last.partition("_")
    well = (
        (not number or number.isalnum())
        and is_part(last)
        and (not prefix or is_well_formed(prefix))
    )
    if not well or head != ABBREVIATIONS.get(name, name) or name == "hcontainer":
        return DOUBTFUL
    if name not in UNITS:
        return None
    return (prefix, number if name in NUMBERED else None)


def is_well_formed(eid: str) -> bool:
    """Tell whether an eId is `part(__part)*`, each `ref`, `ref_number` or `ref_number_2`."""
    return all(is_part(part) for part in eid.split("__"))


def is_part(part: str) -> bool:
    """Tell whether a part of an eId is well formed."""
    underscores = part.count("_")
    if not underscores:
        return part != ""
    if part[0] == "_" or part[-1] == "_" or underscores > 2:
        return False
    return underscores == 1 or part.rpartition("_")[2].isdigit()
