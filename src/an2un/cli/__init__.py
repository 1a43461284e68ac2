"""The command line. This file only starts it and sees to it that every end is an orderly one."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

# Objects made between two rounds of the garbage collector, and rounds between two wider ones.
# What a conversion makes are trees without cycles, freed as soon as nobody holds them; a collector
# that walks the growing heap all the time finds nothing and takes half the time of a long text.
ROUNDS = (100_000, 50, 100)


def main() -> NoReturn:
    """Run the command line with the arguments of the process and leave with its exit status."""
    gc.set_threshold(*ROUNDS)
    try:
        from an2un.cli.program import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    gc.freeze()  # nothing is left to find in a process that ends
    sys.exit(status)
