"""Rules on the identification of a document: what it is, who made it, when, in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from an2un.check import iris
from an2un.check.elements import Element
from an2un.check.frbr import Level
from an2un.check.index import Index, Part
from an2un.check.rule import Finding, quoted
from an2un.check.tags import NO_TAG

if TYPE_CHECKING:
    from an2un.symbol import Symbol

PUBLISHED_IN = ("ara", "eng", "fra", "rus", "spa", "zho", "deu")
LANGUAGES = (*PUBLISHED_IN, "mul", "und")
NAMES = ("resolution", "draftResolution", "decision", "draftDecision", "presidentialStatement")
_OTHER_ORDER = {"resolutionDraft": "draftResolution", "decisionDraft": "draftDecision"}
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_LETTERS = re.compile(r"[A-Za-z]+")
_CONSOLIDATED = ("singleVersion", "multipleVersions")
_COLLECTIONS = frozenset(("documentCollection", "officialGazette", "amendmentList", "portion"))
UNKNOWN_NUMBER = "nn"
UNKNOWN_DATES = frozenset(("1900-01-01", "0001-01-01"))


def doubtful(index: Index) -> tuple[Part, ...]:
    """Return the documents of whose identity some rule may object to what is said."""
    return tuple(p for p in index.parts if index.thorough or not _plainly_right(p, index))


def _plainly_right(part: Part, index: Index) -> bool:
    """Tell whether a resolution says who, what, when and in which language it is, as it should."""
    work, expression = part.work, part.expression
    if not part.deliberative or work is None or expression is None:
        return False
    number, shown = (work.value("FRBRnumber", attribute) for attribute in ("value", "showAs"))
    (language, *others) = expression.all("FRBRlanguage") or (None,)
    return (
        part.name in NAMES
        and part.element.get("contains") not in _CONSOLIDATED
        and number in ("", number_of(shown) if shown else UNKNOWN_NUMBER)
        and language is not None
        and not others
        and language.get("language") in LANGUAGES
        and expression.value("FRBRdate", "date") != "1900-01-01"
        and not expression.all("FRBRtranslation")
        and _by_its_author(part, index) is None
    )


def incomplete(index: Index) -> list[Part]:
    """Return the resolutions without subtype, number or preface, or of another subtype."""
    return [
        part
        for part in index.parts
        if part.deliberative
        and (
            part.child("preface") is None
            or part.work is None
            or part.work.value("FRBRsubtype") != "deliberation"
            or not part.work.value("FRBRnumber")
            or index.thorough
        )
    ]


def _works_in_doubt(index: Index) -> Iterator[Part]:
    return (part for part in index.once(doubtful) if not part.embedded)


def document_element(index: Index) -> Iterator[Finding]:
    """R004: resolutions and decisions are modelled as `statement`."""
    for part in _works_in_doubt(index):
        if part.kind != "statement" and part.name in NAMES and part.kind not in _COLLECTIONS:
            yield Finding(
                part.element,
                f"a {part.name} is a statement, but stands here as {part.kind}",
                f'write <statement name="{part.name}">',
            )


def document_name(index: Index) -> Iterator[Finding]:
    """R006: the name of a statement is one of those that the United Nations uses."""
    for part in index.once(doubtful):
        if part.deliberative and part.name not in NAMES:
            other = _OTHER_ORDER.get(part.name)
            yield Finding(
                part.element,
                f"the statement is named {quoted(part.name)}; expected {', '.join(NAMES)}",
                f'write name="{other}"' if other else "use one of the names expected",
            )


def name_form(index: Index) -> Iterator[Finding]:
    """R007: names of documents are single words in camel case."""
    for part in index.once(doubtful):
        if not part.deliberative and part.name and not _WORD.fullmatch(part.name):
            yield Finding(
                part.element,
                f"the name {quoted(part.name)} of the document is not one word",
                "write it as one word in camel case, without blanks and signs",
            )


def lifecycle(index: Index) -> Iterator[Finding]:
    """R009: consolidated versions carry their life cycle."""
    for part in index.once(doubtful):
        contains = part.element.get("contains")
        if contains in _CONSOLIDATED and not part.all("lifecycle"):
            yield Finding(
                part.element,
                f'contains="{contains}" needs a lifecycle, and there is none',
                "add meta/lifecycle with the events behind the version",
            )


def preface(index: Index) -> Iterator[Finding]:
    """R010: a preface is compulsory."""
    for part in index.once(incomplete):
        if part.child("preface") is None:
            yield Finding(
                part.element,
                "the document has no preface: session, title and number have no place",
                "add a preface between coverPage and preamble",
            )


def country(index: Index) -> Iterator[Finding]:
    """R024: the jurisdiction of the United Nations is `un`."""
    for element in index.all("FRBRcountry"):
        value = element.get("value")
        if value is not None and value != "un":
            yield Finding(
                element, f"the jurisdiction is {quoted(value)}; expected un", 'write value="un"'
            )


def subtype(index: Index) -> Iterator[Finding]:
    """R025: the subtype of resolutions and decisions is `deliberation`."""
    for part in index.once(incomplete):
        if part.work is None:
            continue
        value = part.work.value("FRBRsubtype")
        if value != "deliberation":
            found = f"is {quoted(value)}" if value else "is missing"
            yield Finding(
                part.work.first("FRBRsubtype") if value else part.work.element,  # type: ignore[arg-type]
                f"the subtype of the Work {found}; expected deliberation",
                'write <FRBRsubtype value="deliberation"/>',
            )


def subtype_form(index: Index) -> Iterator[Finding]:
    """R026: subtypes have neither blanks nor special characters."""
    for part in index.once(doubtful):
        if part.deliberative or part.work is None:
            continue
        value = part.work.value("FRBRsubtype")
        element = part.work.first("FRBRsubtype")
        if value and element is not None and not _LETTERS.fullmatch(value):
            yield Finding(
                element, f"the subtype {quoted(value)} is not one word", "write letters only"
            )


def number(index: Index) -> Iterator[Finding]:
    """R027: every Work has a number."""
    for part in index.once(incomplete):
        if part.work is not None and not part.work.value("FRBRnumber"):
            yield Finding(
                part.work.element,
                "the Work has no FRBRnumber",
                'add it, as in <FRBRnumber value="77-273" showAs="A/RES/77/273"/>',
            )


def number_shown(index: Index) -> Iterator[Finding]:
    """R028: the printed form of the number is kept beside its form in IRIs."""
    for part in _works_in_doubt(index):
        if part.work is None or not part.deliberative:
            continue
        value = part.work.value("FRBRnumber")
        if value and value != UNKNOWN_NUMBER and not part.work.value("FRBRnumber", "showAs"):
            yield Finding(
                _of(part.work, "FRBRnumber"),
                f"FRBRnumber {value} does not say how the symbol is printed",
                'add showAs="" with the symbol as printed',
            )


def number_form(index: Index) -> Iterator[Finding]:
    """R029: the number of the IRI follows from the printed symbol."""
    for part in _works_in_doubt(index):
        if part.work is None or not part.deliberative:
            continue
        value, shown = (part.work.value("FRBRnumber", a) for a in ("value", "showAs"))
        expected = number_of(shown)
        if value and expected and value != expected:
            yield Finding(
                _of(part.work, "FRBRnumber"),
                f"FRBRnumber is {quoted(value)}; the symbol {shown} gives {expected}",
                f'write value="{expected}"',
            )


def number_of(symbol: str) -> str:
    """Return the number that a printed symbol gives, "" where it is no symbol."""
    parsed = symbol_of(symbol)
    return parsed.number if parsed is not None else ""


@lru_cache(maxsize=512)
def symbol_of(text: str) -> Symbol | None:
    """Return a printed symbol in its parts, None where it is none."""
    from an2un.symbol import SymbolError, parse

    try:
        return parse(text)
    except SymbolError:
        return None


def authors(index: Index) -> list[tuple[Element, str, str]]:
    """Return the authors to whose entry or role some rule may object: element, href, as."""
    named = ((element, index.tags[element].attributes) for element in index.all("FRBRauthor"))
    said = [(element, tag.get("href", ""), tag.get("as", "")) for element, tag in named]
    return [
        (element, href, role)
        for element, href, role in said
        if href[:1] != "#" or not _is_role(role, index) or index.thorough
    ]


def _is_role(identifier: str, index: Index) -> bool:
    """Tell whether an identifier may be that of a role: none at all, or of no other entry."""
    target = index.target(identifier)
    return identifier[:1] in ("", "#") and (target is None or index.tags[target].name == "TLCRole")


def author_entry(index: Index) -> Iterator[Finding]:
    """R032: the author of each level is an entry of the references."""
    for element, href, _ in index.once(authors):
        if href[:1] != "#":
            yield Finding(
                element,
                f"the author {quoted(href)} is no identifier of an entry",
                "write # and the eId of a TLCOrganization",
            )


def author_role(index: Index) -> Iterator[Finding]:
    """R033: the role of an author is a TLCRole."""
    for element, _, role in index.once(authors):
        if not _is_role(role, index):
            yield Finding(
                element,
                f"the role {quoted(role)} of the author is no TLCRole",
                'write as="#author" and an entry TLCRole',
            )


def author_actor(index: Index) -> Iterator[Finding]:
    """R034: the entry of the Work's author ends in the actor code of the IRI."""
    for part in _works_in_doubt(index):
        fault = _by_its_author(part, index)
        if fault is not None:
            yield fault


def _by_its_author(part: Part, index: Index) -> Finding | None:
    """Return the fault of a Work whose IRI and whose author name different organs."""
    parts = iris.work(part.uri)
    if parts is None or part.work is None:
        return None
    entry = index.target(part.work.value("FRBRauthor", "href"))
    href = index.tags.get(entry, NO_TAG).attributes.get("href", "")
    if not href or href.rstrip("/").rsplit("/", 1)[-1] == parts.actor:
        return None
    return Finding(
        _of(part.work, "FRBRauthor"),
        f"the author leads to {href}, the IRI names {parts.actor}",
        f"let the IRI of the entry end in /{parts.actor}",
    )


def _of(level: Level, name: str) -> Element:
    """Return the first child of that name, or the level itself."""
    found = level.first(name)
    return level.element if found is None else found
