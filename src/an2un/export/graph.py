"""Citation graphs: who cites whom, as CSV, JSON or GraphML."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from an2un.export.cited import Citing
from an2un.record import Record

_COLUMNS = ("source", "source_symbol", "target", "target_symbol", "fragment", "words", "place")


class Row(Record):
    """One citation between two documents; documents are named by Work IRI, else by symbol."""

    source: str
    source_symbol: str
    target: str
    target_symbol: str
    fragment: str
    words: str
    place: str


def graph(citing: Iterable[Citing], form: str) -> bytes:
    """Return the citations of some documents in one of the `FORMATS`, as UTF-8.

    A document cited by its symbol alone is the same as one whose Work IRI another file says.
    """
    return FORMATS[form](tuple(_rows(tuple(citing)))).encode()


def _rows(citing: Sequence[Citing]) -> Iterable[Row]:
    works = _works(citing)
    for one in citing:
        document = one.document
        source = document.work or document.symbol
        for edge in one.edges:
            target = edge.target
            if edge.symbol and not target.startswith("/akn/"):
                target = works.get(edge.symbol, target)
            yield Row(
                source, document.symbol, target, edge.symbol, edge.fragment, edge.words, edge.place
            )


def _works(citing: Sequence[Citing]) -> dict[str, str]:
    """Return the Work IRI of each symbol that some file dates, if all that date it agree."""
    found: dict[str, set[str]] = {}
    for one in citing:
        if one.document.symbol and one.document.date:
            found.setdefault(one.document.symbol, set()).add(one.document.work)
        for edge in one.edges:
            if edge.symbol and edge.target.startswith("/akn/"):
                found.setdefault(edge.symbol, set()).add(edge.target)
    return {symbol: iris.pop() for symbol, iris in found.items() if len(iris) == 1}


def _csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(row, name) for name in _COLUMNS] for row in rows)
    return out.getvalue()


def _json(rows: Sequence[Row]) -> str:
    lines = [
        json.dumps({name: getattr(row, name) for name in _COLUMNS}, ensure_ascii=False)
        for row in rows
    ]
    return "[\n" + ",\n".join(lines) + ("\n]\n" if lines else "]\n")


def _graphml(rows: Sequence[Row]) -> str:
    """Return the graph with a node for each document and an edge for each pair, weighted."""
    symbols: dict[str, str] = {}
    for row in rows:
        symbols.setdefault(row.source, row.source_symbol)
        symbols.setdefault(row.target, row.target_symbol)
    names = {document: f"n{number}" for number, document in enumerate(symbols)}
    weights = Counter((row.source, row.target) for row in rows)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '<key id="document" for="node" attr.name="document" attr.type="string"/>',
        '<key id="symbol" for="node" attr.name="symbol" attr.type="string"/>',
        '<key id="weight" for="edge" attr.name="weight" attr.type="int"/>',
        '<graph id="citations" edgedefault="directed">',
    ]
    for document, symbol in symbols.items():
        lines += [
            f"<node id={quoteattr(names[document])}>",
            f'<data key="document">{_text(document)}</data>',
            *([f'<data key="symbol">{_text(symbol)}</data>'] if symbol else []),
            "</node>",
        ]
    for (source, target), weight in weights.items():
        lines.append(
            f'<edge source="{names[source]}" target="{names[target]}">'
            f'<data key="weight">{weight}</data></edge>'
        )
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMATS: Mapping[str, Callable[[Sequence[Row]], str]] = {
    "csv": _csv,
    "json": _json,
    "graphml": _graphml,
}
"""Names of the formats, and what writes them."""
