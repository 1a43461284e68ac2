"""What a rule is: a code, the layer it belongs to, and a pure function over the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from an2un.check.elements import Element
from an2un.check.index import Index
from an2un.diagnostics import Code

# The three layers of a verdict: the XSD, the OASIS naming convention (level 2), the AKN4UN profile.
Layer = Literal["schema", "naming", "profile"]

# The narrow schemas: of resolutions as they are published, of resolutions as AKN4UN asks for them.
Proof = Literal["narrow", "strict"]


class Finding(NamedTuple):
    """What a rule yields: where, what is wrong and what was expected, how to mend it."""

    element: Element
    message: str
    hint: str = ""


# What a rule speaks of: elements of those names, or what a sieve leaves. Where a file holds nothing
# of it (an empty answer of the sieve), the rule is not asked.
Names = frozenset[str]
Given = Names | Callable[[Index], object]


class Rule(NamedTuple):
    """One line of the table of rules.

    proof  the narrow schema that accepts no file with such a fault; the strict one is narrow, too
    """

    code: Code
    layer: Layer
    check: Callable[[Index], Iterator[Finding]]
    given: Given | None = None
    proof: Proof | None = None


def holding(*names: str) -> Names:
    """Return what a rule speaks of that is asked where a file holds elements of those names."""
    return frozenset(names)


def quoted(text: str, limit: int = 60) -> str:
    """Return a value for a message: in quotation marks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[: limit - 1]}…"'
