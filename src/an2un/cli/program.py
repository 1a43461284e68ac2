"""The table of commands, each loaded only when it is called, and how a run ends."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from an2un import __version__
from an2un.cli.status import Status, fault

# name -> what it does; its code is `command` in the module an2un.cli.<name>.
COMMANDS = {
    "convert": "Turn raw text into valid Akoma Ntoso.",
    "batch": "Convert a corpus at a time, resume, many machines.",
    "validate": "Judge Akoma Ntoso files: schema, naming convention, profile.",
    "explain": "Explain a finding.",
    "rules": "List the codes of findings.",
    "fix": "Mend what needs no judgement.",
    "schema": "Export schema and rules for other tools.",
    "text": "Print a document as plain text.",
    "symbol": "Take symbols of documents apart.",
    "refs": "Print which documents cite which.",
    "meta": "Print the description of a document.",
    "verify": "Check a file against the source it was made from.",
    "roundtrip": "Show that nothing is lost there and back.",
    "show": "Look at one stage of the conversion.",
    "doctor": "Print versions, schema and optional parts.",
    "completion": "Print the completion script of a shell.",
}

EPILOG = """\b
Exit status: 0 fine; 1 findings at or above --fail-on; 2 wrong usage;
3 an input could not be read or converted; 4 internal fault; 130 interrupted.
\b
Example: an2un convert draft.txt -o draft.xml"""


class Commands(click.Group):
    """A group that knows its commands by the table and imports only the one called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"an2un.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the table without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    "an2un",
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Print the traceback of an internal fault.")
def program(debug: bool) -> None:
    """Raw text of United Nations resolutions to valid Akoma Ntoso XML, and back.

    No character is lost silently, nothing is invented, every output is valid.
    """


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit status; only KeyboardInterrupt escapes."""
    try:
        result = program.main(arguments, prog_name="an2un", standalone_mode=False)
        return int(result or Status.FINE)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return Status.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Status.USAGE
    except SystemExit as stop:
        # click leaves this way after completion, and with 1 when the reader of stdout has gone
        gone = type(sys.stdout).__name__.endswith("PacifyFlushWrapper")
        return Status.FINE if gone else int(stop.code or 0)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return fault(error, debug="--debug" in arguments)
