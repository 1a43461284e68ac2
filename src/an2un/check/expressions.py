"""Rules on Expressions and Manifestations: language, translation, versions, the list of annexes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from an2un.check.elements import Element, local
from an2un.check.frbr import Level
from an2un.check.identification import LANGUAGES, PUBLISHED_IN, doubtful
from an2un.check.identifiers import master_ids
from an2un.check.index import Index
from an2un.check.rule import Finding, quoted


def language(index: Index) -> Iterator[Finding]:
    """R035: one language, one of the six official ones, German as translated (or `mul`, `und`)."""
    for part in index.once(doubtful):
        if part.expression is None:
            continue
        found = part.expression.all("FRBRlanguage")
        for element in found:
            code = element.get("language") or ""
            if code not in LANGUAGES:
                yield Finding(
                    element,
                    f"the language is {quoted(code)}; expected {', '.join(PUBLISHED_IN)}",
                    "write the code of one of them; und where the text is in none",
                )
        if len(found) > 1:
            yield Finding(
                found[1],
                f"the Expression has {len(found)} languages; one is expected",
                'write one Expression for each language, or language="mul"',
            )


def format(index: Index) -> Iterator[Finding]:
    """R036: the format of the Manifestation is xml."""
    for element in index.all("FRBRformat"):
        value = element.get("value") or ""
        if value and value != "xml":
            yield Finding(
                element, f"the format is {quoted(value)}; expected xml", 'write value="xml"'
            )


def translation_source(index: Index) -> Iterator[Finding]:
    """R037: a translation names the Expression it was made from."""
    for element in index.all("FRBRtranslation"):
        href = element.get("href") or ""
        if "@" not in href:
            yield Finding(
                element,
                f"the source {quoted(href)} of the translation is no Expression",
                "end the IRI in language and @, as in …/eng@",
            )


def translation_language(index: Index) -> Iterator[Finding]:
    """R038: nothing is translated from its own language."""
    for part in index.once(doubtful):
        if part.expression is None:
            continue
        own = part.expression.value("FRBRlanguage", "language")
        for element in part.expression.all("FRBRtranslation"):
            if element.get("fromLanguage") == own:
                yield Finding(
                    element,
                    f"the text is in {own} and is said to be translated from {own}",
                    "name the language of the original, or leave FRBRtranslation out",
                )


def undated_version(index: Index) -> Iterator[Finding]:
    """R039: 1900-01-01 stands for "no date" and needs a version number (or the name unknown)."""
    for part in index.once(doubtful):
        level = part.expression
        date = level.first("FRBRdate") if level is not None else None
        if level is None or date is None or level.first("FRBRversionNumber") is not None:
            continue
        if date.get("date") == "1900-01-01" and date.get("name") != "unknown":
            yield Finding(
                date,
                "the Expression has the date 1900-01-01, which stands for none",
                "give its date, or add FRBRversionNumber",
            )


def component_info(index: Index) -> Iterator[Finding]:
    """R041: a document with annexes lists them at the three FRBR levels."""
    for part in index.works:
        if not any(other.embedded and other.host is part for other in index.parts):
            continue
        levels = (part.work, part.expression, part.manifestation)
        for level in levels:
            if level is not None and level.first("componentInfo") is None:
                yield Finding(
                    level.element,
                    f"{local(level.element)} does not list the annexes",
                    "add componentInfo with a componentData for each annex",
                )


def component_chain(index: Index) -> Iterator[Finding]:
    """R042: the entries lead from the Work to the Expression to the Manifestation to the annex."""
    for part in index.works:
        entries = [_entries(level) for level in (part.work, part.expression, part.manifestation)]
        for level, below in pairwise(entries):
            for entry in level:
                target = index.target(entry.get("href"))
                if below and target is not None and target not in below:
                    yield Finding(
                        entry,
                        f"{entry.get('href')} is no entry of the level below",
                        "point at the componentData of the same component one level down",
                    )


def master_expression(index: Index) -> Iterator[Finding]:
    """R043: wId refers to a master Expression, which must be named."""
    if index.all("FRBRmasterExpression"):
        return
    for element in [e for e in index.once(master_ids) if e.get("wId") != e.get("eId")][:1]:
        yield Finding(
            element,
            "wId is used, and no FRBRmasterExpression says where it is from",
            "name the master Expression, or leave wId out",
        )


def _entries(level: Level | None) -> list[Element]:
    """Return the componentData of a level."""
    info = level.first("componentInfo") if level is not None else None
    return [] if info is None else list(info.iter("{*}componentData"))
