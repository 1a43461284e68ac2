"""What a file supplies about documents: sponsors, votes, subjects, dates, the draft's symbol.

Two kinds of file are read, in TOML or JSON:

* our own: the keys of `KEYS`, one document a file, or several under `documents`;
* the United Nations' `data_extract`, as it is: JSON objects with the keys of its catalogue
  (`adoption_date`, `MS_in_favour`, …), one after the other (see `an2un.catalogue`).

Names of Member States, organs and committees may be English names or our identifiers.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from an2un.catalogue import is_record, party, record
from an2un.identity import Ballot, Keyword, Party, Supplied, VoteKind, Voting
from an2un.language import load as language
from an2un.record import replace

MAX_SIZE = 100_000_000
"""Largest metadata file in bytes."""


class MetadataError(ValueError):
    """A metadata file cannot be used; the message says which file, which key, and why."""


def load(path: Path) -> Supplied:
    """Return what a file supplies; several documents of one file become its catalogue.

    Raises MetadataError for a file that cannot be read or says something that is not understood.
    """
    try:
        if path.stat().st_size > MAX_SIZE:
            raise MetadataError(f"{path}: larger than {MAX_SIZE:,} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MetadataError(f"{path}: {error}") from error
    try:
        documents = list(_documents(text, path.suffix.lower()))
        _check(documents)
        found = [record(one) if is_record(one) else _own(one) for one in documents]
    except (ValueError, RecursionError) as error:  # nested without end
        raise MetadataError(f"{path}: {error}") from error
    if not found:
        raise MetadataError(f"{path}: no document is described in it")
    if len(found) == 1 and not is_record(documents[0]):
        return found[0]
    return Supplied(catalogue=tuple(found))


def _documents(text: str, suffix: str) -> Iterator[Mapping[str, Any]]:
    """Yield the descriptions of documents in a file."""
    if suffix == ".toml":
        yield from _several(tomllib.loads(text))
        return
    for value in _json_values(text):
        yield from _several(value)


def _several(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the description that a value is, or those that it lists."""
    if isinstance(value, list):
        for one in value:
            yield from _several(one)
    elif isinstance(value, dict) and set(value) == {"documents"}:
        yield from _several(value["documents"])
    elif isinstance(value, dict):
        yield value
    else:
        raise MetadataError(f"a table was expected, not {value!r}")


# What XML 1.0 has no place for (section 2.2, Char).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _check(value: Any) -> None:
    """Refuse characters that no XML file can hold, wherever they stand in a value."""
    if isinstance(value, str):
        if found := _UNWRITABLE.search(value):
            raise MetadataError(f"U+{ord(found.group()):04X} in {value[:40]!r} cannot stand in XML")
    elif isinstance(value, dict):
        for one in value.values():
            _check(one)
    elif isinstance(value, list):
        for one in value:
            _check(one)


_START = re.compile(r"[\[{]")


def _json_values(text: str) -> Iterator[Any]:
    """Yield the JSON values of a text: one, or one after the other with anything between.

    The United Nations' files hold an object a line, some lines with a stray quotation mark.
    """
    decoder = json.JSONDecoder()
    at = 0
    while (start := _START.search(text, at)) is not None:
        try:
            value, at = decoder.raw_decode(text, start.start())
        except json.JSONDecodeError as error:
            raise MetadataError(f"line {error.lineno}: {error.msg}") from error
        yield value


# -------------------------------------------------------------------------------- our own format


def _own(table: Mapping[str, Any]) -> Supplied:
    """Return what a table in our own format supplies."""
    unknown = sorted(set(table) - set(KEYS))
    if unknown:
        raise MetadataError(f"unknown key {unknown[0]!r}; known are {', '.join(KEYS)}")
    return replace(Supplied(), **{name: KEYS[name](name, value) for name, value in table.items()})


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise MetadataError(f"{name}: a text was expected, not {value!r}")
    return str(value)


_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def _date(name: str, value: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else _text(name, value)
    if not _DATE.fullmatch(text):
        raise MetadataError(f"{name}: {text!r} is no date of the form YYYY-MM-DD")
    return text


def _organ(name: str, value: Any) -> str:
    return language("en").masthead.organs.whole(_text(name, value)) or _text(name, value)


def _committee(name: str, value: Any) -> str:
    return language("en").masthead.committees.whole(_text(name, value)) or _text(name, value)


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise MetadataError(f"{name}: a list was expected, not {value!r}")
    return value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(name, one) for one in values)


def _parties(name: str, value: Any) -> tuple[Party, ...]:
    return tuple(party(_text(name, one)) for one in _list(name, value))


_KEYWORD = ("value", "name", "dictionary")


def _keywords(name: str, value: Any) -> tuple[Keyword, ...]:
    """Return subjects: a term of the UNBIS thesaurus each, or a table with its vocabulary."""
    found = []
    for one in _list(name, value):
        if isinstance(one, dict):
            unknown = sorted(set(one) - set(_KEYWORD))
            if unknown or "value" not in one:
                raise MetadataError(f"{name}: a subject has {', '.join(_KEYWORD)}; not {one!r}")
            texts = {key: _text(name, text) for key, text in one.items()}
            shown = texts.get("name", texts["value"])
            found.append(Keyword(texts["value"], shown, texts.get("dictionary", "UNBIS")))
        else:
            term = _text(name, one)
            found.append(Keyword(term, term, "UNBIS"))
    return tuple(found)


_KINDS: tuple[VoteKind, ...] = get_args(VoteKind)
_BALLOTS: dict[str, Ballot] = {"for": "for", "against": "against", "abstaining": "abstaining"}
_COUNTS = ("in_favour", "against", "abstaining")


def _voting(name: str, value: Any) -> Voting:
    """Return a vote: `kind`, counts, and `voters` by ballot."""
    known = ("kind", *_COUNTS, "voters")
    if not isinstance(value, dict) or set(value) - set(known):
        raise MetadataError(f"{name}: a table with {', '.join(known)} was expected, not {value!r}")
    given = _text(name, value.get("kind", "recorded"))
    kind = next((one for one in _KINDS if one == given), None)
    if kind is None:
        raise MetadataError(
            f"{name}: the kind {given!r} is none of {', '.join(filter(None, _KINDS))}"
        )
    voters = value.get("voters", {})
    if not isinstance(voters, dict) or set(voters) - set(_BALLOTS):
        raise MetadataError(f"{name}: voters are listed under {', '.join(_BALLOTS)}")
    cast = tuple(
        (_BALLOTS[ballot], one) for ballot, names in voters.items() for one in _parties(name, names)
    )
    favour, against, abstaining = (_count(f"{name}.{key}", value.get(key)) for key in _COUNTS)
    return Voting(kind, favour, against, abstaining, cast)


def _count(name: str, value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise MetadataError(f"{name}: a number was expected, not {value!r}")
    return value


KEYS: Mapping[str, Callable[[str, Any], Any]] = {
    "symbol": _text,
    "date": _date,
    "adopted": _date,
    "session": _text,
    "language": _text,
    "original_language": _text,
    "title": _text,
    "organ": _organ,
    "committee": _committee,
    "agenda_items": _texts,
    "agenda_title": _text,
    "meeting": _text,
    "job_number": _text,
    "draft_symbol": _text,
    "draft_date": _date,
    "report_symbol": _text,
    "record": _text,
    "sponsors": _parties,
    "voting": _voting,
    "keywords": _keywords,
}
"""The keys of our own format and how their values are read; see docs/metadata.md."""
