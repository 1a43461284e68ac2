"""Lines in which paragraphs run on: texts whose line ends were lost, parted by their wording.

Web pages and pipelines fold white space, so that a formula, the recitals and the numbered
paragraphs below it stand in one line. No printed line is as long. They are parted at the enacting
formula before an opening phrase, at numbers that count on behind the mark that ends a paragraph,
and at opening phrases behind a comma and a blank. Ends of pages that stand within them are lines of
their own first, and the sentence goes on behind them.
"""

from __future__ import annotations

from collections.abc import Sequence

from an2un.codes import RUN_ON
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.beginning import HEAD_LINES
from an2un.parse.folded_lines import Cut, Words, cut, unbroken
from an2un.parse.folded_pages import page_ends
from an2un.parse.folded_paragraphs import find
from an2un.record import replace
from an2un.source import Line, Source, Span

_LONG = 240  # characters; the widest line printed has half of them
_BLOCK = 6  # lines at the least of a text that runs on over its lines
_FULL = 0.75  # of the longest line: what all of them have
_EARLY = 0.1  # share of lines that may have less, where long words or figures hold together


def runs_on(source: Source, formula: int | None) -> bool:
    """Say whether paragraphs may run on in lines of a source: it has no formula, or long lines.

    formula: the index of the line that is the enacting formula, None where there is none.
    """
    return formula is None or any(map(_is_long, source.lines))


def _is_long(line: Line) -> bool:
    return line.span.end - line.span.start > _LONG


def parted(source: Source, formula: int | None, language: Language, report: Report) -> Source:
    """Return the source with a line for each paragraph of the lines in which paragraphs run on.

    Its text is the same; sources without such lines are returned as they are.

    formula: the index of the line that is the enacting formula, None where there is none.
    """
    seeking = formula is None
    lines: list[Line] = []
    turned = 0  # pages that end inside the lines above
    for index, printed in enumerate(_stretches(source, language, seeking=seeking)):
        line = printed._replace(page=printed.page + turned) if turned else printed
        long = _is_long(line)
        if line.place or not (long or (seeking and index < HEAD_LINES)):
            lines.append(line)
            continue
        cuts, found = _paragraphs(unbroken(source.slice(line.span)), language, long, seeking)
        seeking = seeking and not found
        pieces = list(cut(line, cuts, source.text))
        count = 1 + sum(piece.opens is True for piece in pieces[1:])
        if count > 1:
            message = f"{count} paragraphs run on; their wording parts them"
            report(Diagnostic(RUN_ON, message, span=line.span))
        lines.extend(pieces)
        turned += pieces[-1].page - line.page
    return source if len(lines) == len(source.lines) else replace(source, lines=tuple(lines))


def _stretches(source: Source, language: Language, *, seeking: bool) -> Sequence[Line]:
    """Return the lines of a source, or all of them as one where its text runs on over them.

    No formula stands in a line of its own but in the text of all, and hardly a line ends early.
    """
    if not (seeking and _is_block(source.lines)):
        return source.lines
    whole = Span(source.lines[0].span.start, source.lines[-1].span.end)
    _, found = _paragraphs(unbroken(source.slice(whole)), language, long=True, seeking=True)
    return (source.lines[0]._replace(span=whole),) if found else source.lines


def _is_block(lines: Sequence[Line]) -> bool:
    """Say whether lines are set as one block: no line is parted from another or ends early."""
    if len(lines) < _BLOCK or any(line.gap or line.place or _is_long(line) for line in lines):
        return False
    lengths = [line.span.end - line.span.start for line in lines[:-1]]
    full = _FULL * max(lengths)
    early = sum(length < full for length in lengths)
    return early <= _EARLY * len(lengths)


def _paragraphs(
    text: str, language: Language, long: bool, seeking: bool
) -> tuple[Sequence[Cut], bool]:
    """Return where the lines of a stretch of text start, and whether a formula was found in it."""
    feet = page_ends(text, language) if long else []
    words = Words(text, feet)
    run = find(words.text, language, long=long, seeking=seeking)
    if feet and seeking and run.formula is None:  # nothing tells the masthead from the text
        words = Words(text, [])
        run = find(text, language, long=long, seeking=seeking)
    return words.cuts(run.starts), run.formula is not None
