"""What an archive's ingest needs: PREMIS 3 facts of the source and of the conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un.akn.entries import content
from an2un.akn.made import Made

_PREMIS = "http://www.loc.gov/premis/v3"


def preservation(made: Made) -> Iterator[str]:
    """Yield the `preservation` element of the Manifestation: source object, event, agent."""
    if not made.version:
        return
    yield "<preservation>"
    yield f'<premis:premis xmlns:premis="{_PREMIS}" version="3.0">'
    if made.sha256:
        yield from _object(made)
    if made.date:
        yield from _event(made)
    yield "<premis:agent>"
    yield from _identifier("agent", f"an2un {made.version}")
    yield _leaf("agentName", "an2un")
    yield _leaf("agentType", "software")
    yield _leaf("agentVersion", made.version)
    yield "</premis:agent>"
    yield "</premis:premis>"
    yield "</preservation>"


def _object(made: Made) -> Iterator[str]:
    """Yield the source as a PREMIS object.

    Its category is an element, not `xsi:type`: a validator that has no PREMIS schema at hand must
    refuse a type that it cannot resolve, and the file would not be valid Akoma Ntoso.
    """
    yield "<premis:object>"
    yield from _identifier("object", made.sha256)
    yield _leaf("objectCategory", "file")
    yield "<premis:objectCharacteristics>"
    yield "<premis:fixity>"
    yield _leaf("messageDigestAlgorithm", "SHA-256")
    yield _leaf("messageDigest", made.sha256)
    yield "</premis:fixity>"
    yield _leaf("size", str(made.size))
    yield "<premis:format>"
    yield "<premis:formatDesignation>"
    yield _leaf("formatName", made.format or "unknown")
    yield "</premis:formatDesignation>"
    yield "</premis:format>"
    yield "</premis:objectCharacteristics>"
    if made.name:
        yield _leaf("originalName", _UNWRITABLE.sub("\ufffd", made.name))
    yield "</premis:object>"


def _event(made: Made) -> Iterator[str]:
    yield "<premis:event>"
    yield from _identifier("event", "conversion")
    yield _leaf("eventType", "format conversion")
    yield _leaf("eventDateTime", made.date)
    yield "<premis:eventOutcomeInformation>"
    yield _leaf("eventOutcome", made.outcome)
    yield "</premis:eventOutcomeInformation>"
    yield "</premis:event>"


def _identifier(of: str, value: str) -> Iterator[str]:
    yield f"<premis:{of}Identifier>"
    yield _leaf(f"{of}IdentifierType", "local" if of != "object" else "SHA-256")
    yield _leaf(f"{of}IdentifierValue", value)
    yield f"</premis:{of}Identifier>"


# What the name of a file may hold and XML 1.0 may not (section 2.2, Char).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _leaf(name: str, text: str) -> str:
    return f"<premis:{name}>{content(text)}</premis:{name}>"
