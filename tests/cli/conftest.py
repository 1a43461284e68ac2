"""How the tests of the command line run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

SECONDS = 120


class Ended(NamedTuple):
    """What a run left behind."""

    status: int
    out: bytes
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `python -m an2un` in a directory of its own, as a user would."""

    def start(*arguments: str | Path, stdin: bytes = b"", **settings: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "an2un", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"SOURCE_DATE_EPOCH": "0"} | settings,
            timeout=SECONDS,
            check=False,
        )
        err = done.stderr.decode()
        assert "Traceback" not in err, err
        return Ended(done.returncode, done.stdout, err)

    return start
