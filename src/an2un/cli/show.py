"""`an2un show`: one stage of a conversion, to look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put

if TYPE_CHECKING:
    from an2un.conversion import Conversion

EPILOG = """\b
Examples:
  an2un show draft.txt --stage tree
  an2un show draft.txt --stage ledger | grep furniture"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE")
@click.option(
    "--stage",
    type=click.Choice(["lines", "blocks", "tree", "ledger"]),
    default="tree",
    show_default=True,
    help="Printed lines, paragraphs and what each is, the tree, or the fate of every character.",
)
@options.source_format
@options.language
@options.max_size
def command(
    file: str, stage: str, source_format: str | None, lang: str | None, max_size: int
) -> int:
    """Show how a document is read, one stage at a time.

    FILE is a document, or - for stdin.
    """
    from an2un.conversion import Options, convert
    from an2un.identity import Supplied

    source = inputs.one(file)
    supplied = Supplied(language=lang or "")
    settings = Options(supplied=supplied, max_size=max_size, format=source_format or "")

    def work() -> Status:
        result = convert(file_bytes(source.path, max_size), settings, source.name)
        put("".join(f"{line}\n" for line in STAGES[stage](result)).encode(), None)
        return Status.FINE

    return attempt(source.name, work)


def lines(result: Conversion) -> Iterator[str]:
    """Yield page, indent, empty lines above and the words of each printed line."""
    for line in result.source.lines:
        words = result.source.slice(line.span)
        yield f"p{line.page} {line.indent:5.1f} {line.gap:4g} {line.span.start:7} {words}"


def blocks(result: Conversion) -> Iterator[str]:
    """Yield what each paragraph was taken for, and its words."""
    from an2un.conversion import Options, paragraphs
    from an2un.identity import Supplied

    told = Options(supplied=Supplied(language=result.document.language))
    for item in paragraphs(result.source, told):
        yield f"{item.kind:12} {item.block.text}"


def tree(result: Conversion) -> Iterator[str]:
    """Yield the tree as an indented outline."""
    from an2un.outline import outline

    yield from outline(result.document)


def ledger(result: Conversion) -> Iterator[str]:
    """Yield what became of each span of the source."""
    for entry in result.ledger.entries:
        if entry.fate == "space":
            continue
        words = " ".join(result.source.slice(entry.span).split())
        shown = words if len(words) <= 60 else f"{words[:40]} … {words[-18:]}"
        where = entry.eid or entry.reason
        yield f"{entry.span.start:7}-{entry.span.end:<7} {entry.fate:9} {where:32} {shown}"


STAGES = {"lines": lines, "blocks": blocks, "tree": tree, "ledger": ledger}
