"""Printed lines to pages of body and notes."""

from __future__ import annotations

from tests.parse.heads import MASTHEAD, after
from tests.parse.stages import pages_of, sheet_of


def test_a_rule_parts_body_and_notes() -> None:
    text = after("nights,1", "__________________", "1 A/99/302.", "2/3", "A/RES/99/118", "more")
    assert pages_of(text, 3)[0] == ([*MASTHEAD.splitlines(), "nights,1"], ["1 A/99/302."])
    assert pages_of(text, 3)[1] == (["more"], [])


def test_form_feeds_end_pages() -> None:
    assert [body for body, _ in pages_of("one\ntwo\f" + "three\n\ffour")] == [
        ["one", "two"], ["three"], ["four"],
    ]  # fmt: skip


def test_page_ends_without_a_trace_are_seen_by_the_indent_behind_the_notes() -> None:
    text = (
        " Recalling the\nbirds,1\n________\n 1 A/99/302.\n\n"
        " Reaffirming,2\nfully,\n________\n 2 A/99/303.\n"
    )
    assert pages_of(text) == [
        (["Recalling the", "birds,1"], ["1 A/99/302."]),
        (["Reaffirming,2", "fully,"], ["2 A/99/303."]),
    ]


def test_where_heads_are_printed_last_the_job_number_ends_the_first_page() -> None:
    pages = ["one", "44-23107", "two", "A/RES/99/118 Quiet nights", "2/3 44-23107", "three"]
    last = ["A/RES/99/118 Quiet nights", "3/3"]
    text = after(*pages, *last).replace("Quiet nights for all", "Quiet nights")
    assert [body[-1] for body, _ in pages_of(text, 3)] == ["one", "two", "three"]
    headed = after(*pages).replace("Quiet nights for all", "Quiet nights")
    assert [body[-1] for body, _ in pages_of(headed, 3)] == ["two", "three"]


def test_every_line_lands_in_one_place() -> None:
    text = after(
        "a1", "________", "1 Note.", "https://undocs.org/x", "2/3 44-23107", "A/RES/99/118", "b"
    )
    source, sheet = sheet_of(text, 3)
    landed = [line.span for page in sheet.pages for line in (*page.body, *page.notes)]
    landed += [item.span for item in sheet.dropped]
    assert sorted(landed) == [line.span for line in source.lines]


def test_notes_set_in_on_an_only_page_are_notes() -> None:
    text = (
        "            The General Assembly,\n"
        "            Recalling birds,1 and the\n"
        "       nights that they need,2\n"
        "    __________\n"
        "      1\n"
        "       See the report.\n"
        "      2\n"
        "       Ibid.\n"
    )
    assert [notes for _, notes in pages_of(text)] == [["1", "See the report.", "2", "Ibid."]]


def test_text_that_broke_off_goes_on_below_notes_that_end_before_their_margin() -> None:
    text = (
        "Recalling the nights of all the birds1 that never\nwere seen by those who count them in\n"
        "________\n1 A/99/302.\nTheir notebooks by the light of the moon,\n"
    )
    assert [notes for _, notes in pages_of(text)] == [["1 A/99/302."], []]


def test_text_that_broke_off_goes_on_somewhere_above_the_next_paragraph() -> None:
    text = (
        " 1. Recalls the nights1 of all the\nbirds that sleep on the\n"
        "________\n 1 Report on birds at sea, vol. 41.\n{}\n{}\n"
        " 2. Recalls also the day,\n"
    )
    pages = pages_of(text.format("International Islands", "of birds;"))
    assert [len(notes) for _, notes in pages] == [1, 0]
    assert pages[1][0] == ["International Islands", "of birds;", "2. Recalls also the day,"]
    small = text.format("International Islands,", "part II.").replace(" 2. Recalls", " also")
    assert [len(notes) for _, notes in pages_of(small)] == [3, 0]
    closed = text.format("International Islands,", "part II.").replace("on the\n", "on it;\n")
    assert [len(notes) for _, notes in pages_of(closed)] == [3, 0]
    last = text.format("International Islands,", "part II.").rsplit(" 2.", 1)[0]
    assert [len(notes) for _, notes in pages_of(last)] == [3]


def test_a_note_goes_on_where_its_line_was_full() -> None:
    text = (
        "Recalling the nights1 of all the\nbirds that sleep in\n"
        "________\n1 Report of the Council, vol.\nForty-one, on birds.\n"
    )
    assert [len(notes) for _, notes in pages_of(text)] == [2]


def test_a_numbered_paragraph_ends_notes_without_full_stops() -> None:
    text = "1. Decides1 to sleep;\n________\n1 A/99/302.\n2. Also decides to rest.\n"
    assert [body for body, _ in pages_of(text)][1:] == [["2. Also decides to rest."]]


def test_a_number_far_from_those_of_the_notes_opens_a_row_of_the_table_above_them() -> None:
    rows = "9 Harbours, lamps and the keepers of both 85 636\n{}{} Birds 7 320\n11 Moon 8 207\n"
    text = rows.replace("{}", "________\n * The list is open.\n", 1)
    assert pages_of(text.format("10"))[1:] == [(["10 Birds 7 320", "11 Moon 8 207"], [])]
    assert pages_of(text.format("1"))[0][1][1] == "1 Birds 7 320"


def test_a_note_below_its_mark_is_set_in_like_text_and_yet_a_note() -> None:
    text = "      Recalling birds,1\n   ________\n      1\n          A/99/302.\n"
    assert pages_of(text) == [(["Recalling birds,1"], ["1", "A/99/302."])]


def test_heads_alone_end_pages_where_each_has_its_own() -> None:
    text = after(
        "nights,1 the", "__________________", "1", "1/3", "Ibid.", "Quiet nights for all",
        "A/RES/99/118", "birds,2", "__________________", "2", "A/99/302.", "44-23107", "2/3",
        "A/RES/99/118", "more,3", "__________________", "3", "3/3", "A/99/303.",
    )  # fmt: skip
    assert [notes for _, notes in pages_of(text, 3)] == [
        ["1", "Ibid."], ["2", "A/99/302."], ["3", "A/99/303."],
    ]  # fmt: skip


def test_numbers_end_pages_where_heads_are_wanting() -> None:
    text = after("a,", "1/4", "b,", "2/4", "c,", "3/4", "A/RES/99/118", "d.")
    assert [body[-1] for body, _ in pages_of(text, 3)] == ["a,", "b,", "c,", "d."]
