from __future__ import annotations

from an2un.language import load
from an2un.parse.layout import layout
from an2un.parse.margins import Margin, is_unwrapped, margin_of
from an2un.parse.typesetting import rows_of
from tests.parse.stages import source_of

WORDS = "the lamps of all the harbours burn for those who are at sea when it is dark"


def margin(text: str) -> Margin:
    source = source_of(text)
    return margin_of(rows_of(source, layout(source, 0).pages, load("en")), 1.0)


def test_the_measure_lies_between_lines_and_what_would_not_have_fitted() -> None:
    text = "\n".join([WORDS] * 8)
    found = margin(text)
    assert found.explained >= 6
    assert found.ends(found.measure - 1)
    assert not found.ends(found.measure + 1)


def test_lines_of_all_lengths_have_no_measure() -> None:
    text = "\n".join(WORDS[:length] for length in range(10, 70, 6))
    assert not margin(text).ends(5.0)


def test_few_lines_tell_no_measure() -> None:
    assert margin(f"{WORDS}\nand shine").measure == 0


def test_lines_that_hold_most_of_a_text_and_end_anywhere_have_no_margin() -> None:
    nowhere = Margin(0.0, 0, 9)
    assert is_unwrapped([60, 20, 20], 20, nowhere)
    assert is_unwrapped([60, 40, 40], 60, nowhere)
    assert not is_unwrapped([60, 40, 40], 40, nowhere)
    assert not is_unwrapped([60] * 9, 60, Margin(60.1, 7, 9))
    assert is_unwrapped([60] * 9, 60, Margin(60.1, 5, 9))
