"""What became of every character of a source: the proof that nothing was lost.

The ledger divides the source text into spans without gap or overlap. Each is in the document (at
an eId), page furniture, a repair, white space, or lost; the last must never happen and is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from an2un.codes import LOST_TEXT
from an2un.diagnostics import Diagnostic, Report
from an2un.parse.layout import Dropped
from an2un.parse.lines import Repair
from an2un.record import Record, field
from an2un.source import MARKS, STEERING, Source, Span

Fate = Literal["text", "furniture", "repair", "space", "lost"]


class Entry(NamedTuple):
    """One span of the source and what became of it.

    eid     the element that holds it, for text; "" otherwise
    reason  which furniture or repair it is
    """

    span: Span
    fate: Fate
    eid: str = ""
    reason: str = ""


# A span that the parser or the writer accounts for: the fields of its `Entry`.
_Claim = tuple[Span, Fate, str, str]


class Ledger(Record):
    """What became of every character of a source.

    text    of the source
    claims  what is accounted for, in the order of the source; claims may overlap
    """

    text: str = field(repr=False)
    claims: tuple[_Claim, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of the source, without gap or overlap.

        They are made when they are asked for: few conversions are asked. A span claimed twice
        keeps its first claim.
        """
        entries: list[Entry] = []
        at = 0
        for span, fate, eid, reason in self.claims:
            start, end = span
            if end <= at or end <= start:
                continue
            if start > at:
                entries += _unclaimed(self.text, Span(at, start))
            entries.append(Entry(span if start >= at else Span(at, end), fate, eid, reason))
            at = end
        if at < len(self.text):
            entries += _unclaimed(self.text, Span(at, len(self.text)))
        return tuple(entries)

    @property
    def lost(self) -> tuple[Entry, ...]:
        """The spans that are neither in the document nor accounted for."""
        found = (entry for gap in self._gaps() for entry in _unclaimed(self.text, gap))
        return tuple(entry for entry in found if entry.fate == "lost")

    def _gaps(self) -> Iterator[Span]:
        """Yield what nothing claims, white space left out."""
        text, at = self.text, 0
        for claim in self.claims:
            start, end = claim[0]
            if end <= at or end <= start:
                continue
            if start > at and not text[at:start].isspace():
                yield Span(at, start)
            at = end
        if at < len(text) and not text[at:].isspace():
            yield Span(at, len(text))

    def to_json(self, source: Source) -> dict[str, Any]:
        """Return the ledger as plain data: source, length in characters, and the entries."""
        import json

        data: dict[str, Any] = json.loads(self.to_bytes(source))
        return data

    def to_bytes(self, source: Source) -> bytes:
        """Return the ledger as a JSON file, an entry a line."""
        from json import dumps
        from json.encoder import encode_basestring  # as `dumps` without ensure_ascii, much faster

        entries = self.entries
        lost = any(entry.fate == "lost" for entry in entries)
        written = ",\n  ".join([_written(entry, encode_basestring) for entry in entries])
        head = (
            f'{{"source": {dumps(source.name)}, "characters": {len(source.text)}, '
            f'"complete": {"false" if lost else "true"}, "entries": [\n  '
        )
        return f"{head}{written}\n]}}\n".encode("utf-8", "backslashreplace")


def _written(entry: Entry, quoted: Callable[[str], str]) -> str:
    """Return an entry as JSON; quoted: writes a text as JSON."""
    (start, end), fate, eid, reason = entry
    more = f', "eId": {quoted(eid)}' if eid else ""
    more += f', "reason": {quoted(reason)}' if reason else ""
    return f'{{"start": {start}, "end": {end}, "fate": "{fate}"{more}}}'


def ledger(
    source: Source,
    placed: Iterable[tuple[Sequence[Span], str]],
    dropped: Iterable[Dropped],
    repairs: Iterable[Repair],
    report: Report,
) -> Ledger:
    """Return the ledger of a conversion.

    placed: the spans of every node that was written, with the eId they were written to; dropped
    and repairs: what the parser left out. What none of them covers is white space or lost; each
    lost span is reported (AU003).
    """
    claims: list[_Claim] = [(span, "text", eid, "") for spans, eid in placed for span in spans]
    claims += [(span, "furniture", "", reason) for span, reason in dropped]
    claims += [(span, "repair", "", reason) for span, reason in repairs]
    claims.sort(key=itemgetter(0))
    made = Ledger(source.text, tuple(claims))
    for entry in made.lost:
        report(Diagnostic(LOST_TEXT, f"lost: {source.slice(entry.span)[:60]!r}", span=entry.span))
    return made


# Control characters, and marks at the ends of lines: nobody sees them.
_UNSEEN = "".join(map(chr, range(0x20))) + "\u00ad\ufffe\uffff " + STEERING + MARKS


def _unclaimed(source: str, span: Span) -> list[Entry]:
    """Divide a span that nobody claims into white space and what is lost."""
    text = source[span.start : span.end]
    if text.isspace():
        return [Entry(span, "space")]
    bare = text.strip()
    if not "".join(bare.split()).strip(_UNSEEN):
        return [Entry(span, "repair", reason="control character left out")]
    start = span.start + text.index(bare[0])
    end = start + len(bare)
    found = [
        Entry(Span(span.start, start), "space"),
        Entry(Span(start, end), "lost"),
        Entry(Span(end, span.end), "space"),
    ]
    return [entry for entry in found if entry.span.end > entry.span.start]
