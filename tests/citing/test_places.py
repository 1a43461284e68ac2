"""Places of the document, the Charter, the Treaty Series, Ibid."""

from __future__ import annotations

import pytest

from tests.citing.words import cited

HERE = {
    "en": "as set out in paragraph 5 above",
    "fr": "visé au paragraphe 5 ci-dessus",
    "es": "el párrafo 5 supra",
    "ru": "предусмотренного в пункте 5 выше",
    "zh": "上文第5段提及的",
    "ar": "المنصوص عليه في الفقرة 5 أعلاه",
}


@pytest.mark.parametrize("code", HERE)
def test_paragraphs_above(code: str) -> None:
    (one,) = cited(HERE[code], code)
    assert one.kind == "place"
    assert [(part.kind, part.number) for part in one.parts] == [("paragraph", "5")]


WHOLE = {
    "en": "the annex to the present resolution and paragraph 9 of the present resolution",
    "fr": "l’annexe à la présente résolution et le paragraphe 9 de la présente résolution",
    "es": "el anexo de la presente resolución y el párrafo 9 de la presente resolución",
    "ru": "в приложении к настоящей резолюции и пункте 9 настоящей резолюции",
    "zh": "本决议附件和本决议第9段",
    "ar": "مرفق هذا القرار والفقرة 9 من هذا القرار",
}


@pytest.mark.parametrize("code", WHOLE)
def test_parts_of_the_present_resolution(code: str) -> None:
    found = cited(WHOLE[code], code)
    assert [one.parts[0].kind for one in found] == ["annex", "paragraph"]
    assert found[1].parts[0].number == "9"


CHARTER = {
    "en": "Acting under Chapter VII of the Charter of the United Nations, and Article 19 of the"
    " Charter",
    "fr": "Agissant en vertu du Chapitre VII de la Charte des Nations Unies et de l’Article 19 de"
    " la Charte",
    "es": "Actuando en virtud del Capítulo VII de la Carta de las Naciones Unidas y del Artículo 19"
    " de la Carta",
    "ru": "действуя на основании главы VII Устава Организации Объединенных Наций и статьи 19"
    " Устава",
    "zh": "根据《联合国宪章》第七章采取行动，《宪章》第十九条",
    "ar": "وإذ يتصرف بموجب الفصل السابع من ميثاق الأمم المتحدة والمادة 19 من الميثاق",
}


@pytest.mark.parametrize("code", CHARTER)
def test_the_charter(code: str) -> None:
    found = cited(CHARTER[code], code)
    assert [one.kind for one in found] == ["charter", "charter"]
    assert [(o.parts[0].kind, o.parts[0].number) for o in found] == [
        ("chapter", "VII"),
        ("article", "19"),
    ]


def test_the_charter_by_its_full_name_only() -> None:
    assert [one.kind for one in cited("the Charter of the United Nations")] == ["charter"]
    assert cited("the principles of the Charter") == []


TREATIES = {
    "en": "United Nations, Treaty Series, vol. 1249, No. 20378.",
    "fr": "Nations Unies, Recueil des Traités, vol. 1249, no 20378.",
    "es": "Naciones Unidas, Treaty Series, vol. 1249, núm. 20378.",
    "ru": "United Nations, Treaty Series, vol. 1249, No. 20378.",
    "zh": "联合国，《条约汇编》，第1249卷，第20378号。",
    "ar": "United Nations, Treaty Series, vol. 1249, No. 20378.",
}


@pytest.mark.parametrize("code", TREATIES)
def test_the_treaty_series(code: str) -> None:
    (one,) = cited(TREATIES[code], code)
    assert (one.kind, one.symbol) == ("treaty", "UNTS/1249/20378")


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "Ibid., annex II."), ("zh", "同上，附件二。"), ("ru", "Там же, приложение II.")],
)
def test_ibid(code: str, text: str) -> None:
    (one,) = cited(text, code)
    assert one.kind == "again"
    assert [(part.kind, part.number) for part in one.parts] == [("annex", "2")]


def test_ibid_of_another_document_is_none() -> None:
    assert [one.kind for one in cited("Ibid., vol. 1249, No. 20378.")] == ["treaty"]
    assert [one.symbol for one in cited("Ibid., Supplement No. 53 (A/75/53).")] == ["A/75/53"]
    assert cited("Ibid., Seventy-fifth Session, Supplement No. 53.") == []


def test_several_paragraphs_are_a_place_each() -> None:
    text = "in paragraphs 3, 4 and 6 above"
    assert [text[one.start : one.end] for one in cited(text)] == ["3", "4", "6"]


PARTS = {
    "en": "Recalls section III, paragraph 3, of its resolution 61/275 of 29 June 2007",
    "fr": "Rappelle le paragraphe 3 de la section III de sa résolution 61/275 du 29 juin 2007",
    "es": "Recuerda la sección III, párrafo 3, de su resolución 61/275, de 29 de junio de 2007",
    "ru": "ссылается на пункт 3 раздела III своей резолюции 61/275 от 29 июня 2007 года",
    "zh": "回顾其2007年6月29日第61/275号决议第三节第3段",
    "ar": "تشير إلى الجزء الثالث، الفقرة 3، من قرارها 61/275 المؤرخ 29 حزيران/يونيه 2007",
}


@pytest.mark.parametrize("code", PARTS)
def test_parts_of_another_document(code: str) -> None:
    (one,) = cited(PARTS[code], code)
    assert (one.symbol, one.date) == ("A/RES/61/275", "2007-06-29")
    assert {(p.kind, p.number) for p in one.parts} == {("section", "III"), ("paragraph", "3")}
    assert one.start < len(PARTS[code]) // 3


def test_an_annex_with_a_letter() -> None:
    (one,) = cited("annex C to the present resolution")
    assert [(part.kind, part.number) for part in one.parts] == [("annex", "C")]
