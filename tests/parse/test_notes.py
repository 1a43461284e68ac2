"""Notes at page feet: their marks, lines and paragraphs."""

from __future__ import annotations

from an2un.language import load
from an2un.parse.notes import read_notes, unruled
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


def unruled_notes(text: str) -> list[str]:
    """Return the marks of the notes of a text that has no rule above them."""
    source, sheet = sheet_of(text)
    return [note.mark for note in read_notes(source, unruled(source, sheet, load("en")).pages)]


VOLUME = "Recalling the nights of 1979, 41\n\nRecalling (S/13878), 42\n\n1. Decides to go on.\n"


def test_notes_of_a_text_taken_from_a_volume_begin_with_any_number() -> None:
    assert unruled_notes(f"{VOLUME}\n41 Ibid., annex.\n42 See the report.\n") == ["41", "42"]


CLOSED = "1. Decides to go on.\n\nAdopted at the 1202nd meeting by\n7 votes to none.{}\n\n"


def test_what_a_number_opens_below_the_closing_lines_is_a_note() -> None:
    assert unruled_notes(f"{CLOSED.format('')}21 See the report.\n22 Ibid.\n") == ["21", "22"]
    assert unruled_notes(f"{CLOSED.format(' 9')}6 Ibid.\n7 Ibid.\n") == ["6", "7"]


def test_figures_below_the_closing_lines_are_no_notes() -> None:
    assert unruled_notes(f"{CLOSED.format('')}0 0 0\n\n[Adopted without a vote.]\n") == []


def test_a_number_before_a_dash_opens_a_paragraph_below_the_closing_lines() -> None:
    assert unruled_notes(f"{CLOSED.format('')}1 - Decides to rest;\n\n2 - Requests a bed.\n") == []


def test_the_date_below_the_meeting_is_no_note() -> None:
    assert unruled_notes("1. Decides.\n\n77th plenary meeting\n\n12 May 2044\n") == []
    assert unruled_notes("1. Decides.\n\n77th plenary meeting\n\n31 June 2044\n") == []


def test_a_number_that_no_text_calls_opens_no_note() -> None:
    assert unruled_notes(f"{VOLUME}\n43 Birds were counted.\n") == []
    assert unruled_notes("Recalling paragraphs 39, 41 and\n\n41 Nights of rest.\n") == []


def test_a_first_number_beyond_one_stands_below_an_empty_line() -> None:
    assert unruled_notes(f"{VOLUME}41 Ibid., annex.\n") == []


def test_notes_may_begin_within_a_sentence_that_goes_on_over_the_page() -> None:
    page = "Recalling the birds1 and nights2 of the\n{}1 See the report.\n2 Ibid.\n\fsea,\n"
    assert unruled_notes(page.format("")) == ["1", "2"]
    day = "report that the Assembly took note of on\n1 January 2044 with\n"
    source, sheet = sheet_of(page.format(day))
    (first, *_) = unruled(source, sheet, load("en")).pages
    assert [source.slice(line.span) for line in first.notes] == ["1 See the report.", "2 Ibid."]


def test_notes_in_the_square_brackets_of_a_word_processor() -> None:
    text = (
        "Recalling the nights[1] of\nthe birds[2],\n\nSixth meeting, 1 May 2044\n\n"
        "[1] A/99/302.\n[2] Ibid.\n"
    )
    assert unruled_notes(text) == ["[1]", "[2]"]
    assert unruled_notes("Recalling the nights\n[1] of the birds,\n") == []


def test_brackets_of_the_page_are_left_empty_beside_those_of_a_word_processor() -> None:
    text = "وإذ تشير إلى الليالي\u207d[1]\u207e والطيور،\n\n[1] \u207d\u207e A/99/302.\n"
    source, sheet = sheet_of(text)
    (note,) = read_notes(source, unruled(source, sheet, load("ar")).pages)
    assert [source.slice(line.span) for line in note.paragraphs[0]] == ["A/99/302."]


def test_the_number_at_the_end_of_a_symbol_calls_no_note() -> None:
    masthead = "United Nations  UNEP/EA.9/Res.7\nThe Environment Assembly\n\n"
    assert unruled_notes(f"{masthead}7 March 2044\n\nRecalling nights,\n") == []


def test_items_of_a_list_are_no_notes() -> None:
    assert unruled_notes("Portal\n* Search\n* Help\n\n1. Decides to look up.\n") == []
    assert unruled_notes("Lamps are lit\n*\n\n1. Decides;\n\n* Reissued.\n") == ["*"]
