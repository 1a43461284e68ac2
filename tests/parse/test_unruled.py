"""Notes without a rule above them: where they begin, and where the text goes on."""

from __future__ import annotations

import pytest

from an2un.codes import NOTE_WITHOUT_CALL
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse.notes import read_notes
from an2un.parse.unruled import unruled
from tests.parse.stages import body, resolution, sheet_of


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


def notes_and_text(text: str, language: str = "en") -> tuple[list[str], list[str]]:
    """Return the marks of the notes of a text, and its body lines."""
    source, sheet = sheet_of(text)
    pages = unruled(source, sheet, load(language)).pages
    lines = [source.slice(line.span) for page in pages for line in page.body]
    return [note.mark for note in read_notes(source, pages)], lines


STROKES = "Recalling the nights, 1/\n\nNoting the birds of 44/228,2/\n\n1. Decides.\n\n"


def test_marks_with_a_stroke_behind_them() -> None:
    text = f"{STROKES}1/ A/44/1.\n\n2/ Official Records of the nights,\nSupplement No. 3.\n"
    assert notes_and_text(text)[0] == ["1/", "2/"]
    assert notes_and_text(STROKES.replace(" 1/", "\n1/"))[0] == []


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("Notes", "en"),
        ("NOTES:", "fr"),
        ("Notas", "es"),
        ("\u041f\u0440\u0438\u043c\u0435\u0447\u0430\u043d\u0438\u044f", "ru"),
        ("\u6ce8", "zh"),
        ("\u0627\u0644\u062d\u0648\u0627\u0634\u064a", "ar"),
        ("Anmerkungen", "de"),
    ],
)
def test_notes_below_their_heading(heading: str, language: str) -> None:
    text = f"Nights1 and birds2\n\n{heading}\n\n1. See the report.\n2. Ibid.\n"
    assert notes_and_text(text, language) == (["1", "2"], ["Nights1 and birds2"])


def test_a_heading_above_numbers_that_no_text_calls_heads_no_notes() -> None:
    text = "Lamps are lit.\n\nNotes\n\n1. See the report.\n2. Ibid.\n"
    assert notes_and_text(text)[0] == []


def test_endnotes_below_their_heading_are_called_on_all_pages() -> None:
    text = "Nights1 are long.\n\fBirds2 are few.\n\fNotes\n1 See the report.\n\f2 Ibid.\n"
    source, sheet = sheet_of(text)
    found = unruled(source, sheet, load("en"))
    assert found.endnotes
    assert [note.mark for note in read_notes(source, found.pages)] == ["1", "2"]


def test_endnotes_are_put_where_they_are_called() -> None:
    text = (
        "The General Assembly,\n\nRecalling the nights,1\n\n\fNoting the birds,2\n\n1. Decides.\n\n"
        "\fNotes\n\n1 See the report.\n\n2 Ibid.\n"
    )
    found: list[Diagnostic] = []
    assert body(resolution(text, found=found))[1:3] == [
        "recital: _Recalling_ the nights,{1: See the report.}",
        "recital: _Noting_ the birds,{2: Ibid.}",
    ]
    assert NOTE_WITHOUT_CALL not in [finding.code for finding in found]


def test_strokes_above_notes_are_their_rule() -> None:
    source, sheet = sheet_of(f"{STROKES}-----\n1/ A/44/1.\n2/ Ibid.\n")
    found = unruled(source, sheet, load("en"))
    assert [source.slice(piece.span) for piece in found.dropped] == ["-----"]


def test_a_text_without_pages_goes_on_below_its_notes() -> None:
    annex = "Annex\n\nRules of rest\n"
    assert notes_and_text(f"{STROKES}1/ A/44/1.\n\n2/ Ibid.\n\n{annex}")[1][-2:] == [
        "Annex", "Rules of rest",
    ]  # fmt: skip
    title = "          Draft II\n\n     The General Assembly,\n"
    below = notes_and_text(f"{STROKES}1/ A/44/1.\n\n2/ Ibid.\n\n{title}")[1][-2:]
    assert below == ["Draft II", "The General Assembly,"]
    foot = "Back to top\n"
    assert notes_and_text(f"{STROKES}1/ A/44/1.\n2/ Ibid.\n\n{foot}")[1][-1] == "Back to top"
    assert notes_and_text(f"{STROKES}1/ A/44/1.\n\nIt is long.\n\n2/ Ibid.\n")[0] == ["1/", "2/"]


@pytest.mark.parametrize("form", ["{}", "[{}]"])
def test_notes_stand_below_the_paragraphs_that_call_them(form: str) -> None:
    first, second = map(form.format, (1, 2))
    text = f"Recalling birds,{first}\n\n{first} Ibid.\n\nRecalling nights,\n\n"
    text += f"1. Decides to rest;{second}\n\n{second} See the\nreport.\n\n2. Decides to go on.\n"
    assert notes_and_text(text) == (
        [first, second],
        [f"Recalling birds,{first}", "Recalling nights,", f"1. Decides to rest;{second}",
         "2. Decides to go on."],
    )  # fmt: skip


def test_several_notes_stand_below_the_paragraph_that_calls_them() -> None:
    text = "Recalling birds,1 and nights,2\n\n1 Ibid.\n\n2 Ibid.\n\nRecalling stars,3\n\n3 Ibid.\n"
    notes, lines = notes_and_text(text)
    assert notes == ["1", "2", "3"]
    assert lines == ["Recalling birds,1 and nights,2", "Recalling stars,3"]


def test_notes_at_the_end_stand_together_though_a_call_is_lost() -> None:
    text = (
        "Recalling birds,1 and nights,3\n\n1. Decides to rest.\n\n1 Ibid.\n\n2 Ibid.\n\n3 Ibid.\n"
    )
    assert notes_and_text(text)[0] == ["1", "2", "3"]


def test_paragraphs_in_brackets_are_no_notes() -> None:
    text = "Recalling resolution 98/1,\n\n(1) Decides to rest;\n\n(2) Requests a bed.\n"
    assert unruled_notes(text) == []


def test_a_sentence_goes_on_below_notes() -> None:
    text = "Recalling the nights, 1/ and the\n\n1/ A/44/1.\n\nbirds of the sea,\n"
    assert notes_and_text(text)[1] == ["Recalling the nights, 1/ and the", "birds of the sea,"]


def test_marks_with_strokes_in_a_whole_text() -> None:
    text = f"The General Assembly,\n\n{STROKES}1/ A/44/1.\n\n2/ Ibid.\n"
    assert body(resolution(text))[1:3] == [
        "recital: _Recalling_ the nights,{1: A/44/1.}",
        "recital: _Noting_ the birds of 44/228,{2: Ibid.}",
    ]


def test_a_caret_before_the_number_calls_a_note() -> None:
    text = (
        "The General Assembly,\n\nRecalling the nights,^1\n\n1. Decides.\n\n____________\n1 Ibid.\n"
    )
    assert body(resolution(text))[1] == "recital: _Recalling_ the nights,{1: Ibid.}"
