"""What is taken down is saved at once after a lull, else with the next result or at the end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from an2un.batch import manifest
from an2un.batch.manifest import Manifest, Record


def record(base: Manifest, name: str) -> None:
    base.record(Record(stem=name, name=f"{name}.txt", place=f"/in/{name}.txt"))


def saved(path: Path) -> list[str]:
    """Return what another process finds in the manifest."""
    with sqlite3.connect(path) as base:
        return [stem for (stem,) in base.execute("SELECT stem FROM result ORDER BY stem")]


def test_a_result_after_a_lull_is_saved_at_once_with_those_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr(manifest, "monotonic", lambda: clock[0])
    base = Manifest(tmp_path / "m.sqlite")
    seen = []
    for name, seconds in (("a", 5.0), ("b", 0.1), ("c", 0.1), ("d", 0.6), ("e", 0.1)):
        clock[0] += seconds
        record(base, name)
        seen.append("".join(saved(tmp_path / "m.sqlite")))
    assert seen == ["a", "a", "a", "abcd", "abcd"]
    base.close()
    assert saved(tmp_path / "m.sqlite") == [*"abcde"]


def test_what_was_not_saved_is_undone_whole(tmp_path: Path) -> None:
    base = Manifest(tmp_path / "m.sqlite")
    record(base, "a")
    base._base.close()  # as the end of the process does
    assert saved(tmp_path / "m.sqlite") == []


def test_notes_of_the_run_save_the_results_before_them(tmp_path: Path) -> None:
    base = Manifest(tmp_path / "m.sqlite")
    record(base, "a")
    base.note(state="done")
    assert saved(tmp_path / "m.sqlite") == ["a"]
    base.close()


def test_findings_come_back_as_they_were_taken_down(tmp_path: Path) -> None:
    base = Manifest(tmp_path / "m.sqlite")
    findings = '[{"message": "о \\ud800 \\\\"}]'
    base.record(Record(stem="a", name="a", place="a", findings=findings, codes={"AU104": 1}))
    assert list(base.rows(("findings", "codes"))) == [[findings, {"AU104": 1}]]
    base.close()
