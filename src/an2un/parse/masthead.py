"""The masthead: everything printed above the enacting formula, in five groups of typed lines.

    masthead   = cover session proponents? adoption? title?
    cover      = publisher symbol organ distribution date language*
    session    = session dates? committee? agenda item, its title
    proponents = sponsors ":" "draft resolution"
    adoption   = "Resolution adopted by …" "[on the report of …]"
    title      = number? title

Extractors print these lines in any order and leave some out, so each line is told by its own
words (`masthead_words`); only titles and lists of sponsors are told by the lines around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from an2un import codes
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.masthead_lines import read_lines
from an2un.parse.masthead_marks import Mark, words
from an2un.parse.masthead_words import STATEMENT, LineKind, MastheadLine, join
from an2un.parse.passage import Passage
from an2un.parse.sponsors import with_sponsors
from an2un.record import replace
from an2un.source import Span
from an2un.tree import Kind, Masthead

Group = Literal["cover", "session", "proponents", "adoption", "title"]

_GROUPS: dict[LineKind, Group] = {
    **dict.fromkeys(
        ("publisher", "symbol", "organ", "distribution", "issued", "original", "expression",
         "status", "type", "series"), "cover",
    ),
    **dict.fromkeys(("session", "agenda", "committee", "decisions"), "session"),
    **dict.fromkeys(("sponsors", "draftType", "submitted"), "proponents"),
    **dict.fromkeys(("adopted", "bracket"), "adoption"),
    **dict.fromkeys(("numbered", "resolution", "decision", "statement", "label"), "title"),
}  # fmt: skip
# what a title of the text stands below
_ABOVE_TITLES: frozenset[LineKind] = frozenset(
    ("sponsors", "draftType", "submitted", "adopted", "bracket", "resolution", "decision")
)
_FREE = 0.4  # part of a line's width that is left free only at the end of a paragraph
_RUNS_ON = ("-", ",", ":", "\u060c", "\uff0c", "\u3001", "\uff1a")
_ITEMS = 2  # agenda items whose titles may stand without their numbers; more lines are others
_ITEM = re.compile(r"\d+")
_DASH = re.compile(r"[\s\u200b]*[-\u2013\u2014]?[\s\u200b]*")


def masthead(
    lines: Sequence[Passage], language: Language, report: Report, usual: Kind = "resolution"
) -> tuple[Masthead, Kind]:
    """Return the masthead that the lines print, every line in one paragraph, and what it heads.

    lines: the printed lines above the enacting formula, without page furniture, trimmed; two
    columns of one line as two. usual: what a text is whose masthead does not say it. Reports AU509
    for a line that says nothing of what it is.
    """
    items = with_sponsors(read_lines(lines, language), language)
    groups: dict[Group, list[MastheadLine]] = {
        "cover": [], "session": [], "proponents": [], "adoption": [], "title": [],
    }  # fmt: skip
    for group, item in _grouped(items, language):
        groups[group].append(item)
        if not (item.marks or item.kind == "series") and group in ("cover", "title"):
            _report(item, report)
    paragraphs = {group: tuple(i.paragraph for i in found) for group, found in groups.items()}
    return Masthead(**paragraphs), _kind(items, usual)


def _report(item: MastheadLine, report: Report) -> None:
    origin = item.passage.origin
    message = f"a masthead line of unknown meaning: {item.passage.text[:60]}"
    report(Diagnostic(codes.UNMARKED_LINE, message, origin[0] if origin else None))


def _kind(items: Sequence[MastheadLine], usual: Kind) -> Kind:
    """Return what the masthead heads, by its words; a symbol alone tells a draft or decision."""
    told = next((m.value for i in items for m in i.marks if m.role == "documentType"), "")
    if told:
        return _TYPES[told]
    if any(item.kind == "statement" or _states(item) for item in items):
        return "presidentialStatement"
    if any(item.kind in ("decision", "decisions") for item in items):
        return "decision"
    symbols = [item.passage.text for item in items if item.kind == "symbol"]
    adopted = any(item.kind in ("adopted", "resolution") for item in items)
    if not adopted and any("/L." in symbol for symbol in symbols):
        return "draftResolution"
    if any("/PRST/" in symbol for symbol in symbols):
        return "presidentialStatement"
    if any("/DEC/" in symbol or "/Dec." in symbol for symbol in symbols):
        return "decision"
    if adopted or any("/RES/" in symbol or "/Res." in symbol for symbol in symbols):
        return "resolution"
    return usual


def _states(item: MastheadLine) -> bool:
    """Whether a line is number and title of a statement: "PRST/42/1. Title"."""
    return item.kind == "numbered" and item.passage.text.lstrip().startswith(STATEMENT)


_TYPES: dict[str, Kind] = {
    "resolution": "resolution",
    "decision": "decision",
    "draftResolution": "draftResolution",
    "draftDecision": "draftDecision",
    "amendment": "draftResolution",
}


# ---------------------------------------------------------------------------- titles by their place


def _grouped(items: Sequence[MastheadLine], language: Language) -> list[tuple[Group, MastheadLine]]:
    """Return the items with their groups; runs of untold lines become titles or dates."""
    grouped: list[tuple[Group, MastheadLine]] = []
    at = 0
    while at < len(items):
        end = at + 1
        if items[at].kind in ("numbered", ""):
            while end < len(items) and not items[end].kind:
                end += 1
        run = items[at:end]
        if run[0].kind == "numbered":
            grouped.append(("title", _numbered_title(run, language)))
        elif run[0].kind:
            grouped.append((_GROUPS[run[0].kind], run[0]))
        else:
            grouped.extend(_untold(items, at, end, language))
        at = end
    return grouped


def _untold(
    items: Sequence[MastheadLine], start: int, end: int, language: Language
) -> list[tuple[Group, MastheadLine]]:
    """Return a run of untold lines as what stands at its place.

    Behind sponsors or adoption stands the title of the text; before them, behind the agenda item
    (or where none is printed), the title of the item; between session and item, the session's
    dates (where there is no item, known by a month); above all that, lines of the cover.
    """
    run = [item.passage for item in items[start:end]]
    above = {item.kind for item in items[:start]}
    below = {item.kind for item in items[end:]}
    dates = [p for p in run if language.names_month(words(p)) and _ITEM.search(p.text)]
    if dates and "agenda" not in above and below & {"adopted", "numbered"}:
        return [("session", _dated(join(run, language), language))]
    if above & _ABOVE_TITLES:
        return [("title", _titled("title", run, language))]
    if "agenda" in below:
        group: Group = "session" if "session" in above else "cover"
        return [(group, _dated(passage, language)) for passage in run]
    stated = below & {"sponsors", "draftType", "submitted", "adopted", "bracket"}
    beheaded = "numbered" in below and not above & {"publisher", "symbol", "organ"}
    if "agenda" in above or stated or beheaded:
        titles = _parts(run, _agenda_count(items[:start]), language)
        strange = 0 if "agenda" in above or len(titles) <= _ITEMS else len(titles) - 1
        return [
            *_plain([line for part in titles[:strange] for line in part]),
            *(("session", _titled("agendaItemTitle", t, language)) for t in titles[strange:]),
        ]
    if below & {"numbered", "resolution", "decision", "statement"}:
        return _plain(run)
    return [("title", _titled("title", run, language))]


def _plain(lines: Sequence[Passage]) -> list[tuple[Group, MastheadLine]]:
    """Return lines of the cover of which nothing tells what they are."""
    return [("cover", MastheadLine("", passage)) for passage in lines]


def _titled(
    role: Literal["title", "agendaItemTitle"], run: Sequence[Passage], language: Language
) -> MastheadLine:
    passage = join(run, language)
    span = _edges(passage)
    return MastheadLine("", passage, (Mark(span, role),) if span.start < span.end else ())


def _dated(passage: Passage, language: Language) -> MastheadLine:
    dates = language.find_dates(words(passage))
    return MastheadLine(
        "", passage, tuple(Mark(Span(d.start, d.end), "date", d.iso) for d in dates)
    )


def _numbered_title(run: Sequence[MastheadLine], language: Language) -> MastheadLine:
    """Return number and title as one line: "78/1. Title", the dash Arabic puts between them."""
    passage = join([item.passage for item in run], language)
    number = run[0].marks[0]
    dash = _DASH.match(passage.text, number.span.end)
    span = _edges(passage, dash.end() if dash else number.span.end)
    marks = (number, Mark(span, "title")) if span.start < span.end else (number,)
    return replace(run[0], passage=passage, marks=marks)


def _edges(passage: Passage, start: int = 0) -> Span:
    """Return the span of the words, a footnote call at the end left out."""
    text = words(passage)
    start += len(text[start:]) - len(text[start:].lstrip())
    return Span(start, max(len(text.rstrip(" \t\xa0*\u200b")), start))


def _agenda_count(items: Sequence[MastheadLine]) -> int:
    """Return how many agenda items are named (`13 and 117`: two), 0 where no line names any."""
    value = next((i.marks[0].value for i in items[::-1] if i.kind == "agenda"), "")
    return len(_ITEM.findall(value))


def _parts(run: Sequence[Passage], count: int, language: Language) -> list[Sequence[Passage]]:
    """Return the titles of several agenda items apart, as far as their lines tell.

    A title begins with a capital (if the script has any) behind a line that had room for its
    first word; of more such places than titles need, those with the most room count.
    """
    width = max(len(line.text) for line in run)
    rooms = []
    for index, (before, line) in enumerate(pairwise(run), 1):
        first = line.text.split()[0] if language.spaced else line.text[:2]
        room = (width - len(before.text) - len(first)) / width
        if not line.text[:1].islower() and not before.text.endswith(_RUNS_ON):
            rooms.append((-room, index))
    rooms.sort()
    best = rooms[: count - 1] if count else [r for r in rooms if -r[0] > _FREE]
    edges = [0, *sorted(index for _, index in best), len(run)]
    return [run[a:b] for a, b in pairwise(edges)]
