"""A sheet as PDF in the page layout of the United Nations, set by WeasyPrint.

WeasyPrint needs Pango, which pip does not install; `engine_missing` says whether it is there.
"""

from __future__ import annotations

import logging
import re
import subprocess
import warnings
from collections.abc import Collection, Iterable, Iterator
from ctypes.util import find_library
from functools import cache
from html import escape
from itertools import count
from typing import Any

from tests.rendering.sheet import Note, Printed, Run, Runs, Sheet, with_runs

_LATIN_FONTS = "'Liberation Serif', 'Times New Roman', 'DejaVu Serif'"
_FONTS = {  # of the scripts that the usual fonts lack
    # Calligraphic type is set from parts of letters, and then the file says of hardly any glyph
    # which letter it is; this one has a glyph for each form of a letter, as Word's fonts have.
    "ar": f"{_LATIN_FONTS}, 'DejaVu Sans'",
    "zh": f"{_LATIN_FONTS}, 'Noto Serif CJK SC', 'Noto Sans CJK SC'",
}
_CSS = """
@page {
  size: Letter; margin: 28mm 32mm 25mm 32mm;
  @top-left { content: "%(symbol)s"; font: bold 9pt %(fonts)s; border-bottom: 0.5pt solid;
    vertical-align: bottom; margin-bottom: 5mm; padding-bottom: 1mm; white-space: nowrap }
  @top-right { content: "%(title)s"; font: bold 9pt %(fonts)s; border-bottom: 0.5pt solid;
    vertical-align: bottom; margin-bottom: 5mm; padding-bottom: 1mm; text-align: right }
  @bottom-left { content: %(page)s; font: 9pt %(fonts)s }
  @bottom-right { content: "%(job)s"; font: 9pt %(fonts)s }
  @footnote { margin-top: 2mm }
}
@page :right {
  @top-left { content: "%(title)s"; text-align: left; white-space: normal }
  @top-right { content: "%(symbol)s"; white-space: nowrap }
  @bottom-left { content: "%(job)s" } @bottom-right { content: %(page)s }
}
@page :first {
  @top-left { content: none; border: none } @top-right { content: none; border: none }
  @bottom-left { content: "%(job)s" } @bottom-right { content: none }
}
body { font: 10pt/1.25 %(fonts)s; hyphens: manual; font-feature-settings: %(features)s }
p { margin: 0 0 2.2mm; text-align: justify; text-indent: 8mm }
p.line, p.title, p.heading { text-indent: 0; text-align: start }
p.title { font-size: 14pt; margin: 4mm 0 }
p.heading { margin: 3mm 0 2mm; break-after: avoid }
p.closing { text-indent: 0; text-align: end; font-style: normal }
p.deep { text-indent: 0; margin-inline-start: 12mm; padding-inline-start: 8mm }
p.deep .number { margin-inline-start: -8mm }
.number { display: inline-block; min-width: 8mm; text-indent: 0 }
table { width: 100%%; border-collapse: collapse; margin-bottom: 3mm }
td { vertical-align: top; text-align: start; text-indent: 0; padding: 0 2mm 0.5mm 0 }
table.plain { font-size: 8.5pt; border-top: 0.5pt solid; border-bottom: 1pt solid }
table.plain td { vertical-align: bottom; padding: 0.7mm 0 0.7mm 5mm }
table.plain td.figure { white-space: nowrap; text-align: end }
table.plain td.figure:first-child { vertical-align: top; padding-inline-start: 0 }
tr { break-inside: avoid }
table.first td { border-bottom: 0.7pt solid }
table.first td + td { text-align: end }
table.second td { border-bottom: 1.5pt solid; width: 62%% }
.rule { float: footnote; font-size: 8.5pt; text-indent: 0 }
.rule::footnote-call, .rule::footnote-marker { content: none }
.note { float: footnote; font-size: 8.5pt; text-indent: 0; text-align: start; font-style: normal;
  font-weight: normal; footnote-policy: line }
.note::footnote-call { content: attr(data-mark); font-size: 70%%; vertical-align: super;
  line-height: 0; font-style: normal; font-weight: normal }
.note::footnote-marker { content: attr(data-mark) "\\2002"; font-size: 75%%;
  vertical-align: super; line-height: 0; list-style-position: inside }
span.alone { display: inline-block }
sup { font-size: 70%%; vertical-align: super; line-height: 0 }
a { color: inherit; text-decoration: none }
"""


_SCRIPTS = {"ar": "ar", "zh": "zh-cn"}  # languages whose letters the usual fonts lack


@cache
def engine_missing(language: str = "") -> str:
    """Return why no page can be set here, in a language if one is named; "" if it can."""
    try:
        import weasyprint  # noqa: F401 - loads Pango as well
    except (ImportError, OSError) as error:
        return f"WeasyPrint: {str(error).splitlines()[0]}"
    if language in _SCRIPTS:
        try:
            fonts = subprocess.run(
                ["fc-list", f":lang={_SCRIPTS[language]}", "family"],
                capture_output=True, text=True, check=True,
            ).stdout  # fmt: skip
        except (OSError, subprocess.CalledProcessError) as error:
            return f"fonts cannot be listed: {error}"
        own = _FONTS[language].removeprefix(_LATIN_FONTS).split(",")
        if not any(name and name.strip(" '") in fonts for name in own):
            return f"no font for {language}"
    return ""


def pdf(sheet: Sheet) -> bytes:
    """Return a sheet as the bytes of a PDF file; the same sheet gives the same bytes."""
    if sheet.right_to_left:
        sheet = with_runs(sheet, _in_one_direction)
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    # Cutting fonts without HarfBuzz takes too long. Of a font that is not cut the file names each
    # glyph as the font does; of one that is cut, marks above Arabic letters as these letters.
    whole = sheet.right_to_left or find_library("harfbuzz-subset") is None
    with warnings.catch_warnings():  # newer releases of WeasyPrint warn where it is missing
        warnings.filterwarnings("ignore", "HarfBuzz-Subset", DeprecationWarning)
        made = _ruled(sheet).write_pdf(full_fonts=whole)
    assert made is not None
    return bytes(made)


def _ruled(sheet: Sheet) -> Any:
    """Return the pages of a sheet with a rule above the notes of each.

    The rule is a line of letters, as the United Nations print it, so it belongs to the text. It
    takes room, which may move a note to the next page: then that one needs it.
    """
    from weasyprint import HTML

    below: frozenset[str] = frozenset()
    for _ in range(_TRIES):
        made = HTML(string=_page(sheet, below)).render()
        first = frozenset(_first_notes(page.anchors for page in made.pages))
        if first == below:
            break
        below = first
    return made


_TRIES = 4  # that a page may take before its notes stay where they are


def _first_notes(pages: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the name of the first note on each page that has any; names count the notes."""
    for names in pages:
        notes = [int(name.removeprefix("note-")) for name in names if name.startswith("note-")]
        if notes:
            yield f"note-{min(notes)}"


def _page(sheet: Sheet, ruled: Collection[str]) -> str:
    """Return a sheet as a web page; ruled: the names of the notes that stand below a rule."""
    numbers = count(1)

    def named(match: re.Match[str]) -> str:
        name = f"note-{next(numbers)}"
        rule = f'<span class="rule">{_RULE}</span>' if name in ruled else ""
        return f'{rule}<span class="note" id="{name}"'

    body = re.sub('<span class="note"', named, "".join(_body(sheet)))
    direction = "rtl" if sheet.right_to_left else "ltr"
    return (
        f'<html lang="{sheet.language}" dir="{direction}"><head>'
        f"<title>{escape(sheet.title)}</title><style>{_css(sheet)}</style></head>"
        f"<body>{body}</body></html>"
    )


_RULE = "_" * 18


def _css(sheet: Sheet) -> str:
    """Return the style sheet."""
    symbol = "".join(run.text for run in sheet.symbol)
    return _CSS % {
        "fonts": _FONTS.get(sheet.language, _LATIN_FONTS), "job": _quoted(sheet.job_number),
        # signs that a font stacks into one glyph have no character of their own there
        "features": '"rlig" 0' if sheet.right_to_left else "normal",
        "symbol": _quoted(symbol), "title": _quoted(sheet.title),
        "page": 'counter(page) "/" counter(pages)',
    }  # fmt: skip


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _in_one_direction(runs: Runs) -> Runs:
    """Return runs of which no Latin words are set apart.

    WeasyPrint orders boxes by the direction of the paragraph, and words only inside a box, so in a
    text that runs from right to left a box around Latin words would stand in the wrong place.
    """
    made = []
    for run in runs:
        bare = run._replace(target="")
        if run.note is not None:
            body = tuple(map(_in_one_direction, run.note.body))
            bare = bare._replace(note=run.note._replace(body=body))
        elif _LATIN.search(run.text):
            bare = bare._replace(italic=False)
        made.append(bare)
    return tuple(made)


_LATIN = re.compile("[A-Za-z0-9]")


def _body(sheet: Sheet) -> Iterator[str]:
    yield _table("first", [[[sheet.publisher], [sheet.symbol]]])
    if sheet.left or sheet.right:
        yield _table("second", [[sheet.left, sheet.right]])
    yield from map(_paragraph, sheet.body)


def _table(name: str, rows: Iterable[Iterable[Iterable[Runs]]]) -> str:
    made = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return f'<table class="{name}">{made}</table>'


def _cell(lines: Iterable[Runs]) -> str:
    """Return a cell; figures are not parted at the end of a line."""
    words = "<br>".join(map(_line, lines))
    text = "".join(run.text for runs in lines for run in runs)
    figure = not any(map(str.isalpha, text))
    return f'<td class="figure">{words}</td>' if figure else f"<td>{words}</td>"


def _line(runs: Runs) -> str:
    """Return a line of a cell; one in Latin letters alone runs from left to right."""
    words = _words(runs)
    alone = all(run.text.isascii() and run.note is None for run in runs)
    return f'<span dir="ltr" class="alone">{words}</span>' if alone else words


def _paragraph(item: Printed) -> str:
    if item.manner == "table":
        return _table("plain", [[[cell] for cell in row] for row in item.rows])
    number = f'<span class="number">{escape(item.marker)}</span> ' if item.marker else ""
    manner = {"sponsors": "line", "adoption": "line"}.get(item.manner, item.manner)
    manner += " deep" if item.depth > 1 else ""
    return f'<p class="{manner}">{number}{_words(item.runs)}</p>'


def _words(runs: Runs) -> str:
    return "".join(map(_run, _merged(runs)))


def _merged(runs: Runs) -> Iterator[Run]:
    """Yield runs, neighbours of one style as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and last.note is None and run == last._replace(text=run.text):
            last = last._replace(text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _run(run: Run) -> str:
    if run.note is not None:
        return _note(run.note)
    words = escape(run.text)
    words = f"<i>{words}</i>" if run.italic else words
    words = f"<b>{words}</b>" if run.bold else words
    words = f"<sup>{words}</sup>" if run.raised else words
    return f'<a href="{escape(run.target)}">{words}</a>' if run.target else words


def _note(note: Note) -> str:
    body = "<br>\u2003".join(map(_words, note.body))
    return f'<span class="note" data-mark="{escape(note.mark)}">{body}</span>'
