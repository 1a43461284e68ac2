"""How a run ends: the exit status, and one line for a fault of this program."""

from __future__ import annotations

from enum import IntEnum

import click


class Status(IntEnum):
    """What the exit status of the process says; of several the largest counts."""

    FINE = 0
    FINDINGS = 1  # at or above --fail-on
    USAGE = 2
    UNREADABLE = 3  # some input could not be read or converted, or its result not written
    FAULT = 4  # an error of this program
    INTERRUPTED = 130


def say(text: str) -> None:
    """Print one line on stderr."""
    click.echo(text, err=True)


def fault(error: Exception, name: str = "", debug: bool = False) -> Status:
    """Report an error of this program in one line; with --debug the traceback as well."""
    import traceback

    if debug or debugging():
        traceback.print_exception(error)
    at = f"{name}: " if name else ""
    place = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" at {f.filename.rpartition('/')[2]}:{f.lineno}" for f in place)
    say(
        f"an2un: {at}internal fault: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
        f"{where} (an2un --debug … prints the traceback)"
    )
    return Status.FAULT


def debugging() -> bool:
    """Say whether tracebacks were asked for."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("debug"))
