"""Where files lie: paths of this machine, or URLs of object stores (extra `s3`).

A place is a text: a path, or a URL such as s3://bucket/texts/a.txt. Credentials and addresses of
stores come from where their libraries look for them (environment, ~/.aws). Whatever goes wrong
with a store is an OSError, as with files.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from upath import UPath


class Found(NamedTuple):
    """A file below a directory; `fault` says what is known against it already, "" if nothing."""

    below: str  # with "/" between its parts, on every system
    place: str
    fault: str = ""


def is_remote(place: str) -> bool:
    """Whether a place is a URL and not a path of this machine."""
    return "://" in place


def join(place: str, below: str) -> str:
    """Return a place below a place."""
    if is_remote(place):
        return f"{place.rstrip('/')}/{below}"
    return os.path.join(place, *below.split("/"))  # noqa: PTH118 - names may be any bytes


def is_directory(place: str) -> bool:
    """Whether a place is a directory (or a prefix of an object store) that can be looked at."""
    if is_remote(place):
        with _as_files(place):
            return _upath(place).is_dir()
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):  # no permission to look: reading it will say so
        return False


def size(place: str) -> int:
    """Return how many bytes a file has; raises OSError."""
    with _as_files(place):
        return (_upath(place) if is_remote(place) else Path(place)).stat().st_size


def state(place: str) -> tuple[object, ...]:
    """Return what changes with the content of a file, for all one can tell; raises OSError."""
    with _as_files(place):
        told = (_upath(place) if is_remote(place) else Path(place)).stat()
        return place, told.st_size, told.st_mtime, told.st_ino


def reader(place: str) -> BinaryIO:
    """Return a file opened for reading; raises OSError."""
    with _as_files(place):
        if is_remote(place):
            return _upath(place).open("rb")
        return Path(place).open("rb")


def start(place: str, most: int) -> bytes:
    """Return a file up to so many bytes; raises OSError."""
    with _as_files(place), reader(place) as file:
        return file.read(most)


def put(place: str, data: bytes) -> None:
    """Write an object of a store, whole or not at all; raises OSError."""
    with _as_files(place):
        _upath(place).write_bytes(data)


def remove(place: str) -> None:
    """Remove an object of a store if it is there; raises OSError."""
    with _as_files(place):
        _upath(place).unlink(missing_ok=True)


def below(place: str, suffixes: tuple[str, ...]) -> Iterator[Found]:
    """Yield the files below a directory that have one of the suffixes, by name.

    Links to files are followed, links to directories are not, so that no walk is without end. What
    is no file, and a directory that cannot be looked at, is told as a fault.
    """
    if is_remote(place):
        yield from _stored(place, suffixes)
    else:
        yield from _walked(place, suffixes)


def matches(pattern: str) -> Iterator[Found]:
    """Yield the files that a pattern such as texts/*/a.txt fits, below its fixed directories."""
    head = fixed(pattern)
    if is_remote(pattern):
        with _as_files(pattern):
            root, top = _upath(pattern), _upath(head).path
            told = root.fs.glob(root.path, detail=True)
            found = {path: str(root.fs.unstrip_protocol(path)) for path in told}
            found = {path: found[path] for path in found if told[path]["type"] == "file"}
    else:
        names = glob.glob(pattern, recursive=True)  # noqa: PTH207 - takes any pattern
        found, top = {name: name for name in names if Path(name).is_file()}, head
    for path in sorted(found):
        yield Found(path[len(top) :].replace(os.sep, "/").lstrip("/"), found[path])


def is_pattern(name: str) -> bool:
    """Whether a name is a pattern and not the name of a file."""
    return glob.has_magic(name) and (is_remote(name) or not Path(name).exists())


def fixed(pattern: str) -> str:
    """Return the directories at the start of a pattern that hold no wildcard."""
    parts = pattern.replace(os.sep, "/").split("/")
    first = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    return "/".join(parts[:first])


def _walked(top: str, suffixes: tuple[str, ...]) -> Iterator[Found]:
    stack = [Found("", top)]
    while stack:
        here = stack.pop()
        if not here.below or _is_real_directory(here.place):
            try:
                names = sorted(os.listdir(here.place), reverse=True)  # noqa: PTH208 - fast
            except OSError as error:
                yield here._replace(fault=error.strerror or str(error))
                continue
            prefix = f"{here.below}/" if here.below else ""
            stack.extend(
                Found(prefix + name, os.path.join(here.place, name))  # noqa: PTH118
                for name in names
            )
        elif here.below.lower().endswith(suffixes) and not is_directory(here.place):
            yield here._replace(fault=_fault(here.place))


def _is_real_directory(place: str) -> bool:
    return os.path.isdir(place) and not os.path.islink(place)  # noqa: PTH112, PTH114


def _fault(place: str) -> str:
    """Return what speaks against an entry of a directory, "" for a file."""
    from stat import S_ISREG

    try:
        return "" if S_ISREG(Path(place).stat().st_mode) else "not a regular file"
    except OSError as error:
        return error.strerror or str(error)


def _stored(place: str, suffixes: tuple[str, ...]) -> Iterator[Found]:
    with _as_files(place):
        root = _upath(place)
        fs, top = root.fs, root.path.rstrip("/")
        paths = sorted(path for path in fs.find(top) if path.lower().endswith(suffixes))
    for path in paths:
        yield Found(path[len(top) :].lstrip("/"), str(fs.unstrip_protocol(path)))


def _upath(place: str) -> UPath:
    try:
        from upath import UPath
    except ImportError as error:
        raise OSError(f"{place}: object stores need an extra: pip install 'an2un[s3]'") from error
    return UPath(place)


@contextmanager
def _as_files(place: str) -> Iterator[None]:
    """Turn whatever the library of a store raises into an OSError."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        if not is_remote(place):
            raise
        raise OSError(f"{place}: {' '.join(str(error).split()) or type(error).__name__}") from error
