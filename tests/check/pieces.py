"""What the tests of the verdicts share: the documents under the rule pages."""

from __future__ import annotations

from an2un.check import pages
from an2un.check.settings import Settings
from an2un.check.verdict import judge
from an2un.diagnostics import Diagnostic

RESOLUTION = pages.base("resolution")
DRAFT = pages.base("draft")
COLLECTION = pages.base("collection")


def found(xml: str | bytes, settings: Settings | None = None) -> list[Diagnostic]:
    """Return the findings on a file."""
    data = xml.encode() if isinstance(xml, str) else xml
    return judge(data, settings or Settings())


def codes(xml: str | bytes, settings: Settings | None = None) -> list[str]:
    """Return the codes found in a file."""
    return [finding.code.id for finding in found(xml, settings)]


def changed(xml: str, before: str, after: str) -> str:
    """Return a file with one passage replaced; the passage has to be there."""
    assert before in xml, before
    return xml.replace(before, after, 1)
