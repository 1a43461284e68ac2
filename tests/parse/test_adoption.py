"""The sentence by which decisions and statements tell of their adoption, in six languages."""

from __future__ import annotations

import re

import pytest

from an2un.language import load
from an2un.parse.adoption import told
from an2un.tree import Field, Paragraph, Provision, Resolution
from tests.parse.stages import resolution

SENTENCES = """
en|77th plenary meeting|At its 77th plenary meeting, on 8 June 2044, the Assembly elected Kenya.
en|5869th meeting|At the 5869th meeting of the Security Council, held on 8 June 2044, in
fr|56e séance plénière|À sa 56e séance plénière, le 8 juin 2044, l’Assemblée a nommé
fr|5869e séance|À la 5869e séance du Conseil de sécurité, tenue le 8 juin 2044, il
es|46ª sesión plenaria|En su 46ª sesión plenaria, celebrada el 8 de junio de 2044, decidió
ru|47-м пленарном заседании|На своем 47-м пленарном заседании 8 июня 2044 года Ассамблея постановила
zh|77次全体会议|2044年6月8日，大会第77次全体会议选举肯尼亚为成员。
ar|62|قررت الجمعية العامة، في جلستها العامة 62، المعقودة في 8 حزيران/يونيه 2044، إدراج البند.
ar|46|وافقت الجمعية العامة، في جلستها العامة 46 المعقودة في 8 حزيران/يونيه 2044، على البرنامج.
"""
ENGLISH = "At its 77th plenary meeting, on 8 June 2044, the General Assembly elected Kenya.\n"


@pytest.mark.parametrize("sentence", SENTENCES.strip().split("\n"))
def test_meeting_and_date_are_told(sentence: str) -> None:
    code, meeting, text = sentence.split("|")
    found = told(text, load(code))
    assert found is not None
    start, end = found.meeting.span
    assert text[start:end] == meeting
    assert found.meeting.value == re.findall(r"\d+", meeting)[0]
    assert found.date is not None
    assert found.date.iso == "2044-06-08"


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly, recalling what it decided at its 77th plenary meeting, on 8 June",
        "Recalling its resolution 98/71 of 8 June 2044,",
        "",
    ],
)
def test_other_sentences_tell_nothing(text: str) -> None:
    assert told(text, load("en")) is None


def test_a_date_that_is_not_that_of_the_meeting_is_none_of_adoption() -> None:
    text = "At its 77th plenary meeting, the Assembly recalled its decision of 8 June 2044."
    found = told(text, load("en"))
    assert found is not None
    assert found.date is None


def first_sentence(document: Resolution) -> Paragraph:
    first = document.items[0]
    assert isinstance(first, Provision)
    sentence = first.content[0]
    assert isinstance(sentence, Paragraph)
    return sentence


def test_both_are_marked_where_there_is_no_formula() -> None:
    made = resolution("A/DEC/99/517\nGeneral Assembly\nDecision\n\n99/517. Lamps\n\n" + ENGLISH)
    fields = [c for c in first_sentence(made).children if isinstance(c, Field)]
    assert [(field.role, field.value) for field in fields] == [
        ("meeting", "77"), ("adoptionDate", "2044-06-08"),
    ]  # fmt: skip


def test_below_a_formula_nothing_is() -> None:
    made = resolution(
        "A/RES/99/17\n\nThe General Assembly,\n\nRecalling the Charter,\n\n" + ENGLISH
    )
    assert not [c for c in first_sentence(made).children if isinstance(c, Field)]


@pytest.mark.parametrize("sentence", SENTENCES.strip().split("\n"))
def test_a_text_that_tells_of_its_adoption_is_a_decision_or_a_statement(sentence: str) -> None:
    code, _, text = sentence.split("|")
    made = resolution(f"99/517. 2044\n\n{text}\n", code)
    council = "5869" in text  # the meetings of the Security Council above
    assert made.kind == ("presidentialStatement" if council else "decision")


def test_what_the_masthead_says_counts_more() -> None:
    adopted = "Resolution adopted by the General Assembly on 8 June 2044\n\n99/17. Lamps\n\n"
    assert resolution(adopted + ENGLISH).kind == "resolution"
    assert resolution("99/17. Lamps\n\nThe General Assembly,\n\n" + ENGLISH).kind == "resolution"
    assert resolution("A/RES/99/17\n\nLamps\n\n" + ENGLISH).kind == "resolution"
    assert resolution("99/17. Lamps\n").kind == "resolution"
