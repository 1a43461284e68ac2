"""Numbered paragraphs and points to provisions, nested by the solved levels of their markers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from an2un.codes import TABLE_AS_LINES, UNKNOWN_OPENER
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.kinds import Tagged
from an2un.parse.markers import Place, levels
from an2un.parse.passage import Passage
from an2un.parse.signals import NO_SIGNALS, Signals
from an2un.record import Record
from an2un.source import Span
from an2un.titles import is_title
from an2un.tree import Block, Embedded, Emphasis, Enumeration, Paragraph, Provision, Row, Table
from an2un.wording.openings import Mood


class Grammar(Record):
    """What the productions ask beside the paragraphs.

    language, report  the tables, and where findings go
    signals           what the page shows; nothing for plain text
    organ             whose enacting formula stands above, "" if none does
    """

    language: Language
    report: Report
    signals: Signals = NO_SIGNALS
    organ: str = ""


@dataclass(slots=True)
class Node:
    """A provision while its points are still being gathered."""

    item: Tagged
    level: int
    paragraphs: list[Block | list[Node]] = field(default_factory=list)

    @property
    def speaks(self) -> bool:
        """Whether it has words of its own; the points below a number alone are the paragraphs."""
        return any(not isinstance(part, list) for part in self.paragraphs)

    def add_point(self, point: Node) -> None:
        """Add a point to the enumeration that is open, or open one."""
        if not self.paragraphs or not isinstance(self.paragraphs[-1], list):
            self.paragraphs.append([])
        last = self.paragraphs[-1]
        assert isinstance(last, list)
        last.append(point)

    def provision(self) -> Provision:
        """Return the finished provision."""
        content: list[Block | Enumeration] = []
        for part in self.paragraphs:
            if isinstance(part, list):
                content.append(Enumeration(tuple(node.provision() for node in part)))
            else:
                content.append(part)
        marker = self.item.marker
        if marker is None:
            return Provision(None, None, tuple(content))
        origin = self.item.block.passage.part(0, len(marker.text)).origin
        return Provision(marker.text, None, tuple(content), origin=origin)


def provisions(tagged: Sequence[Tagged], grammar: Grammar, *, in_annex: bool) -> list[Provision]:
    """Production: provision = (numbered | text) (point | text)*, nested by solved levels."""
    depth = _solved(tagged)
    roots: list[Node] = []
    open_nodes: list[Node] = []
    for index, item in enumerate(tagged):
        level = depth[index]
        if level is None:
            target = _target(open_nodes, tagged, depth, index, in_annex)
            if target is None:
                node = Node(item, -1)
                node.paragraphs.append(_text(item, 0, grammar, in_annex))
                roots.append(node)
                open_nodes = [node]
            elif target.paragraphs:
                target.paragraphs.append(_plain(item, grammar))
            else:
                target.paragraphs.append(_text(item, target.level, grammar, in_annex))
            continue
        if open_nodes and open_nodes[0].level == -1 and not _takes(open_nodes[0], item):
            open_nodes = []
        while open_nodes and open_nodes[-1].level >= level:
            open_nodes.pop()
        node = Node(item, level)
        if item.printed.strip() or item.text.calls:
            within = level if any(open_node.speaks for open_node in open_nodes) else 0
            node.paragraphs.append(_text(item, within, grammar, in_annex))
        (open_nodes[-1].add_point if open_nodes else roots.append)(node)
        open_nodes.append(node)
    return [node.provision() for node in roots]


def _takes(unnumbered: Node, item: Tagged) -> bool:
    """Say whether an unnumbered provision introduces a point; a paragraph stands beside it."""
    return unnumbered.item.introduces and not item.number


def _solved(tagged: Sequence[Tagged]) -> list[int | None]:
    """Return the level of each numbered paragraph of a stretch, None for the others."""
    numbered = [index for index, item in enumerate(tagged) if item.marker is not None]
    markers = [tagged[index].marker for index in numbered]
    places = [
        Place(index > 0 and tagged[index - 1].introduces, tagged[index].counts_on)
        for index in numbered
    ]
    found = levels([marker for marker in markers if marker is not None], places)
    result: list[int | None] = [None] * len(tagged)
    for index, level in zip(numbered, found, strict=True):
        result[index] = level
    return result


def _target(
    open_nodes: Sequence[Node],
    tagged: Sequence[Tagged],
    depth: Sequence[int | None],
    index: int,
    in_annex: bool,
) -> Node | None:
    """Return the open provision that an unnumbered paragraph belongs to, None for a new one.

    Between two points it goes on with the first of them; behind the last one it belongs to the
    numbered paragraph as a whole, unless it stands below the title of that point.
    """
    if not open_nodes or (tagged[index].titles and not in_annex):
        return None
    if not open_nodes[-1].paragraphs:
        return open_nodes[-1]
    if tagged[index].kind == "embedded":
        return open_nodes[-1]
    if _is_titled(open_nodes[-1]) and not in_annex:
        return open_nodes[-1]
    following = next((level for level in depth[index + 1 :] if level is not None), 0)
    text = tagged[index].printed
    if following > 0:
        deep = [node for node in open_nodes if node.level <= following]
        return deep[-1] if deep else open_nodes[0]
    if open_nodes[0].level == -1 and not open_nodes[0].item.introduces:
        return None
    if in_annex and not text[:1].islower() and not open_nodes[-1].item.introduces:
        return None
    return open_nodes[0]


def _is_titled(node: Node) -> bool:
    """Say whether a point holds nothing but words that are its title."""
    text = node.item.printed.strip()
    return node.level > 0 and len(node.paragraphs) == 1 and text != "" and is_title(text)


def _plain(item: Tagged, grammar: Grammar) -> Block:
    """Return an unnumbered paragraph, a table or a text within the text as it stands."""
    if item.kind == "embedded":
        return Embedded(item.within)
    if not item.block.cells:
        return item.text.paragraph()
    if not item.block.proved:
        grammar.report(
            Diagnostic(
                TABLE_AS_LINES,
                "the columns of a table could not be told apart; each line is one cell",
                span=item.block.lines[0].span,
            )
        )
    return Table(tuple(Row(tuple(map(_cell, row))) for row in item.block.cells))


def _cell(passage: Passage) -> tuple[Paragraph, ...]:
    return (passage.paragraph(),) if passage.text else ()


def _text(item: Tagged, level: int, grammar: Grammar, in_annex: bool) -> Block:
    """Opening phrases are set in italics in operative paragraphs, not in points or annexes."""
    if in_annex or level > 0 or item.titles or item.kind in ("table", "embedded"):
        return _plain(item, grammar)
    return opened(item.text, "operative", grammar, told=item.marker is not None)


def opened(passage: Passage, mood: Mood, grammar: Grammar, *, told: bool = True) -> Paragraph:
    """Return a paragraph with its opening phrase in italics, as the United Nations prints it.

    Where the page shows italics at the start of the paragraph they are the phrase; else the
    tables tell it.

    told: whether its place or number proves what it is; then it may open in the other mood.
    """
    shown = grammar.signals.opening(passage)
    start, end = Span(0, shown) if shown else _by_tables(passage, mood, grammar, told=told)
    if not end:
        return passage.paragraph()
    label = passage.children(0, start) if start else ()
    phrase_nodes = passage.children(start, end)
    rest = passage.children(end, len(passage.text)) if end < len(passage.text) else ()
    return Paragraph((*label, Emphasis("italic", phrase_nodes), *rest), origin=passage.origin)


def _by_tables(passage: Passage, mood: Mood, grammar: Grammar, *, told: bool) -> Span:
    """Return where the opening phrase stands that the tables find, an empty span without one.

    A paragraph that speaks in the other mood ("9. Noting …, decides") opens with a phrase of that.
    """
    find = grammar.language.opener
    opening = find(passage.text, mood, grammar.organ)
    if opening is None and told:
        other = find(passage.text, _OTHER[mood], grammar.organ)
        opening = other if other is not None and other.known else None
    if opening is None or not 0 < opening.end <= len(passage.text):
        return Span(0, 0)
    if not opening.known:
        phrase = passage.text[opening.start : opening.end]
        grammar.report(
            Diagnostic(
                UNKNOWN_OPENER,
                f"opening phrase not in the list: {phrase}",
                span=passage.pieces[0].span if passage.pieces else None,
            )
        )
    return Span(opening.start, opening.end)


_OTHER: dict[Mood, Mood] = {"preambular": "operative", "operative": "preambular"}
