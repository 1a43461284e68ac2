"""The eIds of a file that some rule may object to, taken apart."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from an2un.check.eids import DOUBTFUL, LABELLED, is_part, is_well_formed
from an2un.check.elements import Element
from an2un.check.index import Index
from an2un.check.tags import NO_TAG

_CLAIM = attrgetter("claim")
_CLAIM = attrgetter("claim")
_AROUND = "(). \t\n"


class Reading(NamedTuple):
    """An eId taken apart: what stands before the last part, the element and the number of it."""

    element: Element
    name: str
    eid: str
    prefix: str
    reference: str
    number: str


def readings(index: Index) -> list[Reading]:
    """Return the well-formed eIds that some rule may object to, taken apart; computed once."""
    return index.once(_readings)


def _readings(index: Index) -> list[Reading]:
    found = []
    for element, name, eid in index.once(doubtful):
        prefix, _, last = eid.rpartition("__")
        if is_part(last) and (not prefix or prefix in index.ids or is_well_formed(prefix)):
            head, _, number = last.partition("_")
            found.append(Reading(element, name, eid, prefix, head, number))
    return found


def doubtful(index: Index) -> list[tuple[Element, str, str]]:
    """Return the elements with an eId that some rule may object to: element, name, eId.

    Passed over are the eIds that are plainly right, nine of ten: well formed, by the abbreviation
    of the element, continuing the eId of the element right around it, with the number printed.
    """
    tags, printed = index.tags, index.printed.get
    alone = not index.all("attachment") and not index.all("component")
    found: list[tuple[Element, str, str]] = []
    for element, tag in compress(tags.items(), map(_CLAIM, tags.values())):
        prefix, number = tag.claim or DOUBTFUL
        around = tags.get(element.getparent(), NO_TAG)
        if (around.eid == prefix or (not prefix and alone and around.name == "mainBody")) and (
            number is None or number == printed(element, number).strip(_AROUND)
        ):
            continue
        found.append((element, tag.name, tag.eid or ""))
    return _all(index) if index.thorough else found


def _all(index: Index) -> list[tuple[Element, str, str]]:
    """Return the same of all eIds that follow from the names of their elements."""
    return [
        (element, tag.name, tag.eid)
        for element, tag in index.tags.items()
        if tag.eid is not None and tag.name and tag.name not in LABELLED
    ]
