"""Lines that recur at the edges of pages, whatever they say."""

from __future__ import annotations

import pytest

from tests.parse.heads import MASTHEAD
from tests.parse.stages import dropped, pages_of

TEXTS = ["stars are bright,", "owls are wide awake,", "moths are not,"]


def paged(heads: list[str], feet: list[str]) -> str:
    """Return four pages, the first with the masthead, each between a head and a foot."""
    bodies = [MASTHEAD, *(text + "\n" for text in TEXTS)]
    tops = ["", *(head + "\n\n" if head else "" for head in heads)]
    pages = zip(tops, bodies, feet, strict=True)
    return "\f".join(f"{top}{body}\n{foot}\n" for top, body, foot in pages)


def bodies(text: str) -> list[list[str]]:
    return [body for body, _ in pages_of(text, 3)]


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (["Harbour Archive"] * 3, [""] * 4),
        ([""] * 3, ["From the Harbour Archive, 3 May 2044"] * 4),
        (["2 of the night", "3 of the night", "4 of the night"], [""] * 4),
        ([""] * 3, ["1", "2", "3", "4"]),
        (
            [""] * 3,
            ["Unguarded\n\n- 1", "Unguarded\n\n- 2", "Unguarded\n\n- 3", "Unguarded\n\n- 4"],
        ),
        (["Item 5   A/RES/99/118"] * 3, [""] * 4),
    ],
)
def test_what_recurs_at_an_edge_of_the_pages_is_none_of_the_text(
    heads: list[str], feet: list[str]
) -> None:
    assert bodies(paged(heads, feet))[1:] == [[text] for text in TEXTS]


@pytest.mark.parametrize(
    "heads",
    [
        ["Owls", "Moths", "Bats"],
        ["Owls 3", "Owls 9", "Owls 4"],  # no count
        ["Harbour Archive", "", "Harbour Archive"],  # not on every page
        ["Article 2", "Article 3", "Owls"],
        ["4. Decides to listen;", "5. Decides to listen;", "6. Decides to listen;"],
    ],
)
def test_lines_that_differ_or_lack_on_a_page_are_text(heads: list[str]) -> None:
    inner = bodies(paged(heads, [""] * 4))[1:]
    assert [head for page in inner for head in page[:-1]] == [head for head in heads if head]


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    heads = [f"Quiet nights {n}" if n % 2 else f"{n} Second Committee" for n in range(122, 129)]
    texts = ["stars,", "owls,", "moths,", "bats,", "hedgehogs,", "foxes,", "badgers,"]
    pages = [f"{head}\n\n{text}\n" for head, text in zip(heads, texts, strict=True)]
    assert bodies("\f".join([MASTHEAD, *pages]))[1:] == [[text] for text in texts]


def test_on_two_pages_words_recur_at_the_foot_beside_their_numbers_alone() -> None:
    foot = MASTHEAD + "\nUnguarded\n\n{}\n\fstars are bright,\n\nUnguarded\n\n{}\n"
    assert bodies(foot.format(1, 2))[-1] == ["stars are bright,"]
    assert bodies(foot.format("red", "blue"))[-1] == ["stars are bright,", "Unguarded", "blue"]


def test_notes_that_cite_the_same_are_no_feet() -> None:
    feet = [f"__________\n({number})\nReport of the Keepers (A/99/30)." for number in (1, 2, 5, 7)]
    lines = {line for _, line in dropped(paged([""] * 3, feet), 3)}
    assert not any("Keepers" in line for line in lines)


def test_furniture_is_named_by_its_edge() -> None:
    text = paged(["Harbour Archive"] * 3, ["1", "2", "3", "4"])
    found = {reason for reason, _ in dropped(text, 3)}
    assert found == {"running head", "page foot"}
