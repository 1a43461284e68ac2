"""eIds taken apart: what their parts are called, what they claim, which to doubt."""

from __future__ import annotations

from typing import Any, NamedTuple

from an2un.check.elements import LOCAL, Element, local, qualified
from an2un.check.index import Index

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
_LABELLED = frozenset((*ENTRIES, "keyword", "componentData", *_METADATA))
# What stands but once in the unit around it: its eId bears no number.
ALONE = frozenset((
    "collectionBody", "content", "heading", "intro", "listIntroduction", "subheading", "wrapUp",
))  # fmt: skip
NUMBERED = frozenset((*HIERARCHY, "item", "recital", "citation"))
_AROUND = "(). \t\n"


class Reading(NamedTuple):
    """An eId taken apart: what stands before the last part, the element and the number of it."""

    element: Element
    name: str
    eid: str
    prefix: str
    reference: str
    number: str


def readings(index: Index) -> list[Reading]:
    """Return the well-formed eIds that some rule may object to, taken apart; computed once."""
    return index.once(_readings)


def _readings(index: Index) -> list[Reading]:
    found = []
    for element, name, eid in index.once(doubtful):
        prefix, _, last = eid.rpartition("__")
        if is_part(last) and (not prefix or prefix in index.ids or is_well_formed(prefix)):
            head, _, number = last.partition("_")
            found.append(Reading(element, name, eid, prefix, head, number))
    return found


def doubtful(index: Index) -> list[tuple[Element, str, str]]:
    """Return the elements with an eId that some rule may object to: element, name, eId.

    Passed over are the eIds that are plainly right, nine of ten: well formed, by the abbreviation
    of the element, continuing the eId of the element right around it, with the number printed.
    """
    known, printed = index.eids.get, index.printed.get
    alone = not index.all("attachment") and not index.all("component")
    found = []
    for element, eid in index.eids.items():
        claim = _CLAIMS[element.tag][eid]
        if claim is _RIGHT:
            continue
        prefix, number = claim
        above: Any = element.getparent()
        if (known(above) == prefix or (not prefix and alone and above.tag == _BODY)) and (
            number is None or number == printed(element, number).strip(_AROUND)
        ):
            continue
        found.append((element, local(element), eid))
    return _all(index) if index.thorough else found


def _all(index: Index) -> list[tuple[Element, str, str]]:
    named = ((element, local(element), eid) for element, eid in index.eids.items())
    return [one for one in named if _judged(one[1])]


def _judged(name: str) -> bool:
    """Tell whether eIds of elements of that name follow from it; labels and foreign ones do not."""
    return name not in _LABELLED and name[0] != "{"


# What an eId says that its element has to bear out: the eId of the element around it, and the
# printed number, None where none need be printed.
_Claim = tuple[str, str | None]
_RIGHT: _Claim = ("right", "wherever it stands")
_DOUBTFUL: _Claim = ("doubtful", "wherever it stands")
_BODY = qualified("mainBody")


class _Claims(dict[str, _Claim]):
    """What the eIds claim that were seen on elements of one name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, eid: str) -> _Claim:
        if len(self) > 10_000:  # hostile files hold any number
            self.clear()
        claim = self[eid] = _claim(self._name, eid)
        return claim


class _ClaimsByTag(dict[str, _Claims]):
    """The same by the tags of the elements."""

    def __missing__(self, tag: str) -> _Claims:
        if len(self) > 500:
            self.clear()
        claims = self[tag] = _Claims(LOCAL[tag])
        return claims


_CLAIMS = _ClaimsByTag()


def _claim(name: str, eid: str) -> _Claim:
    """Return what an eId claims for an element of that name."""
    if not _judged(name):
        return _RIGHT
    prefix, _, last = eid.rpartition("__")
    head, _, number = last.partition("_")
    well = (
        (not number or number.isalnum())
        and is_part(last)
        and (not prefix or is_well_formed(prefix))
    )
    if not well or head != ABBREVIATIONS.get(name, name) or name == "hcontainer":
        return _DOUBTFUL
    if name not in UNITS:
        return _RIGHT
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
