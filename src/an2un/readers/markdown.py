"""Markdown to Source: text as extractors of pages write it, its lines kept, its markup as styles.

What extractors write is no CommonMark: lines end where the page broke them, a number at the start
of a line is the printed one and no list to be counted anew, indents are no code. So markup is
taken out of the lines, and nothing else is changed. Rules, fences and comments leave no trace.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from an2un.diagnostics import Report
from an2un.readers.cells import side_by_side
from an2un.readers.flow import Block, Words, source_of
from an2un.readers.formats import FORMATS, LEAST_SIGNS, PROBE
from an2un.readers.text import report_illegal
from an2un.source import Place, Source, StyleKind

# The markup of one line as a whole.
_NO_TEXT = re.compile(
    r"\s*(?:`{3,}\S*|~{3,}|-{3,}|\*{3,}|\*(?:[ ]\*){2,}|={3,}"
    r"|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?)\s*"
)
_HEADING = re.compile(r"\A\s{0,3}#{1,6}\s+|(?<=\s)#+\s*\Z")
_BEFORE = re.compile(r"\A(?:(?:\s{0,3}>\s?)+|\s*[-+*]\s+(?=\(?\w{1,4}[.)]))")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
# The rule below the head of a table whose rows have no bars at their ends.
_OPEN_COLUMNS = re.compile(r"\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+")
_NOTE = re.compile(r"\s{0,3}\[\^(\w{1,8})\]:\s*")
# A list of notes as converters of web pages print it, each item with a link back to its call.
_BACK = re.compile(r"\[[\u2191\u21a9^][^\]\n]{0,3}\]\(#[^()\s]{1,80}\)\s*$")
_ITEM = re.compile(r"\s*(\d{1,3})\.\s+")
# The markup inside lines. Emphasis may run on over a line end, but not over an empty line.
_INLINE = re.compile(
    r"""(?:\$[ ]?|\\\([ ]?)?(?:\{[ ]?\})?\^\{[ ]?(?P<formula>[\w()*]{1,8})[ ]?\}(?:\$|[ ]?\\\))?
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<joint>(?<!\*)(?:\*{4})+(?!\*))
    | (?P<stars>\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_))
    | \[(?:\^(?P<call>\w{1,8})|[ ]?(?P<number>\d{1,3})[ ]?)\](?!\()
    | (?P<image>!\[[^\]\n]{0,200}\]\([^()\s]{0,2000}\)|<!--.{0,200}?-->)
    | (?P<opens>\[)
    | \](?:\((?P<target>(?:[^()\s]|\([^()\s]{0,100}\)){1,2000})\)|(?P<attributes>\{[^{}]{1,200}\}))
    | \^(?P<raised>[\w()]{1,8})(?:\[\]\{[^{}]{1,100}\})?\^
    | (?P<closes>\])
    | <(?P<tag>/?(?:sup|sub|u|b|i|em|strong|br|span|div|p|a|ins|mark|small|center|font))
      (?:\s[^<>]{0,300})?/?>
    | <(?P<link>https?://[^\s<>]{1,2000})>
    | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});)""",
    re.VERBOSE,
)
_STYLES: dict[int, tuple[StyleKind, ...]] = {1: ("italic",), 2: ("bold",), 3: ("italic", "bold")}
_TAGS: dict[str, StyleKind] = {
    "sup": "superscript", "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
}  # fmt: skip
_RAISED = ("call", "number", "raised", "formula")
_FORCED = "\u2028"  # a line end that the markup asks for; the lines of the file hold none
_OPEN_MOST = 40  # marks of emphasis and brackets that wait for their other half

# What stands in no other text: calls and marks of notes, rules of tables, directions of words.
_SURE = re.compile(
    r"\[\^\w{1,8}\]|\^\{[ ]?[\w()*]{1,8}[ ]?\}|<sup>[\w()*]{1,8}</sup>|<span dir="
    r"|^[ ]{0,3}\|?(?:[ ]{0,3}:?-{3,}:?[ ]{0,3}\|)+[ :-]{0,9}$",
    re.MULTILINE,
)
_TOLD = re.compile(
    r"^\#{1,6}[ ]\S"
    r"|^\|(?:[ ]?:?-{3,}:?[ ]?\|)+"
    r"|(?:^|(?<=[\s\[(]))(\*{1,3}|_{1,3})(?=[^\s*_])[^\n*_]{1,160}(?<=[^\s*_\\])\1(?![\w*_])"
    r"|\]\((?:https?://|\#)",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Whether a text is in Markdown: headings, emphasis, tables and links in its signs."""
    if _SURE.search(text, 0, PROBE):
        return True
    found = zip(range(LEAST_SIGNS), _TOLD.finditer(text, 0, PROBE), strict=False)
    return sum(1 for _ in found) == LEAST_SIGNS


def read(text: str, name: str, report: Report) -> Source:
    """Return the Source of a text in Markdown.

    Its text is what the file prints without its markup, line for line; emphasis and raised
    characters are styles, links are links, rows of tables are rows, and notes stand where they do.
    """
    source = source_of(_blocks(text), name, FORMATS["markdown"].media_type)
    report_illegal(source.text, report)
    return source


def _blocks(text: str) -> Iterator[Block]:
    """Yield a block for every printed line, the empty lines above it counted as its gap."""
    gap = 0
    for paragraph in _paragraphs(text.expandtabs().splitlines()):
        if not paragraph:
            gap += 1
            continue
        for block in _lines(paragraph):
            yield block._replace(gap=float(gap))
            gap = 0


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield what stands between empty lines, and an empty list for each of these."""
    paragraph: list[str] = []
    for line in lines:
        if line.strip():
            paragraph.append(line)
            continue
        if paragraph:
            yield paragraph
        yield []
        paragraph = []
    yield paragraph


def _lines(paragraph: Sequence[str]) -> Iterator[Block]:
    """Yield the lines of a paragraph without their markup."""
    run: list[str] = []
    open_rows = any(map(_OPEN_COLUMNS.fullmatch, paragraph))
    for line in paragraph:
        row, bare = _cells(line, open_rows), _NO_TEXT.fullmatch(line)
        if not (row or bare):
            run.append(line)
            continue
        yield from _printed(run)
        run = []
        if not bare:
            yield from side_by_side([[Block(_broken(_inline(cell.strip())))] for cell in row])
    yield from _printed(run)


def _cells(line: str, open_rows: bool) -> list[str]:
    """Return the cells of a row of a table, none of another line.

    open_rows: whether the rows around it need no bars at their ends
    """
    row = _ROW.fullmatch(line)
    if row:
        return _CELL_END.split(row[1])
    cells = _CELL_END.split(line) if open_rows else []
    return cells if len(cells) > 1 else []


class _Start(NamedTuple):
    """A line without the markup before its words: how far it is set in, and what that says."""

    text: str
    indent: int
    heading: bool
    note: str


def _start(line: str) -> _Start:
    note = _NOTE.match(line) or (_BACK.search(line) and _ITEM.match(line))
    if note:
        return _Start(_BACK.sub("", line[note.end() :]).rstrip(), 0, False, note[1])
    heading = _HEADING.match(line) is not None
    bare = _HEADING.sub("", line) if heading else _BEFORE.sub("", line)
    bare = bare.rstrip().removesuffix("\\")  # a forced line end
    return _Start(bare.lstrip(), len(bare) - len(bare.lstrip()), heading, "")


def _printed(run: Sequence[str]) -> Iterator[Block]:
    """Yield a block for each line of a stretch of text; the lines below a note go on with it."""
    if not run:
        return
    starts = list(map(_start, run))
    lines = iter(starts)
    pieces: list[Words] = []
    place: Place = ""
    for piece in (*_inline("\n".join(start.text for start in starts)), Words("\n")):
        first, *others = piece.text.split("\n")
        pieces.append(piece._replace(text=first))
        for more in others:
            start = next(lines)
            place = "note" if start.note else place
            yield from _block(start, pieces, place)
            pieces = [piece._replace(text=more)]


def _block(start: _Start, pieces: Sequence[Words], place: Place) -> Iterator[Block]:
    """Yield the block of one line, none for what had markup only."""
    if start.heading:
        pieces = [piece._replace(styles=(*piece.styles, "bold")) for piece in pieces]
    if start.note:
        pieces = [Words(start.note, ("superscript",)), Words(" "), *pieces]
    if any(piece.text.strip() for piece in pieces):
        yield Block(_broken(pieces), place, float(start.indent), opens=None)


def _broken(pieces: Iterable[Words]) -> list[Words]:
    """Return pieces with a line end where the markup forces one."""
    return [piece._replace(text=piece.text.replace(_FORCED, "\n")) for piece in pieces]


class _Mark(NamedTuple):
    """A mark that waits for its other half: its characters, and which piece it is."""

    sign: str
    at: int


def _inline(text: str) -> Sequence[Words]:
    """Return running text in pieces, its markup taken out where both halves of it stand there.

    The pieces have the line ends of the text and no others; `_FORCED` stands for those of markup.
    """
    pieces: list[Words] = []
    waiting: list[_Mark] = []
    raised: list[StyleKind] = []
    past = 0
    for match in _INLINE.finditer(text):
        pieces.append(Words(text[past : match.start()], tuple(raised)))
        past = match.end()
        kind = match.lastgroup
        if kind == "stars":
            _emphasis(match, pieces, waiting)
        elif kind == "joint":  # where bold words end others begin
            joined = any(mark.sign == "**" for mark in waiting)
            pieces.append(Words("" if joined else match[kind]))
        elif kind == "opens":
            waiting.append(_Mark("[", len(pieces)))
            pieces.append(Words("["))
        elif kind in ("target", "attributes", "closes"):
            _bracket(match, pieces, waiting)
        elif kind in _RAISED:  # raised digits are often written in brackets
            pieces.append(Words(match[kind], ("superscript",)))
        elif kind == "tag":
            _tag(match["tag"], pieces, raised)
        elif kind == "link":
            pieces.append(Words(match["link"], tuple(raised), match["link"]))
        elif kind != "image":
            pieces.append(Words(match["escaped"] or _entity(match["entity"]), tuple(raised)))
        pieces.append(Words("\n" * match[0].count("\n")))  # markup over a line end
        del waiting[:-_OPEN_MOST]
    pieces.append(Words(text[past:], tuple(raised)))
    return [piece for piece in pieces if piece.text]


def _entity(printed: str) -> str:
    """Return the character that an entity names; one that ends lines is a forced line end."""
    return "".join(html.unescape(printed).splitlines(keepends=False)) or _FORCED


def _emphasis(match: re.Match[str], pieces: list[Words], waiting: list[_Mark]) -> None:
    """Set what stands between two like marks apart; a mark alone is a character of the text."""
    sign, text = match["stars"], match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    closes = before.strip() or not after.strip()  # a blank before it belongs to no markup
    if closes and not (sign[0] == "_" and after.isalpha()):  # a digit may call a note
        opened = next((m for m in reversed(waiting) if m.sign == sign), None)
        if opened:
            del waiting[waiting.index(opened) :]
            pieces[opened.at] = Words("")
            for index in range(opened.at, len(pieces)):
                piece = pieces[index]
                pieces[index] = piece._replace(styles=(*piece.styles, *_STYLES[len(sign)]))
            return
    if after.strip() and not before.isalnum():
        waiting.append(_Mark(sign, len(pieces)))
    pieces.append(Words(sign))


def _bracket(match: re.Match[str], pieces: list[Words], waiting: list[_Mark]) -> None:
    """Make a link of what stands in brackets before its address; other brackets are text."""
    opened = next((m for m in reversed(waiting) if m.sign == "["), None)
    if opened:
        waiting.remove(opened)
    if match.lastgroup == "closes" or opened is None:
        pieces.append(Words(match.group().replace("\n", "")))
        return
    pieces[opened.at] = Words("")
    for index in range(opened.at, len(pieces)) if match["target"] else ():
        pieces[index] = pieces[index]._replace(target=match["target"])


def _tag(tag: str, pieces: list[Words], raised: list[StyleKind]) -> None:
    """Take notice of a tag of HTML, as extractors write raised characters and line ends."""
    name = tag.removeprefix("/")
    if name == "br":
        pieces.append(Words(_FORCED))
    style = _TAGS.get(name)
    if style and tag.startswith("/"):
        raised[:] = [kind for kind in raised if kind != style]
    elif style and style not in raised:
        raised.append(style)
