"""The settings of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from an2un.configuration import ConfigurationError, discover, read


def written(directory: Path, name: str, text: str) -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = written(tmp_path, "pyproject.toml", '[tool.an2un]\nprofile = "published"\n')
    assert discover(inner) == ({"profile": "published"}, outer)
    written(tmp_path / "a", "pyproject.toml", "[tool.other]\nx = 1\n")
    assert discover(inner).path == outer
    own = written(tmp_path / "a", "an2un.toml", 'level = 2\nignore = ["AU8"]\n')
    assert discover(inner) == ({"level": "2", "ignore": ["AU8"]}, own)


def test_paths_are_those_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "an2un.toml", 'baseline = "known.json"\nschematron = ["a.sch"]\n')
    assert read(path).values == {
        "baseline": str(tmp_path / "known.json"),
        "schematron": [str(tmp_path / "a.sch")],
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "unknown key 'colour'; known are select"),
        ('select = "AU1"', "select must be of type list"),
        ("select = [1]", "select must be a list of strings"),
        ('level = "3"', "level must be one of 1, 2, profile, not '3'"),
        ("jobs = true", "jobs must be of type whole number"),
        ("jobs = ", "not TOML"),
    ],
)
def test_faults_are_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        read(written(tmp_path, "an2un.toml", text))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No such file"):
        read(tmp_path / "an2un.toml")
