"""What the page shows decides: raised numbers are calls, italics open, places are told."""

from __future__ import annotations

from an2un import parse
from an2un.conversion import convert
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse import Reading
from an2un.parse.passage import Passage, Piece
from an2un.parse.signals import NO_SIGNALS, Signals
from an2un.source import Link, Source, Span
from an2un.tree import Resolution
from tests.parse.laid_out import laid_out
from tests.parse.stages import body, ignore


def read(source: Source) -> Reading:
    return parse.document(source, load("en"), ignore)


def outline(source: Source) -> list[str]:
    made = read(source).document
    assert isinstance(made, Resolution)
    return body(made)


def test_italics_at_the_start_are_the_phrase_whatever_the_tables_say() -> None:
    source = laid_out(
        [
            "_{The General Assembly},",
            "  _{Bearing gladly in mind} the shores of the lake,",
            "  1. _{Urges and, moreover, begs} the States to mind the shores;",
            "  2. _{Decides} to remain seized of the matter.",
        ]
    )
    assert outline(source) == [
        "formula: The General Assembly,",
        "recital: _Bearing gladly in mind_ the shores of the lake,",
        "1. _Urges and, moreover, begs_ the States to mind the shores;",
        "2. _Decides_ to remain seized of the matter.",
    ]
    told: list[Diagnostic] = []
    parse.document(source, load("en"), told.append)
    assert told == []


def test_italics_go_on_in_the_next_line() -> None:
    source = laid_out(
        [
            "The General Assembly,",
            "1. _{Takes note with deep and lasting appreciation of}",
            "_{the work} of the Committee on Shores, Lakes and Rivers, done over many years;",
        ]
    )
    phrase = "_Takes note with deep and lasting appreciation of the work_"
    assert outline(source)[1].startswith(f"1. {phrase} of the Committee")


def test_a_paragraph_all_in_italics_has_no_phrase_of_its_own() -> None:
    source = laid_out(["_{Note by the editors}"])
    passage = Passage(source.text[:19], (Piece(0, Span(0, 19)),))
    assert Signals(source).opening(passage) == 0
    assert NO_SIGNALS.opening(passage) == 0


def test_only_a_raised_number_is_a_call() -> None:
    source = laid_out(
        [
            "The General Assembly,",
            "Recalling the year 20221 and article 1, and the rules of 2022^{1}, all of them,",
            "1. Decides to keep them.",
            "note: ^{1} See the rules.",
        ]
    )
    (recital,) = (line for line in outline(source) if line.startswith("recital"))
    assert "year 20221 and article 1, and the rules of 2022{1: See the rules.}," in recital


def test_a_digit_of_a_longer_raised_number_is_no_call() -> None:
    source = laid_out(
        ["The General Assembly,", "1. Welcomes the work^{12} done^{2} in the matter of shores."],
        ["note: ^{2} See the rules."],
    )
    assert (
        outline(source)[1]
        == "1. _Welcomes_ the work12 done{2: See the rules.} in the matter of shores."
    )


def test_a_raised_mark_opens_a_note_even_out_of_turn() -> None:
    source = laid_out(
        [
            "The General Assembly,",
            "1. Welcomes the work^{7} and the rules^{9} in the matter of shores.",
            "note: ^{7} See the work.",
            "note: ^{9} See the rules.",
        ]
    )
    assert "work{7: See the work.} and the rules{9: See the rules.}" in outline(source)[1]


def test_what_stands_at_head_and_foot_is_left_out_and_accounted_for() -> None:
    source = laid_out(
        ["The General Assembly,", "1. Decides to walk along the", "foot:Please recycle"],
        ["head:Shores and more", "shores of the lake.", "foot:2/2"],
    )
    reading = read(source)
    dropped = [(item.reason, source.slice(item.span)) for item in reading.dropped]
    assert dropped == [
        ("page foot", "Please recycle"),
        ("running head", "Shores and more"),
        ("page number", "2/2"),
    ]
    assert outline(source)[1:] == ["1. _Decides_ to walk along the shores of the lake."]
    made = convert(source)
    assert made.covered
    assert made.lost == 0
    assert b"formatName>application/pdf</" in made.xml


def test_links_of_the_source_are_held_against_what_is_cited() -> None:
    lines = ["The General Assembly,", "1. Recalls its resolution 77/273 of 24 February 2023."]
    at = laid_out(lines).text.index("77/273")
    span = Span(at, at + 6)
    right = laid_out(lines, links=[Link(span, "https://undocs.org/en/A/RES/77/273")])
    wrong = laid_out(lines, links=[Link(span, "https://undocs.org/en/A/RES/76/1")])
    assert "AU332" not in [finding.code.id for finding in convert(right).findings]
    assert "AU332" in [finding.code.id for finding in convert(wrong).findings]


def test_without_any_italics_bold_opens() -> None:
    page = [
        "The General Assembly,",
        "  +{Bearing gladly in mind} the shores,",
        "  1. +{Pilots}  all;",
    ]
    assert outline(laid_out(page))[1:] == [
        "recital: _Bearing gladly in mind_ the shores,", "1. _Pilots_ all;",
    ]  # fmt: skip
    page.append("  2. _{Pilots} again;")
    assert outline(laid_out(page))[1] == "recital: _Bearing_ gladly in mind the shores,"


def test_brackets_that_are_raised_with_a_number_belong_to_the_call() -> None:
    page = [
        "The General Assembly,", "  Recalling its resolution^{(1)} of 2041,", "note:^{(1)} Ibid.",
    ]  # fmt: skip
    text = laid_out(page)
    assert outline(text)[1] == "recital: _Recalling_ its resolution{(1): Ibid.} of 2041,"


def test_a_told_paragraph_begins_where_the_source_says_so() -> None:
    page = ["The General Assembly,", "Recalling its resolution", "of 2041,", "Noting more,"]
    source = laid_out(page)
    told = [True, True, False, True]
    lines = tuple(
        line._replace(opens=opens) for line, opens in zip(source.lines, told, strict=True)
    )
    assert outline(Source("x", source.text, lines))[1:] == [
        "recital: _Recalling_ its resolution of 2041,", "recital: _Noting_ more,",
    ]  # fmt: skip


def test_a_rule_parts_notes_on_a_page_whose_notes_the_source_does_not_tell() -> None:
    source = laid_out(
        [
            "The General Assembly,",
            "1. Welcomes the work^{1} done in the matter of shores;",
            "__________________",
            "^{1} See the work.",
        ],
        ["2. Welcomes the rules^{2} made in the matter of shores.", "note:^{2} See the rules."],
    )
    assert outline(source)[1:] == [
        "1. _Welcomes_ the work{1: See the work.} done in the matter of shores;",
        "2. _Welcomes_ the rules{2: See the rules.} made in the matter of shores.",
    ]
