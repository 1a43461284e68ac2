"""Several resolutions under one number: A, B, … each with a formula of its own."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.parse import closing as closing_lines
from an2un.parse.assemble import Grammar, body
from an2un.parse.kinds import Tagged
from an2un.tree import Collection, Field, Kind, Masthead, Paragraph, Resolution


def part_labels(tagged: Sequence[Tagged]) -> list[int]:
    """Return the indexes of the labels A, B, … that each stand above a formula, [] for one text.

    A letter counts only if a formula follows before the next letter, and only two or more make an
    omnibus document.
    """
    found: list[int] = []
    for index, item in enumerate(tagged):
        if item.kind != "section" or item.label is None or item.label.style != "letter":
            continue
        if item.printed.strip() or item.label.value != len(found) + 1:
            continue
        below = tagged[index + 1 : index + 6]
        if any(other.kind == "formula" for other in below):
            found.append(index)
    return found if len(found) > 1 else []


def collection(
    tagged: Sequence[Tagged], labels: Sequence[int], masthead: Masthead, kind: Kind, grammar: Grammar
) -> Collection:
    """Return the parts as resolutions of their own under the common masthead."""
    parts = []
    for start, end in zip(labels, [*labels[1:], len(tagged)], strict=True):
        parts.append(_part(tagged[start:end], kind, grammar))
    return Collection(grammar.language.code, kind, masthead, tuple(parts))


def _part(tagged: Sequence[Tagged], kind: Kind, grammar: Grammar) -> Resolution:
    from an2un.parse import closing_start

    formula = next(index for index, item in enumerate(tagged) if item.kind == "formula")
    title = [_label(tagged[0]), *(_title(item) for item in tagged[1:formula])]
    below = tagged[formula:]
    found = body(below, closing_start(below, grammar.language), grammar)
    return Resolution(
        grammar.language.code, kind, Masthead(title=tuple(title)), found.preamble, found.items,
        closing_lines.closing(found.closing, grammar.language), found.annexes,
    )  # fmt: skip


def _label(item: Tagged) -> Paragraph:
    passage = item.block.passage
    return Paragraph((Field("number", passage.children()),), origin=passage.origin)


def _title(item: Tagged) -> Paragraph:
    passage = item.block.passage
    return Paragraph((Field("title", passage.children()),), origin=passage.origin)
