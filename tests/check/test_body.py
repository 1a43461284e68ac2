"""Units that hold a number and no text, however their lines are broken."""

from __future__ import annotations

import pytest

from an2un.check.settings import Settings
from tests.check.pieces import RESOLUTION, codes

_EMPTY = Settings(select=("AU133",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>\n  <i>Decides</i> to look up;</p>", []),
        ("<p>\n  <i>\n  </i>\n</p>", ["AU133"]),
        ("<p>\n</p>", ["AU133"]),
        ("<p>\n  <eol/>behind the line end;</p>", []),
    ],
)
def test_a_unit_is_empty_if_it_holds_white_space_only(text: str, found: list[str]) -> None:
    unit = f'<paragraph eId="para_9"><num>9.</num><content eId="c">{text}</content></paragraph>'
    xml = RESOLUTION.replace("</mainBody>", f"{unit}</mainBody>", 1)
    assert xml != RESOLUTION
    assert codes(xml, _EMPTY) == found
