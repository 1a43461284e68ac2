"""Notes that stand together at the end of a text."""

from __future__ import annotations

import pytest

from an2un import convert, plain
from an2un.readers.endnotes import Candidate, first_note
from an2un.readers.flow import Block, Words, source_of
from tests.readers.pdf.paper import Thing, paper
from tests.readers.pdf.paper import Words as Printed

CALLED = [
    Candidate("Recalling the boats,1 and", ["1"], False),
    Candidate("the nets that they carried,(2)", ["(2)"], False),
]


def lines(*texts: str) -> list[Candidate]:
    return [Candidate(text, [], False) for text in texts]


def test_lines_that_open_with_the_numbers_called_above_are_notes() -> None:
    below = lines("76th meeting", "1 A/99/7.", "[2] See the list,", "annex.")
    assert first_note([*CALLED, *below]) == 3


@pytest.mark.parametrize(
    "below",
    [
        lines("1 A/99/7.", "3 See the list."),
        lines("2 See the list.", "1 A/99/7."),
        lines("1. A boat", "2. A net"),
        lines("2 See the list."),
        lines("1 A/99/7.", "2 See the list.", "A/RES/99/1", "7. Decides to act."),
        [*lines("1 A/99/7.", "2 See the list."), Candidate("which calls3 another", ["3"], False)],
        [],
    ],
)
def test_other_lines_are_text(below: list[Candidate]) -> None:
    assert first_note([*CALLED, *below]) is None


def test_numbers_that_do_not_count_from_one_call_no_notes() -> None:
    raised = [Candidate("an area of 12 km2", ["2"], False), Candidate("2 boats", [], True)]
    assert first_note(raised) is None


def test_notes_with_signs_stand_above_the_first_number() -> None:
    title = Candidate("Boats and nets*", ["*"], False)
    below = lines("* On behalf of all", "harbours.", "1 A/99/7.", "2 See the list.")
    assert first_note([title, *CALLED, *below]) == 3
    assert first_note([*CALLED, *below]) == 4


def test_an_only_note_stands_apart() -> None:
    note = Candidate("1 A/99/7.", [], False)
    assert first_note([CALLED[0], note]) is None
    assert first_note([CALLED[0], note._replace(is_apart=True)]) == 1


def test_paragraphs_that_flow_have_such_notes_where_the_file_tells_none() -> None:
    call = Block((Words("Recalling the boats,"), Words("1", ("superscript",))))
    note = Block((Words("1 A/99/7."),), gap=1.0)
    assert [line.place for line in source_of([call, note], "x", "x/x").lines] == ["", "note"]
    told = Block((Words("1 A/99/7."),), "note")
    assert [line.place for line in source_of([call, note, told], "x", "x/x").lines] == [
        "", "", "note",
    ]  # fmt: skip


def test_notes_at_the_end_are_called_on_the_pages_above() -> None:
    pytest.importorskip("pypdfium2")
    first: list[Thing] = [
        Printed(100, 700, "The General Assembly,", font="Italic"),
        Printed(100, 676, "Recalling", font="Italic"),
        Printed(141, 676, "the boats of the northern shore,"),
        Printed(270, 680, "1", size=6),
        Printed(100, 652, "1. Takes note of the nets that are mended there;"),
        Printed(303, 656, "2", size=6),
    ]
    last: list[Thing] = [
        Printed(100, 700, "2. Decides to count them."),
        Printed(100, 660, "1 A/99/7."),
        Printed(100, 636, "2 See the list of nets."),
    ]
    made = convert(paper(first, last))
    assert "shore,1" in plain.text(made.document)
    assert made.xml.count(b"<authorialNote") == 2
    assert made.lost == 0
    assert not [finding for finding in made.findings if finding.code.id == "AU201"]
