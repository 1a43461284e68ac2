"""Legends below lists of names are text; footnotes with signs are notes."""

from __future__ import annotations

import pytest

from an2un.parse.legends import opens_legend
from tests.parse.stages import body, resolution, source_of

TEXT = """\
General Assembly
Decision

At its 77th plenary meeting, on 8 June 2044, the General Assembly elected new members.

As a result, the members are: Atlantis,* Elysium,** Lemuria,* Thule** and Utopia.*

{rule}

* Term of office expires on 31 December 2044.

** Term of office expires on 31 December 2045.

77th plenary meeting, 8 June 2044
"""
RULE = "__________________"


@pytest.mark.parametrize("rule", [RULE, ""])
def test_a_legend_is_text_and_the_closing_lines_stand_below_it(rule: str) -> None:
    assert body(resolution(TEXT.format(rule=rule)))[2:] == [
        *([f"- {rule}"] if rule else []),
        "- * Term of office expires on 31 December 2044.",
        "- ** Term of office expires on 31 December 2045.",
        "closing: 77th plenary meeting, 8 June 2044",
    ]


def test_signs_that_are_called_once_are_notes() -> None:
    text = TEXT.format(rule=RULE).replace(" Lemuria,* Thule** and Utopia.*", "")
    assert "{*: Term of office" in body(resolution(text))[1]


def test_signs_behind_symbols_and_bar_codes_need_no_legend() -> None:
    head = "A/RES/99/77*\n44-24915* (E)    160144\n*4424915*\n\n"
    text = head + TEXT.format(rule=RULE).replace(
        "Atlantis,* Elysium,** Lemuria,* Thule** and Utopia.*", "Atlantis, Lemuria and Utopia."
    ).replace("* Term of office expires on 31 December 2044.", "* Reissued for technical reasons.")
    made = body(resolution(text.replace("** Term of office expires on 31 December 2045.\n", "")))
    assert not any(line.startswith("- * Reissued") for line in made)


def test_a_legend_on_top_of_the_next_page_is_text() -> None:
    text = TEXT.format(rule=f"{RULE}\n1 See A/99/7.\n\fA/DEC/99/401\n\n{RULE}")
    made = body(resolution(text.replace("Utopia.*", "Utopia.*1")))
    assert "- * Term of office expires on 31 December 2044." in map(str.strip, made)


def test_a_legend_below_its_rule_is_text_though_most_names_stand_on_the_page_before() -> None:
    text = TEXT.format(rule=RULE).replace("Thule** and", "\n1/2\n\fThule** and")
    made = [line.strip() for line in body(resolution(text))]
    assert "- * Term of office expires on 31 December 2044." in made
    assert "- ** Term of office expires on 31 December 2045." in made


def test_chinese_names_bear_signs_behind_their_commas() -> None:
    source = source_of("成员如下：甲国、*乙国、**丙国、*丁国、**戊国。*\n* 任满。\n** 又任满。\n")
    assert opens_legend(source, source.lines, 1, 0)
