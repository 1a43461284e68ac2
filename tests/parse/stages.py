"""The steps of the parser on short texts, and their results as lines for the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from an2un import parse
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse import assemble
from an2un.parse.assemble import Body
from an2un.parse.blocks import Block, blocks
from an2un.parse.kinds import Tagged, tag
from an2un.parse.layout import Page, Sheet, layout
from an2un.parse.lines import Mender, proved_splits
from an2un.parse.passage import Passage
from an2un.parse.provisions import Grammar
from an2un.readers import text as text_reader
from an2un.source import Line, Source
from an2un.tree import (
    Collection,
    Content,
    Emphasis,
    Enumeration,
    Footnote,
    Formula,
    Heading,
    Inline,
    Item,
    Paragraph,
    Provision,
    Recital,
    Resolution,
    Section,
    Text,
)
from an2un.wording.words import Words


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def source_of(text: str) -> Source:
    return text_reader.read(text, "text", ignore)


def printed(source: Source, lines: Iterable[Line]) -> list[str]:
    return [source.slice(line.span) for line in lines]


def sheet_of(text: str, masthead: int = 0) -> tuple[Source, Sheet]:
    """Return a text and its pages; `masthead` lines stand above the enacting formula."""
    source = source_of(text)
    return source, layout(source, masthead)


def dropped(text: str, masthead: int = 0) -> list[tuple[str, str]]:
    """Return the furniture of a text: what it is, and the line."""
    source, sheet = sheet_of(text, masthead)
    return [(item.reason, source.slice(item.span)) for item in sheet.dropped]


def pages_of(text: str, masthead: int = 0) -> list[tuple[list[str], list[str]]]:
    """Return the lines of body and notes of each page."""
    source, sheet = sheet_of(text, masthead)
    return [(printed(source, page.body), printed(source, page.notes)) for page in sheet.pages]


def mended(text: str, language: str = "en") -> str:
    """Return all lines of a text as one running text."""
    source = source_of(text)
    spaced = load(language).spaced
    counts = Words(text).counts
    splits = proved_splits(source, source.lines, counts) if spaced else frozenset[int]()
    return Mender(source, spaced, (), splits).passage(source.lines).text


def blocks_of(text: str, language: str = "en") -> tuple[Block, ...]:
    """Return the paragraphs of a text that is all body."""
    source = source_of(text)
    tables = load(language)
    mender = Mender(source, tables.spaced, (), ())
    return blocks(source, [Page(source.lines, ())], mender, tables)


def tagged_of(text: str, language: str = "en") -> list[Tagged]:
    return tag(blocks_of(text, language), load(language))


def kinds_of(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return what each paragraph of a text is, and its text without the marker."""
    return [(item.kind, item.printed) for item in tagged_of(text, language)]


def tagged_lines(paragraphs: Sequence[str], language: str = "en") -> list[Tagged]:
    """Return paragraphs that are known to be such with their kinds."""
    source = source_of("\n".join(paragraphs))
    mender = Mender(source, load(language).spaced, (), ())
    found = [
        Block(mender.passage([line]), (line,), indent=0, gap=1, fresh=False, short=True)
        for line in source.lines
    ]
    return tag(found, load(language))


def assembled(
    paragraphs: Sequence[str],
    language: str = "en",
    found: list[Diagnostic] | None = None,
) -> Body:
    """Return paragraphs as the parts of a text."""
    report = ignore if found is None else found.append
    return assemble.body(tagged_lines(paragraphs, language), Grammar(load(language), report))


def resolution(
    text: str, language: str = "en", found: list[Diagnostic] | None = None
) -> Resolution:
    """Return a text as one resolution; findings are added to `found`."""
    report = ignore if found is None else found.append
    made = parse.document(source_of(text), load(language), report).document
    assert isinstance(made, Resolution)
    return made


def collection(text: str, language: str = "en") -> Collection:
    """Return a text as several resolutions."""
    made = parse.document(source_of(text), load(language), ignore).document
    assert isinstance(made, Collection)
    return made


def codes_of(text: str, language: str = "en") -> list[str]:
    """Return the codes of the findings about a text."""
    found: list[Diagnostic] = []
    resolution(text, language, found)
    return [finding.code.id for finding in found]


# --------------------------------------------------------------------------------------- sketches


def body(made: Resolution | Body) -> list[str]:
    """Return preamble, items, closing lines and annexes as an outline (see `sketch`)."""
    lines: list[str] = []
    if made.preamble.formula:
        lines += sketch([made.preamble.formula])
    lines += sketch(made.preamble.items) + sketch(made.items)
    closing = (line.text if isinstance(line, Passage) else words(line) for line in made.closing)
    lines += [f"closing: {text}" for text in closing]
    for annex in made.annexes:
        label = words(annex.label) if annex.label else ""
        lines.append(f"annex: {' | '.join([label, *map(words, annex.title)])}")
        lines += sketch(annex.items, "  ")
    return lines


def sketch(items: Sequence[Item], indent: str = "") -> list[str]:
    """Return items as an outline: opening phrases _so_, footnotes {1: so}, points indented."""
    return [line for item in items for line in _item(item, indent)]


def _item(item: Item, indent: str) -> Iterator[str]:
    match item:
        case Provision():
            yield from _provision(item, indent)
        case Section(kind, marker, heading, items):
            named = [kind, marker, heading and words(heading)]
            yield f"{indent}{': '.join(part for part in named if part)}"
            yield from sketch(items, indent + "  ")
        case Recital(content):
            yield from _content(content, indent, "recital: ")
        case Formula(line):
            yield f"{indent}formula: {words(line)}"
        case Heading(line):
            yield f"{indent}heading: {words(line)}"


def _provision(item: Provision, indent: str) -> Iterator[str]:
    heading = [words(item.heading)] if item.heading else []
    yield from _content(item.content, indent, " ".join([item.marker or "-", *heading, ""]))


def _content(content: Content, indent: str, lead: str) -> Iterator[str]:
    """Yield the paragraphs, the first behind `lead`; further ones are marked with a plus."""
    for part in content:
        if isinstance(part, Paragraph):
            yield f"{indent}{lead}{words(part)}"
        elif isinstance(part, Enumeration):
            if lead != "+ ":
                yield f"{indent}{lead}".rstrip()
            for point in part.points:
                yield from _provision(point, indent + "  ")
        lead = "+ "


def words(paragraph: Paragraph) -> str:
    return "".join(map(_inline, paragraph.children))


def _inline(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Footnote(marker, notes):
            return f"{{{marker}: {' / '.join(map(words, notes))}}}"
        case Emphasis("italic", children):
            return f"_{''.join(map(_inline, children))}_"
        case _:
            return "".join(map(_inline, node.children))
