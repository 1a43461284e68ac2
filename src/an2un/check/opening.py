"""Rules on masthead and preface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from an2un.check import iris
from an2un.check.elements import Element, child, local, qualified, speaks, words
from an2un.check.index import Index, Part
from an2un.check.inlines import TITULAR
from an2un.check.rule import Finding, quoted
from an2un.wording.legible import legible

_SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:/[A-Za-z0-9.()]+)+")
COMMAS = (",", "\u060c", "\uff0c", "\u3001")
_SAYING = tuple(qualified(name) for name in (
    *TITULAR, "date", "event", "img", "inline", "location", "organization", "quantity", "ref",
    "role", "term", "authorialNote", "a", "concept", "process",
))  # fmt: skip
_SAID = frozenset(_SAYING)


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
    return "".join(legible(text).split()).strip(".[]").upper()


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
        inner = text.strip("".join(COMMAS) + " ")
        bracket = inner.find("(")
        outside = inner if bracket < 0 else inner[:bracket] + inner[inner.rfind(")") + 1 :]
        phrase = text[:1].islower() or text.startswith("[")  # "submitted by the Vice-Chair, …"
        if any(sign in outside for sign in COMMAS) and not phrase:
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
