"""The same bytes wherever the work is done: processes, parts, a cluster, an object store."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest

from an2un import stores
from an2un.batch.lock import BusyError, locked
from an2un.batch.plan import Shard
from tests.batch.corpus import SOURCES, batch, content, environment, grow

DOCUMENTS = int(os.environ.get("AN2UN_DOCUMENTS", "24"))

CLUSTER = """
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address.rpartition("//")[2], flush=True)
        input()
"""
STORE = """
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print("http://%s:%s" % server.get_host_and_port(), flush=True)
input()
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A corpus, and what processes of this machine make of it."""
    place = tmp_path_factory.mktemp("whole")
    source = grow(place / "in", DOCUMENTS)
    (source / "bad.txt").write_bytes(b"")
    batch(source, "-o", place / "out", "--jobs", "2", status=[3])
    return source, content(place / "out")


@contextmanager
def service(code: str, place: Path) -> Iterator[str]:
    """Run a script that prints its address and ends with its stdin."""
    script = place / "service.py"
    script.write_text(code, encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, env=environment(),
    )  # fmt: skip
    try:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        assert address
        yield address
    finally:
        run.communicate("\n")


def test_one_process_makes_the_same(whole: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    batch(whole[0], "-o", tmp_path / "out", "--jobs", "1", status=[3])
    assert content(tmp_path / "out") == whole[1]


def test_parts_make_the_same_and_a_whole_run_takes_them_over(
    whole: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for part in ("1/3", "2/3", "3/3"):
        batch(whole[0], "-o", out, "--shard", part, "--jobs", "1", status=[0, 1, 3])
    assert content(out) == whole[1]
    told = batch("status", out, status=[1]).stdout
    assert f"{DOCUMENTS + 1} documents" in told
    assert told.endswith("0 to do\n")
    assert f"{DOCUMENTS} unchanged" in batch(whole[0], "-o", out, status=[3]).stderr


def test_a_cluster_makes_the_same(whole: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with service(CLUSTER, tmp_path) as address:
        done = batch(
            whole[0], "-o", tmp_path / "out", "--executor", f"dask://{address}", status=[3]
        )
        assert f"{DOCUMENTS + 1} of {DOCUMENTS + 1} documents" in done.stderr
        assert content(tmp_path / "out") == whole[1]
        huge = tmp_path / "huge"
        huge.mkdir()
        (huge / "huge.txt").write_bytes(SOURCES[1].read_bytes() * 2_000)
        (huge / "good.txt").write_bytes(SOURCES[1].read_bytes())
        arguments = ("-o", tmp_path / "late", "--executor", f"dask://{address}")
        done = batch(huge, *arguments, "--seconds", "2", status=[3])
        assert "huge.txt: it took longer than 2 seconds" in done.stderr
        assert (tmp_path / "late" / "good.xml").is_file()


def test_an_object_store_holds_the_same(
    whole: tuple[Path, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("moto", "s3fs", "upath"):
        pytest.importorskip(module)
    with service(STORE, tmp_path) as address:
        for name, value in {
            "AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "test", "AWS_DEFAULT_REGION":
            "us-east-1", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        carried = subprocess.run(
            [sys.executable, "-c", CARRY, "up", str(whole[0]), "s3://corpus/texts"], check=False
        )
        assert carried.returncode == 0
        arguments = ("s3://corpus/texts", "-o", "s3://corpus/xml", "--state", tmp_path / "state")
        batch(*arguments, status=[3])
        again = batch(*arguments, status=[3])
        assert f"{DOCUMENTS} unchanged" in again.stderr
        down = [sys.executable, "-c", CARRY, "down", str(tmp_path / "out"), "s3://corpus/xml"]
        assert subprocess.run(down, check=False).returncode == 0
    held = {name: digest for name, digest in whole[1].items() if not name.startswith("_batch")}
    assert content(tmp_path / "out") == held


# Stores are looked at in a process of its own: their library keeps threads and connections.
CARRY = """
import sys, pathlib, upath
way, here, there = sys.argv[1], pathlib.Path(sys.argv[2]), upath.UPath(sys.argv[3])
if way == "up":
    there.fs.mkdir("corpus")
    for path in here.rglob("*.txt"):
        (there / path.relative_to(here).as_posix()).write_bytes(path.read_bytes())
else:
    for path in there.fs.find(there.path):
        target = here / path[len(there.path):].lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(there.fs.cat_file(path))
"""


def test_parts_share_a_directory_with_parts_of_the_same_division_only(tmp_path: Path) -> None:
    with locked(tmp_path, Shard(1, 2)):
        with locked(tmp_path, Shard(2, 2)):
            pass
        refused = {
            Shard(1, 2): "of this part",
            Shard(1, 3): "another division",
            Shard(): "a part of",
        }
        for other, message in refused.items():
            with pytest.raises(BusyError, match=message), locked(tmp_path, other):
                pass
    with locked(tmp_path, Shard()):
        pass


def test_every_document_is_in_one_part() -> None:
    names = [f"{n}/é{n}.txt" for n in range(300)]
    parts = [[name for name in names if Shard(n, 7).has(name)] for n in range(1, 8)]
    assert sorted(chain.from_iterable(parts)) == sorted(names)
    assert all(20 < len(part) < 80 for part in parts)


def test_a_store_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "upath", None)
    with pytest.raises(OSError, match=r"an2un\[s3\]"):
        stores.size("s3://bucket/key")
