"""Runs that are ended in every way, and go on.

AN2UN_KILLS and AN2UN_DOCUMENTS ask for more kills, in a larger batch, than everyday tests have.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.corpus import batch, command, content, environment, grow

KILLS = int(os.environ.get("AN2UN_KILLS", "4"))
DOCUMENTS = int(os.environ.get("AN2UN_DOCUMENTS", "60"))

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


@posix
def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    source = grow(tmp_path / "in", DOCUMENTS)
    (source / "000" / "bad.txt").write_bytes(b"")
    batch(source, "-o", tmp_path / "whole", status=[3])
    began = time.perf_counter()  # what a run takes that has nothing to do: on a busy machine, long
    batch(source, "-o", tmp_path / "whole", status=[3])
    reach = 2 * (time.perf_counter() - began)
    chance, out, killed, finished = random.Random(7), tmp_path / "out", 0, 0
    while killed < KILLS:
        run = subprocess.Popen(
            command(source, "-o", out), env=environment(), stderr=subprocess.DEVNULL
        )
        try:
            run.wait(chance.uniform(0.0, reach))
            finished += 1
            _spoil(out, chance)  # so that there is something to do again
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            killed += 1
    batch(source, "-o", out, status=[3])
    assert content(out) == content(tmp_path / "whole")
    left = [path.name for path in (out / "_batch").iterdir()]
    assert not any(name.startswith("scratch") for name in left), left
    assert batch("status", out, status=[1]).stdout.endswith("0 to do\n")


def _spoil(out: Path, chance: random.Random) -> None:
    """Remove some results and damage others, as a disk may."""
    for path in sorted(out.glob("*/*")):
        if "_batch" not in path.parts and chance.random() < 0.5:
            path.write_bytes(b"") if chance.random() < 0.5 else path.unlink()


def test_a_second_run_does_what_is_new_or_changed(tmp_path: Path) -> None:
    source, out = grow(tmp_path / "in", 6), tmp_path / "out"
    batch(source, "-o", out)
    paths = sorted(source.rglob("*.txt"))
    paths[0].write_bytes(paths[1].read_bytes())
    (source / "new.txt").write_bytes(paths[2].read_bytes())
    (out / "000" / "00003.ledger.json").unlink()
    rehearsed = batch(source, "-o", out, "--dry-run", status=[0]).stdout.splitlines()
    assert sorted(line.split()[0] for line in rehearsed) == [
        *["changed"] * 2, "new", *["unchanged"] * 4,
    ]  # fmt: skip
    again = batch(source, "-o", out).stderr
    assert "7 of 7 documents" in again
    assert "4 unchanged" in again
    batch(source, "-o", tmp_path / "other")
    assert content(out) == content(tmp_path / "other")
    assert "0 unchanged" in batch(source, "-o", out, "--symbol", "A/RES/99/1").stderr


def test_only_what_failed_is_tried_again_where_asked(tmp_path: Path) -> None:
    source, out = grow(tmp_path / "in", 3), tmp_path / "out"
    bad = source / "bad.txt"
    bad.write_bytes(b"\0\1\2")
    batch(source, "-o", out, status=[3])
    held = out / "_batch" / "quarantine"
    assert (held / "bad.input").read_bytes() == b"\0\1\2"
    assert "unreadable: " in (held / "bad.reason.txt").read_text()
    bad.write_bytes((source / "000" / "00000.txt").read_bytes())
    (source / "new.txt").write_bytes(bad.read_bytes())
    told = batch(source, "-o", out, "--retry-failed").stderr
    assert "1 of 1 documents" in told
    assert (out / "bad.xml").is_file()
    assert not (out / "new.xml").exists()
    assert list(held.iterdir()) == []


def test_what_fails_after_it_was_fine_leaves_no_old_result(tmp_path: Path) -> None:
    source, out = grow(tmp_path / "in", 2), tmp_path / "out"
    batch(source, "-o", out)
    (source / "000" / "00001.txt").write_bytes(b"")
    batch(source, "-o", out, status=[3])
    assert sorted(path.name for path in (out / "000").glob("*.xml")) == ["00000.xml"]
    assert not list((out / "000").glob("00001*"))


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_in_order(tmp_path: Path, number: signal.Signals) -> None:
    source, out = grow(tmp_path / "in", 120), tmp_path / "out"
    run = subprocess.Popen(
        command(source, "-o", out), env=environment(), stderr=subprocess.PIPE, text=True
    )
    while not list(out.glob("*/*.xml")):
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(number)
    _, told = run.communicate()
    assert run.returncode == 130
    assert "stopping after the documents under way" in told
    assert "Traceback" not in told
    assert not list((out / "_batch").glob("scratch*"))
    done = len(list(out.glob("*/*.xml")))
    assert 0 < done < 120
    assert f"{120 - done:,} to do" in batch("status", out, status=[1]).stdout
    assert f"{done} unchanged" in batch(source, "-o", out).stderr


@posix
def test_two_runs_on_one_directory_exclude_each_other(tmp_path: Path) -> None:
    source, out = grow(tmp_path / "in", 150), tmp_path / "out"
    run = subprocess.Popen(command(source, "-o", out), env=environment(), stderr=subprocess.DEVNULL)
    try:
        while not list(out.glob("*/*.xml")):
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(signal.SIGSTOP)  # it may not end before the others have come
        other = batch(source, "-o", out, status=[3])
        assert f"another run is at work here: a whole run, process {run.pid}" in other.stderr
        part = batch(source, "-o", out, "--shard", "1/2", status=[3])
        assert "another run is at work here" in part.stderr
        assert "to do" in batch("status", out, status=[1]).stdout
    finally:
        run.kill()
        run.wait()


def test_a_run_resumed_keeps_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from an2un.batch.manifest import Manifest

    source, out = grow(tmp_path / "in", 2), tmp_path / "out"
    (out / "_batch").mkdir(parents=True)
    manifest = Manifest(out / "_batch" / "manifest.sqlite")
    manifest.note(state="begun", made="2044-11-08T00:00:00+00:00")
    manifest.close()
    subprocess.run(
        command(source, "-o", out), env={**environment(), "SOURCE_DATE_EPOCH": ""}, check=False
    )
    assert b"2044-11-08" in (out / "000" / "00000.xml").read_bytes()
