"""What became of every character of a source: the proof that nothing was lost.

The ledger divides the source text into spans without gap or overlap. Each is in the document (at
an eId), page furniture, a repair, white space, or lost; the last must never happen and is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from an2un.codes import LOST_TEXT
from an2un.diagnostics import Diagnostic, Report
from an2un.parse.layout import Dropped
from an2un.parse.lines import Repair
from an2un.record import Record
from an2un.source import Source, Span

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


class Ledger(Record):
    """All entries in the order of the source, without gap or overlap."""

    entries: tuple[Entry, ...]

    @property
    def lost(self) -> tuple[Entry, ...]:
        """The spans that are neither in the document nor accounted for."""
        return tuple(entry for entry in self.entries if entry.fate == "lost")

    def to_json(self, source: Source) -> dict[str, Any]:
        """Return the ledger as plain data: source, length in characters, and the entries."""
        return {
            "source": source.name,
            "characters": len(source.text),
            "complete": not self.lost,
            "entries": [
                {
                    "start": entry.span.start,
                    "end": entry.span.end,
                    "fate": entry.fate,
                    **({"eId": entry.eid} if entry.eid else {}),
                    **({"reason": entry.reason} if entry.reason else {}),
                }
                for entry in self.entries
            ],
        }

    def to_bytes(self, source: Source) -> bytes:
        """Return the ledger as a JSON file, an entry a line."""
        import json

        data = self.to_json(source)
        entries = ",\n  ".join(json.dumps(e, ensure_ascii=False) for e in data.pop("entries"))
        head = json.dumps(data)[:-1]
        text = f'{head}, "entries": [\n  {entries}\n]}}\n'
        return text.encode("utf-8", "backslashreplace")


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
    lost span is reported (AU003). A span claimed twice keeps its first claim.
    """
    claims = [Entry(span, "text", eid) for spans, eid in placed for span in spans]
    claims += [Entry(span, "furniture", "", reason) for span, reason in dropped]
    claims += [Entry(span, "repair", "", reason) for span, reason in repairs]
    claims.sort(key=itemgetter(0))
    entries: list[Entry] = []
    text, at = source.text, 0
    for claim in claims:
        start, end = claim.span
        if end <= at or end <= start:
            continue
        if start > at:
            if text[at:start].isspace():
                entries.append(Entry(Span(at, start), "space"))
            else:
                entries.extend(_unclaimed(source, Span(at, start), report))
        entries.append(claim if start >= at else claim._replace(span=Span(at, end)))
        at = end
    if at < len(text):
        entries.extend(_unclaimed(source, Span(at, len(text)), report))
    return Ledger(tuple(entries))


# Control characters, and marks of direction at the ends of lines: nobody sees them.
_UNSEEN = (
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\ufffe\uffff \t\r\n\f"
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
)


def _unclaimed(source: Source, span: Span, report: Report) -> list[Entry]:
    """Divide a span that nobody claims into white space and what is lost."""
    text = source.slice(span)
    if text.isspace():
        return [Entry(span, "space")]
    bare = text.strip()
    if not bare.strip(_UNSEEN):
        return [Entry(span, "repair", reason="control character left out")]
    start = span.start + text.index(bare[0])
    end = start + len(bare)
    report(Diagnostic(LOST_TEXT, f"lost: {bare[:60]!r}", span=Span(start, end)))
    found = [
        Entry(Span(span.start, start), "space"),
        Entry(Span(start, end), "lost"),
        Entry(Span(end, span.end), "space"),
    ]
    return [entry for entry in found if entry.span.end > entry.span.start]
