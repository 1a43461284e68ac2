"""`an2un completion`: the completion script of a shell."""

from __future__ import annotations

import click


@click.command(epilog='Example: eval "$(an2un completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands, options and files in SHELL."""
    from click.shell_completion import get_completion_class

    from an2un.cli.program import program

    complete = get_completion_class(shell)
    if complete is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(complete(program, {}, "an2un", "_AN2UN_COMPLETE").source())
