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
_HEADS = ("coverPage", "preface")


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


class _Number(NamedTuple):
    """A docNumber in masthead or preface: what it prints, and that as a plain symbol."""

    element: Element
    printed: str
    plain: str

    @property
    def marked(self) -> bool:
        """Whether it says of itself that it is the symbol of the document."""
        return self.element.get("refersTo") == "#symbol"


class _Printed(NamedTuple):
    """A resolution, its own symbol by the metadata, and the numbers in its masthead and preface."""

    part: Part
    shown: str
    own: str
    numbers: list[_Number]


def doubtful_symbols(index: Index) -> list[_Printed]:
    """Return the resolutions with a symbol by their metadata that may be printed otherwise."""
    found = []
    for part in _resolutions(index):
        shown = part.work.value("FRBRnumber", "showAs") if part.work is not None else ""
        if shown:
            own = plain_symbol(shown)
            numbers = [_number(e) for place in _HEADS for e in part.within(place, "docNumber")]
            if not numbers or index.thorough or not all(_fits(one, own) for one in numbers):
                found.append(_Printed(part, shown, own, numbers))
    return found


def _number(element: Element) -> _Number:
    printed = words(element)
    return _Number(element, printed, plain_symbol(printed))


def _fits(number: _Number, own: str) -> bool:
    """Tell whether a number is the symbol, marked as such, or no symbol at all."""
    if number.marked:
        return number.plain == own
    return number.plain != own and not _SYMBOL.match(number.printed)


def symbol_missing(index: Index) -> Iterator[Finding]:
    """R121: the symbol is marked where it is printed."""
    for part, shown, _, numbers in index.once(doubtful_symbols):
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
    for _, _, own, numbers in index.once(doubtful_symbols):
        for number in numbers:
            if not number.element.get("refersTo") and number.plain == own:
                yield Finding(
                    number.element,
                    f"the symbol {number.printed} is not marked as such",
                    'add refersTo="#symbol"',
                )


def symbol_number(index: Index) -> Iterator[Finding]:
    """The symbol in the masthead is the one that the metadata gives."""
    for _, shown, own, numbers in index.once(doubtful_symbols):
        for number in numbers:
            if number.marked and number.plain and number.plain != own:
                yield Finding(
                    number.element,
                    f"the masthead prints {quoted(number.printed)}, the metadata says {shown}",
                    "make both the same",
                )


def foreign_symbol(index: Index) -> Iterator[Finding]:
    """R123: other documents' symbols are references, not docNumber.

    The end of the own symbol is none: statements of the Human Rights Council print PRST/42/1.
    """
    for _, _, own, numbers in index.once(doubtful_symbols):
        for number in numbers:
            ours = number.plain == own or own.endswith(f"/{number.plain}")
            if not number.marked and not ours and _SYMBOL.match(number.printed):
                yield Finding(
                    number.element,
                    f"docNumber stands on {quoted(number.printed)}, the symbol of another document",
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
    """R133: each line of the masthead says what it is, but for the letter of a series: A, E, S."""
    for part in _resolutions(index):
        for place in _HEADS:
            for line in part.within(place, "p"):
                if any(node.tag in _SAID for node in line):
                    continue
                if next(line.iterdescendants(*_SAYING), None) is not None or not speaks(line):
                    continue
                if len(words(line)) == 1:
                    continue
                if next(line.iterancestors(*_SAYING, qualified("table")), None) is None:
                    yield Finding(
                        line,
                        f"the line {quoted(words(line))} is not marked as anything",
                        'put an element or <inline name="akn4un:…"> on it',
                    )
