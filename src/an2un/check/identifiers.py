"""Rules on eIds and wIds (OASIS Naming Convention, chapter 5; AKN4UN naming convention, eId)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from an2un.akn.eid import number_part
from an2un.check.eids import (
    ABBREVIATIONS,
    ALONE,
    NUMBERED,
    REQUIRED,
    UNITS,
    is_part,
    is_well_formed,
)
from an2un.check.elements import Element, child, label, local, qualified
from an2un.check.index import Index
from an2un.check.readings import Reading, doubtful, readings
from an2un.check.rule import Finding, quoted

_NO_PREFIX = frozenset(
    ("mainBody", "body", "amendmentBody", "debateBody", "judgmentBody", "components", "p", "span")
)
_SEPARATORS = frozenset(".,-–—/:·")


def eid_form(index: Index) -> Iterator[Finding]:
    """R102: an eId is a chain of parts, joined by two underscores."""
    ids = index.ids
    for element, _, eid in index.once(doubtful):
        prefix, _, last = eid.rpartition("__")
        if is_part(last) and (not prefix or prefix in ids or is_well_formed(prefix)):
            continue
        if not is_well_formed(eid):
            yield Finding(
                element,
                f"the eId {quoted(eid)} is not a chain of parts joined by __",
                "write each part as element_number, as in sec_III__para_3",
            )


def eid_element(index: Index) -> Iterator[Finding]:
    """R103, R104: a part names its element by the table of abbreviations, else by its name."""
    for reading in readings(index):
        name = reading.name
        expected = ABBREVIATIONS.get(name, name)
        if name == "hcontainer":
            expected = reading.element.get("name") or name
        if reading.reference == expected or _own_label(name):
            continue
        yield Finding(
            reading.element,
            f"the eId {quoted(reading.eid)} calls {name} {quoted(reading.reference)}; "
            f"expected {expected}",
            f"begin the last part of the eId with {expected}",
        )


def _own_label(name: str) -> bool:
    """Components may bear their own name (annex_1); foreign elements are not judged."""
    return name in ("attachment", "component", "publication") or name.startswith("{")


def eid_prefix(index: Index) -> Iterator[Finding]:
    """R105: the eId of a unit begins with the eId of the unit around it."""
    for reading in readings(index):
        name = reading.name
        if name not in UNITS:
            continue
        expected = _around(reading.element, index)
        if reading.prefix == expected or _through_note(reading, index):
            continue
        last = reading.eid.rpartition("__")[2]
        if reading.prefix and reading.prefix not in index.ids:
            message = f"continues {quoted(reading.prefix)}, an eId that no element has"
        else:
            around = f", {quoted(expected)}" if expected else ""
            message = f"does not continue that of the unit around it{around}"
        yield Finding(
            reading.element,
            f"the eId {quoted(reading.eid)} {message}",
            f"write {expected}__{last}"
            if expected
            else f"write {last}, or give the unit around it the eId {reading.prefix}",
        )


def _around(element: Element, index: Index) -> str:
    """Return the eId of the unit around an element, "" where none has one."""
    tags = index.tags
    above = element.getparent()
    while above is not None and (tags[above].eid is None or tags[above].name in _NO_PREFIX):
        above = above.getparent()
    return (tags[above].eid or "") if above is not None else ""


def _through_note(reading: Reading, index: Index) -> bool:
    """Units inside a note or an embedded text may begin anew at it."""
    for above in reading.element.iterancestors("{*}authorialNote", "{*}meta"):
        eid = index.tags[above].eid or ""
        if local(above) == "meta" or not eid or reading.prefix.startswith(eid):
            return True
    return False


def eid_number(index: Index) -> Iterator[Finding]:
    """R106: the number in an eId is the printed number without the signs around it."""
    tag = qualified("num")
    for reading in readings(index):
        if reading.name not in NUMBERED or not len(reading.element):
            continue
        first = reading.element[0]
        num = first if first.tag == tag else reading.element.find(tag)
        if num is None:
            continue
        printed = label(num)
        if not printed or reading.number == printed.strip("(). "):
            continue
        number = reading.number
        if number in _numbers(printed) or number.rpartition("_")[0] in _numbers(printed):
            continue
        expected = _numbers(printed)[0] if _numbers(printed) else ""
        if expected:
            yield Finding(
                reading.element,
                f"the eId {quoted(reading.eid)} numbers {quoted(printed)} as "
                f"{quoted(number)}; expected {expected}",
                f"end the eId in {reading.reference}_{expected}",
            )


@lru_cache(maxsize=4096)
def _numbers(printed: str) -> tuple[str, ...]:
    """Return the ways in which a printed number may stand in an eId, the likeliest first.

    The number may follow a word ("Section I", "Article 3"): then the last word counts.
    """
    text = unicodedata.normalize("NFKC", printed[:100])
    tokens = [token for token in (_clean(token) for token in text.split()) if token]
    if not tokens:
        return ()
    whole = _clean(text.replace(" ", ""))
    forms = [tokens[-1], whole, "".join(tokens[1:]), tokens[0], "-".join(tokens)]
    forms.append(number_part(printed[:100]))
    forms += [_western(form) for form in forms]
    return tuple(dict.fromkeys(form for form in forms if form))


def _clean(token: str) -> str:
    """Drop the signs around a number and join its inner parts by hyphens (11.2 -> 11-2)."""
    pieces: list[str] = [""]
    for sign in token:
        if sign.isalnum():
            pieces[-1] += sign
        elif sign in _SEPARATORS and pieces[-1]:
            pieces.append("")
    return "-".join(piece for piece in pieces if piece)


def _western(form: str) -> str:
    """Return the form with the digits 0 to 9, whatever script it was printed in."""
    return "".join(str(unicodedata.digit(s)) if s.isdecimal() else s for s in form)


def eid_missing(index: Index) -> Iterator[Finding]:
    """R107: elements of the group idreq carry an eId at level 2."""
    tags = index.tags
    for name, elements in index.by_name.items():
        for element in elements if name in REQUIRED else ():
            if tags[element].eid is None:
                yield Finding(
                    element,
                    f"{name} has no eId, which level 2 requires",
                    f'add one, as in eId="{_example(element, name, index)}"',
                )


def _example(element: Element, name: str, index: Index) -> str:
    """Return how the eId of an element may read where it stands: sec_1__heading."""
    num = child(element, "num")
    printed = number_part(label(num)) if num is not None else ""
    own = ABBREVIATIONS.get(name, name)
    last = own if name in ALONE else f"{own}_{printed or 1}"
    around = _around(element, index) if name in UNITS else ""
    return f"{around}__{last}" if around else last


def change_eid(index: Index) -> Iterator[Finding]:
    """R108: passages inserted or deleted can be pointed at."""
    for name in ("ins", "del"):
        for element in index.all(name):
            if index.tags[element].eid is None:
                yield Finding(element, f"{name} has no eId", f'add eId="{name}_1"')


def master_ids(index: Index) -> list[Element]:
    """Return the elements with wId, the eId of the master Expression."""
    return index.bearers("wId")


def wid_redundant(index: Index) -> Iterator[Finding]:
    """R109: wId only where it differs from eId."""
    for element in index.once(master_ids):
        eid = element.get("eId")
        if eid is not None and element.get("wId") == eid:
            yield Finding(element, f"wId repeats the eId {quoted(eid)}", "leave wId out")


def repeated(index: Index) -> list[Element]:
    """Return the elements whose eId an earlier one has."""
    return index.repeated


def eid_reused(index: Index) -> Iterator[Finding]:
    """R100: eIds are unique in the whole file; the XSD sees to that within one document only."""
    for element in index.repeated:
        eid = element.get("eId") or ""
        first = index.ids[eid]
        if _outermost(first, index) is not _outermost(element, index):
            yield Finding(
                element,
                f"the eId {quoted(eid)} is used by another document of the file",
                "begin it with the eId of its component",
            )


def _outermost(element: Element, index: Index) -> Element:
    """Return the outermost document around an element: the scope of the XSD's own check."""
    part = index.part_of(element)
    while part is not None and part.host is not None:
        part = part.host
    return index.root if part is None else part.element


def annex_eid(index: Index) -> Iterator[Finding]:
    """R112: every eId inside an annex or component begins with the eId of the annex."""
    for name in ("attachment", "component"):
        for container in index.all(name):
            own = index.tags[container].eid
            if own:
                yield from _unprefixed(container, own, index)


def _unprefixed(container: Element, own: str, index: Index) -> Iterator[Finding]:
    start = own + "__"
    for element in container.iter("*"):
        eid = index.tags[element].eid
        if eid is None or element is container or eid.startswith(start):
            continue
        if eid in index.ids and index.ids[eid] is not element:
            continue  # the affair of eid_reused or of the schema
        if local(element) not in UNITS:  # units are the affair of eid_prefix
            yield Finding(
                element,
                f"the eId {quoted(eid)} does not begin with {quoted(own)}, the eId of its annex",
                f"write {start}{eid}",
            )
