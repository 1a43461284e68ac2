"""What a worker does with one document: read it, convert it, lay the results ready.

Nothing here knows of other documents. Results are written beside their place, not in it: the run
puts them there, so that a worker whose run is gone changes nothing. Objects of a store appear whole
by themselves and are written at once.
"""

from __future__ import annotations

import json
import traceback
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from an2un import archive, stores
from an2un.crew.memory import ran_out
from an2un.source import ReadError

if TYPE_CHECKING:
    from an2un.conversion import Conversion, Options

XML, LEDGER, FINDINGS = ".xml", ".ledger.json", ".findings.json"
_SHOWN = 100  # findings of one document that reports list; all are in its file


class Setting(NamedTuple):
    """What all documents of a run have in common.

    out      where results go: a directory or a URL
    scratch  where they are laid ready, "" for a store
    ledger   whether the fate of every character is written too
    """

    options: Options
    out: str
    scratch: str
    ledger: bool


class Known(NamedTuple):
    """What became of the same document under the same conditions in an earlier run."""

    sha256: str
    files: dict[str, str]


class Job(NamedTuple):
    """One document to convert."""

    number: int
    name: str
    place: str
    member: str
    stem: str
    known: Known | None = None


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a worker has to say; fields as those of `Record`, `fate` may be "unchanged" too."""

    fate: str = "failed"
    kind: str = ""
    reason: str = ""
    detail: str = ""
    errno: int = 0
    sha256: str = ""
    size: int = 0
    files: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    findings: str = "[]"
    seconds: dict[str, float] = field(default_factory=dict)


_SETTINGS: list[Setting] = []


def prepare(setting: Setting) -> None:
    """Make a process ready: what it needs for every document is loaded once."""
    from an2un import conversion  # noqa: F401 - imported for what it imports
    from an2un.check import narrow, verdict  # noqa: F401

    narrow.compiled("strict")
    _SETTINGS[:] = [setting]


def convert_one(job: Job) -> Outcome:
    """Convert a document as `prepare` has set; what goes wrong is in the outcome."""
    setting = _SETTINGS[0]
    began = perf_counter()
    try:
        data = contents(job.place, job.member, setting.options.max_size)
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else ""
        return Outcome(kind="unreadable", reason=told or str(error))
    except ReadError as error:
        return Outcome(kind="unreadable", reason=str(error))
    outcome = Outcome(sha256=sha256(data).hexdigest(), size=len(data))
    outcome.seconds["read"] = perf_counter() - began
    if job.known and job.known.sha256 == outcome.sha256 and intact(setting, job):
        outcome.fate = "unchanged"
        return outcome
    try:
        return _converted(job, data, outcome)
    except ReadError as error:
        outcome.kind = "unreadable"
        outcome.reason = str(error).removeprefix(f"{job.name}: ")
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end the run
        if ran_out(error):
            raise MemoryError from None  # for the limits to tell
        outcome.kind = "fault"
        outcome.reason = f"internal fault: {type(error).__name__}: {' '.join(str(error).split())}"
        outcome.detail = traceback.format_exc()
    return outcome


def contents(place: str, member: str, max_size: int) -> bytes:
    """Return an input; raises OSError, or ReadError for what is too large or in a bad archive."""
    packed = bool(member)
    data = archive.read(place, member, max_size) if packed else stores.start(place, max_size + 1)
    if len(data) > max_size:
        raise ReadError(f"larger than {max_size:,} bytes; --max-size allows more")
    return data


def intact(setting: Setting, job: Job) -> bool:
    """Tell whether all results are there as they were written."""
    assert job.known is not None
    for ending, digest in job.known.files.items():
        try:
            place = stores.join(setting.out, job.stem + ending)
            with stores.reader(place) as file:
                if sha256(file.read()).hexdigest() != digest:
                    return False
        except OSError:
            return False
    return True


def _converted(job: Job, data: bytes, outcome: Outcome) -> Outcome:
    """Convert what has been read and lay the results ready."""
    from an2un.conversion import convert

    setting = _SETTINGS[0]
    began = perf_counter()
    result = convert(data, setting.options, job.name)
    outcome.seconds["convert"] = perf_counter() - began
    if not result.valid:
        outcome.kind = "fault"
        outcome.reason = "internal fault: the result is not valid"
        outcome.detail = "\n".join(finding.message for finding in result.findings)
        return outcome
    findings = _described(result, job.name, outcome)
    began = perf_counter()
    try:
        for ending, content in _files(job, result, findings).items():
            _lay(job, ending, content)
            outcome.files[ending] = sha256(content).hexdigest()
    except OSError as error:
        return unwritten(error, outcome)
    outcome.seconds["write"] = perf_counter() - began
    return outcome


def _described(result: Conversion, name: str, outcome: Outcome) -> list[str]:
    """Put into the outcome how the conversion went and return the findings, each as JSON."""
    from an2un.check.layers import layer_of
    from an2un.diagnostics import Severity
    from an2un.render.report import plain

    found = result.findings
    warned = any(finding.severity >= Severity.WARNING for finding in found)
    outcome.fate = "warned" if warned else "converted"
    outcome.codes = dict(sorted(Counter(finding.code.id for finding in found).items()))
    told = [_json(plain(one, name, layer_of(one.code))) for one in found]
    outcome.findings = f"[{', '.join(told[:_SHOWN])}]"
    return told


def _json(facts: dict[str, object]) -> str:
    """Return facts as JSON; what is no text in them is escaped."""
    told = json.dumps(facts, ensure_ascii=False)
    return told.encode("utf-8", "backslashreplace").decode("utf-8")


def _files(job: Job, result: Conversion, findings: list[str]) -> dict[str, bytes]:
    """Return the results by their endings: findings only where there are any."""
    files = {XML: result.xml}
    if _SETTINGS[0].ledger:
        files[LEDGER] = result.ledger.to_bytes(result.source)
    if findings:
        rows = ",\n  ".join(findings)
        text = f'{{"file": {json.dumps(job.name)}, "findings": [\n  {rows}\n]}}\n'
        files[FINDINGS] = text.encode("utf-8")
    return files


def _lay(job: Job, ending: str, content: bytes) -> None:
    setting = _SETTINGS[0]
    if setting.scratch:
        Path(ready(setting.scratch, job.number, ending)).write_bytes(content)
    else:
        stores.put(stores.join(setting.out, job.stem + ending), content)


def ready(scratch: str, number: int, ending: str) -> str:
    """Return where a result lies until it is put into its place."""
    return stores.join(scratch, f"{number}{ending}")


def unwritten(error: OSError, outcome: Outcome) -> Outcome:
    """Return the outcome of a conversion whose result could not be written."""
    outcome.fate, outcome.kind, outcome.files = "failed", "output", {}
    outcome.errno = error.errno or 0
    outcome.reason = f"the result cannot be written: {error.strerror or error}"
    return outcome
