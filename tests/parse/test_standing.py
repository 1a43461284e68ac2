"""Lines that are paragraphs by themselves, and the headings below labels."""

from __future__ import annotations

import pytest

from tests.parse.stages import blocks_of

_SENTENCE = [
    "The keepers of all harbours dim their lamps on every night on which migratory",
    "birds pass, unless a ship has asked for light.",
]


def _texts(lines: list[str], language: str = "en") -> list[str]:
    return [block.text for block in blocks_of("\n".join(lines) + "\n", language)]


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [
        ("en", "Guidelines on the protection of lamps", "Preamble"),
        ("es", "Directrices sobre la protección de los faros", "Preámbulo"),
        ("ar", "مبادئ توجيهية بشأن حماية المنارات", "الديباجة"),
    ],
)
def test_a_heading_known_by_its_word_stands_alone(language: str, title: str, word: str) -> None:
    assert _texts([title, word, *_SENTENCE], language)[:2] == [title, word]


def test_a_counted_word_with_its_number_stands_above_a_short_heading() -> None:
    below = ["Dark nights", "Quiet days", "Tides and the moon"]
    lines = [
        line for n, title in enumerate(below, 1) for line in (f"Guideline {n}", title, *_SENTENCE)
    ]
    sentence = " ".join(_SENTENCE)
    assert _texts(lines)[:4] == ["Guideline 1", below[0], sentence, "Guideline 2"]


def _articles(last: list[str]) -> list[str]:
    titles = ["Lamps", "Keepers and their families", "Harbours"]
    lines = [
        line for n, title in enumerate(titles, 1) for line in (f"Article {n}", title, *_SENTENCE)
    ]
    return [*lines, "Article 4", *last, *_SENTENCE[1:]]


def test_where_labels_have_headings_one_may_fill_its_line() -> None:
    heading = "Prohibition of limits on the enjoyment of light by the keepers of lamps"
    first = "States recognize that the enjoyment of light by all keepers of lamps shall not"
    found = _texts(_articles([heading, first, "end when the"]))
    assert found[-2:] == [heading, f"{first} end when the {_SENTENCE[1]}"]


def test_a_heading_goes_on_in_a_short_line_that_begins_with_a_capital() -> None:
    heading = "Prohibition of limits on the enjoyment of light by keepers of lamps of the"
    found = _texts(_articles([heading, "North Sea", *_SENTENCE[:1]]))
    assert f"{heading} North Sea" in found


@pytest.mark.parametrize(
    ("below", "told"),
    [("Recalling", True), ("Speaking of", False), ("recalling", False), ("States:", False)],
)
def test_a_long_heading_below_a_label_ends_above_an_opening_phrase(below: str, told: bool) -> None:
    heading = "Replacement of the lamps of all the lighthouses on the coasts of the North Sea"
    recital = f"{below} its resolutions on lamps, in which it invited the keepers of the lights of"
    found = _texts([*_SENTENCE * 8, "VII", heading, recital, "all coasts,", *_SENTENCE])
    assert (heading in found) is told


def test_where_no_capital_tells_a_heading_that_leaves_room_ends() -> None:
    sentence = [
        "يخفت حراس الموانئ كلها مصابيحهم في كل ليلة تمر فيها الطيور المهاجرة فوق الميناء",
        "ما لم تطلب سفينة ضوءا.",
    ]
    titles = ["المصابيح", "الحراس وأسرهم", "الموانئ"]
    lines = [
        line for n, title in enumerate(titles, 1) for line in (f"المادة {n}", title, *sentence)
    ]
    long = "حظر الحدود المفروضة على تمتع جميع الحراس بضوء المصابيح كلها"
    assert _texts([*lines, "المادة 4", long, *sentence], "ar")[-2:] == [long, " ".join(sentence)]


@pytest.mark.parametrize(("named", "count"), [("Isles: A Renewed Call", 2), ("Isles", 3)])
def test_the_title_of_an_annex_goes_on_behind_a_colon_as_the_text_names_it(
    named: str, count: int
) -> None:
    text = f"1. Adopts the Agenda for the Lamps of Small Outer {named}, annexed hereto."
    lines = [*_SENTENCE, text, "Annex", "Agenda for the Lamps of Small Outer Isles:"]
    found = _texts([*lines, "A Renewed Call", *_SENTENCE])
    assert len(found) - found.index("Annex") - 1 == count
