"""One run at a time on one directory; runs of different parts of one division share it."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from an2un.batch.plan import Shard


class BusyError(Exception):
    """Another run is at work on the directory; the message says which."""


@contextmanager
def locked(directory: Path, shard: Shard) -> Iterator[None]:
    """Hold a directory for one run, or for one part of a divided one; raises BusyError.

    The lock is the system's on an open file: it goes with the process, however that ends.
    """
    with ExitStack() as held:
        whole = held.enter_context(_opened(directory / "lock"))
        alone = _take(whole, shared=False)
        if not alone and (shard.of == 1 or not _take(whole, shared=True)):
            raise BusyError(f"another run is at work here: {_told(whole)}")
        if alone:
            _tell(whole, shard)
        elif not _told(whole).startswith(_division(shard)):
            raise BusyError(f"a run with another division is at work here: {_told(whole)}")
        if shard.of > 1:
            own = held.enter_context(_opened(directory / f"lock.{shard.label}"))
            if not _take(own, shared=False):
                raise BusyError(f"another run of this part is at work here: {_told(own)}")
            _tell(own, shard)
            _take(whole, shared=True)
        yield


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    with path.open("a+b") as file:
        yield file


def _division(shard: Shard) -> str:
    return f"a part of {shard.of}" if shard.of > 1 else "a whole run"


def _tell(file: IO[bytes], shard: Shard) -> None:
    """Write into the lock who holds it."""
    file.seek(0)
    file.truncate()
    who = f"{_division(shard)}, process {os.getpid()} on {socket.gethostname()}"
    file.write(who.encode("utf-8", "replace"))
    file.flush()


def _told(file: IO[bytes]) -> str:
    file.seek(0)
    with contextlib.suppress(OSError):  # Windows does not let others read what is locked
        return file.read(300).decode("utf-8", "replace") or "a process that has just begun"
    return "a process that cannot be told"


def _take(file: IO[bytes], *, shared: bool) -> bool:
    """Lock an open file if nobody else has, and tell whether that worked."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _take_on_windows(file)
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_on_windows(file: IO[bytes]) -> bool:
    """Lock a byte far behind the text; Windows has no shared locks, so parts do not exclude."""
    import msvcrt

    file.seek(1_000_000)
    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
