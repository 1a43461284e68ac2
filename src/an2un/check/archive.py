"""Zip archives of XML files, read member by member within bounds.

An archive may lie about the sizes of its members and may unpack to a thousand times its own size:
what is read is counted, and an archive that goes too far is refused from there on.
"""

from __future__ import annotations

from pathlib import Path

from an2un import codes
from an2un.check.loading import too_large
from an2un.diagnostics import Diagnostic

MAX_MEMBERS = 100_000
MAX_RATIO = 200
"""XML shrinks to a tenth; what shrinks to less than a two-hundredth is no document."""

_FREE = 10_000_000  # bytes that any archive may unpack to, however small it is


class ArchiveError(Exception):
    """An archive or a member of it cannot be read; the finding says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def members(path: Path) -> list[str]:
    """Return the names of the XML files in an archive, in its order.

    Raises ArchiveError where it is no archive, holds too many files, or claims to unpack to more
    than any collection of documents would.
    """
    from zipfile import ZipFile

    try:
        with ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except _broken() as error:
        raise _error(f"the archive cannot be read: {_reason(error)}") from None
    if len(infos) > MAX_MEMBERS:
        raise _error(f"the archive holds {len(infos):,} files; at most {MAX_MEMBERS:,} are read")
    claimed = sum(info.file_size for info in infos)
    allowed = max(_FREE, MAX_RATIO * path.stat().st_size)
    if claimed > allowed:
        raise _error(
            f"the archive of {path.stat().st_size:,} bytes unpacks to {claimed:,}; "
            f"at most {allowed:,} are accepted"
        )
    return [info.filename for info in infos if info.filename.lower().endswith(".xml")]


def read(path: Path, member: str, max_size: int) -> bytes:
    """Return a member of an archive, whatever size it claims to have.

    Raises ArchiveError where it is broken, encrypted or larger than allowed.
    """
    from zipfile import ZipFile

    try:
        with ZipFile(path) as archive, archive.open(member) as file:
            data = file.read(max_size + 1)
    except _broken() as error:
        raise _error(f"the member cannot be read: {_reason(error)}") from None
    if len(data) > max_size:
        raise ArchiveError(too_large(len(data), max_size))
    return data


def _broken() -> tuple[type[Exception], ...]:
    """Return what zipfile raises over archives that are broken or use what it does not know."""
    from zipfile import BadZipFile
    from zlib import error

    return (BadZipFile, error, EOFError, OSError, KeyError,
            NotImplementedError, RuntimeError, ValueError)  # fmt: skip


def _error(message: str) -> ArchiveError:
    hint = "unpack the archive and look at what is in it"
    return ArchiveError(Diagnostic(codes.REFUSED_ARCHIVE, message, line=1, column=1, hint=hint))


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
