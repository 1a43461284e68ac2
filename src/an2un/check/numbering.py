"""Rules on the order of the text: numbers that count on, paragraphs printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from an2un.check import counters
from an2un.check.body import EXEMPT
from an2un.check.elements import Element, child, local, qualified, words
from an2un.check.index import Index, Part
from an2un.check.rule import Finding, quoted

_COUNTED = tuple(qualified(name) for name in ("point", "item", "paragraph", "container"))
_SECTIONS = ("section", "part", "chapter", "title", "attachment")
_PARAGRAPH, _BODY = qualified("paragraph"), qualified("mainBody")
_SEAM = 40  # shorter paragraphs may well repeat: "Decides to remain seized of the matter."


def numbering(index: Index) -> Iterator[Finding]:
    """Numbered operative paragraphs count 1, 2, 3; they may begin anew in a new section."""
    for part in index.parts:
        previous, home = 0, None
        for element, above, value in _counted(index, part):
            if value != previous + 1 and not (
                value == 1 and (above is not home or _after_heading(element))
            ):
                yield Finding(
                    element,
                    (
                        f"paragraph {value} follows paragraph {previous}"
                        if previous
                        else f"the first paragraph is {value}"
                    )
                    + f"; expected {previous + 1}",
                    "look for a paragraph lost, printed twice or numbered wrongly",
                )
            previous, home = value, above


def _after_heading(element: Element) -> bool:
    """Tell whether what stands before a paragraph is no numbered paragraph, but a heading."""
    before = next(element.itersiblings("*", preceding=True), None)
    return before is not None and (local(before) != "paragraph" or child(before, "num") is None)


def _counted(index: Index, part: Part) -> Iterator[tuple[Element, Element | None, int]]:
    """Yield the outermost paragraphs of the body that count: each, what holds it, its number."""
    places: dict[Element | None, bool] = {}
    # of the outermost document: around that body there is nothing that could be in the way
    body = part.child("mainBody") if part.element.getparent() is index.root else None
    tags = index.tags
    for _, unit, printed in index.numbered_of(part):
        if tags[unit].name != "paragraph" or not (value := counters.plain_number(printed)):
            continue
        above = unit.getparent()
        if above not in places:
            places[above] = (above is not None and above is body) or _in_body(unit)
        if places[above]:
            yield unit, above, value


def _in_body(unit: Element) -> bool:
    """Tell whether a unit stands in the body and in no other paragraph, list, note or table."""
    outer = (_PARAGRAPH, qualified("list"), *EXEMPT)
    return (
        next(unit.iterancestors(*outer), None) is None
        and next(unit.iterancestors(_BODY), None) is not None
    )


def point_numbering(index: Index) -> Iterator[Finding]:
    """Points of a list count on: (a), (b), (c); (i), (ii), (iii)."""
    for name, kind in (("list", "point"), ("blockList", "item")):
        for element in index.all(name):
            yield from _row(_printed(element, kind, index.printed), "point")


def section_numbering(index: Index) -> Iterator[Finding]:
    """Sections, parts and annexes count on: I, II, III; A, B, C; through several parts or anew."""
    picked = index.once(_picking)
    for kind in _SECTIONS:
        last = ""
        for above in dict.fromkeys(element.getparent() for element in index.all(kind)):
            if above is None:
                continue
            row = _printed(above, kind, index.printed)
            if not (picked and index.part_of(above) in picked and _worded(row)):
                yield from _row(row, kind if kind != "attachment" else "annex", last)
            last = row[-1][1] if row else last


def _picking(index: Index) -> set[Part]:
    """Return the documents whose headings name units of another text, as those of a budget do."""
    return {
        part
        for part in index.parts
        for kind in _SECTIONS
        if counters.is_selection(
            [text for element in part.all(kind) if (text := index.printed.get(element))]
        )
    }


def _worded(row: list[tuple[Element, str]]) -> bool:
    return all(counters.with_word(text) for _, text in row)


def _printed(above: Element, kind: str, printed: dict[Element, str]) -> list[tuple[Element, str]]:
    """Return the children of one kind that bear a number, and the number."""
    return [
        (element, text)
        for element in above.iterchildren(qualified(kind))
        if (text := printed.get(element))
    ]


def _row(printed: list[tuple[Element, str]], called: str, last: str = "") -> Iterator[Finding]:
    """Report the first break in the numbers of siblings.

    last  the number before them, which they may continue
    """
    fault = counters.first_break([text for _, text in printed], last)
    if fault is not None:
        element, text = printed[fault.at]
        before = printed[fault.at - 1][1] if fault.at else ""
        yield Finding(
            element,
            (
                f"{called} {quoted(text)} follows {quoted(before)}"
                if before
                else f"the first {called} is {quoted(text)}"
            )
            + (f"; expected {fault.expected}" if fault.expected else ""),
            f"look for a {called} lost, printed twice or numbered wrongly",
        )


def repeated_paragraph(index: Index) -> Iterator[Finding]:
    """The same paragraph twice in a row: the seam of two pages read twice."""
    paragraphs = index.all("p")
    beginnings = [
        text if (text := element.text) and not text.isspace() else _within(element)
        for element in paragraphs
    ]
    for at, (begun, beginning) in enumerate(pairwise(beginnings), 1):
        if beginning == begun and _repeats(paragraphs[at], paragraphs[at - 1]):
            yield Finding(
                paragraphs[at],
                f"the paragraph {quoted(words(paragraphs[at]))} is printed twice",
                "compare with the source: at a page break one may be too many",
            )


def _within(element: Element) -> str | None:
    """Return the text at the beginning of the first element in a paragraph."""
    return element[0].text if len(element) else None


def _repeats(element: Element, before: Element) -> bool:
    """Tell whether a paragraph says again, in the same unit, what the one before it said."""
    if element.text != before.text or len(element) != len(before):
        return False
    if _within(element) != _within(before):
        return False
    above = element.getparent()
    if above is None or above.tag in EXEMPT:
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
