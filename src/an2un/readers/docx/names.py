"""The names of WordprocessingML, short: `w:p` for both namespaces that ECMA-376 gives it."""

from __future__ import annotations

from lxml import etree

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",  # transitional
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # strict
)
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


class _Keys(dict[str, str]):
    """Names with their namespaces to short names; each is shortened once."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name[1:].partition("}") if name[:1] == "{" else ("", "", name)
        prefix = _PREFIXES.get(namespace, "w" if not namespace else "other")
        key = f"{prefix}:{local}"
        if len(self) < _KEPT:
            self[name] = key
        return key


_KEPT = 4000  # names that are kept; the standard has fewer
key_of = _Keys()
"""The short name of an element or attribute; `other:` for namespaces that say nothing here."""


def value(element: etree._Element, local: str = "val") -> str:
    """Return an attribute of WordprocessingML, "" where it is missing."""
    found = element.get(_OPENED[0] + local)
    return (element.get(_OPENED[1] + local) or "") if found is None else found


_OPENED = tuple(f"{{{namespace}}}" for namespace in _WORD)


def relation(element: etree._Element) -> str:
    """Return the identifier of the relationship that an element names, "" for none."""
    return next((str(said) for name, said in element.items() if key_of[str(name)] == "r:id"), "")


def is_on(element: etree._Element) -> bool:
    """Whether an element that switches something switches it on (ST_OnOff)."""
    return value(element) not in _OFF


_OFF = frozenset(("0", "false", "off", "none"))


def number(text: str) -> int | None:
    """Return the whole number that an attribute says, None for none; Word never exceeds 31 bits."""
    digits = text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        return None
    return int(text)


_MOST_DIGITS = 9


def tags(*names: str) -> tuple[str, ...]:
    """Return the full names of elements of WordprocessingML in both of its namespaces."""
    return tuple(f"{{{namespace}}}{local}" for namespace in _WORD for local in names)
