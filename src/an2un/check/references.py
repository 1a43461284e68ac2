"""Rules on what points where: references of the text, identifiers, components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from an2un.check import iris
from an2un.check.identifiers import ABBREVIATIONS
from an2un.check.index import XML, Element, Index, Part, local, qualified, words
from an2un.check.rule import Finding, quoted

_TEXT_REFERENCES = (("ref", "href"), ("rref", "from"), ("rref", "upTo"))
_REFERENCES = (
    *_TEXT_REFERENCES, ("documentRef", "href"), ("componentRef", "src"), ("original", "href"),
    ("passiveRef", "href"), ("activeRef", "href"), ("hasAttachment", "href"),
    ("attachmentOf", "href"), ("jurisprudence", "href"),
)  # fmt: skip
_WEB = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_SUBTYPE = re.compile(r"/akn/[^/]+/statement/([^/]+)/")
_LIBRARY = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org|(?:daccess-)?ods\.un\.org|"
    r"documents(?:-dds-ny)?\.un\.org)/",
    re.IGNORECASE,
)
_LONG_NAMES = {name: short for name, short in ABBREVIATIONS.items() if len(name) > len(short)}


_TO_TEXT = frozenset(("for", "from", "href", "src", "upTo"))


def _hrefs(index: Index) -> Iterator[tuple[Element, str]]:
    for name, attribute in _REFERENCES:
        for element in index.all(name):
            href = element.get(attribute)
            if href is not None:
                yield element, href


def reference_form(index: Index) -> Iterator[Finding]:
    """R180: a reference begins with /akn/, #, ! or ~ (NC 4 and 5)."""
    for element, href in _hrefs(index):
        if not href.startswith(("/akn/", "#", "!", "~")) and not _WEB.match(href):
            yield Finding(
                element,
                f"the address {quoted(href, 90)} of {local(element)} does not begin with "
                "/akn/, #, ! or ~",
                "write the IRI of the document, or # and the eId of an element of this one",
            )


def reference_to_web(index: Index) -> Iterator[Finding]:
    """R181: web pages are linked by `a`, never by `ref`."""
    for element, href in _hrefs(index):
        if _WEB.match(href):
            yield Finding(
                element,
                f"{local(element)} leads to the web page {quoted(href, 90)}",
                "write a for a web page; for a document, its IRI /akn/un/…",
            )


def reference_iri(index: Index) -> Iterator[Finding]:
    """R182: a global IRI has the parts of a Work, and an optional version, component, fragment."""
    for element, href in _hrefs(index):
        if href.startswith("/akn/") and not any(sign.isspace() for sign in href):
            if iris.is_reference(href) or href.startswith("/akn/ontology/"):
                continue
            yield Finding(
                element,
                f"the IRI {quoted(href, 90)} is not formed as /akn/{{country}}/{{type}}/…/"
                "{date}/{number}",
                "write e.g. /akn/un/statement/deliberation/unga/1991-12-19/46-182",
            )


def reference_subtype(index: Index) -> Iterator[Finding]:
    """R183: resolutions are referred to as /statement/deliberation/."""
    for element, href in _hrefs(index):
        match = _SUBTYPE.match(href)
        if match and match[1] not in ("deliberation", "instruction"):
            yield Finding(
                element,
                f"the reference {quoted(href, 90)} names the subtype {match[1]}",
                "write /statement/deliberation/",
            )


def reference_fragment(index: Index) -> Iterator[Finding]:
    """R184: fragments are eIds, with the abbreviations of the naming convention."""
    for element, href in _hrefs(index):
        fragment = href.partition("#")[2] if href.startswith("/akn/") else ""
        for part in fragment.replace("->", "__").split("__") if fragment else ():
            short = _LONG_NAMES.get(part.partition("_")[0])
            if short:
                yield Finding(
                    element,
                    f"the fragment {quoted('#' + fragment)} is not in the form of an eId",
                    f"write {short} for {part.partition('_')[0]}",
                )
                break


def dangling(index: Index) -> Iterator[Finding]:
    """R110: what is pointed at exists."""
    ids = index.ids
    listed = bool(index.all("references"))  # without the block, its absence is the one fault
    for element, attribute, value in index.pointers:
        if not listed and (attribute not in _TO_TEXT or local(element).startswith("FRBR")):
            continue
        if value[1:] not in ids and not any(sign.isspace() for sign in value):
            target = value[1:].partition("->")[0]
            if target in ids:
                continue
            yield Finding(
                element,
                f"{attribute} of {local(element)} points at {quoted(value)}, which does not exist",
                "add the element, or point at one that exists",
            )


def component_exists(index: Index) -> Iterator[Finding]:
    """R176, R233: a component pointed at is part of the file."""
    names: set[str] | None = None
    for element, href in _hrefs(index):
        if not href.startswith("!"):
            continue
        if names is None:
            names = set(_components(index))
        component = href.partition("#")[0].partition("~")[0]
        if component not in names:
            yield Finding(
                element,
                f"{local(element)} points at the component {quoted(href)}, which the file "
                "does not hold",
                "point at !annex_1 or another component of the file",
            )


def _components(index: Index) -> Iterator[str]:
    """Yield the names of the components of the file, by their IRIs; one annex is !annex too."""
    yield "!main"
    for part in index.parts:
        name = iris.component(part.work.value("FRBRthis")) if part.work is not None else ""
        if name:
            yield name
            yield name.partition("_")[0]


def reference_to_metadata(index: Index) -> Iterator[Finding]:
    """R111: the text never refers to the metadata, but by way of an alternative reference."""
    completed = {element.get("for") for element in index.all("alternativeReference")}
    meta = qualified("meta")
    for name, attribute in _TEXT_REFERENCES:
        for element in index.all(name):
            target = index.target(element.get(attribute))
            if target is None or next(target.iterancestors(meta), None) is None:
                continue
            if local(target) == "TLCReference" and f"#{element.get('eId')}" in completed:
                continue
            yield Finding(
                element,
                f"the reference leads into the metadata, to {element.get(attribute)}",
                "refer to the document by its IRI, or add an alternativeReference for this ref",
            )


def alternative_for(index: Index) -> Iterator[Finding]:
    """R091: an alternative reference belongs to a ref of the text."""
    for element in index.all("alternativeReference"):
        value = element.get("for")
        if value is None:
            continue
        target = index.target(value)
        wrong = value[:1] != "#" or (target is not None and local(target) not in ("ref", "rref"))
        if wrong:
            yield Finding(
                element,
                f"for={quoted(value)} is not the identifier of a ref",
                "write # and the eId of the ref",
            )


def empty_reference(index: Index) -> Iterator[Finding]:
    """A reference stands on the words that cite."""
    for element in index.of(("ref", "a", "rref")):
        if not len(element) and not (element.text and element.text.strip()):
            yield Finding(
                element,
                f"{local(element)} to {quoted(_address(element), 90)} holds no words",
                "let it stand on the words that cite, or leave it out",
            )


def _address(element: Element) -> str:
    return element.get("href") or element.get("from") or ""


def group_without_reference(index: Index) -> Iterator[Finding]:
    """R186: mref groups references."""
    for element in index.all("mref"):
        if element.find(f".//{qualified('ref')}") is None and (
            element.find(f".//{qualified('rref')}") is None
        ):
            yield Finding(
                element,
                f"mref on {quoted(words(element))} holds no ref",
                "put a ref on each citation, or leave mref out",
            )


def link_to_document(index: Index) -> Iterator[Finding]:
    """Documents of the United Nations are cited by ref and IRI; `a` is for other web pages."""
    for element in index.all("a"):
        href = element.get("href") or ""
        if _LIBRARY.match(href):
            yield Finding(
                element,
                f"the link {quoted(href, 90)} cites a document by its web address",
                "write ref with the IRI of the document, or with an alternativeReference",
            )


# ------------------------------------------------------------------------------ inline elements

_LANG = f"{{{XML}}}lang"
_KINDS = {
    "person": ("TLCPerson",), "organization": ("TLCOrganization",), "role": ("TLCRole",),
    "location": ("TLCLocation",), "event": ("TLCEvent",), "term": ("TLCTerm", "TLCConcept"),
    "concept": ("TLCConcept",), "object": ("TLCObject",), "process": ("TLCProcess",),
    "quantity": ("TLCConcept",),
}  # fmt: skip
TITULAR = (
    "docAuthority", "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docketNumber",
    "docNumber", "docProponent", "docPurpose", "docStage", "docStatus", "docTitle", "docType",
    "legislature", "session", "shortTitle",
)  # fmt: skip
_TIGHT = (*_KINDS, *TITULAR, "ref", "date")
_MEANING = frozenset((*_KINDS, *TITULAR, "ref", "date", "entity", "def"))
_TYPOGRAPHY = ("b", "i", "u", "span")
_EDGES = frozenset(",;\u060c\u061b\uff0c\uff1b\u3001")
_FRONT = frozenset(("coverPage", "preface", "meta", "embeddedStructure", "quotedStructure"))
_BODIES = frozenset(("mainBody", "preamble", "conclusions"))
_INLINE_NAMES = frozenset((
    "a", "abbr", "authorialNote", "b", "concept", "date", "def", "del", "entity", "eol", "eop",
    "event", "fillIn", "i", "img", "inline", "ins", "location", "mmod", "mod", "mref", "noteRef",
    "num", "object", "omissis", "organization", "outcome", "p", "person", "placeholder", "process",
    "quantity", "ref", "relatedDocument", "remark", "rmod", "role", "rref", "span", "sub", "sup",
    "term", "time", "title", "u", "vote", *TITULAR,
))  # fmt: skip


def entity_concept(index: Index) -> Iterator[Finding]:
    """R187: words with a meaning point at an entry of their own kind."""
    for name, kinds in _KINDS.items():
        for element in index.all(name):
            value = element.get("refersTo")
            if not value or any(sign.isspace() for sign in value):
                continue
            target = index.target(value)
            if value[0] == "#" and (target is None or local(target) in kinds):
                continue
            found = f"a {local(target)}" if target is not None else "no identifier"
            yield Finding(
                element,
                f"{name} {quoted(words(element))} points at {quoted(value)}, {found}",
                f"point at a {kinds[0]} of the references",
            )


def several_meanings(index: Index) -> Iterator[Finding]:
    """R188: refersTo holds one identifier."""
    for element, attribute, value in index.pointers:
        if attribute == "refersTo" and len(value.split()) > 1:
            yield Finding(
                element,
                f"refersTo={quoted(value)} holds {len(value.split())} identifiers",
                "keep one; nest a second element for a second meaning",
            )


def loose_tagging(index: Index) -> Iterator[Finding]:
    """R189: an element takes in the words that bear the meaning, without space and comma around."""
    for name in _TIGHT:
        for element in index.all(name):
            first, last = _edges(element)
            if not first or not last:
                continue
            if first[0].isspace() or last[-1].isspace() or last[-1] in _EDGES:
                yield Finding(
                    element,
                    f"{name} {quoted(words(element))} takes in the "
                    + ("comma" if last[-1] in _EDGES else "space")
                    + " around its words",
                    "begin it at the first and end it at the last word",
                )


def _edges(element: Element) -> tuple[str, str]:
    """Return the text with which an element begins and ends ("-" where a child does)."""
    first = element.text or ""
    if not len(element):
        return first, first
    return first or "-", element[-1].tail or "-"  # a child stands at the edge


def span_with_meaning(index: Index) -> Iterator[Finding]:
    """R190: span is for typography, by its class."""
    for element in index.all("span"):
        if element.get("refersTo") or not element.get("class"):
            what = "bears a meaning" if element.get("refersTo") else "has no class"
            yield Finding(
                element,
                f"span on {quoted(words(element))} {what}",
                "write inline or an element of that meaning; span only with a class",
            )


def typography_on_meaning(index: Index) -> Iterator[Finding]:
    """R191: the same words bear typography or a meaning, not both."""
    for name in _TYPOGRAPHY:
        for element in index.all(name):
            above = element.getparent()
            inner = element[0] if len(element) == 1 else None
            if inner is not None and _alone(inner, element) and local(inner) in _MEANING:
                pair = local(inner)
            elif above is not None and local(above) in _MEANING and _alone(element, above):
                pair = local(above)
            else:
                continue
            yield Finding(
                element,
                f"{quoted(words(element))} is both {name} and {pair}",
                f"keep {pair}; typography follows from the meaning",
            )


def _alone(element: Element, above: Element) -> bool:
    """Tell whether an element holds all the words of the one around it."""
    if len(above) != 1 or (above.text and above.text.strip()):
        return False
    return not (element.tail and element.tail.strip())


def redundant_language(index: Index) -> Iterator[Finding]:
    """R193: xml:lang marks passages in another language than the document's."""
    for element in index.bearers(_LANG):
        part = index.part_of(element)
        tag = element.get(_LANG) or ""
        if part is None or element is part.element or tag.partition("-")[0].lower() != _short(part):
            continue
        yield Finding(
            element,
            f"xml:lang={quoted(tag)} is the language of the whole document",
            "leave it out; mark only passages in another language",
        )


def _short(part: Part) -> str:
    """Return the ISO 639-1 code of a document's language."""
    from an2un.identity import LANGUAGE_CODES

    code = part.expression.value("FRBRlanguage", "language") if part.expression else ""
    return next((short for short, long in LANGUAGE_CODES.items() if long == code), "")


def inline_prefix(index: Index) -> Iterator[Finding]:
    """R131: names of inline elements begin with akn4un: (P1-54, P1-172)."""
    for element in index.all("inline"):
        name = element.get("name") or ""
        if _usable(name) and not name.startswith("akn4un:"):
            yield Finding(
                element, f"the inline is named {quoted(name)}", f'write name="akn4un:{name}"'
            )


def inline_name(index: Index) -> Iterator[Finding]:
    """R132: names of inline elements are new, one-word names."""
    for element in index.all("inline"):
        name = element.get("name")
        if name is not None and not _usable(name):
            why = "has a space or is empty" if name not in _INLINE_NAMES else "is an element"
            yield Finding(
                element,
                f"the name {quoted(name)} of the inline {why}",
                "write one word in camel case, or the element of that name",
            )


@lru_cache(maxsize=512)
def _usable(name: str) -> bool:
    return bool(name) and name not in _INLINE_NAMES and not any(sign.isspace() for sign in name)


def misplaced_titular(index: Index) -> Iterator[Finding]:
    """R124: elements of the masthead stand in it, in the preface, docDate in the closing lines."""
    for name in TITULAR:
        for element in index.all(name):
            place = _place(element)
            if place in _BODIES and not (place == "conclusions" and name == "docDate"):
                yield Finding(
                    element,
                    f"{name} {quoted(words(element))} stands in the "
                    f"{'body' if place == 'mainBody' else place}",
                    "write inline, date or ref there; titular elements belong to masthead "
                    "and preface",
                )


def _place(element: Element) -> str:
    """Return the part of the document around an element."""
    for above in element.iterancestors():
        name = local(above)
        if name in _FRONT or name in _BODIES:
            return name
    return ""
