"""The links that the foot of a page lists, against what the text cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from an2un import codes
from an2un.citing import Citation
from an2un.diagnostics import Diagnostic
from an2un.symbol import Symbol, SymbolError, from_url, parse

_SHOWN = 12  # symbols that one finding names at most

_ADDRESS = re.compile(r"[!-~]+")

Key = tuple[tuple[str, ...], str, tuple[str, ...]]


def disagreements(citations: Iterable[Citation], links: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield what is linked and not cited (AU332), and what is cited and not linked (AU333).

    A document without any link says nothing about its citations. Letters of resolutions and
    second symbols of joint documents make no difference, since links leave them out. Decisions may
    be without a link: not all organs link them.
    """
    if not links:
        return
    cited, pages = _cited(citations)
    known_keys = set().union(*cited.values())
    linked: set[Key] = set()
    for link in dict.fromkeys(links):
        keys = _keys_of(link)
        linked.update(keys)
        known = not keys.isdisjoint(known_keys) if keys else _bare(link) in pages
        if not known:
            yield Diagnostic(
                codes.LINK_NOT_CITED,
                f"the page foot lists {link}, which the text does not cite",
                hint="look for words that should be a reference",
            )
    missing = sorted(
        name
        for name, keys in cited.items()
        if linked.isdisjoint(keys) and parse(name).nature != "decision"
    )
    if missing:
        more = f" and {len(missing) - _SHOWN} others" if len(missing) > _SHOWN else ""
        yield Diagnostic(
            codes.CITED_WITHOUT_LINK,
            f"cited, but not among the links of the pages: {', '.join(missing[:_SHOWN])}{more}",
        )


def _cited(citations: Iterable[Citation]) -> tuple[dict[str, set[Key]], set[str]]:
    """Return the keys of the documents cited, and the addresses of the web that are printed."""
    found: dict[str, set[Key]] = {}
    pages: set[str] = set()
    for citation in citations:
        if citation.kind == "page":
            pages.add(_bare(citation.target))
        elif citation.kind in ("resolution", "decision", "document"):
            found[citation.symbol] = _keys(parse(citation.symbol))
    return found, pages


def _keys(symbol: Symbol) -> set[Key]:
    """Return what two forms of one symbol share: no letters, no "(Supp.)" or "(Part I)"."""
    return {
        (one.path, one.bracket if one.nature == "resolution" else "", one.modifiers)
        for one in (symbol, *symbol.joint)
    }


def _keys_of(link: str) -> set[Key]:
    """Return the keys of an address; letters of another script that touch it are the text's."""
    address = _ADDRESS.match(link)
    try:
        return _keys(from_url(address[0]).symbol) if address else set()
    except SymbolError:
        return set()


def _bare(address: str) -> str:
    return address.partition("//")[2].rstrip("/").lower() or address.lower()
