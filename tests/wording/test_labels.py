from __future__ import annotations

import pytest

from an2un.language import load


@pytest.mark.parametrize(
    ("code", "text", "level"),
    [
        ("en", "Annex", "annex"),
        ("en", "ANNEX II", "annex"),
        ("en", "Appendix", "appendix"),
        ("en", "Attachment 2", "attachment"),
        ("fr", "Annexe I", "annex"),
        ("fr", "Appendice", "appendix"),
        ("es", "Anexo", "annex"),
        ("es", "Apéndice II", "appendix"),
        ("ru", "Приложение II", "annex"),
        ("ru", "Добавление", "appendix"),
        ("zh", "附件一", "annex"),
        ("zh", "附 录", "appendix"),
        ("ar", "المرفق الأول", "annex"),
        ("ar", "المرفـق", "annex"),
        ("ar", "التذييل", "appendix"),
        ("en", "Annexed to the report", None),
        ("en", "Annex to the lighthouse", None),
        ("en", "", None),
    ],
)
def test_annex_level(code: str, text: str, level: str | None) -> None:
    assert load(code).annex_level(text) == level
    assert load(code).annex_label(text) is (level is not None)


@pytest.mark.parametrize(
    ("code", "text", "kind", "marker"),
    [
        ("en", "Part II. Lamps", "part", "Part II"),
        ("en", "Section 29C", "section", "Section 29C"),
        ("en", "Article 3", "article", "Article 3"),
        ("en", "Part One", "part", "Part One"),
        ("en", "Rule 102.1 Lamps", "rule", "Rule 102.1"),
        ("fr", "Première partie", "part", "Première partie"),
        ("fr", "Titre III", "title", "Titre III"),
        ("es", "Artículo 36 Faros", "article", "Artículo 36"),
        ("ru", "Часть I", "part", "Часть I"),
        ("ru", "Статья 12", "article", "Статья 12"),
        ("zh", "第一编", "part", "第一编"),
        ("zh", "第12条", "article", "第12条"),
        ("ar", "الجزء الأول", "part", "الجزء الأول"),
        ("ar", "الباب 29 جيم", "section", "الباب 29 جيم"),
        ("ar", "باب الإيرادات 2", "section", "باب الإيرادات 2"),
        ("en", "Income section 2", "section", "Income section 2"),
        ("es", "Sección de ingresos 3", "section", "Sección de ingresos 3"),
        ("fr", "Chapitre 2 des recettes", "section", "Chapitre 2 des recettes"),
        ("ru", "Раздел 2 сметы поступлений", "section", "Раздел 2 сметы поступлений"),
        ("zh", "收入款次3", "section", "收入款次3"),
    ],
)
def test_section_label(code: str, text: str, kind: str, marker: str) -> None:
    label = load(code).section_label(text)
    assert label is not None
    assert (label.kind, text[: label.marker_end]) == (kind, marker)


@pytest.mark.parametrize("text", ["Part of the lamp", "Section", "Articles on lamps", ""])
def test_no_section_label(text: str) -> None:
    assert load("en").section_label(text) is None
