"""`an2un validate`: Akoma Ntoso files against the schema."""

from __future__ import annotations

from typing import Literal

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes
from an2un.cli.findings import Findings


@click.command(epilog="Example: an2un validate draft.xml --engine both")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--engine",
    type=click.Choice(["lxml", "xmlschema", "both"]),
    default="lxml",
    show_default=True,
    help="Which implementation of XML Schema judges.",
)
@options.max_size
@options.fail_on
@options.quiet
def command(
    files: tuple[str, ...],
    engine: Literal["lxml", "xmlschema", "both"],
    max_size: int,
    fail_on: str,
    quiet: bool,
) -> int:
    """Check Akoma Ntoso files against the schema of the OASIS standard.

    FILE is an XML file, a directory (its .xml files), a pattern, or - for stdin.
    """
    from an2un.conversion import validate

    told = Findings("concise", fail_on, quiet)
    status = Status.FINE
    for source in inputs.expanded(files, (".xml",)):

        def work(source: inputs.Input = source) -> Status:
            told.add(source.name, validate(file_bytes(source.path, max_size), engine=engine))
            return Status.FINE

        status = max(status, attempt(source.name, work))
    return max(status, Status.FINDINGS if told.failed else Status.FINE)
