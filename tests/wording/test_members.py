from __future__ import annotations

import pytest

from an2un.language import load
from an2un.wording.members import identifier


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Freedonia", "memberFreedonia"),
        ("Côte d’Or", "memberCoteDOr"),
        ("People’s Republic of Ruritania", "memberPeoplesRepublicOfRuritania"),
        ("Arcadia (Island State of)", "memberArcadia"),
    ],
)
def test_identifier(name: str, expected: str) -> None:
    assert identifier(name) == expected


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "Bolivia (Plurinational State of)"),
        ("en", "PLURINATIONAL STATE OF BOLIVIA"),
        ("fr", "Bolivie (État plurinational de)"),
        ("ru", "Боливия (Многонациональное Государство)"),
        ("zh", "多民族玻利维亚国"),
        ("ar", "بوليفيا (دولة - المتعددة القوميات)"),
        ("es", "BOLIVIA (PLURINATIONAL STATE OF)"),
    ],
)
def test_a_state_under_its_names(code: str, name: str) -> None:
    assert load(code).member(name) == "memberBolivia"


def test_an_unknown_name() -> None:
    assert load("en").member("Freedonia") == ""


def test_a_list_is_read_over_marks_of_footnotes() -> None:
    read = load("en").members.read("Antigua and Barbuda, Egypt,* Kenya1 and Viet Nam*")
    assert [s.identifier for s in read.sponsors] == [
        "memberAntiguaAndBarbuda", "memberEgypt", "memberKenya", "memberVietNam",
    ]  # fmt: skip


def test_who_speaks_for_a_group_is_one_name() -> None:
    text = "Kenya (on behalf of the Group of Lamps, Bells and Horns) and Peru"
    read = load("en").members.read(text)
    assert [text[s.span.start : s.span.end] for s in read.sponsors] == [
        "Kenya (on behalf of the Group of Lamps, Bells and Horns)", "Peru",
    ]  # fmt: skip


def test_an_unknown_name_in_a_list_has_no_identifier() -> None:
    read = load("en").members.read("Kenya, Freedonia and Peru")
    assert not read.complete
    assert read.sponsors[0].identifier == "memberKenya"
    assert "" in {s.identifier for s in read.sponsors}


def test_a_separator_that_begins_a_name() -> None:
    read = load("es").members.read("Chile, Ecuador e Italia")
    assert read.complete
    assert [s.identifier for s in read.sponsors] == ["memberChile", "memberEcuador", "memberItaly"]


def test_a_title_is_no_list() -> None:
    assert not load("en").members.read("Kenya Lighthouse Convention").complete
    assert not load("en").members.begins("The lighthouses of the north")
    assert load("en").members.begins("Kenya and Peru")


def identifiers(text: str, code: str = "en") -> list[str]:
    return [sponsor.identifier for sponsor in load(code).members.read(text).sponsors]


@pytest.mark.parametrize("text", ["Kenya, , Peru", "Kenya Peru", "Kenya,* Peru", "Kenya and Peru"])
def test_names_tell_where_separators_are_missing_or_printed_twice(text: str) -> None:
    assert identifiers(text) == ["memberKenya", "memberPeru"]
    assert load("en").members.read(text).complete


def test_other_words_behind_a_name_make_it_another() -> None:
    assert identifiers("Kenya Airways, Peru") == ["", "memberPeru"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Kenya, European Union and Group of Arab States"),
        ("fr", "Kenya, Union européenne et Groupe des États arabes"),
        ("es", "Kenya, Unión Europea y Grupo de los Estados Árabes"),
        ("ru", "Кения, Европейский союз и Группа арабских государств"),
        ("zh", "肯尼亚、欧洲联盟和阿拉伯国家集团"),
        ("ar", "كينيا، والاتحاد الأوروبي، ومجموعة الدول العربية"),
    ],
)
def test_groups_present_drafts_as_states_do(code: str, text: str) -> None:
    assert identifiers(text, code) == ["memberKenya", "europeanUnion", "groupOfArabStates"]
