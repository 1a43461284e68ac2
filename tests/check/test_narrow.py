from __future__ import annotations

import copy
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from an2un.check import narrow, pages, schema
from an2un.check.index import Index
from an2un.check.rule import Proof, Rule
from an2un.check.settings import Settings
from an2un.check.table import RULES
from an2un.check.verdict import judge

EXAMPLES = sorted(Path(__file__).resolve().parents[2].glob("examples/*/expected.akn.xml"))
TREES = [etree.parse(path).getroot() for path in EXAMPLES]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NAMES = sorted(narrow.NAMES | {"ins", "tblock", "debateBody", "amendmentBody", "unknown"})
ATTRIBUTES = sorted(narrow.ATTRIBUTES | {"status", "upTo", "pos", "level", "unknown"})
VALUES = (
    "#para_1", "2044-01-01", "1", "", "removed", "inline", "two words", "#two #identifiers",
    "#глава\u00a0первая", "\u00a0", "bottom", "un",
)  # fmt: skip
WRITTEN = [
    tree for tree in TREES if not tree.xpath("//@wId")
]  # seldom, and left to the whole schema
PROOFS: tuple[Proof, ...] = ("narrow", "strict")
PROVED = [rule for rule in RULES if rule.proof is not None]


def proved(proof: Proof) -> list[Rule]:
    """Return the rules that have nothing to find in what a narrow schema accepts."""
    return [rule for rule in PROVED if proof in (rule.proof, "strict")]


@pytest.mark.parametrize("proof", PROOFS)
@pytest.mark.parametrize("root", WRITTEN)
def test_what_is_written_is_accepted(root: etree._Element, proof: Proof) -> None:
    assert narrow.accepts(Index(root), proof)


@pytest.mark.parametrize("rule", PROVED, ids=[rule.code.id for rule in PROVED])
def test_a_proof_refuses_the_faulty_examples_of_its_rule(rule: Rule) -> None:
    examples = list(pages.examples(rule.code))
    assert examples
    for example, proof in product(examples, PROOFS):
        if rule in proved(proof):
            assert not narrow.accepts(Index(etree.fromstring(example.faulty.encode())), proof)


def test_what_is_left_out_is_judged_by_the_whole_schema() -> None:
    text = EXAMPLES[0].read_text("utf-8")
    other = text.replace("</p>", '<ins eId="ins_1">new</ins></p>', 1)
    assert other != text
    index = Index(etree.fromstring(other.encode()))
    assert not any(narrow.accepts(index, proof) for proof in PROOFS)
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
    for proof in PROOFS:
        if narrow.accepts(Index(root), proof):
            assert schema.lean().validate(root)
            assert_proved(root, proof)


def assert_proved(root: etree._Element, proof: Proof) -> None:
    """See that the rules that a schema proves find nothing in what it accepts."""
    index = Index(root, thorough=True)
    assert [found for rule in proved(proof) for found in rule.check(index)] == []


def test_proofs_hold_for_published_files(corpus: Path) -> None:
    accepted = 0
    for path in sorted((corpus / "corpus" / "official").glob("*valid/*.xml")):
        root = etree.parse(path).getroot()
        for proof in PROOFS:
            if narrow.accepts(Index(root), proof):
                accepted += 1
                assert_proved(root, proof)
    assert accepted
