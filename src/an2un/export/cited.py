"""The documents that a file cites, off its references."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from an2un.export.described import Description, described
from an2un.identity import iri_of
from an2un.record import Record
from an2un.symbol import Nature, Symbol, SymbolError, from_number, from_url, parse, usual_nature

_NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
_LEVEL = 6  # steps of a Work IRI: akn un statement deliberation actor date (number follows)


class Edge(Record):
    """One citation: the words, the document cited, where in the file it stands.

    target    Work IRI, symbol, or address of a web page
    fragment  component and place in it: `!main#para_3`, "" for the whole document
    place     eId of the nearest element around the words
    """

    target: str
    symbol: str
    fragment: str
    words: str
    place: str


class Citing(Record):
    """A document and what it cites, in printed order."""

    document: Description
    edges: tuple[Edge, ...]


def cited(root: etree._Element) -> Citing:
    """Return what a document cites, from the root element of its Akoma Ntoso.

    Places of the document itself are no citations.
    """
    return Citing(described(root), tuple(_edges(root)))


def _edges(root: etree._Element) -> Iterator[Edge]:
    addresses = _addresses(root)
    for element in root.iter("{*}ref", "{*}rref", "{*}a"):
        href = element.get("href") or element.get("from") or ""
        words = " ".join("".join(map(str, element.itertext())).split())
        if not href or not words or any(_tag(e) == "meta" for e in element.iterancestors()):
            continue
        if href.startswith("#"):
            own = f"#{element.get('eId')}"
            href = addresses.get(own) or addresses.get(href, "")
        if href and not href.startswith(("#", "!", "~")):
            target, symbol, fragment = _target(href)
            yield Edge(target, symbol, fragment, words, _place(element))


def _addresses(root: etree._Element) -> dict[str, str]:
    """Return what references lead to through the metadata: by their eId, by their entry."""
    found: dict[str, str] = {}
    for entry in root.iter("{*}TLCReference"):
        if entry.get("eId"):
            found[f"#{entry.get('eId')}"] = entry.get("showAs") or ""
    for other in root.iter("{*}alternativeReference"):
        for key in (other.get("for"), other.get("refersTo")):
            shown = found.get(other.get("refersTo") or "", "")
            if key:
                found[key] = shown or other.get("href") or ""
    return found


def _target(href: str) -> tuple[str, str, str]:
    """Return what an address leads to: target, symbol, component and fragment."""
    if href.startswith("/akn/"):
        path, _, place = href.partition("#")
        steps = [step for step in path.split("/") if step]
        work = [s for s in steps if not s.startswith(("!", "~")) and "@" not in s]
        component = next((step for step in steps if step.startswith("!")), "")
        iri = "/" + "/".join(work)
        fragment = f"{component}#{place}" if place else component
        return iri, _symbol_of(work), fragment
    try:
        symbol: Symbol | None = parse(href) if "://" not in href else from_url(href).symbol
    except SymbolError:
        symbol = None
    return (str(symbol), str(symbol), "") if symbol else (unquote(href), "", "")


def _symbol_of(work: list[str]) -> str:
    """Return the symbol of an adopted text from the steps of its Work IRI, "" if it has none."""
    if work[2:4] != ["statement", "deliberation"] or len(work) <= _LEVEL:
        return ""
    natures: tuple[Nature, ...] = (usual_nature(work[4], work[6]), "draft")
    for nature in natures:
        try:
            symbol = from_number(work[4], work[6], nature)
        except SymbolError:
            continue
        if iri_of(work[4], work[5], symbol.number).endswith(f"/{work[6]}"):
            return str(symbol)
    return ""


def _place(element: etree._Element) -> str:
    """Return the eId of the nearest element around a reference that has one."""
    return next((str(e.get("eId")) for e in element.iterancestors() if e.get("eId")), "")


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
