"""Numbers that are citations: lists, dates, letters, in six languages."""

from __future__ import annotations

import pytest

from tests.citing.words import cited, pairs

SIX = {
    "en": "Recalling its resolutions 72/7 of 17 November 2017 and 75/272 of 16 April 2021,",
    "fr": "Rappelant ses résolutions 72/7 du 17 novembre 2017 et 75/272 du 16 avril 2021,",
    "es": "Recordando sus resoluciones 72/7, de 17 de noviembre de 2017, y 75/272, de 16 de abril"
    " de 2021,",
    "ru": "ссылаясь на свои резолюции 72/7 от 17 ноября 2017 года и 75/272 от 16 апреля 2021 года,",
    "zh": "回顾其2017年11月17日第72/7号和2021年4月16日第75/272号决议，",
    "ar": "إذ تشير إلى قراريها 72/7 المؤرخ 17 تشرين الثاني/نوفمبر 2017 و 75/272 المؤرخ"
    " 16 نيسان/أبريل 2021،",
}


@pytest.mark.parametrize("code", SIX)
def test_each_number_of_a_list_is_a_citation_with_its_date(code: str) -> None:
    found = [(c.symbol, c.date) for c in cited(SIX[code], code)]
    assert found == [("A/RES/72/7", "2017-11-17"), ("A/RES/75/272", "2021-04-16")]


SECURITY = {
    "en": "Recalling Security Council resolutions 1325 (2000), 1820 (2008) and 2250 (2015),",
    "fr": "Rappelant les résolutions 1325 (2000), 1820 (2008) et 2250 (2015) du Conseil de"
    " sécurité,",
    "es": "Recordando las resoluciones del Consejo de Seguridad 1325 (2000), 1820 (2008) y 2250"
    " (2015),",
    "ru": "ссылаясь на резолюции 1325 (2000), 1820 (2008) и 2250 (2015) Совета Безопасности,",
    "zh": "回顾安全理事会第1325(2000)、1820(2008)和2250(2015)号决议，",
    "ar": "إذ تشير إلى قرارات مجلس الأمن 1325 (2000) و 1820 (2008) و 2250 (2015)،",
}


@pytest.mark.parametrize("code", SECURITY)
def test_numbers_of_the_security_council(code: str) -> None:
    found = [c.symbol for c in cited(SECURITY[code], code)]
    assert found == ["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/2250 (2015)"]


OLD = {
    "en": "See resolution 2200 A (XXI), annex.",
    "fr": "Voir résolution 2200 A (XXI), annexe.",
    "es": "Véase la resolución 2200 A (XXI), anexo.",
    "ru": "См. резолюцию 2200 A (XXI), приложение.",
    "zh": "见大会第2200 A (XXI)号决议，附件。",
    "ar": "انظر القرار 2200 ألف (د-21)، المرفق.",
}


@pytest.mark.parametrize("code", OLD)
def test_the_old_style_with_an_annex(code: str) -> None:
    (one,) = cited(OLD[code], code)
    assert one.symbol == "A/RES/2200 A (XXI)"
    assert [part.kind for part in one.parts] == ["annex"]


SPECIAL = {
    "en": "its resolutions S-23/2, annex, and S-23/3, annex",
    "fr": "ses résolutions S-23/2, annexe, et S-23/3, annexe",
    "es": "sus resoluciones S-23/2, anexo, y S-23/3, anexo",
    "ru": "резолюции S-23/2 Генеральной Ассамблеи, приложение, и S-23/3, приложение",
    "zh": "大会S-23/2号决议，附件；S-23/3号决议，附件",
    "ar": "قرارا الجمعية العامة دإ-23/2، المرفق، و دإ-23/3، المرفق",
}


@pytest.mark.parametrize("code", SPECIAL)
def test_special_sessions(code: str) -> None:
    found = [c.symbol for c in cited(SPECIAL[code], code)]
    assert found == ["A/RES/S-23/2", "A/RES/S-23/3"]


LETTERS = {
    "en": "resolutions 75/253 A and 75/253 B, and resolutions 53/243 A and B",
    "fr": "résolutions 75/253 A et 75/253 B, et résolutions 53/243 A et B",
    "es": "resoluciones 75/253 A y 75/253 B, y resoluciones 53/243 A y B",
    "ru": "резолюции 75/253 А и 75/253 В, и резолюции 53/243 А и В",
    "zh": "第75/253 A号和第75/253 B号决议，以及第53/243 A和B号决议",
    "ar": "القراران 75/253 ألف و 75/253 باء، والقراران 53/243 ألف وباء",
}


@pytest.mark.parametrize("code", LETTERS)
def test_letters(code: str) -> None:
    found = [c.symbol for c in cited(LETTERS[code], code)]
    assert found == ["A/RES/75/253 A", "A/RES/75/253 B", "A/RES/53/243 A-B"]


REMARKS = {
    "en": "its resolutions 74/270 of 2 April 2020, entitled “Solidarity, and more”, and 74/274 of"
    " 20 April 2020",
    "fr": "ses résolutions 74/270 du 2 avril 2020, intitulée « Solidarité », et 74/274 du 20 avril"
    " 2020",
    "es": "sus resoluciones 74/270, de 2 de abril de 2020, relativa a la solidaridad, y 74/274, de"
    " 20 de abril de 2020",
    "ru": "свои резолюции 74/270 от 2 апреля 2020 года о солидарности и 74/274 от 20 апреля"
    " 2020 года",
    "zh": "其题为“团结”的2020年4月2日第74/270号决议和题为“合作”的2020年4月20日第74/274号决议",
    "ar": "قراريها 74/270 المؤرخ 2 نيسان/أبريل 2020، المعنون ”التضامن“، و 74/274 المؤرخ"
    " 20 نيسان/أبريل 2020",
}


@pytest.mark.parametrize("code", REMARKS)
def test_a_list_goes_on_after_a_remark(code: str) -> None:
    found = [(c.symbol, c.date) for c in cited(REMARKS[code], code)]
    assert found == [("A/RES/74/270", "2020-04-02"), ("A/RES/74/274", "2020-04-20")]


def test_undated_numbers_after_remarks() -> None:
    text = "its resolutions 5/1, on institution-building, and 5/2, on the code, of 18 June 2007"
    found = [c.symbol for c in cited(text, organ="humanRightsCouncil")]
    assert found == ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]


def test_the_words_of_a_citation() -> None:
    assert pairs("Recalling its resolutions 72/7 of 17 November 2017 and 75/272,") == [
        ("72/7 of 17 November 2017", "A/RES/72/7 2017-11-17"),
        ("75/272", "A/RES/75/272"),
    ]
    assert pairs("الوارد في القرار 70/1؛", "ar") == [("القرار 70/1", "A/RES/70/1")]
    assert pairs("回顾大会2015年9月25日第70/1号决议，", "zh") == [
        ("2015年9月25日第70/1号决议", "A/RES/70/1 2015-09-25")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "at a ratio of 1/3 to 2/3, on 11/9, in the biennium 2024/25",
        "general comment No. 15 (2002) on the right to water",
        "Kyoto Protocol, decision 1/CP.7, and article 12/4",
        "resolutions. In 70/1 cases",
        "the resolution adopted by Indian Ocean Tuna Commission, resolutions 12/07 and 13/07",
        "the Commission on Narcotic Drugs, in its resolution 56/11",
        "Conference resolution 6/2",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert cited(text) == []


def test_silent_characters_change_nothing() -> None:
    text = "إذ تشير إلى قرارَيْها \u202b72/7\u202c المــؤرخ 17 تشرين الثاني/نوفمبر 2017"
    (one,) = cited(text, "ar")
    assert (one.symbol, one.date) == ("A/RES/72/7", "2017-11-17")
    assert text[one.start : one.end].endswith("2017")


def test_dates_in_a_row_belong_to_the_numbers_in_a_row() -> None:
    text = (
        "Recalling General Assembly resolutions 61/16, 68/1 and 72/305 of 20 November 2006,"
        " 20 September 2013 and 23 July 2018, respectively,"
    )
    assert [(c.symbol, c.date) for c in cited(text, organ="economicAndSocialCouncil")] == [
        ("A/RES/61/16", "2006-11-20"),
        ("A/RES/68/1", "2013-09-20"),
        ("A/RES/72/305", "2018-07-23"),
    ]


def test_a_date_is_shared_within_one_session_only() -> None:
    found = cited("resolutions 55/28 and 55/29 of 5 April 2024", organ="humanRightsCouncil")
    assert [c.date for c in found] == ["2024-04-05", "2024-04-05"]
    found = cited("resolutions 54/28 and 55/29 of 5 April 2024", organ="humanRightsCouncil")
    assert [c.date for c in found] == ["", "2024-04-05"]
    found = cited("1998年12月15日第53/199号和第53/200号决议", "zh")
    assert [c.date for c in found] == ["1998-12-15", "1998-12-15"]


def test_a_number_cited_once_is_cited_again() -> None:
    found = cited("La résolution 75/250 porte dorénavant le numéro 75/250 A.", "fr")
    assert [c.symbol for c in found] == ["A/RES/75/250", "A/RES/75/250 A"]


def test_an_impossible_date_is_told_and_left_out() -> None:
    (one,) = cited("its resolution 72/256 of 24 December 2107")
    assert (one.symbol, one.date, one.odd_date) == ("A/RES/72/256", "", True)


def test_a_date_that_stands_for_several_says_so() -> None:
    one, other = cited("resolutions 1514 (XV) and 1541 (XV) of 15 December 1960")
    assert one.date == other.date == "1960-12-15"
    assert (one.shared, other.shared) == (True, False)


def test_a_date_in_the_middle_of_a_list_is_that_of_one_number() -> None:
    found = cited("resolutions 67/290, 70/1, 70/299 of 29 July 2016 and 75/290 B of 25 June 2021")
    assert [one.date for one in found] == ["", "", "2016-07-29", "2021-06-25"]


INSIDE = {
    "ru": ("в соответствии с пунктом 20 резолюции 2255 (2015)", "пунктом 20 резолюции 2255 (2015)"),
    "ar": ("وفقا للفرع الثاني من القرار 2255 (2015)", "للفرع الثاني من القرار 2255 (2015)"),
}


@pytest.mark.parametrize("code", INSIDE)
def test_a_part_begins_with_a_whole_word_in_any_case(code: str) -> None:
    text, words = INSIDE[code]
    assert pairs(text, code) == [(words, "S/RES/2255 (2015)")]


def test_a_decision_within_a_report_whatever_stands_first() -> None:
    text = "见联合国环境规划署，CBD/COP/15/17号文件，第15/4号决定，附件。"
    assert [symbol for _, symbol in pairs(text, "zh")] == ["CBD/COP/15/17", "CBD/COP/DEC/15/4"]


PARTIES = {
    "en": "recalls decision 14/4 of 30 November 2018 of the Conference of the Parties to the"
    " Convention on Biological Diversity,",
    "fr": "rappelle la décision 14/4, du 30 novembre 2018, de la Conférence des Parties à la"
    " Convention sur la diversité biologique,",
    "es": "recuerda la decisión 14/4, de 30 de noviembre de 2018, de la Conferencia de las Partes"
    " en el Convenio sobre la Diversidad Biológica,",
    "ru": "ссылается на решение 14/4 от 30 ноября 2018 года Конференции сторон Конвенции о"
    " биологическом разнообразии,",
}


@pytest.mark.parametrize("code", PARTIES)
def test_an_organ_behind_a_date_that_commas_set_off(code: str) -> None:
    found = [(c.symbol, c.date) for c in cited(PARTIES[code], code)]
    assert found == [("CBD/COP/DEC/14/4", "2018-11-30")]


def test_an_organ_behind_a_comma_alone_is_another_thing() -> None:
    text = (
        "the resolution of 5 May 2021, the Security Council and resolution 75/272 of 16 April 2021,"
    )
    assert [c.symbol for c in cited(text, "en")] == ["A/RES/75/272"]


ROMAN = {
    "en": "decisions XIII/18, 14/12 and 14/13 of the Conference of the Parties to the Convention on"
    " Biological Diversity",
    "fr": "décisions XIII/18, 14/12 et 14/13 de la Conférence des Parties à la Convention sur la"
    " diversité biologique",
    "ru": "решения XIII/18, 14/12 и 14/13 Конференции сторон Конвенции о биологическом"
    " разнообразии",
}


@pytest.mark.parametrize("code", ROMAN)
def test_a_list_goes_on_behind_numbers_of_roman_sessions(code: str) -> None:
    assert [c.symbol for c in cited(ROMAN[code], code)] == [
        "CBD/COP/DEC/14/12",
        "CBD/COP/DEC/14/13",
    ]


def test_a_date_may_follow_the_word_on() -> None:
    text = "its resolutions 77/202 of 15 December 2022 on law, 76/146 on 16 December 2021 on girls"
    assert [(c.symbol, c.date) for c in cited(text, "en")] == [
        ("A/RES/77/202", "2022-12-15"),
        ("A/RES/76/146", "2021-12-16"),
    ]
