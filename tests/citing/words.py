"""Reading a text as a document of an organ: what the tests of citations ask."""

from __future__ import annotations

from an2un.citing import Citation, Own, Reading, read
from an2un.citing.wording import load
from an2un.language import load as language


def reading(text: str, code: str = "en", organ: str = "generalAssembly", year: int = 0) -> Reading:
    """Return what a text of an organ cites and names."""
    table = language(code)
    own = Own(organ, year, table.direction == "rtl")
    return read(text, load(code), table.find_dates, own)


def cited(text: str, code: str = "en", organ: str = "generalAssembly") -> list[Citation]:
    """Return the citations of a text."""
    return list(reading(text, code, organ).citations)


def pairs(text: str, code: str = "en", organ: str = "generalAssembly") -> list[tuple[str, str]]:
    """Return the words of each citation, and the symbol with its date."""
    return [
        (text[c.start : c.end], f"{c.symbol} {c.date}".strip() or c.target or c.kind)
        for c in cited(text, code, organ)
    ]
