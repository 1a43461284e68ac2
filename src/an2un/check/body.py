"""Rules on the operative part, its lists and headings, and on the footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un.check import counters
from an2un.check.identifiers import HIERARCHY
from an2un.check.index import Element, Index, Part, child, label, local, qualified, speaks, words
from an2un.check.rule import Finding, quoted

# Blocks of the XSD group blockElements that a deliberative body may hold (P2-31, P3-1).
_BODY_CHILDREN = frozenset((
    "conclusions", "crossHeading", "formula", "heading", "preamble",  # the schema's affair
    *HIERARCHY, "block", "blockContainer", "blockList", "componentRef", "foreign", "p", "table",
    "tblock",
))  # fmt: skip
_NUMBERED = frozenset(
    ("article", "chapter", "item", "paragraph", "part", "point", "section", "title")
)
_EXEMPT = (qualified("authorialNote"), qualified("td"), qualified("th"),
           qualified("embeddedStructure"), qualified("quotedStructure"))  # fmt: skip
_COUNTED = tuple(qualified(name) for name in ("point", "item", "paragraph", "container"))
_SEAM = 40  # shorter paragraphs may well repeat: "Decides to remain seized of the matter."
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
    """R163: where operative paragraphs are numbered, each one is."""
    num = qualified("num")
    for part in index.works:
        body = part.child("mainBody") if part.deliberative else None
        if body is None:
            continue
        siblings = list(body.iterchildren(qualified("paragraph")))
        numbered = [element for element in siblings if element.find(num) is not None]
        for element in siblings if numbered and len(numbered) < len(siblings) else ():
            if element.find(num) is None:
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
    num = qualified("num")
    for element in index.all("point"):
        if element.find(num) is None:
            yield Finding(
                element,
                f"the point {quoted(words(element))} has no number",
                "print its number in num, or write indent",
            )


def block_list_in_body(index: Index) -> Iterator[Finding]:
    """R169: enumerations of the body are lists; blockLists are for notes, cells, quotations."""
    body = qualified("mainBody")
    for element in index.all("blockList"):
        outer = next(element.iterancestors(body, *_EXEMPT), None)
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
        size = len(unit)
        if size > 2 or not printed:
            continue
        after = num.getnext()
        if after is not None and len(after):
            first = after[0].text
            if first is not None and not first.isspace():
                continue
        if unit[0] is not num or local(unit) not in _NUMBERED:
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


# --------------------------------------------------------------------------------- the numbering


def numbering(index: Index) -> Iterator[Finding]:
    """Numbered operative paragraphs count 1, 2, 3; they may begin anew in a new section."""
    for part in index.parts:
        previous, home = 0, None
        for element, value in _counted(index, part):
            above = element.getparent()
            anew = value == 1 and (above is not home or _after_heading(element))
            if value != previous + 1 and not anew:
                yield Finding(
                    element,
                    f"paragraph {value} follows "
                    + (f"paragraph {previous}" if previous else "no other")
                    + f"; expected {previous + 1}",
                    "look for a paragraph lost, printed twice or numbered wrongly",
                )
            previous, home = value, above


def _after_heading(element: Element) -> bool:
    """Tell whether what stands before a paragraph is no numbered paragraph, but a heading."""
    before = next(element.itersiblings("*", preceding=True), None)
    return before is not None and (local(before) != "paragraph" or child(before, "num") is None)


def _counted(index: Index, part: Part) -> Iterator[tuple[Element, int]]:
    """Yield the paragraphs of the body with a plain number, outermost ones only."""
    paragraph, body = qualified("paragraph"), qualified("mainBody")
    outer = (paragraph, qualified("list"), *_EXEMPT)
    for _, unit, printed in index.numbered_of(part):
        if not printed[:1].isdecimal() or unit.tag != paragraph:
            continue
        value = counters.plain_number(printed)
        above = unit.getparent() if value else None
        if above is None:
            continue
        if above.tag != body and (
            next(unit.iterancestors(*outer), None) is not None
            or next(unit.iterancestors(body), None) is None
        ):
            continue
        yield unit, value


def point_numbering(index: Index) -> Iterator[Finding]:
    """Points of a list count on: (a), (b), (c); (i), (ii), (iii)."""
    for name, kind in (("list", "point"), ("blockList", "item")):
        for element in index.all(name):
            yield from _row(element, kind, "point")


def section_numbering(index: Index) -> Iterator[Finding]:
    """Sections, parts and annexes count on: I, II, III; A, B, C; through several parts or anew."""
    for kind in ("section", "part", "chapter", "title", "attachment"):
        done: set[Element] = set()
        last = ""
        for element in index.all(kind):
            above = element.getparent()
            if above is None or above in done:
                continue
            done.add(above)
            yield from _row(above, kind, kind if kind != "attachment" else "annex", last)
            last = next((text for _, text in reversed(_printed(above, kind))), last)


def _printed(above: Element, kind: str) -> list[tuple[Element, str]]:
    """Return the children of one kind that bear a number, and the number."""
    num = qualified("num")
    return [
        (element, label(number))
        for element in above.iterchildren(qualified(kind))
        if (number := element.find(num)) is not None and label(number)
    ]


def _row(above: Element, kind: str, called: str, last: str = "") -> Iterator[Finding]:
    """Report the first break in the numbers of siblings of one kind.

    last  the number before them, which they may continue
    """
    printed = _printed(above, kind)
    fault = counters.first_break([text for _, text in printed], last)
    if fault is not None:
        element, text = printed[fault.at]
        before = printed[fault.at - 1][1] if fault.at else ""
        yield Finding(
            element,
            f"{called} {quoted(text)} "
            + (f"follows {quoted(before)}" if before else "is the first")
            + (f"; expected {fault.expected}" if fault.expected else ""),
            f"look for a {called} lost, printed twice or numbered wrongly",
        )


def repeated_paragraph(index: Index) -> Iterator[Finding]:
    """The same paragraph twice in a row: the seam of two pages read twice."""
    before: Element | None = None
    begun: str | None = None
    for element in index.all("p"):
        beginning = element.text
        if (beginning is None or beginning.isspace()) and len(element):
            beginning = element[0].text
        if beginning == begun and before is not None and _repeats(element, before):
            yield Finding(
                element,
                f"the paragraph {quoted(words(element))} is printed twice",
                "compare with the source: at a page break one may be too many",
            )
        before, begun = element, beginning


def _repeats(element: Element, before: Element) -> bool:
    """Tell whether a paragraph says again, in the same unit, what the one before it said."""
    above = element.getparent()
    if above is None or above.tag in _EXEMPT:
        return False
    text = words(element)
    if len(text) < _SEAM or text != words(before):
        return False
    return _unit(element) == _unit(before)


def _unit(element: Element) -> tuple[str, Element | None]:
    """Return the printed number of a paragraph and what holds the numbered unit."""
    for above in element.iterancestors(*_COUNTED):
        num = child(above, "num")
        return (words(num) if num is not None else "", above.getparent())
    return ("", element.getparent())


# ----------------------------------------------------------------------------------- the footnotes


def note_marker(index: Index) -> Iterator[Finding]:
    """R200: a note bears the marker that is printed at its call."""
    for element in index.all("authorialNote"):
        if not (element.get("marker") or "").strip():
            yield Finding(
                element, f"the note {quoted(words(element))} has no marker", 'add marker=""'
            )


def note_placement(index: Index) -> Iterator[Finding]:
    """R201: footnotes are at the bottom."""
    for element in index.all("authorialNote"):
        placement = element.get("placement")
        if placement != "bottom":
            yield Finding(
                element,
                f"the note {quoted(element.get('marker') or '')} is placed "
                f"{quoted(placement) if placement else 'nowhere'}",
                'write placement="bottom"',
            )


def note_outside_sup(index: Index) -> Iterator[Finding]:
    """R202: the note stands in the superscript of its call."""
    sup = qualified("sup")
    for element in index.all("authorialNote"):
        above = element.getparent()
        if above is not None and above.tag != sup:
            yield Finding(
                element,
                f"the note {quoted(element.get('marker') or '')} does not stand in sup",
                'write <sup class="footnote"> around it',
            )


def marker_as_text(index: Index) -> Iterator[Finding]:
    """R203: the marker is an attribute, not text of the superscript."""
    note = qualified("authorialNote")
    for element in index.all("sup"):
        if element.find(note) is None:
            continue
        own = [element.text, *(node.tail for node in element)]
        text = "".join(piece for piece in own if piece).strip()
        if text:
            yield Finding(
                element,
                f"the superscript of a note has the text {quoted(text)}",
                "keep the marker in the attribute marker only",
            )


def call_without_note(index: Index) -> Iterator[Finding]:
    """A superscript of the class footnote calls a note, which has to be there."""
    note = qualified("authorialNote")
    for element in index.all("sup"):
        if element.get("class") == "footnote" and element.find(f".//{note}") is None:
            yield Finding(
                element,
                f"the call {quoted(words(element))} has no note",
                "put the note into the superscript as authorialNote",
            )


def note_sequence(index: Index) -> Iterator[Finding]:
    """R205: numbered notes count up one by one; an annex may begin anew."""
    cell = (qualified("td"), qualified("th"))
    for part in index.parts:
        previous = 0
        for element in part.all("authorialNote"):
            marker = (element.get("marker") or "").strip("() .")
            if not marker.isdecimal() or next(element.iterancestors(*cell), None) is not None:
                continue
            value = int(marker)
            begins = previous == 0 and (value == 1 or part.host is not None)
            if value != previous + 1 and not begins:
                yield Finding(
                    element,
                    f"note {value} follows "
                    + (f"note {previous}" if previous else "no other")
                    + f"; expected {previous + 1}",
                    "look for a note lost, called twice or numbered wrongly",
                )
            previous = value


def note_reference(index: Index) -> Iterator[Finding]:
    """Footnotes are authorialNotes at their calls, never noteRefs (P1-54)."""
    for element in index.all("noteRef"):
        yield Finding(
            element,
            f"noteRef leads to the note {quoted(element.get('href') or '')}",
            "write the note as authorialNote at its call",
        )
