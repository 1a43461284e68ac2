from __future__ import annotations

from pathlib import Path

import pytest

from an2un import atomic


def test_a_file_appears_whole_and_alone(tmp_path: Path) -> None:
    atomic.write(tmp_path / "a.xml", b"<a/>")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.xml", b"<a/>")]


def test_a_failure_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"old")

    def full(self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(target, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.xml", b"old")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    atomic.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_is_no_file_is_written_to_directly() -> None:
    atomic.write(Path("/dev/null"), b"gone")
    assert not Path("/dev/null").is_file()


def test_a_directory_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        atomic.write(tmp_path, b"")
