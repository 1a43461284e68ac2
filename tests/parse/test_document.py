"""The parser as a whole, on short documents."""

from __future__ import annotations

import pytest

from an2un import parse, plain
from an2un.language import load
from an2un.tree import Emphasis, Paragraph, Provision, Recital, Resolution, Text
from tests.parse.stages import body, codes_of, ignore, resolution, source_of, words

DRAFT = """\
 United Nations  A/99/L.17

General Assembly
Distr.: Limited
7 November 2044

Ninety-ninth session
Agenda item 21

Iceland and Samoa: draft resolution

Quiet nights for all


 The General Assembly,

 Recalling resolution 98/7,1 and the report on nights,

__________________
 1 A/99/302.

https://undocs.org/en/A/RES/98/7

A/99/L.17

2/2 44-23107

 1. Decides to dim the lights;

 2. Urges all States to help.
"""


def masthead_of(made: Resolution) -> list[list[str]]:
    head = made.masthead
    groups = (head.cover, head.session, head.proponents, head.adoption, head.title)
    return [[words(line) for line in group] for group in groups]


def test_a_draft() -> None:
    made = resolution(DRAFT)
    assert masthead_of(made) == [
        ["United Nations", "A/99/L.17", "General Assembly", "Distr.: Limited", "7 November 2044"],
        ["Ninety-ninth session", "Agenda item 21"],
        ["Iceland and Samoa: draft resolution"],
        [],
        ["Quiet nights for all"],
    ]
    assert body(made) == [
        "formula: The General Assembly,",
        "recital: _Recalling_ resolution 98/7,{1: A/99/302.} and the report on nights,",
        "1. _Decides_ to dim the lights;",
        "2. _Urges_ all States to help.",
    ]
    assert (made.kind, made.language) == ("draftResolution", "en")
    assert codes_of(DRAFT) == []


def test_the_reading_says_what_was_left_out_and_listed() -> None:
    source = source_of(DRAFT)
    reading = parse.document(source, load("en"), ignore)
    assert [(item.reason, source.slice(item.span)) for item in reading.dropped] == [
        ("footnote rule", "__________________"),
        ("link target", "https://undocs.org/en/A/RES/98/7"),
        ("running head", "A/99/L.17"),
        ("page number", "2/2 44-23107"),
    ]
    assert reading.links == ("https://undocs.org/en/A/RES/98/7",)
    assert [item.kind for item in reading.paragraphs] == [
        "formula", "text", "numbered", "numbered",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"], ids=repr)
def test_line_ends_make_no_difference(end: str) -> None:
    assert resolution(DRAFT.replace("\n", end)) == resolution(DRAFT)


def test_an_empty_line_behind_every_line_makes_no_difference() -> None:
    assert resolution(DRAFT.replace("\n", " \n\n")) == resolution(DRAFT)


def test_a_form_feed_at_the_page_end_makes_no_difference() -> None:
    assert resolution(DRAFT.replace("\nA/99/L.17\n", "\n\fA/99/L.17\n")) == resolution(DRAFT)


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        ("fr", ["L’Assemblée générale,", "_Rappelant_ ses résolutions,", "1. _Décide_ d’agir."]),
        ("es", ["La Asamblea General,", "_Recordando_ su resolución,", "1. _Decide_ actuar."]),
        ("ru", ["Генеральная Ассамблея,", "_ссылаясь_ на устав,", "1. _постановляет_ начать."]),
        ("ar", ["إن الجمعية العامة،", "_إذ تشير_ إلى قراراتها،", "1 - _تقرر_ العمل."]),
        ("zh", ["大会，", "_回顾_其各项决议，", "1. _决定_采取行动。"]),
    ],
)
def test_all_languages(language: str, paragraphs: list[str]) -> None:
    formula, recital, operative = paragraphs
    text = "\n\n".join(paragraphs).replace("_", "") + "\n"
    assert body(resolution(text, language)) == [
        f"formula: {formula}",
        f"recital: {recital}",
        operative,
    ]


def test_the_council_and_the_commission_have_formulas_too() -> None:
    for formula in ("The Security Council,", "The Economic and Social Council,",
                    "The Human Rights Council,"):  # fmt: skip
        made = resolution(f"{formula}\n\nRecalling its resolutions,\n\n1. Decides to act.\n")
        assert body(made)[0] == f"formula: {formula}"


def test_two_columns_of_a_masthead_line_are_two_lines() -> None:
    text = "United Nations          A/RES/99/118\nThe General Assembly,\n\n1. Decides to act.\n"
    assert masthead_of(resolution(text))[0] == ["United Nations", "A/RES/99/118"]


def test_closing_lines() -> None:
    text = "The General Assembly,\n\n1. Decides to act.\n\n76th plenary meeting\n19 December 2044\n"
    assert body(resolution(text))[-1].startswith("closing: ")
    assert "19 December 2044" in body(resolution(text))[-1]


def test_a_date_inside_the_text_closes_nothing() -> None:
    text = (
        "The General Assembly,\n\n1. Decides to meet again on:\n\n19 December 2044\n\n"
        "2. Urges all States to come.\n"
    )
    assert not [line for line in body(resolution(text)) if line.startswith("closing")]


@pytest.mark.parametrize(
    "text", ["x", "1.", "(a)", "Annex", "The General Assembly,", "I", "*", "1. (a)", "Article 1"]
)
def test_one_word_is_a_document(text: str) -> None:
    assert plain.text(resolution(text + "\n")).split() == text.split()


@pytest.mark.parametrize("text", ["____________", "2/3", "*4423107*"])
def test_furniture_alone_is_an_empty_document(text: str) -> None:
    assert plain.text(resolution(text + "\n")) == ""


STATEMENT = """\
 United Nations  S/PRST/2044/7

Security Council
Distr.: General
7 November 2044

Statement by the President of the Security Council

At the 7118th meeting of the Security Council, held on 7 November 2044, the President made the
following statement:

 “The Security Council is concerned about the lighthouses.

 “The Security Council calls upon all States to tend them.
"""


def test_statements_and_decisions_need_no_formula_and_no_numbers() -> None:
    assert codes_of(STATEMENT) == []
    resolution_like = STATEMENT.replace("S/PRST/2044/7", "S/RES/4521 (2044)")
    assert "AU101" in codes_of(resolution_like.replace("Statement by the President of the", "The"))


def test_a_draft_under_negotiation_has_its_paragraphs_labelled() -> None:
    made = resolution(
        "The General Assembly,\n\nPP1 Recalling resolution 98/7,\n\nPP2bis: Noting the nights,\n\n"
        "OP1 Decides to dim the lights;\n\nOP1 bis. Urges all States:\n(a) To help.\n"
    )
    phrases = [
        [child.children for child in block.children if isinstance(child, Emphasis)]
        for item in made.preamble.items
        if isinstance(item, Recital)
        for block in item.content
        if isinstance(block, Paragraph)
    ]
    assert phrases == [[(Text("Recalling"),)], [(Text("Noting"),)]]
    markers = [item.marker for item in made.items if isinstance(item, Provision)]
    assert markers == ["OP1", "OP1 bis."]
