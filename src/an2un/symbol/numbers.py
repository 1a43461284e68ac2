"""Numbers of Work IRIs: back to the symbols of the documents, and what they usually name."""

from __future__ import annotations

import re

from an2un.symbol.parts import ACTOR_PREFIX, Nature, Symbol, SymbolError

_ROMAN = r"[IVXLCDM]+"
_NUMBER = re.compile(
    r"(?P<bodies>(?:[A-Z][A-Za-z]*\.\d+-)*)(?P<session>(?:ES-|S-|SS\.)?\d+)-(?P<number>\d+)(?P<letter>[A-Z]?)"
)
_OLD_NUMBER = re.compile(rf"(?P<number>\d+)(?P<letter>[A-Z]?)-(?P<session>(?:ES-|S-)?{_ROMAN})")
_DRAFT = re.compile(
    r"(?P<bodies>(?:[A-Z][A-Za-z]*\.\d+-)*?)(?:(?P<session>(?:ES-|S-|SS\.)?\d+)-)?"
    r"(?P<number>(?:L\.)?\d+)(?P<modifiers>(?:-(?:Rev|Add|Corr)\.\d+)*)"
)
_ADOPTED_PREFIX: dict[tuple[str, str], tuple[str, ...]] = {
    ("unga", "resolution"): ("A", "RES"),
    ("unga", "decision"): ("A", "DEC"),
    ("unsc", "resolution"): ("S", "RES"),
    ("unsc", "presidentialStatement"): ("S", "PRST"),
    ("unecosoc", "resolution"): ("E", "RES"),
    ("unecosoc", "decision"): ("E", "DEC"),
    ("unga-hrc", "resolution"): ("A", "HRC", "RES"),
    ("unga-hrc", "decision"): ("A", "HRC", "DEC"),
    ("unga-hrc", "presidentialStatement"): ("A", "HRC", "PRST"),
}


def from_number(actor: str, number: str, nature: Nature = "resolution") -> Symbol:
    """Return the symbol whose actor and `Symbol.number` are given.

    The nature is needed because the number leaves out the series: `77-519` of the General Assembly
    is a resolution or a decision. Raises SymbolError for what is no such number.
    """
    if nature == "draft":
        return _draft(actor, number)
    if actor == "unga-unep-unea":
        return _environment(number, nature)
    prefix = _ADOPTED_PREFIX.get((actor, nature))
    if prefix is None:
        raise SymbolError(f"there is no {nature} of {actor!r}")
    if match := _NUMBER.fullmatch(number):
        series, nature_part = prefix[:-1], prefix[-1]
        path = (*series, *filter(None, match["bodies"].split("-")), nature_part, match["session"])
        if prefix == ("S", "RES"):
            return Symbol(path, "", match["number"])
        return Symbol((*path, match["number"]), match["letter"])
    if match := _OLD_NUMBER.fullmatch(number):
        return Symbol((*prefix, match["number"]), match["letter"], match["session"])
    raise SymbolError(f"{number!r} is no document number of {actor!r}")


# From these numbers on an organ's adopted texts are decisions (counted in their symbols).
_DECISIONS_FROM = {"unga": 400, "unecosoc": 100, "unga-hrc": 100}


def usual_nature(actor: str, number: str) -> Nature:
    """Return what a number names by the usage of the organ: 77-519 is that of a decision."""
    match = _NUMBER.fullmatch(number)
    last = int(match["number"]) if match else 0
    return "decision" if last >= _DECISIONS_FROM.get(actor, last + 1) else "resolution"


def _draft(actor: str, number: str) -> Symbol:
    """Return the symbol of a draft: "C.3-77-L.53-Rev.1" -> A/C.3/77/L.53/Rev.1."""
    prefix = ("UNEP",) if actor == "unga-unep-unea" else ACTOR_PREFIX.get(actor)
    match = _DRAFT.fullmatch(number)
    if prefix is None or match is None:
        raise SymbolError(f"{number!r} is no number of a draft of {actor!r}")
    session = match["session"] or ""
    if actor == "unga-unep-unea":
        session = "EA." + session
    parts = (*match["bodies"].split("-"), session, match["number"])
    modifiers = tuple(filter(None, match["modifiers"].split("-")))
    return Symbol((*prefix, *filter(None, parts)), "", "", modifiers)


def _environment(number: str, nature: Nature) -> Symbol:
    """Return the symbol of a decision of the Environment Assembly: "5-3" -> UNEP/EA.5/Res.3."""
    match = _NUMBER.fullmatch(number)
    kind = {"resolution": "Res", "decision": "Dec"}.get(nature)
    if match is None or kind is None:
        raise SymbolError(f"{number!r} is no number of a {nature} of the Environment Assembly")
    return Symbol(("UNEP", f"EA.{match['session']}", f"{kind}.{match['number']}"))
