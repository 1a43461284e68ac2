"""A document as printed paragraphs, ready for any engine that sets type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as altered
from typing import Literal, NamedTuple

from an2un import tree
from an2un.record import replace

Manner = Literal[
    "line", "sponsors", "adoption", "title", "text", "heading", "closing", "table"
]  # fmt: skip


class Run(NamedTuple):
    """Words in one style; a run with a note is the call of that note."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False
    target: str = ""
    note: Note | None = None


Runs = tuple[Run, ...]


class Note(NamedTuple):
    """A footnote: its mark as printed, and its paragraphs."""

    mark: str
    body: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed paragraph: how it is set, its words, and the number that hangs before them.

    depth  0 for paragraphs, 1 for points (a), 2 for points (i) …
    rows   the cells of a table
    """

    manner: Manner
    runs: Runs = ()
    marker: str = ""
    depth: int = 0
    rows: tuple[tuple[Runs, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to be set.

    left, right  the two columns of the first page's top: organ, and distribution and dates
    title        what the running heads of the further pages print beside the symbol
    """

    language: str
    publisher: Runs
    symbol: Runs
    left: tuple[Runs, ...]
    right: tuple[Runs, ...]
    body: tuple[Printed, ...]
    title: str
    job_number: str = "44-19021"

    @property
    def right_to_left(self) -> bool:
        """Whether the script runs from right to left."""
        return self.language == "ar"

    @property
    def notes(self) -> list[Note]:
        """The footnotes in the order of their calls."""
        head = [self.publisher, self.symbol, *self.left, *self.right]
        body = [runs for item in self.body for runs in (item.runs, *_cells(item))]
        return [run.note for runs in head + body for run in runs if run.note is not None]


def with_runs(sheet: Sheet, change: Callable[[Runs], Runs]) -> Sheet:
    """Return a sheet with all its runs changed, those of table cells too."""
    body = tuple(
        altered(
            item,
            runs=change(item.runs),
            rows=tuple(tuple(map(change, row)) for row in item.rows),
        )
        for item in sheet.body
    )
    return altered(sheet, body=body)


def words(runs: Runs) -> str:
    """Return the words of runs, calls left out."""
    return "".join(run.text for run in runs if run.note is None)


def sheet(document: tree.Document) -> Sheet:
    """Return a document as it is to be printed."""
    cover = {role: [runs_of(p) for p in found] for role, found in _columns(document).items()}
    titles = document.masthead.title
    return Sheet(
        language=document.language,
        publisher=next(iter(cover["publisher"]), ()),
        symbol=next(iter(cover["symbol"]), ()),
        left=tuple(cover["left"]),
        right=tuple(cover["right"]),
        body=tuple(_document(document)),
        title=_head_title(words(runs_of(titles[-1]))) if titles else "",
    )


def in_printed_order(document: tree.Document) -> tree.Document:
    """Return a document with the lines of its cover in the order in which a sheet prints them."""
    columns = _columns(document).values()  # in this order
    cover = (line for lines in columns for line in lines)
    return replace(document, masthead=replace(document.masthead, cover=tuple(cover)))


def _cells(item: Printed) -> Iterator[Runs]:
    for row in item.rows:
        yield from row


# ---------------------------------------------------------------------------------------- masthead

Column = Literal["publisher", "symbol", "left", "right"]
_COLUMN: dict[str, Column] = {"publisher": "publisher", "symbol": "symbol", "organ": "left"}


def _columns(document: tree.Document) -> dict[Column, list[tree.Paragraph]]:
    """Return the lines of the cover by the place where they are printed."""
    columns: dict[Column, list[tree.Paragraph]] = {
        "publisher": [], "symbol": [], "left": [], "right": [],
    }  # fmt: skip
    for line in document.masthead.cover:
        roles = [child.role for child in line.children if isinstance(child, tree.Field)]
        columns[next((_COLUMN[role] for role in roles if role in _COLUMN), "right")].append(line)
    return columns


def _head_title(title: str) -> str:
    """Return a title as running heads print it: without number and note."""
    number, _, rest = title.partition(". ")
    return rest if rest and any(map(str.isdigit, number)) else title


def _masthead(masthead: tree.Masthead) -> Iterator[Printed]:
    """Yield the masthead below the cover; the dates of a session stand below its name."""
    dates = [line for line in masthead.adoption if _is_dates(line)]
    for index, line in enumerate(masthead.session):
        yield Printed("line", runs_of(line))
        if not index:
            yield from (Printed("line", runs_of(found)) for found in dates)
    for line in masthead.proponents:
        yield Printed("sponsors", _all_bold(runs_of(line)))
    for line in masthead.adoption:
        if line in dates and masthead.session:
            continue
        yield Printed("adoption", _all_bold(runs_of(line)))
    for line in masthead.title:
        yield Printed("title", _all_bold(runs_of(line)))


def _is_dates(line: tree.Paragraph) -> bool:
    fields = [child for child in line.children if isinstance(child, tree.Field)]
    words = "".join(run.text for run in runs_of(line))
    told = "".join("".join(run.text for run in _runs(f.children, Run(""))) for f in fields)
    return all(field.role == "date" for field in fields) and words.split() == told.split()


def _all_bold(runs: Runs) -> Runs:
    return tuple(run._replace(bold=run.note is None) for run in runs)


# -------------------------------------------------------------------------------------------- text


def _document(document: tree.Document) -> Iterator[Printed]:
    yield from _masthead(document.masthead)
    if isinstance(document, tree.Collection):
        for part in document.parts:
            yield from _document(part)
        return
    if document.preamble.formula is not None:
        yield Printed("text", runs_of(document.preamble.formula.text))
    yield from _items(document.preamble.items)
    yield from _items(document.items)
    for line in document.closing:
        yield Printed("closing", runs_of(line))
    for annex in document.annexes:
        yield from _annex(annex)


def _annex(annex: tree.Annex) -> Iterator[Printed]:
    for line in (*((annex.label,) if annex.label else ()), *annex.title):
        yield Printed("heading", _all_bold(runs_of(line)))
    yield from _items(annex.items)
    for inner in annex.annexes:
        yield from _annex(inner)


def _items(items: Iterable[tree.Item]) -> Iterator[Printed]:
    for item in items:
        if isinstance(item, tree.Provision):
            yield from _provision(item, 0)
        elif isinstance(item, tree.Section):
            yield from _section(item)
        elif isinstance(item, tree.Recital):
            yield from _content(item.content, 0)
        elif isinstance(item, tree.Heading):
            yield Printed("heading", _all_bold(runs_of(item.text)))
        else:
            yield Printed("text", runs_of(item.text))


def _section(section: tree.Section) -> Iterator[Printed]:
    """Yield marker and heading: on one line where the marker ends in a mark, else on two."""
    heading = () if section.heading is None else _all_bold(runs_of(section.heading))
    marker = section.marker or ""
    if marker and heading and not marker[-1].isalnum():
        yield Printed("heading", heading, marker=marker)
    else:
        if marker:
            yield Printed("heading", (Run(marker, bold=True),))
        if heading:
            yield Printed("heading", heading)
    yield from _items(section.items)


def _provision(provision: tree.Provision, depth: int) -> Iterator[Printed]:
    lines = list(_content(provision.content, depth))
    if provision.heading is not None:
        lines.insert(0, Printed("text", runs_of(provision.heading), depth=depth))
    marker = provision.marker or ""
    if marker and lines and lines[0].manner == "text" and not lines[0].marker:
        lines[0] = altered(lines[0], marker=marker)
    elif marker:
        lines.insert(0, Printed("text", marker=marker, depth=depth))
    yield from lines


def _content(content: tree.Content, depth: int) -> Iterator[Printed]:
    for part in content:
        if isinstance(part, tree.Paragraph):
            yield Printed("text", runs_of(part), depth=depth)
        elif isinstance(part, tree.Enumeration):
            for point in part.points:
                yield from _provision(point, depth + 1)
        elif isinstance(part, tree.Embedded):
            yield from _items(part.items)
        else:
            rows = tuple(tuple(map(_cell, row.cells)) for row in part.rows)
            yield Printed("table", rows=rows)


def _cell(cell: tuple[tree.Paragraph, ...]) -> Runs:
    runs: list[Run] = []
    for paragraph in cell:
        runs += [*([Run(" ")] if runs else []), *runs_of(paragraph)]
    return tuple(runs)


# ------------------------------------------------------------------------------------------- words


def runs_of(paragraph: tree.Paragraph) -> Runs:
    """Return the words of a paragraph with their styles."""
    return tuple(_runs(paragraph.children, Run("")))


def _runs(inlines: Iterable[tree.Inline], style: Run) -> Iterator[Run]:
    for node in inlines:
        if isinstance(node, tree.Text):
            yield style._replace(text=node.text)
        elif isinstance(node, tree.Footnote):
            yield Run(node.marker, note=Note(node.marker, tuple(map(runs_of, node.body))))
        elif isinstance(node, tree.Emphasis):
            italic, bold = node.kind == "italic", node.kind == "bold"
            inner = style._replace(italic=style.italic or italic, bold=style.bold or bold)
            yield from _runs(node.children, inner)
        elif isinstance(node, tree.Superscript):
            yield from _runs(node.children, style._replace(raised=True))
        elif isinstance(node, tree.Reference):
            target = "" if node.target.startswith(("#", "!", "/")) else node.target
            address = f"https://undocs.org/{target.replace(' ', '')}" if target else style.target
            yield from _runs(node.children, style._replace(target=address))
        elif isinstance(node, tree.Link):
            yield from _runs(node.children, style._replace(target=node.href))
        else:
            yield from _runs(node.children, style)
