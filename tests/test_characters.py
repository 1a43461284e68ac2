"""The law of characters: what says the same in other characters gives the same tree.

Extractors differ in the characters that they write for one page: digits of another script,
hyphens that do not break, ligatures, accents behind their letters, marks that nobody sees; and in
the blanks between words and at the margin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import an2un
from an2un import tree
from an2un.record import replace
from an2un.walk import rewrite
from an2un.wording.legible import legible
from an2un.wording.traditional import PAIRS

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/source.txt"))


def digits(zero: int) -> Callable[[str], str]:
    """Return a function that writes digits in another script, given the point of its zero."""
    return lambda text: text.translate({ord(str(i)): chr(zero + i) for i in range(10)})


# where one simplified character stands for several, the last of them
TRADITIONAL = str.maketrans(PAIRS[1::2], PAIRS[::2])
SIMPLIFIED = str.maketrans(PAIRS[::2], PAIRS[1::2])

WAYS: dict[str, Callable[[str], str]] = {
    "fixed blanks": lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0", text),
    "doubled blanks": lambda text: re.sub(r"(?<=\S\S) (?=\S)", "  ", text),
    "a margin": lambda text: re.sub(r"(?m)^(?=.)", "      ", text),
    "hyphens": lambda text: text.replace("-", "\u2010"),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("ff", "\ufb00"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "marks at lines": lambda text: re.sub(r"(?m)^(?=\S)|(?<=\S)$", "\u200f", text),
    "marks at words": lambda text: re.sub(r" (?=\S)", " \u200b", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-zа-я]{4})(?=[a-zа-я]{4})", "\u00ad", text),
    "Arabic digits": digits(0x660),
    "full width": digits(0xFF10),
    "traditional": lambda text: text.translate(TRADITIONAL),
}


def shown(document: tree.Document) -> tree.Document:
    """Return a document in the characters that the tables know."""
    made: tree.Document = rewrite(document, _shown)
    return made


def _shown(node: Any) -> Any:
    if isinstance(node, tree.Text):
        text = legible(node.text).translate(SIMPLIFIED)
        return tree.Text(text) if text else None
    marker = getattr(node, "marker", None)
    return replace(node, marker=legible(marker)) if marker else node


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_other_characters_give_the_same_tree(name: str, way: str) -> None:
    text = (EXAMPLES / name / "source.txt").read_text(encoding="utf-8")
    told = an2un.Options(supplied=an2un.Supplied(language=name[:2]))
    plain, other = an2un.convert(text, told), an2un.convert(WAYS[way](text), told)
    assert shown(other.document) == shown(plain.document)
    assert (other.valid, other.covered, other.lost) == (True, True, 0)
    assert [finding.code for finding in other.findings] == [f.code for f in plain.findings]
    assert (other.identity.symbol, other.identity.adopted) == (
        plain.identity.symbol, plain.identity.adopted,
    )  # fmt: skip
    assert an2un.read(other.xml) == other.document
