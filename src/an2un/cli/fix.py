"""`an2un fix`: safe repairs in place."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

import click

from an2un import atomic
from an2un.cli import inputs, options
from an2un.cli.conduct import STDIO, Status, attempt, file_bytes, put, say

if TYPE_CHECKING:
    from an2un.fix import Fixed

EPILOG = """\b
Examples:
  an2un fix published.xml --diff
  an2un fix published/
  an2un fix - < faulty.xml > mended.xml
\b
Exit status with --diff: 1 if anything would be changed."""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--diff", is_flag=True, help="Show the repairs and change nothing.")
@options.max_size
@options.quiet
def command(files: tuple[str, ...], diff: bool, max_size: int, quiet: bool) -> int:
    """Mend what can be mended without judgement: identifiers, IRIs, known entries, empty steps.

    The text is never touched. FILE is an XML file, a directory, a pattern, or - for stdin (the
    result goes to stdout). Files without a fault stay as they are.
    """
    from an2un.check.loading import RefusalError
    from an2un.fix import fix
    from an2un.source import ReadError

    status = Status.FINE
    for source in inputs.expanded(files, (".xml",)):

        def work(source: inputs.Input = source) -> Status:
            data = file_bytes(source.path, max_size)
            try:
                fixed = fix(data, max_size)
            except RefusalError as error:
                raise ReadError(f"{source.name}: {error}") from None
            return _shown(source, data, fixed) if diff else _written(source, fixed, quiet)

        status = max(status, attempt(source.name, work))
    return status


def _shown(source: inputs.Input, data: bytes, fixed: Fixed) -> Status:
    """Print the repairs as a unified diff."""
    from an2un.check.loading import decoded

    before, after = (decoded(text).splitlines(keepends=True) for text in (data, fixed.data))
    lines = unified_diff(before, after, source.name, f"{source.name} (mended)")
    put("".join(line if line.endswith("\n") else line + "\n" for line in lines).encode(), None)
    return Status.FINDINGS if fixed.repairs else Status.FINE


def _written(source: inputs.Input, fixed: Fixed, quiet: bool) -> Status:
    """Write a mended file in place of the old one."""
    if source.path == STDIO:
        put(fixed.data, None)
    elif fixed.repairs:
        atomic.write(source.path, fixed.data)
    if fixed.repairs and not quiet:
        say(f"an2un: {source.name}: {len(fixed.repairs):,} repairs")
    return Status.FINE
