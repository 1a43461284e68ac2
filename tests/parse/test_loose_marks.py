"""Marks of notes on lines of their own, and calls that extractors set apart."""

from __future__ import annotations

import pytest

from an2un.parse.notes import read_notes
from tests.parse.stages import body, codes_of, resolution, sheet_of

RULE = "__________________"


def notes_of(*foot: str) -> list[tuple[str, str]]:
    """Return the notes below a rule: each mark with its text."""
    source, sheet = sheet_of("\n".join(["Nights of old", RULE, *foot]) + "\n")
    return [
        (note.mark, " ".join(source.slice(line.span) for part in note.paragraphs for line in part))
        for note in read_notes(source, sheet.pages)
    ]


@pytest.mark.parametrize(
    "foot",
    [
        ["1", "One.", "2", "Two, which", "is long.", "3", "Three."],
        ["One.", "2", "Two, which", "is long.", "3", "Three.", "1"],
        ["One.", "Two, which", "is long.", "3", "Three.", "1", "2"],
        ["One.", "Two, which", "is long.", "3 Three.", "1", "2"],
        ["One.", "Two, which", "is long.", "Three.", "1", "2", "3"],
        ["1", "One.", "Two, which", "is long.", "Three.", "2", "3"],
        ["1", "2", "3", "One.", "Two, which", "is long.", "Three."],
    ],
)
def test_every_note_gets_its_mark(foot: list[str]) -> None:
    assert notes_of(*foot) == [("1", "One."), ("2", "Two, which is long."), ("3", "Three.")]


def test_of_too_many_ends_those_of_short_lines_part_the_notes() -> None:
    foot = [
        "See the record of the meetings of the Committee on Nights, No.",
        "12.",
        "Two.",
        "1",
        "2",
    ]
    assert notes_of(*foot)[1] == ("2", "Two.")


def test_a_mark_without_any_text_stays_alone() -> None:
    assert notes_of("One.", "1", "2") == [("1", "One."), ("2", "")]


def test_pages_whose_marks_are_in_place_are_left_alone() -> None:
    assert notes_of("1", "One.", "2", "See p.", "12.") == [("1", "One."), ("2", "See p. 12.")]


TEXT = """\
The General Assembly,

Recalling the Charter of Nights,
1
 and the Rules of Dusk,2

{rule}
1 N.
2 R.
"""


def test_a_call_on_a_line_of_its_own_is_one_with_the_text_above() -> None:
    made = resolution(TEXT.format(rule=RULE))
    assert body(made)[1].replace("_", "") == (
        "recital: Recalling the Charter of Nights,{1: N.} and the Rules of Dusk,{2: R.}"
    )


def test_a_call_below_the_end_of_a_paragraph_makes_no_paragraph() -> None:
    text = "The General Assembly,\n\n1. Decides to rest;\n1\n2. Decides to dream.\n" + RULE
    made = resolution(text + "\n1 N.\n")
    assert [line.replace("_", "") for line in body(made)[1:]] == [
        "1. Decides to rest;{1: N.}",
        "2. Decides to dream.",
    ]
    assert codes_of(text + "\n1 N.\n") == []


def test_pages_that_the_source_tells_end_nowhere_else() -> None:
    text = f"Nights1\n{RULE}\n1\n\n2/3\n\nOne.\n44-23107\n\fBirds\n"
    source, sheet = sheet_of(text)
    assert len(sheet.pages) == 2
    assert [source.slice(line.span) for line in sheet.pages[0].notes] == ["1", "One."]


def test_notes_below_a_rule_that_is_drawn_begin_with_their_mark_wherever_the_page_ends() -> None:
    text = (
        "The General Assembly,\n\nRecalling the Charter1 and the Rules of\n2044,2 which it\n"
        "1\nOne.\n2\nTwo.\n\floves,\n\n1. Decides to rest.\n"
    )
    assert [line.replace("_", "") for line in body(resolution(text))[1:]] == [
        "recital: Recalling the Charter{1: One.} and the Rules of 2044,{2: Two.} which it loves,",
        "1. Decides to rest.",
    ]
