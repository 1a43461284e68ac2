"""Trees in one line: `par("1.", "text")`, `points(...)`, `doc(items=[...])`."""

from __future__ import annotations

from an2un.tree import (
    Content,
    Emphasis,
    Enumeration,
    Field,
    Footnote,
    Formula,
    Heading,
    Inline,
    Kind,
    Masthead,
    Paragraph,
    Preamble,
    Provision,
    Recital,
    Resolution,
    Role,
    Row,
    Table,
    Text,
)

Words = str | Inline
Line = str | Paragraph


def inline(words: Words) -> Inline:
    """Return a text as an inline."""
    return Text(words) if isinstance(words, str) else words


def line(*words: Words) -> Paragraph:
    """Return a paragraph of texts and inlines."""
    return Paragraph(tuple(map(inline, words)))


def italic(text: str) -> Emphasis:
    """Return words in italics."""
    return Emphasis("italic", (Text(text),))


def field(role: Role, text: str, value: str = "") -> Field:
    """Return words that play a part."""
    return Field(role, (Text(text),), value)


def note(marker: str, *body: Line) -> Footnote:
    """Return a footnote called here."""
    return Footnote(marker, tuple(map(as_line, body)))


def as_line(text: Line) -> Paragraph:
    """Return a text as a paragraph."""
    return line(text) if isinstance(text, str) else text


def content(*parts: Line | Table | Enumeration) -> Content:
    """Return texts, tables and enumerations as the content of a provision or recital."""
    return tuple(as_line(p) if isinstance(p, str | Paragraph) else p for p in parts)


def par(marker: str | None, *parts: Line | Table | Enumeration) -> Provision:
    """Return a provision without a heading."""
    return Provision(marker, None, content(*parts))


def points(*members: Provision) -> Enumeration:
    """Return an enumeration."""
    return Enumeration(members)


def recital(*parts: Line | Table | Enumeration) -> Recital:
    """Return a preambular paragraph."""
    return Recital(content(*parts))


def head(text: Line) -> Heading:
    """Return a heading that groups nothing."""
    return Heading(as_line(text))


def table(*rows: tuple[str, ...]) -> Table:
    """Return a table of one-paragraph cells; an empty text is an empty cell."""
    return Table(tuple(Row(tuple((line(c),) if c else () for c in row)) for row in rows))


def doc(
    items: tuple[Provision, ...] | tuple[object, ...] = (),
    *,
    language: str = "en",
    kind: Kind = "resolution",
    masthead: Masthead | None = None,
    formula: Line | None = None,
    recitals: tuple[Recital | Heading, ...] = (),
    closing: tuple[Line, ...] = (),
    annexes: tuple[object, ...] = (),
) -> Resolution:
    """Return a resolution of which only the interesting part need be given."""
    start = None if formula is None else Formula(as_line(formula))
    return Resolution(
        language,
        kind,
        masthead or Masthead(),
        Preamble(start, recitals),
        items,  # type: ignore[arg-type]
        tuple(map(as_line, closing)),
        annexes,  # type: ignore[arg-type]
    )
