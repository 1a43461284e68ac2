"""Printed symbols: read into their parts, or refused with the reason."""

from __future__ import annotations

import re
from functools import lru_cache

from an2un.record import replace
from an2un.symbol.parts import NATURE_PART, Symbol, SymbolError

# First parts of symbols: principal organs, then programmes, conferences and treaty bodies that
# number their documents by themselves. Some carry the session with a dot: GC.18, IDB.48.
SERIES = frozenset((
    "A", "S", "E", "ST", "T", "APLC", "AT", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW",
    "CD", "CEB", "CED", "CEDAW", "CERD", "CLCS", "CMW", "COP", "CRC", "CRPD", "CST", "CTBT", "CTOC",
    "DC", "DP", "DPKO", "ECA", "ECE", "ECLAC", "ESCAP", "ESCWA", "FCCC", "FP", "GAL", "GC",
    "GEF", "HRC", "HRI", "HSP", "IAEA", "ICC", "ICCD", "ICEF", "ICJ", "ID", "IDB", "IMO", "INF",
    "IPCC", "ISBA", "ITC", "JIU", "LC", "LOS", "MP", "NPT", "OPCAT", "OPS", "PBC", "PCNICC",
    "SAICM", "SCPF", "SPLOS", "SPT", "TCCA", "TD", "TPNW", "TRADE", "UNCAC", "UNCITRAL",
    "UNCTAD", "UNDP", "UNEP", "UNFF", "UNFPA", "UNHCR", "UNICEF", "UNIDO", "UNITAR", "UNODC",
    "UNOPS", "UNU", "UNW", "UNWTO", "WFP", "WGFM", "WHO", "WIPO", "WTO",
))  # fmt: skip

_PART = r"[A-Za-z0-9][A-Za-z0-9.\-]*(?:\(\d{1,2}\))?"
_LETTERS = r"[A-Z](?:(?:-| and |, )[A-Z])*"
_SHAPE = re.compile(
    rf"(?P<path>[A-Z]+(?:\.\d+)?(?:/{_PART})+)"
    rf"(?: ?(?P<before>{_LETTERS})(?![a-z.]))?"
    r"(?: ?\((?P<bracket>[^()/]{1,32})\))?"
    rf"(?: ?\[?(?P<after>{_LETTERS})(?![a-z.])\]?)?"
    rf"(?P<rest>(?:/{_PART})*)"
)
_MODIFIER = re.compile(r"(?:Add|Corr|Rev|Amend|Summary|Excerpt|Annex)(?:\.\d+(?:-\d+)?)?")
_JOINT = re.compile(r"-(?=([A-Z]{1,8})/)")
_RES_LETTER = re.compile(r"(\d+)([A-Z](?:-[A-Z])?)")
_BRACKET_WORD = re.compile(
    r"(sect|vol|part|supp|annex|introduction)(?:(s(?=\.? ?[0-9IVX]))|s?)\.? *", re.IGNORECASE
)
_BRACKET_JOINT = re.compile(r" ?(and|to) ?(?=[0-9IVX])")
_BRACKET_WORDS = {
    "sect": "Sect. ",
    "vol": "Vol. ",
    "part": "Part ",
    "supp": "Supp. ",
    "annex": "Annex ",
    "introduction": "Introduction",
}
# Parts of a budget that bear names, not numbers: A/80/6 (Plan outline). Printed in each language.
NAMED_PARTS = {
    "Foreword and introduction": (
        "Foreword and introduction",
        "Foreword and Introduction",
        "Avant-propos et introduction",
        "Prefacio e introducción",
        "前言和导言",
    ),
    "Plan outline": ("Plan outline",),
}
_NAMED_PARTS = {
    "".join(printed.split()).lower(): name for name, all_ in NAMED_PARTS.items() for printed in all_
}
_SPACES = re.compile(r"\s+")
_AROUND_SLASH = re.compile(r" ?/ ?")
_DIGITS = {  # of Arabic print, of Persian, of full width
    chr(zero + value): str(value) for zero in (0x660, 0x6F0, 0xFF10) for value in range(10)
}
_FOLD = str.maketrans({**_DIGITS,
                       "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
                       "\uff0f": "/", "\u2215": "/", "\uff08": "(", "\uff09": ")", "\u200e": None,
                       "\u200f": None, "\u00ad": None, "\u061c": None})  # fmt: skip


@lru_cache(maxsize=4096)  # the same documents are cited again and again
def parse(text: str) -> Symbol:
    """Read a symbol as printed; spaces, hyphens and full-width signs may vary.

    Raises SymbolError with the reason when the text is no symbol.
    """
    plain = _SPACES.sub(" ", text.translate(_FOLD)).strip()
    plain = _AROUND_SLASH.sub("/", plain)
    if not plain:
        raise SymbolError("empty text is no symbol")
    first, *others = [_single(part, text) for part in _joint_parts(plain)]
    return replace(first, joint=tuple(others)) if others else first


def _joint_parts(plain: str) -> list[str]:
    """Split `A/71/982-S/2017/600` before the second series, `BS/COP-MOP/5` nowhere."""
    cuts = [match.end() for match in _JOINT.finditer(plain) if match[1] in SERIES]
    return [
        plain[start : end - 1] if end else plain[start:]
        for start, end in zip([0, *cuts], [*cuts, 0], strict=True)
    ]


def _single(plain: str, printed: str) -> Symbol:
    """Read one symbol of a joint one."""
    _refuse(plain, printed)
    match = _SHAPE.fullmatch(plain)
    if match is None:
        raise SymbolError(f"{printed!r} is no symbol: unexpected characters in {plain!r}")
    path, modifiers = _modifiers((match["path"] + match["rest"]).split("/"))
    if match["rest"] and len(path) > match["path"].count("/") + 1:
        raise SymbolError(f"{printed!r} is no symbol: only Add., Corr. and Rev. follow a bracket")
    letters = match["before"] or match["after"] or ""
    if not letters and _takes_letters(path):
        glued = _RES_LETTER.fullmatch(path[-1])
        if glued:
            path, letters = (*path[:-1], glued[1]), glued[2]
    if len(letters) > 1:
        letters = f"{letters[0]}-{letters[-1]}"
    return Symbol(path, letters, _bracket(match["bracket"] or ""), modifiers)


def _bracket(text: str) -> str:
    """Print the words in brackets in their normal form: `sect.29B` -> `Sect. 29B`.

    Several parts stay several: `PartsIandII` -> `Parts I and II`.
    """
    text = text.strip()
    if named := _NAMED_PARTS.get("".join(text.split()).lower()):
        return named
    match = _BRACKET_WORD.match(text)
    if match is None:
        return text
    word, rest = _BRACKET_WORDS[match[1].lower()], text[match.end() :]
    if match[2]:
        several = f"{word.rstrip('. ')}s{'.' if '.' in word else ''}"
        return f"{several} {_BRACKET_JOINT.sub(_spaced, rest).strip()}"
    return (word + rest).strip()


def _spaced(match: re.Match[str]) -> str:
    return f" {match[1]} "


def _refuse(plain: str, printed: str) -> None:
    """Raise SymbolError for texts that plainly are something else, with the reason."""
    series, slash, rest = plain.partition("/")
    if not slash:
        raise SymbolError(f"{printed!r} is no symbol: it has no slash")
    if series.partition(".")[0] not in SERIES:
        raise SymbolError(f"{printed!r} is no symbol: {series!r} is no series of documents")
    if not any(ch.isdigit() for ch in rest):
        raise SymbolError(f"{printed!r} is no symbol: it has no number")
    if "//" in plain or plain.endswith("/"):
        raise SymbolError(f"{printed!r} is no symbol: a part between slashes is empty")


def _modifiers(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split the trailing Add., Corr., Rev. off the path."""
    cut = len(parts)
    while cut > 2 and _MODIFIER.fullmatch(parts[cut - 1]):
        cut -= 1
    return tuple(parts[:cut]), tuple(parts[cut:])


def _takes_letters(path: tuple[str, ...]) -> bool:
    """Tell whether a letter glued to the last number is one of several resolutions."""
    return any(part in NATURE_PART for part in path)
