"""There and back: the proof, for one document, that nothing is lost and nothing added."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any, cast

from an2un import conversion, intake, plain
from an2un.outline import outline
from an2un.record import Record, replace
from an2un.tree import Document, Emphasis, Field
from an2un.walk import normal, rewrite

MAX_LINES = 200
"""Lines of differences that are told."""


class Trip(Record):
    """How a document came back.

    name        of the source
    total       non-space characters that it prints
    lost        characters that did not come back, each as often as it is missing
    added       characters that came back but are not printed
    furniture   non-space characters that were left out on purpose (page furniture, repairs)
    differences what differs between the two trees, as lines of a diff
    """

    name: str
    total: int
    lost: str
    added: str
    furniture: int
    differences: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether everything came back and nothing else."""
        return not (self.lost or self.added or self.differences)


def roundtrip(data: bytes, options: conversion.Options, name: str) -> Trip:
    """Take a document there and back: text -> XML -> text -> XML, or XML -> text -> XML.

    Raises ReadError for what cannot be read.
    """
    if intake.is_xml(data):
        return _from_xml(data, options, name)
    return _from_text(data, options, name)


def _from_text(data: bytes, options: conversion.Options, name: str) -> Trip:
    made = conversion.convert(data, options, name)
    back = conversion.read(made.xml, options)
    text = plain.text(back)
    printed = _characters(made.source.text)
    left_out = Counter[str]()
    for entry in made.ledger.entries:
        if entry.fate in ("furniture", "repair"):
            left_out += _characters(made.source.slice(entry.span))
    differences = _differences(made.document, back, "written", "read back")
    differences += _by_text(back, text, options)
    return _trip(name, printed - left_out, _printed(text), left_out, differences)


def _from_xml(data: bytes, options: conversion.Options, name: str) -> Trip:
    document = conversion.read(data, options)
    text = plain.text(document)
    again = conversion.read(conversion.write(document, options), options)
    differences = _differences(document, again, "read", "written and read back")
    differences += _by_text(document, text, options)
    return _trip(name, xml_characters(data), _printed(text), Counter(), differences)


def _by_text(document: Document, text: str, options: conversion.Options) -> list[str]:
    """Return how the document made from its canonical text differs from the document itself.

    Compared are structure and words. What the words play (a sponsor, a date) and which are set
    apart in type is read off the words again, and files of others may say it in other ways.
    """
    supplied = replace(options.supplied, language=document.language)
    again = conversion.read(text.encode(), replace(options, supplied=supplied))
    return _differences(_words(document), _words(again), "document", "from its text")


def _words(document: Document) -> Document:
    """Return a document with its words alone, in their structure."""
    words: Document = normal(rewrite(plain.forget(document), _bare))
    return words


def _bare(node: Any) -> Any:
    return node.children if isinstance(node, Emphasis | Field) else node


def _differences(one: Document, other: Document, name: str, other_name: str) -> list[str]:
    if one == other:
        return []
    from difflib import unified_diff

    lines = unified_diff(
        list(outline(one)), list(outline(other)), name, other_name, n=1, lineterm=""
    )
    return list(islice(lines, MAX_LINES))


def _trip(
    name: str,
    printed: Counter[str],
    returned: Counter[str],
    left_out: Counter[str],
    differences: list[str],
) -> Trip:
    return Trip(
        name,
        printed.total(),
        "".join(sorted((printed - returned).elements())),
        "".join(sorted((returned - printed).elements())),
        left_out.total(),
        tuple(differences),
    )


def _printed(text: str) -> Counter[str]:
    """Return the characters of a canonical text without the rule above its notes."""
    return _characters(text.replace(f"\n\n{plain.RULE}\n\n", "\n\n", 1))


def _characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def xml_characters(data: bytes) -> Counter[str]:
    """Return the characters that an XML file prints: its text, and each note's marker twice.

    A marker is an attribute in XML; in print it stands at the call and before the note.
    """
    from an2un.akn.parsing import parse

    root = parse(data)
    words = root.xpath("//text()[not(ancestor::*[local-name() = 'meta'])]", smart_strings=False)
    markers = root.xpath("//*[local-name() = 'authorialNote']/@marker", smart_strings=False)
    texts = [str(part) for found in (words, markers, markers) for part in cast("list[Any]", found)]
    return _characters("".join(texts))
