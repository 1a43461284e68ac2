"""What a laid-out source shows for certain: raised characters, and words set in italics."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from an2un.parse.passage import Passage
from an2un.source import Source, Span, StyleKind

_LONGEST = 130  # characters of an opening phrase in italics; the longest counted has 84
_OUTSIDE = " \t\u00a0\u3000,;.:\uff0c\uff1a\u060c\u061b"  # what ends an italic run but no phrase
_QUOTES = " \t\u00a0\u3000\"'\u2018\u201c\u00ab\u201e"


class Signals:
    """The styles of one source, found by their place.

    Plain text has none, and then nothing here is certain: what the words tell has to do.
    """

    def __init__(self, source: Source) -> None:
        styles = [style for line in source.lines for style in line.styles]
        self._raised, self._slanted, bold = (
            sorted(_runs(source.text, [style.span for style in styles if style.kind == kind]))
            for kind in ("superscript", "italic", "bold")
        )
        # Chinese has no italics: a document without any sets its opening phrases in bold.
        self._opening = self._slanted or bold

    @property
    def tells_calls(self) -> bool:
        """Whether the source sets raised characters apart, so that all calls are among them."""
        return bool(self._raised)

    @property
    def shows_type(self) -> bool:
        """Whether the source sets anything apart inside the text."""
        return bool(self._raised or self._slanted)

    def within(self, span: Span) -> Iterator[tuple[Span, StyleKind]]:
        """Yield the runs of each style inside a span, cut at its ends, in the order of the text."""
        found: list[tuple[Span, StyleKind]] = []
        styles: tuple[tuple[list[Span], StyleKind], ...] = (
            (self._raised, "superscript"), (self._slanted, "italic"),
        )  # fmt: skip
        for runs, kind in styles:
            first = max(bisect_right(runs, span.start, key=_start) - 1, 0)
            last = bisect_right(runs, span.end - 1, lo=first, key=_start)
            for run in runs[first:last]:
                start, end = max(run.start, span.start), min(run.end, span.end)
                if start < end:
                    found.append((Span(start, end), kind))
        return iter(sorted(found))

    def is_raised(self, span: Span) -> bool:
        """Whether all characters of a span of the source are raised."""
        run = _around(self._raised, span.start)
        return run is not None and span.end <= run.end

    def opening(self, passage: Passage) -> int:
        """Return the end of the opening phrase that a passage sets apart, 0 if it does not.

        Whole paragraphs that are set apart (notes of the editors, headings) open with no phrase.
        """
        if not self._opening:
            return 0
        text = passage.text
        start = end = len(text) - len(text.lstrip(_QUOTES))
        for at, span in passage.pieces:
            if at > end:
                break  # a gap that was not set apart lies between
            end = max(end, min(self._set_apart_to(span, end - at) + at, len(text)))
            if end < at + span.end - span.start:
                break
            end += len(text[end:]) - len(text[end:].lstrip())
        phrase = text[start:end].rstrip(_OUTSIDE)
        whole = len(text[end:].strip(_OUTSIDE)) == 0
        return start + len(phrase) if phrase and not whole and len(phrase) < _LONGEST else 0

    def _set_apart_to(self, span: Span, shift: int) -> int:
        """Return how many characters of a span are set apart up to the first that is not."""
        at = span.start + shift
        run = _around(self._opening, at)
        return min(run.end, span.end) - span.start if run is not None else shift


def _runs(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the runs of one style; those that only white space parts are one."""
    last: Span | None = None
    for span in spans:
        if last is not None and not text[last.end : span.start].strip():
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _around(runs: list[Span], offset: int) -> Span | None:
    """Return the run that holds a character."""
    index = bisect_right(runs, offset, key=_start) - 1
    return runs[index] if index >= 0 and offset < runs[index].end else None


def _start(span: Span) -> int:
    return span.start


NO_SIGNALS = Signals(Source("", "", ()))
"""What plain text shows: nothing."""
