"""The start tags of a file: what each element is called and what it bears.

Where a file is written plainly, its tags are read from the bytes, each wording but once however
many files it recurs in. That takes a fraction of the time in which lxml makes its strings anew for
each element of each file. Whatever is written in any other way is read from the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from sys import intern
from typing import Any, NamedTuple, cast

from an2un.check.eids import Claim, claim
from an2un.check.elements import AKN, LOCAL, XML, Element
from an2un.check.loading import encoding_of

_AKN, _XML = f"{{{AKN}}}", f"{{{XML}}}"
# Wordings and bytes of one: hostile files hold any number of any length. Two hundred resolutions
# have some 21,000 of them, which take 15 MB; of those of a further one, five of six are known then.
_KEPT, _LONGEST = 30_000, 500

# Every start tag: XML allows no "<" in values and texts. Comments, CDATA sections and processing
# instructions may hold some; then more is found than there are elements. A tag with ">" in a value
# is cut short there, which leaves a quotation mark open.
_TAGS: Callable[[bytes], list[bytes]] = re.compile(rb"<([^/!?>][^>]*)>").findall
# White space in values would have to be turned into blanks.
_ATTRIBUTE = re.compile(
    r"[ \t\r\n]+([^ \t\r\n/=\"'&]+)[ \t\r\n]*=[ \t\r\n]*(?:\"([^\"\t\r\n]*)\"|'([^'\t\r\n]*)')"
)
_TAG = re.compile(rf"([^ \t\r\n/=\"'&]+)((?:{_ATTRIBUTE.pattern})*)[ \t\r\n]*/?")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


# Attributes that hold `#id` (XSD types agentRef, roleRef, conceptRef, eventRefRef, wIdRef …).
POINTING = frozenset((
    "as", "by", "choice", "earliest", "end", "for", "from", "href", "latest",
    "originatingExpression", "outcome", "period", "refersTo", "source", "src", "start", "target",
    "to", "upTo",
))  # fmt: skip
_YEAR_ONE = "0001-01-01"
# The attributes of the XSD type anyURI and of those made of it, and values that libxml2 accepts
# there (xmlschemastypes.c, uri.c): one mark # at most, no port, no address in brackets.
ADDRESSES = POINTING | {
    "alternativeTo", "current", "dictionary", "empoweredBy", "includedIn", "original",
    "placementBase",
}  # fmt: skip
_SIGN = r"(?:[^:#%\[\]]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(rf"(?:https?://(?:(?!@){_SIGN})*|(?!//){_SIGN}*)(?:#{_SIGN}*)?")


class Tag(NamedTuple):
    """A start tag.

    name        of the element; "" where it is none of Akoma Ntoso's
    attributes  those without a namespace or of XML itself, by their names as lxml spells them
    eid         the eId, None where it has none
    claim       what the eId says that its element has to bear out, None if nothing
    targets     the identifiers that it points at
    hollow      whether an attribute is all blanks or the year 1
    sound       whether all its addresses are such by their form
    """

    name: str
    attributes: dict[str, str]
    eid: str | None
    claim: Claim | None
    targets: tuple[str, ...]
    hollow: bool
    sound: bool


def _tag(name: str, attributes: dict[str, str]) -> Tag:
    eid = attributes.get("eId")
    values = attributes.items()
    return Tag(
        name,
        attributes,
        eid,
        claim(name, eid) if eid is not None and name else None,
        tuple(value[1:] for key, value in values if value[:1] == "#" and key in POINTING),
        any(is_hollow(value) for key, value in values if key != "eId"),
        all(is_address(value) for key, value in values if key in ADDRESSES),
    )


def is_address(value: str) -> bool:
    """Tell whether a value is plainly of the XSD type anyURI."""
    return _ADDRESS.fullmatch(value) is not None


def is_hollow(value: str) -> bool:
    """Tell whether a value is none: all blanks, or a date of the year 1."""
    return not value.strip() or value.startswith(_YEAR_ONE)


NO_TAG = _tag("", {})


class _UnclearError(Exception):
    """The wording is none that can be read by itself."""


class _Worded(dict[bytes, Tag]):
    """Start tags by their wording."""

    def __missing__(self, wording: bytes) -> Tag:
        if len(self) > _KEPT:
            self.clear()
        tag = _read(wording.decode("utf-8", "replace"))
        if len(wording) <= _LONGEST:
            self[wording] = tag
        return tag


_WORDED = _Worded()


def tags(elements: Sequence[Element], data: bytes) -> list[Tag]:
    """Return the start tags of all elements of a file, in document order.

    data  the file, b"" where only the tree is there
    """
    root: Any = elements[0]
    if root.prefix is None and root.tag.startswith(_AKN) and encoding_of(data) == "utf-8":
        try:
            found = list(map(_WORDED.__getitem__, _TAGS(data)))
        except _UnclearError:
            return list(map(_of, elements))
        if len(found) == len(elements):
            return found
    return list(map(_of, elements))


def _of(element: Element) -> Tag:
    """Return the start tag of an element of the tree."""
    name = LOCAL[element.tag]
    attributes = {
        key: value
        for key, value in cast("list[tuple[str, str]]", element.items())
        if key[0] != "{" or key.startswith(_XML)
    }
    return _tag("" if name[0] == "{" else name, attributes)


def _read(wording: str) -> Tag:
    """Read a start tag in which names without a prefix are Akoma Ntoso's."""
    whole = _TAG.fullmatch(wording)
    if whole is None:
        raise _UnclearError
    attributes: dict[str, str] = {}
    for name, double, single in _ATTRIBUTE.findall(whole[2]):
        value = _REFERENCE.sub(_resolved, double or single)
        prefix, _, own = name.rpartition(":")
        if name == "xmlns" or prefix == "xmlns":
            if (value == AKN) is (prefix == "xmlns"):
                raise _UnclearError  # elements of Akoma Ntoso with a prefix, or others without
        elif prefix in ("", "xml"):
            attributes[intern(f"{_XML}{own}" if prefix else name)] = value
    # names that are the same object are found in dictionaries without being compared
    return _tag("" if ":" in whole[1] else intern(whole[1]), attributes)


def _resolved(reference: re.Match[str]) -> str:
    """Return the character that a reference stands for."""
    if reference[3]:
        return _ENTITIES[reference[3]]
    return chr(int(reference[1], 16) if reference[1] else int(reference[2]))
