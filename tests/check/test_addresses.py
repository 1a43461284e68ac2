from __future__ import annotations

from an2un.check.settings import Settings
from an2un.check.verdict import judge
from tests.check.pieces import RESOLUTION


def test_blanks_around_a_date_say_nothing_of_the_day() -> None:
    spaced = RESOLUTION.replace('date="', 'date=" ')
    assert spaced != RESOLUTION
    assert not {"AU804", "AU811"} & {one.code.id for one in judge(spaced.encode(), Settings())}
