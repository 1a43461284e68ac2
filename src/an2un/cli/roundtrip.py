"""`an2un roundtrip`: there and back, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put

if TYPE_CHECKING:
    from an2un.roundtrip import Trip

EPILOG = """\b
Examples:
  an2un roundtrip draft.txt
  an2un roundtrip texts/ xml/A_RES_79_1.xml
\b
Exit status 1 if anything differs."""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@options.language
@options.max_size
@options.quiet
def command(files: tuple[str, ...], lang: str | None, max_size: int, quiet: bool) -> int:
    """Take documents there and back and print what differs and how much is accounted for.

    Raw text goes to Akoma Ntoso, back to a tree, to text and to a tree again; Akoma Ntoso XML to
    a tree, to XML, to text and back. FILE is either (the content tells which), a directory, a
    pattern, or - for stdin.
    """
    from an2un.conversion import Options
    from an2un.identity import Supplied
    from an2un.roundtrip import roundtrip

    settings = Options(supplied=Supplied(language=lang or ""), max_size=max_size)
    status = Status.FINE
    for source in inputs.expanded(files, (".txt", ".xml")):

        def work(source: inputs.Input = source) -> Status:
            trip = roundtrip(file_bytes(source.path, max_size), settings, source.name)
            if not (quiet and trip.same):
                put("".join(f"{line}\n" for line in told(trip)).encode(), None)
            return Status.FINE if trip.same else Status.FINDINGS

        status = max(status, attempt(source.name, work))
    return status


def told(trip: Trip) -> list[str]:
    """Return what to print of one round trip."""
    back = trip.total - len(trip.lost)
    share = 100 * back / trip.total if trip.total else 100.0
    summary = (
        f"{trip.name}: {back:,} of {trip.total:,} characters came back ({share:.4g} %), "
        f"{len(trip.lost):,} lost, {len(trip.added):,} added, "
        f"{trip.furniture:,} left out as page furniture or repair; "
        f"trees {'differ' if trip.differences else 'equal'}"
    )
    lines = [summary]
    lines += [f"  lost: {trip.lost[:200]}"] if trip.lost else []
    lines += [f"  added: {trip.added[:200]}"] if trip.added else []
    return lines + [f"  {line}" for line in trip.differences]
