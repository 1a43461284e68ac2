"""Findings that are known and left for later: what a baseline holds is not reported again.

A finding is known by file, code, place in the document and message, never by its line, so that
edits elsewhere in the file do not bring it back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePath

from an2un.diagnostics import Diagnostic
from an2un.source import ReadError

VERSION = 1


class Baseline:
    """Known findings with how often each occurs; each occurrence excuses one finding."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self._known = Counter(counts or {})

    def new(self, name: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings on a file that are not known."""
        kept = []
        for finding in findings:
            key = fingerprint(name, finding)
            if self._known[key] > 0:
                self._known[key] -= 1
            else:
                kept.append(finding)
        return kept

    def add(self, name: str, findings: Iterable[Diagnostic]) -> None:
        """Take findings in as known."""
        self._known.update(fingerprint(name, finding) for finding in findings)

    def to_json(self) -> str:
        """Return the file of the baseline."""
        known = {key: n for key, n in sorted(self._known.items()) if n}
        return json.dumps({"version": VERSION, "findings": known}, indent=1) + "\n"


def fingerprint(name: str, finding: Diagnostic) -> str:
    """Return what a finding is known by: its code and a hash of file, place and message."""
    told = "\n".join((PurePath(name).as_posix(), finding.trail, finding.eid, finding.message))
    return f"{finding.code.id}-{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def read(path: Path) -> Baseline:
    """Read a baseline. Raises ReadError for a file that is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise ReadError(f"{path}: no baseline: {error}") from error
    known = data.get("findings") if isinstance(data, dict) else None
    counts = known if isinstance(known, dict) else {}
    fits = all(isinstance(n, int) for n in counts.values())
    if not isinstance(known, dict) or not fits or data.get("version") != VERSION:
        raise ReadError(f"{path}: no baseline of version {VERSION}")
    return Baseline(counts)
