"""Further texts below the first, reported and not taken for a text within the text."""

from __future__ import annotations

import pytest

from an2un.codes import SEVERAL_TEXTS
from an2un.diagnostics import Diagnostic
from tests.parse.stages import resolution

VOLUME = """98/1. Lamps at night

The General Assembly,

Recalling the nights,

1. Decides to look up.

77th plenary meeting
7 March 2044

98/2. Lamps by day

The General Assembly,

Recalling the days,

1. Decides to rest.

78th plenary meeting
8 March 2044
"""


def found(text: str, language: str = "en") -> list[str]:
    """Return what is reported of further texts."""
    findings: list[Diagnostic] = []
    resolution(text, language, findings)
    return [finding.message for finding in findings if finding.code == SEVERAL_TEXTS]


def test_resolutions_one_after_the_other() -> None:
    (message,) = found(VOLUME)
    assert message.startswith('1 more text below the first, from "98/2. Lamps by day"')


@pytest.mark.parametrize(
    ("title", "formula", "language"),
    [
        ("Draft resolution II", "The General Assembly,", "en"),
        ("Projet de r\u00e9solution II", "L\u2019Assembl\u00e9e g\u00e9n\u00e9rale,", "fr"),
        ("Proyecto de resoluci\u00f3n II", "La Asamblea General,", "es"),
    ],
)
def test_drafts_that_a_report_recommends(title: str, formula: str, language: str) -> None:
    below = f"{formula}\n\n1. Decides that every lamp is to be lit at night.\n\n"
    text = f"{below}     {title}\n     Lamps\n\n{below}"
    assert len(found(text, language)) == 1


def test_a_text_within_the_text_is_no_further_one() -> None:
    introduced = VOLUME.replace("to look up.", "to adopt the following:").replace(
        "77th plenary meeting\n7 March 2044\n\n98/2. Lamps by day\n\n", ""
    )
    assert found(introduced) == []


def test_an_annex_may_hold_another_text() -> None:
    annexed = VOLUME.replace("98/2. Lamps by day", "Annex\n\nResolution 3/2")
    assert found(annexed) == []
