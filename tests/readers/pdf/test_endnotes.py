"""Notes that stand together at the end of a file."""

from __future__ import annotations

import pytest

from an2un import convert, plain
from an2un.readers.pdf.endnotes import with_endnotes
from an2un.readers.pdf.printed import Printed, PrintedLine
from tests.readers.pdf.paper import Thing, Words, paper

pytest.importorskip("pypdfium2")


def line(text: str, raised: str = "") -> PrintedLine:
    at = text.index(raised, 1) if raised else 0
    made = PrintedLine(text, (), (), 500.0, 72.0, 500.0, 10.0, 0.0)
    if not raised:
        return made
    return made._replace(styles=((at, at + len(raised), "superscript"),))


def places(*pages: list[PrintedLine]) -> list[list[str]]:
    made = [Printed(at, 612.0, 792.0, lines, [], rtl=False) for at, lines in enumerate(pages, 1)]
    return [[line.place for line in page.lines] for page in with_endnotes(made)]


FIRST = [line("Recalling the boats,1 and", "1"), line("the nets that they carried,2", "2")]


def test_lines_that_open_with_the_numbers_called_above_are_notes() -> None:
    notes = [line("76th meeting"), line("1 A/99/7."), line("[2] See the list,"), line("annex.")]
    assert places(FIRST, notes) == [["", ""], ["", "note", "note", "note"]]


@pytest.mark.parametrize(
    "below",
    [
        [line("1 A/99/7."), line("3 See the list.")],
        [line("2 See the list."), line("1 A/99/7.")],
        [line("1. A boat"), line("2. A net")],
        [line("2 See the list.")],
        [line("1 A/99/7."), line("2 See the list."), line("which calls3 another", "3")],
    ],
)
def test_other_lines_are_text(below: list[PrintedLine]) -> None:
    assert places(FIRST, below) == [["", ""], [""] * len(below)]


def test_an_only_note_stands_apart() -> None:
    note = line("1 A/99/7.")
    assert places(FIRST[:1], [note]) == [[""], [""]]
    assert places(FIRST[:1], [note._replace(gap=1.0)]) == [[""], ["note"]]


def test_a_file_with_notes_at_the_feet_of_pages_has_none_at_its_end() -> None:
    foot = line("1 A/99/7.")._replace(place="note")
    end = [line("1 A/99/7."), line("2 B.")]
    assert places([*FIRST, foot], end) == [["", "", "note"], ["", ""]]


def test_notes_at_the_end_are_called_on_the_pages_above() -> None:
    first: list[Thing] = [
        Words(100, 700, "The General Assembly,", font="Italic"),
        Words(100, 676, "Recalling", font="Italic"),
        Words(141, 676, "the boats of the northern shore,"),
        Words(270, 680, "1", size=6),
        Words(100, 652, "1. Takes note of the nets that are mended there;"),
        Words(303, 656, "2", size=6),
    ]
    last: list[Thing] = [
        Words(100, 700, "2. Decides to count them."),
        Words(100, 660, "1 A/99/7."),
        Words(100, 636, "2 See the list of nets."),
    ]
    made = convert(paper(first, last))
    assert "shore,1" in plain.text(made.document)
    assert made.xml.count(b"<authorialNote") == 2
    assert made.lost == 0
    assert not [finding for finding in made.findings if finding.code.id == "AU201"]
