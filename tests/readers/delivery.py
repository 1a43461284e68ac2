"""A fictional text in lines, and what programs that deliver texts do to it."""

from __future__ import annotations

import textwrap

SENTENCES = (
    """Recalling its resolution 98/7 of 3 March 2044 on the keeping of lighthouses, where it asked
    all regions to count the lamps that burn on islands, capes and reefs and to tell the keepers of
    every harbour how many of them are lit before the evening gun is fired from the walls,""",
    """Noting with concern that mist along the northern coasts hides many of these lamps for weeks,
    and that ships which wait for the mist to lift lose the tide and with it what they hold,""",
    """1. Requests all keepers to light their lamps at dusk, and to write into their books when each
    of them was lit, by whom and with how much oil, so that the oil of a year may be foreseen and
    brought to the islands before the storms of autumn close the harbours for small boats;""",
    """2. Invites the harbours to tell the keepers of all ships that are due, and asks for a report
    on lamps, oil and mist that names what was wanting in each of the regions, and why it was.""",
)


def page(width: int, *, apart: bool = False) -> str:
    """Return the text wrapped at a width, paragraphs set in.

    apart: whether an empty line stands below each line
    """
    lines = ["  The General Assembly,"]
    for sentence in SENTENCES * 3:
        words = " ".join(sentence.split())
        lines += textwrap.wrap(words, width, initial_indent="  ", break_on_hyphens=False)
    return ("\n\n" if apart else "\n").join(lines) + "\n"


def folded(text: str, width: int, *, at_hyphens: bool = False) -> str:
    """Return a text with its lines broken again, as `fold -s` and programs for mail do it."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=at_hyphens))
        for line in text.split("\n")
    )


def evenly(text: str) -> list[str]:
    """Return the lines of a text without blanks at their ends."""
    return [line.rstrip() for line in text.split("\n")]
