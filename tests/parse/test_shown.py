from __future__ import annotations

from an2un.codes import NO_FORMULA
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse import Reading, document
from an2un.parse.shown import Shown
from an2un.source import Line, Link, Source, Span, Style
from an2un.tree import Paragraph, Provision
from an2un.walk import plain_text, walk
from tests.parse.stages import source_of

TEXT = """\
The General Assembly,

Recalling its resolution \u0667\u0665/\u0661 on  co\u2010operation
of\u200f \u200fStates,1

\u200f1.\u200f Reaf\ufb01rms its support;

\u200f2.\u200f Decides to look \u200binto it.

__________________
1 Nothing co\u00admes of it.
"""


def read(source: Source) -> tuple[Reading, list[Diagnostic]]:
    """Return what the parser makes of a source it is shown, as it is printed."""
    found: list[Diagnostic] = []
    shown = Shown(source)
    return shown.printed(document(shown.source, load("en"), shown.report(found.append))), found


def test_the_parser_is_shown_what_its_tables_know() -> None:
    shown = Shown(source_of(TEXT))
    assert not shown.as_printed
    lines = [shown.source.slice(line.span) for line in shown.source.lines]
    assert "Recalling its resolution 75/1 on  co-operation" in lines
    assert "1. Reaffirms its support;" in lines


def test_marks_at_the_ends_of_a_line_hide_no_blanks_and_no_controls() -> None:
    shown = Shown(
        source_of("\u200b \u202bword\u202c \u200b\n\u200b\u202b\u200b\n\u200b \u00ad\u200b\nend")
    )
    assert [shown.source.slice(line.span) for line in shown.source.lines] == ["word", "end"]


def test_a_source_in_usual_characters_is_shown_as_it_is() -> None:
    source = source_of("The General Assembly,\n\n1. Decides.\n")
    shown = Shown(source)
    assert shown.as_printed
    assert shown.source is source


def test_what_is_printed_stands_in_the_tree() -> None:
    reading, found = read(source_of(TEXT))
    assert found == []
    nodes = list(walk(reading.document))
    words = [plain_text(node.children) for node in nodes if isinstance(node, Paragraph)]
    assert words == [
        "The General Assembly,",
        "Recalling its resolution \u0667\u0665/\u0661 on co\u2010operation of\u200f \u200fStates,",
        "Nothing co\u00admes of it.",
        "Reaf\ufb01rms its support;",
        "Decides to look \u200binto it.",
    ]
    markers = [node.marker for node in nodes if isinstance(node, Provision)]
    assert markers == ["\u200f1.\u200f", "\u200f2.\u200f"]


def test_spans_lead_into_the_source() -> None:
    source = source_of(TEXT)
    reading, _ = read(source)
    paragraphs = [node for node in walk(reading.document) if isinstance(node, Paragraph)]
    assert [source.slice(span) for span in paragraphs[1].origin] == [
        "Recalling its resolution \u0667\u0665/\u0661 on ", "co\u2010operation",
        "of\u200f \u200fStates,",
    ]  # fmt: skip
    assert [source.slice(repair.span) for repair in reading.repairs] == [" "]
    assert [source.slice(piece.span) for piece in reading.dropped] == ["__________________"]


def test_findings_lead_into_the_source() -> None:
    source = source_of("\u200f\u200f1. Decides \u0661.\n\n2. Requests.\n")
    _, found = read(source)
    told = {finding.code: finding.span for finding in found}
    assert NO_FORMULA in told
    assert all(span is None or source.slice(span).strip() for span in told.values())


def test_lines_styles_and_links_go_with_their_words() -> None:
    text = "\u200b\n\u0661\u0662 a\ufb01b"
    line = Line(Span(2, 8), 1, styles=(Style(Span(5, 8), "italic"),))
    shown = Shown(Source("x", text, (Line(Span(0, 1), 1), line), (Link(Span(6, 7), "#a"),)))
    (kept,) = shown.source.lines
    assert shown.source.slice(kept.span) == "12 afib"
    assert [shown.source.slice(style.span) for style in kept.styles] == ["afib"]
    assert [shown.source.slice(link.span) for link in shown.source.links] == ["fi"]
