"""The eIds that the elements of a file should have, by the naming convention."""

from __future__ import annotations

from an2un.akn.eid import Ids, number_part
from an2un.check import identifiers
from an2un.check.eids import ABBREVIATIONS, ALONE, REQUIRED
from an2un.check.elements import Element, child, local, words
from an2un.check.index import Index

_INLINE = frozenset((
    "authorialNote", "concept", "entity", "event", "location", "mmod", "mod", "object",
    "organization", "person", "process", "quantity", "ref", "rmod", "role", "rref", "term",
))  # fmt: skip
_ENTRIES = "TLC"
# Labels of the metadata and names of components are as good as numbers.
_LABELLED = frozenset(("componentData", "component", "keyword", "publication"))
_BODIES = frozenset(("amendmentBody", "body", "debateBody", "judgmentBody", "mainBody"))
_UNPREFIXED = frozenset((*_BODIES, "components", "p", "span"))
_FAULTS = (
    identifiers.eid_form, identifiers.eid_element, identifiers.eid_prefix, identifiers.eid_number,
    identifiers.eid_missing, identifiers.change_eid, identifiers.annex_eid,
)  # fmt: skip


def renumbered(index: Index) -> dict[Element, str]:
    """Return the eId of every element that has or needs one, where it is another than it has.

    Entries of the references keep theirs: they are labels that others may point at. A file whose
    eIds no rule objects to keeps them all: there is more than one way to number.
    """
    if not index.repeated and not any(True for rule in _FAULTS for _ in rule(index)):
        return {}
    made: dict[Element, str] = {}
    ids = Ids()
    counts: dict[tuple[object, str], int] = {}
    for element in index.root.iter("*"):
        name = local(element)
        eid = element.get("eId")
        if name.startswith((_ENTRIES, "{")) or (name in _LABELLED and eid):
            if eid:
                made[element] = ids.claim(eid)
            continue
        if eid is None and name not in REQUIRED:
            continue
        made[element] = ids.claim(_wanted(element, name, made, counts))
    return {element: new for element, new in made.items() if element.get("eId") != new}


def _wanted(
    element: Element, name: str, made: dict[Element, str], counts: dict[tuple[object, str], int]
) -> str:
    """Return the eId of an element before it is made unique."""
    reference = ABBREVIATIONS.get(name, name)
    if name == "hcontainer":
        reference = element.get("name") or name
    container = _container(element, made)
    if name in _BODIES:
        return f"{container}__{reference}" if container else reference
    inline = name in _INLINE or _in_metadata(element)
    prefix = container if inline else _prefix(element, made)
    number = "" if name in ALONE else _printed(element)
    if not number and name not in ALONE:
        key = (prefix, reference)
        counts[key] = counts.get(key, 0) + 1
        number = str(counts[key])
    last = f"{reference}_{number}" if number else reference
    return f"{prefix}__{last}" if prefix else last


def _printed(element: Element) -> str:
    """Return the number part of the printed number of a unit, "" if it has none."""
    num = child(element, "num")
    return number_part(words(num)) if num is not None else ""


def _prefix(element: Element, made: dict[Element, str]) -> str:
    """Return the new eId of the nearest unit around an element."""
    for above in element.iterancestors("*"):
        if above in made and local(above) not in _UNPREFIXED:
            return made[above]
    return ""


def _container(element: Element, made: dict[Element, str]) -> str:
    """Return the new eId of the annex or component around an element, "" outside."""
    for above in element.iterancestors("{*}attachment", "{*}component"):
        return made.get(above, "")
    return ""


def _in_metadata(element: Element) -> bool:
    return next(element.iterancestors("{*}meta"), None) is not None
