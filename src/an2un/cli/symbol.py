"""`an2un symbol`: symbols of United Nations documents taken apart and put into other forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import click

from an2un.cli import options
from an2un.cli.conduct import Status, put, say

if TYPE_CHECKING:
    from an2un.symbol import Located, Nature

EPILOG = """\b
Examples:
  an2un symbol A/RES/77/273
  an2un symbol "A/RES/2200 A (XXI)" --to number
  an2un symbol A_RES_77_273-FR.xml https://undocs.org/fr/A/RES/77/273 --to url --lang ar
  an2un symbol --number 77-273 --actor unga"""

ACTORS = ("unga", "unsc", "unecosoc", "unga-hrc", "unga-unep-unea")
NATURES = ("resolution", "decision", "presidentialStatement", "draft")
FORMS = ("json", "symbol", "number", "url", "file")


@click.command(epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[SYMBOL…]")
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    default="json",
    show_default=True,
    help="All parts as JSON (a line each), or one form.",
)
@click.option("--number", metavar="NUMBER", help="Start from the number of a Work IRI.")
@click.option("--actor", type=click.Choice(ACTORS), default="unga", help="Whose number it is.")
@click.option("--nature", type=click.Choice(NATURES), default="resolution", help="What it names.")
@options.language
def command(
    names: tuple[str, ...],
    form: str,
    number: str | None,
    actor: str,
    nature: str,
    lang: str | None,
) -> int:
    """Read symbols, addresses of undocs.org or file names, and print them in other forms.

    What is no symbol is refused with the reason, and the exit status is 1.
    """
    from an2un.symbol import Located, SymbolError, from_number

    if not names and number is None:
        raise click.UsageError("give a symbol, or --number")
    status = Status.FINE
    found: list[Located] = []
    try:
        if number is not None:
            found.append(Located(from_number(actor, number, cast("Nature", nature)), ""))
    except SymbolError as error:
        say(f"an2un: {error}")
        status = Status.FINDINGS
    for name in names:
        try:
            found.append(_located(name))
        except SymbolError as error:
            say(f"an2un: {error}")
            status = Status.FINDINGS
    lines = [_line(one, lang or one.language or "en", form) for one in found]
    put("".join(f"{line}\n" for line in lines).encode(), None)
    return status


def _located(name: str) -> Located:
    """Return the symbol that a text, an address or a file name holds."""
    from an2un.symbol import Located, from_file_name, from_url, parse

    if "://" in name:
        return from_url(name)
    if "/" not in name and "_" in name:
        return from_file_name(name)
    return Located(parse(name), "")


def _line(located: Located, language: str, form: str) -> str:
    """Return one line of output for a symbol."""
    symbol = located.symbol
    forms = {
        "symbol": str(symbol),
        "number": symbol.number,
        "url": symbol.url(language),
        "file": symbol.file_name(language),
    }
    if form != "json":
        return forms[form]
    facts = {
        "symbol": forms["symbol"],
        "actor": symbol.actor,
        "nature": symbol.nature,
        "session": symbol.session,
        "number": forms["number"],
        "letters": symbol.letters,
        "modifiers": list(symbol.modifiers),
        "joint": [str(other) for other in symbol.joint],
        "url": forms["url"],
        "file": forms["file"],
    }
    return json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False)
