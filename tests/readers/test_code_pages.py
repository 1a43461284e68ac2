"""Code pages told by what they would print, and texts that were read in the wrong one."""

from __future__ import annotations

import pytest

from an2un.readers.code_pages import code_page, read_rightly
from an2un.wording.traditional import PAIRS

LATIN = ("cp1252", "mac_roman", "cp850", "iso8859_15")
CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")
TEXTS = {
    "French": (
        "L’Assemblée générale, réaffirmant sa volonté d’œuvrer où que ce soit à la sécurité des "
        "pêcheurs – au-delà des côtes –, décide de créer un comité chargé d’étudier les dégâts "
        "causés à ces forêts depuis l’été dernier, «\u00a0à tête reposée\u00a0».\n"
    ),
    "Spanish": (
        "La Asamblea General, en su 64ª sesión, reafirmando que los niños y las niñas de las "
        "islas españolas están expuestos al oleaje, y también los pescadores, decide que el año "
        "próximo será el Año del Farol; ¿quién encenderá las lámparas? “Aún nadie”.\n"
    ),
    "Russian": (
        "Генеральная Ассамблея, напоминая о своих прежних решениях и будучи обеспокоена судьбой "
        "прибрежных лесов, постановляет учредить Комитет и просит его представить «доклад».\n"
    ),
    "Arabic": (
        "إن الجمعية العامة، إذ تشير إلى قراراتها السابقة، تقرر إنشاء لجنة للمنارات "
        "وتطلب إليها أن تقدم تقريرا.\n"
    ),
    "Chinese": (
        "大会，回顾其以往关于灯塔的各项决议，决定在本届会议期间设立一个委员会，"
        "并请委员会向大会提出报告。\n"
    ),
}  # fmt: skip
PAGES = {
    "French": LATIN, "Spanish": LATIN, "Russian": CYRILLIC,
    "Arabic": ("cp1256", "iso8859_6"), "Chinese": ("gb18030", "gbk"),
}  # fmt: skip
WRITTEN = [(language, page) for language, pages in PAGES.items() for page in pages]


@pytest.mark.parametrize(("language", "page"), WRITTEN)
def test_every_language_is_told_in_its_code_pages(language: str, page: str) -> None:
    data = TEXTS[language].encode(page, "ignore")
    found = code_page(data)
    assert found is not None
    assert data.decode(found.name) == data.decode(page)
    assert found.share > 0.9


def test_traditional_chinese_is_told() -> None:
    text = TEXTS["Chinese"].translate(str.maketrans(PAIRS[1::2], PAIRS[::2]))
    found = code_page(text.encode("big5hkscs"))
    assert found is not None
    assert found.name == "big5hkscs"


def test_what_is_no_text_of_any_language_has_no_page() -> None:
    assert code_page(bytes(range(128, 256))) is None  # every sign of a page


def misread(language: str, page: str, taken: str) -> str:
    """Return a text in one page as another reads it, "" if that has not all of the bytes."""
    text = TEXTS[language].encode(page, "ignore").decode(page)
    try:
        return text.encode(page).decode(taken)
    except UnicodeDecodeError:
        return ""


# Latin 9 is code page 1252 but for a few signs; Spanish of a Mac makes sense as code page 850.
ALIKE = {("French", "iso8859_15"), ("Spanish", "iso8859_15"), ("Spanish", "mac_roman")}
MISREAD = [
    (language, page, taken)
    for language, page in WRITTEN
    for taken in ("cp1252", "latin_1", "mac_roman", "cp850")
    if taken != page and (language, page) not in ALIKE and misread(language, page, taken)
]


@pytest.mark.parametrize(("language", "page", "taken"), MISREAD)
def test_a_text_read_in_the_wrong_page_is_read_rightly(
    language: str, page: str, taken: str
) -> None:
    right = TEXTS[language].encode(page, "ignore").decode(page)
    assert read_rightly(misread(language, page, taken)) == right


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        "Resolution of Mr. Ž. Õun on Šibenik – “Ÿ”\n",
        "¶ 1. The so–called lamp–keepers’ „night–watch“ of the north–western coast\n",
    ],
)
def test_what_was_read_rightly_is_left_alone(text: str) -> None:
    assert read_rightly(text) is None
    assert read_rightly(text * 30) is None
