"""Descriptions of a document for catalogues: JSON, Dublin Core, MARCXML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from an2un.export.described import Description, Outcome
from an2un.identity import LANGUAGE_CODES
from an2un.symbol import SymbolError, parse


def record(document: Description, form: str) -> bytes:
    """Return the description of a document in one of the `FORMATS`, as UTF-8."""
    return FORMATS[form](document).encode()


def _json(document: Description) -> str:
    return json.dumps(document.as_dict(), ensure_ascii=False, indent=2) + "\n"


# ------------------------------------------------------------------------------------ Dublin Core


_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"


def _dublin_core(document: Description) -> str:
    """Return simple Dublin Core, an element for each value (ISO 15836-1)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<oai_dc:dc xmlns:oai_dc="{_OAI_DC}" xmlns:dc="{_DC}">',
    ]
    lines += [f"  <dc:{name}>{_text(value)}</dc:{name}>" for name, value in _elements(document)]
    return "\n".join([*lines, "</oai_dc:dc>", ""])


def _elements(document: Description) -> Iterator[tuple[str, str]]:
    values: tuple[tuple[str, str], ...] = (
        ("title", document.title),
        ("creator", document.body),
        *(("contributor", name) for name in document.sponsors),
        *(("subject", subject.name) for subject in document.subjects),
        ("publisher", "United Nations"),
        ("date", document.date),
        ("type", document.kind),
        ("format", "application/akn+xml"),
        ("identifier", document.symbol),
        ("identifier", document.work),
        ("identifier", document.url),
        ("language", document.language),
        *(("relation", symbol) for symbol in document.related),
    )
    return ((name, value) for name, value in values if value)


# ---------------------------------------------------------------------------------------- MARCXML


class _MarcField(NamedTuple):
    """A field of a MARC record: tag, two indicators, subfields in order."""

    tag: str
    indicators: str
    subfields: tuple[tuple[str, str], ...]


def _marcxml(document: Description) -> str:
    """Return a MARC 21 record with the local fields of the United Nations' libraries."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<collection xmlns="http://www.loc.gov/MARC21/slim">',
        "  <record>",
        "    <leader>00000nam a2200000uu 4500</leader>",
    ]
    for field in _marc_fields(document):
        first, second = field.indicators[:1], field.indicators[1:]
        lines.append(f'    <datafield tag="{field.tag}" ind1="{first}" ind2="{second}">')
        lines += [
            f'      <subfield code="{code}">{_text(value)}</subfield>'
            for code, value in field.subfields
        ]
        lines.append("    </datafield>")
    return "\n".join([*lines, "  </record>", "</collection>", ""])


def _marc_fields(document: Description) -> Iterator[_MarcField]:
    """Yield the fields in the order of their tags; those without a value are left out.

    Tags by the manual of UNBIS: 191 symbol, body and session; 269 date; 991 agenda; 992 date of
    the action; 993 related documents; 996 note on the vote. By the format itself: no entry for the
    title where nothing else is the main entry; sponsors are names of jurisdictions.
    """
    language = LANGUAGE_CODES.get(document.language, "")
    vote = _vote_note(document)
    fields = (
        _MarcField("041", "  ", (("a", language),)),
        _MarcField("191", "  ", _symbol(document)),
        _MarcField("245", "00", (("a", document.title),)),
        _MarcField("269", "  ", (("a", document.issued or document.date),)),
        *(
            _MarcField("650", "17", (("a", subject.name), ("2", "unbist")))
            for subject in document.subjects
            if subject.dictionary.upper().startswith("UNBIS")
        ),
        _MarcField("710", "2 ", (("a", document.body),)),
        *(_MarcField("710", "1 ", (("a", name),)) for name in document.sponsors),
        _MarcField("856", "40", (("u", document.url),)),
        *_agenda(document),
        _MarcField("992", "  ", (("a", document.adopted.replace("-", "")),)),
        *(_MarcField("993", "  ", (("a", symbol),)) for symbol in document.related),
        _MarcField("996", "  ", (("a", vote),)),
    )
    for field in fields:
        kept = tuple((code, value) for code, value in field.subfields if value)
        if kept and kept[0][0] == field.subfields[0][0]:
            yield field._replace(subfields=kept)


def _symbol(document: Description) -> tuple[tuple[str, str], ...]:
    """Return symbol, body and session: A/RES/77/273, A/, 77."""
    try:
        series = parse(document.symbol).path[0] + "/"
    except SymbolError:
        series = ""
    return (("a", document.symbol), ("b", series), ("c", document.session))


def _agenda(document: Description) -> Iterator[_MarcField]:
    for item in document.agenda_items:
        yield _MarcField("991", "  ", (("b", item), ("c", document.agenda_title)))


_VOTES = {
    "adoptedwithoutvote": "Adopted without vote",
    "adoptedunanimously": "Adopted unanimously",
}


def _vote_note(document: Description) -> str:
    """Return the note on the vote: `Adopted 122-55-1, 77th plenary meeting` without the ordinal."""
    if document.outcome is None or not document.adopted:
        return ""
    note = _counts(document.outcome) or _VOTES.get(document.outcome.kind.lower(), "Adopted")
    return f"{note}, meeting {document.meeting}" if document.meeting else note


def _counts(outcome: Outcome) -> str:
    counts = (outcome.in_favour, outcome.against, outcome.abstaining)
    if any(count is None for count in counts) or not any(counts):
        return ""
    return "Adopted " + "-".join(map(str, counts))


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMATS: Mapping[str, Callable[[Description], str]] = {
    "json": _json,
    "dc": _dublin_core,
    "marcxml": _marcxml,
}
"""Names of the formats, and what writes them."""
