"""Words set apart inside the text: titles of works in italics, raised letters (no, 1er).

The page shows them where the source is laid out; the opening phrases are told before, and the
calls of notes are notes by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from an2un.parse.signals import Signals
from an2un.parse.weaving import Mark, weave, width
from an2un.record import replace
from an2un.source import Source, Span, StyleKind
from an2un.tree import (
    Collection,
    Document,
    Emphasis,
    Inline,
    Paragraph,
    Resolution,
    Superscript,
)
from an2un.walk import plain_text, rewrite


class Run(NamedTuple):
    """Characters `start:end` of a running text in one style."""

    start: int
    end: int
    kind: StyleKind


def typeset(document: Document, source: Source, signals: Signals) -> Document:
    """Return a document with the italics and raised characters that its source shows in the text.

    The masthead, the formula and the closing lines have their own form, which is not told here.
    """
    if not signals.shows_type:
        return document
    if isinstance(document, Collection):
        return replace(document, parts=tuple(_typeset(p, source, signals) for p in document.parts))
    return _typeset(document, source, signals)


def _typeset(part: Resolution, source: Source, signals: Signals) -> Resolution:
    def change(node: Any) -> Any:
        return _set_apart(node, source, signals) if isinstance(node, Paragraph) else node

    preamble = replace(
        part.preamble, items=tuple(rewrite(item, change) for item in part.preamble.items)
    )
    return replace(
        part,
        preamble=preamble,
        items=tuple(rewrite(item, change) for item in part.items),
        annexes=tuple(rewrite(annex, change) for annex in part.annexes),
    )


def _set_apart(node: Paragraph, source: Source, signals: Signals) -> Paragraph:
    """Return a paragraph with what it sets apart beside its opening phrase."""
    text = plain_text(node.children)
    opened = sum(width(child) for child in node.children[:1] if isinstance(child, Emphasis))
    marks = []
    for run in _joined(text, _placed(text, node.origin, source, signals)):
        words = text[run.start : run.end]
        start = run.start + len(words) - len(words.lstrip())
        if start >= opened and any(map(str.isalnum, words)):
            marks.append(Mark(start, start + len(words.strip()), _MADE[run.kind]))
    if not marks:
        return node
    return replace(node, children=weave(node.children, _nested(marks)))


def _joined(text: str, runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, those of one style that only a line end parts as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and run.kind == last.kind and not text[last.end : run.start].strip():
            last = last._replace(end=run.end)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _nested(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in order, those inside another held by it: the raised o of a title in italics.

    Of two that overlap and of which neither holds the other, the first is kept.
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        last = kept[-1] if kept else None
        if last is None or mark.start >= last.end:
            kept.append(mark)
        elif mark.end <= last.end and (not last.inside or mark.start >= last.inside[-1].end):
            kept[-1] = replace(last, inside=(*last.inside, mark))
    return kept


def _placed(text: str, origin: Iterable[Span], source: Source, signals: Signals) -> Iterator[Run]:
    """Yield where a text that was copied from spans of the source sets its words apart.

    Between two spans the text may have a blank that no span holds; nothing else.
    """
    at = 0
    for span in origin:
        words = source.slice(span)
        if not text.startswith(words, at):
            at += 1  # the blank between two lines
        shift = at - span.start
        for run, kind in signals.within(span):
            yield Run(run.start + shift, run.end + shift, kind)
        at += len(words)


Made = Callable[[tuple[Inline, ...]], Inline]


def _italic(inside: tuple[Inline, ...]) -> Inline:
    return Emphasis("italic", inside)


_MADE: dict[StyleKind, Made] = {"italic": _italic, "superscript": Superscript}
