"""Numbers of several parts: what counts on, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.wording.compounds import compound_markers

RULES = """
1. General
1.1 Lakes are clean.
1.2 Boats are not.
2. Members
2.1 Members pay.
2.2 Others do not.
2.2.1 Guests are others.
2.2.2 So are boats.
3. Fees
3.1 Fees are set.
"""


def markers(text: str) -> list[str]:
    lines = text.strip().split("\n")
    found = compound_markers(lines)
    assert all(lines[at].startswith(marker.text) for at, marker in found.items())
    return [found[at].text for at in sorted(found)]


def test_numbers_below_numbers() -> None:
    assert markers(RULES) == ["1.1", "1.2", "2.1", "2.2", "2.2.1", "2.2.2", "3.1"]


def test_depth_and_value_are_read() -> None:
    lines = RULES.strip().split("\n")
    found = compound_markers(lines)
    assert [tuple(found[at].readings[0]) for at in (2, 6, 7)] == [
        ("compound 2", 2), ("compound 3", 1), ("compound 3", 2),
    ]  # fmt: skip
    assert all(marker.compound and not marker.number for marker in found.values())
    assert lines[6][found[6].end :] == "Guests are others."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goal 1. Lakes\n1.1 Now\n1.2 Later\n1.a Ensure\n1.b Act", "1.1 1.2 1.a 1.b"),
        ("1 - السفينة\n1-1 الاسم\n1-2 الهيئة", "1-1 1-2"),
        ("1. 总则\n1.1湖泊\n1.2船只", "1.1 1.2"),
        ("1.1. Озера\n1.2. Лодки", "1.1. 1.2."),
        ("Article 4\n4.1 Lakes\n4.2 Boats", "4.1 4.2"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert markers(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "1. Lakes grow by\n2.5 per cent a year, boats by\n2.6 per cent",  # no count from one
        "1.1 million lakes",  # nothing counts on
        "7.1 Lakes\n7.2 Boats",  # nothing leads to seven
        "1.1 1.2\n1.2 1.3",  # figures
        "4.0 meses\n4.0 meses",
        "1-1 June\n3-1 July",
        "",
        "\n\n",
    ],
)
def test_figures_are_no_numbers(text: str) -> None:
    assert not markers(text)


@given(st.lists(st.text("012.-ab Lx\u4e00", max_size=8), max_size=12))
def test_every_marker_stands_at_the_start_of_its_line(lines: list[str]) -> None:
    for at, marker in compound_markers(lines).items():
        assert lines[at][: marker.end].rstrip() == marker.text
