"""Ends of pages inside a line in which a whole text runs on: notes, links, page numbers, heads.

Where white space was folded, what stood at the foot and the head of pages stands in the middle of
sentences. It is told as on a page: page numbers that count up to one total or a bar code, beside
which stand job number, links, the document's symbol and its title; notes below a rule, counted.
Where no number tells them, the list of links does below the notes, or the sentence that goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.own_symbol import SYMBOL
from an2un.source import Place, Span
from an2un.wording.markers import read_marker

_HEAD = 600  # characters in which a masthead prints its symbol
_MASTHEAD = 3000  # in which it prints its title
_TITLE = 200  # characters of a running title at the most
_LEAST = 6  # and at least
_PAGE = re.compile(r"(?<![\w/.,-])(\d{1,3})/(\d{1,3})(?![\w/])")
_TOKEN = re.compile(
    r"https?://\S*[^\s.,;:](?!\S)"
    r"|(?<!\S)(?:[A-Z]{2,4}\.)?\d{2}-\d{5}(?: ?\([A-Z]\))?(?: \d{6})?(?!\S)"
    r"|(?<!\S)(?P<bar>\*\d{6,9}\*)(?!\S)"
)
_RULE = re.compile(r"[_\u2014\u2015\u2500]{5,}")
_FIRST_NOTE = re.compile(r"\s*(?P<mark>\(?(?P<number>\d{1,3})\)?|[*\u2020\u2021])")
_ENDS = ".)\u3002\u00bb\u201d"  # what ends a note
_ENDED = frozenset(_ENDS)
_SENTENCE = re.compile(rf"[{_ENDS}] ")
_MARK = r"(?:{0}\.?|\({0}\)) (?=[^\W\d_]|[\u201c\u00ab\u300a])"
_NOTE = rf"(?<=[{_ENDS}] ){_MARK}"
_LINK = "://"
_BLANKS = 8  # behind a text whose page ends
_SCHEMES = ("http://", "https://")
_PHRASE = 130  # characters that tell how a paragraph opens


class Foot(NamedTuple):
    """What stands between the texts of two pages: where each of its lines starts, and its place."""

    span: Span
    lines: tuple[tuple[int, Place], ...]


def page_ends(text: str, language: Language) -> list[Foot]:
    """Return the ends of pages in a line, in order; none where nothing tells them."""
    rules = [match.start() for match in _RULE.finditer(text)]
    feet: list[Foot] = []
    for tokens in _clusters(text, rules):
        start, end = tokens[0].start, tokens[-1].end
        above = feet[-1].span.end if feet else 0
        drawn = _among(rules, above, start)
        feet += _untold(text, drawn, language)
        notes = tuple(_notes(text, Span(drawn[-1], start))) if drawn else ()
        whole = Span(notes[0] if notes else start, end)
        feet.append(Foot(whole, _lines(notes, (token.start for token in tokens))))
    above = feet[-1].span.end if feet else 0
    feet += _untold(text, [*_among(rules, above, len(text)), len(text)], language)
    return feet


def _among(offsets: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Return those of some offsets, which rise, that lie between two others."""
    return offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]


def _untold(text: str, bounds: Sequence[int], language: Language) -> Iterator[Foot]:
    """Yield the ends of pages at rules below which nothing but notes tells a page's end.

    bounds: where the rules stand, and where what the last of them may reach to ends.
    """
    for rule, stop in pairwise(bounds):
        found = _foot(text, Span(rule, stop), language)
        if found is not None:
            yield found


def _foot(text: str, among: Span, language: Language) -> Foot | None:
    """Return the notes below a rule up to where the text of the next page goes on.

    They count on; the text goes on with a small letter where it broke off in a sentence, else with
    a number or an opening phrase. None where neither is seen, but for the last rule of a text.
    """
    rule, stop = among
    drawn = _RULE.match(text, rule)
    first = drawn and _FIRST_NOTE.match(text, drawn.end(), stop)
    if not first:
        return None
    starts = [rule, first.start("mark")]
    due = int(first["number"] or 0) + 1
    broken = _before(text, rule).isalnum()
    end = stop
    for sentence in _SENTENCE.finditer(text, first.end(), stop):
        at = sentence.end()
        if re.compile(_MARK.format(due)).match(text, at):
            starts.append(at)
            due += 1
        elif _goes_on(text[at : at + _PHRASE], language, broken=broken):
            end = at
            break
    if end == stop < len(text):
        return None
    links = (match.start() for match in _TOKEN.finditer(text, starts[-1], end))
    return Foot(Span(rule, end), _lines(starts, links))


def _before(text: str, at: int) -> str:
    """Return the character before an offset that is no blank, "" if only blanks are near."""
    return text[max(at - _BLANKS, 0) : at].rstrip()[-1:]


def _goes_on(phrase: str, language: Language, *, broken: bool) -> bool:
    """Whether the text of a page begins with a phrase: in mid-sentence, or a paragraph."""
    if broken:
        return phrase[:1].islower()
    marker = read_marker(phrase)
    return language.mood(phrase[marker.end :] if marker else phrase) is not None


def _lines(notes: Iterable[int], others: Iterable[int]) -> tuple[tuple[int, Place], ...]:
    """Return the starts of the lines of a page's end with their places, the rule as text."""
    found: list[tuple[int, Place]] = [(at, "note" if n else "") for n, at in enumerate(notes)]
    return (*found, *((at, "foot") for at in others))


def _clusters(text: str, rules: Sequence[int]) -> Iterator[Sequence[Span]]:
    """Yield the runs of furniture that hold a page number, a bar code, or the links of a page."""
    pages = _page_numbers(text)
    found = list(_TOKEN.finditer(text)) if pages or _LINK in text else []
    if not found and not pages:
        return
    tokens = sorted([*pages, *(Span(*match.span()) for match in found), *_symbols(text)])
    title = _title(text, tokens) if pages else ""
    if title:
        tokens += [Span(*match.span()) for match in re.finditer(re.escape(title), text)]
    telling = {page.start for page in pages}
    telling |= {match.start() for match in found if match["bar"] and pages}
    above = 0
    for run in _runs(text, sorted(tokens)):
        if any(token.start in telling for token in run) or _lists(text, run, rules, above):
            yield run
            above = run[-1].end


def _lists(text: str, run: Sequence[Span], rules: Sequence[int], above: int) -> bool:
    """Whether a run is the links of a page: several, or one that stands behind its notes."""
    links = [token for token in run if text.startswith(_SCHEMES, token.start)]
    if len(links) > 1:
        return True
    noted = links and _among(rules, above, run[0].start)
    return bool(noted) and _before(text, run[0].start) in _ENDED


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
