"""Rules on the operative part, its lists and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un.check.eids import HIERARCHY
from an2un.check.elements import Element, child, local, qualified, speaks, words
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted

# Blocks of the XSD group blockElements that a deliberative body may hold (P2-31, P3-1).
_BODY_CHILDREN = frozenset((
    "conclusions", "crossHeading", "formula", "heading", "preamble",  # the schema's affair
    *HIERARCHY, "block", "blockContainer", "blockList", "componentRef", "foreign", "p", "table",
    "tblock",
))  # fmt: skip
_INTRODUCING = (":", "\uff1a")  # "Resolves that:" needs no number before those that follow
_NUMBERED = frozenset(
    ("article", "chapter", "item", "paragraph", "part", "point", "section", "title")
)
EXEMPT = (qualified("authorialNote"), qualified("td"), qualified("th"),
           qualified("embeddedStructure"), qualified("quotedStructure"))  # fmt: skip
_ROMAN = re.compile(r"[IVXLCDM]{2,}|[IVX]")
_CAPITAL = re.compile(r"[A-Z]")


def body_child(index: Index) -> Iterator[Finding]:
    """R160: the body of a deliberative document holds units and blocks only."""
    for part in index.works:
        body = part.child("mainBody") if part.deliberative else None
        for element in body.iterchildren("*") if body is not None else ():
            name = local(element)
            if name not in _BODY_CHILDREN and not name.startswith("{"):
                yield Finding(
                    element,
                    f"{name} {quoted(words(element))} stands directly in the body",
                    "write paragraph, section or another unit",
                )


def html_list(index: Index) -> Iterator[Finding]:
    """R161: HTML lists are not for deliberative documents (P1-54)."""
    for name in ("ul", "ol"):
        for element in index.all(name):
            yield Finding(
                element,
                f"the HTML list {quoted(words(element))} is used",
                "write list and point, or blockList and item in blocks",
            )


def text_outside_paragraph(index: Index) -> Iterator[Finding]:
    """R162: operative text stands in paragraphs."""
    for part in index.works:
        body = part.child("mainBody") if part.deliberative else None
        for element in body.iterchildren(qualified("p")) if body is not None else ():
            if words(element):
                yield Finding(
                    element,
                    f"{quoted(words(element))} stands in the body outside a paragraph",
                    "write paragraph and content around it",
                )


def unnumbered_paragraph(index: Index) -> Iterator[Finding]:
    """R163: where operative paragraphs are numbered, each one is but the one introducing them."""
    printed = index.printed
    for part in index.works:
        body = part.child("mainBody") if part.deliberative else None
        if body is None:
            continue
        siblings = list(body.iterchildren(qualified("paragraph")))
        numbered = [element for element in siblings if element in printed]
        for element in siblings if numbered and len(numbered) < len(siblings) else ():
            if element not in printed and not words(element).endswith(_INTRODUCING):
                yield Finding(
                    element,
                    f"the paragraph {quoted(words(element))} has no number; "
                    f"{len(numbered)} others have",
                    "print its number in num; a heading is division or crossHeading, text that "
                    "follows points is alinea",
                )


def mixed_list(index: Index) -> Iterator[Finding]:
    """R166: a list holds points, or indents, or sublists."""
    for element in index.all("list"):
        kinds = {local(node) for node in element.iterchildren("*")}
        kinds &= {"point", "indent", "sublist", "item", "paragraph", "alinea"}
        if len(kinds) > 1:
            yield Finding(
                element,
                f"the list holds {' and '.join(sorted(kinds))}",
                "write one kind; nest a list in a point for the other",
            )


def point_number(index: Index) -> Iterator[Finding]:
    """R168: points have numbers; unnumbered ones are indents."""
    printed = index.printed
    for element in index.all("point"):
        if element not in printed:
            yield Finding(
                element,
                f"the point {quoted(words(element))} has no number",
                "print its number in num, or write indent",
            )


def block_list_in_body(index: Index) -> Iterator[Finding]:
    """R169: enumerations of the body are lists; blockLists are for notes, cells, quotations."""
    body = qualified("mainBody")
    for element in index.all("blockList"):
        outer = next(element.iterancestors(body, *EXEMPT), None)
        if outer is not None and outer.tag == body:
            yield Finding(
                element, "an enumeration of the body is a blockList", "write list and point"
            )


def subheading(index: Index) -> Iterator[Finding]:
    """R170: a subheading follows a heading."""
    for element in index.all("subheading"):
        above = element.getparent()
        if above is not None and child(above, "heading") is None:
            yield Finding(
                element,
                f"the subheading {quoted(words(element))} has no heading above it",
                "write heading, or division with a heading around what it groups",
            )


def empty_unit(index: Index) -> Iterator[Finding]:
    """R171: a numbered unit holds text."""
    for num, unit, printed in index.numbered:
        after = num.getnext()
        if after is not None and len(after):
            first = after[0]
            text = first.text
            if len(first) and (not text or text.isspace()):  # the line end before a child
                text = first[0].text
            if text and not text.isspace():
                continue
        size = len(unit)
        if size > 2 or not printed or unit[0] is not num or local(unit) not in _NUMBERED:
            continue
        if size == 1 or not _full(unit[1]):
            yield Finding(
                unit,
                f"{local(unit)} {quoted(printed)} holds no text",
                "add its text, or leave it out",
            )


def _full(element: Element) -> bool:
    """Tell whether a unit holds text; the usual content and p are looked at first."""
    first = element[0] if len(element) else element
    return bool(first.text and not first.text.isspace()) or speaks(element)


def empty_number(index: Index) -> Iterator[Finding]:
    """R172: numbers are printed, never generated."""
    for num, _, printed in index.numbered:
        if not printed:
            yield Finding(
                num, "num is empty", "print the number, or leave num out if none is printed"
            )


def level_name(index: Index) -> Iterator[Finding]:
    """R173: section for Roman numbers, title for capital letters, chapter for Arabic numbers."""
    for part in index.works:
        if not part.deliberative:
            continue
        for element in part.all("section", "title", "chapter"):
            num = child(element, "num")
            printed = words(num).strip("().") if num is not None else ""
            if " " in printed:  # the word says what it is: Part II, Titre IV
                continue
            fault = _misnamed(local(element), printed)
            if fault:
                yield Finding(
                    element,
                    f"{local(element)} bears the number {quoted(printed)}; expected {fault}",
                    "section for Roman numbers, title for capital letters, chapter for Arabic",
                )


def _misnamed(name: str, printed: str) -> str:
    """Return the level that the number asks for where it is another one, else ""."""
    if name == "section" and _CAPITAL.fullmatch(printed) and not _ROMAN.fullmatch(printed):
        return "title" if printed not in "CDLM" else ""
    if name == "title" and (printed.isdecimal() or len(printed) > 1) and printed.isascii():
        return (
            "section" if _ROMAN.fullmatch(printed) else ("chapter" if printed.isdecimal() else "")
        )
    if name == "chapter" and len(printed) == 1 and printed.isalpha() and printed not in "IVX":
        return "title"
    return ""
