"""Rules on the IRIs below the Work: Expression, Manifestation, components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from an2un.check import iris
from an2un.check.addresses import at, doubtful, works_in_doubt
from an2un.check.frbr import Level, day
from an2un.check.index import Index, Part
from an2un.check.rule import Finding, quoted


def _levels(index: Index) -> Iterator[tuple[Part, Level]]:
    for part in index.once(doubtful):
        for level in (part.work, part.expression, part.manifestation):
            if level is not None:
                yield part, level


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
        at(level, "FRBRthis"),
        f"FRBRthis is {quoted(level.value('FRBRthis'), 90)}; expected {uri}/{expected}",
        "write FRBRuri, a slash and the component",
    )


def _without_component(levels: Iterable[tuple[Part, Level | None]]) -> Iterator[Finding]:
    """Yield what is wrong with FRBRthis where it does not name the component."""
    for part, level in levels:
        if level is not None and level.value("FRBRthis") and not _with_component(part, level):
            yield _this(part, level)


def work_this(index: Index) -> Iterator[Finding]:
    """R057: FRBRthis of a Work is FRBRuri and /!main."""
    yield from _without_component((part, part.work) for part in works_in_doubt(index))


def expression_iri(index: Index) -> Iterator[Finding]:
    """R058: the Expression IRI is the Work IRI, a slash, the language, @ and the version."""
    for part in index.once(doubtful):
        level = part.expression
        uri = level.value("FRBRuri") if level is not None else ""
        if level is not None and uri and part.uri and iris.version(uri, part.uri) is None:
            yield Finding(
                at(level, "FRBRuri"),
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
                at(level, "FRBRlanguage"),
                f"FRBRlanguage is {quoted(language)}, the IRI says {found.language}",
                "make both the same",
            )


def iri_version_date(index: Index) -> Iterator[Finding]:
    """R060: a dated version has the date of the Expression."""
    for level, found in _versions(index):
        dates = [day(date) for date in level.all("FRBRdate")]
        if iris.ISO_DATE.fullmatch(found.version) and dates and found.version not in dates:
            yield Finding(
                at(level, "FRBRuri"),
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
                at(level, "FRBRuri"),
                f"the version of the IRI is {found.version}, "
                + (f"FRBRversionNumber is {number}" if number else "FRBRversionNumber is missing"),
                "make both the same",
            )


def expression_this(index: Index) -> Iterator[Finding]:
    """R062: FRBRthis of an Expression is FRBRuri and /!main."""
    yield from _without_component((part, part.expression) for part in index.works)


def manifestation_iri(index: Index) -> Iterator[Finding]:
    """R063: the Manifestation IRI is the Expression IRI, a dot and the format."""
    for part in index.once(doubtful):
        level, above = part.manifestation, part.expression
        if level is None or above is None or not level.value("FRBRuri"):
            continue
        expected = f"{iris.plain(above.value('FRBRuri'))}.{level.value('FRBRformat') or 'xml'}"
        if iris.plain(level.value("FRBRuri")) != expected:
            yield Finding(
                at(level, "FRBRuri"),
                f"the Manifestation IRI is {quoted(level.value('FRBRuri'), 90)}; "
                f"expected {expected}",
                "write the Expression IRI, a dot and the format",
            )


def manifestation_this(index: Index) -> Iterator[Finding]:
    """R064: FRBRthis of a Manifestation is that of the Expression, a dot and the format."""
    for part in works_in_doubt(index):
        level, above = part.manifestation, part.expression
        if level is None or above is None or not level.value("FRBRthis"):
            continue
        extension = f".{level.value('FRBRformat') or 'xml'}"
        expected = f"{iris.plain(above.value('FRBRuri'))}/!main{extension}"
        if iris.plain(level.value("FRBRthis")) != expected:
            yield Finding(
                at(level, "FRBRthis"),
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
                at(level, "FRBRthis"),
                f"the component {quoted(name)} is not formed as !name or !name_1",
                "write !main, !annex_1 …",
            )
