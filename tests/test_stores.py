"""Walks over directories as they are found in the wild, and the same over an object store."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from an2un import archive, stores
from an2un.inputs import NothingError, named

TEXT = (".txt",)


def told(place: str | Path) -> list[tuple[str, str]]:
    return [(found.below, found.fault) for found in stores.below(str(place), TEXT)]


def test_files_come_by_name_whatever_the_directory_says(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a.txt", "c.xml", "b.txt", ".hidden/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert told(tmp_path) == [
        (".hidden/x.txt", ""), ("a.txt", ""), ("b/1.TXT", ""), ("b/2.txt", ""), ("b.txt", ""),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_a_walk_ends_where_links_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "round.txt").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert told(tmp_path) == [
        ("a.txt", ""),
        ("b.txt", ""),
        ("gone.txt", "No such file or directory"),
        ("pipe.txt", "not a regular file"),
        ("self.txt", os.strerror(40)),
    ]


def test_a_directory_that_cannot_be_looked_at_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").touch()
    real = os.listdir

    def denied(place: str) -> list[str]:
        if place.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(place)

    monkeypatch.setattr(os, "listdir", denied)
    assert told(tmp_path) == [("a.txt", ""), ("closed", "Permission denied")]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
def test_names_that_are_no_text_are_names_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"x")
    (found,) = stores.below(str(tmp_path), TEXT)
    assert os.fsencode(found.below) == b"caf\xe9.txt"
    assert stores.start(found.place, 10) == b"x"


def test_a_deep_tree_is_walked(tmp_path: Path) -> None:
    place = tmp_path.joinpath(*["d"] * 500)
    place.mkdir(parents=True)
    (place / "a.txt").touch()
    assert [name for name, _ in told(tmp_path)] == ["d/" * 500 + "a.txt"]


def test_what_a_pattern_fits_keeps_its_place(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [found.below for found in named(f"{tmp_path}/*/*.txt", TEXT)]
    assert found == ["one/a.txt", "two/a.txt"]
    assert [found.below for found in named(f"{tmp_path}/two/?.md", TEXT)] == ["b.md"]
    with pytest.raises(NothingError, match="pattern"):
        list(named(f"{tmp_path}/*.pdf", TEXT))


@pytest.fixture
def store() -> Iterator[str]:
    """A store that lives in memory, behind the library that reads stores of every kind."""
    pytest.importorskip("upath")
    from fsspec.implementations.memory import MemoryFileSystem

    yield "memory://bucket/texts"
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


def test_a_store_is_read_and_written_as_files_are(store: str) -> None:
    for name in ("b/2.txt", "a.txt", "c.xml"):
        stores.put(stores.join(store, name), name.encode())
    assert told(store) == [("a.txt", ""), ("b/2.txt", "")]
    assert [stores.start(found.place, 3) for found in named(store, TEXT)] == [b"a.t", b"b/2"]
    assert [found.below for found in named(f"{store}/*.txt", TEXT)] == ["a.txt"]
    assert [found.below for found in named(f"{store}/b/2.txt", TEXT)] == ["2.txt"]
    assert stores.size(f"{store}/a.txt") == 5
    stores.remove(f"{store}/a.txt")
    stores.remove(f"{store}/a.txt")
    assert told(store) == [("b/2.txt", "")]


def test_trouble_with_a_store_is_trouble_with_a_file(store: str) -> None:
    with pytest.raises(NothingError):
        list(named(f"{store}/*.txt", TEXT))
    with pytest.raises(FileNotFoundError):
        stores.start(f"{store}/none.txt", 1)
    with pytest.raises(OSError, match="nosuchstore"):
        stores.size("nosuchstore://a/b")


def test_an_archive_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    from zipfile import ZipFile

    path = tmp_path / "a.zip"
    for names in (("a.txt",), ("b.txt", "c.TXT", "d.xml", "e/")):
        with ZipFile(path, "w") as made:
            for name in names:
                made.writestr(name, name)
        wanted = [name for name in names if name.lower().endswith(TEXT)]
        assert archive.members(str(path), TEXT) == wanted
        assert [archive.read(str(path), name, 2) for name in wanted] == [
            name[:3].encode() for name in wanted
        ]
