"""Public addresses and file names of documents: the symbol and language that they name."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from an2un.symbol.parts import Symbol, SymbolError
from an2un.symbol.printed import parse

_URL = re.compile(
    r"https?://(?:www\.|daccess-)?(?:undocs|docs\.un|ods\.un|ods)\.org/"
    r"(?:(?P<language>ar|zh|ch|en|fr|ru|es|sp|de|ot)/)?(?P<symbol>[^?#]+)",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?P<stem>.+)-(?P<language>[A-Z]{2})(?:\.[A-Za-z0-9.]+)?")
_URL_LANGUAGE = {"ch": "zh", "sp": "es", "ot": ""}  # ot: other languages, it does not say which


class Located(NamedTuple):
    """A symbol with the language of the version that an address or a file name leads to."""

    symbol: Symbol
    language: str


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
