"""Ends of pages inside a line in which a whole text runs on: notes, links, page numbers, heads.

Where white space was folded, what stood at the foot and the head of pages stands in the middle of
sentences. It is told as on a page: page numbers that count up to one total or a bar code, beside
which stand job number, links, the document's symbol and its title; notes below a rule, counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.parse.own_symbol import SYMBOL
from an2un.source import Place, Span

_HEAD = 600  # characters in which a masthead prints its symbol
_MASTHEAD = 3000  # in which it prints its title
_TITLE = 200  # characters of a running title at the most
_LEAST = 6  # and at least
_PAGE = re.compile(r"(?<![\w/.,-])(\d{1,3})/(\d{1,3})(?![\w/])")
_TOKEN = re.compile(
    r"https?://\S+|(?<!\S)(?:[A-Z]{2,4}\.)?\d{2}-\d{5}(?: ?\([A-Z]\))?(?: \d{6})?(?!\S)"
    r"|(?<!\S)(?P<bar>\*\d{6,9}\*)(?!\S)"
)
_RULE = re.compile(r"[_\u2014\u2015\u2500]{5,}")
_FIRST_NOTE = re.compile(r"\s*(?P<mark>\(?(?P<number>\d{1,3})\)?|[*\u2020\u2021])")
_NOTE = r"(?<=[.)\u3002\u00bb\u201d] )(?:{0}\.?|\({0}\)) (?=[^\W\d_]|[\u201c\u00ab\u300a])"


class Foot(NamedTuple):
    """What stands between the texts of two pages: where each of its lines starts, and its place."""

    span: Span
    lines: tuple[tuple[int, Place], ...]


def page_ends(text: str) -> list[Foot]:
    """Return the ends of pages in a line, in order; none where no page number counts."""
    clusters = list(_clusters(text))
    feet = []
    above = 0
    for tokens in clusters:
        start, end = tokens[0].start, tokens[-1].end
        rule = _last_rule(text, above, start)
        notes = tuple(_notes(text, Span(rule, start))) if rule >= 0 else ()
        whole = Span(notes[0] if notes else start, end)
        feet.append(Foot(whole, _lines(notes, (token.start for token in tokens))))
        above = end
    rule = _last_rule(text, above, len(text)) if clusters else -1
    if rule >= 0:
        links = (match.start() for match in _TOKEN.finditer(text, rule))
        notes = tuple(_notes(text, Span(rule, len(text))))
        feet.append(Foot(Span(rule, len(text)), _lines(notes, links)))
    return feet


def _lines(notes: Iterable[int], others: Iterable[int]) -> tuple[tuple[int, Place], ...]:
    """Return the starts of the lines of a page's end with their places, the rule as text."""
    found: list[tuple[int, Place]] = [(at, "note" if n else "") for n, at in enumerate(notes)]
    return (*found, *((at, "foot") for at in others))


def _clusters(text: str) -> Iterator[Sequence[Span]]:
    """Yield the runs of furniture that hold a page number or a bar code."""
    pages = _page_numbers(text)
    if not pages:
        return
    found = list(_TOKEN.finditer(text))
    tokens = sorted([*pages, *(Span(*match.span()) for match in found), *_symbols(text)])
    title = _title(text, tokens)
    if title:
        tokens += [Span(*match.span()) for match in re.finditer(re.escape(title), text)]
    telling = {page.start for page in pages}
    telling |= {match.start() for match in found if match["bar"]}
    for run in _runs(text, sorted(tokens)):
        if any(token.start in telling for token in run):
            yield run


def _runs(text: str, tokens: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield tokens between which nothing but blanks stands together, without overlaps."""
    run: list[Span] = []
    for token in tokens:
        if run and token.start < run[-1].end:
            continue
        if run and text[run[-1].end : token.start].strip():
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _page_numbers(text: str) -> list[Span]:
    """Return the page numbers n/m that count up to one total, from the second page on."""
    totals: dict[int, list[tuple[int, Span]]] = {}
    for match in _PAGE.finditer(text):
        number, total = int(match[1]), int(match[2])
        due = totals.setdefault(total, [])
        after = due[-1][0] + 1 if due else number
        if number == after and 0 < number <= total and (due or number <= _FIRST):
            due.append((number, Span(*match.span())))
    whole = [found for total, found in totals.items() if found and found[-1][0] == total > 1]
    return [span for _, span in max(whole, key=len, default=[])]


_FIRST = 2  # the first page may bear no number


def _symbols(text: str) -> list[Span]:
    """Return the places of the document's symbol but for the first."""
    own = SYMBOL.search(text, 0, _HEAD)
    if own is None:
        return []
    whole = re.compile(re.escape(own.group()) + r"(?:[ ]\(\d{4}\))?(?![\w/])")
    return [Span(*match.span()) for match in whole.finditer(text, own.end())]


def _title(text: str, tokens: Sequence[Span]) -> str:
    """Return the words of the masthead that stand between tokens of page ends, "" if none do."""
    seen: Counter[str] = Counter()
    for before, after in pairwise(tokens):
        gap = text[before.end : after.start].strip()
        if _LEAST <= len(gap) <= _TITLE and text.find(gap, 0, min(before.end, _MASTHEAD)) >= 0:
            seen[gap] += 1
    return max(seen, key=lambda gap: seen[gap], default="")


def _last_rule(text: str, start: int, end: int) -> int:
    """Return where the last rule between two offsets starts, -1 if there is none."""
    return max((match.start() for match in _RULE.finditer(text, start, end)), default=-1)


def _notes(text: str, span: Span) -> Iterator[int]:
    """Yield where the rule starts, and each of the notes below it."""
    yield span.start
    rule = _RULE.match(text, span.start)
    first = _FIRST_NOTE.match(text, rule.end() if rule else span.start, span.end)
    if first is None:
        return
    yield first.start("mark")
    number, at = int(first["number"] or 0), first.end()
    while True:
        number += 1
        after = re.compile(_NOTE.format(number)).search(text, at, span.end)
        if after is None:
            return
        yield after.start()
        at = after.end()
