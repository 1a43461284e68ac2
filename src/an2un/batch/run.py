"""One run over a batch: what is new, changed or failed is converted, everything is taken down.

Only this process writes the manifest. A result is put into its place first and recorded then, so
that whenever the run ends, the next one goes on where it was.
"""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import EDQUOT, EIO, ENOSPC, EROFS
from hashlib import sha256
from pathlib import Path

from an2un import stores
from an2un.batch.executors import ExecutorError, Team, team
from an2un.batch.lock import locked
from an2un.batch.manifest import FATES, Manifest, Planned, Record
from an2un.batch.plan import APART, Entry, Shard, entries
from an2un.batch.reports import write_all
from an2un.batch.results import Results, fresh
from an2un.batch.work import Job, Known, Outcome, Setting, convert_one, unwritten
from an2un.conversion import Options, moment
from an2un.crew import Limits, Lost, completed
from an2un.record import replace

HOPELESS = frozenset((ENOSPC, EDQUOT, EROFS, EIO))
"""Errors of writing after which the other documents need not be tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a run is to do.

    sources, listed   see `an2un.batch.plan.entries`
    suffixes          of the files that directories are searched for
    out               directory or URL of the results
    state             directory of manifest, reports and quarantine
    ledger            whether the fate of every character is written beside the XML
    executor, jobs    see `an2un.batch.executors.team`
    retry_failed      do only what failed before
    """

    sources: Sequence[str]
    listed: Sequence[str] = ()
    suffixes: tuple[str, ...] = (".txt",)
    out: str
    state: Path
    options: Options = field(default_factory=Options)
    ledger: bool = True
    executor: str = "processes"
    jobs: int = 0
    limits: Limits = Limits()
    shard: Shard = Shard()
    retry_failed: bool = False

    @property
    def conditions(self) -> str:
        """A digest of all but the input that results depend on."""
        from an2un import __version__

        supplied, made = self.options.supplied, _told_made(self.options)
        whole = (__version__, supplied, made, self.options.max_size, self.options.format)
        return sha256(repr((*whole, self.ledger)).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def entries(self) -> Iterator[Entry]:
        """The inputs of this part."""
        found = entries(self.sources, self.listed, self.suffixes, self.out)
        return (entry for entry in found if self.shard.has(entry.name))


@dataclass(slots=True)
class Tally:
    """What a run has come to: how many documents met each fate, bytes read, seconds, failures."""

    total: int = 0
    fates: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    size: int = 0
    seconds: float = 0.0
    failures: list[tuple[str, str]] = field(default_factory=list)
    stopped: str = ""

    @property
    def done(self) -> int:
        """How many inputs are dealt with."""
        return self.fates.total()

    def add(self, name: str, outcome: Outcome) -> None:
        """Count one document."""
        self.fates[outcome.fate] += 1
        if outcome.fate == "failed":
            self.kinds[outcome.kind] += 1
            if len(self.failures) < 10:
                self.failures.append((name, outcome.reason))
        elif outcome.fate != "unchanged":
            self.size += outcome.size
            self.codes.update(outcome.codes)


class Stop:
    """Asks a run to end in order: what is under way is finished, nothing more begun."""

    def __init__(self) -> None:
        self.asked = False


def run(
    orders: Orders, begun: Callable[[int], None], step: Callable[[], None], stop: Stop
) -> Tally:
    """Do what is to be done and return what it came to.

    begun  called with the number of inputs when it is known; `step` after each of them
    Raises BusyError, ManifestError, ExecutorError, NothingError; OSError where the directories
    cannot be written.
    """
    orders.state.mkdir(parents=True, exist_ok=True)
    with locked(orders.state, orders.shard):
        manifest = Manifest(manifest_of(orders.state, orders.shard))
        try:
            tally = _Run(orders, manifest, stop).go(begun, step)
            try:
                write_all(manifest, orders.state, orders.shard.label)
            except OSError as error:
                tally.stopped = tally.stopped or f"{orders.state}: {error.strerror or error}"
        finally:
            manifest.close()
    return tally


def manifest_of(state: Path, shard: Shard) -> Path:
    """Return the file of the manifest of a run or of a part."""
    return state / (f"manifest.{shard.label}.sqlite" if shard.label else "manifest.sqlite")


class _Run:
    def __init__(self, orders: Orders, manifest: Manifest, stop: Stop) -> None:
        self._orders = orders
        self._manifest = manifest
        self._stop = stop
        self._tally = Tally()
        self._under_way: dict[int, tuple[Planned, Record | None]] = {}
        self._conditions = orders.conditions

    def go(self, begun: Callable[[int], None], step: Callable[[], None]) -> Tally:
        orders, began = self._orders, time.monotonic()
        self._take_over()
        options = self._dated()
        scratch = self._scratch()
        self._results = Results(orders.out, scratch, orders.state / "quarantine")
        setting = Setting(options, orders.out, scratch, orders.ledger)
        try:
            with team(orders.executor, orders.jobs, orders.limits, setting) as workers:
                self._tally.total = self._manifest.plan(self._announced(workers))
                begun(self._tally.total)
                self._work(workers, step)
        finally:
            if scratch:
                shutil.rmtree(scratch, ignore_errors=True)
        if not self._stop.asked and not self._tally.stopped and not orders.retry_failed:
            self._manifest.note(state="done")
        self._tally.seconds = time.monotonic() - began
        return self._tally

    def _take_over(self) -> None:
        """A run over the whole goes on from what the parts of earlier ones have done."""
        if self._orders.shard.of == 1:
            for part in sorted(self._orders.state.glob("manifest.*-of-*.sqlite")):
                self._manifest.take_over(part)

    def _dated(self) -> Options:
        """Return the options with the day that goes into the XML: a run resumed keeps its day."""
        options, facts = self._orders.options, self._manifest.facts()
        told = _told_made(options)
        going_on = facts.get("state") == "begun" and facts.get("made")
        made = told or (facts["made"] if going_on else moment(options).isoformat())
        self._manifest.note(state="begun", made=made, version=_version(), out=self._orders.out)
        return replace(options, made=datetime.fromisoformat(made))

    def _scratch(self) -> str:
        if stores.is_remote(self._orders.out):
            return ""
        apart = Path(self._orders.out) / APART
        apart.mkdir(parents=True, exist_ok=True)
        return str(fresh(apart, self._orders.shard.label))

    def _announced(self, workers: Team) -> Iterator[Entry]:
        """Yield the inputs, while the workers get ready.

        A run that goes on may have nothing left to do: its workers start when they are asked.
        """
        fresh_run = not self._manifest.counts()
        for entry in self._orders.entries:
            if fresh_run:
                workers.expect()
            yield entry

    def _work(self, workers: Team, step: Callable[[], None]) -> None:
        jobs = self._jobs(step)
        for job, future in completed(workers.executor, convert_one, jobs, workers.ahead):
            self._settle(*self._under_way.pop(job.number), self._outcome(future))
            step()

    def _jobs(self, step: Callable[[], None]) -> Iterator[Job]:
        """Yield what is to be done, until a stop is asked for."""
        for planned, before in self._manifest.planned():
            if self._stop.asked or self._tally.stopped:
                return
            if self._orders.retry_failed and (before is None or before.fate != "failed"):
                self._tally.total -= 1
                continue
            name, place, member, fault = planned.entry
            if fault:
                self._settle(planned, before, Outcome(kind="unreadable", reason=fault))
                step()
                continue
            known = self._known(planned, before)
            self._under_way[planned.number] = planned, before
            yield Job(planned.number, name, place, member, planned.stem, known)

    def _known(self, planned: Planned, before: Record | None) -> Known | None:
        """Return what may still hold of an earlier result."""
        if before is None or before.fate == "failed" or before.conditions != self._conditions:
            return None
        return Known(before.sha256, before.files) if before.name == planned.entry.name else None

    def _outcome(self, future: Future[Outcome]) -> Outcome:
        """Return what became of a document, also where no worker lived to tell."""
        try:
            return future.result()
        except Lost as lost:
            return Outcome(kind=lost.kind, reason=lost.message)
        except CancelledError as error:
            raise ExecutorError("the workers have gone") from error
        except (OSError, ImportError):
            raise
        except Exception as error:  # noqa: BLE001 - a worker of a cluster that died, for one
            return Outcome(
                kind="crash", reason=" ".join(f"{type(error).__name__}: {error}".split())
            )

    def _settle(self, planned: Planned, before: Record | None, outcome: Outcome) -> None:
        """Put results into place and take down what became of a document."""
        if outcome.fate in FATES and outcome.fate != "failed":
            try:
                self._results.place(planned, outcome.files)
            except OSError as error:
                outcome = unwritten(error, outcome)
        if outcome.errno in HOPELESS:
            self._tally.stopped = f"{self._orders.out}: {os.strerror(outcome.errno)}"
            return
        self._tally.add(planned.entry.name, outcome)
        if outcome.fate != "unchanged":
            self._tidy(planned, outcome, before)
            self._manifest.record(self._record(planned, outcome))

    def _tidy(self, planned: Planned, outcome: Outcome, before: Record | None) -> None:
        """Leave nothing in the directories that the manifest will not vouch for."""
        if before is not None:
            self._results.withdraw(planned.stem, set(before.files) - set(outcome.files))
            if before.fate == "failed":
                self._results.release(planned)
        if outcome.fate == "failed":
            self._results.abandon(planned.number)
            self._results.set_apart(planned, outcome, self._orders.options.max_size)

    def _record(self, planned: Planned, outcome: Outcome) -> Record:
        entry = planned.entry
        return Record(
            stem=planned.stem, name=entry.name, place=entry.place, member=entry.member,
            fate=outcome.fate, kind=outcome.kind, reason=outcome.reason,  # type: ignore[arg-type]
            conditions=self._conditions, sha256=outcome.sha256, size=outcome.size,
            files=outcome.files, codes=outcome.codes, findings=outcome.findings,
            seconds={stage: round(value, 6) for stage, value in outcome.seconds.items()},
            finished=datetime.now(UTC).isoformat(timespec="microseconds"),
        )  # fmt: skip


def _told_made(options: Options) -> str:
    """Return the moment of making that the caller has fixed, "" if it is that of the run."""
    told = options.made is not None or os.environ.get("SOURCE_DATE_EPOCH", "").strip().isdecimal()
    return moment(options).isoformat() if told else ""


def _version() -> str:
    from an2un import __version__

    return __version__
