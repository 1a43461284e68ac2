"""Tagged paragraphs to the tree, by recursive descent; the grammar stands in the docstrings.

document   = masthead body
body       = formula? preamble item* closing? annex*
preamble   = recital*
recital    = text point*
item       = section | formula | recital | provision | heading
section    = heading item*
provision  = (numbered | text) (point | text | embedded)*
embedded   = heading* formula recital* item*
point      = numbered (point | text)*
annex      = label title item* annex*
"""

from __future__ import annotations

from collections.abc import Sequence

from an2un.codes import NO_NUMBERING
from an2un.diagnostics import Diagnostic
from an2un.parse.closing_place import Closing, find_closing
from an2un.parse.embedded import embedded
from an2un.parse.kinds import Tagged
from an2un.parse.passage import Passage, joined
from an2un.parse.preamble import (
    formula,
    is_recital,
    is_section_recital,
    points_end,
    preamble,
    recital,
)
from an2un.parse.provisions import Grammar, provisions
from an2un.record import Record, replace
from an2un.source import Span
from an2un.tree import (
    Annex,
    Heading,
    Item,
    Paragraph,
    Preamble,
    Section,
    SectionKind,
)


class Body(Record):
    """What stands below the masthead."""

    preamble: Preamble
    items: tuple[Item, ...]
    closing: tuple[Passage, ...]
    annexes: tuple[Annex, ...]


def body(tagged: Sequence[Tagged], grammar: Grammar) -> Body:
    """Production: body = formula? preamble item* (closing? annex* | annex+ closing)."""
    text, closing, annexes = _divided(tagged, grammar)
    formulas = (item.printed for item in text if item.kind == "formula")
    grammar = replace(grammar, organ=grammar.language.formula(next(formulas, "")))
    opening, start = preamble(text, grammar)
    items = _items(_embedded(text[start:], grammar), grammar, in_annex=False)
    numbered = any(item.kind == "numbered" for item in text[start:])
    if not numbered and _paragraphs(items) > 1:
        grammar.report(Diagnostic(NO_NUMBERING, "no numbered operative paragraph was found"))
    lines = tuple(item.block.passage for item in closing)
    return Body(opening, items, lines, _annexes(annexes, grammar))


def _divided(
    tagged: Sequence[Tagged], grammar: Grammar
) -> tuple[Sequence[Tagged], Sequence[Tagged], Sequence[Tagged]]:
    """Return the text of the resolution, its closing lines and its annexes.

    Closing lines stand above the annexes, seldom below them at the end of all.
    """
    labels = (i for i, item in enumerate(tagged) if i and item.kind == "annex")
    annex_at = next(labels, len(tagged))
    end = find_closing(tagged, grammar.language) or Closing(annex_at, annex_at)
    if annex_at < end.start and end.end == len(tagged):
        return tagged[:annex_at], tagged[end.start :], tagged[annex_at : end.start]
    return tagged[: end.start], tagged[end.start : end.end], tagged[end.end :]


def _paragraphs(items: Sequence[Item]) -> int:
    """Return how many paragraphs the items hold, those under headings too."""
    return sum(_paragraphs(i.items) if isinstance(i, Section) else 1 for i in items)


# ------------------------------------------------------------------------------------------- items


def _embedded(tagged: Sequence[Tagged], grammar: Grammar) -> Sequence[Tagged]:
    """Production: embedded = heading* formula recital* item*; each becomes one paragraph."""
    found: list[Tagged] = []
    at = 0
    for start, first, end in embedded(tagged):
        opening, taken = preamble(tagged[first:end], grammar)
        titles = tuple(Heading(item.block.passage.paragraph()) for item in tagged[start:first])
        words = () if opening.formula is None else (opening.formula,)
        items = _items(tagged[first + taken : end], grammar, in_annex=False)
        within = (*titles, *words, *opening.items, *items)
        block = tagged[first].block
        found += [*tagged[at:start], Tagged("embedded", block, Passage(""), within=within)]
        at = end
    return [*found, *tagged[at:]]


_RANK: dict[SectionKind, int] = {
    "part": 0, "chapter": 1, "section": 2, "title": 3, "article": 4, "rule": 4, "division": 5,
}  # fmt: skip


def _items(tagged: Sequence[Tagged], grammar: Grammar, *, in_annex: bool) -> tuple[Item, ...]:
    """Production: item* = (section | formula | recital | provision | heading)*."""
    items: list[Item] = []
    at = 0
    while at < len(tagged):
        if tagged[at].kind in ("section", "heading"):
            end, section = _section(tagged, at, grammar, in_annex)
            items.append(section)
        else:
            end = _stretch_end(tagged, at)
            items.extend(_stretch(tagged[at:end], grammar, in_annex))
        at = end
    return tuple(items)


def _stretch_end(tagged: Sequence[Tagged], at: int) -> int:
    while at < len(tagged) and tagged[at].kind not in ("section", "heading"):
        at += 1
    return at


def _rank(item: Tagged) -> tuple[int, str]:
    if item.label is None:
        return _RANK["division"], ""
    return _RANK[item.label.kind], item.label.style


def _section(
    tagged: Sequence[Tagged], at: int, grammar: Grammar, in_annex: bool
) -> tuple[int, Item]:
    """Production: section = heading item*; it ends at a heading of its rank or a higher one."""
    head = tagged[at]
    label, start = head.label, at + 1
    heading = head.text
    named = start < len(tagged) and tagged[start].kind == "heading"
    if label is not None and named and not head.printed.strip():
        heading = joined((heading, tagged[start].text), "")  # what the label calls stays
        start += 1
    rank = _rank(head)[0]
    end = start
    while end < len(tagged) and not (
        tagged[end].kind in ("section", "heading") and _rank(tagged[end])[0] <= rank
    ):
        end += 1
    marker = None
    marker_origin: tuple[Span, ...] = ()
    if label is not None:
        marker = head.block.text[: label.end].rstrip()
        marker_origin = head.block.passage.part(0, len(marker)).origin
    title = heading.paragraph() if heading.text.strip() or heading.calls else None
    inner = _section_items(tagged[start:end], grammar, in_annex)
    if not inner and title is not None and marker is None:
        return end, Heading(title)
    kind: SectionKind = label.kind if label is not None else "division"
    return end, Section(kind, marker, title, inner, origin=marker_origin)


def _section_items(tagged: Sequence[Tagged], grammar: Grammar, in_annex: bool) -> tuple[Item, ...]:
    """A section may begin with a preamble of its own."""
    items: list[Item] = []
    at = 0
    language = grammar.language
    first = next((index for index, item in enumerate(tagged) if item.kind == "numbered"), 0)
    counts = first > 0 and tagged[first].number == 1
    while at < len(tagged) and not in_annex:
        if tagged[at].kind == "formula":
            items.append(formula(tagged[at], language))
            at += 1
        elif tagged[at].kind == "text" and is_section_recital(
            tagged[at], language, operative_follows=counts and at < first
        ):
            stop = points_end(tagged, at + 1) if tagged[at].introduces else at + 1
            items.append(recital(tagged[at:stop], grammar))
            at = stop
        else:
            break
    return (*items, *_items(tagged[at:], grammar, in_annex=in_annex))


def _stretch(tagged: Sequence[Tagged], grammar: Grammar, in_annex: bool) -> list[Item]:
    """Provisions between two headings; a formula among them starts a new preamble."""
    items: list[Item] = []
    run: list[Tagged] = []
    after_formula = False
    for item in tagged:
        if item.kind in ("formula", "annex"):
            items.extend(provisions(run, grammar, in_annex=in_annex))
            run = []
            after_formula = item.kind == "formula"
            items.append(
                formula(item, grammar.language) if after_formula else Heading(item.text.paragraph())
            )
        elif (
            after_formula and not run and is_recital(item, grammar.language, operative_follows=True)
        ):
            items.append(recital([item], grammar))
        else:
            run.append(item)
    items.extend(provisions(run, grammar, in_annex=in_annex))
    return items


# ----------------------------------------------------------------------------------------- annexes


def _annexes(tagged: Sequence[Tagged], grammar: Grammar) -> tuple[Annex, ...]:
    """Production: annex = label? title item* annex*."""
    starts = [index for index, item in enumerate(tagged) if item.kind == "annex" or not index]
    annexes: list[Annex] = []
    for start, end in zip(starts, [*starts[1:], len(tagged)], strict=False):
        annex = _annex(tagged[start:end], grammar)
        inner = grammar.language.annex_level(tagged[start].printed) == "appendix"
        if inner and annexes:
            last = annexes[-1]
            annexes[-1] = Annex(last.label, last.title, last.items, (*last.annexes, annex))
        else:
            annexes.append(annex)
    return tuple(annexes)


def _annex(tagged: Sequence[Tagged], grammar: Grammar) -> Annex:
    """Production: annex = label? title item*; the title is the heading right below the label."""
    label = tagged[0].text.paragraph() if tagged[0].kind == "annex" else None
    at = 0 if label is None else 1
    title: list[Paragraph] = []
    while at < len(tagged) and tagged[at].kind == "heading" and not title:
        title.append(tagged[at].text.paragraph())
        at += 1
    items = _items(tagged[at:], grammar, in_annex=True)
    return Annex(label, tuple(title), items)
