"""Ends of pages inside a line in which a whole text runs on."""

from __future__ import annotations

import pytest

import an2un
from an2un.language import load
from an2un.parse.folded_pages import page_ends
from an2un.tree import Footnote, Paragraph, Resolution
from an2un.walk import plain_text, walk

MASTHEAD = (
    "United Nations A/RES/99/7 General Assembly Distr.: General 7 June 2044 44-01234 (E) *4401234* "
    "Ninety-ninth session 99/7. Lamps at night "
)
TEXT = (
    MASTHEAD
    + "The General Assembly, Recalling its resolution 97/3 on lamps,1 and noting the keepers of "
    "all harbours who ____________ 1 See A/99/1. 2 A/99/5, para. 2. https://example.org/A/99/1 "
    "https://example.org/A/99/5 A/RES/99/7 Lamps at night 44-01234 2/3 "
    "Pacific islands keep, Noting the report of the Secretary-General on bells2 and lamps, "
    "1. Decides to dim the Lamps at night A/RES/99/7 3/3 44-01234 lamps of all harbours; "
    "2. Requests the keepers to report thereon.3 ____________ 3 Resolution 98/2."
)


def ends(text: str) -> list[list[str]]:
    """Return the lines of each page end."""
    found = []
    for foot in page_ends(text, load("en")):
        starts = [at for at, _ in foot.lines]
        stops = [*starts[1:], foot.span.end]
        found.append([text[a:b].strip() for a, b in zip(starts, stops, strict=True)])
    return found


def test_ends_of_pages_are_told_by_their_numbers() -> None:
    assert ends(TEXT) == [
        ["44-01234 (E)", "*4401234*"],
        [
            "____________", "1 See A/99/1.", "2 A/99/5, para. 2.",
            "https://example.org/A/99/1", "https://example.org/A/99/5",
            "A/RES/99/7", "Lamps at night", "44-01234", "2/3",
        ],
        ["Lamps at night", "A/RES/99/7", "3/3", "44-01234"],
        ["____________", "3 Resolution 98/2."],
    ]  # fmt: skip


def test_notes_links_and_heads_know_their_places() -> None:
    found = [place for _, place in page_ends(TEXT, load("en"))[1].lines]
    assert found == ["", *["note"] * 2, *["foot"] * 6]


@pytest.mark.parametrize(
    "text",
    [
        MASTHEAD + "The General Assembly, Recalling resolutions 2/3 and 7/9 of the Council, " * 9,
        TEXT.replace("3/3", "7/3").replace("_", "").replace("https://", ""),
        "",
    ],
)
def test_numbers_that_count_to_no_total_are_those_of_resolutions(text: str) -> None:
    assert page_ends(text, load("en")) == []


def test_links_below_the_notes_end_a_page_without_a_number() -> None:
    text = (
        "The Council, Recalling the keepers who ______ 1 See A/99/1. 2 See https://example.org. "
        "https://example.org/A/99/1 keep lamps, Noting https://example.org/lamps and bells "
        "https://example.org/A/99/3 https://example.org/A/99/5 of all harbours, 1. Decides."
    )
    assert ends(text) == [
        ["______", "1 See A/99/1.", "2 See https://example.org.", "https://example.org/A/99/1"],
        ["https://example.org/A/99/3", "https://example.org/A/99/5"],
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Noting the keepers who", "keep lamps, Recalling bells, 1. Decides to light lamps."),
        ("Noting the keepers,", "Recalling bells, 1. Decides to light lamps."),
        ("Noting the keepers, 1. Decides to keep lamps;", "2. Requests the keepers to report."),
    ],
)
def test_the_text_goes_on_behind_notes_with_its_sentence_or_a_paragraph(
    above: str, below: str
) -> None:
    text = f"The Council, {above} ______ 1 See A/99/1. More there. 2 A/99/5. {below} ______ 3 Ibid."
    assert ends(text) == [
        ["______", "1 See A/99/1. More there.", "2 A/99/5."], ["______", "3 Ibid."],
    ]  # fmt: skip


def test_notes_between_which_and_the_next_nothing_tells_stay_in_the_text() -> None:
    text = "The Council, Noting keepers who ______ 1 See A/99/1. Light lamps ______ 2 Ibid."
    assert ends(text) == [["______", "2 Ibid."]]


def test_marks_of_arabic_notes_stand_in_brackets() -> None:
    text = f"{MASTHEAD} text ______ (1) القرار 60/1. (2) القرار 61/2. 2/2 text"
    assert ends(text)[1] == ["______", "(1) القرار 60/1.", "(2) القرار 61/2.", "2/2"]


def test_a_number_behind_an_abbreviation_opens_no_note() -> None:
    text = f"{MASTHEAD} text ______ 4 Ibid., Supplement No. 5 (A/99/5). 5 Ibid., No. 6. 2/2 text"
    assert ends(text)[1] == [
        "______",
        "4 Ibid., Supplement No. 5 (A/99/5).",
        "5 Ibid., No. 6.",
        "2/2",
    ]


def test_sentences_go_on_behind_the_end_of_a_page() -> None:
    conversion = an2un.convert(TEXT)
    document = an2un.read(conversion.xml)
    assert isinstance(document, Resolution)
    items = [*document.preamble.items, *document.items]
    nodes = [node for item in items for node in walk(item)]
    texts = [plain_text(node.children) for node in nodes if isinstance(node, Paragraph)]
    assert [text for text in texts if not text.endswith(("1.", "2."))] == [
        (
            "Recalling its resolution 97/3 on lamps, and noting the keepers of all harbours who "
            "Pacific islands keep,"
        ),
        "Noting the report of the Secretary-General on bells and lamps,",
        "Decides to dim the lamps of all harbours;",
        "Requests the keepers to report thereon.",
    ]
    notes = [node.marker for node in nodes if isinstance(node, Footnote)]
    assert notes == ["1", "2", "3"]
    assert not conversion.lost
    assert conversion.covered
