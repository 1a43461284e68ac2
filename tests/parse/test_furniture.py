"""Furniture that the page tells by its place, whatever the shape."""

from __future__ import annotations

from an2un.parse.furniture import furniture
from tests.parse.laid_out import laid_out


def test_what_stands_outside_the_text_is_furniture_and_keeps_the_name_of_its_shape() -> None:
    page = ["The General Assembly,", "foot:Please recycle", "foot:1/2", "head:Shores"]
    assert furniture(laid_out(page), 0) == ["", "page foot", "page number", "running head"]


def test_a_link_alone_on_a_line_of_a_note_is_text() -> None:
    link = "https://shores.example/maps"
    page = ["The General Assembly,", f"note:{link}", f"foot:{link}"]
    assert furniture(laid_out(page), 0) == ["", "", "link target"]


def test_what_stood_beside_the_lines_is_furniture() -> None:
    page = ["The General Assembly,", "1. Decides.", "margin:> > >"]
    assert furniture(laid_out(page), 0) == ["", "", "margin"]
