"""The `meta` block: FRBR at three levels, publication, workflow, analysis, references.

Order and required attributes follow the XSD; values follow the profile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from an2un import tree
from an2un.akn.entries import attribute, code_of
from an2un.akn.made import Made
from an2un.akn.preservation import preservation
from an2un.akn.sheet import Sheet, indent
from an2un.akn.write_inlines import is_date
from an2un.identity import (
    ACTOR_ORGANS,
    LANGUAGE_CODES,
    UNKNOWN_DATE,
    Identity,
    component,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A component that the metadata of its host lists: its name in IRIs, its eId, its title."""

    name: str
    eid: str
    shown: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the metadata of one document element needs to know beside the identity.

    work       IRI of the Work that the element is or belongs to
    component  name of the component: "main", "annex_1", "annex_1/annex_2"
    parts      components inside it
    issuer     the issuing line as printed
    """

    work: str
    component: str = "main"
    parts: tuple[Part, ...] = ()
    subtype: str = "deliberation"
    issuer: str = ""


def meta(sheet: Sheet, frame: Frame, made: Made, depth: int) -> str:
    """Return the `meta` element of a document element, complete with the entries it needs."""
    builder = _Builder(sheet, frame, made)
    body = [
        *builder.identification(),
        builder.publication(),
        *builder.classification(),
        *builder.lifecycle(),
        *builder.workflow(),
        *builder.analysis(),
    ]
    lines = ["<meta>", *body, *builder.references(), "</meta>"]
    sheet.edition.metadata.update(sheet.entries.eids)
    return "".join(indent(depth + line.count("\t")) + line.lstrip("\t") for line in _nested(lines))


def _nested(lines: list[str]) -> Iterator[str]:
    """Indent lines of mark-up, one element or tag a line, by tabs."""
    level = 0
    for line in lines:
        if line.startswith("</"):
            level -= 1
        yield "\t" * level + line
        closed = line.endswith("/>") or line.startswith("</") or f"</{_tag(line)}>" in line
        if not closed:
            level += 1


def _tag(line: str) -> str:
    return line[1:].split(" ", 1)[0].rstrip("/>").split(">", 1)[0]


class _Builder:
    """Writes the blocks of one `meta`; each method returns lines, one tag or element a line."""

    def __init__(self, sheet: Sheet, frame: Frame, made: Made) -> None:
        self.sheet = sheet
        self.frame = frame
        self.made = made
        self.identity: Identity = sheet.edition.identity
        self.main = frame.component == "main"
        self.language = LANGUAGE_CODES.get(self.identity.language, "und")
        self.expression = f"{frame.work}/{self.language}@"
        self.tool = sheet.entries.entity("organization", "an2un", "an2un", "converter")
        self.author = self._author()
        self.original = ""

    def _author(self) -> str:
        """Return the address of the organ whose entry ends in the actor code of the IRI."""
        identity = self.identity
        organ = identity.organ
        if code_of("organization", organ) != identity.actor:
            organ = ACTOR_ORGANS.get(identity.actor, identity.actor)
        return self.sheet.entries.entity("organization", organ, "")

    def eid(self, name: str) -> str:
        """Return a fresh eId of the metadata."""
        eid = self.sheet.ids.claim(f"{self.sheet.prefix}{name}")
        self.sheet.edition.metadata.add(eid)
        return eid

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
        yield f'<FRBRdate date="{_date(identity.date)}" name="{identity.date_name}"/>'
        yield self._written_by("author", self.author)
        yield from components
        yield _value("FRBRcountry", "un")
        yield _value("FRBRsubtype", self.frame.subtype)
        shown = f' showAs="{attribute(identity.symbol)}"' if identity.symbol else ""
        yield f'<FRBRnumber value="{attribute(self.frame.work.rpartition("/")[2])}"{shown}/>'
        yield "</FRBRWork>"

    def _expression(self, components: list[str]) -> Iterator[str]:
        identity = self.identity
        date = self._published()
        yield "<FRBRExpression>"
        yield _value("FRBRthis", component(self.expression, self.frame.component))
        yield _value("FRBRuri", self.expression)
        name = "unknown" if date == UNKNOWN_DATE else "publication"
        yield f'<FRBRdate date="{date}" name="{name}"/>'
        yield self._written_by("author", self.author)
        yield from components
        if date == UNKNOWN_DATE:  # an undated Expression needs a version number (P1-110)
            yield _value("FRBRversionNumber", "1")
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
        date = _date(made.date)
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

    def _published(self) -> str:
        return _date(self.identity.issued or self.identity.date)

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
        shown = self.frame.issuer or identity.symbol or identity.kind
        name = identity.symbol or identity.kind
        number = f' number="{attribute(identity.symbol)}"' if identity.symbol else ""
        return (
            f'<publication eId="{self.eid("publication")}" date="{self._published()}"'
            f' name="{attribute(name)}" showAs="{attribute(shown)}"{number}'
            f' refersTo="{self.sheet.entries.fixed("symbol")}"/>'
        )

    def classification(self) -> Iterator[str]:
        """Yield the subjects that the caller supplied."""
        if not (self.main and self.identity.keywords):
            return
        yield f'<classification source="{self.tool}">'
        for number, keyword in enumerate(self.identity.keywords, 1):
            yield (
                f'<keyword eId="{self.eid(f"keyword_{number}")}"'
                f' value="{attribute(keyword.value)}" showAs="{attribute(keyword.name)}"'
                f' dictionary="{attribute(keyword.dictionary)}"/>'
            )
        yield "</classification>"

    def lifecycle(self) -> Iterator[str]:
        """Yield the event of generation where the language of the original is known."""
        if not (self.main and self.original):
            return
        yield f'<lifecycle source="{self.tool}">'
        yield (
            f'<eventRef eId="{self.eid("eref_1")}" date="{self._published()}" type="generation"'
            f' source="#{self.sheet.prefix}original_1"/>'
        )
        yield "</lifecycle>"

    def workflow(self) -> Iterator[str]:
        """Yield the steps whose date is known: a draft submitted, a text adopted."""
        identity = self.identity
        steps: list[tuple[str, str, str]] = []
        if self.main and identity.date_name == "issuance" and identity.kind in _DRAFTS:
            steps.append((identity.date, "submission", identity.kind))
        if self.main and is_date(identity.adopted):
            steps.append((identity.adopted, "adoption", self._outcome()))
        if not steps:
            return
        yield f'<workflow source="{self.tool}">'
        fixed = self.sheet.entries.fixed
        for number, (date, refers, outcome) in enumerate(steps, 1):
            href = component(self.expression, "main")
            yield (
                f'<step eId="{self.eid(f"step_{number}")}" date="{_date(date)}" by="{self.author}"'
                f' refersTo="{fixed(refers)}" outcome="{fixed(outcome)}"'
                f' href="{attribute(href)}"/>'
            )
        yield "</workflow>"

    def _outcome(self) -> str:
        kind = self.identity.voting.kind if self.identity.voting else ""
        return _OUTCOMES.get(kind, "adopted")

    def analysis(self) -> Iterator[str]:
        """Yield the votes that are counted and the addresses of documents without a Work."""
        voting = list(self._voting()) if self.main else []
        if not (voting or self.sheet.cited):
            return
        yield f'<analysis source="{self.tool}">'
        yield from voting
        if self.sheet.cited:
            yield f'<otherReferences source="{self.tool}">'
            for number, cited in enumerate(self.sheet.cited, 1):
                yield (
                    f'<alternativeReference eId="{self.eid(f"alternativeReference_{number}")}"'
                    f' for="#{cited.eid}" refersTo="{cited.entry}"'
                    f' href="{attribute(cited.url)}"/>'
                )
            yield "</otherReferences>"
        yield "</analysis>"

    def _voting(self) -> Iterator[str]:
        voting = self.identity.voting
        if voting is None:
            return
        counts = [
            (role, refers, count)
            for role, refers, count in (
                ("votesFor", "resolutionForVotes", voting.in_favour),
                ("votesAgainst", "resolutionAgainstVotes", voting.against),
                ("abstentions", "resolutionAbstentions", voting.abstaining),
            )
            if count is not None
        ]
        if not counts:  # the XSD wants at least one count in a voting
            return
        fixed = self.sheet.entries.fixed
        yield "<parliamentary>"
        eid = self.eid("voting_1")
        yield f'<voting eId="{eid}" outcome="{fixed("adopted")}" refersTo="{fixed("voting")}">'
        for number, (role, refers, count) in enumerate(counts, 1):
            printed = self.sheet.quantities.get(role)
            href = f' href="#{printed[0]}"' if printed and printed[1] == str(count) else ""
            name = self.sheet.ids.claim(f"{eid}__count_{number}")
            yield f'<count eId="{name}" value="{count}" refersTo="{fixed(refers)}"{href}/>'
        yield "</voting>"
        yield "</parliamentary>"

    def references(self) -> Iterator[str]:
        """Yield the entries; comes last, when all that is pointed at is known."""
        yield f'<references source="{self.tool}">'
        if self.main and self.original:
            yield (
                f'<original eId="{self.eid("original_1")}"'
                f' href="{attribute(component(self.original))}"'
                f' showAs="{attribute(self.identity.symbol or self.identity.kind)}"/>'
            )
        yield from self.sheet.entries.lines()
        yield "</references>"


_DRAFTS: tuple[tree.Kind, ...] = ("draftResolution", "draftDecision")
_OUTCOMES = {"withoutVote": "adoptedWithoutVote", "unanimous": "adoptedUnanimously"}


def _value(element: str, value: str) -> str:
    return f'<{element} value="{attribute(value)}"/>'


def _date(date: str) -> str:
    return date if is_date(date) else UNKNOWN_DATE
