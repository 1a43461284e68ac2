"""References: the words of a document that cite others, tight around them; dates and organs.

`link` puts Reference, Link and Field nodes into running text and notes. No printed character
changes. A target is a Work IRI where the document says symbol and date (in any of its mentions),
a place of the document itself where that exists, else the symbol.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from an2un.citing import Citation, Own, Reading, Word
from an2un.diagnostics import Report
from an2un.identity import fields
from an2un.language import Language
from an2un.parse.links import disagreements
from an2un.parse.places import Scope, place, scopes
from an2un.parse.survey import Survey
from an2un.parse.weaving import Mark, Taken, weave
from an2un.record import replace
from an2un.tree import (
    Annex,
    Collection,
    Document,
    Field,
    Footnote,
    Inline,
    Link,
    Paragraph,
    Reference,
    Resolution,
    Text,
)
from an2un.walk import plain_text, rewrite

# The Charter, signed on 26 June 1945, as an act (pattern for treaties, AKN4UN P1-145).
CHARTER = "/akn/un/act/provision/un/1945-06-26/charter"
_ABBREVIATIONS = {
    "section": "sec", "part": "part", "chapter": "chp", "article": "art", "paragraph": "para",
}  # fmt: skip


def link(
    document: Document,
    language: Language,
    report: Report | None = None,
    links: tuple[str, ...] = (),
) -> Document:
    """Return the document with its citations as References and Links, dates and organs as Fields.

    report  is told of dates beside a citation that cannot be those of the document cited, of
            documents cited under several dates, and where links and citations disagree
    links   the addresses that the feet of the pages list
    """
    own = Own(organ(document, language), _year(document), language.direction == "rtl")
    survey = Survey(language, own)
    survey.of(document)
    if report is not None:
        survey.report(report)
        for finding in disagreements(survey.citations(), links):
            report(finding)
    return _Linker(survey).linked(document)


def organ(document: Document, language: Language) -> str:
    """Return the identifier of the organ whose document it is, "" if the document does not say."""
    for role in ("adoptingOrgan", "organ"):
        named = next((f.value for f in fields(document) if f.role == role and f.value), "")
        if named:
            return named
    parts = document.parts if isinstance(document, Collection) else (document,)
    formula = next((p.preamble.formula for p in parts if p.preamble.formula), None)
    return language.formula(plain_text(formula.text.children)) if formula else ""


def _year(document: Document) -> int:
    """Return the year that the document is of, 0 where it does not say."""
    dates = [f.value for f in fields(document) if f.role in ("adoptionDate", "issuanceDate")]
    return max((int(date[:4]) for date in dates if date[:4].isdecimal()), default=0)


_LINKED: frozenset[type] = frozenset({Paragraph, Footnote})
_NOTES: frozenset[type] = frozenset({Footnote})


class _Linker:
    """Links one document, whose texts were surveyed before, in printed order."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.last = ""  # target of the note before, "" if it cites nothing or several documents

    def linked(self, document: Document) -> Document:
        """Return the document with nodes around the words that were read."""
        head = document.masthead
        masthead = replace(
            head,
            cover=tuple(map(self._notes, head.cover)),
            session=tuple(map(self._head_line, map(self._notes, head.session))),
            proponents=tuple(map(self._head_line, map(self._notes, head.proponents))),
            adoption=tuple(map(self._adoption_line, map(self._notes, head.adoption))),
            title=tuple(map(self._notes, head.title)),
        )
        if isinstance(document, Collection):
            parts = tuple(self._resolution(part, Scope()) for part in document.parts)
            return replace(document, masthead=masthead, parts=parts)
        return replace(self._resolution(document, None), masthead=masthead)

    def _resolution(self, part: Resolution, scope: Scope | None) -> Resolution:
        known = scopes(part) if scope is None else [scope] * (1 + len(part.annexes))
        # in printed order, for the `Ibid.` of notes
        preamble = rewrite(part.preamble, partial(self._changed, known[0]), _LINKED)
        items = tuple(
            rewrite(item, partial(self._changed, known[0].within(item)), _LINKED)
            for item in part.items
        )
        annexes = tuple(map(self._annex, part.annexes, known[1:]))
        closing = tuple(map(self._notes, part.closing))
        return replace(part, preamble=preamble, items=items, closing=closing, annexes=annexes)

    def _annex(self, annex: Annex, scope: Scope) -> Annex:
        result: Annex = rewrite(annex, partial(self._changed, scope), _LINKED)
        return result

    def _notes(self, node: Paragraph) -> Paragraph:
        """Link the notes called in a line of masthead or closing; its words are Fields already."""
        linked: Paragraph = rewrite(node, self._note_alone, _NOTES)
        return linked

    def _note_alone(self, node: Any) -> Any:
        if not isinstance(node, Footnote):
            return node
        body = (self._changed(Scope(), line) for line in node.body)
        return self._changed(Scope(), replace(node, body=tuple(body)))

    def _head_line(self, node: Paragraph) -> Paragraph:
        """Link the documents cited in a line of the masthead."""
        reading = self.survey.read(plain_text(node.children))
        cited = [c for c in reading.citations if c.kind in ("resolution", "decision", "document")]
        return self._paragraph(node, Reading(tuple(cited), ()), Scope())

    def _adoption_line(self, node: Paragraph) -> Paragraph:
        """Link the draft or report that the resolution was adopted on, as such."""
        reading = self.survey.read(plain_text(node.children))
        origins = [
            Word(c.start, c.end, "originatingDocument", c.symbol)
            for c in reading.citations
            if c.kind == "document"
        ]
        linked = self._head_line(node)
        taken = Taken(node.children)
        marks = [_word_mark(w) for w in origins if not taken.by_field(w.start, w.end)]
        return replace(linked, children=weave(linked.children, marks))

    def _changed(self, scope: Scope, node: Any) -> Any:
        """Link one paragraph; for `walk.rewrite`, which hands over notes before their texts."""
        if isinstance(node, Footnote):
            targets = {t for line in node.body for t in _targets(line.children)}
            self.last = targets.pop() if len(targets) == 1 else ""
        elif isinstance(node, Paragraph):
            return self._paragraph(node, self.survey.read(plain_text(node.children)), scope)
        return node

    def _paragraph(self, node: Paragraph, reading: Reading, scope: Scope) -> Paragraph:
        if not reading.citations and not reading.words:
            return node
        taken = Taken(node.children)
        words = [word for word in reading.words if not taken.by_field(word.start, word.end)]
        marks = []
        dates = [word for word in words if word.role == "date"]
        starts = [date.start for date in dates]
        for citation in reading.citations:
            if not taken.by_reference(citation.start, citation.end):
                at = bisect_left(starts, citation.start)
                near = dates[at : bisect_left(starts, citation.end, at)]
                inside = tuple(_word_mark(date) for date in near if date.end <= citation.end)
                mark = self._mark(citation, inside, scope)
                marks += [mark] if mark else []
        apart = _outside(words, [(mark.start, mark.end) for mark in marks])
        marks = sorted([*marks, *map(_word_mark, apart)], key=lambda mark: mark.start)
        return replace(node, children=weave(node.children, marks)) if marks else node

    def _mark(self, citation: Citation, inside: tuple[Mark, ...], scope: Scope) -> Mark | None:
        """Return the mark of a citation, None where what it cites cannot be told."""
        if citation.kind == "page":
            make = partial(Link, citation.target)
            return Mark(citation.start, citation.end, make)
        target = self.target(citation, scope)
        if not target:
            return None
        return Mark(citation.start, citation.end, partial(Reference, target), inside)

    def target(self, citation: Citation, scope: Scope) -> str:
        """Return what a citation leads to, "" if it cannot be told."""
        if citation.kind == "place":
            return place(citation.parts, scope)
        if citation.kind == "charter":
            return CHARTER + fragment(citation)
        if citation.kind == "again":
            direct = self.last.startswith("/akn/") and "!" not in self.last
            return self.last + fragment(citation) if direct else self.last
        work = self.survey.work(citation)
        return work + fragment(citation) if work else self.survey.symbol(citation)


# Larger parts hold smaller ones, in whatever order they are printed.
_RANKS = {"annex": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "paragraph": 5}


def fragment(citation: Citation) -> str:
    """Return component and fragment of the parts that a citation names: `/!main#sec_III__para_3`.

    Parts whose number is not one number ("paragraphs 3 to 5") leave the whole document.
    """
    parts = citation.parts
    if not parts or any(part.kind == "several" for part in parts):
        return ""
    component = "/!main"
    steps: list[str] = []
    for part in sorted(parts, key=lambda part: _RANKS.get(part.kind, 0)):
        if part.kind in ("annex", "appendix"):
            component = "/!annex" + (f"_{part.number}" if part.number else "")
            steps.clear()
        elif part.number and part.kind in _ABBREVIATIONS:
            point = f"__list_1__point_{part.point}" if part.point else ""
            steps.append(f"{_ABBREVIATIONS[part.kind]}_{part.number}{point}")
        else:
            return ""
    if not steps:
        return component if component != "/!main" else ""
    return f"{component}#{'__'.join(steps)}"


def _targets(children: Sequence[Inline]) -> Iterator[str]:
    for child in children:
        if isinstance(child, Reference):
            yield child.target
        elif not isinstance(child, (Text, Footnote)):
            yield from _targets(child.children)


def _outside(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """Yield the words that no citation holds or touches; both are in order."""
    index = 0
    for word in words:
        while index < len(taken) and taken[index][1] <= word.start:
            index += 1
        if index == len(taken) or word.end <= taken[index][0]:
            yield word


def _word_mark(word: Word) -> Mark:
    make = partial(_named, word.role, word.value)
    return Mark(word.start, word.end, make)


def _named(role: Any, value: str, children: tuple[Inline, ...]) -> Inline:
    return Field(role, children, value)
