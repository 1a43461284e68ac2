"""Several resolutions under one number."""

from __future__ import annotations

from tests.parse.stages import body, collection, resolution, words

PARTS = """\
99/301. Outer Shoals

A
LIGHTHOUSES

The General Assembly,

Recalling its resolutions,

1. Decides to repair the lighthouses.

78th plenary meeting
22 December 2044

B
FISHERIES

The General Assembly,

Noting that fish are few,

1. Decides to count them;

2. Urges all States to help.
"""


def test_each_part_has_title_formula_and_numbering_of_its_own() -> None:
    first, second = collection(PARTS).parts
    assert [words(line) for line in first.masthead.title] == ["A", "LIGHTHOUSES"]
    assert [words(line) for line in second.masthead.title] == ["B", "FISHERIES"]
    assert body(first) == [
        "formula: The General Assembly,",
        "recital: _Recalling_ its resolutions,",
        "1. _Decides_ to repair the lighthouses.",
        "closing: 78th plenary meeting 22 December 2044",
    ]
    assert [line[:2] for line in body(second)[2:]] == ["1.", "2."]


def test_the_title_they_share_stands_in_the_masthead() -> None:
    assert [words(line) for line in collection(PARTS).masthead.title] == ["99/301. Outer Shoals"]


def test_letters_without_formulas_are_titles() -> None:
    text = "The General Assembly,\n\nA\n\n1. Decides to act;\n\nB\n\n2. Decides to rest.\n"
    assert [line.strip()[:5] for line in body(resolution(text))[1:]] == [
        "title", "1. _D", "title", "2. _D",
    ]  # fmt: skip


def test_one_letter_makes_no_collection() -> None:
    text = PARTS[: PARTS.index("B\nFISHERIES")]
    assert body(resolution(text))[-2:] == [
        "1. _Decides_ to repair the lighthouses.",
        "closing: 78th plenary meeting 22 December 2044",
    ]


def test_letters_out_of_order_make_no_collection() -> None:
    found = body(resolution(PARTS.replace("B\nFISHERIES", "D\nFISHERIES")))
    assert len([line for line in found if "formula:" in line]) == 2
