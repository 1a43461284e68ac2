"""Options that several commands share, each declared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from an2un.intake import MAX_SIZE
from an2un.readers.formats import FORMATS
from an2un.wording.scripts import SCRIPTS

if TYPE_CHECKING:
    from an2un.identity import Supplied

Command = TypeVar("Command", bound=Callable[..., Any])

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


def symbol(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a symbol unchanged, refused with the reason if it is none."""
    from an2un.symbol import SymbolError, parse

    if value:
        try:
            parse(value)
        except SymbolError as error:
            raise click.BadParameter(str(error)) from error
    return value


def session(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a session as in symbols unchanged: `79`, `ES-11`, `2024`."""
    if value and not re.fullmatch(r"(?:[A-Z]{1,2}-)?[0-9]{1,4}", value):
        raise click.BadParameter(f"{value!r} is no session; write for example 79 or ES-11")
    return value


def path(*names: str, **settings: Any) -> Callable[[Command], Command]:
    """Declare an option that takes a path."""
    return click.option(*names, type=click.Path(path_type=Path), **settings)


def language(command: Command) -> Command:
    """Declare `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(tuple(SCRIPTS)),
        help="Language of the text (default: found from the text).",
    )(command)


def identity(command: Command) -> Command:
    """Declare `--lang` and the options that supply what a document does not print."""
    for option in (
        click.option(
            "--session",
            default="",
            callback=session,
            help="Session as in symbols: 79, ES-11, 2024.",
        ),
        click.option("--adopted", default="", callback=date, help="Date of adoption."),
        click.option("--date", default="", callback=date, help="Date of issuance, YYYY-MM-DD."),
        path("--metadata", metavar="FILE", help="Facts about the documents, as TOML or JSON."),
        click.option("--symbol", default="", callback=symbol, help="Symbol, as A/C.3/79/L.5."),
        language,
    ):
        command = option(command)
    return command


IDENTITY = ("symbol", "date", "adopted", "session", "lang", "metadata")
"""The parameters that `identity` declares."""


def supplied(known: Mapping[str, str | Path | None]) -> Supplied:
    """Return what the options of `identity` supply; the metadata file yields to the options."""
    from an2un.identity import Supplied
    from an2un.record import replace

    def said(name: str, before: str) -> str:
        return str(known[name] or "") or before

    start = _metadata(known.get("metadata")) or Supplied()
    return replace(
        start,
        symbol=said("symbol", start.symbol),
        date=said("date", start.date),
        adopted=said("adopted", start.adopted),
        session=said("session", start.session),
        language=said("lang", start.language),
    )


def _metadata(file: str | Path | None) -> Supplied | None:
    """Return what a metadata file supplies; raises UsageError for one that cannot be used."""
    if file is None:
        return None
    from an2un.metadata import MetadataError, load

    try:
        return load(Path(file))
    except MetadataError as error:
        raise click.UsageError(f"--metadata {error}") from error


def max_size(command: Command) -> Command:
    """Declare `--max-size`."""
    return click.option(
        "--max-size",
        default=str(MAX_SIZE),
        callback=size,
        metavar="SIZE",
        help="Refuse inputs above this size (default 100MB).",
    )(command)


def source_format(command: Command) -> Command:
    """Declare `--from`."""
    return click.option(
        "--from",
        "source_format",
        type=click.Choice(list(FORMATS)),
        default=None,
        help="How the input is to be read (default: what its content tells).",
    )(command)


def suffixes(source_format: str | None) -> tuple[str, ...]:
    """Return the suffixes of the files that a directory is searched for."""
    chosen = [FORMATS[source_format]] if source_format else FORMATS.values()
    return tuple(suffix for entry in chosen for suffix in entry.suffixes)


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
