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


def test_a_letter_may_touch_a_chinese_title() -> None:
    text = (
        "99/301. 外滩\n\nA灯塔\n\n大会，\n\n1. 决定修复灯塔。\n\n"
        "第78次全体会议\n2044年12月22日\n\nB渔业\n\n大会，\n\n1. 决定清点鱼类。\n"
    )
    first, second = collection(text, "zh").parts
    assert [words(line) for line in first.masthead.title] == ["A灯塔"]
    assert [words(line) for line in second.masthead.title] == ["B渔业"]


def test_a_part_begins_below_the_closing_lines_of_the_one_before() -> None:
    head = "2/2\n\nOuter Shoals\n\nA/RES/99/301\n"
    text = PARTS.replace("2044\n\nB\nFISHERIES", f"2044\n\n\n{head}\n\n\nB Fisheries")
    text = "A/RES/99/301\n" + text
    first, second = collection(text).parts
    assert body(first)[-1] == "closing: 78th plenary meeting 22 December 2044"
    assert [words(line) for line in second.masthead.title] == ["B Fisheries"]


def test_a_part_begins_with_its_letter_alone_where_the_title_repeats_it() -> None:
    doubled = PARTS.replace("\nB\n", "\nB\n\nB ").replace("\nA\n", "\nA\n\nA ")
    first, second = collection(doubled).parts
    assert [words(line) for line in first.masthead.title] == ["A", "A LIGHTHOUSES"]
    assert [words(line) for line in second.masthead.title] == ["B", "B FISHERIES"]
    assert not first.annexes
