"""Ways through the tree."""

from __future__ import annotations

from typing import Any

from an2un import tree, walk
from an2un.record import Record
from an2un.tree import (
    Emphasis,
    Field,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Provision,
    Reference,
    Text,
)
from an2un.walk import nodes
from tests.builders import doc, italic, line, note, par, points, recital, table


def test_every_type_of_the_tree_is_known() -> None:
    types = {value for value in vars(tree).values() if isinstance(value, type)}
    assert {t for t in types if issubclass(t, Record) and t is not Record} == set(nodes._CARRIERS)


def test_every_carrier_is_a_field() -> None:
    for kind, names in nodes._CARRIERS.items():
        assert set(names) <= set(kind.__slots__)


def test_walk_is_in_printed_order() -> None:
    document = doc(
        (par("1.", "b", points(par("(a)", "c")), "d"),),
        formula="a",
        closing=("e",),
    )
    words = [node.text for node in walk.walk(document) if isinstance(node, Text)]
    assert words == ["a", "b", "c", "d", "e"]


def test_walk_leaves_out_whole_kinds() -> None:
    document = doc((par("1.", "b", points(par("(a)", line("c", note("1", "d"))))),))
    walked = list(walk.walk(document))
    for kind in (Text, Footnote, Paragraph):
        kept = list(walk.walk(document, frozenset((kind,))))
        held = {id(below) for node in walked if isinstance(node, kind) for below in walk.walk(node)}
        assert held
        assert kept == [node for node in walked if id(node) not in held]


def test_rewrite_finds_kinds_below_each_other() -> None:
    document = doc((par("1.", line(italic("a"), "b", note("1", "c")), points(par("(a)", "d"))),))
    walked = list(walk.walk(document))
    for kind in {type(node) for node in walked}:
        met: list[Any] = []

        def change(node: Any, met: list[Any] = met) -> Any:
            met.append(node)
            return node

        assert walk.rewrite(document, change, frozenset((kind,))) is document
        assert {id(node) for node in met} == {id(node) for node in walked if type(node) is kind}


def test_children_go_into_cells_and_notes() -> None:
    document = doc((par("1.", table(("a", "b")), line("c", note("1", "d"))),))
    words = [node.text for node in walk.walk(document) if isinstance(node, Text)]
    assert words == ["a", "b", "c", "d"]


def test_rewrite_replaces_multiplies_and_drops() -> None:
    def change(node: Any) -> Any:
        match node:
            case Text("twice"):
                return (Text("a"), Text("b"))
            case Text("gone"):
                return None
            case Text(text):
                return Text(text.upper())
            case _:
                return node

    before = line("twice", italic("gone"), "x")
    assert walk.rewrite(before, change) == Paragraph(
        (Text("a"), Text("b"), Emphasis("italic", ()), Text("X"))
    )


def test_rewrite_gives_back_what_it_does_not_change() -> None:
    document = doc((par("1.", "x"),))
    assert walk.rewrite(document, lambda node: node) is document


def test_plain_text_leaves_notes_out() -> None:
    assert walk.plain_text(line("a ", italic("b"), note("1", "c"), " d").children) == "a b d"


def normal(*items: Any) -> tuple[Any, ...]:
    document = walk.normal(doc(items))
    assert isinstance(document, tree.Resolution)
    return document.items


def test_white_space_is_single_and_never_at_the_ends() -> None:
    before = par(" 1.\n", line(" a\t", italic(" b "), " \n c "))
    assert normal(before) == (par("1.", line("a ", italic("b "), "c")),)


def test_typographic_blanks_are_characters() -> None:
    before = par("1.", line("\u00a0a\u2009b\u00a0"))
    assert normal(before) == (before,)


def test_a_blank_behind_a_note_stays() -> None:
    before = par("1.", line("a", note("1", "b"), " ", "c"))
    assert normal(before) == (par("1.", line("a", note("1", "b"), " c")),)


def test_what_holds_no_words_is_left_out() -> None:
    empty = Paragraph((Text(" "), Emphasis("bold", ()), Field("title", ())))
    before = Provision(" ", empty, (empty, tree.Table((tree.Row(()),)), tree.Enumeration(())))
    assert normal(before) == (Provision(None, None, ()),)


def test_a_heading_may_be_empty_and_an_empty_note_too() -> None:
    before = (Heading(Paragraph(())), par("1.", line(note("1"))))
    assert normal(*before) == before


def test_references_that_lead_nowhere_leave_their_words() -> None:
    words = (Text("w"),)
    before = par("1.", line(Reference(" ", words), Link("", words)))
    assert normal(before) == (par("1.", "ww"),)


def test_the_normal_form_keeps_recitals_as_they_are() -> None:
    assert walk.normal(doc(recitals=(recital("x"),))) == doc(recitals=(recital("x"),))


def test_rewrite_may_be_of_some_kinds_only() -> None:
    document = doc((par("1.", "Decides."), par("2.", "Requests.")))
    met: list[type] = []

    def change(node: Any) -> Any:
        met.append(type(node))
        return node

    assert walk.rewrite(document, change, frozenset({Provision})) is document
    assert met == [Provision, Provision]
