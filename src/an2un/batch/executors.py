"""Where the work of a batch is done: processes of this machine, or a Dask cluster.

Either way a document is converted in a cell of its own (`an2un.crew`), with the same limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, NamedTuple, ParamSpec, TypeVar
from uuid import uuid4

from an2un.batch.work import Setting, prepare
from an2un.crew import Limits, Outfit, Workers, dismiss, isolated

P = ParamSpec("P")
T = TypeVar("T")

_CLUSTER = "dask://"
_PATIENCE = 60  # seconds to wait for a cluster
_AHEAD = 3  # documents for each process that wait for their turn


class ExecutorError(Exception):
    """The executor cannot be used or has gone; the message says why."""


class Team(NamedTuple):
    """An executor, and how many documents it is to have at hand.

    expect  called for each document that is to come, so that processes get ready meanwhile
    """

    executor: Executor
    ahead: int
    expect: Callable[[], None]


@contextmanager
def team(name: str, jobs: int, limits: Limits, setting: Setting) -> Iterator[Team]:
    """Start what converts documents.

    name  "processes", or dask://HOST:PORT for the scheduler of a cluster
    jobs  processes on this machine (0: one for each core)
    Raises ExecutorError.
    """
    if name == "processes":
        with Workers(jobs, limits=limits, initializer=prepare, initargs=(setting,)) as workers:
            yield Team(workers, workers.jobs * _AHEAD, workers.expect)
    elif name.startswith(_CLUSTER) and len(name) > len(_CLUSTER):
        with _cluster(name.removeprefix(_CLUSTER), Outfit(limits, prepare, (setting,))) as found:
            yield found
    else:
        raise ExecutorError(f"{name!r} is no executor; known are processes, dask://HOST:PORT")


class _Cluster(Executor):
    """Dask's executor, each call in a cell of the worker that it comes to."""

    def __init__(self, client: Any, key: str, outfit: Outfit) -> None:
        self._inner = client.get_executor(pure=False)
        self._key = key
        self._outfit = client.scatter(outfit, broadcast=True, hash=False)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = self._inner.submit(
            isolated, self._key, self._outfit, partial(fn, *args, **kwargs)
        )
        return future


@contextmanager
def _cluster(address: str, outfit: Outfit) -> Iterator[Team]:
    try:
        import distributed
    except ImportError as error:
        raise ExecutorError("clusters need an extra: pip install 'an2un[cluster]'") from error
    try:
        start: Any = distributed.Client
        client = start(f"tcp://{address}", timeout=_PATIENCE, set_as_default=False)
    except Exception as error:  # many kinds, by version
        raise ExecutorError(f"no scheduler answers at {address}: {error}") from error
    key = uuid4().hex
    try:
        _same_version(client, address)
        threads = sum(client.nthreads().values())
        yield Team(_Cluster(client, key, outfit), threads * _AHEAD, _ready)
    finally:
        with suppress(Exception):  # the cluster may be gone
            client.run(dismiss, key)
        with suppress(Exception):
            client.close(timeout=5)


def _ready() -> None:
    """Expect a document: the workers of a cluster are there."""


def _same_version(client: Any, address: str) -> None:
    """Refuse workers that would convert with another version than they are told to."""
    from an2un import __version__

    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        told = client.run(version)
    except Exception as error:
        raise ExecutorError(f"the cluster at {address} cannot be used: {error}") from error
    for worker, found in told.items():
        if found != __version__:
            raise ExecutorError(f"{worker} has an2un {found}, this is {__version__}")


def version() -> str:
    """Return the version of an2un where this is called."""
    from an2un import __version__

    return __version__
