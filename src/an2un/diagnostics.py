"""What the tool has to say about a document: codes, severities, findings."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from an2un.record import Record
from an2un.source import Span


class Severity(IntEnum):
    """How much a finding matters."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Code(Record):
    """One kind of finding: a stable identifier (`AU104`), a readable name, what it means."""

    id: str
    name: str
    severity: Severity
    summary: str


class Diagnostic(Record):
    """One finding about one place of one document.

    span     where in the source text (characters), None where there is none
    line     line of an XML file or of the source, from 1; 0 = unknown; column likewise
    trail    where in the document, in its own terms: "operative paragraph 3 (b)"
    eid      eId of the XML element concerned
    hint     how to mend it
    raw      the text of the engine that found it, unchanged (libxml2, xmlschema)
    """

    code: Code
    message: str
    span: Span | None = None
    line: int = 0
    column: int = 0
    trail: str = ""
    eid: str = ""
    hint: str = ""
    raw: str = ""

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity


Report = Callable[[Diagnostic], None]
