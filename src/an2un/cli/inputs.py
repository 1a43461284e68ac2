"""Which files a command is to work on, and where their results go."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from an2un.cli.conduct import STDIO


class Input(NamedTuple):
    """One file to work on, and its path below the directory it was found in."""

    path: Path
    below: Path

    @property
    def name(self) -> str:
        """What messages call it."""
        return "<stdin>" if self.is_stdin else str(self.path)

    @property
    def is_stdin(self) -> bool:
        """Whether it is to be read from stdin."""
        return self.path == STDIO


def expanded(names: Sequence[str], suffixes: tuple[str, ...]) -> list[Input]:
    """Return the files that the arguments name: files, `-`, directories, patterns.

    Directories are walked for files with one of the suffixes; patterns that the shell has not
    expanded are expanded here. The order is that of the arguments, then of the names.
    """
    found: dict[Path, Input] = {}
    for name in names:
        for entry in _named(name, suffixes):
            found.setdefault(entry.path, entry)
    return _told_apart(list(found.values()))


def _told_apart(found: list[Input]) -> list[Input]:
    """Return the inputs, those of the same name by their paths below what all have in common."""
    if len({entry.below for entry in found}) == len(found):
        return found
    common = os.path.commonpath([entry.path.absolute().parent for entry in found])
    return [Input(e.path, e.path.absolute().relative_to(common)) for e in found]


def one(name: str) -> Input:
    """Return the single file, or stdin, that an argument names."""
    path = Path(name)
    return Input(path, Path("stdin" if path == STDIO else path.name))


def _named(name: str, suffixes: tuple[str, ...]) -> Iterator[Input]:
    from an2un.inputs import NothingError, named

    if Path(name) == STDIO:
        yield one(name)
        return
    try:
        yield from (Input(Path(found.place), Path(found.below)) for found in named(name, suffixes))
    except NothingError as error:
        raise click.UsageError(str(error)) from error


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission to look: reading it will say so
        return False


def outputs(inputs: Sequence[Input], out: Path | None, suffix: str) -> list[Path | None]:
    """Return where each result goes: None is stdout, a directory mirrors the inputs.

    Raises click.UsageError where two results would share a file or one would replace an input.
    """
    if out is None or out == STDIO:
        if len(inputs) > 1:
            raise click.UsageError("several inputs need a directory: -o DIR")
        return [None]
    directory = len(inputs) > 1 or _is_directory(out) or str(out).endswith("/")
    if directory and out.exists() and not _is_directory(out):
        raise click.UsageError(f"{out} is a file, but several inputs need a directory")
    targets = [out / i.below.with_suffix(suffix) if directory else out for i in inputs]
    for target in targets:
        if any(_same(target, i.path) for i in inputs):
            raise click.UsageError(f"{target} is an input and would be overwritten")
    if len(set(targets)) < len(targets):
        twice = next(t for t in targets if targets.count(t) > 1)
        raise click.UsageError(f"two inputs would be written to {twice}")
    return list(targets)


def _same(target: Path, source: Path) -> bool:
    try:
        return target.exists() and target.is_file() and target.samefile(source)
    except OSError:
        return False
