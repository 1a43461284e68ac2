"""The ledger: every character of a source accounted for, without gap or overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un.diagnostics import Diagnostic
from an2un.ledger import Ledger, ledger
from an2un.parse.layout import Dropped
from an2un.parse.lines import Repair
from an2un.readers.text import read
from an2un.source import Line, Source, Span

TEXT = "A/99/7\n1. Decides  to act.\n2/3\n"
SOURCE = read(TEXT, "text", lambda _finding: None)
PLACED = [([Span(10, 17), Span(18, 26)], "para_1"), ([Span(7, 9)], "para_1")]
DROPPED = [Dropped(Span(0, 6), "running head"), Dropped(Span(27, 30), "page number")]
REPAIRS = [Repair(Span(17, 18), "blanks folded")]


def account(
    source: Source = SOURCE,
    placed: list[tuple[list[Span], str]] = PLACED,
    dropped: list[Dropped] = DROPPED,
    repairs: list[Repair] = REPAIRS,
) -> tuple[Ledger, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return ledger(source, placed, dropped, repairs, found.append), found


def fates(made: Ledger, source: Source = SOURCE) -> list[tuple[str, str, str]]:
    return [(source.slice(e.span), e.fate, e.eid or e.reason) for e in made.entries]


def test_all_fates_in_the_order_of_the_source() -> None:
    made, found = account()
    assert fates(made) == [
        ("A/99/7", "furniture", "running head"),
        ("\n", "space", ""),
        ("1.", "text", "para_1"),
        (" ", "space", ""),
        ("Decides", "text", "para_1"),
        (" ", "repair", "blanks folded"),
        (" to act.", "text", "para_1"),
        ("\n", "space", ""),
        ("2/3", "furniture", "page number"),
        ("\n", "space", ""),
    ]
    assert made.lost == ()
    assert found == []


def test_what_nobody_claims_is_lost_and_reported_at_its_place() -> None:
    made, found = account(placed=PLACED[:1])
    assert [(SOURCE.slice(e.span), e.fate) for e in made.lost] == [("1.", "lost")]
    assert [(f.code.id, f.span) for f in found] == [("AU003", (7, 9))]


def test_a_span_claimed_twice_keeps_its_first_claim() -> None:
    made, _ = account(placed=[*PLACED, ([Span(7, 9)], "para_2")])
    assert [e.span for e in made.entries if e.eid == "para_2"] == []
    assert [e.eid for e in made.entries if e.span == (7, 9)] == ["para_1"]
    assert "".join(SOURCE.slice(e.span) for e in made.entries) == TEXT


def test_empty_spans_claim_nothing() -> None:
    made, found = account(placed=[*PLACED, ([Span(9, 9)], "para_9")])
    assert "para_9" not in {e.eid for e in made.entries}
    assert found == []


def test_control_characters_between_the_lines_are_a_repair() -> None:
    source = read("\x02\nx\n", "text", lambda _finding: None)
    made, found = account(source, [([Span(2, 3)], "p")], [], [])
    assert fates(made, source)[0] == ("\x02\n", "repair", "control character left out")
    assert found == []


def test_marks_of_direction_outside_the_lines_are_a_repair() -> None:
    source = Source("x", "\u200fa\u200f", (Line(Span(1, 2), 1),))
    found = ledger(source, [((Span(1, 2),), "p_1")], (), (), fail)
    assert [entry.fate for entry in found.entries] == ["repair", "text", "repair"]


def fail(finding: Diagnostic) -> None:
    raise AssertionError(finding.message)


def test_as_plain_data() -> None:
    data = account()[0].to_json(SOURCE)
    assert (data["source"], data["characters"], data["complete"]) == ("text", len(TEXT), True)
    assert data["entries"][0] == {
        "start": 0, "end": 6, "fate": "furniture", "reason": "running head",
    }  # fmt: skip
    assert data["entries"][2] == {"start": 7, "end": 9, "fate": "text", "eId": "para_1"}
    assert account(placed=[])[0].to_json(SOURCE)["complete"] is False


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*sorted(pair)))


@given(
    st.text(alphabet="ab \n\f\x02", min_size=30, max_size=30),
    st.lists(st.tuples(st.lists(spans), st.sampled_from(["p", "q"]))),
    st.lists(spans),
    st.lists(spans),
)
def test_the_ledger_covers_the_source_whatever_is_claimed(
    text: str,
    placed: list[tuple[list[Span], str]],
    dropped: list[Span],
    repaired: list[Span],
) -> None:
    source = Source("text", text, ())
    made, found = account(
        source,
        placed,
        [Dropped(span, "bar code") for span in dropped],
        [Repair(span, "blanks folded") for span in repaired],
    )
    assert "".join(source.slice(entry.span) for entry in made.entries) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(made.entries))
    assert len(found) == len(made.lost)
    claimed = [*dropped, *repaired, *(span for group, _ in placed for span in group)]
    unclaimed = [
        character
        for at, character in enumerate(text)
        if not any(span.start <= at < span.end for span in claimed)
    ]
    lost = "".join(source.slice(entry.span) for entry in made.lost)
    assert set("".join(unclaimed)) & set("ab") == set(lost) & set("ab")


ODD = "\u00ad\u202b\x02\ufeff\u200b\u200f\u0661\u2010\u00a0\ufb01\u0301\u06cc\u00b2"


@given(st.text(alphabet=f"aB1.()*/ \n\r\f’,;:_—大{ODD}", min_size=1))
def test_a_conversion_loses_nothing_and_is_valid(text: str) -> None:
    conversion = an2un.convert("x\n" + text)
    assert conversion.valid
    assert conversion.covered
    assert [conversion.source.slice(e.span) for e in conversion.ledger.lost] == []


@pytest.mark.parametrize("mark", ["1.", "1)"])
def test_the_sign_behind_the_number_of_a_note_is_not_lost(mark: str) -> None:
    text = f"The General Assembly,\n\nRecalling nights,1\n\n________\n{mark} See the report.\n"
    assert an2un.convert(text).lost == 0


def test_text_below_a_rule_without_a_number_is_not_lost() -> None:
    text = "Nights*\n\f1. Decides\n________\nSee the report.\n"
    assert an2un.convert(text).lost == 0


LINES = [
    "A/RES/99/5", "The General Assembly,", "Recalling its resolution 72/7 of 17 November 2017,",
    "1. Decides to act;", "2. Requests the States:", "(a) To go;", "(a bis) Again;", "(i) Once;",
    "1.1 Lakes are clean.", "1.2 Boats go.", "1.a Act", "Annex I", "Rules of lakes", "Rule 102.1",
    "A. Lakes", "5", "“Article 4", "| Lake | Boat |", "|---|---|", "| Esk | 2 |", "+----+----+",
    "Lake\tBoat", "Esk\tmany", "\tfew", "Fiji     2   3", "Kenya    4   5", "Chad     6   7",
    "54th plenary meeting", "20 December 2044", "_______________", "1 See A/RES/72/7.", "2/3",
    "[1] See A/72/7.", "> 1. Decides to quote;", "   15   and the lakes of the north which", "\f",
    "so they do;", "大会，", "1. 决定采取行动；", "1 - تقرر أن تعمل؛", "1-1 الاسم", "&nbsp;", "",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_lines_in_any_order_are_all_kept(lines: list[str], end: str) -> None:
    made = an2un.convert(end.join(["Lakes", *lines]))
    assert made.valid
    assert made.covered
    assert [made.source.slice(entry.span) for entry in made.ledger.lost] == []
    assert an2un.read(made.xml) == made.document


@pytest.mark.parametrize(
    "text",
    [
        "_______________\nA/RES/99/5",  # nothing stands above the rule
        "Rule 102.1\n_______________\nSee the lakes.",  # nothing but a label does
        "| Lake | Boat |\n| Esk | 2 |\n_______________\nSee the lakes.",
        "_______________\nA/RES/99/5\nA/RES/99/5\n1. Decides to act;",
    ],
)
def test_what_stands_below_a_rule_is_never_lost(text: str) -> None:
    assert an2un.convert(text).lost == 0


def test_a_tab_in_running_text_is_a_blank() -> None:
    made = an2un.convert("The General Assembly,\n\n1. Decides\tto act now,\there and\u00a0there.\n")
    assert an2un.read(made.xml) == made.document
    assert "\t" not in made.text()
