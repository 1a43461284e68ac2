"""Options that several commands share, each declared once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from an2un.cli.conduct import MAX_SIZE

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def size(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    """Return the bytes that `5000000`, `50MB` or `2 GB` stands for."""
    match = re.fullmatch(r"(\d+) ?([kmg]?)b?", value.strip().lower())
    if not match:
        raise click.BadParameter(f"{value!r} is no size; write for example 50MB")
    return int(match.group(1)) * _UNITS[match.group(2)]


def date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a date of the form YYYY-MM-DD unchanged."""
    from datetime import date as calendar

    if value:
        try:
            calendar.fromisoformat(value)
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is no date of the form YYYY-MM-DD") from error
    return value


def path(*names: str, **settings: Any) -> Decorator[Command]:
    """Declare an option that takes a path."""
    return click.option(*names, type=click.Path(path_type=Path), **settings)


def language(command: Command) -> Command:
    """Declare `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help="Language of the text (default: found from the text).",
    )(command)


def max_size(command: Command) -> Command:
    """Declare `--max-size`."""
    return click.option(
        "--max-size",
        default=str(MAX_SIZE),
        callback=size,
        metavar="SIZE",
        help="Refuse inputs above this size (default 100MB).",
    )(command)


def fail_on(command: Command) -> Command:
    """Declare `--fail-on`."""
    return click.option(
        "--fail-on",
        type=click.Choice(["note", "warning", "error", "never"]),
        default="error",
        show_default=True,
        help="Exit with 1 when a finding is at least this severe.",
    )(command)


def quiet(command: Command) -> Command:
    """Declare `--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Print no findings and no summary.")(
        command
    )
