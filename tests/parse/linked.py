"""Linked trees as text for the eye: `[words→target]`, `{role=value: words}`, `¹‹note›`."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse.references import link
from an2un.tree import Document, Field, Footnote, Inline, Link, Masthead, Paragraph, Reference, Text
from tests.builders import Line, as_line, doc, field, line, recital


def shown(*nodes: Inline) -> str:
    """Return inlines with marks where they are cited, named, or emphasised."""
    return "".join(map(_one, nodes))


def _one(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Reference(target, children):
            return f"[{shown(*children)}→{target}]"
        case Link(href, children):
            return f"<{shown(*children)}→{href}>"
        case Field(role, children, value):
            return f"{{{role}={value}: {shown(*children)}}}"
        case Footnote(marker, body):
            return f"{marker}‹{' / '.join(shown(*part.children) for part in body)}›"
        case _:
            return f"_{shown(*node.children)}_"


ORGANS = {
    "generalAssembly": "General Assembly",
    "humanRightsCouncil": "Human Rights Council",
    "economicAndSocialCouncil": "Economic and Social Council",
}


def of(organ: str, year: str = "") -> Masthead:
    """Return the masthead of a document of an organ."""
    cover = [line(field("organ", ORGANS[organ], organ))]
    if year:
        cover.append(line(field("issuanceDate", year, f"{year}-11-08")))
    return Masthead(cover=tuple(cover))


def linked(
    document: Document, found: list[Diagnostic] | None = None, links: tuple[str, ...] = ()
) -> Document:
    """Return a document with its citations; findings are added to `found`."""
    return link(document, load(document.language), None if found is None else found.append, links)


def paragraphs(
    *texts: Line, organ: str = "generalAssembly", language: str = "en", links: tuple[str, ...] = ()
) -> list[str]:
    """Return preambular paragraphs of a document of an organ as they are linked."""
    document = doc(
        language=language, masthead=of(organ), recitals=tuple(recital(text) for text in texts)
    )
    made = linked(document, links=links)
    assert not hasattr(made, "parts")
    return [
        shown(*part.children)
        for item in made.preamble.items
        for part in getattr(item, "content", ())
        if isinstance(part, Paragraph)
    ]


def paragraph(text: Line, organ: str = "generalAssembly", language: str = "en") -> str:
    """Return one preambular paragraph as it is linked."""
    (found,) = paragraphs(as_line(text), organ=organ, language=language)
    return found
