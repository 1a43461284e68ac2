"""Processes that are lost, limits, and the executor around them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from an2un.crew import Limits, Lost, Outfit, Workers, completed, dismiss, in_order, isolated
from tests.crew import deeds

LIMITS = Limits(seconds=60, memory=1_000_000_000)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, limits=LIMITS, initializer=deeds.prepare, initargs=("ready",)) as crew:
        yield crew


def test_work_is_done_elsewhere_and_comes_back(workers: Workers) -> None:
    assert workers.submit(deeds.square, 7).result() == 49
    assert workers.submit(deeds.pid).result() != os.getpid()
    assert list(workers.map(deeds.square, range(5))) == [0, 1, 4, 9, 16]


def test_each_process_is_prepared_once(workers: Workers) -> None:
    for _ in range(4):
        assert workers.submit(deeds.prepared).result() == ["ready"]


def test_processes_get_ready_ahead_of_the_calls_that_are_expected(tmp_path: Path) -> None:
    mark = tmp_path / "ready"
    with Workers(1, limits=LIMITS, initializer=deeds.mark, initargs=(str(mark),)) as crew:
        assert not mark.exists()
        for _ in range(3):
            crew.expect()  # all but the first change nothing
        until = time.monotonic() + 60
        while not mark.exists() and time.monotonic() < until:
            time.sleep(0.05)
        first = mark.read_text(encoding="ascii")
        assert crew.submit(deeds.pid).result() == int(first)
    assert mark.read_text(encoding="ascii") == first


def test_what_is_raised_there_is_raised_here_with_its_traceback(workers: Workers) -> None:
    with pytest.raises(ValueError, match="no good") as told:
        workers.submit(deeds.raise_value, "no good").result()
    assert "in raise_value" in told.value.__notes__[0]


def test_an_exception_that_cannot_travel_is_told_in_words(workers: Workers) -> None:
    with pytest.raises(RuntimeError, match="OddError: a"):
        workers.submit(deeds.raise_odd).result()


def test_a_result_that_cannot_travel_is_an_error(workers: Workers) -> None:
    error = workers.submit(deeds.unpicklable).exception()
    assert error is not None
    assert not isinstance(error, Lost)


def test_what_work_prints_does_not_disturb(workers: Workers) -> None:
    assert workers.submit(deeds.noise).result() == "done"
    assert workers.submit(deeds.stdin_left).result() == b""


@pytest.mark.parametrize(
    ("work", "arguments", "message"),
    [
        (deeds.exit_with, (7,), "status 7"),
        (deeds.crash, (), "SIGSEGV.*Segmentation fault"),
    ],
)
def test_a_crash_takes_down_only_itself(
    workers: Workers, work: object, arguments: tuple[object, ...], message: str
) -> None:
    other = workers.submit(deeds.sleep, 0.2)
    with pytest.raises(Lost, match=message) as told:
        workers.submit(work, *arguments).result()  # type: ignore[arg-type]
    assert told.value.kind == "crash"
    assert other.result() == 0.2
    assert workers.submit(deeds.square, 3).result() == 9


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is held on Linux")
def test_hunger_for_memory_takes_down_only_itself(workers: Workers) -> None:
    with pytest.raises(Lost, match="1,000 MB") as told:
        workers.submit(deeds.fill).result()
    assert told.value.kind == "memory"
    assert workers.submit(deeds.square, 3).result() == 9


def test_what_hangs_is_ended() -> None:
    with Workers(1, limits=Limits(seconds=0.3)) as crew:
        stuck, good = crew.submit(deeds.spin), crew.submit(deeds.square, 2)
        with pytest.raises(Lost, match=r"longer than 0\.3 seconds") as told:
            stuck.result()
        assert told.value.kind == "time"
        assert good.result() == 4


def test_an_initializer_that_fails_is_told_and_not_waited_for() -> None:
    with Workers(1, initializer=deeds.raise_value, initargs=("not ready",)) as crew:
        for _ in range(2):
            with pytest.raises(ValueError, match="not ready"):
                crew.submit(deeds.pid).result()


def test_leaving_in_disorder_ends_what_is_at_work() -> None:
    began = time.monotonic()
    pid = 0

    def interrupted() -> None:
        nonlocal pid
        with Workers(1) as crew:
            pid = crew.submit(deeds.pid).result()
            crew.submit(deeds.spin)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - began < 60
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    pytest.fail("the process is still there")


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups")
def test_an_interrupt_at_the_keyboard_does_not_reach_the_processes(workers: Workers) -> None:
    assert workers.submit(deeds.parent_of_group).result() != os.getpgid(0)
    pid = workers.submit(deeds.pid).result()
    os.kill(pid, signal.SIGINT)
    assert workers.submit(deeds.square, 3).result() == 9


def test_calls_inside_another_executor_are_isolated_too() -> None:
    outfit = Outfit(LIMITS, deeds.prepare, ("there",))
    try:
        first = isolated("test", outfit, deeds.pid)
        assert first == isolated("test", outfit, deeds.pid)
        with pytest.raises(Lost):
            isolated("test", outfit, deeds.exit_with, 1)
        assert isolated("test", outfit, deeds.prepared) == ["there"]
    finally:
        dismiss("test")
    assert threading.active_count() < 50


def test_only_a_little_is_handed_out_ahead(workers: Workers) -> None:
    taken = 0

    def numbers() -> Iterator[int]:
        nonlocal taken
        while taken < 100:
            taken += 1
            yield taken

    flow = completed(workers, deeds.square, numbers(), ahead=4)
    item, future = next(flow)
    assert future.result() == item * item
    assert taken <= 6
    flow.close()
    assert taken <= 6


def test_all_come_back_once_and_in_order_where_asked(workers: Workers) -> None:
    found = {item: done.result() for item, done in completed(workers, deeds.square, range(40), 4)}
    assert found == {n: n * n for n in range(40)}
    ordered = [item for item, _ in in_order(workers, deeds.square, range(40), 4)]
    assert ordered == list(range(40))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits to ask for")
def test_the_limits_are_of_the_processes_only(workers: Workers) -> None:
    import resource

    workers.submit(deeds.pid).result()
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
