"""Verdicts on many files: from disk and from archives, on as many cores as wanted.

Files are read, judged and forgotten one by one, so that memory does not grow with their number;
verdicts come in the order of the files.
"""

from __future__ import annotations

import platform
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from an2un import codes
from an2un.check import archive
from an2un.check.settings import Settings
from an2un.diagnostics import Diagnostic

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_CHUNK = 16  # files that a process takes at once: one message for many small files
_LONGEST = 100_000  # characters of a line that is shown in part
_AHEAD = 4  # chunks for each process that wait or are done before their turn

UNREADABLE = frozenset((codes.UNREADABLE.id, codes.REFUSED_ARCHIVE.id))


class Task(NamedTuple):
    """One file to judge; `member` is its name in the archive `path`, "" outside archives."""

    name: str
    path: str
    member: str = ""


class Verdict(NamedTuple):
    """The findings on one file; `excerpts` are the lines that they are on, where asked for."""

    name: str
    findings: tuple[Diagnostic, ...]
    excerpts: dict[int, str]

    @property
    def readable(self) -> bool:
        """Tell whether the file could be read at all."""
        return all(finding.code.id not in UNREADABLE for finding in self.findings)


Chunk = list[Task | Verdict]


def tasks(paths: Iterable[Path]) -> Iterator[Task | Verdict]:
    """Yield what is to judge: files, and the members of archives. A broken archive is a verdict."""
    for path in paths:
        if path.suffix.lower() != ".zip":
            yield Task(str(path), str(path))
            continue
        try:
            members = archive.members(path)
        except archive.ArchiveError as error:
            yield Verdict(str(path), (error.finding,), {})
        except OSError as error:
            yield Verdict(str(path), (_unreadable(error),), {})
        else:
            yield from (Task(f"{path}!{member}", str(path), member) for member in members)


def verdict(name: str, data: bytes, settings: Settings, excerpts: bool = False) -> Verdict:
    """Return the verdict on one file that is in memory."""
    from an2un.check.verdict import judge

    findings = tuple(judge(data, settings))
    return Verdict(name, findings, _lines(data, findings) if excerpts and findings else {})


def _lines(data: bytes, findings: Sequence[Diagnostic]) -> dict[int, str]:
    """Return the lines of a file that findings are on."""
    from an2un.check.loading import decoded

    wanted = {finding.line for finding in findings}
    lines = decoded(data).split("\n")
    found = {n: lines[n - 1].rstrip("\r") for n in wanted if 0 < n <= len(lines)}
    return {n: line for n, line in found.items() if len(line) <= _LONGEST}


def judge_task(task: Task, settings: Settings, excerpts: bool = False) -> Verdict:
    """Read one file and return the verdict on it; what cannot be read is a finding."""
    try:
        data = _read(task, settings.max_size)
    except archive.ArchiveError as error:
        return Verdict(task.name, (error.finding,), {})
    except OSError as error:
        return Verdict(task.name, (_unreadable(error),), {})
    if isinstance(data, Diagnostic):
        return Verdict(task.name, (data,), {})
    return verdict(task.name, data, settings, excerpts)


def _read(task: Task, max_size: int) -> bytes | Diagnostic:
    if task.member:
        return archive.read(Path(task.path), task.member, max_size)
    with Path(task.path).open("rb") as file:
        data = file.read(max_size + 1)
    if len(data) > max_size:
        from an2un.check.loading import too_large

        return too_large(Path(task.path).stat().st_size, max_size)
    return data


def _unreadable(error: OSError) -> Diagnostic:
    return Diagnostic(codes.UNREADABLE, f"the file cannot be read: {error.strerror or error}")


def judge_all(
    work: Iterable[Task | Verdict], settings: Settings, jobs: int = 1, excerpts: bool = False
) -> Iterator[Verdict]:
    """Yield the verdicts on all files, in their order; `jobs` processes work at them."""
    if jobs <= 1:
        for one in work:
            yield one if isinstance(one, Verdict) else judge_task(one, settings, excerpts)
        return
    yield from _parallel(work, _Crew(jobs, settings, excerpts))


class _Crew:
    """Processes that judge chunks of files, and the chunks that are under way, in order."""

    def __init__(self, jobs: int, settings: Settings, excerpts: bool) -> None:
        self._jobs = jobs
        self._settings = settings
        self._excerpts = excerpts
        self._pool = _pool(jobs)
        self._waiting: deque[tuple[Chunk, Future[list[Verdict]]]] = deque()

    def submit(self, chunk: Chunk) -> None:
        """Hand over a chunk."""
        future = self._pool.submit(_chunk, chunk, self._settings, self._excerpts)
        self._waiting.append((chunk, future))

    @property
    def full(self) -> bool:
        """Tell whether enough is under way."""
        return len(self._waiting) > self._jobs * _AHEAD

    def next(self) -> list[Verdict]:
        """Return the verdicts on the next chunk; a process that died costs its chunk."""
        from concurrent.futures.process import BrokenProcessPool

        chunk, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            others = [other for other, _ in self._waiting]
            self._waiting.clear()
            self.close()
            self._pool = _pool(self._jobs)
            for other in others:
                self.submit(other)
            return [_died(one) for one in chunk]

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._waiting)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _parallel(work: Iterable[Task | Verdict], crew: _Crew) -> Iterator[Verdict]:
    """Keep the processes busy a few chunks ahead, not more, and yield in order."""
    tasks = iter(work)
    try:
        while chunk := list(islice(tasks, _CHUNK)):
            crew.submit(chunk)
            if crew.full:
                yield from crew.next()
        while crew.busy:
            yield from crew.next()
    finally:
        crew.close()


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Start the processes; forked ones share the compiled schema."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from an2un.check import schema

    if platform.system() == "Linux":
        schema.without_constraints()
        return ProcessPoolExecutor(jobs, get_context("fork"))
    return ProcessPoolExecutor(jobs)


def _chunk(chunk: Chunk, settings: Settings, excerpts: bool) -> list[Verdict]:
    return list(judge_all(chunk, settings, 1, excerpts))


def _died(one: Task | Verdict) -> Verdict:
    if isinstance(one, Verdict):
        return one
    message = "the process that judged it was ended, by lack of memory perhaps"
    return Verdict(one.name, (Diagnostic(codes.UNREADABLE, message),), {})
