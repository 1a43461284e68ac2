"""The pipeline, spelled once: input -> Source -> tree -> XML, and the ways back.

Every step is a function of another module; here they only follow one another.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from an2un import intake
from an2un.diagnostics import Diagnostic, Report, Severity
from an2un.identity import Identity, Supplied
from an2un.intake import MAX_SIZE, Input, Limits, Raw
from an2un.record import Record, field, replace
from an2un.source import ReadError, Source, Span

if TYPE_CHECKING:
    from an2un.akn import Made
    from an2un.language import Language
    from an2un.ledger import Ledger
    from an2un.parse import Reading
    from an2un.parse.kinds import Tagged
    from an2un.tree import Document, Origin

Engine = Literal["lxml", "xmlschema", "both"]


class Options(Record, kw_only=True):
    """What the caller may say about a conversion.

    supplied  facts that the document may not print; its `language` (ISO 639-1) saves the guess
    made      when the XML is made; None: SOURCE_DATE_EPOCH where that is set, else now
    max_size  inputs above this many bytes are refused
    format    how inputs are to be read: "text", "pdf" …; "" for what their content tells
    """

    supplied: Supplied = field(default_factory=Supplied)
    made: datetime | None = None
    max_size: int = MAX_SIZE
    format: str = ""

    @property
    def limits(self) -> Limits:
        """What an input may be."""
        return Limits(self.max_size, self.format)


class Conversion(Record, kw_only=True):
    """What became of one input.

    source    the text as it was read
    document  the tree
    identity  which document it is
    xml       Akoma Ntoso, UTF-8
    findings  what there is to say, in the order of the source; lines and columns from 1
    ledger    what became of every character of the source
    """

    source: Source
    document: Document
    identity: Identity
    xml: bytes
    findings: tuple[Diagnostic, ...]
    ledger: Ledger

    @property
    def valid(self) -> bool:
        """Whether the XML satisfies the schema (findings AU9…)."""
        return not any(finding.code.id.startswith("AU9") for finding in self.findings)

    @property
    def lost(self) -> int:
        """How many non-space characters of the source are not accounted for; must be 0."""
        return sum(len("".join(self.source.slice(e.span).split())) for e in self.ledger.lost)

    @property
    def covered(self) -> bool:
        """Whether the ledger covers the source from end to end, without gap or overlap."""
        at = 0
        for entry in self.ledger.entries:
            if entry.span.start != at:
                return False
            at = entry.span.end
        return at == len(self.source.text)

    def text(self, width: int = 0) -> str:
        """Return the document as plain text; see `an2un.text`."""
        return text(self.document, width)


def convert(source: Input, options: Options | None = None, name: str = "") -> Conversion:
    """Turn a resolution into Akoma Ntoso.

    source   a Path to a file, a file's bytes, a decoded text, or a Source made by a reader; which
             format a file is in its content tells, unless the options say so
    name     what messages and the XML call the source (default: the name of the file)

    The result is always a complete document: what is wrong with the text is said in `findings`.
    Raises ReadError for an input that cannot be read at all (missing, empty, binary, too large).
    """
    from an2un import akn, ledger

    options = options or Options()
    found: list[Diagnostic] = []
    raw = intake.take(source, options.limits, name, found.append)
    if intake.is_akoma_ntoso(raw.data):
        raise ReadError(f"{raw.source.name}: this is Akoma Ntoso already (an2un text prints it)")
    reading = _parsed(raw.source, options, found.append)
    document, dropped, repairs = reading.document, reading.dropped, reading.repairs
    supplied = options.supplied
    supplied = replace(supplied, job_number=supplied.job_number or reading.job_number)
    del reading  # its paragraphs have become the document; of long ones they take much memory
    identity = _identity(document, supplied, found.append)
    placed: list[tuple[Origin, str]] = []
    made = _made(raw, options, found)
    xml = akn.to_bytes(document, identity, made, lambda *at: placed.append(at))
    account = ledger.ledger(raw.source, placed, dropped, repairs, found.append)
    found.extend(_judged(xml, placed))
    return Conversion(
        source=raw.source,
        document=document,
        identity=identity,
        xml=xml,
        findings=_located(raw.source, found),
        ledger=account,
    )


def read(source: Input, options: Options | None = None, report: Report | None = None) -> Document:
    """Return the tree of a document, from Akoma Ntoso XML or from raw text.

    Which of the two it is, the content tells: XML begins with `<`. `report` is called with each
    finding. Raises ReadError for what cannot be read, XML that is not well-formed included.
    """
    from an2un import akn

    options = options or Options()
    report = report or _unheard
    if not isinstance(source, Source):
        data = intake.contents(source, options.max_size)
        if not options.format and intake.is_xml(data):
            return akn.from_bytes(data, report)
    found: list[Diagnostic] = []
    raw = intake.take(source, options.limits, "", found.append)
    document = _parsed(raw.source, options, found.append).document
    for finding in _located(raw.source, found):
        report(finding)
    return document


def write(document: Document, options: Options | None = None) -> bytes:
    """Return a tree as Akoma Ntoso XML; what it does not print may be supplied by the options."""
    from an2un import __version__, akn

    options = options or Options()
    identity = _identity(document, options.supplied, _unheard)
    made = akn.Made(date=moment(options).date().isoformat(), version=__version__)
    return akn.to_bytes(document, identity, made)


def text(document: Document, width: int = 0) -> str:
    """Return a document as plain text.

    One paragraph a line and the notes at the end; with a width, lines are wrapped to at most that
    many columns.
    """
    from an2un import plain

    return plain.text(document, width or None)


def validate(xml: Path | bytes, engine: Engine = "lxml") -> tuple[Diagnostic, ...]:
    """Return what the schema has to say about an XML file; nothing if it is valid.

    engine  "lxml" (libxml2), "xmlschema", or "both", where disagreement is a finding too
    Raises ReadError for a file that cannot be read.
    """
    from an2un.check import schema

    data = intake.contents(xml, MAX_SIZE)
    return tuple(schema.validate(data, engine))


# ------------------------------------------------------------------------------------------- steps


def _unheard(_finding: Diagnostic) -> None:
    """A sink for findings that nobody asked for."""


def paragraphs(source: Input, options: Options | None = None) -> tuple[Tagged, ...]:
    """Return the printed paragraphs of a raw text and what each is taken for, before nesting."""
    options = options or Options()
    raw = intake.take(source, options.limits, "", _unheard)
    return _parsed(raw.source, options, _unheard).paragraphs


def _parsed(source: Source, options: Options, report: Report) -> Reading:
    """Return what the parser makes of a source, in the language supplied or found."""
    from an2un import parse
    from an2un.parse.references import link
    from an2un.parse.shown import Shown

    language = _language(source, options, report)
    shown = Shown(source)
    report = shown.report(report)
    reading = parse.document(shown.source, language, report)
    linked = link(reading.document, language, report, reading.links)
    return shown.printed(replace(reading, document=linked))


def _language(source: Source, options: Options, report: Report) -> Language:
    """Return the tables of the language that is supplied or that the text is in."""
    from an2un import codes
    from an2un.language import LANGUAGES, guess_with_evidence, load

    code = options.supplied.language
    if code:
        if code not in LANGUAGES:
            raise ReadError(f"{code!r} is no language of the tables: {', '.join(LANGUAGES)}")
        return load(code)
    evidence = guess_with_evidence(source.text)
    if evidence.weak:
        report(
            Diagnostic(
                codes.GUESSED_LANGUAGE,
                f"little shows that the text is in {evidence.code!r}",
                hint="say which language it is with --lang",
            )
        )
    return load(evidence.code)


def _identity(document: Document, supplied: Supplied, report: Report) -> Identity:
    from an2un.identity import identify

    return identify(document, supplied, report)


def _made(raw: Raw, options: Options, found: Iterable[Diagnostic]) -> Made:
    """Return what the XML says of its own making."""
    from hashlib import sha256

    from an2un import __version__
    from an2un.akn import Made

    warned = any(finding.severity >= Severity.WARNING for finding in found)
    return Made(
        date=moment(options).date().isoformat(),
        version=__version__,
        sha256=sha256(raw.data).hexdigest(),
        size=len(raw.data),
        name=Path(raw.source.name).name,
        format=raw.source.media_type,
        outcome="warning" if warned else "success",
    )


def moment(options: Options) -> datetime:
    """Return when XML is made under these options; see https://reproducible-builds.org/specs/source-date-epoch."""
    if options.made is not None:
        return options.made
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def _judged(xml: bytes, placed: Iterable[tuple[Origin, str]]) -> list[Diagnostic]:
    """Return what schema, naming convention and profile find in the XML.

    The reader has the source in hand, not the XML, so a finding is told at the first place of the
    source that went into the element or the nearest one around it. How large the XML may be the
    limit of the source has said.
    """
    from an2un.check.settings import Settings
    from an2un.check.verdict import judge

    found = judge(xml, Settings(max_size=0))
    if not found:
        return found
    places: dict[str, Span] = {}
    for origin, eid in placed:
        if origin:
            places.setdefault(eid, origin[0])

    def moved(finding: Diagnostic) -> Diagnostic:
        eid = finding.eid
        while eid and eid not in places:
            eid = eid.rpartition("__")[0]
        return replace(finding, span=places.get(eid), line=0, column=0)

    return [moved(finding) for finding in found]


def _located(source: Source, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings in the order of the source, with line and column of their spans."""
    found = tuple(found)
    ends: list[int] = []
    if any(finding.span for finding in found):
        ends = [match.start() for match in re.finditer("\n", source.text)]

    def located(finding: Diagnostic) -> Diagnostic:
        if finding.span is None or finding.line:
            return finding
        start = finding.span.start
        above = bisect_left(ends, start)
        column = start - (ends[above - 1] if above else -1)
        return replace(finding, line=above + 1, column=column)

    return tuple(sorted(map(located, found), key=lambda f: (f.span is None, f.span or (0, 0))))
