"""Symbols of United Nations documents, both ways: print <-> parts <-> Work number, URL, file name.

A symbol is a path of parts between slashes (body, session or year, nature, number), which may
carry letters (`78/542 B`), a bracket (`(III)`, `(2024)`, `(Sect. 29B)`) and modifiers
(`/Rev.1/Add.2`). Documents issued for two bodies at once join two symbols by a hyphen
(`A/71/982-S/2017/600`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

from an2un.record import Record, replace

Actor = Literal["unga", "unsc", "unecosoc", "unga-hrc", "unga-unep-unea"]
Nature = Literal["resolution", "decision", "presidentialStatement", "draft", "document"]

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

_ROMAN = r"[IVXLCDM]+"
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
_FOLD = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
                       "\uff0f": "/", "\u2215": "/", "\uff08": "(", "\uff09": ")", "\u200e": None,
                       "\u200f": None, "\u00ad": None, "\u061c": None})  # fmt: skip

_ACTOR_PREFIX: dict[str, tuple[str, ...]] = {
    "unga": ("A",),
    "unsc": ("S",),
    "unecosoc": ("E",),
    "unga-hrc": ("A", "HRC"),
}
_NATURE_PART: dict[str, Nature] = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidentialStatement",
}
_NATURE_DOTTED: dict[str, Nature] = {"Res.": "resolution", "Dec.": "decision", "L.": "draft"}


class SymbolError(ValueError):
    """The text is no symbol of a United Nations document; the message says why."""


class Symbol(Record):
    """A symbol in its parts; `str()` prints it in its normal form.

    path       parts between slashes, without modifiers: ("A", "RES", "78", "542")
    letters    letter of a resolution among several of one number: "B", "A-C"; "" if none
    bracket    what stands in round brackets: "III", "2024", "Sect. 29B"; "" if nothing
    modifiers  ("Rev.1", "Add.2")
    joint      the symbols of the other bodies that the same document carries
    """

    path: tuple[str, ...]
    letters: str = ""
    bracket: str = ""
    modifiers: tuple[str, ...] = ()
    joint: tuple[Symbol, ...] = ()

    def __str__(self) -> str:
        """Print the normal form: `A/RES/2200 A (XXI)`, `A/71/982-S/2017/600`."""
        text = "/".join(self.path)
        text += f" {self.letters}" if self.letters else ""
        text += f" ({self.bracket})" if self.bracket else ""
        return "-".join(["/".join((text, *self.modifiers)), *map(str, self.joint)])

    @property
    def nature(self) -> Nature:
        """What kind of document the symbol names, as far as the symbol itself says."""
        return _nature(self.path)

    @property
    def actor(self) -> Actor | None:
        """The organ's code in IRIs; None where there is none (a treaty body, a programme)."""
        if self.path[:2] == ("A", "HRC"):
            return "unga-hrc"
        if self.path[0] == "UNEP" and self.path[1].startswith("EA."):
            return "unga-unep-unea"
        by_series: dict[str, Actor] = {"A": "unga", "S": "unsc", "E": "unecosoc"}
        return by_series.get(self.path[0])

    @property
    def session(self) -> str:
        """The session or year that the symbol carries ("77", "ES-11", "2024"), "" if none."""
        if self.actor == "unga-unep-unea":
            return self.path[1].removeprefix("EA.")
        if self.bracket and self.nature == "resolution":
            return self.bracket
        numbers = [part for part in self.path if _SESSION.fullmatch(part)]
        return numbers[0] if len(numbers) > 1 or (numbers and self.nature == "draft") else ""

    @property
    def number(self) -> str:
        """The document number of Work IRIs: A/RES/77/273 -> "77-273", A/77/L.53 -> "77-L.53".

        Letters stay with the number they mark (`78-542B`); a range of letters names the whole
        number, as in the United Nations' own files, and is left out.
        """
        parts = list(self.path[len(_ACTOR_PREFIX.get(self.actor or "", ("",))) :])
        if self.actor == "unga-unep-unea":
            parts[0] = parts[0].removeprefix("EA.")
            parts = [p.removeprefix("Res.").removeprefix("Dec.") for p in parts]
        elif self.actor is None:
            parts = list(self.path)
        parts = [p for p in parts if p not in _NATURE_PART]
        if len(self.letters) == 1:
            parts[-1] += self.letters
        if self.bracket:
            parts.append(self.bracket.replace(" ", "_"))
        return "-".join((*parts, *self.modifiers))

    @property
    def base(self) -> Symbol:
        """The symbol without modifiers and without the other bodies' symbols."""
        return replace(self, modifiers=(), joint=())

    def url(self, language: str = "en") -> str:
        """Return the public address of the document in one language (ISO 639-1 code)."""
        printed = str(self).replace(" (", "(").replace(" ", "")
        return f"https://undocs.org/{language}/{quote(printed, safe='/().-')}"

    def file_name(self, language: str, extension: str = "xml") -> str:
        """Return the name under which the libraries of the United Nations keep the file."""
        stem = str(self).replace("/", "_").replace(" ", "_")
        return f"{stem}-{language.upper()}.{extension}"


@lru_cache(maxsize=1024)
def _nature(path: tuple[str, ...]) -> Nature:
    for part in reversed(path):
        named = _NATURE_PART.get(part) or next(
            (n for dotted, n in _NATURE_DOTTED.items() if part.startswith(dotted)), None
        )
        if named:
            return named
    return "document"


_SESSION = re.compile(r"(?:ES-|S-|SS\.)?\d{1,4}")


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
    return any(part in _NATURE_PART for part in path)


# ------------------------------------------------------------------------- back from derived forms

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
_URL = re.compile(
    r"https?://(?:www\.|daccess-)?(?:undocs|docs\.un|ods\.un|ods)\.org/"
    r"(?:(?P<language>ar|zh|ch|en|fr|ru|es|sp|de)/)?(?P<symbol>[^?#]+)",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?P<stem>.+)-(?P<language>[A-Z]{2})(?:\.[A-Za-z0-9.]+)?")
_URL_LANGUAGE = {"ch": "zh", "sp": "es"}


class Located(NamedTuple):
    """A symbol with the language of the version that an address or a file name leads to."""

    symbol: Symbol
    language: str


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
    prefix = ("UNEP",) if actor == "unga-unep-unea" else _ACTOR_PREFIX.get(actor)
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


def public_address(target: str, language: str) -> str:
    """Return where a document cited by its symbol, or a treaty (`UNTS/1155/18232`), is found."""
    series, _, place = target.partition("/")
    if series == "UNTS":
        volume = place.partition("/")[0]
        return f"https://treaties.un.org/doc/Publication/UNTS/Volume%20{volume}/v{volume}.pdf"
    try:
        return parse(target).url(language)
    except SymbolError:
        return f"https://undocs.org/{language}/{quote(target.lstrip('/'), safe='/().-')}"


def from_url(url: str) -> Located:
    """Read the symbol and language off an address of undocs.org, docs.un.org or ods.un.org.

    Raises SymbolError where the address is another one or ends in no symbol.
    """
    match = _URL.fullmatch(url.strip())
    if match is None:
        raise SymbolError(f"{url!r} is no address of a document of the United Nations")
    language = (match["language"] or "").lower()
    path = unquote(match["symbol"]).strip("/ ")
    return Located(parse(_recased(path)), _URL_LANGUAGE.get(language, language))


def from_file_name(name: str) -> Located:
    """Read the symbol and language off a file name: `A_RES_77_273-FR.xml`.

    Raises SymbolError where the name is formed otherwise.
    """
    match = _FILE.fullmatch(name.replace("\\", "/").rsplit("/", 1)[-1])
    if match is None:
        raise SymbolError(f"{name!r} is no file name of a document: it lacks '-' and a language")
    plain = re.sub(r"_(?=\(|\[)|_(?=[A-Z](?:-[A-Z])?(?:_\(|$))", " ", match["stem"])
    plain = re.sub(r"\([^()]*\)", lambda m: m[0].replace("_", " "), plain)
    return Located(parse(plain.replace("_", "/")), match["language"].lower())


def _recased(path: str) -> str:
    """Give an address typed in small letters the capitals that the series and natures have."""
    path = re.sub(r"(?<=\d)([a-z](?:-[a-z])?)$", lambda m: m[1].upper(), path)
    path = re.sub(r"\((?:e?s-)?[ivxlc]+\)", lambda m: m[0].upper(), path)
    parts = path.split("/")
    if not path.islower() and not any(part.islower() and part.isalpha() for part in parts):
        return path
    upper = [p.upper() if p.isalpha() or len(p) < 3 else p for p in parts]
    return "/".join(upper)
