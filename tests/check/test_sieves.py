"""Sieves pass over what is plainly right: with them and without, every rule finds the same."""

from __future__ import annotations

import random
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from an2un.check import pages
from an2un.check.asked import asked
from an2un.check.index import Index
from an2un.check.layers import layer_of
from an2un.check.settings import Settings
from tests.check.pieces import COLLECTION, DRAFT, RESOLUTION

_ATTRIBUTE = re.compile(r' (?!xmlns|version=|encoding=)[\w:]+="[^"]*"')
_TEXT = re.compile(r">[^<>]+<")

Said = list[tuple[str, str, str]]


def said(xml: bytes, thorough: bool) -> Said:
    """Return what the rules find: code, place, message.

    thorough  without sieves, and with start tags read from the tree instead of the bytes
    """
    index = Index(etree.fromstring(xml), b"" if thorough else xml, thorough)
    return sorted(
        (rule.code.id, index.root.getroottree().getpath(finding.element), finding.message)
        for rule in asked(index, Settings(), None)
        for finding in rule.check(index)
    )


def test_sieves_hide_nothing_of_the_examples() -> None:
    for code in pages.catalogue().values():
        for example in pages.examples(code) if layer_of(code) in ("naming", "profile") else ():
            for text in example:
                assert said(text.encode(), False) == said(text.encode(), True), code.id


def changed(xml: str, seed: int, times: int) -> str:
    """Return a document with a few attributes and texts emptied, cut, doubled or lost."""
    rng = random.Random(seed)
    for _ in range(times):
        shape = _ATTRIBUTE if rng.random() < 0.8 else _TEXT
        places = list(shape.finditer(xml, xml.find("?>") + 2))
        place = rng.choice(places)
        name, quote, value = place[0].rpartition('="') if place[0][0] == " " else (">", "", "")
        value = (value or place[0][1:]).rstrip('"<')
        end = '"' if quote else "<"
        value = rng.choice((
            "", value + "/", value.replace("_", " ", 1), value + "_9", value[1:], " " + value,
            value.upper(), value + "__x_1", "#" + value, value.replace("/", "", 1), value + ",",
        ))  # fmt: skip
        new = "" if quote and rng.random() < 0.3 else f"{name}{quote}{value}{end}"
        xml = xml[: place.start()] + new + xml[place.end() :]
    return xml


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([RESOLUTION, DRAFT, COLLECTION]), st.integers(0, 10**6), st.integers(1, 12))
def test_sieves_hide_nothing_of_damaged_documents(xml: str, seed: int, times: int) -> None:
    text = changed(xml, seed, times).encode()
    assert said(text, False) == said(text, True)


def test_sieves_hide_nothing_of_published_files(corpus: Path) -> None:
    files = sorted((corpus / "corpus" / "official").glob("*valid/*.xml"))
    assert files
    for path in files[::4]:
        assert said(path.read_bytes(), False) == said(path.read_bytes(), True), path
