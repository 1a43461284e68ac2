"""XML bytes to an lxml tree, with nothing let in that a document does not need."""

from __future__ import annotations

from typing import Any

from lxml import etree

from an2un.source import ReadError


def parse(xml: bytes, *, huge: bool = False) -> etree._Element:
    """Return the root element of an XML file.

    No network, no entities beyond XML's own five, no DOCTYPE; `huge` lifts libxml2's limits on
    depth and size of a text. Raises ReadError, with line and reason, for what is not well-formed
    or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=huge, remove_comments=True, remove_pis=True, remove_blank_text=False,
    )  # fmt: skip
    _refuse_doctype(xml)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"not well-formed XML: {error.msg}") from None
    except ValueError as error:
        raise ReadError(f"not XML: {error}") from None
    if root is None:
        raise ReadError("not well-formed XML: no element")
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise ReadError("the file declares a document type (DOCTYPE), which is not accepted")
    return root


def _refuse_doctype(xml: bytes) -> None:
    """Refuse a declared document type before its entities are read.

    Only the prolog can hold one: what stands before the first start tag.
    """
    at = 0
    while True:
        at = xml.find(b"<", at)
        if at < 0:
            return
        if xml.startswith(b"<?", at):
            at = xml.find(b"?>", at)
        elif xml.startswith(b"<!--", at):
            at = xml.find(b"-->", at)
        elif xml[at : at + 9].upper() == b"<!DOCTYPE":
            raise ReadError("the file declares a document type (DOCTYPE), which is not accepted")
        else:
            return
        if at < 0:
            return
