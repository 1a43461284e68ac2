"""`an2un doctor`: versions, the schema in use, optional parts."""

from __future__ import annotations

import click

EXTRAS = {
    "pdf": ("pypdfium2",),
    "rich": ("rich",),
    "cluster": ("distributed",),
    "s3": ("upath", "s3fs"),
}


@click.command(epilog="Example: an2un doctor")
def command() -> None:
    """Print what an2un works with: versions, schema files and their hashes, optional parts."""
    for name, value in [*_versions(), *_schemas(), *_extras()]:
        click.echo(f"{name:<22} {value}")


def _versions() -> list[tuple[str, str]]:
    import platform
    from importlib.metadata import version

    from lxml import etree

    from an2un import __version__

    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    return [
        ("an2un", __version__),
        ("python", f"{platform.python_version()} ({platform.system()} {platform.machine()})"),
        *((name, version(name)) for name in ("lxml", "xmlschema", "cobalt", "click")),
        ("libxml2", libxml2),
    ]


def _schemas() -> list[tuple[str, str]]:
    from hashlib import sha256

    from an2un.check import schema

    return [
        (path.name, f"sha256 {sha256(path.read_bytes()).hexdigest()} {path}")
        for path in schema.files()
    ]


def _extras() -> list[tuple[str, str]]:
    from importlib.util import find_spec

    return [
        (
            f"extra {extra}",
            "installed"
            if all(find_spec(module) for module in modules)
            else f"not installed (pip install 'an2un[{extra}]')",
        )
        for extra, modules in EXTRAS.items()
    ]
