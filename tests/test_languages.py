"""The language files themselves: what each of them must hold."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from an2un.identity import ORGAN_ACTORS
from an2un.language import LANGUAGES, Language, load
from an2un.wording.fold import fold

FILES = resources.files("an2un") / "languages"
MEMBERS_AND_OBSERVERS = 195  # 193 Member States, the Holy See and the State of Palestine


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return load(request.param)


def roll() -> list[list[str]]:
    text = (FILES / "members.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def test_the_marks_of_a_paragraphs_end_differ_by_mood(language: Language) -> None:
    assert not set(language.preambular_ends) & set(language.operative_ends)


def test_every_organ_of_the_profile_has_a_formula_and_a_name(language: Language) -> None:
    for organ in ORGAN_ACTORS:
        assert organ in language.masthead.organs.identifiers
        assert organ in language.formulas.values()


def test_formulas_are_organs_with_one_meaning(language: Language) -> None:
    for folded, organ in language.formulas.items():
        assert language.formula(folded + ",") == organ


def table(language: Language) -> dict[str, Any]:
    return tomllib.loads((FILES / f"{language.code}.toml").read_text(encoding="utf-8"))


def test_months_are_twelve_and_tell_apart(language: Language) -> None:
    for month in range(1, 13):
        day = f"2044-{month:02}-07"
        assert language.date(printed_date(language, month)) == day


def printed_date(language: Language, month: int) -> str:
    name = table(language)["dates"]["months"][month - 1][0]
    return {
        "de": f"7. {name} 2044",
        "ar": f"7 {name} 2044",
        "en": f"7 {name} 2044",
        "es": f"7 de {name} de 2044",
        "fr": f"7 {name} 2044",
        "ru": f"7 {name} 2044 года",
        "zh": f"2044年{month}月7日",
    }[language.code]


def test_there_are_openings_for_both_moods(language: Language) -> None:
    for mood in ("preambular", "operative"):
        phrases = language.openings.wordings[mood].phrases
        assert len(phrases) > (70 if language.code == "de" else 200)  # few texts are in German
        assert all(phrase and count > 0 for phrase, count in phrases.items())


def test_the_table_of_states_is_complete() -> None:
    header, *rows = roll()
    assert sorted(header) == sorted(["iso", *LANGUAGES])
    assert len(rows) == MEMBERS_AND_OBSERVERS
    assert len({row[0] for row in rows}) == MEMBERS_AND_OBSERVERS
    assert all(name for row in rows for cell in row for name in cell.split("|"))


def test_no_name_stands_for_two_states(language: Language) -> None:
    header, *rows = roll()
    column = header.index(language.code)
    states = [{fold(name) for name in row[column].split("|")} for row in rows]
    assert sum(map(len, states)) == len(set().union(*states))


def test_each_state_is_known_by_each_of_its_names(language: Language) -> None:
    header, *rows = roll()
    column = header.index(language.code)
    for row in rows:
        identifiers = {language.member(name) for name in row[column].split("|")}
        assert len(identifiers) == 1
        assert identifiers.pop().startswith("member")


def test_a_list_of_all_states_is_read(language: Language) -> None:
    header, *rows = roll()
    names = [row[header.index(language.code)].split("|")[0] for row in rows]
    separator = {"zh": "、", "ar": "، و"}.get(language.code, ", ")
    roll_read = language.members.read(separator.join(names))
    assert [sponsor.identifier for sponsor in roll_read.sponsors] == [
        language.member(name) for name in names
    ]
    assert roll_read.complete


def test_groups_that_present_drafts_are_the_same_in_all_languages(language: Language) -> None:
    own, english = (table(one)["drafts"] for one in (language, load("en")))
    assert own["groups"].keys() == english["groups"].keys()
    assert own["revised"].keys() == english["revised"].keys()
    assert own["offices"].keys() == english["offices"].keys()
    masthead, other = (table(one)["masthead"] for one in (language, load("en")))
    assert masthead["decision_types"].keys() == other["decision_types"].keys()
    assert masthead["types"].keys() == other["types"].keys()
