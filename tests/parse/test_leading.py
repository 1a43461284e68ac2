from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.leading import ends_in_day, leading_marker


@pytest.mark.parametrize(
    ("code", "text", "printed"),
    [
        ("de", "9. verlangt, dass der Leuchtturm am 9. Januar 2044 wieder brennt;", "9."),
        ("de", "9. Januar 2044 wieder brennt;", ""),
        ("de", "63. Plenarsitzung", ""),
        ("en", "9. Demands that the lighthouse be lit on 9 January 2044;", "9."),
        ("en", "(a) 9 January 2044;", "(a)"),
        ("en", "The lighthouse", ""),
    ],
)
def test_the_marker_at_a_start_counts_text(code: str, text: str, printed: str) -> None:
    marker = leading_marker(text, load(code))
    assert (marker.text if marker else "") == printed


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("und brennt seit dem 9.", "Januar 2044 wieder", True),
        ("und brennt seit 1944.", "Januar 2044 wieder", False),
        ("und brennt seit dem 9.", "Januar wieder", True),
        ("nach Artikel 9.", "Der Leuchtturm", False),
        ("und brennt am neunten.", "Januar 2044", False),
    ],
)
def test_the_stop_of_a_day_ends_no_sentence(text: str, after: str, expected: bool) -> None:
    assert ends_in_day(text, after, load("de")) == expected
