"""The enacting formula of a body that no table names: "The Conference of the Parties,"."""

from __future__ import annotations

from an2un.codes import UNLISTED_FORMULA
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.adoption import told
from an2un.parse.beginning import HEAD_LINES
from an2un.parse.leading import leading_marker
from an2un.parse.masthead_words import read_line
from an2un.parse.passage import Passage
from an2un.record import replace
from an2un.source import Source, Span
from an2un.wording.fold import fold, without_digits


def with_formula(source: Source, language: Language, report: Report) -> Language:
    """Return the language with the formula of a text that opens with none of its tables'.

    It is reported (AU103); where none is seen the language is returned as it is.
    """
    found = _formula(source, language)
    if found is None:
        return language
    named = language.glue.join(source.slice(found).split()).rstrip(_commas(language))
    report(
        Diagnostic(UNLISTED_FORMULA, f"the formula names an organ not listed: {named}", span=found)
    )
    return replace(language, formulas={**language.formulas, fold(without_digits(named)): UNLISTED})


UNLISTED = "unlisted"  # what stands for the organ of such a formula; no identifier is made up


def _commas(language: Language) -> str:
    return "".join(language.preambular_ends)


def _formula(source: Source, language: Language) -> Span | None:
    """Return where the formula stands: an open line, or two, between masthead and first reason.

    It ends with a comma and speaks in no mood, and the line below opens as reasons do, or as the
    first numbered paragraph does.
    """
    lines = source.lines[:HEAD_LINES]
    for index, line in enumerate(lines[:-1]):
        printed = source.slice(line.span)
        if language.mood(printed) == "preambular":
            return None  # above the first reason it stands, or nowhere
        if not printed.endswith(language.preambular_ends):
            continue
        start = line.span.start
        if index and not (printed[0].isupper() or line.gap):
            start = lines[index - 1].span.start
        span = Span(start, line.span.end)
        text = source.slice(span)
        if len(text) > _LONGEST or not _names(text, language):
            continue
        if _acts(source.slice(lines[index + 1].span), language):
            return span
    return None


_LONGEST = 160  # characters, over two lines at most


def _names(text: str, language: Language) -> bool:
    """Say whether a text may be a name by itself: no sentence, no paragraph, no masthead line."""
    inner = text.rstrip(_commas(language))
    closed = any(mark in inner for mark in (*language.operative_ends, *language.introduction_ends))
    plain = not inner[0].islower() and inner[0].isalpha() and not closed
    unread = read_line(Passage(inner), language).kind == ""
    telling = told(text, language) is not None or language.opener(text, "preambular") is not None
    return plain and unread and not telling


def _acts(below: str, language: Language) -> bool:
    """Say whether a line opens a reason, or the first numbered paragraph.

    A line in small letters opens one only by words that the tables know: a title may go on.
    """
    marker = leading_marker(below, language)
    if marker is None and below[:1].islower():
        return language.mood(below) == "preambular"
    if marker is None:
        return language.opener(below, "preambular") is not None
    return marker.number == 1 and language.mood(below[marker.end :]) == "operative"
