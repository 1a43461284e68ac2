"""Rules are asked of the files that hold what they speak of, and of no others."""

from __future__ import annotations

from lxml import etree

from an2un.check.asked import asked
from an2un.check.index import Index
from an2un.check.rule import Proof
from an2un.check.settings import Settings
from an2un.check.table import RULES
from tests.check.pieces import RESOLUTION


def ids(
    xml: str, settings: Settings, proof: Proof | None = None, thorough: bool = False
) -> set[str]:
    """Return the codes of the rules that are asked of a file."""
    index = Index(etree.fromstring(xml.encode()), thorough=thorough)
    return {rule.code.id for rule in asked(index, settings, proof)}


def test_a_rule_on_lists_is_asked_where_there_is_a_list() -> None:
    without = RESOLUTION.replace("<list", "<division").replace("</list", "</division")
    with_one = RESOLUTION.replace("<mainBody", '<list eId="list_1"/><mainBody', 1)
    assert "AU705" not in ids(without, Settings())
    assert "AU705" in ids(with_one, Settings())


def test_what_a_schema_proves_is_not_asked() -> None:
    assert "AU825" in ids(RESOLUTION, Settings())
    assert "AU825" not in ids(RESOLUTION, Settings(), "strict")
    assert "AU825" in ids(RESOLUTION, Settings(), "narrow")


def test_what_the_settings_leave_out_is_not_asked() -> None:
    assert ids(RESOLUTION, Settings(level="1")) == set()
    naming = {rule.code.id for rule in RULES if rule.layer == "naming"}
    assert ids(RESOLUTION, Settings(level="2"), thorough=True) == naming
    assert "AU104" not in ids(RESOLUTION, Settings(ignore=("AU104",)))


def test_thorough_asks_every_rule() -> None:
    assert ids(RESOLUTION, Settings(), thorough=True) == {rule.code.id for rule in RULES}
