"""Places of a document that its own text leads to: "paragraph 5 above", "annex II"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from an2un.citing.stretch import Part
from an2un.record import Record, field, replace
from an2un.tree import Enumeration, Item, Provision, Resolution, Section

# Abbreviations of eIds (OASIS naming convention, 5.4.2).
_ABBREVIATIONS = {
    "part": "part", "chapter": "chp", "section": "sec", "article": "art", "rule": "rule",
    "title": "title", "division": "dvs",
}  # fmt: skip


class Scope(Record):
    """The places within reach of a text.

    paragraphs  number -> eIds of the paragraphs that bear it
    sections    ("section", "III") -> eIds
    points      eId of a paragraph -> its points as ("a", eId)
    around      eId of the section in which the text stands, "" at the top
    annexes     how many annexes the document has
    """

    paragraphs: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    points: dict[str, dict[str, str]] = field(default_factory=dict)
    tops: dict[int, str] = field(default_factory=dict)
    around: str = ""
    annexes: int = 0

    def within(self, item: Item) -> Scope:
        """Return the scope of a text inside an item of the document's top."""
        around = self.tops.get(id(item), "")
        return self if around == self.around else replace(self, around=around)


def scopes(document: Resolution) -> list[Scope]:
    """Return the scope of the main body, then that of each annex."""
    count = len(document.annexes)
    found = [_scope(document.items, "", count)]
    for number, annex in enumerate(document.annexes, 1):
        found.append(_scope(annex.items, f"att_{number}__", count))
    return found


def _scope(items: Sequence[Item], prefix: str, annexes: int) -> Scope:
    scope = Scope(annexes=annexes)
    _gather(scope, items, prefix, top=True)
    return scope


def _gather(scope: Scope, items: Sequence[Item], prefix: str, *, top: bool = False) -> None:
    counts: dict[str, int] = {}
    for item in items:
        if isinstance(item, Provision):
            counts["para"] = counts.get("para", 0) + 1
            number = _number(item.marker)
            eid = f"{prefix}para_{number or counts['para']}"
            if number:
                scope.paragraphs.setdefault(number, []).append(eid)
                scope.points[eid] = dict(_points(item, eid))
        elif isinstance(item, Section):
            short = _ABBREVIATIONS[item.kind]
            counts[short] = counts.get(short, 0) + 1
            number = _number(item.marker)
            eid = f"{prefix}{short}_{number or counts[short]}"
            if number:
                scope.sections.setdefault((item.kind, number), []).append(eid)
            if top:
                scope.tops[id(item)] = eid
            _gather(scope, item.items, f"{eid}__")


def _points(item: Provision, eid: str) -> Iterator[tuple[str, str]]:
    lists = [part for part in item.content if isinstance(part, Enumeration)]
    for number, enumeration in enumerate(lists, 1):
        for point in enumeration.points:
            marker = _number(point.marker)
            if marker:
                yield marker, f"{eid}__list_{number}__point_{marker}"


def _number(marker: str | None) -> str:
    """Return the number of a marker in ASCII, "" where it has none: `5.`, `(a)`, `Part II`."""
    tokens = (marker or "").split()
    number = "".join(ch for ch in tokens[-1] if ch.isalnum()) if tokens else ""
    if number.isdecimal():
        return str(int(number))
    return number if number.isascii() else ""


def place(parts: Sequence[Part], scope: Scope) -> str:
    """Return the place that parts name, "" if the document has none or several such places."""
    first = parts[0]
    if first.kind == "annex":
        number = int(first.number) if first.number.isdecimal() else 0
        if number or scope.annexes == 1:
            number = number or 1
            return f"!annex_{number}" if number <= scope.annexes and len(parts) == 1 else ""
        return ""
    around = scope.around
    if first.kind in ("section", "part", "chapter"):
        around = _only(scope.sections.get((first.kind, first.number), []), "")
        if len(parts) == 1 or not around:
            return f"#{around}" if around else ""
        parts = parts[1:]
    return _paragraph(parts, scope, around) if len(parts) == 1 else ""


def _paragraph(parts: Sequence[Part], scope: Scope, around: str) -> str:
    part = parts[0]
    if part.kind != "paragraph":
        return ""
    eid = _only(scope.paragraphs.get(part.number, []), around)
    if part.point and eid:
        eid = scope.points[eid].get(part.point, eid)
    return f"#{eid}" if eid else ""


def _only(eids: Sequence[str], around: str) -> str:
    """Return the one place among several: the only one, or the only one in the section around."""
    near = [eid for eid in eids if around and eid.startswith(f"{around}__")]
    chosen = near or eids
    return chosen[0] if len(chosen) == 1 else ""
