"""The zip archive of a Word file: its parts, what they refer to, and what is refused."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import IO, Any, Self

from lxml import etree

from an2un.source import ReadError

MAX_PART = 200_000_000
"""Bytes that a part may have unpacked; the longest document of the United Nations has 20 MB."""

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_USUAL = "word/document.xml"
_SAFE: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
    "remove_comments": True, "remove_pis": True,
}  # fmt: skip


class Package:
    """The parts of one file; use it as a context manager."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._known: dict[str, list[tuple[str, str, str]]] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise ReadError(f"{name}: a damaged Word file ({error})") from error
        self.main = self._main()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._archive.close()

    def _main(self) -> str:
        """Return the name of the part that holds the text."""
        for _, kind, target in self._relations("_rels/.rels", ""):
            if kind == "officeDocument":
                return target
        return _USUAL

    def holds(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part in self._archive.NameToInfo

    def related(self, kind: str) -> str:
        """Return the part that the text's relationship of a kind leads to, "" for none.

        A file that lacks the relationship may still have the part under its usual name.
        """
        for _, found, target in self._relations(_relations_of(self.main), self.main):
            if found == kind:
                return target if self.holds(target) else ""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return usual if self.holds(usual) else ""

    def targets(self, part: str) -> dict[str, str]:
        """Return where the relationships of a part lead, by their identifiers."""
        return {name: target for name, _, target in self._relations(_relations_of(part), part)}

    def _relations(self, part: str, base: str) -> list[tuple[str, str, str]]:
        """Return identifier, kind and target of the relationships that a part lists."""
        if part in self._known or not self.holds(part):
            return self._known.get(part, [])
        found = self._known[part] = []
        for entry in self.tree(part):
            target = entry.get("Target", "")
            if entry.get("TargetMode") != "External":
                joined = posixpath.join(posixpath.dirname(base), target)
                target = posixpath.normpath(joined).lstrip("/")
            found.append((entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], target))
        return found

    def tree(self, part: str) -> etree._Element:
        """Return the root element of a part; raises ReadError where it cannot be read."""
        with self._open(part) as stream:
            root = etree.parse(stream, etree.XMLParser(**_SAFE)).getroot()
            self._refuse_doctype(root, part)
        return root

    def elements(self, part: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
        """Yield the elements of a part with one of the names, as they end.

        What stands before an element that was yielded is forgotten when the next is asked for,
        so that memory holds one paragraph or table at a time.
        """
        with self._open(part) as stream:
            events: Any = etree.iterparse(stream, events=("end",), tag=tags, **_SAFE)
            checked = False
            for _, element in events:
                if not checked:
                    self._refuse_doctype(element, part)
                    checked = True
                yield element

    def _refuse_doctype(self, element: etree._Element, part: str) -> None:
        docinfo: Any = element.getroottree().docinfo
        if docinfo.doctype:
            raise ReadError(f"{self.name}: {part} declares a document type, which is not accepted")

    @contextmanager
    def _open(self, part: str) -> Iterator[Any]:
        """Open a part; whatever goes wrong with it is told as a ReadError."""
        try:
            with self._archive.open(part) as stream:
                yield _Bounded(stream, f"{self.name}: {part}")
        except KeyError:
            raise ReadError(f"{self.name}: a damaged Word file (it has no {part})") from None
        except RuntimeError as error:  # zipfile says so of encrypted members
            raise ReadError(f"{self.name}: {part} cannot be unpacked ({error})") from error
        except etree.XMLSyntaxError as error:
            raise ReadError(f"{self.name}: {part} is not well-formed: {error.msg}") from error
        except _FAULTS as error:
            raise ReadError(f"{self.name}: a damaged Word file ({part}: {error})") from error


class _Bounded:
    """What lxml reads from; it ends in a ReadError when it yields more than any document has."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name, self._left = stream, name, MAX_PART

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, all that are left without a size."""
        data = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise ReadError(f"{self._name} is larger than {MAX_PART:,} bytes unpacked")
        return data


def _relations_of(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")
