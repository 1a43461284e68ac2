from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un import language as module
from an2un.cli.convert import command
from an2un.language import LANGUAGES, LanguageError, guess, guess_with_evidence, load
from an2un.wording.openings import Mood

SENTENCES = {
    "ar": "إن الجمعية العامة، إذ تشير إلى قراراتها السابقة بشأن المنارات في البحار النائية،",
    "de": "Die Generalversammlung, unter Hinweis auf ihre Resolutionen über ferne Leuchttürme,",
    "en": "The General Assembly, Recalling its resolutions on the lighthouses of distant seas,",
    "es": "La Asamblea General, Recordando sus resoluciones sobre los faros de los mares lejanos,",
    "fr": "L’Assemblée générale, Rappelant ses résolutions sur les phares des mers lointaines,",
    "ru": "Генеральная Ассамблея, ссылаясь на свои резолюции о маяках в далеких морях,",
    "zh": "大会，回顾其关于远海灯塔的各项决议，",
}


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        load("it")


def test_a_language_is_loaded_once() -> None:
    assert load("fr") is load("fr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_with_a_formula_is_known_by_it(code: str) -> None:
    assert guess_with_evidence(SENTENCES[code] * 3) == (code, False)


@pytest.mark.parametrize("code", LANGUAGES)
def test_foreign_names_do_not_change_the_language(code: str) -> None:
    text = SENTENCES[code].replace("،", "، Cabo Verde A/99/187 https://undocs.org/A/99/187 ", 1)
    assert guess("Distr.: General Original: English " + text * 2) == code


def test_a_draft_without_a_formula_is_known_by_its_words() -> None:
    text = (
        "Les phares de la mer du Nord sont entretenus par les États qui en ont la charge, pour que"
    )
    assert guess(text) == "fr"


def test_nothing_still_gives_a_language() -> None:
    assert guess_with_evidence("") == ("en", True)


@pytest.mark.parametrize(
    "text",
    [
        "De Raad, herinnerend aan zijn besluiten over vuurtorens, dankbaar voor hun wachters, ",
        "Рада, беручи до уваги маяки північних морів, відзначаючи працю їхніх доглядачів, ",
    ],
)
def test_a_language_without_a_table_is_not_taken_for_one_of_its_script(text: str) -> None:
    assert guess_with_evidence(text * 20).weak


@pytest.mark.parametrize(
    ("code", "text", "organ"),
    [
        ("en", "The General Assembly,", "generalAssembly"),
        ("en", "The Security Council", "securityCouncil"),
        ("en", "The Genera1 Assembly,", "generalAssembly"),  # as text recognition misreads it
        ("fr", "L ’Assemblée générale ,", "generalAssembly"),
        ("fr", "L'ASSEMBLEE GENERALE,", "generalAssembly"),
        ("es", "El Consejo Económico y\xa0Social,", "economicAndSocialCouncil"),
        ("ru", "Совет по правам человека,", "humanRightsCouncil"),
        ("zh", "大 会，", "generalAssembly"),
        ("zh", "联合国环境大会，", "environmentAssembly"),
        ("ar", "إنّ الجمعيــة العامة ،", "generalAssembly"),
        ("ar", "\u202bإن مجلس الأمن،\u202c", "securityCouncil"),
        ("en", "The General Assembly decides", ""),
        ("en", "", ""),
    ],
)
def test_formula(code: str, text: str, organ: str) -> None:
    assert load(code).formula(text) == organ


@pytest.mark.parametrize(
    ("code", "mood", "text", "phrase"),
    [
        ("en", "preambular", "Recalling also its resolution", "Recalling also"),
        ("en", "preambular", "R ecalling also its resolution", "R ecalling also"),
        ("en", "operative", "Notes with appreciation the work", "Notes with appreciation"),
        ("en", "operative", "Requests the keepers also to report", "Requests"),
        ("fr", "operative", "Se félicite également de", "Se félicite également"),
        ("fr", "preambular", "Ayant à l'esprit les", "Ayant à l'esprit"),
        ("es", "preambular", "Acogiendo con beneplácito los", "Acogiendo con beneplácito"),
        (
            "de",
            "preambular",
            "in diesem Zusammenhang betonend, dass",
            "in diesem Zusammenhang betonend",
        ),
        ("de", "operative", "nimmt Kenntnis von dem Bericht", "nimmt Kenntnis"),
        ("ru", "preambular", "С удовлетворением отмечая, что", "С удовлетворением отмечая"),
        ("zh", "preambular", "又回顾其关于", "又回顾"),
        ("zh", "operative", "再次吁请各国", "再次吁请"),
        ("ar", "preambular", "وإذ تشير أيضا إلى", "وإذ تشير أيضا"),
        ("ar", "operative", "تحيـط علماً بالتقرير", "تحيـط علماً"),
    ],
)
def test_opener(code: str, mood: Mood, text: str, phrase: str) -> None:
    found = load(code).opener(text, mood)
    assert found is not None
    assert text[: found.end] == phrase


@pytest.mark.parametrize(
    ("code", "mood", "text", "phrase"),
    [
        ("en", "operative", "Deplores and condemns the lamps", "Deplores and condemns"),
        ("en", "operative", "Welcomes and urges also the keepers", "Welcomes and urges also"),
        ("en", "operative", "Urges and lights the keepers", "Urges"),
        ("fr", "operative", "Déplore et prie instamment les", "Déplore et prie instamment"),
        ("es", "operative", "Lamenta e insta a los guardianes", "Lamenta e insta"),
        ("ru", "preambular", "сожалея и подчеркивая, что", "сожалея и подчеркивая"),
        ("zh", "operative", "赞扬并敦促各国", "赞扬并敦促"),
        ("ar", "operative", "ترحب وتطلب إلى الدول", "ترحب وتطلب"),
        ("de", "operative", "begrüßt und ersucht die Wärter", "begrüßt und ersucht"),
    ],
)
def test_two_phrases_that_a_word_joins_are_one(
    code: str, mood: Mood, text: str, phrase: str
) -> None:
    found = load(code).opener(text, mood)
    assert text[: found.end if found else 0] == phrase


@pytest.mark.parametrize(
    ("code", "mood", "text", "phrase"),
    [
        ("en", "preambular", "Lamenting also the loss", "Lamenting also"),
        ("en", "preambular", "Enlightened by the tower", "Enlightened"),
        ("en", "preambular", "Deeply enlightened by the tower", "Deeply enlightened"),
        ("fr", "preambular", "Profondément éclairée par la tour", "Profondément éclairée"),
        ("es", "preambular", "Profundamente iluminado por la torre", "Profundamente iluminado"),
        ("en", "operative", "Repaints with satisfaction the tower", "Repaints with satisfaction"),
        ("de", "preambular", "anstreichend den Turm", "anstreichend"),
        ("fr", "preambular", "Repeignant également la tour", "Repeignant également"),
        ("ar", "preambular", "وإذ تطلي المنارة", "وإذ تطلي"),
    ],
)
def test_an_unlisted_opener_is_told_by_its_shape(
    code: str, mood: Mood, text: str, phrase: str
) -> None:
    found = load(code).opener(text, mood)
    assert found is not None
    assert (text[: found.end], found.known) == (phrase, False)


@pytest.mark.parametrize(
    ("text", "council", "others"),
    [
        ("Expressing concern at the dark", "Expressing", "Expressing concern"),
        ("“Condemning in the strongest terms", "“Condemning", "“Condemning in the strongest terms"),
        ("Recalling also the lamps", "Recalling also", "Recalling also"),
        ("The lamps", "", ""),
    ],
)
def test_the_security_council_sets_shorter_phrases(text: str, council: str, others: str) -> None:
    for organ, phrase in (("securityCouncil", council), ("generalAssembly", others), ("", others)):
        found = load("en").opener(text, "preambular", organ)
        assert text[: found.end if found else 0] == phrase


def test_no_opener() -> None:
    assert load("en").opener("the lighthouse", "operative") is None
    assert load("en").opener("", "preambular") is None


def test_a_phrase_that_only_a_variant_makes() -> None:
    found = load("ar").opener("وإذ يعرب عن قلقه إزاء حالة المنارات", "preambular")
    assert found is not None
    assert found.known


@pytest.mark.parametrize(
    ("code", "text", "mood"),
    [
        ("en", "Recalling its resolution", "preambular"),
        ("en", "Requests the keepers", "operative"),
        ("fr", "Prie les gardiens", "operative"),
        ("ru", "ссылаясь на", "preambular"),
        ("ar", "وإذ تشير إلى", "preambular"),
        ("ar", "تطلب إلى", "operative"),
        ("zh", "回顾其", "preambular"),
        ("zh", "请秘书长", "operative"),
        ("en", "The keepers of the light", None),
    ],
)
def test_mood(code: str, text: str, mood: Mood | None) -> None:
    assert load(code).mood(text) == mood


@given(st.sampled_from(LANGUAGES), st.text(max_size=60))
def test_an_opener_ends_inside_the_text_at_a_word(code: str, text: str) -> None:
    language = load(code)
    moods: tuple[Mood, ...] = ("preambular", "operative")
    for mood in moods:
        found = language.opener(text, mood)
        if found is None:
            continue
        assert 0 < found.end <= len(text)
        assert not text[: found.end].isspace()
        if language.spaced:
            assert not text[found.end : found.end + 1].isalnum()


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=st.text(max_size=80))
def test_nothing_raises_on_any_text(code: str, text: str) -> None:
    language = load(code)
    language.formula(text)
    language.mood(text)
    language.find_dates(text)
    language.session(text)
    language.annex_level(text)
    language.section_label(text)
    language.spelled(text)
    language.member(text)


def test_a_missing_key_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {key: value for key, value in module._table("fr").items() if key != "annexes"}
    with pytest.raises(LanguageError, match="annexes"):
        module._check(table, module._table("en"), "fr")


def test_an_unknown_key_is_an_error() -> None:
    table = {**module._table("fr"), "lighthouses": []}
    with pytest.raises(LanguageError, match="lighthouses"):
        module._check(table, module._table("en"), "fr")


def test_a_key_unknown_inside_a_table_is_an_error() -> None:
    table = module._table("fr")
    table = {**table, "ends": {**table["ends"], "paragraph": ["."]}}
    with pytest.raises(LanguageError, match=r"ends\.paragraph"):
        module._check(table, module._table("en"), "fr")


def test_the_commands_offer_the_languages_of_the_tables() -> None:
    (option,) = (p for p in command.params if p.name == "lang")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_are_headings_alone(code: str) -> None:
    language = load(code)
    assert language.headings
    assert all(language.heads(word) for word in language.headings)
    assert not language.heads("1 " + min(language.headings))


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_open_the_row_of_a_sum(code: str) -> None:
    language = load(code)
    assert language.totals
    assert all(language.opens_sum(f"{word} 12") for word in language.totals)
    assert all(language.opens_sum(f"{word} \u2013") for word in language.totals)
    assert not any(language.opens_sum(word) for word in language.totals)
