"""Options that several commands share, each declared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from an2un.cli.conduct import MAX_SIZE

if TYPE_CHECKING:
    from an2un.identity import Supplied

Command = TypeVar("Command", bound=Callable[..., Any])

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def size(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    """Return the bytes that `5000000`, `50MB` or `2 GB` stands for."""
    match = re.fullmatch(r"([0-9]+) ?([kmg]?)b?", value.strip().lower())
    if not match:
        raise click.BadParameter(f"{value!r} is no size; write for example 50MB")
    return int(match.group(1)) * _UNITS[match.group(2)]


def date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a date of the form YYYY-MM-DD unchanged."""
    from datetime import date as calendar

    if value:
        try:
            fits = calendar.fromisoformat(value).isoformat() == value
        except ValueError:
            fits = False
        if not fits:
            raise click.BadParameter(f"{value!r} is no date of the form YYYY-MM-DD")
    return value


def path(*names: str, **settings: Any) -> Callable[[Command], Command]:
    """Declare an option that takes a path."""
    return click.option(*names, type=click.Path(path_type=Path), **settings)


def language(command: Command) -> Command:
    """Declare `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help="Language of the text (default: found from the text).",
    )(command)


def identity(command: Command) -> Command:
    """Declare `--lang` and the options that supply what a document does not print."""
    for option in (
        click.option("--session", default="", help="Session as in symbols, for example 79."),
        click.option("--adopted", default="", callback=date, help="Date of adoption."),
        click.option("--date", default="", callback=date, help="Date of issuance, YYYY-MM-DD."),
        click.option("--symbol", default="", help="Symbol, for example A/C.3/79/L.5."),
        language,
    ):
        command = option(command)
    return command


def supplied(known: Mapping[str, str | Path | None]) -> Supplied:
    """Return what the options of `identity` supply; the metadata file yields to the options."""
    from an2un.identity import Supplied

    return Supplied(
        symbol=str(known["symbol"]),
        date=str(known["date"]),
        adopted=str(known["adopted"]),
        session=str(known["session"]),
        language=str(known["lang"] or ""),
    )


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


def form(command: Command) -> Command:
    """Declare `--format`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["concise", "full", "json", "jsonl"]),
        default="concise",
        show_default=True,
        help="How findings are reported (on stderr).",
    )(command)


def quiet(command: Command) -> Command:
    """Declare `--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Print no findings and no summary.")(
        command
    )
