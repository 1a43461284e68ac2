"""`an2un validate`: the verdict on Akoma Ntoso files."""

from __future__ import annotations

from typing import Any

import click

from an2un.cli import options

FORMATS = ("concise", "full", "json", "jsonl", "github", "junit", "sarif", "html")
EPILOG = """\b
Examples:
  an2un validate draft.xml
  an2un validate published/ --profile published --jobs 4
  an2un validate *.xml --format sarif -o findings.sarif
  an2un validate draft.xml --source draft.txt
\b
Settings may also stand in [tool.an2un] of pyproject.toml, or in an2un.toml."""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--level",
    type=click.Choice(["1", "2", "profile"]),
    help="How far: the schema; the naming convention too; the AKN4UN profile too (default).",
)
@click.option(
    "--profile",
    type=click.Choice(["akn4un", "published"]),
    help="published excuses what the United Nations' own files do systematically.",
)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes, as AU1,AU842.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these codes.")
@options.path("--baseline", metavar="FILE", help="Report only what is not in this file.")
@click.option("--update-baseline", is_flag=True, help="Write the findings to --baseline FILE.")
@options.path("--source", metavar="FILE", help="The raw text that the one XML file should hold.")
@click.option(
    "--engine",
    type=click.Choice(["lxml", "xmlschema", "both"]),
    help="Which implementation of XML Schema judges (default lxml).",
)
@options.path("--schema", metavar="XSD", help="A house's schema in place of the standard's.")
@options.path("--schematron", multiple=True, metavar="SCH", help="A house's own rules.")
@click.option("--format", "report", type=click.Choice(FORMATS), help="Form of the report.")
@options.path("-o", "--output", metavar="FILE", help="Write the report here, not to stdout.")
@click.option("-j", "--jobs", type=click.IntRange(min=0), help="Processes (0: one for each core).")
@click.option(
    "--fail-on",
    type=click.Choice(["note", "warning", "error", "never"]),
    help="Exit with 1 when a finding is at least this severe (default error).",
)
@click.option("--max-size", metavar="SIZE", help="Refuse files above this size (default 100MB).")
@options.path("--config", metavar="FILE", help="Settings in this file instead of the project's.")
@click.option("-q", "--quiet", is_flag=True, help="Print no summary and no progress.")
def command(files: tuple[str, ...], **given: Any) -> int:
    """Judge Akoma Ntoso files: schema, naming convention, AKN4UN profile.

    FILE is an XML file, a zip archive, a directory (its .xml and .zip files), a pattern, or - for
    stdin. `an2un explain CODE` says more about a finding.
    """
    from an2un.cli.judging import run

    return run(files, given)
