"""Conversions of many inputs as they come, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from an2un.conversion import Conversion, Options, convert
from an2un.crew import completed, cores
from an2un.intake import Input
from an2un.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one of many inputs: a conversion, or the error that prevented it.

    number      position of the input, from 0: results come in the order in which they are done
    name        what messages call the input
    source      the input
    conversion  None if there is an error
    error       ReadError for what cannot be read; Lost for what took too long, too much memory or
                crashed its process; None if there is a conversion
    """

    number: int
    name: str
    source: Input
    conversion: Conversion | None = None
    error: Exception | None = None


def convert_many(
    sources: Iterable[Input | tuple[str, Input]],
    options: Options | None = None,
    *,
    executor: Executor | None = None,
    ahead: int = 0,
) -> Iterator[Result]:
    """Convert many inputs and yield what becomes of each when it is done.

    sources   inputs as `convert` takes them, or pairs of a name and an input; taken one by one as
              there is room, so that they may be more than memory holds
    executor  where to work: `Workers` of this package (processes within limits of time and
              memory), any executor of concurrent.futures, or Dask's `Client.get_executor()`;
              None: here, one after the other
    ahead     how many inputs are handed to the executor before their turn (default: four for each
              core of this machine)

    No input ends the run: what goes wrong with one is its `error`.
    """
    tasks = (_task(number, source) for number, source in enumerate(sources))
    options = options or Options()
    if executor is None:
        for task in tasks:
            try:
                yield _result(task, conversion=_converted(options, task))
            except Exception as error:  # noqa: BLE001 - the others have their turn
                yield _result(task, error=error)
        return
    work = partial(_converted, options)
    for task, future in completed(executor, work, tasks, ahead or 4 * cores()):
        failure = future.exception()
        if failure is None:
            yield _result(task, conversion=future.result())
        elif isinstance(failure, Exception):
            yield _result(task, error=failure)
        else:
            raise failure


class _Task(NamedTuple):
    number: int
    name: str
    source: Input


def _task(number: int, given: Input | tuple[str, Input]) -> _Task:
    if isinstance(given, tuple):
        return _Task(number, *given)
    if isinstance(given, Source):
        return _Task(number, given.name, given)
    name = str(given) if isinstance(given, Path) else f"<{type(given).__name__} {number}>"
    return _Task(number, name, given)


def _converted(options: Options, task: _Task) -> Conversion:
    return convert(task.source, options, task.name)


def _result(
    task: _Task, conversion: Conversion | None = None, error: Exception | None = None
) -> Result:
    return Result(
        number=task.number, name=task.name, source=task.source, conversion=conversion, error=error
    )
