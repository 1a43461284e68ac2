"""The rules on closing lines, beside what their pages show."""

from __future__ import annotations

from tests.check.pieces import RESOLUTION, changed, codes

CLOSED = '<p><docDate date="2044-12-14" refersTo="#adoptionDate">14 December 2044</docDate></p><p>A'
PREFACED = (
    '<docDate date="2044-12-14" refersTo="#adoptionDate">14 December 2044</docDate></p><p>[on'
)


def test_where_the_closing_lines_print_no_date_the_preface_marks_that_of_adoption() -> None:
    undated = changed(RESOLUTION, CLOSED, "<p>A")
    assert codes(undated) == []
    bare = changed(undated, PREFACED, "14 December 2044</p><p>[on")
    assert "AU531" in codes(bare)
