"""The `meta` block: FRBR at three levels, publication, workflow, analysis, references.

Order and required attributes follow the XSD; values follow the profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from an2un.akn.entries import attribute
from an2un.akn.frame import Frame, Meta, full_date
from an2un.akn.history import analysis, classification, lifecycle, workflow
from an2un.akn.made import Made
from an2un.akn.preservation import preservation
from an2un.akn.sheet import Sheet, indent
from an2un.identity import (
    LANGUAGE_CODES,
    UNKNOWN_DATE,
    component,
)


def meta(sheet: Sheet, frame: Frame, made: Made, depth: int) -> str:
    """Return the `meta` element of a document element, complete with the entries it needs."""
    builder = _Builder(sheet, frame, made)
    body = [
        *builder.identification(),
        builder.publication(),
        *classification(builder),
        *lifecycle(builder),
        *workflow(builder),
        *analysis(builder),
    ]
    lines = ["<meta>", *body, *builder.references(), "</meta>"]
    sheet.edition.metadata.update(sheet.entries.eids)
    return "".join(_nested(lines, depth))


def _nested(lines: list[str], depth: int) -> Iterator[str]:
    """Yield line ends, indentation and lines of mark-up, which are a tag or an element each."""
    for line in lines:
        if line.startswith("</"):
            depth -= 1
            yield indent(depth) + line
            continue
        yield indent(depth) + line
        if not line.endswith("/>") and "</" not in line:
            depth += 1


class _Builder(Meta):
    """Writes the blocks of one `meta`; each method returns lines, one tag or element a line."""

    # ------------------------------------------------------------------------------ identification

    def identification(self) -> Iterator[str]:
        """Yield the FRBR block of Work, Expression and Manifestation."""
        yield f'<identification source="{self.tool}">'
        levels = self._component_infos()
        yield from self._work(levels[0])
        yield from self._expression(levels[1])
        yield from self._manifestation(levels[2])
        yield "</identification>"

    def _work(self, components: list[str]) -> Iterator[str]:
        identity, work = self.identity, self.frame.work
        yield "<FRBRWork>"
        yield _value("FRBRthis", component(work, self.frame.component))
        yield _value("FRBRuri", work)
        yield f'<FRBRdate date="{full_date(identity.date)}" name="{identity.date_name}"/>'
        yield self._written_by("author", self.author)
        yield from components
        yield _value("FRBRcountry", "un")
        yield _value("FRBRsubtype", self.frame.subtype)
        shown = f' showAs="{attribute(self.symbol)}"' if self.symbol else ""
        yield f'<FRBRnumber value="{attribute(self.frame.work.rpartition("/")[2])}"{shown}/>'
        yield "</FRBRWork>"

    def _expression(self, components: list[str]) -> Iterator[str]:
        identity = self.identity
        date = self.published()
        yield "<FRBRExpression>"
        yield _value("FRBRthis", component(self.expression, self.frame.component))
        yield _value("FRBRuri", self.expression)
        name = "unknown" if date == UNKNOWN_DATE else "publication"
        yield f'<FRBRdate date="{date}" name="{name}"/>'
        yield self._written_by("author", self.author)
        yield from components
        if date == UNKNOWN_DATE:  # an undated Expression needs a version number (P1-110)
            yield _value("FRBRversionNumber", "1")
        if self.sheet.edition.units:  # see work_ids
            master = attribute(f"{self.frame.work}/eng@")
            yield f'<FRBRmasterExpression href="{master}" showAs="English"/>'
        yield f'<FRBRlanguage language="{self.language}"/>'
        original = LANGUAGE_CODES.get(identity.original_language, "")
        if original and original != self.language:
            publisher = self.sheet.entries.fixed("un")
            self.original = f"{self.frame.work}/{original}@"
            yield (
                f'<FRBRtranslation href="{attribute(self.original)}" fromLanguage="{original}"'
                f' by="{publisher}"/>'
            )
        yield "</FRBRExpression>"

    def _manifestation(self, components: list[str]) -> Iterator[str]:
        made = self.made
        date = full_date(made.date)
        yield "<FRBRManifestation>"
        yield _value("FRBRthis", component(f"{self.expression}.xml", self.frame.component))
        yield _value("FRBRuri", f"{self.expression}.xml")
        yield f'<FRBRdate date="{date}" name="{"markup" if made.date else "unknown"}"/>'
        yield self._written_by("editor", self.tool)
        yield from components
        if self.main:
            yield from preservation(made)
        yield _value("FRBRformat", "xml")
        yield "</FRBRManifestation>"

    def _written_by(self, role: str, agent: str) -> str:
        return f'<FRBRauthor href="{agent}" as="{self.sheet.entries.fixed(role)}"/>'

    def _component_infos(self) -> tuple[list[str], list[str], list[str]]:
        """Return `componentInfo` of Work, Expression, Manifestation: each leads to the next."""
        levels: tuple[list[str], list[str], list[str]] = ([], [], [])
        for number, part in enumerate(self.frame.parts, 1):
            expression, manifestation = self.eid(f"ecomp_{number}"), self.eid(f"mcomp_{number}")
            file = f"{self.expression}/!{part.name}.xml"
            for level, eid, href in (
                (0, self.eid(f"wcomp_{number}"), f"#{expression}"),
                (1, expression, f"#{manifestation}"),
                (2, manifestation, file),
            ):
                levels[level].append(
                    f'<componentData eId="{eid}" name="{attribute(part.name)}"'
                    f' href="{attribute(href)}" showAs="{attribute(part.shown)}"/>'
                )
        for lines in levels:
            if lines:
                lines[:] = ["<componentInfo>", *lines, "</componentInfo>"]
        return levels

    # ------------------------------------------------------------------------------- other blocks

    def publication(self) -> str:
        """Return the publication line; the XSD forbids it a source."""
        identity = self.identity
        shown = self.frame.issuer or self.symbol or identity.kind
        name = self.symbol or identity.kind
        number = f' number="{attribute(self.symbol)}"' if self.symbol else ""
        return (
            f'<publication eId="{self.eid("publication")}" date="{self.published()}"'
            f' name="{attribute(name)}" showAs="{attribute(shown)}"{number}'
            f' refersTo="{self.sheet.entries.fixed("symbol")}"/>'
        )

    def references(self) -> Iterator[str]:
        """Yield the entries; comes last, when all that is pointed at is known."""
        yield f'<references source="{self.tool}">'
        if self.main and self.original:
            yield (
                f'<original eId="{self.eid("original_1")}"'
                f' href="{attribute(component(self.original))}"'
                f' showAs="{attribute(self.symbol or self.identity.kind)}"/>'
            )
        yield from self.sheet.entries.lines()
        yield "</references>"


def _value(element: str, value: str) -> str:
    return f'<{element} value="{attribute(value)}"/>'
