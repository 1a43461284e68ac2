"""The symbol of a document itself, whole or in two parts."""

from __future__ import annotations

import pytest

from an2un.parse.own_symbol import SYMBOL, own_symbol, parted_symbol, with_whole_symbols
from an2un.parse.passage import Passage, Piece
from an2un.source import Span
from tests.parse.stages import source_of


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("United Nations  A/C.2/99/L.31\n", "A/C.2/99/L.31"),
        ("United Nations\nA/99/L.17*\n", "A/99/L.17"),
        ("S/RES/9901 (2044)\n", "S/RES/9901 (2044)"),
        ("Nations Unies\tE/RES/2044/7\n", "E/RES/2044/7"),
        ("United Nations   S/RES/9901  (2044)\n", "S/RES/9901  (2044)"),
        ("United Nations   A/RES/99/1  B\n", "A/RES/99/1  B"),
        ("[on the report of the Committee (A/99/441)]\n", ""),
        ("Recalling A/99/441\n", ""),
    ],
)
def test_the_own_symbol_stands_alone_or_at_the_right_edge(text: str, symbol: str) -> None:
    assert own_symbol(source_of(text)) == symbol


def test_a_symbol_behind_words_is_the_own_one_if_pages_are_headed_with_it() -> None:
    head = "United Nations A/RES/99/118\nGeneral Assembly Distr.: General\n"
    assert own_symbol(source_of(head + "A/RES/99/118 Quiet nights\n")) == "A/RES/99/118"
    assert own_symbol(source_of(head + "Quiet nights A/RES/99/118\n")) == "A/RES/99/118"
    assert own_symbol(source_of(head + "Recalling A/99/441,\nA/99/17\n")) == "A/99/17"


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/99/118", "A/99/L.17/Rev.1", "A/RES/99/301 A", "A/RES/99/301 A-B", "A/RES/2200 (XXI)",
     "A/HRC/RES/98/7", "S/2044/131", "A/RES/ES-11/1"],
)  # fmt: skip
def test_symbols(symbol: str) -> None:
    assert SYMBOL.fullmatch(symbol)


def test_a_symbol_begins_at_no_stroke() -> None:
    assert SYMBOL.search("United Nations /RES/99/118") is None


@pytest.mark.parametrize(
    ("lines", "symbol"),
    [
        (["A", "United Nations /RES/99/118"], "A/RES/99/118"),
        (["S", "/RES/9901 (2044)"], "S/RES/9901 (2044)"),
        (["UNEP", "Nations Unies\t/EA.9/RES.7*"], "UNEP/EA.9/RES.7"),
        (["A", "United Nations"], ""),
        (["A", "and/or"], ""),
        (["Annex", "United Nations /RES/99/118"], ""),
    ],
)
def test_initials_in_larger_type_stand_above_the_rest(lines: list[str], symbol: str) -> None:
    assert parted_symbol(lines) == symbol


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        (["A", "United Nations /RES/99/118"], ["United Nations", "A/RES/99/118"]),
        (["A", "United Nations", "/RES/99/118"], ["United Nations", "A/RES/99/118"]),
        (["A", "/RES/99/118", "7 May 2044"], ["A/RES/99/118", "7 May 2044"]),
        (["A", "United Nations", "7 May 2044"], ["A", "United Nations", "7 May 2044"]),
    ],
)
def test_initials_are_put_before_the_rest(printed: list[str], whole: list[str]) -> None:
    text = "\n".join(printed)
    lines = [
        Passage(line, (Piece(0, Span(text.index(line), text.index(line) + len(line))),))
        for line in printed
    ]
    found = with_whole_symbols(lines)
    assert [passage.text for passage in found] == whole
    for passage in found:
        assert "".join(text[piece.span.start : piece.span.end] for piece in passage.pieces) == (
            passage.text
        )
