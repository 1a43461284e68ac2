from __future__ import annotations

from pathlib import Path

import click
import pytest

from an2un.cli.inputs import Input, expanded, outputs


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.TXT", "d.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_directory_gives_its_files_in_order(place: Path) -> None:
    found = expanded([str(place)], (".txt",))
    assert [str(i.below) for i in found] == ["a.txt", "b.txt", "deep/c.TXT"]


def test_a_pattern_is_expanded(place: Path) -> None:
    assert [i.path.name for i in expanded([f"{place}/?.txt"], ())] == ["a.txt", "b.txt"]


def test_a_file_named_twice_is_one_input(place: Path) -> None:
    assert len(expanded([f"{place}/a.txt", str(place)], (".txt",))) == 3


def test_files_of_the_same_name_keep_their_directories(tmp_path: Path) -> None:
    for name in ("one/source.txt", "two/source.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x")
    found = expanded([f"{tmp_path}/*/source.txt"], ())
    assert [str(entry.below) for entry in found] == ["one/source.txt", "two/source.txt"]


@pytest.mark.parametrize("name", ["deep", "*.pdf"])
def test_nothing_to_work_on_is_wrong_usage(place: Path, name: str) -> None:
    with pytest.raises(click.UsageError):
        expanded([f"{place}/{name}"], (".pdf",))


def test_a_missing_file_is_left_to_the_reader(tmp_path: Path) -> None:
    assert [i.path for i in expanded([f"{tmp_path}/none.txt"], ())] == [tmp_path / "none.txt"]


def test_one_result_goes_to_stdout_or_the_file_named() -> None:
    one = [Input(Path("in/a.txt"), Path("a.txt"))]
    assert outputs(one, None, ".xml") == [None]
    assert outputs(one, Path("-"), ".xml") == [None]
    assert outputs(one, Path("x.xml"), ".xml") == [Path("x.xml")]


def test_a_directory_mirrors_the_inputs(place: Path) -> None:
    found = expanded([str(place)], (".txt",))
    out = place / "out"
    assert outputs(found, out, ".xml") == [out / "a.xml", out / "b.xml", out / "deep/c.xml"]
    assert outputs(found[:1], place / "deep", ".xml") == [place / "deep" / "a.xml"]


def test_results_never_replace_inputs_or_each_other(place: Path) -> None:
    both = [Input(place / "a.txt", Path("a.txt")), Input(place / "a.text", Path("a.text"))]
    with pytest.raises(click.UsageError, match="two inputs"):
        outputs(both, place / "out", ".xml")
    with pytest.raises(click.UsageError, match="overwritten"):
        outputs(both[:1], place / "a.txt", ".xml")
    with pytest.raises(click.UsageError, match="directory"):
        outputs(both, None, ".xml")
    with pytest.raises(click.UsageError, match="is a file"):
        outputs(both, place / "b.txt", ".xml")
