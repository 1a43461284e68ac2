"""Passages: cutting and joining never loses where a character came from, nor a call."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from an2un.parse.passage import Call, Passage, Piece, joined
from an2un.source import Span
from an2un.tree import Footnote, Paragraph, Text

NOTE = Footnote("1", (Paragraph((Text("N."),)),))
SOURCE = "..Recalling1 it,.."
PASSAGE = Passage("Recalling1 it,", (Piece(0, Span(2, 16)),), (Call(9, 10, NOTE),))


def test_children_hold_the_note_at_its_call() -> None:
    assert PASSAGE.children() == (Text("Recalling"), NOTE, Text(" it,"))
    assert PASSAGE.children(0, 9) == (Text("Recalling"),)
    assert PASSAGE.children(9, 14) == (NOTE, Text(" it,"))


def test_origin_leaves_the_call_out() -> None:
    assert PASSAGE.origin == (Span(2, 11), Span(12, 16))


def test_parts() -> None:
    assert PASSAGE.part(0, 9) == Passage("Recalling", (Piece(0, Span(2, 11)),))
    assert PASSAGE.part(11, 14) == Passage("it,", (Piece(0, Span(13, 16)),))
    assert PASSAGE.part(0, 14) is PASSAGE


def test_a_note_put_at_the_end_stays_with_the_end() -> None:
    passage = Passage("it,", (Piece(0, Span(0, 3)),), (Call(3, 3, NOTE),))
    assert passage.part(1, 3).children() == (Text("t,"), NOTE)
    assert passage.part(0, 2).children() == (Text("it"),)


def test_trimmed() -> None:
    passage = Passage("  it, ", (Piece(0, Span(0, 6)),))
    assert passage.trimmed() == Passage("it,", (Piece(0, Span(2, 5)),))
    assert Passage("  ", (Piece(0, Span(0, 2)),)).trimmed().text == ""


def test_joined() -> None:
    both = joined([PASSAGE, PASSAGE.part(11, 14)], " ")
    assert both.text == "Recalling1 it, it,"
    assert both.pieces == (Piece(0, Span(2, 16)), Piece(15, Span(13, 16)))
    assert both.calls == PASSAGE.calls


texts = st.text(alphabet="ab ", max_size=6)


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_pieces_always_point_at_the_same_characters(parts: list[str], data: st.DataObject) -> None:
    source = "#".join(parts)
    passages, at = [], 0
    for part in parts:
        passages.append(Passage(part, (Piece(0, Span(at, at + len(part))),) if part else ()))
        at += len(part) + 1
    whole = joined(passages, "+")
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    cut = whole.part(start, end)
    assert cut.text == whole.text[start:end]
    for at, span in cut.pieces:
        assert source[span.start : span.end] == cut.text[at : at + span.end - span.start]
    copied = sum(span.end - span.start for _, span in cut.pieces)
    assert copied == len(cut.text) - cut.text.count("+")


def test_a_note_put_behind_blanks_moves_to_the_end() -> None:
    late = Call(4, 4, NOTE)
    found = Passage("1.  ", (Piece(0, Span(0, 4)),), (late,)).trimmed()
    assert found.calls == (Call(2, 2, NOTE),)
    assert found.text == "1."
