"""Whether an Akoma Ntoso file was made from a given source: its PREMIS facts, checked again."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree

from an2un.record import Record

_PREMIS = "{http://www.loc.gov/premis/v3}"


class Recorded(Record):
    """What a file says of its source: SHA-256 in hexadecimal, size in bytes, name."""

    digest: str
    size: int | None
    name: str
    tool: str


class Verdict(Record):
    """What became of a check; `faults` is empty where the source is the one recorded."""

    recorded: Recorded
    digest: str
    size: int
    faults: tuple[str, ...]


class FixityError(ValueError):
    """The file records no source that could be checked."""


def recorded(root: etree._Element) -> Recorded:
    """Return what a file records of its source, from the root element of its Akoma Ntoso.

    Raises FixityError where it records no digest.
    """
    digest = _text(root, "messageDigest").lower()
    if not digest:
        raise FixityError("the file records no SHA-256 of its source (preservation, PREMIS)")
    algorithm = _text(root, "messageDigestAlgorithm").upper().replace("-", "")
    if algorithm != "SHA256":
        raise FixityError(f"the digest of the source is of the kind {algorithm}, not SHA-256")
    size = _text(root, "size")
    tool = " ".join(filter(None, (_text(root, "agentName"), _text(root, "agentVersion"))))
    return Recorded(
        digest, int(size) if size.isdecimal() else None, _text(root, "originalName"), tool
    )


def verify(root: etree._Element, source: bytes) -> Verdict:
    """Return whether a source is the one that a file was made from.

    Raises FixityError where the file records no digest.
    """
    found = recorded(root)
    digest = sha256(source).hexdigest()
    faults = []
    if found.size is not None and found.size != len(source):
        faults.append(f"the source has {len(source):,} bytes; {found.size:,} are recorded")
    if digest != found.digest:
        faults.append(f"the source has the SHA-256 {digest}; recorded is {found.digest}")
    return Verdict(found, digest, len(source), tuple(faults))


def _text(root: etree._Element, name: str) -> str:
    element = next(root.iter(f"{_PREMIS}{name}"), None)
    return (element.text or "").strip() if element is not None else ""
