"""A sheet as a saved web page: navigation around it, numbers made by lists, notes at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from tests.rendering.counting import Count, counts
from tests.rendering.sheet import Note, Printed, Run, Runs, Sheet

_LIST_TYPES = {
    "decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip

_TOP = """<header class="site-header"><a href="/">Portal of documents</a></header>
<nav><ul><li><a href="/search">Search</a></li><li><a href="/help">Help</a></li></ul></nav>
"""
_BOTTOM = """<footer><p>Copyright of the portal</p><a href="/terms">Terms of use</a></footer>
<script>track("page");</script>
"""


def web_page(sheet: Sheet, encoding: str = "utf-8") -> bytes:
    """Return a sheet as the bytes of an HTML file in an encoding that its head declares."""
    writer = _Writer()
    article = "\n".join(writer.article(sheet))
    direction = ' dir="rtl"' if sheet.right_to_left else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{sheet.language}"{direction}>\n<head>\n'
        f'<meta charset="{encoding}">\n<title>{escape(sheet.title)} | Portal</title>\n'
        "<style>p { margin: 0 }</style>\n<script>var page = '1. Decides';</script>\n</head>\n"
        f"<body>\n{_TOP}<main>\n<article>\n{article}\n</article>\n</main>\n{_BOTTOM}</body>\n</html>\n"
    )
    return page.encode(encoding, "xmlcharrefreplace")


class _Writer:
    """Writes the text of one document, and keeps the notes that are called in it."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def article(self, sheet: Sheet) -> Iterator[str]:
        """Yield the document: masthead, text, notes."""
        yield self._table([[[sheet.publisher], [sheet.symbol]], [sheet.left, sheet.right]])
        for counted, group in groupby(sheet.body, _is_counted):
            items = list(group)
            yield from self._lists(items) if counted else map(self._paragraph, items)
        if self.notes:
            yield "<hr>"
        for number, note in enumerate(self.notes, 1):
            back = f'<a href="#ref{number}">{escape(note.mark)}</a>'
            first, *rest = [self._words(runs) for runs in note.body] or [""]
            more = "".join(f"<p>{words}</p>" for words in rest)
            yield f'<div id="note{number}" class="footnote"><p>{back} {first}</p>{more}</div>'

    def _lists(self, items: Sequence[Printed]) -> Iterator[str]:
        """Yield numbered paragraphs as items of lists, a new list where the count breaks."""
        last: Count | None = None
        for item in items:
            count = _count(item, last)
            if last is None or count.value != last.value + 1 or count.format != last.format:
                if last is not None:
                    yield "</ol>"
                yield f'<ol type="{_LIST_TYPES[count.format]}" start="{count.value}">'
            last = count
            yield f"<li>{self._words(item.runs)}</li>"
        yield "</ol>"

    def _paragraph(self, item: Printed) -> str:
        if item.manner == "table":
            return self._table([[[cell] for cell in row] for row in item.rows])
        words = self._words(item.runs)
        if item.marker:
            words = f"{escape(item.marker)} {words}"
        tag = {"title": "h1", "heading": "h3"}.get(item.manner, "p")
        if item.depth:
            return f"{'<blockquote>' * item.depth}<p>{words}</p>{'</blockquote>' * item.depth}"
        return f"<{tag}>{words}</{tag}>"

    def _table(self, rows: Iterable[Iterable[Iterable[Runs]]]) -> str:
        made = "".join(
            "<tr>"
            + "".join(f"<td>{'<br>'.join(map(self._words, cell))}</td>" for cell in row)
            + "</tr>"
            for row in rows
        )
        return f"<table>{made}</table>"

    # -------------------------------------------------------------------------------------- words

    def _words(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.note is not None:
            self.notes.append(run.note)
            number = len(self.notes)
            return (
                f'<sup><a id="ref{number}" href="#note{number}">{escape(run.note.mark)}</a></sup>'
            )
        words = escape(run.text, quote=False).replace("\u00a0", "&nbsp;")
        words = f"<i>{words}</i>" if run.italic else words
        words = f"<b>{words}</b>" if run.bold else words
        words = f"<sup>{words}</sup>" if run.raised else words
        return f'<a href="{escape(run.target)}">{words}</a>' if run.target else words


def _is_counted(item: Printed) -> bool:
    """Whether a browser prints the number of a paragraph as it is printed here."""
    return item.manner == "text" and any(
        count.template == "%s." and count.format in _LIST_TYPES for count in counts(item.marker)
    )


def _count(item: Printed, last: Count | None) -> Count:
    found = [count for count in counts(item.marker) if count.format in _LIST_TYPES]
    following = [c for c in found if last and c == last._replace(value=last.value + 1)]
    return following[0] if following else found[0]
