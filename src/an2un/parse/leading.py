"""The marker that a line or paragraph begins with: no day of a date, no number of a meeting.

Where ordinals are written with a stop, "9. Januar 2044" and "63. Plenarsitzung" begin as
operative paragraphs do.
"""

from __future__ import annotations

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.wording.markers import Marker, read_marker

_DATE = 24  # characters of the longest date
_CLOSING = 60  # characters of a line that names a meeting


def leading_marker(text: str, language: Language) -> Marker | None:
    """Return the marker at the start of a text, None if there is none or it counts no text."""
    marker = read_marker(text)
    if marker is None or not marker.number:
        return marker
    if any(date.start == 0 for date in language.find_dates(text[:_DATE])):
        return None
    return None if len(text) < _CLOSING and is_closing(text, language) else marker


def ends_in_day(text: str, after: str, language: Language) -> bool:
    """Say whether the stop at a line's end is that of a day ("am 9.") whose month the next has."""
    if text[-1:] != "." or not text[-2:-1].isdigit():
        return False
    dates = language.find_dates(f"{text[-3:]} {after[:_DATE]}")
    return any(date.start < 3 for date in dates)
