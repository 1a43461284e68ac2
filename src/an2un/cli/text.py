"""`an2un text`: a document as plain text."""

from __future__ import annotations

from pathlib import Path

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put
from an2un.cli.findings import Findings

EPILOG = """\b
Examples:
  an2un text draft.xml --width 80
  an2un text draft.txt -o draft.clean.txt"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE")
@options.path("-o", "--output", metavar="OUT", help="File (default: stdout).")
@click.option(
    "--width",
    type=click.IntRange(min=20),
    default=None,
    metavar="N",
    help="Wrap lines at N columns (default: one paragraph a line).",
)
@options.language
@options.max_size
@options.form
@options.fail_on
@options.quiet
def command(
    file: str,
    output: Path | None,
    width: int | None,
    lang: str | None,
    max_size: int,
    form: str,
    fail_on: str,
    quiet: bool,
) -> int:
    """Print a document as plain text: paragraphs, points indented, notes at the end.

    FILE is Akoma Ntoso XML or raw text (the content tells which), or - for stdin.
    """
    from an2un.conversion import Options, read, text
    from an2un.diagnostics import Diagnostic
    from an2un.identity import Supplied

    source = inputs.one(file)
    (target,) = inputs.outputs([source], output, ".txt")
    settings = Options(supplied=Supplied(language=lang or ""), max_size=max_size)
    told = Findings(form, fail_on, quiet)

    def work() -> Status:
        found: list[Diagnostic] = []
        document = read(file_bytes(source.path, max_size), settings, found.append)
        told.add(source.name, found)
        told.finish()
        put(text(document, width or 0).encode(), target)
        return Status.FINE

    status = attempt(source.name, work)
    return max(status, Status.FINDINGS if told.failed else Status.FINE)
