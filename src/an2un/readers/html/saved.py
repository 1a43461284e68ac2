"""Pages of the web saved with all that belongs to them (MHTML, RFC 2557): which is the page."""

from __future__ import annotations

from an2un.readers.formats import is_message
from an2un.source import ReadError


def page_of(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the bytes of a page and the encoding that stands beside it, "" for none.

    Bytes that are no message are the page. Raises ReadError for a message without a page.
    """
    if not is_message(data):
        return data, ""
    from email import message_from_bytes, policy  # slow to load, and few pages are messages

    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page, part.get_content_charset() or ""
    raise ReadError(f"{name}: this archive of the web holds no page; save the page as HTML")
