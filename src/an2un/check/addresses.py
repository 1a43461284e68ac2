"""Rules on the IRIs of the three FRBR levels (OASIS Naming Convention, chapter 4).

A fault is reported once: where an IRI has no readable shape, nothing further is compared with it,
and a domain or a trailing slash is passed over by every rule but its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from an2un.check import iris
from an2un.check.eids import ENTRIES
from an2un.check.elements import Element, local
from an2un.check.frbr import Level, day
from an2un.check.index import Index, Part
from an2un.check.metadata import entries
from an2un.check.rule import Finding, quoted

# Codes that the guidelines print, and the codes under which the United Nations publishes.
ACTORS = {
    "un-ga": "unga", "ga": "unga", "un-sc": "unsc", "sc": "unsc", "un-ecosoc": "unecosoc",
    "ecosoc": "unecosoc", "un-hrc": "unga-hrc", "unhrc": "unga-hrc", "hrc": "unga-hrc",
    "un-ga-hrc": "unga-hrc", "un-ga-un-hrc": "unga-hrc",
}  # fmt: skip
_IDENTIFIERS = ("FRBRthis", "FRBRuri")
_REFERRING = (
    "ref", "documentRef", "original", "passiveRef", "activeRef", "jurisprudence", "hasAttachment",
    "attachmentOf", "FRBRtranslation", "FRBRmasterExpression",
)  # fmt: skip
_PLACES = (
    *((name, "value") for name in _IDENTIFIERS),
    *((name, "href") for name in _REFERRING),
)
_COLLECTIONS = {"collection": "documentCollection"}


def doubtful(index: Index) -> tuple[Part, ...]:
    """Return the documents whose IRIs some rule may object to."""
    return tuple(part for part in index.parts if index.thorough or not _plainly_right(part))


def _plainly_right(part: Part) -> bool:
    """Tell whether each IRI of a document by itself is what follows from the rest.

    Slashes at their ends (`odd`) and the component of the Expression are looked at elsewhere: all
    published files have them wrong.
    """
    work, expression, manifestation = part.work, part.expression, part.manifestation
    uri = part.uri.rstrip("/")
    parts = iris.work(uri)
    if parts is None or part.embedded or not (work and expression and manifestation):
        return False
    version = f"{uri}/{expression.value('FRBRlanguage', 'language')}@"
    return (
        not iris.has_domain(uri)
        and parts.type == part.kind
        and work.value("FRBRsubtype") in ("", parts.subtype)
        and work.value("FRBRnumber") in ("", parts.number)
        and any(parts.date == date.get("date") for date in work.all("FRBRdate"))
        and parts.actor not in ACTORS
        and _named(work, uri, f"{uri}/!main")
        and _named(expression, version, f"{version}/!main", f"{version}!main")
        and _named(manifestation, f"{version}.xml", f"{version}/!main.xml")
        and manifestation.value("FRBRformat") in ("", "xml")
        and iris.version(version, uri) is not None
    )


def _named(level: Level, uri: str, *components: str) -> bool:
    """Tell whether a level bears one IRI, this one, and one of that of its main component."""
    return (
        level.value("FRBRuri").rstrip("/") == uri
        and level.value("FRBRthis").rstrip("/") in components
        and len(level.all("FRBRuri")) == len(level.all("FRBRthis")) == 1
    )


def works_in_doubt(index: Index) -> Iterator[Part]:
    """Return those of them that are Works of their own."""
    return (part for part in index.once(doubtful) if not part.embedded)


def at(level: Level, name: str) -> Element:
    """Return the first child of that name, or the level itself where it has none."""
    found = level.first(name)
    return level.element if found is None else found


def work_iri(index: Index) -> Iterator[Finding]:
    """R050: /akn/un/{type}/{subtype}/{actor}/{date}/{number}."""
    for part in works_in_doubt(index):
        uri = part.uri
        if part.work is not None and uri and iris.work(uri) is None:
            yield Finding(
                at(part.work, "FRBRuri"),
                f"the Work IRI {quoted(uri, 90)} is not formed as "
                "/akn/un/{type}/{subtype}/{actor}/{date}/{number}",
                "write e.g. /akn/un/statement/deliberation/unga/2023-02-24/77-273",
            )


def _works(index: Index) -> Iterator[tuple[Part, Level, iris.WorkIri]]:
    """Yield the documents whose Work IRI can be read."""
    for part in works_in_doubt(index):
        parts = iris.work(part.uri)
        if parts is not None and part.work is not None:
            yield part, part.work, parts


def iri_type(index: Index) -> Iterator[Finding]:
    """R051: the IRI names the element of the document."""
    for part, level, parts in _works(index):
        own = f"write /akn/un/{part.kind}/… in every IRI of the document"
        if _COLLECTIONS.get(parts.type, parts.type) != part.kind:
            yield Finding(
                at(level, "FRBRuri"),
                f"the IRI names the type {parts.type}, the document is a {part.kind}",
                own
                if part.host is None
                else f"write the IRI of the document it belongs to, or {own[6:]}",
            )


def iri_subtype(index: Index) -> Iterator[Finding]:
    """R052: the IRI names the subtype of FRBRsubtype."""
    for _, level, parts in _works(index):
        subtype = level.value("FRBRsubtype")
        if subtype and parts.subtype != subtype:
            yield Finding(
                at(level, "FRBRuri"),
                f"the IRI names the subtype {parts.subtype}, FRBRsubtype is {subtype}",
                "make both the same",
            )


def iri_date(index: Index) -> Iterator[Finding]:
    """R053: the date of the IRI is the date of the Work."""
    for _, level, parts in _works(index):
        dates = [day(date) for date in level.all("FRBRdate")]
        if dates and parts.date not in dates:
            yield Finding(
                at(level, "FRBRdate"),
                f"the Work is dated {dates[0]}, its IRI {parts.date}",
                "make both the same",
            )


def iri_number(index: Index) -> Iterator[Finding]:
    """R054: the number of the IRI is FRBRnumber."""
    for _, level, parts in _works(index):
        number = level.value("FRBRnumber")
        if number and parts.number != number:
            yield Finding(
                at(level, "FRBRuri"),
                f"the IRI ends in {parts.number}, FRBRnumber is {number}",
                "make both the same",
            )


def odd(index: Index) -> list[tuple[Element, str]]:
    """Return the elements with an IRI that ends in a slash or holds a blank; all if thorough."""
    tags = index.tags
    found = [
        (element, iri)
        for name, attribute in _PLACES
        for element in index.all(name)
        if (iri := tags[element].attributes.get(attribute))
        and (iri[-1] == "/" or " " in iri or index.thorough)
    ]
    return found + [(element, iri) for element, _, iri, _ in index.once(entries) if " " in iri]


def trailing_slash(index: Index) -> Iterator[Finding]:
    """R055: the naming convention (4.5) ends no IRI in a slash."""
    for element, iri in index.once(odd):
        if len(iri) > 1 and iri[-1] == "/" and "/akn/" in iri and local(element) not in ENTRIES:
            yield Finding(element, f"{quoted(iri, 90)} ends in a slash", "leave the last slash out")


def iri_domain(index: Index) -> Iterator[Finding]:
    """R056: IRIs begin with /akn, never with a domain (P1-13)."""
    for element in index.of(_IDENTIFIERS) if index.once(doubtful) else ():
        iri = element.get("value") or ""
        if iris.has_domain(iri):
            yield Finding(
                element, f"the IRI {quoted(iri, 90)} begins with a domain", "begin it with /akn/"
            )


def iri_space(index: Index) -> Iterator[Finding]:
    """R067: no white space in an IRI."""
    for element, iri in index.once(odd):
        if " " in iri:
            yield Finding(
                element, f"the IRI {quoted(iri, 90)} contains a space", "write _ for a space"
            )


def actor_code(index: Index) -> Iterator[Finding]:
    """The actor codes of the United Nations' own files (unga, unsc, unecosoc, unga-hrc)."""
    for _, level, parts in _works(index):
        published = ACTORS.get(parts.actor)
        if published:
            yield Finding(
                at(level, "FRBRuri"),
                f"the IRI names the organ {parts.actor}; the United Nations publishes "
                f"under {published}",
                f"write {published}, so that the IRI meets those of the United Nations",
            )
