"""How a document sets its text, and what follows for its paragraphs."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.layout import Page
from an2un.parse.style import Style, measure
from an2un.parse.typesetting import rows_of
from tests.parse.stages import blocks_of, sheet_of, source_of

_FULL = "The keepers of all harbours dim their lamps on every night on which migratory birds"
_LAST = "pass over them."


def _texts(lines: list[str]) -> list[str]:
    return [block.text for block in blocks_of("\n".join(lines) + "\n")]


def _style(lines: list[str]) -> Style:
    source, language = source_of("\n".join(lines) + "\n"), load("en")
    return measure(rows_of(source, [Page(source.lines, ())], language), language)


def _recurring(lines: list[str]) -> frozenset[str]:
    return _style(lines).recurring


@pytest.mark.parametrize(("paragraphs", "told"), [(12, False), (300, True)])
def test_an_indent_counts_the_more_the_more_lines_have_none(paragraphs: int, told: bool) -> None:
    style = _style(["    " + _FULL, _FULL, _FULL, _LAST] * paragraphs)
    assert style.indents
    assert (style.set_in > 5.5) is told
    stray = _style(["    " + _FULL, _FULL, "  " + _FULL, _LAST] * paragraphs)
    assert stray.set_in == 5.0


def test_numbers_need_no_indent_where_numbered_paragraphs_have_none() -> None:
    lines = []
    for number in range(1, 30):
        lines += [f"{number}. {_FULL[:-3]}", _LAST]
    lines[30:30] = ["    Lamps", "    Keepers of lamps"]
    found = _texts(lines)
    assert found[15:17] == ["Lamps", "Keepers of lamps"]
    assert len(found) == 31


def test_a_short_line_that_recurs_behind_sentences_is_a_heading() -> None:
    end = "pass over the harbours, the capes and the islands at sea."
    lines = [_FULL, end, "Targets:", "- Dim all lamps;"]
    assert _texts(lines * 3).count("Targets:") == 3
    assert _recurring(lines * 3) == {"Targets:"}
    apart = [_FULL, end.replace("sea.", "sea"), "Targets:", "- Dim all lamps;"]
    assert not _recurring([*lines * 3, *apart])
    full = [_FULL, _FULL[:-1] + ".", "Targets:", "- Dim all lamps;"]
    assert not _recurring(full * 3)


def test_a_counted_heading_may_fill_its_line() -> None:
    lines = []
    for number in range(1, 5):
        lines += [f"Guideline {number} Dark nights", _FULL, _LAST]
    heading = "Guideline 5 Lighthouses, harbours and all of the ships that pass them by at night"
    assert heading in _texts([*lines, heading, _FULL[:-6], _LAST])
    running = [line.replace("Dark nights", "Keepers who wake in the") for line in lines]
    running = [line.replace(_FULL, _FULL.lower()) for line in running]
    assert heading not in _texts([*running, heading, _FULL[:-6], _LAST])


@pytest.mark.parametrize(
    ("indent", "below", "counts"),
    [
        ("      ", "      Recalling that ", 0.6),  # the line above has lost its comma
        ("      ", "      lighthouses ", 0.0),  # each page opens with a blank
        ("      ", "lighthouses ", 0.6),
        (" ", " Recalling that ", 0.0),
    ],
)
def test_on_fresh_pages_an_indent_counts_where_lines_that_go_on_have_none(
    indent: str, below: str, counts: float
) -> None:
    text = "\n".join([indent + _FULL, _FULL, _FULL, _LAST] * 6 + [indent + _FULL, _FULL])
    source, sheet = sheet_of(f"{text}\n\f{below}{_FULL[20:].lower()}\n{_LAST}\n")
    language = load("en")
    assert measure(rows_of(source, sheet.pages, language), language).fresh_indents == counts


def _folded() -> list[str]:
    recital = [f"Recalling {_FULL[4:]}", "over the capes and", f"the islands, {_LAST[:-1]},", ""]
    listed = [f"{number}. Decides to see that {_FULL[4:]} {_LAST}" * 3 for number in (1, 2, 3)]
    return [*recital * 8, *listed]


def test_wrapped_paragraphs_stand_between_empty_lines_above_lines_that_are_not() -> None:
    found = _texts(_folded())
    assert len(found) == 8 + 3
    assert found[0].endswith("the islands, pass over them,")


def test_lines_that_no_empty_line_parts_are_not_known_to_be_wrapped() -> None:
    assert not _style([line for line in _folded() if line]).folds
