"""The command line. This file only starts it and sees to it that every end is an orderly one."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line with the arguments of the process and leave with its exit status."""
    try:
        from an2un.cli.program import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
