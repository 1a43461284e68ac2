"""`an2un batch`: a corpus at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from an2un.cli import options

EPILOG = """\b
Examples:
  an2un batch texts/ -o xml/
  an2un batch texts/ archive.zip 'more/**/*.txt' -o xml/ --jobs 4 --seconds 60
  find texts/ -name '*.txt' | an2un batch - -o xml/
  an2un batch texts/ -o xml/ --shard 3/8
  an2un batch s3://bucket/texts -o s3://bucket/xml --state state/ --executor dask://host:8786
  an2un batch status xml/
\b
Run the same command again to go on after an interrupt, a crash or a full disk: what is done
and unchanged is not done again. docs/batch.md tells more."""


class _Batch(click.Command):
    """The command, which yields to `an2un batch status`."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        if args[:1] == ["status"]:
            from an2un.cli.batch_status import command as status

            return status.make_context(f"{info_name} status", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def shard(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[int, int]:
    """Return the part and the number of parts that `3/8` stands for."""
    index, slash, of = value.partition("/")
    if slash and index.isdecimal() and of.isdecimal() and 1 <= int(index) <= int(of) <= 100_000:
        return int(index), int(of)
    raise click.BadParameter(f"{value!r} is no part; write for example 3/8")


@click.command(cls=_Batch, epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SRC…")
@click.option("-o", "--output", required=True, metavar="DIR", help="Where results go.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Processes (default 0: one for each core).",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=600.0,
    show_default=True,
    help="Time that one document may take (0: any).",
)
@click.option(
    "--memory",
    default="4GB",
    show_default=True,
    callback=options.size,
    metavar="SIZE",
    help="Memory that one document may take (0: any; not held on macOS and Windows).",
)
@click.option(
    "--shard",
    default="1/1",
    callback=shard,
    metavar="I/N",
    help="Do only part I of N, as in job arrays.",
)
@click.option(
    "--executor",
    default="processes",
    show_default=True,
    metavar="WHERE",
    help="processes, or dask://HOST:PORT.",
)
@options.path(
    "--state",
    metavar="DIR",
    help="Where manifest, reports and quarantine go "
    "(default: DIR/_batch; needed for results in a store).",
)
@click.option("--retry-failed", is_flag=True, help="Do only what failed before.")
@click.option("--dry-run", is_flag=True, help="List what would be done and do nothing.")
@click.option("--no-ledger", is_flag=True, help="Do not write the ledgers.")
@options.source_format
@options.identity
@options.max_size
@options.fail_on
@click.option("-q", "--quiet", is_flag=True, help="Print no progress and no summary.")
def command(sources: tuple[str, ...], **given: Any) -> int:
    """Convert many documents, resume where it was left.

    SRC is a directory, file, zip archive, pattern or URL, or - for a list of names on stdin. Each
    document becomes NAME.xml in the same place below DIR, with NAME.ledger.json and, where there
    is something to say, NAME.findings.json. What fails is set apart in DIR/_batch/quarantine with
    the reason. `an2un batch status DIR` tells how far a batch is.
    """  # fmt: skip
    from an2un.cli.batching import convert

    return convert(sources, given)


def state_of(output: str, state: Path | None) -> Path:
    """Return where manifest, reports and quarantine of a batch are."""
    from an2un import stores
    from an2un.batch.plan import APART

    if state is not None:
        return state
    if stores.is_remote(output):
        raise click.UsageError("results in a store need --state DIR, a directory of this machine")
    return Path(output) / APART
