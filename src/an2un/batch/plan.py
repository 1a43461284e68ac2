"""What a batch is to do: every input once, and a place for its results that no other has.

The results of an input lie where the input lies below its source; with several sources, below the
directory that all of them have in common. Inputs that would share a place are told apart.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from typing import NamedTuple

from an2un import archive, stores
from an2un.inputs import named
from an2un.source import ReadError

APART = "_batch"
"""The directory, beside the results, of what is no result."""

_LONGEST = 200  # bytes of a part of a path: room for endings below the 255 of most file systems


class Entry(NamedTuple):
    """One input: what reports call it, where it lies, and what is known against it already."""

    name: str
    place: str
    member: str = ""
    fault: str = ""


class Shard(NamedTuple):
    """One part of a batch: the inputs whose number, from their name, leaves `part` - 1."""

    part: int = 1
    of: int = 1

    def has(self, name: str) -> bool:
        """Tell whether an input is of this part; new inputs move no others to another part."""
        digest = sha256(encoded(name)).digest()
        return self.of == 1 or int.from_bytes(digest[:8], "big") % self.of == self.part - 1

    @property
    def label(self) -> str:
        """How files of this part are called: "2-of-8"; "" for a whole batch."""
        return f"{self.part}-of-{self.of}" if self.of > 1 else ""


def encoded(name: str) -> bytes:
    """Return a name as bytes, also where it is not text."""
    return name.encode("utf-8", "surrogateescape")


def entries(
    sources: Sequence[str], listed: Iterable[str], suffixes: tuple[str, ...], out: str
) -> Iterator[Entry]:
    """Yield the inputs of a batch.

    sources   paths, URLs, patterns
    listed    names of files, as on stdin: they are placed as they are written
    suffixes  of the files that directories and archives are searched for
    out       the directory of results, which is no source
    Raises NothingError for a source without inputs.
    """
    common = _common(sources)
    for source in sources:
        prefix = "" if len(sources) == 1 else "/".join(_parts(_base(source))[len(common) :])
        yield from _below(source, prefix, suffixes, out)
    for name in listed:
        parts = _clean(name).split("/")
        prefix = "/".join(parts if stores.is_directory(name) else parts[:-1])
        yield from _below(name, prefix, suffixes, out)


def _below(source: str, prefix: str, suffixes: tuple[str, ...], out: str) -> Iterator[Entry]:
    """Yield the inputs that one source stands for, their names below a prefix."""
    alone = not stores.is_directory(source) and not stores.is_pattern(source)
    own, homes = _absolute(out), _Homes()
    for found in named(source, (*suffixes, archive.SUFFIX)):
        if (homes.absolute(found.place) + os.sep).startswith(own + os.sep):
            continue
        name = "/".join(filter(None, (prefix, _clean(found.below)))) or found.place
        if found.fault:
            yield Entry(name, found.place, "", found.fault)
        elif found.place.lower().endswith(archive.SUFFIX):
            yield from _members(Entry(prefix if alone else name, found.place), suffixes)
        else:
            yield Entry(name, found.place)


def _members(packed: Entry, suffixes: tuple[str, ...]) -> Iterator[Entry]:
    try:
        members = archive.members(packed.place, suffixes)
    except ReadError as error:
        yield packed._replace(name=packed.name or packed.place, fault=str(error))
        return
    for member in members:
        name = "/".join(filter(None, (packed.name, _clean(member.replace("\\", "/")))))
        yield Entry(name or member, packed.place, member)


def _clean(path: str) -> str:
    """Return a path that leads nowhere but down."""
    path = path.partition("://")[2] or path
    path = path if os.sep == "/" else path.replace(os.sep, "/").replace(":", "")
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def _absolute(place: str) -> str:
    return place.rstrip("/") if stores.is_remote(place) else os.path.realpath(place)


class _Homes(dict[str, str]):
    """Where directories really are, each looked up once for all files in it."""

    def __missing__(self, directory: str) -> str:
        if len(self) > _KNOWN:
            self.clear()
        self[directory] = real = os.path.realpath(directory)
        return real

    def absolute(self, place: str) -> str:
        """Return the same as `_absolute` for a file."""
        if stores.is_remote(place) or os.path.islink(place):  # noqa: PTH114 - any bytes
            return _absolute(place)
        directory, name = os.path.split(place)
        return os.path.join(self[directory], name)  # noqa: PTH118 - any bytes


_KNOWN = 10_000  # directories


def _base(source: str) -> str:
    """Return the directory that the names of a source are below: its own, or that it lies in."""
    if stores.is_pattern(source):
        return stores.fixed(source)
    if stores.is_directory(source) or source.lower().endswith(archive.SUFFIX):
        return source
    return source.rpartition("/" if stores.is_remote(source) else os.sep)[0]


def _parts(place: str) -> list[str]:
    whole = place if stores.is_remote(place) else os.path.abspath(place)  # noqa: PTH100 - any bytes
    return _clean(whole).split("/")


def _common(sources: Sequence[str]) -> list[str]:
    """Return the parts of the paths that all sources have in common, but for their own names."""
    parents = []
    for source in sources:
        whole = stores.is_directory(source) or source.lower().endswith(archive.SUFFIX)
        parts = _parts(_base(source))
        parents.append(parts[:-1] if whole else parts)
    shared = takewhile(lambda parts: len(set(parts)) == 1, zip(*parents, strict=False))
    return [parts[0] for parts in shared]


def stem(entry: Entry, taken: Callable[[str], bool]) -> str:
    """Return where the results of an input go, without their endings.

    taken  tells whether another input has a place, given in the form of `folded`
    """
    directory, _, last = entry.name.rpartition("/")
    base, dot, _suffix = last.rpartition(".")
    mark = sha256(encoded(f"{entry.place}\0{entry.member}")).hexdigest()[:10]
    own = "/".join(_short(part) for part in directory.split("/") if part)
    for name in (base if dot and base else last, last, f"{last}~{mark}"):
        found = f"{own}/{_short(name)}" if own else _short(name)
        if found.split("/")[0] != APART and not taken(folded(found)):
            return found
    return f"{mark}/{found}"


def _short(part: str) -> str:
    """Return a part of a path, cut where no file system would take it."""
    whole = encoded(part)
    if len(whole) <= _LONGEST:
        return part
    kept = whole[:_LONGEST].decode("utf-8", "ignore")
    return f"{kept}~{sha256(whole).hexdigest()[:10]}"


def folded(path: str) -> str:
    """Return a path as file systems see it that know no capitals and no forms of Unicode."""
    return unicodedata.normalize("NFC", path).casefold()
