"""Notes at page feet: their marks, lines and paragraphs."""

from __future__ import annotations

from an2un.parse.notes import read_notes
from tests.parse.stages import body, resolution, sheet_of

RULE = "__________________"


def notes_of(text: str) -> list[tuple[str, list[list[str]]]]:
    """Return the notes of a text: mark, and the lines of each paragraph."""
    source, sheet = sheet_of(text)
    return [
        (note.mark, [[source.slice(line.span) for line in lines] for lines in note.paragraphs])
        for note in read_notes(source, sheet.pages)
    ]


def test_notes_of_several_lines() -> None:
    text = f"Nights1 and birds2\n{RULE}\n 1 See the report of the\nCommittee.\n 2 Ibid.\n"
    assert notes_of(text) == [
        ("1", [["See the report of the", "Committee."]]),
        ("2", [["Ibid."]]),
    ]


def test_notes_of_several_paragraphs() -> None:
    text = f"Nights1\n{RULE}\n 1 First line,\nand second.\n   Another paragraph.\n\fMore.\n"
    assert notes_of(text) == [("1", [["First line,", "and second."], ["Another paragraph."]])]


def test_numbers_on_lines_of_their_own() -> None:
    text = f"Nights1 and birds2\n{RULE}\n1\nFirst.\n2\nSecond.\n"
    assert notes_of(text) == [("1", [["First."]]), ("2", [["Second."]])]


def test_all_numbers_first_then_all_texts() -> None:
    text = f"Nights1 and birds2\n{RULE}\n1\n2\nFirst.\nSecond.\n"
    assert notes_of(text) == [("1", [["First."]]), ("2", [["Second."]])]


def test_a_note_that_goes_on_at_the_foot_of_the_next_page() -> None:
    text = f"Recalling nights1\n{RULE}\n1 A note that is\n\fof old,2\n{RULE}\nlong.\n2 Short.\n"
    assert notes_of(text) == [("1", [["A note that is", "long."]]), ("2", [["Short."]])]


def test_a_year_that_begins_a_line_of_a_note_opens_none() -> None:
    text = f"Nights1\n{RULE}\n1 Adopted in\n2044 and in force since\n12 May.\n"
    assert notes_of(text) == [("1", [["Adopted in", "2044 and in force since", "12 May."]])]


def test_days_that_begin_a_line_of_a_note_open_none() -> None:
    text = f"Nights1\n{RULE}\n1 Report of the Conference,\n2 \u2013 14 May 2044.\n2 Ibid.\n"
    assert [mark for mark, _ in notes_of(text)] == ["1", "2"]
    assert notes_of(text)[0][1] == [["Report of the Conference,", "2 \u2013 14 May 2044."]]


def test_numbering_that_begins_again_on_each_page() -> None:
    text = f"Nights1\n{RULE}\n1 One.\n\fBirds1\n{RULE}\n1 Again one.\n"
    assert [mark for mark, _ in notes_of(text)] == ["1", "1"]


def test_a_word_broken_in_a_note_is_mended_where_the_text_proves_it() -> None:
    made = resolution(
        "The General Assembly,\n\nRecalling every lighthouse, every lighthouse and the"
        " lighthouse,1\n\n1. Decides to look up.\n__________________\n1 See the lighth ouse.\n"
    )
    assert "See the lighthouse." in "".join(map(str, body(made)))
