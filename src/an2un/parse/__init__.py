"""From Source to tree: the steps of the parser, in order.

unlisted  a text without a known formula -> that of an organ that the tables do not know
broken_lines  lines that break at every change of type -> which of them begin a paragraph
run_on    lines in which paragraphs run on -> a line for each
layout    lines -> pages: body, notes, furniture
unruled   pages without a rule above their notes -> body and notes
notes     note lines -> notes
calls     notes + body lines -> the place in the text that calls each note
lines     lines -> running text, mended
beginning -> the first line of the text below the masthead
blocks    body lines -> paragraphs
captions  paragraphs below the label of a table -> its rows
table_notes -> the letters in tables and the notes below them, paired
kinds     paragraphs -> what each of them is
headings  the sequence of headings -> the labels that it proves
counting  the sequence of numbered paragraphs -> which count on, numbers without a stop
markers   the sequence of printed numbers -> levels
masthead, closing, assemble -> the tree
adoption  -> meeting and date in the first sentence of texts that tell their adoption there
typography -> italics and raised characters inside its text, where the source shows them
titles -> titles among its provisions in bold
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from an2un import codes
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse import closing as closing_lines
from an2un.parse.adoption import kind_told, with_adoption
from an2un.parse.assemble import body
from an2un.parse.beginning import divide, formula_line, head_end, text_line
from an2un.parse.blocks import blocks
from an2un.parse.broken_lines import with_openings
from an2un.parse.calls import find_calls, pair
from an2un.parse.captions import captioned
from an2un.parse.context import Context
from an2un.parse.counting import counted
from an2un.parse.headings import labelled
from an2un.parse.kinds import Tagged, tag
from an2un.parse.layout import Dropped, Page, layout
from an2un.parse.lines import Mender, Repair, proved_splits
from an2un.parse.loose_marks import lifted
from an2un.parse.masthead import masthead
from an2un.parse.notes import read_notes
from an2un.parse.omnibus import collection, parts
from an2un.parse.own_symbol import SYMBOL
from an2un.parse.passage import Passage
from an2un.parse.provisions import Grammar
from an2un.parse.run_on import parted, runs_on
from an2un.parse.several import report_several
from an2un.parse.shapes import job_number
from an2un.parse.signals import Signals
from an2un.parse.table_notes import noted
from an2un.parse.typography import typeset
from an2un.parse.unlisted import with_formula
from an2un.parse.unruled import unruled
from an2un.record import Record, replace
from an2un.source import Line, Source, Span
from an2un.titles import titled
from an2un.tree import Document, Kind, Resolution

__all__ = ["Reading", "document"]

_FEET = ("job number", "page number")  # which furniture holds the job number
_COLUMNS = re.compile(r"\s(?:\s{2,}|(?<=\t)\t*)")  # three blanks, or a tab


class Reading(Record):
    """What the parser made of a source: the document, and what it left out or mended.

    `paragraphs` is the step before the tree: every printed paragraph and what it was taken for.
    `job_number` stands among what was left out, at the foot of the first page: `24-12345 (E)`.
    """

    document: Document
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    links: tuple[str, ...]
    paragraphs: tuple[Tagged, ...]
    job_number: str


def document(source: Source, language: Language, report: Report) -> Reading:
    """Return the document that a source prints; never raises on any text."""
    source, language, formula = _opened(source, language, report)
    first = text_line(source, formula, language)
    sheet = unruled(
        source, layout(source, head_end(source, first, language), language.page_label), language
    )
    notes = read_notes(source, sheet.pages)
    spans = (line.span for page in sheet.pages for line in page.body)
    text = Context(source, spans, language.glue)
    splits = _splits(source, sheet.pages, text) if language.spaced else frozenset()
    mender = Mender(source, language.spaced, (), splits)
    calls = pair(sheet, mender, notes, find_calls(source, sheet, text, language, notes), report)
    lines = lifted(sheet.pages, calls)
    mender = mender.with_calls(calls, splits)
    head, pages = divide(source, lines, first, language)
    paragraphs = noted(captioned(blocks(source, pages, mender, language), language))
    tagged = labelled(tag(paragraphs, language), language)
    tagged = counted(tagged)
    grammar = Grammar(language, report, Signals(source))
    made = _document(_head_passages(source, head, mender), tagged, grammar)
    made = titled(typeset(with_adoption(made, language), source, grammar.signals))
    repairs = tuple(sorted(set(mender.repairs)))
    feet = (piece.span for piece in sheet.dropped if piece.reason in _FEET)
    job = job_number(map(source.slice, feet))
    dropped = (*sheet.dropped, *_left_out(tagged))
    return Reading(made, dropped, repairs, sheet.links, tuple(tagged), job)


def _opened(
    source: Source, language: Language, report: Report
) -> tuple[Source, Language, int | None]:
    """Return a source by its paragraphs, a language with its formula, and the line of that."""
    formula = formula_line(source, language)
    if formula is None:
        language = with_formula(source, language, report)
        formula = formula_line(source, language)
    source = with_openings(source, formula, language)
    if runs_on(source, formula):
        printed, source = source, parted(source, formula, language, report)
        formula = formula if source is printed else formula_line(source, language)
    return source, language, formula


def _splits(source: Source, pages: Sequence[Page], text: Context) -> frozenset[int]:
    """Return the blanks inside words of the body, which is given as one text, and of the notes."""
    body = [line for page in pages for line in page.body]
    notes = [line for page in pages for line in page.notes]
    counts = text.words.counts_with(" ".join(source.printed(notes)))
    return proved_splits(source, body + notes, counts)


def _left_out(tagged: Sequence[Tagged]) -> Iterator[Dropped]:
    """Yield what tables print beside their cells: heads on top of a further page, bars, rules."""
    for item in tagged:
        yield from item.block.left_out


def _document(head: Sequence[Passage], tagged: Sequence[Tagged], grammar: Grammar) -> Document:
    """Production: document = masthead (body | part part+)."""
    divided = parts(head, tagged)
    above = head if divided is None else head[: divided.first]
    usual = kind_told(tagged, grammar.language)
    found, kind = masthead(above, grammar.language, grammar.report, usual)
    if divided is not None:
        heads = head[divided.first :]
        return collection(heads, tagged, divided.others, (found, kind), grammar)
    report_several(tagged, grammar.language, grammar.report)
    below = body(tagged, _of_kind(kind, grammar))
    return Resolution(
        grammar.language.code, kind, found, below.preamble, below.items,
        closing_lines.closing(below.closing, grammar.language), below.annexes,
    )  # fmt: skip


def _of_kind(kind: Kind, grammar: Grammar) -> Grammar:
    """Return the grammar without the findings that are none on a document of its kind.

    Statements and decisions print no enacting formula, and many of them no numbers.
    """
    if kind in ("resolution", "draftResolution"):
        return grammar

    def report(finding: Diagnostic) -> None:
        if finding.code not in (codes.NO_FORMULA, codes.NO_NUMBERING):
            grammar.report(finding)

    return replace(grammar, report=report)


def _head_passages(source: Source, head: Sequence[Line], mender: Mender) -> list[Passage]:
    """Return the masthead's lines, those set in two columns as two."""
    passages = []
    for line in head:
        for span in _columns(source, line.span):
            passage = mender.passage([line._replace(span=span)]).trimmed()
            if passage.text:
                passages.append(passage)
    return passages


def _columns(source: Source, span: Span) -> list[Span]:
    text, at, spans = source.text, span.start, []
    for match in _COLUMNS.finditer(text, span.start, span.end):
        spans.append(Span(at, match.start()))
        at = match.end()
    spans.append(Span(at, span.end))
    last = source.text[spans[-1].start : spans[-1].end]
    symbol = SYMBOL.search(last)
    if symbol and symbol.end() == len(last) and last[: symbol.start()].endswith("  "):
        cut = spans[-1].start + symbol.start()
        spans[-1:] = [Span(spans[-1].start, cut), Span(cut, spans[-1].end)]
    return [found for found in spans if source.slice(found).strip()]
