"""Rules on the closing lines, annexes and collections."""

from __future__ import annotations

from collections.abc import Iterator

from an2un.check.elements import Element, child, qualified
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted

_ADOPTED = ("resolution", "decision")


def conclusions_container(index: Index) -> Iterator[Finding]:
    """R210: the closing lines stand in a container."""
    for element in index.all("conclusions"):
        if child(element, "container") is None:
            yield Finding(
                element,
                "the closing lines have no container",
                'write <container name="conclusion"> around them',
            )


def adoption_date_missing(index: Index) -> Iterator[Finding]:
    """R211: the closing lines of an adopted text mark the date of adoption.

    Where they print no date at all, as in volumes of the Security Council, the preface marks it.
    """
    for part in index.works:
        element = part.child("conclusions")
        if element is None or not part.deliberative or part.name not in _ADOPTED:
            continue
        dates = part.within("conclusions", "docDate", "date")
        if not _adopting(dates or part.within("preface", "docDate", "date")):
            yield Finding(
                element,
                "the closing lines do not mark the date of adoption",
                'put <docDate date="" refersTo="#adoptionDate"> on the date',
            )


def _adopting(dates: list[Element]) -> bool:
    """Say whether one of the dates is that of adoption."""
    # inside a component identifiers carry its prefix: #cmp_A__adoptionDate
    return any((date.get("refersTo") or "").endswith("adoptionDate") for date in dates)


def adoption_event(index: Index) -> Iterator[Finding]:
    """R212: the closing lines mark the meeting as the event of adoption."""
    for part in index.works:
        element = part.child("conclusions")
        if element is None or not part.deliberative or part.name not in _ADOPTED:
            continue
        if not part.within("conclusions", "event"):
            yield Finding(
                element,
                "the closing lines do not mark the meeting",
                'put <event refersTo="#adoption"> on the meeting',
            )


def untitled_annex(index: Index) -> Iterator[Finding]:
    """R221: an annex has a title, a heading or a number."""
    title, kind = qualified("docTitle"), qualified("docType")
    for element in index.all("attachment"):
        named = child(element, "heading") is not None or child(element, "num") is not None
        reference = child(element, "documentRef")
        if named or (reference is not None and reference.get("showAs")):
            continue
        if next(element.iter(title, kind), None) is None:
            yield Finding(
                element,
                "the annex has neither title nor number",
                "mark its title as docTitle, or add num or heading to the attachment",
            )


def original(index: Index) -> Iterator[Finding]:
    """R224: an annexed text that is a Work of its own leads back to its original."""
    for part in index.parts:
        above = part.element.getparent()
        annexed = above is not None and above.tag == qualified("attachment")
        if part.host is None or not annexed or part.embedded or not part.uri:
            continue
        if not part.all("original"):
            yield Finding(
                part.element,
                f"the annexed document {part.uri} does not lead back to its original",
                "add references/original with its IRI",
            )


def collection_name(index: Index) -> Iterator[Finding]:
    """R232: collections are named publication… or collection…."""
    for element in index.all("documentCollection"):
        name = element.get("name") or ""
        if not name.startswith(("publication", "collection")):
            yield Finding(
                element,
                f"the collection is named {quoted(name)}",
                'write name="publication" or name="collection"',
            )
