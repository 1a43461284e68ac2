"""Rules on what points where: references of the text, identifiers, components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from an2un.check import iris
from an2un.check.eids import ABBREVIATIONS
from an2un.check.elements import Element, local, qualified, words
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted

_TEXT_REFERENCES = (("ref", "href"), ("rref", "from"), ("rref", "upTo"))
_TEXTUAL = frozenset(("ref", "rref"))
_REFERENCES = (
    *_TEXT_REFERENCES, ("documentRef", "href"), ("componentRef", "src"), ("original", "href"),
    ("passiveRef", "href"), ("activeRef", "href"), ("hasAttachment", "href"),
    ("attachmentOf", "href"), ("jurisprudence", "href"),
)  # fmt: skip
_WEB = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_SUBTYPE = re.compile(r"/akn/[^/]+/statement/([^/]+)/")
_SUBTYPES = ("deliberation", "instruction")
_LIBRARY = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org|(?:daccess-)?ods\.un\.org|"
    r"documents(?:-dds-ny)?\.un\.org)/",
    re.IGNORECASE,
)
_LONG_NAMES = {name: short for name, short in ABBREVIATIONS.items() if len(name) > len(short)}


_TO_TEXT = frozenset(("for", "from", "href", "src", "upTo"))


def _addresses(index: Index) -> list[tuple[Element, str]]:
    """Return the references and their addresses."""
    tags = index.tags
    return [
        (element, href)
        for name, attribute in _REFERENCES
        for element in index.all(name)
        if (href := tags[element].attributes.get(attribute)) is not None
    ]


def within(index: Index) -> list[tuple[Element, str]]:
    """Return the references of the text to something in the same file."""
    inner = [one for one in index.once(_addresses) if one[1][:1] == "#"]
    return [one for one in inner if index.tags[one[0]].name in _TEXTUAL]


def doubtful(index: Index) -> list[tuple[Element, str]]:
    """Return the addresses of other texts that some rule may object to."""
    addresses = index.once(_addresses)
    return [one for one in addresses if index.thorough or not _plainly_right(one[1])]


@lru_cache(maxsize=4096)
def _plainly_right(href: str) -> bool:
    """Tell whether an address is an eId of this file or a sound IRI of a resolution."""
    if href[:1] == "#":
        return True
    sound = href.startswith("/akn/") and "#" not in href and iris.is_reference(href)
    subtype = _SUBTYPE.match(href) if sound else None
    return sound and (subtype is None or subtype[1] in _SUBTYPES)


def reference_form(index: Index) -> Iterator[Finding]:
    """R180: a reference begins with /akn/, #, ! or ~ (NC 4 and 5)."""
    for element, href in index.once(doubtful):
        if not href.startswith(("/akn/", "#", "!", "~")) and not _WEB.match(href):
            yield Finding(
                element,
                f"the address {quoted(href, 90)} of {local(element)} does not begin with "
                "/akn/, #, ! or ~",
                "write the IRI of the document, or # and the eId of an element of this one",
            )


def reference_to_web(index: Index) -> Iterator[Finding]:
    """R181: web pages are linked by `a`, never by `ref`."""
    for element, href in index.once(doubtful):
        if _WEB.match(href):
            yield Finding(
                element,
                f"{local(element)} leads to the web page {quoted(href, 90)}",
                "write a for a web page; for a document, its IRI /akn/un/…",
            )


def reference_iri(index: Index) -> Iterator[Finding]:
    """R182: a global IRI has the parts of a Work, and an optional version, component, fragment."""
    for element, href in index.once(doubtful):
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
    for element, href in index.once(doubtful):
        match = _SUBTYPE.match(href)
        if match and match[1] not in _SUBTYPES:
            yield Finding(
                element,
                f"the reference {quoted(href, 90)} names the subtype {match[1]}",
                "write /statement/deliberation/",
            )


def reference_fragment(index: Index) -> Iterator[Finding]:
    """R184: fragments are eIds, with the abbreviations of the naming convention."""
    for element, href in index.once(doubtful):
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
    if index.pointed <= ids.keys():
        return
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
    for element, href in index.once(doubtful):
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
    tags = index.tags
    alternatives = index.all("alternativeReference")
    completed = {tags[element].attributes.get("for") for element in alternatives}
    meta = qualified("meta")
    for element, href in index.once(within):
        target = index.target(href)
        if target is None:
            continue
        if tags[target].name == "TLCReference" and f"#{tags[element].eid}" in completed:
            continue
        if next(target.iterancestors(meta), None) is None:
            continue
        yield Finding(
            element,
            f"the reference leads into the metadata, to {href}",
            "refer to the document by its IRI, or add an alternativeReference for this ref",
        )


def alternative_for(index: Index) -> Iterator[Finding]:
    """R091: an alternative reference belongs to a ref of the text."""
    tags = index.tags
    for element in index.all("alternativeReference"):
        value = tags[element].attributes.get("for")
        if value is None:
            continue
        target = index.target(value)
        wrong = value[:1] != "#" or (target is not None and tags[target].name not in _TEXTUAL)
        if wrong:
            yield Finding(
                element,
                f"for={quoted(value)} is not the identifier of a ref",
                "write # and the eId of the ref",
            )


def empty_reference(index: Index) -> Iterator[Finding]:
    """A reference stands on the words that cite."""
    for element in index.of(("ref", "a", "rref")):
        if not len(element) and not ((text := element.text) and text.strip()):
            yield Finding(
                element,
                f"the element {local(element)} to {quoted(_address(element), 90)} holds no words",
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
