"""Lines to running text: joins, hyphens, stray blanks, words split by kerning, Chinese."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.language import load
from an2un.parse.lines import Mender, proved_splits
from an2un.parse.passage import Call
from an2un.source import Span
from an2un.tree import Footnote
from an2un.wording.words import Words
from tests.parse.stages import mended, source_of


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("by land\nand sea", "by land and sea"),
        ("by land  \n\n   and sea", "by land and sea"),
        ("sous-\nrégionales", "sous-régionales"),
        ("2041\u2013\n2043", "2041\u20132043"),
        ("and/\nor", "and/or"),
        ("birds –\nand others", "birds – and others"),
        ("–\nbirds", "– birds"),
        ("migra\u00ad\ntory", "migratory"),
        ("migra\ufffe\ntory", "migratory"),
        ("mi\u00adgratory", "mi\u00adgratory"),
    ],
)
def test_joining(text: str, running: str) -> None:
    assert mended(text) == running


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("l ’Organisation", "l’Organisation"),
        ("l\u00a0’Organisation", "l’Organisation"),
        ("States ’ duties", "States’ duties"),
        ("«\u00a0oui\u00a0»\u00a0;", "«\u00a0oui\u00a0»\u00a0;"),
        ("in   the \u00a0 night", "in the night"),
        ("a \tb", "a b"),
        ("ab\x02cd", "abcd"),
        ("8 ’ 5", "8 ’ 5"),
    ],
)
def test_stray_blanks_and_characters(text: str, running: str) -> None:
    assert mended(text, "fr") == running


def test_every_repair_is_kept_with_its_reason() -> None:
    source = source_of("l ’eau  pure\x02 et sous\u00ad\nmarine")
    mender = Mender(source, True, (), ())
    assert mender.passage(source.lines).text == "l’eau pure et sousmarine"
    assert [(source.slice(r.span), r.reason) for r in mender.repairs] == [
        (" ", "stray blank removed"),
        (" ", "blanks folded"),
        ("\x02", "control character left out"),
        ("\u00ad", "hyphen of the line end removed"),
    ]


def test_controls_of_direction_are_left_out_of_the_running_text() -> None:
    source = source_of("قراراته \u202a 98/12\u202cالمؤرخة\u202a،\u202c")
    mender = Mender(source, True, (), ())
    assert mender.passage(source.lines).text == "قراراته 98/12المؤرخة،"
    assert [(source.slice(r.span), r.reason) for r in mender.repairs] == [
        ("\u202a ", "blanks folded"),
        ("\u202c", "control character left out"),
        ("\u202a", "control character left out"),
    ]


# ----------------------------------------------------------------------------------------- kerning


def test_a_split_word_is_joined_if_the_document_proves_it_whole() -> None:
    assert mended("w omen\nwomen\nwomen") == "women women women"


@pytest.mark.parametrize(
    "text",
    [
        "w omen alone",  # the whole word stands nowhere
        "w omen and women",  # once whole, once in two: no proof
        "w omen women women omen",  # the fragment is a word
        "some where somewhere somewhere here where",
        "a part of apart and apart",  # both fragments are words
    ],
)
def test_a_blank_that_may_be_meant_stays(text: str) -> None:
    assert mended(text + "\npart of a whole") == text + " part of a whole"


@pytest.mark.parametrize("count", [3, 80])
def test_any_number_of_split_words_is_joined(count: int) -> None:
    heads = ["".join(letters) for letters in product("bcdf", "aeiou", "klmn")][:count]
    text = "\n".join(f"{head} zz{head}, {head}zz{head} {head}zz{head}" for head in heads)
    source = source_of(text)
    found = proved_splits(source, source.lines, Words(text).counts)
    assert found == {line.span.start + len(heads[0]) for line in source.lines}


def test_the_end_of_another_word_is_no_half() -> None:
    text = "boats off shore\nt shore, a tshore tshore\nthe coast shore"
    source = source_of(text)
    assert proved_splits(source, source.lines, Words("t shore tshore tshore").counts) == {17}


def test_splits_are_offsets_of_blanks() -> None:
    source = source_of("w omen, women\nwomen")
    assert proved_splits(source, source.lines, Words(source.text).counts) == {1}


# ----------------------------------------------------------------------------------------- Chinese


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("大会回顾\n其决议", "大会回顾其决议"),
        ("2044 年 12 月 20 日", "2044年12月20日"),
        ("第 99/118 号决议", "第99/118号决议"),
        ("(A/99/441\n，第18段)", "(A/99/441，第18段)"),
        ("United\nNations", "United Nations"),
        ("联合国\u3000大会", "联合国大会"),
        ("古井“水渠”\n保护", "古井“水渠”保护"),
        ("第20\n44(2041)号决议", "第2044(2041)号决议"),
        ("in 20\nboats", "in 20 boats"),
    ],
)
def test_chinese_lines_join_without_a_blank(text: str, running: str) -> None:
    assert mended(text, "zh") == running


def test_no_blank_is_put_behind_a_bracket_that_opens() -> None:
    assert (
        mended("resolution 1874 (\n2044) of\nthe Council")
        == "resolution 1874 (2044) of the Council"
    )


# ------------------------------------------------------------------------------------------- calls


def test_the_blank_before_a_call_goes_and_no_blank_is_put_before_one() -> None:
    source = source_of("Asia 1,\nand Europe\n2 too")
    calls = [Call(5, 6, Footnote("1", ())), Call(19, 20, Footnote("2", ()))]
    passage = Mender(source, True, calls, ()).passage(source.lines)
    assert passage.text == "Asia1, and Europe2 too"
    assert [passage.text[call.start : call.end] for call in passage.calls] == ["1", "2"]


def test_a_character_that_is_left_out_may_open_a_line_behind_blanks() -> None:
    source = source_of("大\n \x02大")
    assert Mender(source, False, (), ()).passage(source.lines).text == "大大"


def test_blanks_inside_a_call_go_with_it() -> None:
    source = source_of("Asia(  1),\nand")
    passage = Mender(source, True, [Call(4, 9, Footnote("1", ()))], ()).passage(source.lines)
    assert passage.text == "Asia(  1), and"
    assert [source.slice(span) for span in passage.origin] == ["Asia", ",", "and"]


@given(st.lists(st.text(alphabet="ab’ -\u00ad\u00a0大，\x02", min_size=1), max_size=8))
def test_text_repairs_and_blanks_make_up_the_lines(words: list[str]) -> None:
    source = source_of("\n".join(words))
    for code in ("fr", "zh"):
        mender = Mender(source, load(code).spaced, (), ())
        passage = mender.passage(source.lines)
        copied = [piece.span for piece in passage.pieces]
        covered = sorted([*copied, *(repair.span for repair in mender.repairs)])
        assert "".join(source.slice(Span(*span)) for span in covered) == "".join(
            source.slice(line.span) for line in source.lines
        )
        assert [
            passage.text[piece.at : piece.at + piece.span.end - piece.span.start]
            for piece in passage.pieces
        ] == [source.slice(span) for span in copied]
