"""Lines that no mark ends: what closing lines go on with, and how far back that is looked for."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.layout import layout
from an2un.parse.open_lines import OpenLines
from an2un.parse.style import measure
from an2un.parse.typesetting import rows_of
from an2un.wording.templates import Match, Templates
from tests.parse.stages import source_of

VOTE = "Adopted at the 11th meeting by\n12 votes to none\n"


def test_a_vote_goes_on_over_the_line_end_and_nothing_else_does() -> None:
    language = load("en")
    source = source_of(VOTE + "11th plenary meeting\nNotes\n")
    rows = rows_of(source, layout(source, 0).pages, language)
    lines = OpenLines(measure(rows, language), language)
    assert lines.stands_apart(rows[:1], rows[1]) is not True
    assert lines.stands_apart(rows[2:3], rows[3]) is True


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("54-e (возобновленное) пленарное заседание 24 декабря 2041 года", True),
        ("[Принята заносимым в отчет о заседании голосованием 24 голосами против 2", False),
        ("54-e пленарное заседание", True),
        ("[Принята без голосования. 54-e заседание]", True),
    ],
)
def test_a_long_line_closes_unless_it_opens_the_bracket_of_a_vote(line: str, closes: bool) -> None:
    language = load("ru")
    source = source_of(line + "\n")
    rows = rows_of(source, layout(source, 0).pages, language)
    assert OpenLines(measure(rows, language), language).closes(rows[0]) is closes


def test_only_the_last_lines_above_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    language = load("en")
    source = source_of(VOTE * 500)
    rows = rows_of(source, layout(source, 0).pages, language)
    lines = OpenLines(measure(rows, language), language)
    asked: list[int] = []
    search = Templates.search

    def counted(self: Templates, text: str) -> Match | None:
        asked.append(len(text))
        return search(self, text)

    monkeypatch.setattr(Templates, "search", counted)
    lines.stands_apart(rows[:-2], rows[-2])
    assert 0 < max(asked) <= len(VOTE) * 3
