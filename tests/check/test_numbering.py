"""Numbering of sections: what is lost, and what is a choice from another text."""

from __future__ import annotations

import pytest

from an2un.check.settings import Settings
from tests.check.pieces import RESOLUTION, changed, found

_NUMBERED = Settings(select=("AU132",))


def headed(*numbers: str) -> str:
    """Return a resolution with sections of these numbers in a part before its own sections."""
    sections = "".join(
        f'<section eId="part_I__sec_{at}"><num>{number}</num></section>'
        for at, number in enumerate(numbers)
    )
    first = '<section eId="sec_I">'
    return changed(RESOLUTION, first, f'<part eId="part_I">{sections}</part>{first}')


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("Section 1", "Section 3"), 'section "Section 3" follows "Section 1"; expected 2'),
        (("1.", "3.", "5."), 'section "3." follows "1."; expected 2'),
        (("Section 2",), 'the first section is "Section 2"; expected 1'),
        (("Section 9", "Section 11", "Section 14"), ""),
        (("Section 1", "Section 2A", "Section 2B"), ""),
    ],
)
def test_sections_of_a_part(numbers: tuple[str, ...], message: str) -> None:
    messages = [finding.message for finding in found(headed(*numbers), _NUMBERED)]
    assert messages == ([message] if message else [])
