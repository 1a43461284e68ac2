"""`an2un convert`: raw text in, valid Akoma Ntoso out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from an2un.cli import inputs, options
from an2un.cli.conduct import Status, attempt, file_bytes, put, say
from an2un.cli.findings import Findings, summed

if TYPE_CHECKING:
    from an2un.conversion import Conversion, Options

EPILOG = """\b
Examples:
  an2un convert draft.txt -o draft.xml --ledger draft.ledger.json
  an2un convert texts/ -o xml/ --lang fr
  an2un convert draft.pdf > draft.xml
  pdftotext -layout draft.pdf - | an2un convert - > draft.xml
\b
The result is validated before it is written. Should it ever be invalid, which is a
fault of an2un, it goes to OUT.invalid instead and the exit status is 4."""


class Work(NamedTuple):
    """One input and where its results go."""

    source: inputs.Input
    target: Path | None
    ledger: Path | None
    to: str

    def done(self, settings: Options, told: Findings, summary: bool) -> Status:
        """Convert the input and write what came of it."""
        from an2un.conversion import convert

        data = file_bytes(self.source.path, settings.max_size)
        result = convert(data, settings, self.source.name)
        told.add(self.source.name, result.findings, result.source.text)
        if self.ledger is not None:
            put(result.ledger.to_bytes(result.source), self.ledger)
        if not result.valid:
            return self._invalid(result)
        put(result.xml if self.to == "akn" else result.text().encode(), self.target)
        if summary:
            say(f"{self.source.name}: {account(result)}; {summed(result.findings)}")
        return Status.FINE

    def _invalid(self, result: Conversion) -> Status:
        where = "nothing was written"
        if self.target is not None:
            kept = self.target.with_name(self.target.name + ".invalid")
            put(result.xml, kept)
            where = f"it is kept as {kept}"
        say(f"an2un: {self.source.name}: internal fault: the result is not valid; {where}")
        return Status.FAULT


def account(result: Conversion) -> str:
    """Return in words how much of the source is accounted for."""
    total = sum(map(len, result.source.text.split()))
    if result.lost:
        return f"{result.lost:,} of {total:,} characters are lost"
    return f"all {total:,} characters accounted for"


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@options.path("-o", "--output", metavar="OUT", help="File or directory (default: stdout).")
@options.path("--ledger", metavar="OUT", help="Write what became of every character, as JSON.")
@click.option(
    "--to",
    type=click.Choice(["akn", "text"]),
    default="akn",
    show_default=True,
    help="Akoma Ntoso, or the same document as plain text.",
)
@options.source_format
@options.identity
@options.max_size
@options.form
@options.fail_on
@options.quiet
def command(
    files: tuple[str, ...],
    output: Path | None,
    ledger: Path | None,
    to: str,
    source_format: str | None,
    max_size: int,
    form: str,
    fail_on: str,
    quiet: bool,
    **known: str | Path | None,
) -> int:
    """Turn resolutions into Akoma Ntoso XML.

    FILE is a document or a raw text, a directory (all such files in it), a pattern, or - for
    stdin. Findings go to stderr; --symbol and the like supply what is not printed.
    """
    from an2un.conversion import Options

    sources = inputs.expanded(files, options.suffixes(source_format))
    targets = inputs.outputs(sources, output, ".xml" if to == "akn" else ".txt")
    ledgers = [None] * len(sources) if ledger is None else inputs.outputs(sources, ledger, ".json")
    settings = Options(
        supplied=options.supplied(known), max_size=max_size, format=source_format or ""
    )
    told = Findings(form, fail_on, quiet)
    summary = not quiet and form in ("concise", "full")
    status = Status.FINE
    for source, target, account in zip(sources, targets, ledgers, strict=True):
        work = Work(source, target, account, to)
        ended = attempt(source.name, lambda work=work: work.done(settings, told, summary))  # type: ignore[misc]
        status = max(status, ended)
    told.finish()
    return max(status, Status.FINDINGS if told.failed else Status.FINE)
