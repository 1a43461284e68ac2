"""Lines that break at every change of type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse.beginning import formula_line
from an2un.parse.broken_lines import with_openings
from an2un.readers import text as text_reader
from an2un.source import Source
from an2un.tree import Footnote, Provision, Recital, Resolution
from an2un.walk import walk

POINTS = {"en": ["(a)", "(b)"], "ru": ["a)", "b)"], "zh": ["(a)", "(b)"]}
HEAD = ["United Nations", "A/RES/99/7", "General Assembly", "99/7.", "Lamps"]
TEXTS = {
    "en": [
        "The General Assembly", ",", "Recalling", "its resolutions", "97/3", ",", "97/4", "and",
        "98/2", "of", "3 March 2043", ", on keepers who,", "1", "in all harbours, light lamps,",
        "Noting", "the report,", "2", "1.", "Decides", "under paragraph", "2", "of resolution",
        "97/3", "to light:", "(a)", "Lamps;", "(b)", "Wicks;", "2.", "Requests",
        "the keepers to report.", "1", "88th plenary meeting", "3 June 2044",
        "1", "Resolution", "97/1", ".", "2", "See", "A/99/1", ", para. 3.",
    ],
    "ru": [
        "Генеральная Ассамблея", ",", "ссылаясь", "на свои резолюции", "97/3", ",", "97/4", "и",
        "98/2", ",", "1", "о маяках,", "отмечая", "доклад,", "2", "1.", "постановляет",
        "согласно пункту", "2", "резолюции", "97/3", "зажечь:", "a)", "лампы;", "b)", "огни;",
        "2.", "просит", "хранителей доложить.", "88-е пленарное заседание", "3 июня 2044 года",
        "1", "Резолюция", "97/1", ".", "2", "См.", "A/99/1", ", пункт 3.",
    ],
    "zh": [
        "大会", "，", "回顾", "其第", "97/3", "号和第", "98/2", "号决议，", "1", "其中请管理员",
        "照明，", "注意到", "秘书长的报告，", "2", "1.", "决定", "依照第", "97/3", "号决议点亮：",
        "(a)", "灯塔；", "(b)", "航标；", "2.", "请", "管理员提出报告。", "第88次全体会议",
        "2044年6月3日", "1", "第", "97/1", "号决议。", "2", "见", "A/99/1", "，第3段。",
    ],
}  # fmt: skip


def _ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def read(text: str) -> Source:
    """Return the source of a text."""
    return text_reader.read(text, "test", _ignore)


def told(source: Source) -> Source:
    """Return an English source whose lines know whether they begin a paragraph, if they break."""
    language = load("en")
    return with_openings(source, formula_line(source, language), language)


@pytest.mark.parametrize("code", TEXTS)
def test_paragraphs_points_and_notes_are_put_together(code: str) -> None:
    made = an2un.convert("\n".join([*HEAD, *TEXTS[code]]))
    document = made.document
    assert isinstance(document, Resolution)
    provisions = [node for node in walk(document) if isinstance(node, Provision)]
    notes = [node for node in walk(document) if isinstance(node, Footnote)]
    assert len([node for node in walk(document) if isinstance(node, Recital)]) == 2
    assert [node.marker for node in provisions] == ["1.", *POINTS[code], "2."]
    assert [note.marker for note in notes][:2] == ["1", "2"]
    assert (made.valid, made.covered, made.lost) == (True, True, 0)


def test_no_blank_stands_before_the_mark_behind_a_word() -> None:
    text = an2un.convert("\n".join([*HEAD, *TEXTS["en"]])).text()
    assert "The General Assembly," in text
    assert "its resolutions 97/3, 97/4 and 98/2 of 3 March 2043, on keepers" in text
    assert "under paragraph 2 of resolution 97/3 to light:" in text


@pytest.mark.parametrize(
    "lines",
    [
        ["The General Assembly,", "Recalling its resolution 97/3,", "1. Decides to light lamps."],
        ["The General Assembly,", "Recalling", ", ", "1. Decides to light lamps."],
        [", and", ", or", ". But", "no formula stands here"],
        [],
    ],
)
def test_other_texts_are_returned_as_they_are(lines: list[str]) -> None:
    source = read("\n".join(lines))
    assert told(source) is source


def test_space_between_paragraphs_tells_more_than_wording() -> None:
    blocks = [
        "The General Assembly,",
        "Recalling",
        ", of 97/3",
        ", of 97/4",
        ", of 98/2,",
        "1. Acts.",
    ]
    found = told(read("\n".join(blocks)))
    assert any(line.opens is False for line in found.lines)
    source = read("\n\n".join(blocks))
    assert told(source) is source


def test_a_formula_may_have_no_comma() -> None:
    lines = [
        "The General Assembly",
        "Adopts",
        "the text",
        "97/3",
        ", and",
        "97/4",
        ",",
        "98/2",
        ".",
    ]
    found = told(read("\n".join([*HEAD, *lines])))
    opens = [line.opens for line in found.lines]
    assert opens == [*[None] * len(HEAD), True, True, *[False] * 7]


def test_a_number_with_its_words_begins_a_paragraph() -> None:
    lines = ["The General Assembly", ",", "Noting", "97/3", ", and", "97/4", ",", "1. Decides", "."]
    found = told(read("\n".join(lines)))
    assert [line.opens for line in found.lines] == [
        True, False, True, False, False, False, False, True, False,
    ]  # fmt: skip


@given(st.lists(st.sampled_from([*TEXTS["en"], "", "*", "(ii)", "Annex", "4"]), max_size=60))
def test_lines_in_any_order_keep_their_text(lines: list[str]) -> None:
    source = read("\n".join(["The General Assembly", ",", ",", ",", *lines]))
    found = told(source)
    assert found.text == source.text
    assert [line.span for line in found.lines] == [line.span for line in source.lines]
    made = an2un.convert(source.text)
    assert (made.valid, made.covered, made.lost) == (True, True, 0)
