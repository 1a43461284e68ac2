"""Pages in two columns of running text, and what only resembles them."""

from __future__ import annotations

import textwrap

import pytest

from an2un.diagnostics import Diagnostic
from an2un.readers.side_by_side import in_columns
from an2un.readers.text import read

WORDS = (
    "Recalling that the keepers of lighthouses have counted their lamps since the winter of the "
    "great storms, and that none of them was ever found without oil,\n"
    "Noting with concern that mist hides many of these lamps for weeks on end, and that ships "
    "which wait for it to lift lose the tide and with it what they hold,\n"
    "1. Requests all keepers to light their lamps at dusk and to write into their books by whom "
    "each of them was lit, and with how much oil;\n"
    "2. Invites the harbours to tell the keepers of all ships that are due before the evening."
    "\n3. Also invites them to say what was wanting in each of the regions of this coast, and asks "
    "for a report on lamps and oil that names why it was, before the storms of autumn close the "
    "harbours for small boats."
)


def column(words: str) -> list[str]:
    """Return paragraphs as the lines of one column."""
    return [
        line
        for paragraph in words.split("\n")
        for line in textwrap.wrap(paragraph, 36, initial_indent="   ")
    ]


def page(left: list[str], right: list[str], between: int = 5) -> str:
    """Return two columns as lines that hold both."""
    rows = max(len(left), len(right))
    pairs = zip(*(side + [""] * (rows - len(side)) for side in (left, right)), strict=True)
    return "\n".join(f"{a:{36 + between}}{b}".rstrip() for a, b in pairs)


def lines(text: str) -> list[str]:
    return [line for line in text.replace("\f", "\n").split("\n") if line]


@pytest.mark.parametrize("between", [2, 9])
def test_columns_are_put_one_after_the_other(between: int) -> None:
    whole = column(WORDS)
    half = len(whole) // 2
    text = page(whole[:half], whole[half:], between)
    assert lines(in_columns(text)) == whole


def test_what_stands_over_both_columns_stays_there() -> None:
    over = "Resolution adopted by the General Assembly on the keeping of lighthouses"
    whole = column(WORDS)
    half = len(whole) // 2
    text = f"{over}\n{page(whole[:half], whole[half:])}\n{over}\n{page(whole[:4], whole[4:8])}"
    assert lines(in_columns(text)) == [over, *whole, over, *whole[:8]]


def test_columns_of_a_text_with_pages_are_pages() -> None:
    whole = column(WORDS)
    half = len(whole) // 2
    text = "\f".join([page(whole[:half], whole[half:]), page(whole[:3], whole[3:5])])
    assert [lines(part) for part in in_columns(text).split("\f")] == [
        whole[:half], whole[half:], whole[:3], whole[3:5],
    ]  # fmt: skip


def test_wide_characters_take_two_columns() -> None:
    left = [
        f"\u56de\u987e\u706f\u5854\u770b\u5b88\u4eba\u6570\u8fc7\u706f\u76cf{n}"
        for n in "abcdefghijkl"
    ]
    right = [line[::-1] for line in left]
    text = "\n".join(f"{a}     {b}" for a, b in zip(left, right, strict=True))
    assert lines(in_columns(text)) == left + right


def test_rows_of_a_table_stay_together() -> None:
    cells = [
        (f"The keepers of harbour {n} light", f"Each evening of month {n}, by hand.")
        for n in range(20)
    ]
    assert in_columns(page([a for a, _ in cells], [b for _, b in cells])).count("\n") == 19
    figures = page(
        [f"The keepers of harbour {n} light" for n in range(20)], [str(n) for n in range(20)]
    )
    assert in_columns(figures) == figures


def test_justified_lines_stay_as_they_are() -> None:
    text = "\n".join(line.replace(" of ", "  of  ") for line in textwrap.wrap(WORDS * 3, 70))
    assert in_columns(text) is text


def test_columns_are_reported() -> None:
    found: list[Diagnostic] = []
    whole = column(WORDS)
    half = len(whole) // 2
    source = read(page(whole[:half], whole[half:]), "text", found.append)
    assert [finding.code.id for finding in found] == ["AU011"]
    assert [source.slice(line.span) for line in source.lines] == [line.strip() for line in whole]
