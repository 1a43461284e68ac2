"""Places of a document that its own text leads to, by eId."""

from __future__ import annotations

import pytest

from an2un.citing.stretch import Part
from an2un.parse.places import Scope, place, scopes
from an2un.tree import Annex, Section
from tests.builders import doc, line, par, points

MAIN, FIRST, SECOND = scopes(
    doc(
        items=(
            Section("section", "I.", None, (par("1.", "one"), par("2.", "two"))),
            Section("section", "II.", None, (
                par("1.", "again one"),
                par("3.", "three:", points(par("(a)", "a"), par("(b)", "b"))),
            )),
            Section("part", "Part One", None, (par(None, "no number"),)),
        ),
        annexes=(
            Annex(line("Annex I"), (), (par("1.", "one"), par("1.", "one more"))),
            Annex(line("Annex II"), (), (par("٢.", "Arabic digits"), par("أ.", "no digits"))),
        ),
    )
)  # fmt: skip


def part(kind: str, number: str = "", point: str = "") -> Part:
    return Part(0, 0, kind, number, point)


@pytest.mark.parametrize(
    ("scope", "parts", "expected"),
    [
        (MAIN, [part("paragraph", "2")], "#sec_I__para_2"),
        (MAIN, [part("paragraph", "3", "b")], "#sec_II__para_3__list_1__point_b"),
        (MAIN, [part("paragraph", "3", "z")], "#sec_II__para_3"),
        (MAIN, [part("paragraph", "1")], ""),  # of which section?
        (MAIN, [part("section", "II"), part("paragraph", "1")], "#sec_II__para_1"),
        (MAIN, [part("section", "II")], "#sec_II"),
        (MAIN, [part("section", "IV")], ""),
        (MAIN, [part("section", "IV"), part("paragraph", "2")], ""),
        (MAIN, [part("paragraph", "9")], ""),
        (MAIN, [part("article", "2")], ""),
        (MAIN, [part("annex", "2")], "!annex_2"),
        (MAIN, [part("annex", "3")], ""),
        (MAIN, [part("annex")], ""),  # of two
        (MAIN, [part("annex", "1"), part("paragraph", "1")], ""),
        (FIRST, [part("paragraph", "1")], ""),  # printed twice
        (SECOND, [part("paragraph", "2")], "#att_2__para_2"),
        (Scope(), [part("paragraph", "1")], ""),
        (Scope(annexes=1), [part("annex")], "!annex_1"),
    ],
)
def test_a_place_is_found_where_there_is_one(
    scope: Scope, parts: list[Part], expected: str
) -> None:
    assert place(parts, scope) == expected


def test_a_paragraph_is_first_looked_for_in_its_own_section() -> None:
    document = doc(
        items=(
            Section("section", "I", None, (par("1.", "one"),)),
            inside := Section("section", "II", None, (par("1.", "one"),)),
        )
    )
    scope = scopes(document)[0].within(inside)
    assert place([part("paragraph", "1")], scope) == "#sec_II__para_1"
