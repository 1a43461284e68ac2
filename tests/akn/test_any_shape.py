"""Files of any shape: read without an exception, no character lost, written valid."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from an2un import akn, walk
from an2un.akn.names import NAMESPACE
from an2un.akn.parsing import parse
from an2un.akn.reader import Element
from an2un.check import schema
from an2un.diagnostics import Diagnostic
from an2un.identity import Supplied, identify
from tests.akn.conservation import PARTS, in_file, in_tree
from tests.builders import doc, field, italic, line, note, par, points, recital, table

NAMES = (
    "paragraph", "section", "content", "p", "list", "sublist", "point", "num", "heading", "span",
    "subheading", "crossHeading", "container", "alinea", "wrapUp", "intro", "table", "tr", "td",
    "formula", "block", "sup", "a", "authorialNote", "embeddedStructure", "item", "blockList",
    "docTitle", "role", "organization", "event", "vote", "date", "docDate", "eol", "unknown",
)  # fmt: skip
SAMPLE = doc(
    (
        par("1.", line(italic("Decides"), " so", note("1", "See A."), ":"),
            points(par("(a)", "one:", points(par("(i)", "two"))), par("(b)", table(("c", "d"))))),
        par(None, line(field("organization", "Assembly", "generalAssembly"), " more")),
    ),
    formula="We,",
    recitals=(recital("Noting:", points(par("(a)", "all")), "and", "more"),),
    closing=(line(field("meeting", "9th meeting", "9")),),
)  # fmt: skip
ROOT = parse(akn.to_bytes(SAMPLE, identify(SAMPLE, Supplied(), lambda finding: None), akn.Made()))
CHANGES = st.tuples(
    st.integers(0, 10_000),
    st.one_of(st.sampled_from(NAMES), st.sampled_from(("=I", "=(a)\ty", "=1. z", "+", "+"))),
)


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def changed(changes: list[tuple[int, str]]) -> Element:
    """Return the sample as another's file, elements renamed, copied, given loose text."""
    root = deepcopy(ROOT)
    for references in list(root.iter(f"{{{NAMESPACE}}}references")):
        references.clear()
    for number, change in changes:
        inside = [element for part in root.iter(*PARTS) for element in part.iterdescendants()]
        element = inside[number % len(inside)]
        if change == "+":
            target = inside[(number * 7) % len(inside)]
            target.insert(0, deepcopy(element))
        elif change.startswith("="):
            element.text = change[1:]
        else:
            element.tag = f"{{{NAMESPACE}}}{change}"
    return root


@given(st.lists(CHANGES, min_size=1, max_size=8))
def test_any_shape_is_read_and_keeps_its_words(changes: list[tuple[int, str]]) -> None:
    root = changed(changes)
    document = akn.from_bytes(etree.tostring(root), ignore)
    assert in_file(root)
    assert not in_file(root) - in_tree(document)
    assert walk.normal(document) == document
    xml = akn.to_bytes(document, identify(document, Supplied(), ignore), akn.Made())
    assert schema.validate_bytes(xml) == []
    assert akn.from_bytes(xml, ignore) == document
