"""`an2un explain`: the page of a code."""

from __future__ import annotations

import click


@click.command(epilog="Example: an2un explain AU842")
@click.argument("names", nargs=-1, required=True, metavar="CODE…")
def command(names: tuple[str, ...]) -> int:
    """Explain findings: what is wrong, why it matters, a faulty and a good example, the source.

    CODE is a number (AU842) or a name (dangling).
    """
    from an2un.check import pages

    told = []
    for name in names:
        code = pages.find(name)
        if code is None:
            raise click.UsageError(f"{name!r} is no code; an2un rules lists them")
        told.append(pages.page(code) or f"# {code.id} {code.name}\n\n{code.summary}\n")
    click.echo("\n".join(told), nl=False)
    return 0
