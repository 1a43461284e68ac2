"""Rules on masthead, preface and preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from an2un.check import iris
from an2un.check.index import Element, Index, Part, child, local, qualified, speaks, words
from an2un.check.inlines import TITULAR
from an2un.check.rule import Finding, quoted

_FORMULAE = ("enactingFormula", "enactingAuthority")
_SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:/[A-Za-z0-9.()]+)+")
_COMMAS = (",", "\u060c", "\uff0c", "\u3001")
_SAYING = tuple(qualified(name) for name in (
    *TITULAR, "date", "event", "img", "inline", "location", "organization", "quantity", "ref",
    "role", "term", "authorialNote", "a", "concept", "process",
))  # fmt: skip
_SAID = frozenset(_SAYING)
_PREAMBLE_IRI = "/akn/ontology/concept/un/preamble"


def _resolutions(index: Index) -> Iterator[Part]:
    return (part for part in index.works if part.deliberative)


def title(index: Index) -> Iterator[Finding]:
    """R120: the preface holds the title; the Security Council prints none."""
    for part in _resolutions(index):
        parts = iris.work(part.uri)
        if parts is not None and parts.actor == "unsc":
            continue
        preface = part.child("preface")
        if part.host is not None and part.within("preface", "docNumber"):
            continue  # part B of a collection, whose title is for all parts
        if preface is not None and not part.within("preface", "docTitle"):
            yield Finding(
                preface, "the preface has no docTitle", "put docTitle on the title of the text"
            )


class _Printed(NamedTuple):
    """A resolution, its own symbol by the metadata, and the numbers in its masthead and preface."""

    part: Part
    shown: str
    own: str
    numbers: list[Element]


def _symbols(index: Index) -> list[_Printed]:
    """Return the resolutions that have a symbol by their metadata."""
    found = []
    for part in _resolutions(index):
        shown = part.work.value("FRBRnumber", "showAs") if part.work is not None else ""
        if shown:
            places = ("coverPage", "preface")
            numbers = [e for place in places for e in part.within(place, "docNumber")]
            found.append(_Printed(part, shown, plain_symbol(shown), numbers))
    return found


def symbol_missing(index: Index) -> Iterator[Finding]:
    """R121: the symbol is marked where it is printed."""
    for part, shown, _, numbers in index.once(_symbols):
        if not numbers:
            yield Finding(
                part.element,
                f"the symbol {shown} is marked neither in the masthead nor in the preface",
                'put <docNumber refersTo="#symbol"> on the printed symbol',
            )


def plain_symbol(text: str) -> str:
    """Return a symbol for comparison: without blanks, dots and brackets at the ends."""
    return "".join(text.split()).strip(".[]").upper()


def symbol_unmarked(index: Index) -> Iterator[Finding]:
    """R122: the symbol's docNumber refers to #symbol."""
    for _, _, own, numbers in index.once(_symbols):
        for element in numbers:
            if not element.get("refersTo") and plain_symbol(words(element)) == own:
                yield Finding(
                    element,
                    f"the symbol {words(element)} is not marked as such",
                    'add refersTo="#symbol"',
                )


def symbol_number(index: Index) -> Iterator[Finding]:
    """The symbol in the masthead is the one that the metadata gives."""
    for _, shown, own, numbers in index.once(_symbols):
        for element in numbers:
            printed = plain_symbol(words(element))
            if element.get("refersTo") == "#symbol" and printed and printed != own:
                yield Finding(
                    element,
                    f"the masthead prints {quoted(words(element))}, the metadata says {shown}",
                    "make both the same",
                )


def foreign_symbol(index: Index) -> Iterator[Finding]:
    """R123: other documents' symbols are references, not docNumber."""
    for _, _, own, numbers in index.once(_symbols):
        for element in numbers:
            printed = words(element)
            if element.get("refersTo") == "#symbol" or plain_symbol(printed) == own:
                continue
            if _SYMBOL.match(printed):
                yield Finding(
                    element,
                    f"docNumber stands on {quoted(printed)}, the symbol of another document",
                    "write ref",
                )


def preface_container(index: Index) -> Iterator[Finding]:
    """R126: the lines of the preface stand in containers."""
    for part in _resolutions(index):
        preface = part.child("preface")
        if preface is not None and child(preface, "container") is None:
            yield Finding(
                preface,
                "the preface has no container",
                'group its lines in <container name="title"> and the like',
            )


def session_value(index: Index) -> Iterator[Finding]:
    """R128: a session bears its number."""
    for element in index.all("session"):
        if not element.get("value"):
            yield Finding(
                element,
                f"the session {quoted(printed)} has no number"
                if (printed := words(element))
                else "the element session has neither words nor number",
                'add value="" with the number of the session',
            )


def sponsor_entry(index: Index) -> Iterator[Finding]:
    """R129: a sponsor is an organization or a person of the references."""
    for element in index.all("docProponent"):
        value = element.get("refersTo") or ""
        target = index.target(value)
        kind = local(target) if target is not None else ""
        wrong = kind not in ("", "TLCOrganization", "TLCPerson")
        if not value or value[0] != "#" or wrong:
            yield Finding(
                element,
                f"the sponsor {quoted(words(element))} "
                + (f"points at {quoted(value)}" if value else "points at nothing")
                + (f", a {kind}" if kind else ""),
                "point at a TLCOrganization of the references",
            )


def sponsors_together(index: Index) -> Iterator[Finding]:
    """R130: one docProponent for each sponsor, separators outside."""
    for element in index.all("docProponent"):
        text = words(element)
        inner = text.strip("".join(_COMMAS) + " ")
        bracket = inner.find("(")
        outside = inner if bracket < 0 else inner[:bracket] + inner[inner.rfind(")") + 1 :]
        if any(sign in outside for sign in _COMMAS) and not text.startswith("["):
            yield Finding(
                element,
                f"one docProponent holds several sponsors: {quoted(text)}",
                "write one docProponent for each, with the separators between them",
            )


def unmarked_line(index: Index) -> Iterator[Finding]:
    """R133: each line of the masthead says what it is."""
    for part in _resolutions(index):
        for place in ("coverPage", "preface"):
            for line in part.within(place, "p"):
                if any(node.tag in _SAID for node in line):
                    continue
                if next(line.iterdescendants(*_SAYING), None) is not None or not speaks(line):
                    continue
                if next(line.iterancestors(*_SAYING, qualified("table")), None) is None:
                    yield Finding(
                        line,
                        f"the line {quoted(words(line))} is not marked as anything",
                        'put an element or <inline name="akn4un:…"> on it',
                    )


# ---------------------------------------------------------------------------------- the preamble


def formula_name(index: Index) -> Iterator[Finding]:
    """R140: the formula is an enactingFormula (P3-1) or enactingAuthority (P1-172)."""
    for formula in index.all("formula"):
        above = formula.getparent()
        name = (formula.get("name") or "").removeprefix("akn4un:")
        if above is not None and local(above) == "preamble" and name not in _FORMULAE:
            yield Finding(
                formula,
                f"the formula is named {quoted(formula.get('name') or '')}",
                'write name="enactingFormula"',
            )


def formula_first(index: Index) -> Iterator[Finding]:
    """R142: the formula opens the preamble."""
    for preamble in index.all("preamble"):
        formula = child(preamble, "formula")
        first = next(preamble.iterchildren("*"), None)
        if formula is not None and first is not None and local(first) != "formula":
            yield Finding(
                formula,
                f"{local(first)} {quoted(words(first))} stands before the enacting formula",
                "put the formula first",
            )


def recital_container(index: Index) -> Iterator[Finding]:
    """R143: each preambular paragraph has a container of its own."""
    container = qualified("container")
    for preamble in index.all("preamble"):
        for element in preamble.iterchildren(qualified("p"), qualified("container")):
            if len(element) == 1 and element.tag == container:  # one thing in it, as there should
                continue
            paragraphs = list(element.iterchildren(qualified("p")))
            if len(paragraphs) > 1:
                paragraphs = [p for p in paragraphs if speaks(p)]
            if local(element) == "p" and words(element):
                yield Finding(
                    element,
                    f"the preambular paragraph {quoted(words(element))} has no container",
                    "wrap it in a container named by its opening phrase",
                )
            elif len(paragraphs) > 1:
                yield Finding(
                    paragraphs[1],
                    f"{quoted(words(paragraphs[1]))} shares the container of another paragraph",
                    "write one container for each preambular paragraph",
                )


def recital_name(index: Index) -> Iterator[Finding]:
    """R144: the container of a preambular paragraph is named by its opening phrase."""
    for preamble in index.all("preamble"):
        for element in preamble.iterchildren(qualified("container")):
            name = element.get("name")
            if name is None or name[:1].isalpha():
                continue
            if not any(sign.isalpha() for sign in name):
                yield Finding(
                    element,
                    f"the preambular paragraph is named {quoted(name)}",
                    "name it by its opening phrase, as in Recalling",
                )


def list_in_preamble(index: Index) -> Iterator[Finding]:
    """R146: lists of the preamble are blockLists."""
    for preamble in index.all("preamble") if index.all("list") else ():
        for element in preamble.iter(qualified("list")):
            yield Finding(
                element,
                "the preamble holds a list; lists of preambular paragraphs are blockLists",
                "write blockList, listIntroduction and item",
            )


def recital_in_body(index: Index) -> Iterator[Finding]:
    """R148: a preambular paragraph in the body refers to #preamble."""
    for element in (*index.all("crossHeading"), *index.all("block")):
        if element.get("refersTo") or (local(element) == "block" and not _in_body(element)):
            continue
        text = words(element)
        if element.get("name") == "preamble" or text.endswith(_COMMAS):
            yield Finding(
                element,
                f"the preambular paragraph {quoted(text)} is not marked as such",
                'add refersTo="#preamble"',
            )


def _in_body(element: Element) -> bool:
    above = element.getparent()
    return above is not None and local(above) == "mainBody"


def preamble_concept(index: Index) -> Iterator[Finding]:
    """R149: #preamble is the concept of the preamble (P2-31)."""
    entry = index.ids.get("preamble")
    if entry is None or "preamble" not in index.pointed:
        return
    if local(entry) != "TLCConcept" or (entry.get("href") or "") != _PREAMBLE_IRI:
        yield Finding(
            entry,
            f"#preamble is {local(entry)} {quoted(entry.get('href') or '')}",
            f'write <TLCConcept eId="preamble" href="{_PREAMBLE_IRI}" …/>; '
            'the preamble itself is eId="preamble_1"',
        )
