"""Verdicts on many files: from disk and from archives, on as many cores as wanted.

Files are read, judged and forgotten one by one, so that memory does not grow with their number;
verdicts come in the order of the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from an2un import archive, codes, stores
from an2un.check.settings import Settings
from an2un.diagnostics import Diagnostic

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from an2un.crew import Lost

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
            members = archive.members(str(path), (".xml",))
        except archive.ArchiveError as error:
            yield Verdict(str(path), (_refused(error),), {})
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
        return Verdict(task.name, (_refused(error),), {})
    except OSError as error:
        return Verdict(task.name, (_unreadable(error),), {})
    if isinstance(data, Diagnostic):
        return Verdict(task.name, (data,), {})
    return verdict(task.name, data, settings, excerpts)


def _read(task: Task, max_size: int) -> bytes | Diagnostic:
    if task.member:
        data = archive.read(task.path, task.member, max_size)
    else:
        data = stores.start(task.path, max_size + 1)
    if len(data) > max_size:
        from an2un.check.loading import too_large

        return too_large(len(data) if task.member else stores.size(task.path), max_size)
    return data


def _refused(error: archive.ArchiveError) -> Diagnostic:
    hint = "unpack the archive and look at what is in it"
    return Diagnostic(codes.REFUSED_ARCHIVE, str(error), line=1, column=1, hint=hint)


def _unreadable(error: OSError) -> Diagnostic:
    return Diagnostic(codes.UNREADABLE, f"the file cannot be read: {error.strerror or error}")


def judge_all(
    work: Iterable[Task | Verdict],
    settings: Settings,
    jobs: int = 1,
    excerpts: bool = False,
    executor: Executor | None = None,
) -> Iterator[Verdict]:
    """Yield the verdicts on all files, in their order; `jobs` processes work at them.

    executor  works in place of processes of our own
    """
    if executor is not None:
        yield from _parallel(work, partial(_chunk, settings, excerpts), executor, jobs)
    elif jobs <= 1:
        for one in work:
            yield one if isinstance(one, Verdict) else judge_task(one, settings, excerpts)
    else:
        from an2un.crew import Limits, Workers

        with Workers(
            jobs, limits=Limits(0, 0), initializer=_prepare, initargs=(settings,)
        ) as workers:
            yield from _parallel(work, partial(_chunk, settings, excerpts), workers, jobs)


Judge = Callable[[Chunk], list[Verdict]]


def _parallel(
    work: Iterable[Task | Verdict], judge: Judge, executor: Executor, jobs: int
) -> Iterator[Verdict]:
    """Keep the processes busy a few chunks ahead, not more, and yield in order."""
    from an2un.crew import Lost, in_order

    tasks = iter(work)
    chunks = iter(lambda: list(islice(tasks, _CHUNK)), [])
    for chunk, future in in_order(executor, judge, chunks, jobs * _AHEAD):
        try:
            yield from future.result()
        except Lost as lost:
            yield from _one_by_one(chunk, judge, executor, lost)


def _one_by_one(chunk: Chunk, judge: Judge, executor: Executor, lost: Lost) -> Iterator[Verdict]:
    """Judge the files of a chunk that was lost apart, so that only the guilty one is lost."""
    for one in chunk:
        if isinstance(one, Verdict) or len(chunk) == 1:
            yield one if isinstance(one, Verdict) else _died(one, lost)
        else:
            yield from _parallel([one], judge, executor, 1)


def _prepare(settings: Settings) -> None:
    """Compile the schema before the first file comes."""
    from an2un.check import narrow, verdict  # noqa: F401 - imported for what it imports

    narrow.compiled(narrow.proof_for(settings))


def _chunk(settings: Settings, excerpts: bool, chunk: Chunk) -> list[Verdict]:
    return list(judge_all(chunk, settings, 1, excerpts))


def _died(task: Task, lost: Lost) -> Verdict:
    message = f"the file cannot be judged: {lost}"
    return Verdict(task.name, (Diagnostic(codes.UNREADABLE, message),), {})
