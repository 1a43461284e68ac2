"""Whole files or none: what is written appears under its name only when it is complete."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and rename it into place; raises OSError.

    A link is followed; what is no ordinary file (a terminal, a pipe, /dev/null) is written to
    directly, since renaming would replace it.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            out.write(data)
        return
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("wb") as out:
            out.write(data)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
