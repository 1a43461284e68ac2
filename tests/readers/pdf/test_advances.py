"""Where characters begin and end, where pdfium tells their ink or a box around slanted ones."""

from __future__ import annotations

import pytest

from an2un.readers.pdf.advances import room
from an2un.readers.pdf.faces import Face, Setting
from an2un.readers.pdf.frame import Box, Frame
from tests.readers.pdf.paper import Words
from tests.readers.pdf.test_read import read, styled, words

pytest.importorskip("pypdfium2")

PAGE = Frame(Box(0, 0, 600, 800))


def sides(
    text: str, boxes: list[tuple[float, float]], origins: list[float], *, slant: float = 0.0
) -> list[tuple[float, float]]:
    """Return the room of characters of 10 points; their boxes reach from 98 to 108, 100 is base."""
    edges = [edge for left, right in boxes for edge in (left, 108.0, right, 98.0)]
    setting = Setting(0, len(text), (0, 100), 10, 0, slant, Face())
    found = room(PAGE, edges, [setting], [*map(ord, text)], lambda index: (origins[index], 100))
    return [(round(left, 2), round(right, 2)) for left, right in zip(*found, strict=True)]


def test_an_ideograph_takes_an_em_whatever_its_ink() -> None:
    assert sides("日本", [(12.0, 18.0), (20.0, 30.0)], [10, 20]) == [(10, 20), (20, 30)]


def test_an_ideograph_of_condensed_type_takes_what_its_box_says() -> None:
    assert sides("日", [(10.0, 18.0)], [10]) == [(10, 18)]


def test_an_arabic_letter_begins_at_its_origin() -> None:
    assert sides("نا", [(15.9, 19.0), (11.0, 13.5)], [16, 10]) == [(16, 19), (10, 13.5)]


def test_the_letters_of_a_ligature_stay_where_its_box_was_divided() -> None:
    assert sides("لا", [(14.0, 18.0), (10.5, 14.0)], [10, 10]) == [(14, 18), (10, 14)]


def test_slanted_letters_take_the_room_they_have_on_their_baseline() -> None:
    assert sides("ab", [(9.5, 17.0), (14.5, 22.0)], [10, 15], slant=0.25) == [(10, 15), (15, 20)]
    assert sides("لا", [(14.5, 20.0), (10.5, 14.5)], [10, 10], slant=0.25) == [(10, 18)] * 2


def test_words_of_slanted_type_do_not_run_together() -> None:
    source = read(
        [
            Words(100, 700, "Recalling", turn="1 0 0.25 1"),
            Words(140.8, 700, "further", turn="1 0 0.25 1"),
            Words(171.5, 700, "the boats"),
        ]
    )
    assert words(source) == ["Recalling further the boats"]
    assert styled(source, source.lines[0]) == [("italic", "Recalling further")]
