"""Zip archives of documents, read member by member within bounds.

An archive may lie about the sizes of its members and may unpack to a thousand times its own size:
what is read is counted, and an archive that goes too far is refused from there on.
"""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING

from an2un import stores
from an2un.source import ReadError

if TYPE_CHECKING:
    from zipfile import ZipFile

SUFFIX = ".zip"
MAX_MEMBERS = 100_000
MAX_RATIO = 200
"""XML shrinks to a tenth; what shrinks to less than a two-hundredth is no document."""

_FREE = 10_000_000  # bytes that any archive may unpack to, however small it is


class ArchiveError(ReadError):
    """An archive or a member of it cannot be read; the message says why."""


def members(place: str, suffixes: tuple[str, ...]) -> list[str]:
    """Return the names of the files with one of the suffixes in an archive, in its order.

    place  a path or URL
    Raises ArchiveError where it is no archive, holds too many files, or claims to unpack to more
    than any collection of documents would.
    """
    try:
        size = stores.size(place)
        infos = [info for info in _LAST.opened(place).infolist() if not info.is_dir()]
    except _broken() as error:
        raise ArchiveError(f"the archive cannot be read: {_reason(error)}") from None
    if len(infos) > MAX_MEMBERS:
        raise ArchiveError(
            f"the archive holds {len(infos):,} files; at most {MAX_MEMBERS:,} are read"
        )
    claimed = sum(info.file_size for info in infos)
    allowed = max(_FREE, MAX_RATIO * size)
    if claimed > allowed:
        raise ArchiveError(
            f"the archive of {size:,} bytes unpacks to {claimed:,}; "
            f"at most {allowed:,} are accepted"
        )
    return [info.filename for info in infos if info.filename.lower().endswith(suffixes)]


def read(place: str, member: str, max_size: int) -> bytes:
    """Return the start of a member of an archive: all of it, or one byte more than `max_size`.

    Raises ArchiveError where it is broken, encrypted or gone.
    """
    try:
        with _LAST.opened(place).open(member) as file:
            return file.read(max_size + 1)
    except _broken() as error:
        raise ArchiveError(f"the member cannot be read: {_reason(error)}") from None


class _Last:
    """The archive that was read last: it stays open, since members are read one after another."""

    def __init__(self) -> None:
        self._state: object = None
        self._archive: ZipFile | None = None

    def opened(self, place: str) -> ZipFile:
        """Return an archive, opened anew where it is another one or has changed."""
        from zipfile import ZipFile

        state = stores.state(place)
        if self._archive is None or state != self._state:
            self.close()
            file = stores.reader(place)
            try:
                self._archive = ZipFile(file)
            except BaseException:
                file.close()
                raise
            self._file, self._state = file, state
        return self._archive

    def close(self) -> None:
        """Close what is open."""
        if self._archive is not None:
            self._archive.close()
            self._file.close()
            self._archive = None


_LAST = _Last()
atexit.register(_LAST.close)


def _broken() -> tuple[type[Exception], ...]:
    """Return what zipfile raises over archives that are broken or use what it does not know."""
    from zipfile import BadZipFile
    from zlib import error

    return (BadZipFile, error, EOFError, OSError, KeyError,
            NotImplementedError, RuntimeError, ValueError)  # fmt: skip


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
