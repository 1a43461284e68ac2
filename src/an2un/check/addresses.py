"""Rules on the IRIs of the three FRBR levels (OASIS Naming Convention, chapter 4).

A fault is reported once: where an IRI has no readable shape, nothing further is compared with it,
and a domain or a trailing slash is passed over by every rule but its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from an2un.check import iris
from an2un.check.identifiers import ENTRIES
from an2un.check.index import Element, Index, Level, Part, local
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
_COLLECTIONS = {"collection": "documentCollection"}


def doubtful(index: Index) -> tuple[Part, ...]:
    """Return the documents whose IRIs some rule may object to."""
    return tuple(part for part in index.parts if index.thorough or not _plainly_right(part))


def _plainly_right(part: Part) -> bool:
    """Tell whether each IRI of a document by itself is what follows from the rest."""
    work, expression, manifestation = part.work, part.expression, part.manifestation
    parts = iris.work(part.uri)
    if parts is None or part.embedded or not (work and expression and manifestation):
        return False
    version = f"{part.uri}/{expression.value('FRBRlanguage', 'language')}@"
    return (
        parts.type == part.kind
        and parts.subtype == work.value("FRBRsubtype")
        and parts.number == work.value("FRBRnumber")
        and any(parts.date == date.get("date") for date in work.all("FRBRdate"))
        and parts.actor not in ACTORS
        and _named(work, part.uri)
        and _named(expression, version)
        and _named(manifestation, version, ".xml")
        and manifestation.value("FRBRformat") == "xml"
        and iris.version(version, part.uri) is not None
    )


def _named(level: Level, uri: str, extension: str = "") -> bool:
    """Tell whether a level bears one IRI, this one, and that of its main component."""
    return (
        level.value("FRBRuri") == uri + extension
        and level.value("FRBRthis") == f"{uri}/!main{extension}"
        and len(level.all("FRBRuri")) == len(level.all("FRBRthis")) == 1
    )


def _works_in_doubt(index: Index) -> Iterator[Part]:
    return (part for part in index.once(doubtful) if not part.embedded)


def _levels(index: Index) -> Iterator[tuple[Part, Level]]:
    for part in index.once(doubtful):
        for level in (part.work, part.expression, part.manifestation):
            if level is not None:
                yield part, level


def _at(level: Level, name: str) -> Element:
    found = level.first(name)
    return level.element if found is None else found


def work_iri(index: Index) -> Iterator[Finding]:
    """R050: /akn/un/{type}/{subtype}/{actor}/{date}/{number}."""
    for part in _works_in_doubt(index):
        uri = part.uri
        if part.work is not None and uri and iris.work(uri) is None:
            yield Finding(
                _at(part.work, "FRBRuri"),
                f"the Work IRI {quoted(uri, 90)} is not formed as "
                "/akn/un/{type}/{subtype}/{actor}/{date}/{number}",
                "write e.g. /akn/un/statement/deliberation/unga/2023-02-24/77-273",
            )


def _works(index: Index) -> Iterator[tuple[Part, Level, iris.WorkIri]]:
    """Yield the documents whose Work IRI can be read."""
    for part in _works_in_doubt(index):
        parts = iris.work(part.uri)
        if parts is not None and part.work is not None:
            yield part, part.work, parts


def iri_type(index: Index) -> Iterator[Finding]:
    """R051: the IRI names the element of the document."""
    for part, level, parts in _works(index):
        own = f"write /akn/un/{part.kind}/… in every IRI of the document"
        if _COLLECTIONS.get(parts.type, parts.type) != part.kind:
            yield Finding(
                _at(level, "FRBRuri"),
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
                _at(level, "FRBRuri"),
                f"the IRI names the subtype {parts.subtype}, FRBRsubtype is {subtype}",
                "make both the same",
            )


def iri_date(index: Index) -> Iterator[Finding]:
    """R053: the date of the IRI is the date of the Work."""
    for _, level, parts in _works(index):
        dates = [(date.get("date") or "")[:10] for date in level.all("FRBRdate")]
        if dates and parts.date not in dates:
            yield Finding(
                _at(level, "FRBRdate"),
                f"the Work is dated {dates[0]}, its IRI {parts.date}",
                "make both the same",
            )


def iri_number(index: Index) -> Iterator[Finding]:
    """R054: the number of the IRI is FRBRnumber."""
    for _, level, parts in _works(index):
        number = level.value("FRBRnumber")
        if number and parts.number != number:
            yield Finding(
                _at(level, "FRBRuri"),
                f"the IRI ends in {parts.number}, FRBRnumber is {number}",
                "make both the same",
            )


def odd(index: Index) -> list[tuple[Element, str]]:
    """Return the elements with an IRI that ends in a slash or holds a blank; all if thorough."""
    places = (
        *((name, "value") for name in _IDENTIFIERS),
        *((name, "href") for name in _REFERRING),
    )
    found = [
        (element, iri)
        for name, attribute in places
        for element in index.all(name)
        if (iri := element.get(attribute)) and (iri[-1] == "/" or " " in iri or index.thorough)
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


def _with_component(part: Part, level: Level, extension: str = "") -> bool:
    """Tell whether FRBRthis is FRBRuri with the component that the document is."""
    uri, this = iris.plain(level.value("FRBRuri")), iris.plain(level.value("FRBRthis"))
    if extension:
        uri, this = uri.removesuffix(extension), this.removesuffix(extension)
    if not part.embedded:
        return this == f"{uri}/!main"
    return this.startswith(f"{uri}/!") and not this.endswith("/!main")


def _this(part: Part, level: Level) -> Finding:
    expected = "!annex_1 or the like" if part.embedded else "!main"
    uri = iris.plain(level.value("FRBRuri"))
    return Finding(
        _at(level, "FRBRthis"),
        f"FRBRthis is {quoted(level.value('FRBRthis'), 90)}; expected {uri}/{expected}",
        "write FRBRuri, a slash and the component",
    )


def work_this(index: Index) -> Iterator[Finding]:
    """R057: FRBRthis of a Work is FRBRuri and /!main."""
    for part in _works_in_doubt(index):
        level = part.work
        if level is not None and level.value("FRBRthis") and not _with_component(part, level):
            yield _this(part, level)


def expression_iri(index: Index) -> Iterator[Finding]:
    """R058: the Expression IRI is the Work IRI, a slash, the language, @ and the version."""
    for part in index.once(doubtful):
        level = part.expression
        uri = level.value("FRBRuri") if level is not None else ""
        if level is not None and uri and part.uri and iris.version(uri, part.uri) is None:
            yield Finding(
                _at(level, "FRBRuri"),
                f"the Expression IRI {quoted(uri, 90)} is not {iris.plain(part.uri)} "
                "with /, language and @",
                f"write {iris.plain(part.uri)}/eng@",
            )


def _versions(index: Index) -> Iterator[tuple[Level, iris.Version]]:
    """Yield the Expressions whose IRI can be read."""
    for part in index.once(doubtful):
        level = part.expression
        found = iris.version(level.value("FRBRuri"), part.uri) if level is not None else None
        if level is not None and found is not None:
            yield level, found


def iri_language(index: Index) -> Iterator[Finding]:
    """R059: the language of the IRI is FRBRlanguage."""
    for level, found in _versions(index):
        language = level.value("FRBRlanguage", "language")
        if language and found.language != language:
            yield Finding(
                _at(level, "FRBRlanguage"),
                f"FRBRlanguage is {quoted(language)}, the IRI says {found.language}",
                "make both the same",
            )


def iri_version_date(index: Index) -> Iterator[Finding]:
    """R060: a dated version has the date of the Expression."""
    for level, found in _versions(index):
        dates = [(date.get("date") or "")[:10] for date in level.all("FRBRdate")]
        if iris.ISO_DATE.fullmatch(found.version) and dates and found.version not in dates:
            yield Finding(
                _at(level, "FRBRuri"),
                f"the version of the IRI is {found.version}, the Expression is dated {dates[0]}",
                "make both the same",
            )


def iri_version(index: Index) -> Iterator[Finding]:
    """R061: another version than a date is FRBRversionNumber."""
    for level, found in _versions(index):
        number = level.value("FRBRversionNumber")
        dated = not found.version or iris.ISO_DATE.fullmatch(found.version) or ";" in found.version
        if not dated and found.version != number:
            yield Finding(
                _at(level, "FRBRuri"),
                f"the version of the IRI is {found.version}, "
                + (f"FRBRversionNumber is {number}" if number else "FRBRversionNumber is missing"),
                "make both the same",
            )


def expression_this(index: Index) -> Iterator[Finding]:
    """R062: FRBRthis of an Expression is FRBRuri and /!main."""
    for part in _works_in_doubt(index):
        level = part.expression
        if level is not None and level.value("FRBRthis") and not _with_component(part, level):
            yield _this(part, level)


def manifestation_iri(index: Index) -> Iterator[Finding]:
    """R063: the Manifestation IRI is the Expression IRI, a dot and the format."""
    for part in index.once(doubtful):
        level, above = part.manifestation, part.expression
        if level is None or above is None or not level.value("FRBRuri"):
            continue
        expected = f"{iris.plain(above.value('FRBRuri'))}.{level.value('FRBRformat') or 'xml'}"
        if iris.plain(level.value("FRBRuri")) != expected:
            yield Finding(
                _at(level, "FRBRuri"),
                f"the Manifestation IRI is {quoted(level.value('FRBRuri'), 90)}; "
                f"expected {expected}",
                "write the Expression IRI, a dot and the format",
            )


def manifestation_this(index: Index) -> Iterator[Finding]:
    """R064: FRBRthis of a Manifestation is that of the Expression, a dot and the format."""
    for part in _works_in_doubt(index):
        level, above = part.manifestation, part.expression
        if level is None or above is None or not level.value("FRBRthis"):
            continue
        extension = f".{level.value('FRBRformat') or 'xml'}"
        expected = f"{iris.plain(above.value('FRBRuri'))}/!main{extension}"
        if iris.plain(level.value("FRBRthis")) != expected:
            yield Finding(
                _at(level, "FRBRthis"),
                f"FRBRthis is {quoted(level.value('FRBRthis'), 90)}; expected {expected}",
                "write the Expression IRI, /!main, a dot and the format",
            )


def annex_iri(index: Index) -> Iterator[Finding]:
    """R065: FRBRthis of an annex is FRBRuri of its host and the name of the component."""
    for part, level in _levels(index):
        if not part.embedded:
            continue
        extension = f".{level.value('FRBRformat') or 'xml'}" if level is part.manifestation else ""
        if level.value("FRBRthis") and not _with_component(part, level, extension):
            yield _this(part, level)


def component_name(index: Index) -> Iterator[Finding]:
    """R066: components are named !main, !annex or !annex_1."""
    for part, level in _levels(index):
        extension = f".{level.value('FRBRformat') or 'xml'}" if level is part.manifestation else ""
        name = iris.component(level.value("FRBRthis")).removesuffix(extension)
        if name and not iris.is_component(name):
            yield Finding(
                _at(level, "FRBRthis"),
                f"the component {quoted(name)} is not formed as !name or !name_1",
                "write !main, !annex_1 …",
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
                _at(level, "FRBRuri"),
                f"the IRI names the organ {parts.actor}; the United Nations publishes "
                f"under {published}",
                f"write {published}, so that the IRI meets those of the United Nations",
            )
