"""How every command behaves: inputs one by one, whole files, a quiet end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from an2un import atomic
from an2un.cli.status import Status, fault, say

__all__ = ["STDIO", "Status", "attempt", "fault", "file_bytes", "put", "say"]

STDIO = Path("-")


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


def file_bytes(path: Path, max_size: int) -> bytes:
    """Return the content of a file or, for `-`, of stdin; raises ReadError."""
    from an2un import intake

    if path == STDIO:
        return intake.stream(sys.stdin.buffer, "<stdin>", max_size)
    return intake.contents(path, max_size)


def silence_stdout() -> None:
    """Point stdout to nowhere, after its reader has gone, so that the exit is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
