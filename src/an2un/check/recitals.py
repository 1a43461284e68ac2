"""Rules on the preamble: its formula and its paragraphs, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from an2un.check.elements import Element, child, local, qualified, speaks, words
from an2un.check.index import Index
from an2un.check.opening import COMMAS
from an2un.check.rule import Finding, quoted

_FORMULAE = ("enactingFormula", "enactingAuthority")
_PREAMBLE_IRI = "/akn/ontology/concept/un/preamble"


def formula_name(index: Index) -> Iterator[Finding]:
    """R140: the formula is an enactingFormula (P3-1) or enactingAuthority (P1-172)."""
    for formula in index.all("formula"):
        above = formula.getparent()
        name = (formula.get("name") or "").removeprefix("akn4un:")
        if above is not None and local(above) == "preamble" and name not in _FORMULAE:
            yield Finding(
                formula,
                f"the formula is named {quoted(formula.get('name') or '')}",
                'write name="enactingFormula"',
            )


def formula_first(index: Index) -> Iterator[Finding]:
    """R142: the formula opens the preamble."""
    for preamble in index.all("preamble"):
        formula = child(preamble, "formula")
        first = next(preamble.iterchildren("*"), None)
        if formula is not None and first is not None and local(first) != "formula":
            yield Finding(
                formula,
                f"{local(first)} {quoted(words(first))} stands before the enacting formula",
                "put the formula first",
            )


def recital_container(index: Index) -> Iterator[Finding]:
    """R143: each preambular paragraph has a container of its own."""
    container = qualified("container")
    for preamble in index.all("preamble"):
        for element in preamble.iterchildren(qualified("p"), qualified("container")):
            if len(element) == 1 and element.tag == container:  # one thing in it, as there should
                continue
            paragraphs = list(element.iterchildren(qualified("p")))
            if len(paragraphs) > 1:
                paragraphs = [p for p in paragraphs if speaks(p)]
            if local(element) == "p" and words(element):
                yield Finding(
                    element,
                    f"the preambular paragraph {quoted(words(element))} has no container",
                    "wrap it in a container named by its opening phrase",
                )
            elif len(paragraphs) > 1:
                yield Finding(
                    paragraphs[1],
                    f"{quoted(words(paragraphs[1]))} shares the container of another paragraph",
                    "write one container for each preambular paragraph",
                )


def recital_name(index: Index) -> Iterator[Finding]:
    """R144: the container of a preambular paragraph is named by its opening phrase."""
    for preamble in index.all("preamble"):
        for element in preamble.iterchildren(qualified("container")):
            name = element.get("name")
            if name is None or name[:1].isalpha():
                continue
            if not any(sign.isalpha() for sign in name):
                yield Finding(
                    element,
                    f"the preambular paragraph is named {quoted(name)}",
                    "name it by its opening phrase, as in Recalling",
                )


def list_in_preamble(index: Index) -> Iterator[Finding]:
    """R146: lists of the preamble are blockLists."""
    for preamble in index.all("preamble") if index.all("list") else ():
        for element in preamble.iter(qualified("list")):
            yield Finding(
                element,
                "the preamble holds a list; lists of preambular paragraphs are blockLists",
                "write blockList, listIntroduction and item",
            )


def recital_in_body(index: Index) -> Iterator[Finding]:
    """R148: a preambular paragraph in the body refers to #preamble."""
    for element in (*index.all("crossHeading"), *index.all("block")):
        if element.get("refersTo") or (local(element) == "block" and not _in_body(element)):
            continue
        text = words(element)
        if element.get("name") == "preamble" or text.endswith(COMMAS):
            yield Finding(
                element,
                f"the preambular paragraph {quoted(text)} is not marked as such",
                'add refersTo="#preamble"',
            )


def _in_body(element: Element) -> bool:
    above = element.getparent()
    return above is not None and local(above) == "mainBody"


def preamble_concept(index: Index) -> Iterator[Finding]:
    """R149: #preamble is the concept of the preamble (P2-31)."""
    entry = index.ids.get("preamble")
    if entry is None or "preamble" not in index.pointed:
        return
    if local(entry) != "TLCConcept" or (entry.get("href") or "") != _PREAMBLE_IRI:
        yield Finding(
            entry,
            f"#preamble is {local(entry)} {quoted(entry.get('href') or '')}",
            f'write <TLCConcept eId="preamble" href="{_PREAMBLE_IRI}" …/>; '
            'the preamble itself is eId="preamble_1"',
        )
