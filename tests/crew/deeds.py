"""What processes are asked to do in the tests: good work and bad."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_SET: list[str] = []


def prepare(value: str) -> None:
    _SET.append(value)


def mark(path: str) -> None:
    whole = Path(path)
    whole.with_suffix(".part").write_text(str(os.getpid()), encoding="ascii")
    whole.with_suffix(".part").replace(whole)


def prepared() -> list[str]:
    return _SET


def square(number: int) -> int:
    return number * number


def pid(_: object = None) -> int:
    return os.getpid()


def parent_of_group() -> int:
    return os.getpgid(0)


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def spin() -> None:
    while True:
        pass


def exit_with(status: int) -> None:
    os._exit(status)


def crash() -> None:
    import faulthandler

    faulthandler._sigsegv()  # type: ignore[attr-defined]


def fill() -> int:
    return len(b"x" * 3_000_000_000)


def raise_value(message: str) -> None:
    raise ValueError(message)


class OddError(Exception):
    """An exception that does not survive the journey."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def raise_odd() -> None:
    raise OddError("a", "b")


def unpicklable() -> object:
    return lambda: None


def noise() -> str:
    sys.stdout.write("to stdout\n")
    sys.stdout.flush()
    os.write(1, b"and below it\n")
    sys.stderr.write("to stderr\n")
    return "done"


def stdin_left() -> bytes:
    return os.read(0, 10)
