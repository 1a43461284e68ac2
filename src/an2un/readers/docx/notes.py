"""Footnotes and endnotes: where each is called, and how Word counts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

from an2un.readers.counting import printed
from an2un.readers.docx.names import key_of, number, value
from an2un.readers.flow import Mark

Kind = Literal["footnote", "endnote"]
KINDS: tuple[Kind, ...] = ("footnote", "endnote")


class Counting(NamedTuple):
    """How notes of one kind are counted; None where nothing is said."""

    format: str | None = None
    start: int | None = None
    anew: bool | None = None  # whether each section starts again

    def over(self, base: Counting) -> Counting:
        """Return this where it says something, another below it."""
        return Counting(
            base.format if self.format is None else self.format,
            base.start if self.start is None else self.start,
            base.anew if self.anew is None else self.anew,
        )


_USUAL: dict[Kind, Counting] = {
    "footnote": Counting("decimal", 1, False),
    "endnote": Counting("lowerRoman", 1, False),
}


class Call(NamedTuple):
    """One call: which note, in which section, whether its mark is typed instead of counted."""

    kind: Kind
    identifier: str
    section: int
    typed: bool
    mark: Mark


class Notebook:
    """The calls of a document in printed order; the marks are known when all are."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.section = 0
        self._settings: dict[Kind, Counting] = {}
        self._sections: dict[tuple[Kind, int], Counting] = {}

    def call(self, kind: Kind, identifier: str, *, typed: bool) -> Mark:
        """Note a call and return its mark, which is empty until it is counted or typed."""
        mark = Mark()
        self.calls.append(Call(kind, identifier, self.section, typed, mark))
        return mark

    def set_for_all(self, settings: etree._Element) -> None:
        """Take note of what settings.xml says of counting."""
        for kind, counting in _countings(settings):
            self._settings[kind] = counting

    def end_section(self, properties: etree._Element) -> None:
        """Take note of what a section says of counting; it ends here."""
        for kind, counting in _countings(properties):
            self._sections[kind, self.section] = counting
        self.section += 1

    def count(self) -> None:
        """Give every call its mark; a note that is called again keeps the mark it has.

        Where notes are counted page by page they count on, since a flowing document has no pages.
        """
        last: dict[Kind, tuple[int, int]] = {}  # section and number of the last one
        known: dict[tuple[Kind, str], str] = {}
        for kind, identifier, section, typed, mark in self.calls:
            if typed:
                continue
            if (kind, identifier) in known:
                mark.text = known[kind, identifier]
                continue
            how = self._counting(kind, section)
            before = last.get(kind)
            fresh = before is None or (how.anew and before[0] != section)
            count = (how.start or 1) if before is None or fresh else before[1] + 1
            last[kind] = section, count
            mark.text = known[kind, identifier] = printed(count, how.format or "decimal")

    def _counting(self, kind: Kind, section: int) -> Counting:
        base = self._settings.get(kind, Counting()).over(_USUAL[kind])
        return self._sections.get((kind, section), Counting()).over(base)

    def called(self) -> Iterator[Call]:
        """Yield the first call of each note, footnotes before endnotes."""
        for kind in KINDS:
            seen: set[str] = set()
            for call in self.calls:
                if call.kind == kind and call.identifier not in seen:
                    seen.add(call.identifier)
                    yield call


def _countings(element: etree._Element) -> Iterator[tuple[Kind, Counting]]:
    """Yield what a section or the settings say of the counting of each kind."""
    for child in element:
        kind = _PROPERTIES.get(key_of[child.tag])
        if kind is None:
            continue
        said = {key_of[part.tag]: value(part) for part in child}
        anew = said.get("w:numRestart")
        yield (
            kind,
            Counting(
                said.get("w:numFmt"),
                number(said.get("w:numStart", "")),
                None if anew is None else anew == "eachSect",
            ),
        )


_PROPERTIES: dict[str, Kind] = {"w:footnotePr": "footnote", "w:endnotePr": "endnote"}
