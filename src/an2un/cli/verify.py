"""`an2un verify`: whether a file was made from a given source."""

from __future__ import annotations

from pathlib import Path

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, say

EPILOG = """\b
Example: an2un verify draft.xml --source draft.txt"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE.xml")
@options.path("--source", metavar="FILE", required=True, help="The file it was made from.")
@options.max_size
@options.quiet
def command(file: str, source: Path, max_size: int, quiet: bool) -> int:
    """Check the source of an Akoma Ntoso file against the SHA-256 that the file records.

    The exit status is 0 if it is the source recorded, 1 if not.
    """
    given = inputs.one(file)

    def work() -> Status:
        from an2un.akn.parsing import parse
        from an2un.fixity import FixityError, verify
        from an2un.source import ReadError

        root = parse(file_bytes(given.path, max_size))
        try:
            verdict = verify(root, file_bytes(source, max_size))
        except FixityError as error:
            raise ReadError(f"{given.name}: {error}") from error
        for fault in verdict.faults:
            say(f"{given.name}: {fault}")
        if verdict.faults:
            return Status.FINDINGS
        if not quiet:
            say(f"{given.name}: made from this source (SHA-256 {verdict.digest})")
        return Status.FINE

    return attempt(given.name, work)
