"""What libxml2 says of a file that is not well-formed, in plainer words, and how to mend it."""

from __future__ import annotations

import re
from typing import NamedTuple

MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")


class Plain(NamedTuple):
    """A sentence of libxml2's in plainer words, and how to mend the fault."""

    message: str
    hint: str = "mend the tag or the character at this place; nothing after it was read"


_CONTROL = "take the control characters out; XML cannot hold them"
# By the sentences of libxml2 (parser.c, tree.c), what is said for each; {0} is its first group, a
# number as one.
_SENTENCES: dict[re.Pattern[str], Plain] = {
    MISMATCH: Plain("<{0}> of line {1} is not closed before </{2}>"),
    re.compile(r".*invalid (?:xmlChar|Char) value (\d{1,7})"): Plain(
        "the control character U+{0:04X} stands in the text", _CONTROL
    ),
    re.compile(r"(?i)invalid character"): Plain(
        "a control character stands in the value of an attribute or the like", _CONTROL
    ),
    re.compile(r"Start tag expected"): Plain(
        "the file does not begin with a tag: it is no XML",
        "validate the XML; a raw text becomes XML by an2un convert",
    ),
    re.compile(r"Document is empty"): Plain("the file is empty or does not begin with a tag"),
    re.compile(r"Premature end of data"): Plain("the file ends before its elements are closed"),
    re.compile(r"Extra content at the end"): Plain(
        "something stands behind the end of the document",
        "leave it out, or put it into the root element: there is but one",
    ),
    re.compile(r"XML declaration allowed only"): Plain(
        "an XML declaration stands inside the file; it may only begin it",
        "leave it out; of two files in one, write each by itself",
    ),
    re.compile(r"Entity '([^']*)' not defined"): Plain(
        "the entity &{0}; is not defined",
        "write the character itself, or its number, as in &#160;",
    ),
    re.compile(r"xmlParseEntityRef: no name|EntityRef: expecting"): Plain(
        "an & stands in the text by itself", "write &amp;"
    ),
    re.compile(r"StartTag: invalid element name"): Plain(
        "no name of an element follows <", "write &lt; for the sign itself"
    ),
    re.compile(r"Unescaped '<' not allowed"): Plain(
        "a < stands in the value of an attribute",
        "close the value with its quotation mark, or write &lt; for the sign itself",
    ),
    re.compile(r"AttValue: \" or '"): Plain(
        "the value of an attribute has no quotation marks", "put it in them"
    ),
    re.compile(r"AttValue: ' expected"): Plain("the file ends within the value of an attribute"),
    re.compile(r"Couldn't find end of Start Tag (\S+)"): Plain("the tag <{0} is not closed by >"),
    re.compile(r"Specification mandates value for attribute (\S+)"): Plain(
        "the attribute {0} has no value", "give it one, or leave it out"
    ),
    re.compile(r"Attribute (\S+) redefined"): Plain(
        "the attribute {0} stands twice in one tag", "keep one of them"
    ),
}


def plainer(message: str) -> Plain:
    """Return libxml2's sentence in words of the document where there are better ones."""
    for sentence, plain in _SENTENCES.items():
        found = sentence.match(message)
        if found:
            groups = (int(group) if group.isdecimal() else group for group in found.groups())
            return plain._replace(message=plain.message.format(*groups))
    return Plain(message[:1].lower() + message[1:] if message[1:2].islower() else message)
