"""What libxml2 says of a file that is not well-formed, in plainer words, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")

_MEND = "mend the tag or the character at this place; nothing after it was read"


class Plain(NamedTuple):
    """A sentence of libxml2's in plainer words, and how to mend the fault."""

    message: str
    hint: str = _MEND


# By the sentences of libxml2 (parser.c, tree.c), each with the groups that the words take up.
_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Plain]], ...] = (
    (
        MISMATCH,
        lambda found: Plain(f"<{found[1]}> of line {found[2]} is not closed before </{found[3]}>"),
    ),
    (
        re.compile(r".*invalid (?:xmlChar|Char) value (\d{1,7})"),
        lambda found: Plain(
            f"the control character U+{int(found[1]):04X} stands in the text",
            "take the control characters out; XML cannot hold them",
        ),
    ),
    (
        re.compile(r"(?i)invalid character"),
        lambda _: Plain(
            "a control character stands in the value of an attribute or the like",
            "take the control characters out; XML cannot hold them",
        ),
    ),
    (
        re.compile(r"Start tag expected"),
        lambda _: Plain(
            "the file does not begin with a tag: it is no XML",
            "validate the XML; a raw text becomes XML by an2un convert",
        ),
    ),
    (
        re.compile(r"Document is empty"),
        lambda _: Plain("the file is empty or does not begin with a tag"),
    ),
    (
        re.compile(r"Premature end of data"),
        lambda _: Plain("the file ends before its elements are closed"),
    ),
    (
        re.compile(r"Extra content at the end"),
        lambda _: Plain(
            "something stands behind the end of the document",
            "leave it out, or put it into the root element: there is but one",
        ),
    ),
    (
        re.compile(r"XML declaration allowed only"),
        lambda _: Plain(
            "an XML declaration stands inside the file; it may only begin it",
            "leave it out; of two files in one, write each by itself",
        ),
    ),
    (
        re.compile(r"Entity '([^']*)' not defined"),
        lambda found: Plain(
            f"the entity &{found[1]}; is not defined",
            "write the character itself, or its number, as in &#160;",
        ),
    ),
    (
        re.compile(r"xmlParseEntityRef: no name|EntityRef: expecting"),
        lambda _: Plain("an & stands in the text by itself", "write &amp;"),
    ),
    (
        re.compile(r"StartTag: invalid element name"),
        lambda _: Plain("no name of an element follows <", "write &lt; for the sign itself"),
    ),
    (
        re.compile(r"Unescaped '<' not allowed"),
        lambda _: Plain(
            "a < stands in the value of an attribute",
            "close the value with its quotation mark, or write &lt; for the sign itself",
        ),
    ),
    (
        re.compile(r"AttValue: \" or '"),
        lambda _: Plain("the value of an attribute has no quotation marks", "put it in them"),
    ),
    (
        re.compile(r"AttValue: ' expected"),
        lambda _: Plain("the file ends within the value of an attribute"),
    ),
    (
        re.compile(r"Couldn't find end of Start Tag (\S+)"),
        lambda found: Plain(f"the tag <{found[1]} is not closed by >"),
    ),
    (
        re.compile(r"Specification mandates value for attribute (\S+)"),
        lambda found: Plain(
            f"the attribute {found[1]} has no value", "give it one, or leave it out"
        ),
    ),
    (
        re.compile(r"Attribute (\S+) redefined"),
        lambda found: Plain(
            f"the attribute {found[1]} stands twice in one tag", "keep one of them"
        ),
    ),
)


def plainer(message: str) -> Plain:
    """Return libxml2's sentence in words of the document where there are better ones."""
    for sentence, told in _SENTENCES:
        found = sentence.match(message)
        if found:
            return told(found)
    return Plain(message[:1].lower() + message[1:] if message[1:2].islower() else message)
