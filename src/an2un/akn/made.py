"""How a manifestation was made: its date, the tool, the source it was made from."""

from __future__ import annotations

from an2un.record import Record


class Made(Record, kw_only=True):
    """Facts of one run, all given by the caller; nothing is read from the clock.

    date     day of the manifestation, YYYY-MM-DD, "" if not known
    version  version of the tool
    sha256   hexadecimal digest of the source's bytes, "" if there is no source to speak of;
             then `size` (bytes), `name` and `format` (media type) of the source are not written
    outcome  how the conversion went, in one word ("success", "warning")
    """

    date: str = ""
    version: str = ""
    sha256: str = ""
    size: int = 0
    name: str = ""
    format: str = ""
    outcome: str = "success"
