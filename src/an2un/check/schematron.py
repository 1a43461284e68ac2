"""Schematron both ways: the project's rules written as one, and a house's own rules run.

The rules are Python; those that XPath 1 can say are listed here once more as assertions, and
`schemas/akn4un.sch` is generated from the list. A test runs both over the examples of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from an2un import codes
from an2un.check.elements import AKN, Element
from an2un.check.identification import LANGUAGES
from an2un.check.rule import Finding
from an2un.diagnostics import Code
from an2un.source import ReadError

_SVRL = "http://purl.oclc.org/dsdl/svrl"
_TLC = "starts-with(local-name(), 'TLC')"
_WORK = "akn:meta/akn:identification/akn:FRBRWork"


class Assertion(NamedTuple):
    """One rule in XPath 1: `test` must hold for every node of the context."""

    code: Code
    context: str
    test: str


def _target(kinds: str) -> str:
    """Return the test that refersTo, where it points at an entry, points at one of a kind."""
    own = "[@eId = substring-after(current()/@refersTo, '#')]"
    return f"not(starts-with(@refersTo, '#')) or not(//*{own}) or //akn:{kinds}{own}"


_MAIN = "akn:statement"

ASSERTIONS: tuple[Assertion, ...] = (
    Assertion(codes.EMPTY_NUMBER, "akn:num", "normalize-space()"),
    Assertion(codes.CALL_WITHOUT_NOTE, "akn:sup[@class = 'footnote']", ".//akn:authorialNote"),
    Assertion(codes.NOTE_WITHOUT_MARKER, "akn:authorialNote", "normalize-space(@marker)"),
    Assertion(codes.NOTE_PLACEMENT, "akn:authorialNote", "@placement = 'bottom'"),
    Assertion(codes.NOTE_OUTSIDE_SUP, "akn:authorialNote", "parent::akn:sup"),
    Assertion(codes.MARKER_AS_TEXT, "akn:sup[akn:authorialNote]", "not(text()[normalize-space()])"),
    Assertion(codes.NOTE_IN_METADATA, "akn:note", "not(@placement = 'bottom')"),
    Assertion(codes.NOTE_REFERENCE, "akn:noteRef", "false()"),
    Assertion(codes.REFERENCE_TO_WEB, "akn:ref", "not(starts-with(@href, 'http'))"),
    Assertion(codes.REFERENCE_SUBTYPE, "akn:ref[contains(@href, '/statement/')]",
              "contains(@href, '/statement/deliberation/') "
              "or contains(@href, '/statement/instruction/')"),
    Assertion(codes.EMPTY_REFERENCE, "akn:ref | akn:a | akn:rref", "normalize-space() or *"),
    Assertion(codes.GROUP_WITHOUT_REFERENCE, "akn:mref", ".//akn:ref or .//akn:rref"),
    Assertion(codes.ENTITY_WITHOUT_CONCEPT, "akn:role", _target("TLCRole")),
    Assertion(codes.SEVERAL_MEANINGS, "*[starts-with(@refersTo, '#')]",
              "not(contains(normalize-space(@refersTo), ' '))"),
    Assertion(codes.SPAN_WITH_MEANING, "akn:span", "@class and not(@refersTo)"),
    Assertion(codes.INLINE_PREFIX, "akn:inline[not(contains(@name, ' ')) and @name != '']",
              "starts-with(@name, 'akn4un:')"),
    Assertion(codes.DOCUMENT_NAME, _MAIN,
              "@name = 'resolution' or @name = 'draftResolution' or @name = 'decision' "
              "or @name = 'draftDecision' or @name = 'presidentialStatement'"),
    Assertion(codes.NO_LIFECYCLE,
              "*[@contains = 'singleVersion' or @contains = 'multipleVersions']",
              "akn:meta/akn:lifecycle"),
    Assertion(codes.NO_PREFACE, _MAIN, "akn:preface"),
    Assertion(codes.COUNTRY, "akn:FRBRcountry", "@value = 'un'"),
    Assertion(codes.SUBTYPE, f"{_MAIN}/{_WORK}", "akn:FRBRsubtype/@value = 'deliberation'"),
    Assertion(codes.NO_NUMBER, f"{_MAIN}/{_WORK}", "akn:FRBRnumber/@value"),
    Assertion(codes.AUTHOR_ENTRY, "akn:FRBRauthor", "starts-with(@href, '#')"),
    Assertion(codes.LANGUAGE, "akn:FRBRlanguage",
              f"contains(' {' '.join(LANGUAGES)} ', concat(' ', @language, ' ')) "
              "and count(../akn:FRBRlanguage) = 1"),
    Assertion(codes.FORMAT, "akn:FRBRformat", "@value = 'xml'"),
    Assertion(codes.TRANSLATION_SOURCE, "akn:FRBRtranslation", "contains(@href, '@')"),
    Assertion(codes.TRANSLATION_LANGUAGE, "akn:FRBRtranslation",
              "@fromLanguage != ../akn:FRBRlanguage/@language"),
    Assertion(codes.COMPONENT_INFO,
              "akn:statement[akn:attachments//akn:FRBRWork/akn:FRBRuri/@value "
              "= akn:meta/akn:identification/akn:FRBRWork/akn:FRBRuri/@value]"
              "/akn:meta/akn:identification/*",
              "akn:componentInfo"),
    Assertion(codes.NO_MASTER_EXPRESSION, "akn:akomaNtoso[.//*[@wId != @eId]]",
              ".//akn:FRBRmasterExpression"),
    Assertion(codes.DRAFT_ADOPTED, "akn:statement[starts-with(@name, 'draft')]",
              "not(.//akn:docDate[@refersTo = '#adoptionDate'])"),
    Assertion(codes.NO_TITLE, "akn:preface[parent::akn:statement]",
              ".//akn:docTitle or contains(//akn:FRBRWork/akn:FRBRuri/@value, '/unsc/')"),
    Assertion(codes.PREFACE_CONTAINER, "akn:preface[parent::akn:statement]", "akn:container"),
    Assertion(codes.SESSION_VALUE, "akn:session", "string(@value)"),
    Assertion(codes.FORMULA_NAME, "akn:preamble/akn:formula",
              "@name = 'enactingFormula' or @name = 'enactingAuthority' "
              "or @name = 'akn4un:enactingFormula' or @name = 'akn4un:enactingAuthority'"),
    Assertion(codes.FORMULA_FIRST, "akn:preamble[akn:formula]", "*[1][self::akn:formula]"),
    Assertion(codes.LIST_IN_PREAMBLE, "akn:preamble", "not(.//akn:list)"),
    Assertion(codes.PREAMBLE_CONCEPT,
              "akn:akomaNtoso[.//@refersTo = '#preamble'][.//@eId = 'preamble']",
              ".//akn:TLCConcept[@eId = 'preamble'][@href = '/akn/ontology/concept/un/preamble']"),
    Assertion(codes.CONCLUSIONS_CONTAINER, "akn:conclusions", "akn:container"),
    Assertion(codes.NO_ADOPTION_DATE,
              "akn:statement[@name = 'resolution' or @name = 'decision']/akn:conclusions",
              ".//akn:docDate[@refersTo = '#adoptionDate'] "
              "or .//akn:date[@refersTo = '#adoptionDate'] "
              "or (not(.//akn:docDate or .//akn:date) "
              "and ../akn:preface//akn:*[@refersTo = '#adoptionDate'])"),
    Assertion(codes.NO_ADOPTION_EVENT,
              "akn:statement[@name = 'resolution' or @name = 'decision']/akn:conclusions",
              ".//akn:event"),
    Assertion(codes.UNTITLED_ANNEX, "akn:attachment",
              "akn:heading or akn:num or .//akn:docTitle or .//akn:docType "
              "or akn:documentRef/@showAs"),
    Assertion(codes.COLLECTION_NAME, "akn:documentCollection",
              "starts-with(@name, 'publication') or starts-with(@name, 'collection')"),
    Assertion(codes.NO_PUBLICATION, "akn:statement/akn:meta", "akn:publication"),
    Assertion(codes.ENTRY_WITHOUT_ID, f"akn:references/*[{_TLC}]", "@eId"),
    Assertion(codes.COUNT_VALUE, "akn:count", "not(translate(@value, '0123456789', ''))"),
    Assertion(codes.HTML_LIST, "akn:ul | akn:ol", "false()"),
    Assertion(codes.TEXT_OUTSIDE_PARAGRAPH, "akn:statement/akn:mainBody/akn:p",
              "not(normalize-space())"),
    Assertion(codes.UNNUMBERED_PARAGRAPH,
              "akn:statement/akn:mainBody/akn:paragraph[../akn:paragraph/akn:num]", "akn:num"),
    Assertion(codes.POINT_WITHOUT_NUMBER, "akn:point", "akn:num"),
    Assertion(codes.SUBHEADING_ALONE, "akn:subheading", "../akn:heading"),
    Assertion(codes.TRAILING_SLASH, "akn:FRBRuri | akn:FRBRthis",
              "substring(@value, string-length(@value)) != '/'"),
    Assertion(codes.IRI_DOMAIN, "akn:FRBRuri | akn:FRBRthis", "not(contains(@value, '://'))"),
    Assertion(codes.IRI_SPACE, "akn:FRBRuri | akn:FRBRthis | akn:references/*",
              "not(contains(concat(@value, @href), ' '))"),
    Assertion(codes.CHANGE_WITHOUT_EID, "akn:ins | akn:del", "@eId"),
    Assertion(codes.WID_REDUNDANT, "*[@wId and @eId]", "@wId != @eId"),
    Assertion(codes.EID_MISSING,
              "akn:paragraph | akn:point | akn:section | akn:list | akn:content | akn:container "
              "| akn:formula | akn:ref | akn:authorialNote | akn:attachment",
              "@eId"),
)  # fmt: skip


def generated() -> str:
    """Return the Schematron of the rules that XPath 1 can say."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!-- Generated by `an2un schema export` from the table of rules; do not edit. -->",
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">',
        "  <title>AKN4UN profile, the part that XPath 1.0 can say</title>",
        f'  <ns prefix="akn" uri="{AKN}"/>',
    ]
    for one in ASSERTIONS:
        role = one.code.severity.name.lower()
        lines += [
            f'  <pattern id="{one.code.id}">',
            f"    <rule context={quoteattr(one.context)}>",
            f'      <assert id="{one.code.id}-{one.code.name}" role="{role}"',
            f"        test={quoteattr(one.test)}>{one.code.id} {escape(one.code.summary)}</assert>",
            "    </rule>",
            "  </pattern>",
        ]
    return "\n".join([*lines, "</schema>", ""])


def broken(root: Element, path: Path) -> Iterator[Finding]:
    """Yield the assertions of a house's Schematron that a file breaks.

    Raises ReadError where the Schematron cannot be read or compiled.
    """
    rules = compiled(path)
    rules.validate(root.getroottree())
    report = cast("Any", rules.validation_report)
    yield from failures(root, report)


@lru_cache(maxsize=16)
def compiled(path: Path) -> Any:
    """Return a Schematron ready to run, compiled once per process; ReadError if it is none."""
    from importlib import import_module

    isoschematron: Any = import_module("lxml.isoschematron")

    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    try:
        return isoschematron.Schematron(etree.parse(str(path), parser), store_report=True)
    except (OSError, etree.LxmlError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ReadError(f"{path}: no usable Schematron: {reason}") from None


def failures(root: Element, report: Any) -> Iterator[Finding]:
    """Yield the failed assertions and the reports of an SVRL document."""
    for name in ("failed-assert", "successful-report"):
        for fault in report.iter(f"{{{_SVRL}}}{name}"):
            text = fault.find(f"{{{_SVRL}}}text")
            message = " ".join("".join(text.itertext()).split()) if text is not None else ""
            found = root.getroottree().xpath(fault.get("location") or "/*")
            element = found[0] if isinstance(found, list) and found else root
            if not isinstance(element, etree._Element):
                element = root
            yield Finding(element, message or f"{fault.get('test')} does not hold")
