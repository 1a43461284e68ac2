"""Lines that were wrapped again at a narrower width."""

from __future__ import annotations

import re

import pytest

from an2un.readers.wrapped_again import joined_again
from tests.readers.delivery import evenly, folded, page

WIDE = "\u6e2f\u53e3\u706f\u5854\u5b88\u62a4\u8005\u6bcf\u665a\u70b9\u706f" * 9


@pytest.mark.parametrize("apart", [False, True], ids=["lines", "empty lines between"])
@pytest.mark.parametrize("width", [60, 66, 72])
def test_lines_are_as_they_were_before(width: int, apart: bool) -> None:
    text = page(88, apart=apart)
    again = folded(text, width)
    assert again != text
    assert evenly(joined_again(again)) == evenly(text)
    assert evenly(joined_again(again.replace("\n", " \n"))) == evenly(text)


@pytest.mark.parametrize("width", [60, 72, 88])
def test_lines_that_were_wrapped_once_stay(width: int) -> None:
    for text in (page(width), page(width, apart=True)):
        assert joined_again(text) is text


def test_paragraphs_in_a_line_each_stay_when_they_are_wrapped() -> None:
    text = folded(page(4000), 72)
    assert joined_again(text) is text


def test_the_end_of_a_paragraph_is_not_joined_to_the_next() -> None:
    text = page(88).replace("light their lamps", "light lamps")
    marked = joined_again(folded(text + "  3. Decides.\n", 66))
    assert "\n  3. Decides." in marked


def test_lines_set_in_are_joined_to_what_stands_at_the_edge() -> None:
    text = "".join(f"    {line}" for line in page(84).splitlines(keepends=True))
    assert evenly(joined_again(folded(text, 66))) == evenly(text)


def test_addresses_are_lists_and_no_rests() -> None:
    links = "".join(f"https://shores.example/maps/of/the/northern/coast/{n}\n" for n in range(4))
    assert joined_again(folded(page(88) + links, 66)).endswith(links)


def test_chinese_is_joined_without_blanks() -> None:
    text = "".join(WIDE[at : at + 40] + "\n" for at in range(0, 97, 7))
    again = re.sub("(?m)^(.{33})(?=.)", "\\1\n", text)
    assert joined_again(again) == text


def test_a_hyphen_at_the_cut_is_joined_without_a_blank() -> None:
    text = page(88).replace("northern coasts hides", "north-north-eastern coast hides")
    again = [folded(text, width, at_hyphens=True) for width in range(60, 76)]
    assert any("north-\n" in broken for broken in again)
    assert all(evenly(joined_again(broken)) == evenly(text) for broken in again)


def test_notes_in_smaller_type_hold_more_than_the_lines_of_the_text() -> None:
    text = page(82) + "__________\n" + "".join(page(94).splitlines(keepends=True)[1:7])
    assert evenly(joined_again(folded(text, 66))) == evenly(text)
