"""Symbols printed in full in running text, and addresses of pages of the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from an2un.record import replace
from an2un.symbol import NAMED_PARTS, SERIES, Symbol, SymbolError, parse


class Printed(NamedTuple):
    """A symbol as it stands in a text."""

    start: int
    end: int
    symbol: Symbol


class Page(NamedTuple):
    """An address of the web as it stands in a text, and what it leads to."""

    start: int
    end: int
    address: str


_PART = r"[A-Za-z0-9][A-Za-z0-9.\-‑]*+(?:\(\d{1,2}\))?"
_DIVISION = r"(?:Part|Vol\.?|Sect\.?|Supp\.?|Annex|Introduction)\s?[^()]{0,12}"
# Line ends leave blanks beside hyphens: "Avant -propos et introduction".
_NAMED = "|".join(
    name.replace(" ", r"\s+").replace("-", r"\s?-\s?")
    for names in NAMED_PARTS.values()
    for name in names
)
_BRACKET = rf"\s?\((?:{_DIVISION}|{_NAMED}|\d{{4}}|(?:S-|ES-)?[IVXLC]+)\)"
_SYMBOL = re.compile(
    rf"(?P<series>[A-Z](?<![A-Za-z0-9/.\-][A-Z])[A-Z]{{0,8}}(?:\.\d{{1,3}})?)(?P<path>(?:/{_PART})+)"
    rf"(?P<letters>\s[A-Z](?:-[A-Z])?(?![A-Za-z0-9’'/]|\.[A-Za-z]))?(?P<bracket>{_BRACKET})?(?P<rest>(?:/{_PART})*)"
)
_OTHER = re.compile(rf"\s?[-‑–]\s?(?P<symbol>(?P<series>[A-Z]{{1,5}})(?:/{_PART})+)")
_MODIFIER = re.compile(r"(?P<kind>Add|Corr|Rev|Amend)\.(?P<number>\d{1,3})(?![\d/])")
_TRAILING = ".-‑"


def printed_symbols(text: str) -> Iterator[Printed]:
    """Yield the symbols of a text, and what is added to one: `A/61/636 and Corr.1`."""
    if "/" not in text:
        return
    for match in _SYMBOL.finditer(text):
        found = _whole(match)
        if found is not None:
            yield found


def _whole(match: re.Match[str]) -> Printed | None:
    """Return the symbol of a match, without what only seems to belong to it."""
    series = match["series"].partition(".")[0]
    if series not in SERIES:
        return None
    ends = [match.end()]
    if not match["rest"]:
        ends += (
            [match.end("letters"), match.end("path")] if match["letters"] else [match.end("path")]
        )
    start = match.start()
    for end in ends:
        printed = match.string[start:end].rstrip(_TRAILING) if end > start else ""
        try:
            found = Printed(start, start + len(printed), parse(printed))
        except SymbolError:
            continue
        return _joint(match.string, found) or found
    return None


def _joint(text: str, found: Printed) -> Printed | None:
    """Return a symbol with that of another body behind a dash, blanks beside it or not.

    One of the same body behind a dash is the end of a range: `A/77/1 - A/77/20`.
    """
    match = _OTHER.match(text, found.end)
    if match is None or found.symbol.joint or match["series"] == found.symbol.path[0]:
        return None
    if match["series"] not in SERIES:
        return None
    other = match["symbol"].rstrip(_TRAILING)
    try:
        symbol = parse(f"{text[found.start : found.end]}-{other}")
    except SymbolError:
        return None
    return Printed(found.start, match.start("symbol") + len(other), symbol)


def modifiers(text: str, found: Printed, joined: Callable[[int, int], bool]) -> Iterator[Printed]:
    """Yield what follows a symbol in its short form: `Corr.1` behind `A/61/636 and`.

    joined  tells whether nothing but joining words stands in a range
    """
    last = found
    while True:
        match = _MODIFIER.search(text, last.end, last.end + 16)
        if match is None or not joined(last.end, match.start()):
            return
        last = Printed(
            match.start(), match.end(), _modified(last.symbol, match.group(), match["kind"])
        )
        yield last


def _modified(symbol: Symbol, modifier: str, kind: str) -> Symbol:
    """Return a symbol with another modifier, in place of one of its kind if it has one."""
    kept: list[str] = []
    for old in symbol.modifiers:
        if old.startswith(kind):
            break
        kept.append(old)
    joint = tuple(_modified(other, modifier, kind) for other in symbol.joint)
    return replace(symbol, modifiers=(*kept, modifier), joint=joint)


_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def pages(text: str) -> Iterator[Page]:
    """Yield the addresses of the web printed in a text."""
    if "//" not in text and "www." not in text:
        return
    for match in _ADDRESS.finditer(text):
        end = match.end()
        while (more := _WRAPPED.match(text, end)) and text[end - 1] in "/_-":
            end = more.end()
        printed = text[match.start() : end].rstrip(".,;:!?'")
        while printed.endswith(")") and printed.count(")") > printed.count("("):
            printed = printed[:-1].rstrip(".,;:!?'")
        if "." in printed:
            address = printed.replace(" ", "")
            yield Page(
                match.start(),
                match.start() + len(printed),
                address if "//" in address else f"http://{address}",
            )


# The rest of an address that was broken behind a slash, a hyphen or a low line.
_WRAPPED = re.compile(r" [A-Za-z0-9]+[._/-][A-Za-z0-9._/%-]*")
