"""One process that does one piece of work at a time, and can be ended whatever it is doing.

The process is a fresh Python that reads requests from its stdin and writes replies to its stdout
(see `an2un.crew.serve`): so it starts the same way on every system, out of programs with threads,
out of daemons, and without a guard around the main module.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from math import inf
from signal import Signals
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Literal, NamedTuple, cast

from an2un.crew.watch import Watch
from an2un.record import Record

Kind = Literal["time", "memory", "crash"]

_START = 120.0  # seconds that a process may take to get ready, on a busy machine too
_LAST_WORDS = 2_000  # bytes of what a process said before it died that are looked at
_WATCH = Watch()


class Limits(NamedTuple):
    """What one piece of work may take: seconds of time, bytes of memory; 0 is no limit.

    Memory is address space beyond that of the idle process, held by RLIMIT_AS: it works on Linux
    and most Unixes; macOS and Windows do not enforce it.
    """

    seconds: float = 600.0
    memory: int = 4_000_000_000


class Lost(Exception):  # noqa: N818 - says what became of the work, as the field has it
    """A piece of work was lost with its process: it took too long, too much memory, or crashed."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(kind, message)
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message


class Outfit(Record):
    """What every process of a crew starts with: its limits and a function called once."""

    limits: Limits = Limits()
    initializer: Callable[..., object] | None = None
    initargs: tuple[Any, ...] = ()


def send(stream: BinaryIO, message: bytes) -> None:
    """Write a message with its length before it."""
    stream.write(len(message).to_bytes(8, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes:
    """Return the next message; raises EOFError where the other side has gone."""
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    length = int.from_bytes(head, "big")
    message = stream.read(length)
    if len(message) < length:
        raise EOFError
    return message


class Cell:
    """The near side of one such process. Not for several threads at once, but for `kill`.

    The process gets ready from the moment it is made, whenever the first piece of work comes.
    """

    def __init__(self, outfit: Outfit) -> None:
        self._limits = outfit.limits
        call = pickle.dumps((outfit.initializer or _nothing, outfit.initargs, {}))
        self._said = TemporaryFile()  # noqa: SIM115 - closed with the cell
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            **_apart(),
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)
        self._lock = threading.Lock()
        self._asked = 0
        self._late = False
        self.fit = True
        self._ready = False
        with contextlib.suppress(OSError):  # a process that is gone already is told of later
            send(self._requests, pickle.dumps(outfit.limits))
            send(self._requests, call)

    def run(
        self, work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Return what the work returns there, or raise what it raises; raises Lost."""
        request = pickle.dumps((work, args, kwargs or {}))
        if not self._ready:
            self.fit = False
            self._answer(_START)  # of the initializer
            self._ready = self.fit = True
        return self._answer(self._limits.seconds, request)

    def _answer(self, seconds: float, *requests: bytes) -> Any:
        """Return the answer to a request, with the process ended after so many seconds.

        requests  none where it has been sent before
        """
        self._asked += 1
        alarm = _WATCH.begin(seconds or inf, partial(self._end_late, self._asked))
        try:
            for request in requests:
                send(self._requests, request)
            reply = receive(self._replies)
        except (EOFError, OSError, ValueError):  # a pipe that is closed or broken
            raise self._lost(seconds) from None
        finally:
            _WATCH.call_off(alarm)
            with self._lock:  # the watch may be striking: it must not hit the next request
                self._asked += 1
        if self._late:
            raise self._lost(seconds)
        done, value = pickle.loads(reply)
        if isinstance(value, Lost):
            self.fit = False
        if done:
            return value
        raise value

    def _end_late(self, asked: int) -> None:
        with self._lock:
            if asked == self._asked:
                self._late = True
                self.kill()

    def _lost(self, seconds: float) -> Lost:
        """Say why the process is no more."""
        self.fit = False
        self.kill()
        status = self._process.wait()
        if self._late:
            return Lost("time", f"it took longer than {seconds:g} seconds")
        ended = f"by signal {-status} ({_name(-status)})" if status < 0 else f"with status {status}"
        words = self._last_words()
        return Lost("crash", f"the process that did it ended {ended}" + (words and f": {words}"))

    def _last_words(self) -> str:
        """Return the first line of what the process said at its end, as of a fatal error."""
        with contextlib.suppress(OSError, ValueError):
            size = self._said.seek(0, os.SEEK_END)
            self._said.seek(max(0, size - _LAST_WORDS))
            lines = self._said.read().decode("utf-8", "replace").splitlines()
            told = [line for line in lines if line.startswith("Fatal")] or lines[-1:]
            return told[0].strip() if told else ""
        return ""

    def kill(self) -> None:
        """End the process at once; whoever waits for it gets Lost."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """End the process and forget it."""
        self.fit = False
        self.kill()
        self._process.wait()
        for stream in (self._requests, self._replies, self._said):
            with contextlib.suppress(OSError, ValueError):
                stream.close()


def _nothing() -> None:
    """The initializer of an outfit without one."""


def _command() -> list[str]:
    """Return how the process is started: with this Python and what it can import here."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from an2un.crew.serve import serve; serve()"
    return [sys.executable, "-c", code]


def _apart() -> dict[str, Any]:
    """Return what keeps an interrupt at the keyboard from the process: its parent sees to it."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _name(number: int) -> str:
    try:
        return Signals(number).name
    except ValueError:
        return "unknown"
