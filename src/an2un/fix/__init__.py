"""Safe repairs of Akoma Ntoso files: identifiers, IRIs, known entries, empty placeholders.

The file is edited where it is wrong and nowhere else: attributes inside start tags, entries added
to the references, empty steps taken out. The text is never touched; a hash of it proves that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

from an2un.check.elements import Element
from an2un.check.index import Index
from an2un.check.loading import decoded, encoding_of, load
from an2un.check.positions import start_tags
from an2un.fix.additions import empty_steps, known_entries, work_identity
from an2un.fix.attributes import mended_attributes
from an2un.fix.edits import Edit, Tags, applied
from an2un.record import Record

MAX_SIZE = 100_000_000


class FixError(ValueError):
    """The repairs would change the text; nothing was written. This is a fault of the program."""


class Repair(NamedTuple):
    """One thing that was mended: line from 1, what it was and what it is."""

    line: int
    what: str


class Fixed(Record):
    """A file after its repairs; `repairs` is empty where nothing had to be mended."""

    data: bytes
    repairs: tuple[Repair, ...]


def fix(data: bytes, max_size: int = MAX_SIZE) -> Fixed:
    """Return a file with its safe repairs.

    Raises check.loading.RefusalError for a file that is refused or not well-formed, and FixError
    where the text would not be the same, which must never happen.
    """
    loaded = load(data, max_size)
    text = decoded(data)
    tags = start_tags(text, loaded.root)
    if not tags:
        return Fixed(data, ())
    index = Index(loaded.root)
    edits = [edit for repair in _REPAIRS for edit in repair(index, text, tags)]
    if not edits:
        return Fixed(data, ())
    mended = applied(text, edits).encode(encoding_of(data))
    after = load(mended, max_size + len(mended))
    if text_hash(after.root) != text_hash(loaded.root):
        raise FixError("the repairs would change the text; nothing is written")
    lines = tuple(Repair(text.count("\n", 0, edit.start) + 1, edit.what) for edit in sorted(edits))
    return Fixed(mended, lines)


def text_hash(root: Element) -> str:
    """Return the SHA-256 of the text of a document: all of it but the metadata, blanks included."""
    digest = sha256()
    inside = {node for meta in root.iter("{*}meta") for node in meta.iter()}
    for node in root.iter():
        if node not in inside and isinstance(node.tag, str):
            digest.update((node.text or "").encode())
        if node.getparent() not in inside and node is not root:
            digest.update((node.tail or "").encode())
    return digest.hexdigest()


_REPAIRS: tuple[Callable[[Index, str, Tags], Iterator[Edit]], ...] = (
    empty_steps,
    mended_attributes,
    known_entries,
    work_identity,
)
