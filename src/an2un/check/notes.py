"""Rules on footnotes: their calls, markers and places."""

from __future__ import annotations

from collections.abc import Iterator

from an2un.check.elements import Element, qualified, words
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted
from an2un.wording.legible import legible


def note_marker(index: Index) -> Iterator[Finding]:
    """R200: a note bears the marker that is printed at its call."""
    for element in index.all("authorialNote"):
        if not (element.get("marker") or "").strip():
            yield Finding(
                element, f"the note {quoted(words(element))} has no marker", 'add marker=""'
            )


def note_placement(index: Index) -> Iterator[Finding]:
    """R201: footnotes are at the bottom."""
    for element in index.all("authorialNote"):
        placement = element.get("placement")
        if placement != "bottom":
            yield Finding(
                element,
                f"the note {quoted(element.get('marker') or '')} is placed "
                f"{quoted(placement) if placement else 'nowhere'}",
                'write placement="bottom"',
            )


def note_outside_sup(index: Index) -> Iterator[Finding]:
    """R202: the note stands in the superscript of its call."""
    sup = qualified("sup")
    for element in index.all("authorialNote"):
        above = element.getparent()
        if above is not None and above.tag != sup:
            yield Finding(
                element,
                f"the note {quoted(element.get('marker') or '')} does not stand in sup",
                'write <sup class="footnote"> around it',
            )


def marker_as_text(index: Index) -> Iterator[Finding]:
    """R203: the marker is an attribute, not text of the superscript."""
    calls = _calls(index)
    for element in index.all("sup"):
        if element not in calls:
            continue
        if len(element) == 1 and not element.text and not element[0].tail:
            continue
        own = [element.text, *(node.tail for node in element)]
        text = "".join(piece for piece in own if piece).strip()
        if text:
            yield Finding(
                element,
                f"the superscript of a note has the text {quoted(text)}",
                "keep the marker in the attribute marker only",
            )


def call_without_note(index: Index) -> Iterator[Finding]:
    """A superscript of the class footnote calls a note, which has to be there."""
    note, calls = qualified("authorialNote"), _calls(index)
    for element in index.all("sup"):
        if element in calls or element.get("class") != "footnote":
            continue
        if element.find(f".//{note}") is None:
            yield Finding(
                element,
                f"the call {quoted(words(element))} has no note",
                "put the note into the superscript as authorialNote",
            )


def _calls(index: Index) -> set[Element | None]:
    """Return the elements right around the notes."""
    return {note.getparent() for note in index.all("authorialNote")}


def note_sequence(index: Index) -> Iterator[Finding]:
    """R205: numbered notes count up one by one; an annex may begin anew."""
    cell = [qualified(name) for name in ("td", "th") if index.all(name)]
    for part in index.parts:
        previous = 0
        for element in part.all("authorialNote"):
            marker = legible(element.get("marker") or "").strip("() .")
            if not marker.isdecimal():
                continue
            if cell and next(element.iterancestors(*cell), None) is not None:
                continue
            value = int(marker)
            begins = previous == 0 and (value == 1 or part.host is not None)
            if value != previous + 1 and not begins:
                yield Finding(
                    element,
                    (
                        f"note {value} follows note {previous}"
                        if previous
                        else f"the first note is {value}"
                    )
                    + f"; expected {previous + 1}",
                    "look for a note lost, called twice or numbered wrongly",
                )
            previous = value


def note_reference(index: Index) -> Iterator[Finding]:
    """Footnotes are authorialNotes at their calls, never noteRefs (P1-54)."""
    for element in index.all("noteRef"):
        yield Finding(
            element,
            f"noteRef leads to the note {quoted(element.get('href') or '')}",
            "write the note as authorialNote at its call",
        )
