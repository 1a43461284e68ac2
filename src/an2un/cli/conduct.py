"""How every command behaves: exit status, messages, whole files, sizes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

import click

from an2un import atomic

STDIO = Path("-")


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


def put(data: bytes, out: Path | None) -> None:
    """Write the product: to a file, whole or not at all, or to stdout (None or `-`).

    Missing directories are made. A reader of stdout that has gone ends the run quietly.
    """
    if out is None or out == STDIO:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            silence_stdout()
            raise click.exceptions.Exit(Status.FINE) from None
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(out, data)


def attempt(name: str, work: Callable[[], Status]) -> Status:
    """Do the work on one input; what goes wrong is one line on stderr and a status.

    Whatever happens to one input, the others still have their turn.
    """
    from an2un.source import ReadError

    try:
        return work()
    except click.exceptions.Exit:
        raise
    except ReadError as error:
        say(f"an2un: {error}" if name in str(error) else f"an2un: {name}: {error}")
        return Status.UNREADABLE
    except OSError as error:
        say(f"an2un: {error.filename or name}: {error.strerror or error}")
        return Status.UNREADABLE
    except Exception as error:  # noqa: BLE001 - the last resort, so that no traceback escapes
        return fault(error, name)


def fault(error: Exception, name: str = "", debug: bool = False) -> Status:
    """Report an error of this program in one line; with --debug the traceback as well."""
    import traceback

    if debug or debugging():
        traceback.print_exception(error)
    at = f"{name}: " if name else ""
    place = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" at {Path(f.filename).name}:{f.lineno}" for f in place)
    say(
        f"an2un: {at}internal fault: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
        f"{where} (an2un --debug … prints the traceback)"
    )
    return Status.FAULT


def debugging() -> bool:
    """Say whether tracebacks were asked for."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("debug"))


def file_bytes(path: Path, max_size: int) -> bytes:
    """Return the content of a file or, for `-`, of stdin; raises ReadError."""
    from an2un import intake

    if path == STDIO:
        return intake.stream(sys.stdin.buffer, "<stdin>", max_size)
    return intake.contents(path, max_size)


def silence_stdout() -> None:
    """Point stdout to nowhere, after its reader has gone, so that the exit is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
