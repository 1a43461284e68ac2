"""Dates of the three levels, and numbers of titles, against what else a file says."""

from __future__ import annotations

import re

import pytest

from an2un.check.settings import Settings
from tests.check.pieces import RESOLUTION, changed, codes

_ORDER = Settings(select=("AU446",))
_DATE = re.compile(r'(<FRBRdate date=")[^"]*')


def dated(*dates: str) -> str:
    """Return a resolution with these dates of Work, Expression and Manifestation."""
    turn = iter(dates)
    return _DATE.sub(lambda found: found[1] + next(turn), RESOLUTION, count=len(dates))


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (("2044-03-01", "2044-03-02", "2044-03-02"), []),
        (("2044-03-01", "1900-01-01", "2044-03-02"), []),
        (("2044-03-01", "1900-01-01", "2044-02-01"), ["AU446"]),
        (("2044-03-01", "2044-02-01", "2044-04-01"), ["AU446"]),
    ],
)
def test_dates_rise_from_level_to_level(dates: tuple[str, ...], found: list[str]) -> None:
    assert codes(dated(*dates), _ORDER) == found


@pytest.mark.parametrize(
    ("number", "found"),
    [("99/421.", ["AU442"]), ("99/…", []), ("99/...", []), ("99/14", ["AU442"])],
)
def test_a_number_that_is_yet_to_come_contradicts_none(number: str, found: list[str]) -> None:
    printed = re.search(r"<docNumber(?![^>]*#symbol)[^>]*>([^<]*)</docNumber>", RESOLUTION)
    assert printed is not None
    xml = changed(RESOLUTION, printed[0], printed[0].replace(printed[1], number))
    assert codes(xml, Settings(select=("AU442",))) == found
