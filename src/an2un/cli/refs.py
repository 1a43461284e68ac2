"""`an2un refs`: which documents cite which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put

if TYPE_CHECKING:
    from an2un.export import Citing

FORMATS = ("csv", "json", "graphml")
SUFFIXES = (".xml", ".txt")
EPILOG = """\b
Examples:
  an2un refs draft.xml
  an2un refs texts/ --format graphml -o citations.graphml"""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="Form."
)
@options.path("-o", "--output", metavar="FILE", help="File (default: stdout).")
@options.language
@options.max_size
def command(
    files: tuple[str, ...], form: str, output: Path | None, lang: str | None, max_size: int
) -> int:
    """Print the citation graph of documents, one edge for each citation.

    FILE is Akoma Ntoso XML or raw text (the content tells which), a directory, a pattern, or - for
    stdin. Documents are named by their Work IRIs, by their symbols where no date is known.
    """
    found: list[Citing] = []
    status = Status.FINE
    for source in inputs.expanded(files, SUFFIXES):

        def work(source: inputs.Input = source) -> Status:
            from an2un.cli.documents import root
            from an2un.export import cited

            data = file_bytes(source.path, max_size)
            found.append(cited(root(data, source.name, lang or "", max_size)))
            return Status.FINE

        status = max(status, attempt(source.name, work))
    if found:
        from an2un.export import graph

        put(graph(found, form), output)
    return status
