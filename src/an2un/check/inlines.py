"""Rules on words with a meaning: entities, titular elements, inlines, typography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from an2un.check.elements import XML, Element, local, words
from an2un.check.index import Index, Part
from an2un.check.rule import Finding, quoted
from an2un.check.tags import NO_TAG, Tag

_LANG = f"{{{XML}}}lang"
_BETWEEN_BLANKS = re.compile(r"[^ \t\n\r]+")  # as XML Schema parts a list
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
    tags = index.tags
    for name, elements in index.named(_KINDS):
        kinds = _KINDS[name]
        for element in elements:
            value = tags[element].attributes.get("refersTo", "")
            target = index.target(value)
            if target is None if value[:1] == "#" else not value:
                continue
            if (target is not None and tags[target].name in kinds) or len(value.split()) > 1:
                continue
            found = f"a {local(target)}" if target is not None else "which is no identifier"
            yield Finding(
                element,
                f"{name} {quoted(words(element))} points at {quoted(value)}, {found}",
                f"point at a {kinds[0]} of the references"
                if value[:1] == "#"
                else f"write # and the eId of a {kinds[0]} of the references",
            )


def several_meanings(index: Index) -> Iterator[Finding]:
    """R188: refersTo holds one identifier, and no words."""
    for element in index.bearers("refersTo"):
        value = index.tags[element].attributes["refersTo"]
        found = _BETWEEN_BLANKS.findall(value) if value[:1] == "#" else ()
        if len(found) > 1:
            identifiers = all(one.startswith("#") for one in found)
            yield Finding(
                element,
                f"refersTo={quoted(value)} holds "
                + (f"{len(found)} identifiers" if identifiers else "words, not an identifier"),
                "keep one; nest a second element for a second meaning"
                if identifiers
                else "write # and the eId of an entry, without blanks",
            )


def loose_tagging(index: Index) -> Iterator[Finding]:
    """R189: an element takes in the words that bear the meaning, without space and comma around."""
    for name, elements in index.named(_TIGHT):
        for element in elements:
            first = last = element.text
            if len(element):  # a child stands at the edge
                first, last = first or "-", element[-1].tail or "-"
            if not first or not last:
                continue
            if first is last and first == first.strip() and first[-1] not in _EDGES:
                continue
            if first[0].isspace() or last[-1].isspace() or last[-1] in _EDGES:
                yield Finding(
                    element,
                    f"{name} {quoted(words(element))} takes in the "
                    + ("comma" if last[-1] in _EDGES else "space")
                    + " around its words",
                    "begin it at the first and end it at the last word",
                )


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
    tags = index.tags
    for name, elements in index.named(_TYPOGRAPHY):
        for element in elements:
            above = element.getparent()
            inner = element[0] if len(element) == 1 else None
            within, around = tags.get(inner, NO_TAG).name, tags.get(above, NO_TAG).name
            if inner is not None and within in _MEANING and _alone(inner, element):
                pair = within
            elif above is not None and around in _MEANING and _alone(element, above):
                pair = around
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


def languages(index: Index) -> list[Element]:
    """Return the elements with xml:lang."""
    return index.bearers(_LANG)


def redundant_language(index: Index) -> Iterator[Finding]:
    """R193: xml:lang marks passages in another language than the document's."""
    for element in index.once(languages):
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


def oddly_named(index: Index) -> list[tuple[Element, str]]:
    """Return the inlines with a name that some rule may object to, and the name."""
    tags = index.tags
    inlines = ((element, tags[element].attributes) for element in index.all("inline"))
    named = [(element, said["name"]) for element, said in inlines if "name" in said]
    return [
        (element, name)
        for element, name in named
        if not _usable(name) or not name.startswith("akn4un:") or index.thorough
    ]


def inline_prefix(index: Index) -> Iterator[Finding]:
    """R131: names of inline elements begin with akn4un: (P1-54, P1-172)."""
    for element, name in index.once(oddly_named):
        if _usable(name) and not name.startswith("akn4un:"):
            yield Finding(
                element, f"the inline is named {quoted(name)}", f'write name="akn4un:{name}"'
            )


def inline_name(index: Index) -> Iterator[Finding]:
    """R132: names of inline elements are new, one-word names."""
    for element, name in index.once(oddly_named):
        if not _usable(name):
            why = "has a space" if name.strip() else "is empty"
            why = "is that of an element" if name in _INLINE_NAMES else why
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
    for name, elements in index.named(TITULAR):
        for element in elements:
            place = _place(element, index.tags)
            if place in _BODIES and not (place == "conclusions" and name == "docDate"):
                yield Finding(
                    element,
                    f"{name} {quoted(words(element))} stands in the "
                    f"{'body' if place == 'mainBody' else place}",
                    "write inline, date or ref there; titular elements belong to masthead "
                    "and preface",
                )


def _place(element: Element, tags: dict[Any, Tag]) -> str:
    """Return the part of the document around an element."""
    above = element.getparent()
    while above is not None:
        name = tags[above].name
        if name in _FRONT or name in _BODIES:
            return name
        above = above.getparent()
    return ""
