"""The laws of tree, XML and text, on any tree that the types allow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from an2un import akn, plain, walk
from an2un.akn.names import FORMS
from an2un.akn.parsing import parse
from an2un.akn.sheet import address
from an2un.check import schema
from an2un.diagnostics import Diagnostic
from an2un.identity import Identity, Supplied, identify
from an2un.tree import (
    Document,
    Field,
    Link,
    Masthead,
    Paragraph,
    Preamble,
    Provision,
    Reference,
    Resolution,
    Role,
    Text,
)
from tests.strategies import documents, targets

MADE = akn.Made(
    date="2044-11-08", version="0", sha256="ab" * 32, size=1, name="a & b.txt", format="text/plain"
)


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def written(document: Document) -> bytes:
    return akn.to_bytes(document, identified(document), MADE)


def identified(document: Document) -> Identity:
    return identify(document, Supplied(), ignore)


@given(documents)
def test_reading_what_was_written_gives_the_tree(document: Document) -> None:
    assert akn.from_bytes(written(document), ignore) == document


@given(documents)
def test_every_tree_is_written_valid(document: Document) -> None:
    assert schema.validate_bytes(written(document)) == []


@given(documents)
def test_identifiers_are_unique_and_what_points_at_them_resolves(document: Document) -> None:
    root = parse(written(document))
    eids = [element.get("eId") for element in root.iter() if element.get("eId")]
    assert len(eids) == len(set(eids))
    pointing = ("refersTo", "source", "by", "as", "for", "outcome", "href")
    targets = {
        value[1:]
        for element in root.iter()
        for name in pointing
        if (value := element.get(name, "")).startswith("#")
    }
    assert targets <= set(eids)


@given(documents)
def test_the_same_tree_gives_the_same_bytes(document: Document) -> None:
    assert written(document) == written(document)


@given(documents)
def test_forgetting_twice_is_forgetting_once_and_changes_no_word(document: Document) -> None:
    once = plain.forget(document)
    assert plain.forget(once) == once
    assert plain.text(once).split() == plain.text(document).split()


@given(documents)
def test_the_normal_form_is_normal(document: Document) -> None:
    assert walk.normal(document) == document


@given(targets, targets, targets, st.sampled_from(sorted(FORMS)))
def test_any_target_address_and_value_is_written_valid(
    target: str, href: str, value: str, role: Role
) -> None:
    words = (Text("words"),)
    line = Paragraph((Reference(target, words), Link(href, words), Field(role, words, value)))
    provision = Provision("1.", None, (line,))
    masthead = Masthead((line,), (line,), (line,), (line,), (line,))
    document = Resolution("en", "resolution", masthead, Preamble(), (provision,), (line,))
    xml = written(document)
    assert schema.validate_bytes(xml) == []
    assert plain.text(akn.from_bytes(xml, ignore)) == plain.text(document)


@given(targets)
def test_an_address_is_an_address_already(target: str) -> None:
    assert address(address(target)) == address(target)
