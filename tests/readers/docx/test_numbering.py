"""Automatic numbers are printed as Word shows them."""

from __future__ import annotations

import pytest

from tests.readers.docx.word_files import definition, level, lines, listed, p, read


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    return lines(read(body, numbering=numbering, styles=styles))


THREE_LEVELS = definition(
    1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
)


def test_levels_count_each_for_itself_and_start_again_below_a_higher_one() -> None:
    body = "".join(
        listed(words, 1, depth)
        for words, depth in [
            ("a", 0),
            ("b", 1),
            ("c", 2),
            ("d", 2),
            ("e", 1),
            ("f", 2),
            ("g", 0),
            ("h", 1),
        ]
    )
    assert numbers(body, THREE_LEVELS) == [
        "1. a", "(a) b", "(i) c", "(ii) d", "(b) e", "(i) f", "2. g", "(a) h",
    ]  # fmt: skip


def test_a_level_that_never_starts_again() -> None:
    steady = definition(
        1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/>')
    )
    body = listed("a", 1) + listed("b", 1, 1) + listed("c", 1) + listed("d", 1, 1)
    assert numbers(body, steady) == ["1. a", "1.1 b", "2. c", "2.2 d"]


def test_lists_of_one_definition_count_on_together() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    body = listed("a", 1) + listed("b", 2) + listed("c", 1)
    assert numbers(body, THREE_LEVELS + second) == ["1. a", "2. b", "3. c"]


def test_a_list_that_starts_anew_does_so_once() -> None:
    second = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = listed("a", 1) + listed("b", 2) + listed("c", 2) + listed("d", 1)
    assert numbers(body, THREE_LEVELS + second) == ["1. a", "7. b", "8. c", "9. d"]


def test_a_list_may_define_a_level_of_its_own() -> None:
    second = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperRoman', '%1')}</w:lvlOverride></w:num>"
    )
    assert numbers(listed("a", 2), THREE_LEVELS + second) == ["I a"]


def test_what_follows_a_number_is_a_blank_or_nothing() -> None:
    tight = definition(1, level(0, "decimal", "%1、", '<w:suff w:val="nothing"/>'))
    assert numbers(listed("回顾", 1), tight) == ["1、回顾"]


def test_legal_numbers_are_digits() -> None:
    legal = definition(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = listed("a", 1) + listed("b", 1, 1)
    assert numbers(body, legal) == ["I. a", "1.1 b"]


def test_a_style_may_name_the_list_and_the_list_the_level_of_a_style() -> None:
    linked = definition(
        1,
        level(0, "decimal", "%1.", '<w:pStyle w:val="Para"/>'),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Para"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Sub"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        p(name, properties=f'<w:pStyle w:val="{name}"/>')
        for name in ("Para", "Sub", "Heir", "Plain", "Para")
    )
    assert numbers(body, linked, styles) == ["1. Para", "(a) Sub", "(b) Heir", "Plain", "2. Para"]


def test_a_definition_may_be_that_of_a_style_of_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Points"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Points"/>'
        f"{level(0, 'lowerLetter', '%1)')}"
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert numbers(listed("x", 1), numbering) == ["a) x"]


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [("Symbol", "\uf0b7", "•"), ("Wingdings", "\uf0a7", "▪"), ("Arial", "–", "–")],
)
def test_bullets_are_characters_of_their_font(font: str, text: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    bullets = definition(1, level(0, "bullet", text).replace("</w:lvl>", fonts))
    assert numbers(listed("x", 1), bullets) == [f"{shown} x"]


def test_a_list_that_is_not_there_prints_nothing() -> None:
    assert numbers(listed("a", 9) + listed("b", 1, 5), THREE_LEVELS) == ["a", "b"]


def test_a_start_of_millions_costs_nothing() -> None:
    odd = THREE_LEVELS.replace('<w:start w:val="1"/>', '<w:start w:val="999999999"/>')
    body = listed("a", 1) + listed("b", 1, 1) + listed("c", 1, 2)
    assert all(len(line) < 60 for line in numbers(body, odd))
