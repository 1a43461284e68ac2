"""What stands at the foot of a page: notes, feet of pages, and neither."""

from __future__ import annotations

import pytest

from an2un.readers.pdf.places import placed
from an2un.readers.pdf.printed import Printed, PrintedLine

BODY, SMALL = 10.0, 8.5  # points
CALLED = "Recalling the birds,1"


def line(text: str, base: float, size: float = BODY, *, gap: float = 0.0) -> PrintedLine:
    return PrintedLine(text, (), (), base, 72.0, 500.0, size, gap)


def page(number: int, *lines: PrintedLine) -> Printed:
    """Return a page whose text calls note 1."""
    called = line(CALLED, 500.0)._replace(styles=((20, 21, "superscript"),))
    above = [called, line("of the night,", 488.0)]
    return Printed(number, 612.0, 792.0, [*above, *lines], [], rtl=False)


def places(*pages: Printed) -> list[list[str]]:
    """Return the places of the lines below the text of each page."""
    return [[line.place for line in found.lines[2:]] for found in placed(pages)]


@pytest.mark.parametrize("mark", ["1 ", "(1) ", "1\t"])
def test_small_lines_are_notes_from_a_number_on_that_is_called(mark: str) -> None:
    note = line(f"{mark}See A/98/12.", 80.0, SMALL)
    assert places(page(1, note, line("annex.", 70.0, SMALL))) == [["note", "note"]]


def test_small_lines_that_no_call_names_are_text() -> None:
    assert places(page(1, line("3 lamps were lit.", 80.0, SMALL))) == [[""]]


def test_a_number_of_the_size_of_the_text_opens_no_note() -> None:
    assert places(page(1, line("1 lamp was lit.", 80.0))) == [[""]]


def test_a_job_number_below_notes_is_none_of_them() -> None:
    job = line("44-19021", 38.0, gap=2.0)
    assert places(page(1, line("1 See A/98/12.", 80.0, SMALL), job)) == [["note", ""]]


def test_the_end_of_a_note_stands_above_the_next_one() -> None:
    end, note = line("annex.", 90.0, SMALL, gap=0.75), line("1 See A/98/12.", 80.0, SMALL)
    assert places(page(1, end, note)) == [["note", "note"]]
    assert places(page(1, end, note._replace(gap=0.5))) == [["", "note"]]


def test_notes_that_end_in_the_same_words_are_no_feet() -> None:
    end = line("annex.", 70.0, SMALL)
    pages = [page(n, line(f"1 See A/9{n}/12,", 80.0, SMALL), end) for n in (1, 2, 3)]
    assert places(*pages)[1:] == [["note", "note"], ["note", "note"]]


def test_a_foot_on_many_pages_may_stand_right_below_the_text() -> None:
    pages = [page(n, line("44-19021", 70.0)) for n in range(1, 5)]
    assert places(*pages)[1:] == [["foot"]] * 3


def test_a_head_says_what_the_first_page_says_however_its_brackets_are_turned() -> None:
    def headed(number: int, symbol: str) -> Printed:
        above = [line(symbol, 750.0), line("Recalling the birds,", 700.0, gap=2.0)]
        return Printed(number, 612.0, 792.0, above, [], rtl=True)

    _, second = placed([headed(1, "S/RES/9 (2044)"), headed(2, "S/RES/9 )2044(")])
    assert [line.place for line in second.lines] == ["head", ""]


def test_feet_repeat_whatever_page_they_name() -> None:
    feet = [line(f"{number}/3 44-19021", 38.0, gap=2.0) for number in (1, 2, 3)]
    assert places(*(page(n, foot) for n, foot in enumerate(feet, 1)))[1:] == [["foot"], ["foot"]]


def test_what_a_browser_prints_above_the_first_page_is_none_of_its_masthead() -> None:
    def top(words: str) -> list[list[str]]:
        return places(*(page(n, line(words, 770.0), line("Words,", 600.0)) for n in (1, 2, 3)))

    assert top("4/1/44, 10:12 AM\tBoats and nets | Portal") == [["head", ""]] * 3
    assert top("United Nations\tA/99/L.3") == [["", ""], ["head", ""], ["head", ""]]


def test_a_foot_that_repeats_on_the_second_page_is_one_on_the_first() -> None:
    pages = [page(n, line("Words,", 400.0), line("From the shore", 30.0, gap=2.0)) for n in (1, 2)]
    assert places(*pages) == [["", "foot"], ["", "foot"]]
