"""`an2un schema export`: the schema and the rules for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from an2un import atomic
from an2un.cli.conduct import Status, say


@click.group(epilog="Example: an2un schema export schemas/")
def command() -> None:
    """The schema and the Schematron that the verdicts rest on."""


@command.command(epilog="Example: an2un schema export schemas/")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def export(directory: Path) -> int:
    """Write akomantoso30.xsd, xml.xsd, catalog.xml and akn4un.sch to a directory.

    The schema is the OASIS Standard of 29 August 2018; akn4un.sch holds those rules of the AKN4UN
    profile that XPath 1.0 can say.
    """
    from an2un.check import schema, schematron

    directory.mkdir(parents=True, exist_ok=True)
    for path in schema.files():
        atomic.write(directory / path.name, path.read_bytes())
    atomic.write(directory / "catalog.xml", schema.catalog().read_bytes())
    atomic.write(directory / "akn4un.sch", schematron.generated().encode())
    say(f"an2un: {directory}: akomantoso30.xsd, xml.xsd, catalog.xml, akn4un.sch")
    return Status.FINE
