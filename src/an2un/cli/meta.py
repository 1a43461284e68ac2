"""`an2un meta`: the description of a document, for catalogues."""

from __future__ import annotations

from pathlib import Path

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put

FORMATS = ("json", "dc", "marcxml")
EPILOG = """\b
Examples:
  an2un meta draft.xml
  an2un meta draft.txt --format marcxml -o draft.marc.xml"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="json",
    show_default=True,
    help="JSON, Dublin Core, or MARCXML.",
)
@options.path("-o", "--output", metavar="OUT", help="File (default: stdout).")
@options.language
@options.max_size
def command(file: str, form: str, output: Path | None, lang: str | None, max_size: int) -> int:
    """Print what a document says of itself: symbol, title, organ, dates, subjects, vote.

    FILE is Akoma Ntoso XML or raw text (the content tells which), or - for stdin.
    """
    source = inputs.one(file)
    (target,) = inputs.outputs([source], output, ".json" if form == "json" else ".xml")

    def work() -> Status:
        from an2un.cli.documents import root
        from an2un.export import described, record

        data = file_bytes(source.path, max_size)
        put(record(described(root(data, source.name, lang or "", max_size)), form), target)
        return Status.FINE

    return attempt(source.name, work)
