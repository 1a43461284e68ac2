"""Hypothesis strategies: any tree the types allow, in normal form."""

from __future__ import annotations

import string
from functools import cache
from typing import Any

from hypothesis import strategies as st

from an2un import walk
from an2un.akn.names import FORMS
from an2un.identity import LANGUAGE_CODES
from an2un.tree import (
    Annex,
    Collection,
    Document,
    Embedded,
    Emphasis,
    Enumeration,
    Field,
    Footnote,
    Formula,
    Heading,
    Inline,
    Item,
    Link,
    Masthead,
    Paragraph,
    Preamble,
    Provision,
    Recital,
    Reference,
    Resolution,
    Row,
    Section,
    Superscript,
    Table,
    Text,
)

KINDS = ("resolution", "draftResolution", "decision", "draftDecision", "presidentialStatement")
SECTIONS = ("part", "chapter", "section", "title", "article", "rule", "division")

# What XML 1.0 can hold, and the characters that trouble writers most.
_ODD = "&<>\"'\t\n\r\u00a0\u2028\ufeff\u200f\u202b\ud7ff\U0001f54a\u0301"
_WORDS = ("and", "the Council", "حقوق", "决议", "резолюция", "l’État", "(a)", "2 ", " ", "1.", ";")
_CHARACTERS = st.one_of(
    st.sampled_from(_ODD),
    st.sampled_from(string.printable[:95]),
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff"),
)
words = st.one_of(
    st.sampled_from(_WORDS), st.lists(_CHARACTERS, min_size=1, max_size=12).map("".join)
)

_MARKERS = (
    "1.", "2.", "2.", "(a)", "(i)", "b)", "IV", "Part II", "11.2 Rev. A", "(أ)", "أولا -", "㈠",
    "1 -", "‘1’", "١.", "—", "*", "а)", "第一部分", "Article 3", "nn", "__", "content",
)  # fmt: skip
markers = st.one_of(st.none(), st.sampled_from(_MARKERS), words.filter(lambda w: bool(w.strip())))

_ENTITIES = ("", "", "generalAssembly", "thirdCommittee", "memberKenya", "x y/é?", "77", "arabia.1")
_VALUES: dict[str, tuple[str, ...]] = {
    "date": ("2044-11-07", "", "2044", "2044-02-31"),
    "value": ("77", "", "ES-11"),
    "normalized": ("120", ""),
    "title": ("", "27", "a \"b\" & c"),
}  # fmt: skip
_SPECIAL = {
    "language": ("fr", ""),
    "distribution": ("general", ""),
    "originalLanguage": ("en", ""),
    "publisher": ("un", ""),
}

_TARGETS = (
    "/akn/un/statement/deliberation/unga/2041-11-20/96-15", "#para_1", "#att_1__para_1", "#body",
    "#nowhere", "!annex_1", "!annex_9", "A/99/187", "S/RES/99 (2044)", "A/99/187 b", "#converter",
    "/akn/un/act/x#sec_1__para_2",
)  # fmt: skip
# What references may be handed: anything; most of it no URI.
targets = st.one_of(
    st.text(st.sampled_from("a1:/?#[]@!$&'()*+,;=%2G\\ <>\"{}|^`~éع中.-_\u00a0"), max_size=14),
    st.sampled_from(("http://", "https://[::1]/", "//x", "http://a:b", "::", "%", "#", "a#b#c")),
    words,
)  # fmt: skip
_HREFS = ("https://example.org/a?b=c&d#e", "http://example.org", "mailto:a@example.org", "a/b")


@st.composite
def fields(draw: Any, inner: st.SearchStrategy[tuple[Inline, ...]]) -> Field:
    role = draw(st.sampled_from(sorted(FORMS)))
    form = FORMS[role]
    known = _SPECIAL.get(role) or _VALUES.get(form.value, _ENTITIES)
    return Field(role, draw(inner), draw(st.sampled_from(known)))


@cache
def _inlines(depth: int) -> st.SearchStrategy[tuple[Inline, ...]]:
    text = words.map(Text)
    if not depth:
        return st.lists(text, min_size=1, max_size=2).map(tuple)
    inner = _inlines(depth - 1)
    lines = st.lists(inner.map(Paragraph), max_size=2).map(tuple)
    choice: st.SearchStrategy[Inline] = st.one_of(
        text,
        text,
        text,
        st.builds(Emphasis, st.sampled_from(("italic", "bold")), inner),
        st.builds(Superscript, inner),
        st.builds(Reference, st.sampled_from(_TARGETS), inner),
        st.builds(Link, st.sampled_from(_HREFS), inner),
        st.builds(Footnote, st.sampled_from(("1", "2", "*", "(3)", "")), lines),
        fields(inner),
    )
    return st.lists(choice, max_size=4).map(tuple)


inlines = _inlines(2)
paragraphs = inlines.map(Paragraph)
_lines = st.lists(paragraphs, max_size=2).map(tuple)
tables = st.lists(
    st.lists(_lines, min_size=1, max_size=3).map(tuple).map(Row), min_size=1, max_size=3
).map(lambda rows: Table(tuple(rows)))


@cache
def contents(depth: int) -> st.SearchStrategy[Any]:
    """Any content of a provision or recital, with enumerations down to a depth."""
    blocks = st.one_of(paragraphs, paragraphs, paragraphs, tables)
    if depth <= 0:
        return st.lists(blocks, max_size=2).map(tuple)
    points = st.lists(provisions(depth - 1), min_size=1, max_size=2)
    enumeration = points.map(lambda found: Enumeration(tuple(found)))
    embedded = st.lists(items(depth - 2), min_size=1, max_size=2).map(
        lambda found: Embedded(tuple(found))
    )
    return st.lists(st.one_of(blocks, enumeration, blocks, embedded), max_size=4).map(tuple)


@cache
def provisions(depth: int) -> st.SearchStrategy[Provision]:
    """Any provision."""
    heading = st.one_of(st.none(), st.none(), paragraphs)
    return st.builds(Provision, markers, heading, contents(depth))


@cache
def recitals(depth: int) -> st.SearchStrategy[Recital]:
    """Any preambular paragraph."""
    return contents(depth).map(Recital)


@cache
def items(depth: int) -> st.SearchStrategy[Item]:
    """Any item, sections down to a depth."""
    simple: list[st.SearchStrategy[Any]] = [
        provisions(depth), provisions(depth), recitals(depth), paragraphs.map(Formula),
        paragraphs.map(Heading),
    ]  # fmt: skip
    if depth > 0:
        inner = st.lists(items(depth - 1), max_size=3).map(tuple)
        heading = st.one_of(st.none(), paragraphs)
        simple.append(st.builds(Section, st.sampled_from(SECTIONS), markers, heading, inner))
    return st.one_of(simple)


_bodies = st.lists(items(2), max_size=3).map(tuple)
mastheads = st.builds(Masthead, _lines, _lines, _lines, _lines, _lines)


@cache
def annexes(depth: int) -> st.SearchStrategy[tuple[Annex, ...]]:
    """Annexes with appendices down to a depth."""
    inner = annexes(depth - 1) if depth else st.just(())
    label = st.one_of(st.none(), paragraphs)
    annex = st.builds(Annex, label, _lines, st.lists(items(1), max_size=2).map(tuple), inner)
    return st.lists(annex, max_size=2).map(tuple)


@st.composite
def resolutions(draw: Any, language: str = "", kind: str = "") -> Resolution:
    """Any resolution."""
    formula = draw(st.one_of(st.none(), paragraphs.map(Formula)))
    recital = st.one_of(recitals(1), recitals(1), paragraphs.map(Heading))
    return Resolution(
        language or draw(st.sampled_from(sorted(LANGUAGE_CODES))),
        kind or draw(st.sampled_from(KINDS)),  # type: ignore[arg-type]
        draw(mastheads),
        Preamble(formula, draw(st.lists(recital, max_size=2).map(tuple))),
        draw(_bodies),
        draw(_lines),
        draw(annexes(1)),
    )


@st.composite
def collections(draw: Any) -> Collection:
    """Any collection; its parts share language and kind with it."""
    language = draw(st.sampled_from(sorted(LANGUAGE_CODES)))
    kind = draw(st.sampled_from(KINDS))
    parts = draw(st.lists(resolutions(language, kind), min_size=1, max_size=2).map(tuple))
    return Collection(language, kind, draw(mastheads), parts)


documents: st.SearchStrategy[Document] = st.one_of(
    resolutions(), resolutions(), resolutions(), collections()
).map(walk.normal)
