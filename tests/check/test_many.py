"""Many files: order, processes, files that cannot be read."""

from __future__ import annotations

import pickle
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from an2un.check import many
from an2un.check.settings import Settings
from an2un.crew import Lost
from tests.check.pieces import DRAFT, RESOLUTION, changed

FAULTY = changed(RESOLUTION, 'href="#para_1"', 'href="#para_9"')


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = []
    for n in range(70):
        path = tmp_path / f"{n:03}.xml"
        path.write_text(FAULTY if n % 7 == 0 else DRAFT, encoding="utf-8")
        paths.append(path)
    return paths


def test_processes_change_nothing(files: list[Path]) -> None:
    alone = list(many.judge_all(many.tasks(files), Settings(), 1))
    together = list(many.judge_all(many.tasks(files), Settings(), 2))
    assert [v.name for v in alone] == [str(path) for path in files]
    assert together == alone
    assert sum(len(v.findings) for v in alone) == 10


def test_excerpts_are_the_lines_of_the_findings(files: list[Path]) -> None:
    verdict = many.judge_task(many.Task("x", str(files[0])), Settings(), excerpts=True)
    (finding,) = verdict.findings
    assert '<ref eId="ref_5" href="#para_9">' in verdict.excerpts[finding.line]


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    paths = [tmp_path / "missing.xml", tmp_path / "missing.zip", tmp_path]
    verdicts = list(many.judge_all(many.tasks(paths), Settings()))
    assert [[f.code.id for f in v.findings] for v in verdicts] == [["AU934"], ["AU933"], ["AU934"]]
    assert not any(v.readable for v in verdicts)


class Deadly(Executor):
    """As when the kernel ends a process for want of memory."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if any(task.name.endswith("020.xml") for task in args[0]):
            future.set_exception(Lost("crash", "ended by signal 9"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_process_that_dies_costs_its_file_only(files: list[Path]) -> None:
    verdicts = list(many.judge_all(many.tasks(files), Settings(), 2, executor=Deadly()))
    assert [v.name for v in verdicts] == [str(path) for path in files]
    (lost,) = [v for v in verdicts if not v.readable]
    assert lost.name.endswith("020.xml")
    assert "signal 9" in lost.findings[0].message


def test_settings_and_verdicts_travel_between_processes() -> None:
    settings = Settings(select=("AU1",), schema=Path("x.xsd"))
    assert pickle.loads(pickle.dumps(settings)) == settings
    verdict = many.verdict("x", FAULTY.encode(), Settings())
    assert pickle.loads(pickle.dumps(verdict)) == verdict
