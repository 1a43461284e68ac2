"""Tables in running lines: where they stand in the text, and what the source tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from an2un.language import load
from an2un.parse.style import measure
from an2un.parse.tables import find_tables
from an2un.source import Span
from tests.parse.stages import codes_of, resolution, source_of
from tests.parse.tables_of import measured, reader, stretches


def test_a_table_belongs_to_the_paragraph_above_it() -> None:
    rows = "\n".join(
        f"{name}     1,{n}00    1{n}.5" for n, name in enumerate(["Esk", "Ardland", "Bay"], 1)
    )
    text = f"The General Assembly,\n\n1. Approves:\n\n{rows}\n\n2. Urges all States to pay.\n"
    first, second = resolution(text).items
    assert [type(part).__name__ for part in first.content] == ["Paragraph", "Table"]  # type: ignore[union-attr]
    assert len(second.content) == 1  # type: ignore[union-attr]
    assert codes_of(text) == []


def test_rows_that_the_source_tells_are_tables_whatever_they_hold() -> None:
    source = source_of("Takes note of the table:\n\tBoats\t\nEsk\tmany \t few\n2. Decides\n")
    told = [line._replace(place="row") for line in source.lines[1:3]]
    first = told[0]._replace(span=Span(told[0].span.start - 1, told[0].span.end + 1))
    lines = [source.lines[0], first, told[1], source.lines[3]]
    english, rows = load("en"), measured(source)
    rows = [row._replace(line=line) for row, line in zip(rows, lines, strict=True)]
    (table,) = find_tables(reader(source), rows, measure(rows, english), english)
    assert (table.start, table.end, table.proved) == (1, 3, True)
    assert [[source.slice(span) for cell in row.cells for span in cell] for row in table.rows] == [
        ["", "Boats", ""],
        ["Esk", "many", "few"],
    ]


words = st.lists(st.sampled_from(["Esk", "1,200", "12.5", "–", "and", "x.", "1.", "\n", "   "]))


@given(words)
def test_every_line_is_in_one_cell_of_one_row_at_most(parts: list[str]) -> None:
    source = source_of(" ".join(parts))
    spans = [line.span for line in source.lines]
    used: list[Span] = []
    for table in stretches(source):
        cells = [span for row in table.rows for cell in row.cells for span in cell]
        used += cells
        inside = "".join(source.slice(span) for span in spans[table.start : table.end])
        assert "".join("".join(map(source.slice, cells)).split()) == "".join(inside.split())
    assert used == sorted(used)
