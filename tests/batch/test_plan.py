"""What a batch finds to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from an2un.batch.manifest import Manifest
from an2un.batch.plan import Entry, entries


def _found(source: Path, out: Path) -> list[str]:
    return [entry.name for entry in entries([str(source)], (), (".txt",), str(out))]


def test_results_are_no_sources_however_they_are_reached(tmp_path: Path) -> None:
    out = tmp_path / "in" / "out"
    out.mkdir(parents=True)
    (out / "result.txt").touch()
    (tmp_path / "in" / "lamp.txt").touch()
    try:
        (tmp_path / "in" / "link.txt").symlink_to(out / "result.txt")
        (tmp_path / "elsewhere").symlink_to(tmp_path / "in")
    except OSError:
        pytest.skip("no symbolic links")
    assert _found(tmp_path / "in", out) == ["lamp.txt"]
    assert _found(tmp_path / "elsewhere", out) == ["lamp.txt"]
    assert _found(tmp_path / "in", tmp_path / "elsewhere" / "out") == ["lamp.txt"]


def test_each_input_is_planned_once_and_has_a_place_of_its_own(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.sqlite")
    given = [
        Entry("lamp.txt", "/a/lamp.txt"),
        Entry("lamp.txt", "/a/lamp.txt"),  # the same
        Entry("Lamp.txt", "/b/Lamp.txt"),  # the same to some file systems
        Entry("lamp.md", "/a/lamp.md"),
    ]
    assert manifest.plan(given) == 3
    stems = [planned.stem for planned, _ in manifest.planned()]
    manifest.close()
    assert stems[0] == "lamp"
    assert len({stem.casefold() for stem in stems}) == 3
