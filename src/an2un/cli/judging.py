"""What `an2un validate` does: settings, files, verdicts, report, exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import STDIO, Status, file_bytes, say
from an2un.cli.findings import SEVERITIES
from an2un.cli.progress import Progress

SUFFIXES = (".xml", ".zip")
_MANY = 64  # files: below that one process is as fast as several
_DEFAULTS = {
    "level": "profile", "profile": "akn4un", "engine": "lxml", "fail-on": "error",
    "max-size": "100MB", "jobs": 0, "select": [], "ignore": [], "schematron": [], "exclude": [],
}  # fmt: skip


def run(files: Sequence[str], given: Mapping[str, Any]) -> int:
    """Judge the files that the arguments name and return the exit status."""
    from an2un.source import ReadError

    try:
        chosen = _chosen(given)
        paths = _paths(files, chosen)
        return _Run(chosen, given).of(paths)
    except ReadError as error:
        raise click.UsageError(str(error)) from error


def _chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings: the options, then the project's file, then the defaults."""
    from an2un import configuration

    try:
        path = given["config"]
        found = configuration.read(path) if path else configuration.discover(Path.cwd())
    except configuration.ConfigurationError as error:
        raise click.UsageError(str(error)) from error
    chosen = {**_DEFAULTS, **found.values}
    for key in ("level", "profile", "engine", "schema", "jobs", "baseline"):
        if given[key] is not None:
            chosen[key] = given[key]
    for key in ("fail-on", "max-size"):
        if given[key.replace("-", "_")] is not None:
            chosen[key] = given[key.replace("-", "_")]
    for key in ("select", "ignore"):
        if given[key]:
            chosen[key] = [code.strip() for text in given[key] for code in text.split(",")]
    if given["schematron"]:
        chosen["schematron"] = list(given["schematron"])
    if given["report"]:
        chosen["format"] = given["report"]
    if chosen["select"] or chosen["ignore"]:
        _known(chosen)
    return chosen


def _known(chosen: Mapping[str, Any]) -> None:
    """Refuse selections that name no code: a typing error would let everything pass."""
    from an2un.check.pages import catalogue

    codes = catalogue()
    names = {code.name for code in codes.values()}
    for key in ("select", "ignore"):
        for start in chosen[key]:
            if start not in names and not any(code.startswith(start) for code in codes if start):
                raise click.UsageError(f"{key}: {start!r} is no code; an2un rules lists them")


def _paths(files: Sequence[str], chosen: Mapping[str, Any]) -> list[Path]:
    """Return the files to judge, without those that the project excludes."""
    from fnmatch import fnmatch

    excluded = chosen["exclude"]
    found = [source.path for source in inputs.expanded(files, SUFFIXES)]
    return [path for path in found if not any(fnmatch(str(path), one) for one in excluded)]


class _Run:
    """One run over all files."""

    def __init__(self, chosen: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        self._chosen = chosen
        self._output: Path | None = given["output"]
        self._quiet = bool(given["quiet"])
        self._update = bool(given["update_baseline"])
        self._source: Path | None = given["source"]
        default = "full" if self._output is None and sys.stdout.isatty() else "concise"
        self._format = chosen.get("format") or default
        if self._update and not chosen.get("baseline"):
            raise click.UsageError("--update-baseline needs --baseline FILE")

    def of(self, paths: Sequence[Path]) -> int:
        """Judge the files, write the report and return the exit status."""
        from an2un.check.layers import layer_of
        from an2un.render import renderer
        from an2un.render.report import Judged, Summary

        settings = self._settings(paths)
        known = self._baseline()
        summary = Summary(layer_of)
        readable, limit, failed = True, SEVERITIES.get(self._chosen["fail-on"]), False
        with _stream(self._output) as out, Progress(len(paths), self._quiet) as progress:
            report = renderer(self._format, out.write, layer_of)
            report.start()
            for verdict in self._verdicts(paths, settings):
                findings = verdict.findings
                if self._update:
                    known.add(verdict.name, findings)
                else:
                    findings = known.new(verdict.name, findings)
                readable &= verdict.readable
                failed |= limit is not None and any(f.severity >= limit for f in findings)
                judged = Judged(verdict.name, findings, verdict.excerpts)
                summary.add(judged)
                if not self._update:
                    report.file(judged)
                progress.step()
            report.finish(summary)
        self._finish(known, summary)
        if not readable:
            return Status.UNREADABLE
        return Status.FINDINGS if failed and not self._update else Status.FINE

    def _settings(self, paths: Sequence[Path]) -> Any:
        """Return what the verdicts are to take into account."""
        from an2un.check.settings import Settings

        chosen = self._chosen
        if self._source is not None and len(paths) != 1:
            raise click.UsageError("--source goes with one XML file")
        return Settings(
            level=chosen["level"],
            profile=chosen["profile"],
            select=tuple(chosen["select"]),
            ignore=tuple(chosen["ignore"]),
            engine=chosen["engine"],
            schema=Path(chosen["schema"]) if chosen.get("schema") else None,
            schematron=tuple(Path(path) for path in chosen["schematron"]),
            max_size=options.size(None, None, chosen["max-size"]),  # type: ignore[arg-type]
            source=_printed(self._source) if self._source is not None else None,
        )

    def _baseline(self) -> Any:
        from an2un import baseline

        path = self._chosen.get("baseline")
        if not path or self._update or not Path(path).exists():
            if path and not self._update:
                raise click.UsageError(f"{path} does not exist; --update-baseline writes it")
            return baseline.Baseline()
        return baseline.read(Path(path))

    def _verdicts(self, paths: Sequence[Path], settings: Any) -> Iterator[Any]:
        """Yield the verdicts; stdin is judged here, files wherever there is a free core."""
        from an2un.check import many

        _calm()
        excerpts = self._format == "full"
        work: Iterable[Any] = many.tasks(path for path in paths if path != STDIO)
        if STDIO in paths:
            data = file_bytes(STDIO, settings.max_size)
            yield many.verdict("<stdin>", data, settings, excerpts)
        jobs = self._chosen["jobs"] or (os.cpu_count() or 1)
        zipped = any(path.suffix.lower() == ".zip" for path in paths)
        if not self._chosen["jobs"] and len(paths) < _MANY and not zipped:
            jobs = 1
        yield from many.judge_all(work, settings, jobs, excerpts)

    def _finish(self, known: Any, summary: Any) -> None:
        """Write the baseline and, for people, the sums by layer and by rule."""
        from an2un import atomic

        if self._update:
            path = Path(self._chosen["baseline"])
            atomic.write(path, known.to_json().encode())
            if not self._quiet:
                say(f"an2un: {sum(summary.codes.values()):,} findings are known now: {path}")
        elif not self._quiet:
            for line in _sums(summary):
                say(line)


def _calm() -> None:
    """Let the garbage collector look for cycles less often: verdicts leave none behind."""
    import gc

    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _sums(summary: Any) -> Iterator[str]:
    """Yield the lines that close a run: files, the three layers apart, the rules by number."""
    from an2un.render.report import LAYERS, counted

    total = sum(summary.codes.values())
    files = f"{summary.files:,} file{'s' * (summary.files != 1)}"
    if not total:
        yield f"an2un: {files} judged, no findings"
        return
    yield f"an2un: {files} judged, {summary.flawed:,} with findings"
    for layer in LAYERS:
        counts = summary.of_layer(layer)
        if counts:
            yield f"  {layer:<8} {counted(counts)}"
    if summary.files > 1:
        for code, number in summary.codes.most_common(20):
            yield f"  {number:>8,}  {code.id} {code.name}: {code.summary}"
        rest = summary.codes.most_common()[20:]
        if rest:
            yield f"  {sum(n for _, n in rest):>8,}  of {len(rest)} further rules"


def _printed(path: Path) -> str:
    """Return the text of a source without page furniture, as the conversion accounts for it."""
    from an2un.conversion import convert

    done = convert(path)
    glue = {"repair": "", "space": " ", "furniture": " "}
    return "".join(
        glue.get(entry.fate, done.source.slice(entry.span)) for entry in done.ledger.entries
    )


@contextmanager
def _stream(path: Path | None) -> Iterator[TextIO]:
    """Open the report: stdout, or a file that appears when it is whole."""
    if path is None or path == STDIO:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    from an2un import atomic

    text = StringIO()
    yield text
    atomic.write(path, text.getvalue().encode("utf-8", "backslashreplace"))
