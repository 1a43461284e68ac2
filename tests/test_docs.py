"""What the documents promise is run: commands and Python of the README, targets of make."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("schemas/*.md")]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory in which the examples are where the README says."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


def test_the_commands_of_the_readme_run(place: Path) -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    commands = [line for line in lines if line.startswith("an2un ")]
    assert len(commands) >= 6
    for command in commands:
        arguments = command.split()[1:]
        done = subprocess.run(
            [sys.executable, "-m", "an2un", *arguments],
            capture_output=True,
            cwd=place,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr.decode())


def test_the_python_of_the_readme_runs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    names: dict[str, object] = {}
    code = blocks("python")
    assert len(code) >= 2
    for block in code:
        exec(compile(block, "README.md", "exec"), names)


def test_the_readme_opens_with_the_two_commands() -> None:
    assert README.split("\n\n")[1].splitlines()[0].startswith("    make demo")


def test_every_command_is_in_the_readme() -> None:
    from an2un.cli.program import COMMANDS

    missing = [name for name in COMMANDS if f"an2un {name}" not in README]
    assert missing in ([], ["completion"])


def test_the_targets_of_make_are_those_it_tells() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE).group(1).split())  # type: ignore[union-attr]
    assert targets - {"help"} == set(re.findall(r'@echo "make (\w+) ', makefile))
    promised = {
        word for text in DOCUMENTS for word in re.findall(r"`make (\w+)`", text.read_text())
    }
    assert promised <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_nothing_speaks_of_the_machine_it_was_made_on() -> None:
    files = [*DOCUMENTS, *(ROOT / "src").rglob("*.py"), ROOT / "Makefile", ROOT / "pyproject.toml"]
    for file in files:
        assert "/work/" not in file.read_text("utf-8"), file
