"""Inputs and machines that mean no good."""

from __future__ import annotations

import errno
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.batch.corpus import EPOCH, SOURCES, batch, content, grow

TEXT = SOURCES[1].read_bytes()
posix = pytest.mark.skipif(sys.platform == "win32", reason="links, names, limits")


@posix
def test_no_input_is_lost_whatever_it_is(tmp_path: Path) -> None:
    """Links without end, files that are none, names in all scripts and in none, archives."""
    source = tmp_path / "in"
    source.mkdir()
    good = ["ar-قرار.txt", "zh-决议.txt", "ru-резолюция.txt", "emoji-😀.txt", "new\nline.txt",
            "-dash.txt", " blank .txt", "x" * 250 + ".txt", "nfc-é.txt", "nfc-e\u0301.txt",
            "<b>&amp;'\".txt", "=cmd().txt", "%41.txt", "A.txt", "a.TXT",
            os.fsdecode(b"latin-\xe9.txt")]  # fmt: skip
    for name in good:
        (source / name).write_bytes(TEXT)
    (source / "round").symlink_to(source)
    (source / "self.txt").symlink_to("self.txt")
    (source / "gone.txt").symlink_to("nowhere")
    os.mkfifo(source / "pipe.txt")
    (source / "empty.txt").touch()
    (source / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (source / "pdf.txt").write_bytes(b"%PDF-1.7 broken")
    (source / "broken.zip").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(source / "texts.zip", "w") as packed:
        for name in ("a/one.txt", "../../evil.txt", "/abs.txt", "c:\\dos.txt", "a/no.doc"):
            packed.writestr(name, TEXT)
    bad = {"self.txt", "gone.txt", "pipe.txt", "empty.txt", "binary.txt", "pdf.txt", "broken.zip"}
    out = tmp_path / "out"
    done = batch(source, "-o", out, "--max-size", "1MB", status=[3])
    report = json.loads((out / "_batch" / "report.json").read_text("utf-8", "surrogatepass"))
    fates = {entry["name"]: entry["fate"] for entry in report["files"]}
    assert {name for name, fate in fates.items() if fate == "failed"} == bad
    assert len(fates) == len(good) + len(bad) + 4
    assert len(list(out.rglob("*.xml"))) == len(good) + 4
    assert len({entry["stem"].casefold() for entry in report["files"]}) == len(fates)
    assert f"{len(fates)} of {len(fates)} documents" in done.stderr
    assert [*tmp_path.rglob("evil.xml")] == [out / "texts.zip" / "evil.xml"]
    assert len(list((out / "_batch" / "quarantine").rglob("*.reason.txt"))) == len(bad)
    again = batch(source, "-o", out, "--max-size", "1MB", status=[3])
    assert f"{len(good) + 4} unchanged" in again.stderr


def test_names_that_several_sources_share_are_told_apart(tmp_path: Path) -> None:
    for place in ("one", "two/deep"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "a.txt").write_bytes(TEXT)
    (tmp_path / "a.text").write_bytes(TEXT)
    (tmp_path / "a.txt").write_bytes(TEXT)
    sources = [tmp_path / "one", tmp_path / "two", tmp_path / "a.txt", tmp_path / "a.text"]
    out = tmp_path / "out"
    batch(*sources, "-o", out)
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*.xml"))
    assert found == ["a.text.xml", "a.xml", "one/a.xml", "two/deep/a.xml"]


def test_results_among_the_sources_are_no_sources(tmp_path: Path) -> None:
    source = grow(tmp_path / "in", 2)
    (source / "bad.txt").touch()
    batch(source, "-o", source / "out", status=[3])
    assert "3 of 3" in batch(source, "-o", source / "out", status=[3]).stderr


def test_a_list_on_stdin_is_placed_as_it_is_written(tmp_path: Path) -> None:
    import subprocess

    from tests.batch.corpus import command, environment

    grow(tmp_path / "in", 2)
    names = b"in/000/00000.txt\0in/../in/000/00001.txt\0missing.txt\0"
    done = subprocess.run(
        command("-", "-o", "out"), input=names, cwd=tmp_path, env=environment(), check=False,
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == 3
    assert (tmp_path / "out" / "in" / "000" / "00000.xml").is_file()
    assert (tmp_path / "out" / "in" / "in" / "000" / "00001.xml").is_file()
    assert b"missing.txt: No such file" in done.stderr


def test_a_document_that_takes_too_long_takes_down_only_itself(tmp_path: Path) -> None:
    source = grow(tmp_path / "in", 3)
    (source / "huge.txt").write_bytes(TEXT * 2_000)
    out = tmp_path / "out"
    done = batch(source, "-o", out, "--seconds", "2", status=[3])
    assert "failed: huge.txt: it took longer than 2 seconds" in done.stderr
    assert len(list(out.rglob("*.xml"))) == 3
    assert (out / "_batch" / "quarantine" / "huge.input").stat().st_size == len(TEXT) * 2_000


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is held on Linux")
def test_a_document_that_eats_memory_takes_down_only_itself(tmp_path: Path) -> None:
    source = grow(tmp_path / "in", 3)
    (source / "huge.txt").write_bytes(TEXT * 6_000)
    out = tmp_path / "out"
    done = batch(source, "-o", out, "--memory", "200MB", status=[3])
    assert "failed: huge.txt: it needed more than 200 MB of memory" in done.stderr
    assert len(list(out.rglob("*.xml"))) == 3


def test_a_full_disk_stops_the_run_which_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from an2un.batch.plan import APART
    from an2un.batch.results import Results
    from an2un.batch.run import Orders, Stop, Tally, run

    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    source = grow(tmp_path / "in", 12)

    def ran(out: Path) -> Tally:
        orders = Orders(sources=[str(source)], out=str(out), state=out / APART, jobs=1)
        return run(orders, lambda _total: None, lambda: None, Stop())

    placed = 0
    real = Results.place

    def full(self: Results, *arguments: Any) -> None:
        nonlocal placed
        placed += 1
        if placed > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Results, "place", full)
        told = ran(tmp_path / "out")
    assert "No space left on device" in told.stopped
    assert told.done == 3
    assert told.fates["failed"] == 0
    told = ran(tmp_path / "out")
    assert (told.done, told.fates["unchanged"], told.stopped) == (12, 3, "")
    ran(tmp_path / "whole")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_a_directory_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    source = grow(tmp_path / "in", 2)
    (tmp_path / "file").touch()
    done = batch(source, "-o", tmp_path / "file" / "out", status=[3])
    assert "Not a directory" in done.stderr
    other = tmp_path / "out"
    (other / "000").mkdir(parents=True)
    (other / "000" / "00000.xml").mkdir()
    done = batch(source, "-o", other, status=[3])
    assert "00000.txt: the result cannot be written: Is a directory" in done.stderr
    assert (other / "000" / "00001.xml").is_file()


def test_a_manifest_that_is_none_is_told(tmp_path: Path) -> None:
    source, out = grow(tmp_path / "in", 2), tmp_path / "out"
    (out / "_batch").mkdir(parents=True)
    (out / "_batch" / "manifest.sqlite").write_bytes(b"no database at all" * 100)
    done = batch(source, "-o", out, status=[3])
    assert "file is not a database" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "-o"),
        (["*.nothing", "-o", "out"], "no file fits this pattern"),
        (["x", "-o", "out", "--shard", "3/2"], "is no part"),
        (["x", "-o", "s3://bucket/xml"], "--state"),
        (["status", "nowhere"], "no batch was run here"),
        (["x", "-o", "out", "--executor", "magic"], "no executor"),
    ],
)
def test_wrong_usage_is_told(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert message in batch(*arguments, status=[2, 3]).stderr
