"""What a name stands for: a file, the files of a directory, those that a pattern fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath, PurePosixPath

from an2un import stores
from an2un.stores import Found


class NothingError(ValueError):
    """A directory or pattern gives no file to work on; the message says which."""


def named(name: str, suffixes: tuple[str, ...]) -> Iterator[Found]:
    """Yield the files that a name stands for, in the order of their names.

    name      a path or URL of a file, a directory (its files with one of the suffixes), or a
              pattern, whether or not the shell knows it
    Raises NothingError for a directory or pattern without such files.
    """
    if stores.is_directory(name):
        count = 0
        for found in stores.below(name, suffixes):
            count += 1
            yield found
        if not count:
            raise NothingError(f"{name}: no {' or '.join(suffixes)} file in this directory")
    elif stores.is_pattern(name):
        matches = list(stores.matches(name))
        if not matches:
            raise NothingError(f"{name}: no file fits this pattern")
        yield from matches
    else:
        path = PurePosixPath(name) if stores.is_remote(name) else PurePath(name)
        yield Found(path.name, name)
