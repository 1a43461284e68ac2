"""`an2un rules`: the list of codes."""

from __future__ import annotations

import json

import click


@click.command(epilog="Example: an2un rules AU8 --format json")
@click.argument("starts", nargs=-1, metavar="[CODE…]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(starts: tuple[str, ...], form: str) -> int:
    """List the codes of findings: number, severity, layer, name, meaning.

    With beginnings of codes (AU8) only those. Codes of the layer `conversion` come from `convert`,
    all others from `validate`; `published` marks what the profile of that name excuses.
    """
    from an2un.check.layers import layer_of
    from an2un.check.pages import catalogue
    from an2un.check.profiles import MUTED

    codes = [code for code in catalogue().values() if not starts or code.id.startswith(starts)]
    if not codes:
        raise click.UsageError(f"no code begins with {' or '.join(starts)}")
    entries = [
        {
            "code": code.id,
            "name": code.name,
            "severity": code.severity.name.lower(),
            "layer": layer_of(code),
            "published": code.id not in MUTED["published"],
            "summary": code.summary,
        }
        for code in codes
    ]
    if form == "json":
        click.echo(json.dumps(entries, ensure_ascii=False, indent=1))
        return 0
    for entry in entries:
        excused = "" if entry["published"] else " (excused by --profile published)"
        click.echo(
            f"{entry['code']}  {entry['severity']:<7}  {entry['layer']:<10}  {entry['name']}: "
            f"{entry['summary']}{excused}"
        )
    return 0
