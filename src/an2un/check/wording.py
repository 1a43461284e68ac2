"""The schema's verdict in the document's terms: what libxml2 says, said so that one can mend it."""

from __future__ import annotations

import re
from typing import NamedTuple

from an2un import codes
from an2un.check.elements import AKN, Element, local
from an2un.check.rule import quoted
from an2un.diagnostics import Code

_NAMESPACE = re.compile(r"\{[^{}]*\}")
_EXPECTED = re.compile(r"Expected is (?:one of )?\(([^()]*)\)")
_ATTRIBUTE = re.compile(r"attribute '(?:\{[^{}]*\})?([^']*)'")
_ATTRIBUTE_NAMED = re.compile(r"The attribute '(?:\{[^{}]*\})?([^']*)'")
_SET = re.compile(r"is not an element of the set \{(.*)\}\.?$", re.DOTALL)
_TYPE = re.compile(
    r"valid value of the (?:local )?(?:atomic|union|list) type(?: '(?:\{[^{}]*\})?([^']*)')?"
)
_KEY = re.compile(r"Duplicate key-sequence \['(.*)'\] in unique")
_SHOWN = 8  # expected elements named in a message; the whole list is in `raw`

# By the name of the error type in libxml2 (xmlerror.h, XML_SCHEMAV_…).
_CODES: dict[str, Code] = {
    "SCHEMAV_CVC_ELT_1": codes.NOT_AKOMA_NTOSO,
    "SCHEMAV_ELEMENT_CONTENT": codes.NOT_ALLOWED_HERE,
    "SCHEMAV_CVC_COMPLEX_TYPE_2_1": codes.STRAY_TEXT,
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": codes.STRAY_TEXT,
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": codes.ATTRIBUTE_UNKNOWN,
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2": codes.ATTRIBUTE_UNKNOWN,
    "SCHEMAV_CVC_COMPLEX_TYPE_4": codes.ATTRIBUTE_MISSING,
    "SCHEMAV_CVC_IDC": codes.EID_DUPLICATE,
}

_HEADED = (
    "end the p before it; headings stand in section or division, or as crossHeading between units"
)

# (element, parent or attribute) -> the valid form. They are the patterns that the guidelines print
# and the schema refuses, and the faults that occur in published files; "" stands for any parent.
_HINTS: dict[tuple[str, str], str] = {
    ("formula", "container"): "let formula and container follow each other in preamble",
    ("recitals", "container"): "let recitals and container follow each other in preamble",
    ("p", "listIntroduction"): "listIntroduction holds text and inline elements, no p",
    ("conclusions", "mainBody"): "put conclusions after mainBody",
    ("preamble", "statement"): "a statement has one preamble, and one mainBody after it",
    ("mainBody", "statement"): "a statement has one mainBody, after preamble",
    ("crossHeading", "mainBody"): 'write <block name="heading">, or put it into a section',
    ("formula", "mainBody"): 'write <block name="preamble" refersTo="#preamble">',
    ("embeddedStructure", "content"): "put embeddedStructure into a p",
    ("list", "content"): "put list beside num in the paragraph, with its own intro",
    ("div", "content"): "write p, table or blockList",
    ("documentRef", "component"): "write one component for each document",
    ("interstitial", "collectionBody"): "put interstitial into a component",
    ("heading", "collectionBody"): "put heading into a component",
    ("cover", "statement"): "write coverPage",
    ("meta", "attachment"): "put meta into the document inside the attachment",
    ("preface", "attachment"): "put preface into the document inside the attachment",
    ("popup", "p"): "write subFlow, or a table in content",
    ("formula", "signature"): "write the words without formula",
    ("quotedStructure", ""): "quotedStructure stands in mod only",
    ("subheading", "paragraph"): "num, heading and subheading come first, then content or list",
    ("subheading", "p"): _HEADED,
    ("heading", "p"): _HEADED,
    ("heading", "paragraph"): "num and heading come first, then content or list",
    ("analysis", "meta"): "analysis comes before references",
    ("ref", "documentRef"): "write href",
    ("src", "documentRef"): "write href",
    ("source", "publication"): "publication has no source",
    ("value", "inline"): "leave it out, or write date",
    ("name", "event"): "write refersTo",
    ("type", "event"): "types belong to eventRef",
    ("breakat", "eol"): "write breakAt",
    ("href", "rref"): "write from and upTo",
    ("id", ""): "write eId",
    ("eid", ""): "write eId",
    ("by", "step"): "name who took the step: # and the eId of an entry; leave an empty step out",
    ("date", "step"): "give the date of the step; leave an empty step out",
    ("date", ""): "give the day, as in 2023-02-24",
    ("showAs", "keyword"): "add the keyword as it is printed",
    ("name", "FRBRdate"): 'say what the date is of: name="adoption"',
    ("name", "FRBRalias"): 'add name="alias" or what kind of name it is',
    ("name", "container"): "name the container by what it holds",
    ("refersTo", ""): "point at an entry of the references",
    ("placement", "authorialNote"): 'write placement="bottom"',
}


class Said(NamedTuple):
    """A finding of the schema in the document's terms."""

    code: Code
    message: str
    hint: str


def said(kind: str, raw: str, element: Element | None) -> Said:
    """Return what an entry of libxml2's log says.

    kind     name of libxml2's error type
    raw      its message
    element  the element that it is about, None where libxml2 does not say
    """
    code = _CODES.get(kind, codes.BAD_VALUE)
    name = local(element) if element is not None else "the element"
    if code is codes.NOT_AKOMA_NTOSO:
        return _root(element)
    if code is codes.NOT_ALLOWED_HERE:
        return _content(raw, name, element)
    if code is codes.ATTRIBUTE_MISSING or code is codes.ATTRIBUTE_UNKNOWN:
        return _attribute(code, raw, name)
    if code is codes.STRAY_TEXT:
        return Said(code, f"{name} holds text of its own{_own(element)}; it holds elements only",
                    "put the text into a p")  # fmt: skip
    if code is codes.EID_DUPLICATE:
        key = _KEY.search(raw)
        what = "GUID" if "GUID" in raw else "eId"
        return Said(code, f"the {what} {quoted(key[1] if key else '')} is used twice",
                    "give each element its own, or leave one out")  # fmt: skip
    return _value(raw, name)


def _root(element: Element | None) -> Said:
    tag = element.tag if element is not None else ""
    space, _, name = tag.removeprefix("{").rpartition("}")
    if "legaldocml" in space or "akomantoso" in space.lower():
        message = f"the file is in the namespace {quoted(space, 90)}, another Akoma Ntoso"
    elif not space:
        message = f"the root element {name} is in no namespace; expected akomaNtoso of Akoma Ntoso"
    else:
        message = f"the root element is {name} of {quoted(space, 90)}, not akomaNtoso"
    return Said(codes.NOT_AKOMA_NTOSO, message, f'write <akomaNtoso xmlns="{AKN}">')


def _content(raw: str, name: str, element: Element | None) -> Said:
    expected = _expected(raw)
    if "Missing child element" in raw:
        return Said(codes.INCOMPLETE, f"{name} is not complete{_after(element)}{expected}",
                    "add what is missing")  # fmt: skip
    above = element.getparent() if element is not None else None
    where = local(above) if above is not None else ""
    before = element.getprevious() if element is not None else None
    after = f" after {local(before)}" if before is not None and isinstance(before.tag, str) else ""
    hint = _HINTS.get((name, where)) or _HINTS.get((name, "")) or ""
    return Said(codes.NOT_ALLOWED_HERE,
                f"{name} may not stand in {where or 'this place'}{after}{expected}",
                hint or "move it, or write an element that may stand here")  # fmt: skip


def _after(element: Element | None) -> str:
    """Say what the children of an incomplete element end with."""
    last = element[-1] if element is not None and len(element) else None
    return f": it ends with {local(last)}" if last is not None and isinstance(last.tag, str) else ""


def _expected(raw: str) -> str:
    """Return what libxml2 expected, cut short: "; expected num, heading, …"."""
    found = _EXPECTED.search(_NAMESPACE.sub("", raw))
    if found is None:
        return ""
    names = [name.strip() for name in found[1].split(",") if not name.strip().startswith("##")]
    more = ", …" if len(names) > _SHOWN else ""
    return f"; expected {', '.join(names[:_SHOWN])}{more}" if names else ""


def _own(element: Element | None) -> str:
    """Return the stray text of an element for a message."""
    if element is None:
        return ""
    pieces = [element.text, *(node.tail for node in element)]
    text = next((piece for piece in pieces if piece and piece.strip()), "")
    return f", {quoted(text)}" if text else ""


def _attribute(code: Code, raw: str, name: str) -> Said:
    found = _ATTRIBUTE_NAMED.search(raw) or _ATTRIBUTE.search(raw)
    attribute = found[1] if found else "?"
    known = _HINTS.get((attribute, name)) or _HINTS.get((attribute, ""))
    if code is codes.ATTRIBUTE_MISSING:
        return Said(code, f"{name} has no attribute {attribute}, which it needs",
                    known or f"add {attribute}")  # fmt: skip
    return Said(code, f"{name} may not have the attribute {attribute}",
                known or f"leave {attribute} out")  # fmt: skip


def _value(raw: str, name: str) -> Said:
    found = _ATTRIBUTE.search(raw.partition(":")[0]) or _ATTRIBUTE.search(raw)
    attribute = found[1] if found else ""
    what = f"{attribute} of {name}" if attribute else name
    allowed = _SET.search(raw)
    value = re.search(r"(?:The value |: )'(.*?)'", raw, re.DOTALL)
    shown = quoted(value[1]) if value else "a value"
    if allowed:
        values = allowed[1].replace("'", "")
        return Said(codes.BAD_VALUE, f"{what} is {shown}; expected one of {values}",
                    _HINTS.get((attribute, name)) or "write one of those expected")  # fmt: skip
    kind = _TYPE.search(raw)
    type_name = (kind[1] or "") if kind else ("noWhiteSpace" if "facet 'pattern'" in raw else "")
    hint = _TYPE_HINTS.get(type_name) or _TYPE_HINTS.get(attribute, "")
    expected = f"; expected {hint}" if hint else (f"; expected {type_name}" if type_name else "")
    return Said(codes.BAD_VALUE, f"{what} is {shown}{expected}", hint and f"write {hint}")


_TYPE_HINTS = {
    "date": "a date as 2023-02-24", "dateTime": "a time as 2023-02-24T10:00:00",
    "noWhiteSpace": "a value without blanks", "eIdRef": "# and an eId without blanks",
    "language": "a language code as en", "anyURI": "an address", "integer": "a whole number",
}  # fmt: skip
