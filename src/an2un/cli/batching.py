"""What `an2un batch` does: orders, the run, its summary and exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from an2un.cli import options
from an2un.cli.batch import state_of
from an2un.cli.conduct import Status, put, say
from an2un.cli.findings import SEVERITIES
from an2un.cli.progress import Progress

if TYPE_CHECKING:
    from an2un.batch.run import Orders, Stop, Tally


def convert(sources: Sequence[str], given: Mapping[str, Any]) -> int:
    """Convert what the arguments name and return the exit status."""
    from an2un.batch.executors import ExecutorError
    from an2un.batch.lock import BusyError
    from an2un.batch.manifest import ManifestError
    from an2un.inputs import NothingError

    orders = _orders(sources, given)
    try:
        if given["dry_run"]:
            return _rehearsed(orders)
        return _run(orders, given)
    except NothingError as error:
        raise click.UsageError(str(error)) from error
    except (BusyError, ExecutorError, ManifestError) as error:
        say(f"an2un: {orders.out}: {error}")
    except OSError as error:
        say(f"an2un: {error.filename or orders.out}: {error.strerror or error}")
    return Status.UNREADABLE


def _orders(sources: Sequence[str], given: Mapping[str, Any]) -> Orders:
    from an2un.batch.plan import Shard
    from an2un.batch.run import Orders
    from an2un.conversion import Options
    from an2un.crew import Limits

    known = {name: given[name] for name in options.IDENTITY}
    form = given["source_format"]
    return Orders(
        sources=[name for name in sources if name != "-"],
        listed=_listed() if "-" in sources else (),
        suffixes=options.suffixes(form),
        out=given["output"],
        state=state_of(given["output"], given["state"]),
        options=Options(
            supplied=options.supplied(known), max_size=given["max_size"], format=form or ""
        ),
        ledger=not given["no_ledger"],
        executor=given["executor"],
        jobs=given["jobs"],
        limits=Limits(given["seconds"], given["memory"]),
        shard=Shard(*given["shard"]),
        retry_failed=given["retry_failed"],
    )


def _listed() -> list[str]:
    """Return the names on stdin, one a line, or ended by NUL as `find -print0` writes them."""
    data = sys.stdin.buffer.read()
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [name.decode("utf-8", "surrogateescape") for name in names if name.strip()]


def _run(orders: Orders, given: Mapping[str, Any]) -> int:
    from an2un.batch.run import Stop, run

    stop, meter = Stop(), _Meter(given["quiet"])
    with _interruptible(stop), meter:
        tally = run(orders, meter.begun, meter.step, stop)
    if not given["quiet"]:
        _tell(tally, orders)
    return _status(tally, stop, given["fail_on"])


class _Meter:
    """Progress that begins when it is known how much there is to do."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._shown = ExitStack()
        self._progress: Progress | None = None

    def __enter__(self) -> None:
        return None

    def begun(self, total: int) -> None:
        """Begin."""
        self._progress = self._shown.enter_context(Progress(total, self._quiet))

    def step(self) -> None:
        """Count one document."""
        if self._progress is not None:
            self._progress.step()

    def __exit__(self, *_error: object) -> None:
        self._shown.close()


@contextmanager
def _interruptible(stop: Stop) -> Iterator[None]:
    """Take the first interrupt as a wish to end in order, a second one as an order to end."""

    def asked(_number: int, _frame: FrameType | None) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.asked = True
        say("an2un: stopping after the documents under way; interrupt again to stop at once")

    numbers = (signal.SIGINT, signal.SIGTERM)
    try:
        before = [signal.signal(number, asked) for number in numbers]
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _tell(tally: Tally, orders: Orders) -> None:
    """Print the summary."""
    from an2un.batch.reports import FATE_WORDS

    words = {**FATE_WORDS, "unchanged": "unchanged"}
    fates = ", ".join(f"{tally.fates[fate]:,} {word}" for fate, word in words.items())
    rate = tally.size / 1e6 / max(tally.seconds, 1e-9)
    say(
        f"an2un: {orders.out}: {tally.done:,} of {tally.total:,} documents in "
        f"{tally.seconds:,.1f} s: {fates}; {tally.size / 1e6:,.1f} MB, {rate:.2f} MB/s"
    )
    for name, reason in tally.failures:
        say(f"  failed: {name}: {reason}")
    if tally.fates["failed"] > len(tally.failures):
        say(f"  … and {tally.fates['failed'] - len(tally.failures):,} more")
    if tally.fates["failed"]:
        say(f"  the reasons are in {orders.state / 'quarantine'}")
    if tally.stopped:
        say(f"an2un: {tally.stopped}; stopped, the same command goes on from here")


def _status(tally: Tally, stop: Stop, fail_on: str) -> int:
    from an2un.check.pages import catalogue

    if stop.asked:
        return Status.INTERRUPTED
    if tally.kinds["fault"]:
        return Status.FAULT
    if tally.fates["failed"] or tally.stopped:
        return Status.UNREADABLE
    codes, limit = catalogue(), SEVERITIES.get(fail_on)
    severe = limit is not None and any(codes[code].severity >= limit for code in tally.codes)
    return Status.FINDINGS if severe else Status.FINE


def _rehearsed(orders: Orders) -> int:
    """Print what a run would do."""
    from an2un.batch.rehearsal import rehearse

    line: Callable[[str, str], str] = "{:<9} {}\n".format
    for fate, name in rehearse(orders):
        put(line(fate, name).encode("utf-8", "backslashreplace"), None)
    return Status.FINE
