from __future__ import annotations

import copy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from an2un.check import narrow, schema
from an2un.check.settings import Settings
from an2un.check.verdict import judge

EXAMPLES = sorted(Path(__file__).resolve().parents[2].glob("examples/*/expected.akn.xml"))
TREES = [etree.parse(path).getroot() for path in EXAMPLES]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NAMES = sorted(narrow.NAMES | {"ins", "tblock", "debateBody", "amendmentBody", "unknown"})
ATTRIBUTES = sorted(narrow.ATTRIBUTES | {"status", "upTo", "pos", "level", "unknown"})
VALUES = ("#para_1", "2044-01-01", "1", "", "removed", "inline", "two words")


@pytest.mark.parametrize("root", TREES, ids=[path.parent.name for path in EXAMPLES])
def test_what_is_written_is_accepted(root: etree._Element) -> None:
    assert narrow.accepts(root)


def test_what_is_left_out_is_judged_by_the_whole_schema() -> None:
    text = EXAMPLES[0].read_text("utf-8")
    other = text.replace("</p>", '<ins eId="ins_1">new</ins></p>', 1)
    assert other != text
    assert not narrow.accepts(etree.fromstring(other.encode()))
    found = judge(other.encode(), Settings(level="1"))
    assert found == []


@given(st.data())
def test_what_it_accepts_the_whole_schema_accepts(data: st.DataObject) -> None:
    root = copy.deepcopy(data.draw(st.sampled_from(TREES)))
    elements = list(root.iter(f"{AKN}*"))[1:]
    for _ in range(data.draw(st.integers(1, 3))):
        element = data.draw(st.sampled_from(elements))
        above = element.getparent()
        changes = ["rename", "remove", "repeat", "empty", "attribute", "bare"]
        change = data.draw(st.sampled_from(changes))
        if change == "rename":
            element.tag = AKN + data.draw(st.sampled_from(NAMES))
        elif change == "attribute":
            element.set(data.draw(st.sampled_from(ATTRIBUTES)), data.draw(st.sampled_from(VALUES)))
        elif change == "bare":
            element.attrib.clear()
        elif change == "empty":
            del element[:]
        elif above is not None and change == "remove":
            above.remove(element)
        elif above is not None:
            above.append(copy.deepcopy(element))
    assert schema.lean().validate(root) or not narrow.accepts(root)
