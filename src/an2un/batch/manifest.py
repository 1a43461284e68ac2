"""What has been done, in a database that outlives every end of the run that writes it.

SQLite with a write-ahead log: a result is taken down after its files are in place, those of a
moment in one transaction. A run that was killed in between does their documents again.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, Literal, NamedTuple

from an2un.batch.plan import Entry, encoded, folded, stem

Fate = Literal["converted", "warned", "failed"]
FATES: tuple[Fate, ...] = ("converted", "warned", "failed")


class ManifestError(Exception):
    """The manifest cannot be read or written; the message says why."""


class Planned(NamedTuple):
    """An input and where its results go, without their endings."""

    number: int
    entry: Entry
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What became of one input.

    fate        converted; warned (with findings of warnings or errors); failed
    kind        of a failure: unreadable, time, memory, crash, output, fault
    conditions  digest of the version and the options that the result depends on
    sha256      of the input, "" where it could not be read; `size` in bytes
    files       digest of each file written, by its ending
    codes       how many findings of each code
    findings    the first of them in full, a list in JSON
    seconds     spent, by stage
    finished    when, ISO 8601, UTC
    """

    stem: str
    name: str
    place: str
    member: str = ""
    fate: Fate = "failed"
    kind: str = ""
    reason: str = ""
    conditions: str = ""
    sha256: str = ""
    size: int = 0
    files: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    findings: str = "[]"
    seconds: dict[str, float] = field(default_factory=dict)
    finished: str = ""


_COLUMNS = tuple(one.name for one in fields(Record))
_JSON = frozenset(("files", "codes", "seconds"))
_SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS result (
  stem TEXT PRIMARY KEY, name TEXT, place TEXT, member TEXT, fate TEXT, kind TEXT, reason TEXT,
  conditions TEXT, sha256 TEXT, size INTEGER, files TEXT, codes TEXT, findings TEXT, seconds TEXT,
  finished TEXT
) WITHOUT ROWID;
"""
_PLAN = """
CREATE {temporary} TABLE IF NOT EXISTS planned (
  number INTEGER PRIMARY KEY, name TEXT, place TEXT, member TEXT, fault TEXT, stem TEXT UNIQUE,
  folded TEXT UNIQUE, UNIQUE (place, member)
);
DELETE FROM planned;
"""
_RESULT = "INSERT OR REPLACE INTO result VALUES ({})".format(
    ", ".join("?" if name == "size" else "CAST(? AS TEXT)" for name in _COLUMNS)
)
_PAGE = 500  # rows read at once
_GATHERED = 0.5  # seconds whose results are one transaction
_LAYOUT = "1"  # of the tables


class Manifest:
    """The database of one run: its plan, and the results of this run and those before it."""

    def __init__(self, path: Path, *, look_only: bool = False) -> None:
        self._path = path
        self._look_only = look_only
        self._saved = monotonic()
        there = path.exists()
        self._base = self._connect(_uri(path, look_only))
        with self.watched():
            if not look_only:
                self._base.execute("PRAGMA journal_mode=WAL")
                self._base.execute("PRAGMA synchronous=NORMAL")
            if not (look_only and there):
                self._base.executescript(_SCHEMA)
            if self.facts().get("layout", _LAYOUT) != _LAYOUT:
                raise ManifestError(f"{path}: written by another version of an2un; remove it")

    def _connect(self, uri: str) -> sqlite3.Connection:
        with self.watched():
            base = sqlite3.connect(uri, uri=True, timeout=30, isolation_level=None)
            base.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
            return base

    def watched(self) -> _Watch:
        """Return a guard that turns errors of the database into ManifestError."""
        return _Watch(self._path)

    def close(self) -> None:
        """Save what was recorded, write the log into the database and close it."""
        with self.watched(), closing(self._base):
            if not self._look_only:
                self._base.commit()
                self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # ------------------------------------------------------------------------------------- facts

    def facts(self) -> dict[str, str]:
        """Return what is noted of the run as a whole."""
        with self.watched():
            return dict(self._base.execute("SELECT key, value FROM facts"))

    def note(self, **facts: str) -> None:
        """Note something of the run as a whole."""
        with self.watched(), self._base:
            self._base.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?)", {"layout": _LAYOUT, **facts}.items()
            )

    # -------------------------------------------------------------------------------------- plan

    def plan(self, entries: Iterable[Entry]) -> int:
        """Take down what is to be done, each input once, and return how many inputs there are."""
        with self.watched():
            temporary = "TEMPORARY" if self._look_only else ""
            self._base.executescript(_PLAN.format(temporary=temporary))
            self._base.execute("BEGIN")
            try:
                for entry in entries:
                    self._add(entry)
                self._base.execute("COMMIT")
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            return int(self._base.execute("SELECT count(*) FROM planned").fetchone()[0])

    def _add(self, entry: Entry) -> None:
        if self._added(entry, stem(entry, _free)):  # as most are
            return
        same = "SELECT 1 FROM planned WHERE place = CAST(? AS TEXT) AND member = CAST(? AS TEXT)"
        given = [encoded(text) for text in entry]
        if self._base.execute(same, (given[1], given[2])).fetchone():
            return
        self._added(entry, stem(entry, self._taken), otherwise="ABORT")

    def _added(self, entry: Entry, place: str, otherwise: str = "IGNORE") -> bool:
        """Take down an input and its place; whether neither was there before."""
        row = [encoded(text) for text in (*entry, place, folded(place))]
        insert = f"INSERT OR {otherwise} INTO planned VALUES (NULL, {_texts(6)})"
        return self._base.execute(insert, row).rowcount > 0

    def _taken(self, folded_stem: str) -> bool:
        query = "SELECT 1 FROM planned WHERE folded = CAST(? AS TEXT)"
        return self._base.execute(query, (encoded(folded_stem),)).fetchone() is not None

    def planned(self) -> Iterator[tuple[Planned, Record | None]]:
        """Yield what is to be done, with what became of it in an earlier run."""
        columns = ", ".join(f"r.{name}" for name in _COLUMNS)
        query = (
            f"SELECT p.number, p.name, p.place, p.member, p.fault, p.stem, {columns} "
            "FROM planned p LEFT JOIN result r ON r.stem = p.stem "
            f"WHERE p.number > ? ORDER BY p.number LIMIT {_PAGE}"
        )
        last = -1
        while True:
            with self.watched():
                rows = self._base.execute(query, (last,)).fetchall()
            if not rows:
                return
            for row in rows:
                last = row[0]
                before = _record(row[6:]) if row[6] is not None else None
                yield Planned(last, Entry(*row[1:5]), row[5]), before

    def to_do(self) -> int:
        """Return how many inputs of the plan have no result yet."""
        query = (
            "SELECT count(*) FROM planned p WHERE NOT EXISTS"
            " (SELECT 1 FROM result r WHERE r.stem = p.stem)"
        )
        with self.watched():
            has = "SELECT 1 FROM sqlite_master WHERE name = 'planned'"
            if not self._base.execute(has).fetchone():
                return 0
            return int(self._base.execute(query).fetchone()[0])

    # ----------------------------------------------------------------------------------- results

    def record(self, record: Record) -> None:
        """Take down what became of an input.

        It is saved when this returns, or with the next one if another was saved a moment ago.
        """
        row = [_cell(name, getattr(record, name)) for name in _COLUMNS]
        with self.watched():
            if not self._base.in_transaction:
                self._base.execute("BEGIN")
            self._base.execute(_RESULT, row)
            if monotonic() - self._saved > _GATHERED:
                self._base.commit()
                self._saved = monotonic()

    def rows(
        self, columns: Sequence[str], fate: Fate | None = None, *, coded: bool = False
    ) -> Iterator[list[Any]]:
        """Yield some fields of all results, or of those of one fate, by name.

        coded  leave digests, numbers and seconds in JSON, as findings are
        """
        query = f"SELECT {', '.join(columns)} FROM result WHERE ? IN ('', fate) ORDER BY stem"
        decoded = [at for at, name in enumerate(columns) if name in _JSON and not coded]
        with self.watched():
            for row in self._base.execute(query, (fate or "",)):
                values = list(row)
                for at in decoded:
                    values[at] = json.loads(values[at])
                yield values

    def sums(self) -> Iterator[tuple[Fate, str, int, int, dict[str, int]]]:
        """Yield results that are alike: fate, kind, how many they are, and the size of all.

        And, last, the number of findings by code of each of them.
        """
        query = "SELECT fate, kind, count(*), sum(size), codes FROM result GROUP BY 1, 2, 5"
        with self.watched():
            for row in self._base.execute(query):
                yield (*row[:4], json.loads(row[4]))

    def counts(self) -> Counter[str]:
        """Return how many inputs met each fate."""
        with self.watched():
            return Counter(dict(self._base.execute("SELECT fate, count(*) FROM result GROUP BY 1")))

    def take_over(self, other: Path) -> None:
        """Take the results of the manifest of a part into this one, where they are newer."""
        with self.watched():
            self._base.execute("ATTACH ? AS part", (_uri(other, look_only=True),))
            try:
                self._base.execute(
                    "INSERT OR REPLACE INTO result SELECT p.* FROM part.result p LEFT JOIN "
                    "main.result r USING (stem) WHERE r.stem IS NULL OR p.finished > r.finished"
                )
            finally:
                self._base.execute("DETACH part")


class _Watch:
    """Turns errors of SQLite into ManifestError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise ManifestError(f"{self._path}: {error}") from error


def _uri(path: Path, look_only: bool) -> str:
    """Return a database as SQLite takes it; one that nobody writes is read without a trace."""
    if not look_only:
        return path.absolute().as_uri()
    if not path.exists():
        return ":memory:"
    idle = not path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?{'immutable=1' if idle else 'mode=ro'}"


def _free(_folded_stem: str) -> bool:
    """The first place that comes to mind is taken by nobody."""
    return False


def _texts(count: int) -> str:
    return ", ".join(["CAST(? AS TEXT)"] * count)


def _cell(name: str, value: Any) -> bytes | int:
    if name == "size":
        return int(value)
    if name in _JSON:
        return json.dumps(value).encode()
    return encoded(value)


def _record(row: tuple[Any, ...]) -> Record:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name in _JSON:
        values[name] = json.loads(values[name])
    return Record(**values)
