"""Lines that open with a word that the document counts."""

from __future__ import annotations

import pytest

from an2un.wording.serials import serial_lines, serial_numbers
from tests.parse.stages import blocks_of


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Guideline 1", "Quiet nights", "Guideline 2", "Dark skies", "Guideline 3"], {0, 2, 4}),
        (["Action 1. We will", "Action 2. We will", "Action 3. We will"], {0, 1, 2}),
        (["Panel 1: Night", "Panel 2: Day"], {0, 1}),
        (["Panel 1. Night", "Panel 2. Day"], set()),
        (["Guideline 2", "Guideline 3", "Guideline 4"], set()),
        (["paragraph 1.", "paragraph 2.", "paragraph 3."], set()),
        (["Rule 1 applies", "Rule 2 applies", "Rule 3 applies"], set()),
        (["Directriz 1 Faros", "Directriz 2 Peces", "Directriz 3 Noches"], {0, 1, 2}),
        (["行动1. 我们将", "行动2. 我们将", "行动3. 我们将"], {0, 1, 2}),
        (["الإجراء 1 - سنعمل", "الإجراء 2 - سنعمل", "الإجراء 3 - سنعمل"], {0, 1, 2}),
        (["Target 1: A", "Target 2: B", "Target 1: C", "Target 2: D"], {0, 1, 2, 3}),
        ([f"Action{'s' * (n == 4)} {n}. We will" for n in range(1, 7)], {0, 1, 2, 3, 4, 5}),
        (["Action 1. A", "Actions 2. B", "Action 3. C"], set()),
        ([f"Action {n}. We will" for n in (1, 2, 3, 5, 6)], {0, 1, 2, 3, 4}),
        ([f"Action {n}. We will" for n in (1, 2, 3, 6, 7)], {0, 1, 2}),
    ],
)
def test_serial_lines(texts: list[str], expected: set[int]) -> None:
    assert set(serial_lines(texts)) == expected


def test_a_line_that_is_nothing_but_a_label_is_told() -> None:
    texts = ["Guideline 1", "Quiet nights", "Guideline 2", "Guideline 3 Dark skies"]
    assert serial_lines(texts) == {0: True, 2: True, 3: False}


def test_the_number_of_a_label_is_told() -> None:
    texts = ["Guideline 9", "Rule 1. Owls", "Rule 2. Bells", "Rule 3. Lamps"]
    numbers = [(index, texts[index][slice(*span)]) for index, span in serial_numbers(texts)]
    assert numbers == [(1, "1"), (2, "2"), (3, "3")]


def test_a_serial_line_begins_a_paragraph() -> None:
    lines = [
        "Member States agree that the birds which pass at night need both darkness and silence,",
        "as is said in the annex to the present resolution, and that harbours dim their lights",
        "Priority area 1: Quiet nights and dark skies along all the flyways of migratory birds",
        "Priority area 2: Lighthouses, harbours and the ships that visit them between the tides",
    ]
    found = [block.text for block in blocks_of("\n".join(lines) + "\n")]
    assert found == [" ".join(lines[:2]), lines[2], lines[3]]


def test_a_serial_heading_ends_above_a_longer_line() -> None:
    title = "Guideline {} Lighthouses, harbours and all of the ships that pass them"
    below = "The lamps of all harbours are dimmed on every night on which migratory birds pass"
    last = "unless ships need them."
    rest = [line for n in range(1, 4) for line in (title.format(n), below, last)]
    lines = [*[below] * 8, last, *rest]
    found = [block.text for block in blocks_of("\n".join(lines) + "\n")]
    assert found[1:3] == [title.format(1), f"{below} {last}"]
