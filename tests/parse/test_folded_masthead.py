"""Items of a masthead that runs on in one line."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import an2un
from an2un.language import load
from an2un.parse.folded_masthead import item_starts

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/source.txt"))
MASTHEADS = {
    "en": [
        "United Nations", "A/RES/99/7", "General Assembly", "Distr.: General", "7 June 2044",
        "44-01234 (E) 080644 *4401234*", "Ninety-ninth session", "Agenda items 13 (b) and 117",
        "Lamps of the General Assembly, seventh session",
        "Resolution adopted by the General Assembly on 3 June 2044",
        "[on the report of the Third Committee (A/99/412, para. 14)]", "99/7. Lamps at night",
    ],
    "fr": [
        "Nations Unies", "A/HRC/RES/99/7", "Assemblée générale", "Distr. générale", "7 juin 2044",
        "Français", "Original : anglais", "Conseil des droits de l’homme",
        "Quatre-vingt-dix-neuvième session", "26 février-5 avril 2044",
        "Point 7 b) de l’ordre du jour", "Phares de tous les pays",
        "Résolution adoptée par le Conseil des droits de l’homme le 5 avril 2044",
        "99/7. Phares et droits de l’homme",
    ],
    "es": [
        "Naciones Unidas", "S/RES/9201 (2044)", "Consejo de Seguridad", "Distr. general",
        "3 de marzo de 2044", "Resolución 9201 (2044)",
        "Aprobada por el Consejo de Seguridad en su 9876ª sesión, celebrada el 3 de marzo de 2044",
    ],
    "ru": [
        "A/RES/99/7 B", "Организация Объединенных Наций", "Генеральная Ассамблея",
        "Distr.: General", "7 June 2044", "Девяносто девятая сессия", "Пункт 70 b) повестки дня",
        "Маяки", "Резолюция, принятая Генеральной Ассамблеей 3 июня 2044 года",
        "[по докладу Третьего комитета (A/99/476, пункт 23)]", "99/7. Маяки ночью",
    ],
    "zh": [
        "联合国", "A/RES/99/7", "大会", "Distr.: General", "7 June 2044", "第九十九届会议",
        "议程项目146", "2044年灯塔", "2044年6月3日大会决议",
        "[根据第五委员会的报告 (A/99/656，第6段)]",
        "99/7. 灯塔",
    ],
    "ar": [
        "الأمم المتحدة", "A/RES/99/7", "الجمعية العامة", "Distr.: General", "7 June 2044",
        "الدورة التاسعة والتسعون", "البند 70 (ب) من جدول الأعمال", "المنارات",
        "قرار اتخذته الجمعية العامة في 3 حزيران/يونيه 2044",
        "[بناء على تقرير اللجنة الثالثة (A/99/476، الفقرة 23)]", "99/7 المنارات ليلا",
    ],
}  # fmt: skip
DRAFT = [
    "A/99/L.7", "General Assembly", "Ninety-ninth session", "Agenda item 13",
    "Lamps: oil and gas", "Egypt, Kenya and Peru: draft resolution, as orally revised",
    "Lamps at night",
]  # fmt: skip


def items(text: str, code: str) -> list[str]:
    """Return the items into which a masthead is parted."""
    bounds = [0, *item_starts(text, load(code)), len(text)]
    return [text[a:b].strip() for a, b in pairwise(bounds) if a < b]


@pytest.mark.parametrize("code", MASTHEADS)
def test_every_item_is_told_by_its_own_words(code: str) -> None:
    assert items(" ".join(MASTHEADS[code]), code) == MASTHEADS[code]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (DRAFT, "en"),
        (["A/99/L.7", "大会", "议程项目146", "灯塔", "埃及和秘鲁：决议草案", "夜间灯塔"], "zh"),
    ],
)  # fmt: skip
def test_the_sponsors_of_a_draft_are_a_list_of_member_states(lines: list[str], code: str) -> None:
    assert items(" ".join(lines), code) == lines


@pytest.mark.parametrize(
    "title",
    [
        "Report of the General Assembly on its seventh session",
        "Lamps of the United Nations on 3 June 2044",
        "Agenda of lamps",
    ],
)
def test_titles_that_name_organs_and_sessions_stay_whole(title: str) -> None:
    lines = [*MASTHEADS["en"][:8], title, *MASTHEADS["en"][9:]]
    assert items(" ".join(lines), "en") == lines


@pytest.mark.parametrize("text", ["", " ", "Lamps at night", "[" * 5000, "A " * 5000, "1/" * 9000])
def test_what_is_no_masthead_is_not_parted(text: str) -> None:
    assert [one for one in items(text, "en") if one] in ([], [text.strip()])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_folded_document_is_the_one_that_was_printed(path: Path) -> None:
    printed = an2un.convert(path)
    folded = an2un.convert(" ".join(path.read_text("utf-8").split()).encode())
    for name in ("symbol", "actor", "number", "date", "issued", "adopted", "kind", "language"):
        assert getattr(folded.identity, name) == getattr(printed.identity, name), name
