"""`an2un batch status`: how far a batch is, and what failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from an2un.cli import options
from an2un.cli.conduct import Status, put, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from an2un.batch.manifest import Manifest


@click.command("status", epilog="Example: an2un batch status xml/ --format csv -o report.csv")
@click.argument("directory", metavar="DIR")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@options.path("-o", "--output", metavar="FILE", help="Write it here (default: stdout).")
@options.path("--state", metavar="DIR", help="Where the manifest is (default: DIR/_batch).")
def command(directory: str, form: str, output: Path | None, state: Path | None) -> int:
    """Tell how far a batch is, its parts taken together, also while it runs.

    The exit status is 0 if all is done, 1 if something failed or is left to do.
    """  # fmt: skip
    from an2un.batch.manifest import Manifest, ManifestError
    from an2un.batch.reports import REPORTS
    from an2un.cli.batch import state_of

    place = state_of(directory, state)
    parts = sorted(place.glob("manifest*.sqlite")) if place.is_dir() else []
    if not parts:
        raise click.UsageError(f"{place}: no batch was run here")
    try:
        whole = Manifest(Path(":memory:"), look_only=True)
        for part in parts:
            whole.take_over(part)
        left = sum(_left(part) for part in parts)
        text = "".join(REPORTS.get(form, _lines)(whole))
        fine = not left and not whole.counts()["failed"]
    except ManifestError as error:
        say(f"an2un: {error}")
        return Status.UNREADABLE
    if form == "text":
        text += f"{left:,} to do\n"
    put(text.encode("utf-8", "backslashreplace"), output)
    return Status.FINE if fine else Status.FINDINGS


def _left(part: Path) -> int:
    from an2un.batch.manifest import Manifest

    manifest = Manifest(part, look_only=True)
    try:
        return manifest.to_do()
    finally:
        manifest.close()


def _lines(manifest: Manifest) -> Iterator[str]:
    from an2un.batch.reports import in_words, sums

    told = sums(manifest)
    for kind, name, reason in manifest.rows(("kind", "name", "reason"), "failed"):
        yield f"failed ({kind}): {name}: {reason}\n"
    yield f"{told['files']:,} documents: {in_words(told)}; {told['bytes'] / 1e6:,.1f} MB\n"
