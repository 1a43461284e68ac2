"""Whether an exception means that memory ran out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from an2un.crew.memory import address_space, ran_out

# What a process says of a SystemError before and after it has reached its limit of address space.
LIMITED = """
import resource
from an2un.crew.memory import address_space, ran_out
print(ran_out(SystemError()))
resource.setrlimit(resource.RLIMIT_AS, (address_space() + 200_000_000,) * 2)
print(ran_out(SystemError()))
try:
    held = [bytes(10_000_000) for _ in range(100)]
except MemoryError as error:
    print(ran_out(error))
print(ran_out(SystemError()), ran_out(ValueError()))
"""


def test_a_memory_error_does_and_others_do_not() -> None:
    assert ran_out(MemoryError())
    assert not ran_out(ValueError())
    assert address_space() > 0


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells no peak")
def test_a_system_error_does_at_the_limit_only() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], check=False, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "False", "True", "True", "False"], done.stderr
