"""Measuring calls and processes against each other, and the tables that come of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

COLD_RUNS, WARM_SECONDS = 15, 2.0
_QUIET = 0.5  # load average for each core, up to which a machine counts as quiet

Call = Callable[[], object]


class Line(NamedTuple):
    """One line of a comparison: what, against what, both measured, the ratio and its aim."""

    what: str
    against: str
    ours: str
    theirs: str
    ratio: float
    aim: str


def cold(commands: Sequence[list[str]]) -> list[float]:
    """Return the processor time that each command takes as a process (Unix).

    Of alternating runs the fastest.
    """
    best = [float("inf")] * len(commands)
    for _ in range(COLD_RUNS):
        for index, command in enumerate(commands):
            began = _children()
            subprocess.run(command, check=True, capture_output=True)
            best[index] = min(best[index], _children() - began)
    return best


def _children() -> float:
    """Return the seconds that all ended processes started from here have taken."""
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def warm(*calls: Call) -> list[float]:
    """Return the median seconds of each call, the calls taking turns for some seconds."""
    for call in calls:
        call()
    taken: list[list[float]] = [[] for _ in calls]
    end = time.perf_counter() + WARM_SECONDS * len(calls)
    while time.perf_counter() < end or len(taken[0]) < 3:
        for times, call in zip(taken, calls, strict=True):
            times.append(_seconds(call))
    return [median(times) for times in taken]


def fastest(calls: Sequence[Call], rounds: int) -> list[float]:
    """Return the least seconds that each call takes, the calls taking turns."""
    best = [float("inf")] * len(calls)
    for _ in range(rounds):
        for index, call in enumerate(calls):
            best[index] = min(best[index], _seconds(call))
    return best


def _seconds(call: Call) -> float:
    """Return the processor time that a call takes; other load on the machine is no part of it."""
    began = time.process_time()
    call()
    return time.process_time() - began


def table(lines: Sequence[Line]) -> str:
    """Return comparisons as a Markdown table."""
    rows = [[x.what, x.against, x.ours, x.theirs, f"{x.ratio:.2f}", x.aim] for x in lines]
    return markdown(
        ["an2un", "against", "an2un", "the other", "ratio", "aim"], rows, words=(0, 1, 5)
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]], words: Sequence[int]) -> str:
    """Return a Markdown table; columns but those of words are set to the right."""
    signs = ["---" if index in words else "--:" for index in range(len(head))]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{'|'.join(signs)}|", *lines[1:]])


def load() -> str:
    """Return in words how busy the machine was, "" where it was quiet or does not tell."""
    try:
        average = os.getloadavg()[0]
    except (AttributeError, OSError):
        return ""
    if average <= _QUIET * (os.cpu_count() or 1):
        return ""
    return f" The machine was not quiet: load average {average:.1f} at the beginning."
