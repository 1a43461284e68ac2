"""The marker that a line or paragraph begins with: no day of a date, no number of a meeting.

Where ordinals are written with a stop, "9. Januar 2044" and "63. Plenarsitzung" begin as
operative paragraphs do.
"""

from __future__ import annotations

import re

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.wording.markers import Marker, read_marker

_DAY = re.compile(r"(?<!\d)\d{1,2}\.\Z")
_LAST = 3  # characters of a day and its stop
_MONTH = 20  # characters of the longest name of a month
_CLOSING = 60  # characters of a line that names a meeting


def leading_marker(text: str, language: Language) -> Marker | None:
    """Return the marker at the start of a text, None if there is none or it counts no text."""
    marker = read_marker(text)
    if marker is None or not marker.number:
        return marker
    if language.opens_day(text, 0):
        return None
    return None if len(text) < _CLOSING and is_closing(text, language) else marker


def ends_in_day(text: str, after: str, language: Language) -> bool:
    """Say whether the stop at a line's end is that of a day ("am 9.") whose month the next has."""
    day = _DAY.search(text, max(len(text) - _LAST, 0)) if text.endswith(".") else None
    return day is not None and language.opens_day(f"{day.group()} {after[:_MONTH]}", 0)
