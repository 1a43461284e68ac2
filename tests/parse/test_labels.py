"""The numbers of headings."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.labels import is_bare_label, read_label


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("I", "en", ("section", "roman", 1, 1)),
        ("IV.", "en", ("section", "roman", 4, 3)),
        ("II. Quiet nights", "en", ("section", "roman", 2, 4)),
        ("A", "en", ("title", "letter", 1, 1)),
        ("B. Pensions", "en", ("title", "letter", 2, 3)),
        ("Б. Пенсии", "ru", ("title", "letter", 2, 3)),
        ("一", "zh", ("section", "chinese", 1, 1)),
        ("三、养恤金", "zh", ("section", "chinese", 3, 2)),
        ("Part II", "en", ("part", "part", 0, 7)),
        ("Article 3", "en", ("article", "article", 0, 9)),
        ("Rule 102.1", "en", ("rule", "rule", 0, 10)),
        ("Rule 102.1 Lamps", "en", ("rule", "rule", 0, 11)),
        ("Rule 3 – Lamps", "en", ("rule", "rule", 0, 9)),
        ("Article 6: Lamps", "en", ("article", "article", 0, 11)),
        ("Article 6 : Lampes", "fr", ("article", "article", 0, 12)),
        ("Artículo 6. Faros", "es", ("article", "article", 0, 12)),
        ("Правило 3 – Маяки", "ru", ("rule", "rule", 0, 12)),
        ("第六条：灯塔", "zh", ("article", "article", 0, 4)),
        ("Artículo 3", "es", ("article", "article", 0, 10)),
        ("Статья 3", "ru", ("article", "article", 0, 8)),
        ("المادة 3", "ar", ("article", "article", 0, 8)),
        ("Parte I. Noches", "es", ("part", "part", 0, 9)),
        ("第一编", "zh", ("part", "part", 0, 3)),
        ("A. Are birds quiet?", "en", ("title", "letter", 1, 3)),
    ],
)
def test_labels(text: str, language: str, expected: tuple[str, str, int, int]) -> None:
    label = read_label(text, load(language))
    assert label is not None
    assert (label.kind, label.style, label.value, label.end) == expected


def test_the_end_of_a_label_counts_the_blank_behind() -> None:
    label = read_label("Part II Quiet nights", load("en"))
    assert label is not None
    assert label.end == len("Part II ")


@pytest.mark.parametrize(
    "text",
    ["", "1. Decides", "A report", "I recall", "B. Decides to act;", "Article 3 binds all States.",
     "Part 1: Lamps", "Article 6: Lamps are lit.",
     "Part II of the list", "C. to act", "section 29B, Lamps", "Quiet nights", "I" + " x" * 200],
)  # fmt: skip
def test_what_is_no_label(text: str) -> None:
    assert read_label(text, load("en")) is None


@pytest.mark.parametrize(
    ("text", "bare"),
    [("II", True), ("Part Two", True), ("A.", True), ("II. Nights", False), ("Nights", False),
     ("The General Assembly,", False)],
)  # fmt: skip
def test_bare_labels(text: str, bare: bool) -> None:
    assert is_bare_label(text, load("en")) is bare
