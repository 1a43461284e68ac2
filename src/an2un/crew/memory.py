"""How much memory a process has, and whether what it raised means that there was no more."""

from __future__ import annotations

import os
import re
from pathlib import Path

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"^VmPeak:\s*(\d+) kB$", re.MULTILINE)
_NEAR = 0.9  # share of the limit from which on a process has reached it
_UNKNOWN = 1_000_000_000  # bytes, where the system does not tell


def address_space() -> int:
    """Return the address space that the process has, in bytes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path needed
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return _UNKNOWN


def ran_out(error: BaseException) -> bool:
    """Say whether an exception means that the memory ran out.

    Where not even a MemoryError can be made, the interpreter raises SystemError; then the most that
    the process had tells, against its limit.
    """
    if isinstance(error, MemoryError):
        return True
    return isinstance(error, SystemError) and _at_limit()


def _at_limit() -> bool:
    try:
        import resource

        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
        peak = _PEAK.search(_STATUS.read_text(encoding="ascii", errors="replace"))
    except (ImportError, OSError):
        return False
    if peak is None or limit == resource.RLIM_INFINITY:
        return False
    return int(peak[1]) * 1024 > _NEAR * limit
