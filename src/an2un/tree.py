"""Every kind of node that a resolution is made of, and nothing else.

The tree says what a document says, in the words of the United Nations; it knows neither XML nor
pages. Where a node came from (`origin`, spans of the source) is carried along but is no part of
what the node is: two nodes with the same words are equal.
"""

from __future__ import annotations

from typing import Literal

from an2un.record import Record, field
from an2un.source import Span

Origin = tuple[Span, ...]


def origin() -> Origin:
    """Declare the spans a node was read from; they never take part in comparisons."""
    spans: Origin = field(default=(), compare=False, repr=False, kw_only=True)
    return spans


# ---------------------------------------------------------------------------------- inline content

EmphasisKind = Literal["italic", "bold"]

Role = Literal[
    # masthead
    "publisher", "organ", "symbol", "distribution", "issuanceDate", "language",
    "originalLanguage", "session", "committee", "agendaItem", "agendaItemTitle",
    "decisionType", "sponsor", "documentType", "status",
    # adoption line and title
    "adoptingOrgan", "adoptionDate", "originatingCommittee", "originatingDocument", "number",
    "title",
    # closing lines
    "meeting", "place", "outcome", "votesFor", "votesAgainst", "abstentions", "voter",
    # running text
    "date", "organization", "person", "office", "location", "event",
]  # fmt: skip


class Text(Record):
    """A run of characters as printed, never empty."""

    text: str


class Emphasis(Record):
    """Words set apart in type: the opening phrase of a paragraph, the title of a work."""

    kind: EmphasisKind
    children: tuple[Inline, ...]


class Superscript(Record):
    """Raised characters that are no footnote call."""

    children: tuple[Inline, ...]


class Reference(Record):
    """Words that cite a document or a part of one.

    `target` is a Work IRI (`/akn/…`, with an optional fragment), a place in this document
    (`#para_3`, `!annex_1`), or, where the citation cannot be resolved to a Work, the symbol
    as the United Nations prints it (`A/76/920`).
    """

    target: str
    children: tuple[Inline, ...]


class Link(Record):
    """Words that lead to a page of the web."""

    href: str
    children: tuple[Inline, ...]


class Field(Record):
    """Words that play a known part: a symbol, a sponsor, a date, a meeting.

    `value` is their language-neutral form where they have one: a date as YYYY-MM-DD, a session
    as its number, an organ, committee or sponsor as its identifier (`generalAssembly`,
    `thirdCommittee`, `memberKenya`), a count of votes as digits.
    """

    role: Role
    children: tuple[Inline, ...]
    value: str = ""


class Footnote(Record):
    """A note at the place of its call; `marker` as printed there (`3`, `*`, `(3)`)."""

    marker: str
    body: tuple[Paragraph, ...]
    origin: Origin = origin()


Inline = Text | Emphasis | Superscript | Reference | Link | Field | Footnote


# ------------------------------------------------------------------------------------------ blocks


class Paragraph(Record):
    """One paragraph of running text."""

    children: tuple[Inline, ...]
    origin: Origin = origin()


class Row(Record):
    """One row of a table: a tuple of paragraphs for each cell."""

    cells: tuple[tuple[Paragraph, ...], ...]


class Table(Record):
    """Text in rows and columns."""

    rows: tuple[Row, ...]


class Embedded(Record):
    """A declaration or another text that the resolution adopts within its body."""

    items: tuple[Item, ...]


Block = Paragraph | Table | Embedded


class Enumeration(Record):
    """Points (a), (b), … inside a paragraph; never empty."""

    points: tuple[Provision, ...]


Content = tuple[Block | Enumeration, ...]


# ------------------------------------------------------------------------------------------- items


class Provision(Record):
    """An operative paragraph, a point of it, or a paragraph of an annex.

    `marker` is the number as printed (`1.`, `(a)`, `ii)`), None where none is printed. `content`
    runs in printed order: text, points, text after the points.
    """

    marker: str | None
    heading: Paragraph | None
    content: Content
    origin: Origin = origin()  # of the marker


class Recital(Record):
    """A preambular paragraph, with its points if it has any."""

    content: Content


class Formula(Record):
    """The enacting formula: "The General Assembly,"."""

    text: Paragraph


class Heading(Record):
    """A heading that groups nothing."""

    text: Paragraph


SectionKind = Literal["part", "chapter", "section", "title", "article", "rule", "division"]


class Section(Record):
    """Items under a common heading; `marker` as printed (`I.`, `Part II`, `Article 3`)."""

    kind: SectionKind
    marker: str | None
    heading: Paragraph | None
    items: tuple[Item, ...]
    origin: Origin = origin()  # of the marker


Item = Recital | Provision | Section | Formula | Heading


# --------------------------------------------------------------------------------------- documents


class Masthead(Record):
    """What is printed above the enacting formula, line by line, in five groups.

    cover       United Nations, symbol, organ, distribution, date, languages
    session     session, committee, agenda item and its title
    proponents  sponsors and the kind of a draft
    adoption    "Resolution adopted by … on …", "[on the report of …]"
    title       number and title
    """

    cover: tuple[Paragraph, ...] = ()
    session: tuple[Paragraph, ...] = ()
    proponents: tuple[Paragraph, ...] = ()
    adoption: tuple[Paragraph, ...] = ()
    title: tuple[Paragraph, ...] = ()


class Preamble(Record):
    """The enacting formula and the preambular paragraphs (and headings among them)."""

    formula: Formula | None = None
    items: tuple[Recital | Heading, ...] = ()


class Annex(Record):
    """A text annexed to the resolution, with annexes (appendices) of its own.

    `label` is the printed word and number ("Annex II"), `title` the lines below it.
    """

    label: Paragraph | None
    title: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    annexes: tuple[Annex, ...] = ()


Kind = Literal[
    "resolution", "draftResolution", "decision", "draftDecision", "presidentialStatement"
]


class Resolution(Record):
    """One resolution, decision or presidential statement in one language (ISO 639-1 code)."""

    language: str
    kind: Kind
    masthead: Masthead
    preamble: Preamble
    items: tuple[Item, ...]
    closing: tuple[Paragraph, ...] = ()
    annexes: tuple[Annex, ...] = ()


class Collection(Record):
    """Several resolutions (A, B, …) adopted under one number and printed in one document."""

    language: str
    kind: Kind
    masthead: Masthead
    parts: tuple[Resolution, ...]


Document = Resolution | Collection
