"""The far side of a cell: does what is asked on stdin, answers on stdout, within the limits."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import pickle
import signal
import sys
import traceback
from typing import BinaryIO, NoReturn

from an2un.crew.cell import Limits, Lost, receive, send
from an2un.crew.memory import address_space, ran_out

_GRACE = 15.0  # seconds after which a process ends itself if nobody has ended it in time


def serve() -> NoReturn:
    """Do one piece of work after the other until there is nobody to ask for it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    requests, replies = _channels()
    try:
        limits: Limits = pickle.loads(receive(requests))
        send(replies, _answer(receive(requests), limits))  # the function called first
        _bound(limits)
        while True:
            request = receive(requests)
            _watch(limits)
            reply = _answer(request, limits)
            faulthandler.cancel_dump_traceback_later()
            send(replies, reply)
            del request, reply
    except (EOFError, BrokenPipeError):
        pass
    sys.stderr.flush()
    os._exit(0)


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Return requests and replies; what the work prints goes to stderr."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return requests, replies


def _bound(limits: Limits) -> None:
    """Limit the memory, where the system can, and leave no core dumps behind."""
    gc.collect()
    gc.freeze()  # what is there now stays: the collector need not look at it again
    gc.set_threshold(50_000, 20, 100)  # nor look often for cycles, which are few
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = address_space() + limits.memory
        if most != resource.RLIM_INFINITY:
            wanted = min(wanted, most)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def _watch(limits: Limits) -> None:
    """See to it that the process ends even if the one that would end it is gone."""
    if limits.seconds:
        faulthandler.dump_traceback_later(2 * limits.seconds + _GRACE, exit=True)


def _answer(request: bytes, limits: Limits) -> bytes:
    """Return the reply: whether the work was done, and its value or what it raised."""
    try:
        work, args, kwargs = pickle.loads(request)
        return pickle.dumps((True, work(*args, **kwargs)))
    except Exception as error:  # noqa: BLE001 - raised again on the near side
        if not ran_out(error):
            return _raised(error)
    # answered here, when what filled the memory has been let go
    return pickle.dumps(
        (False, Lost("memory", f"it needed more than {limits.memory / 1e6:,.0f} MB of memory"))
    )


def _raised(error: Exception) -> bytes:
    """Return the reply for an exception, with its traceback as a note."""
    told = "".join(traceback.format_exception(error))
    try:
        error.add_note(told)
        reply = pickle.dumps((False, error))
        pickle.loads(reply)
    except Exception:  # noqa: BLE001 - what cannot travel is told in words
        stand_in = RuntimeError(f"{type(error).__name__}: {error}")
        stand_in.add_note(told)
        return pickle.dumps((False, stand_in))
    return reply
