"""The settings of a project: the table [tool.an2un] of pyproject.toml, or the file an2un.toml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

# key -> the type it must have; those of paths are relative to the file
KEYS: dict[str, type] = {
    "select": list,
    "ignore": list,
    "level": str,
    "profile": str,
    "engine": str,
    "fail-on": str,
    "format": str,
    "schema": str,
    "schematron": list,
    "baseline": str,
    "exclude": list,
    "jobs": int,
    "max-size": str,
}
_CHOICES = {
    "level": ("1", "2", "profile"),
    "profile": ("akn4un", "published"),
    "engine": ("lxml", "xmlschema", "both"),
    "fail-on": ("note", "warning", "error", "never"),
    "format": ("concise", "full", "json", "jsonl", "github", "junit", "sarif", "html"),
}
_PATHS = frozenset(("schema", "schematron", "baseline"))


class ConfigurationError(ValueError):
    """A configuration file is malformed; the message names the file, the key and what is meant."""


class Configuration(NamedTuple):
    """What a project has set; `path` is None where it has set nothing."""

    values: Mapping[str, Any]
    path: Path | None


def read(path: Path) -> Configuration:
    """Return the settings in a file: an2un.toml, or the table [tool.an2un] of another TOML file.

    Raises ConfigurationError for what is no TOML, an unknown key or a value of another type.
    """
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not TOML: {error}") from error
    table = data if path.name == "an2un.toml" else data.get("tool", {}).get("an2un", {})
    return Configuration(_checked(table, path), path)


def discover(start: Path) -> Configuration:
    """Return the settings of the nearest project around a directory.

    In each directory an2un.toml goes before pyproject.toml; one without a table for an2un is
    passed over. Raises ConfigurationError as `read` does.
    """
    for directory in (start, *start.parents):
        own, shared = directory / "an2un.toml", directory / "pyproject.toml"
        if own.is_file():
            return read(own)
        if shared.is_file():
            found = read(shared)
            if found.values:
                return found
    return Configuration({}, None)


def _checked(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the table with its paths made absolute, or say what is wrong with it."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        kind = KEYS.get(key)
        if kind is None:
            raise ConfigurationError(f"{path}: unknown key {key!r}; known are {', '.join(KEYS)}")
        if kind is str and key in ("level", "max-size") and isinstance(value, int):
            value = str(value)  # noqa: PLW2901 - level = 2 is as good as level = "2"
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ConfigurationError(f"{path}: {key} must be of type {_TYPES[kind]}")
        if isinstance(value, list) and not all(isinstance(entry, str) for entry in value):
            raise ConfigurationError(f"{path}: {key} must be a list of strings")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise ConfigurationError(
                f"{path}: {key} must be one of {', '.join(_CHOICES[key])}, not {value!r}"
            )
        values[key] = _located(key, value, path)
    return values


_TYPES = {str: "string", list: "list", int: "whole number"}


def _located(key: str, value: Any, path: Path) -> Any:
    if key not in _PATHS:
        return value
    if isinstance(value, list):
        return [str(path.parent / entry) for entry in value]
    return str(path.parent / value)
