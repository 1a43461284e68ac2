from __future__ import annotations

import re

import pytest

from an2un.check.settings import Settings
from an2un.check.verdict import judge
from tests.check.pieces import RESOLUTION


@pytest.mark.parametrize("eid", sorted(set(re.findall(r'eId="((?:para|sec)_[^"]*)"', RESOLUTION))))
def test_the_hint_for_a_missing_eid_is_one_that_fits(eid: str) -> None:
    without = RESOLUTION.replace(f' eId="{eid}"', "", 1)
    hints = [one.hint for one in judge(without.encode(), Settings(select=("AU825",)))]
    assert hints == [f'add one, as in eId="{eid}"']
