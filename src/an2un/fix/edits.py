"""Changes of the text of a file: where a start tag stands, what takes its place."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from an2un.check.elements import Element, local


class Edit(NamedTuple):
    """What takes the place of a stretch of the text, by its offsets, and what to say of it."""

    start: int
    end: int
    text: str
    what: str


# Where the start tag of each element begins and ends.
Tags = dict[Element, tuple[int, int]]


def applied(text: str, edits: list[Edit]) -> str:
    """Make the edits from the start to the end; what lies inside an earlier one is left out."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            continue
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def with_attribute(tag: str, name: str, value: str) -> str:
    """Return a start tag with an attribute set, in its place if it was there."""
    pattern = re.compile(rf"(\s{re.escape(name)}\s*=\s*)(\"[^\"]*\"|'[^']*')")
    quoted = quoteattr(value)
    if pattern.search(tag):
        return pattern.sub(lambda match: match[1] + quoted, tag, count=1)
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f"{tag[:end].rstrip()} {name}={quoted}{tag[end:]}"


def indent(text: str, at: int) -> str:
    """Return the blanks before an offset in its line, "" where something else stands there."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line if not line.strip() else ""


def line_end(text: str) -> str:
    """Return how the lines of a file end."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def end_of(element: Element, text: str, tags: Tags) -> int:
    """Return where the end tag of an element begins: the last before whatever follows it."""
    following = element.getnext()
    above = element.getparent()
    limit = len(text)
    while following is None and above is not None:
        following, above = above.getnext(), above.getparent()
    while following is not None and following not in tags:
        following = following.getnext()
    if following is not None:
        limit = tags[following][0]
    return text.rfind(f"</{prefix(element)}{local(element)}", 0, limit)


def prefix(element: Element) -> str:
    """Return the prefix of an element's name with its colon, "" where it has none."""
    return f"{element.prefix}:" if element.prefix else ""


def taken_out(element: Element, text: str, tags: Tags, what: str) -> Edit:
    """Return the edit that takes an element out, with its line where it stands alone there."""
    ending = line_end(text)
    start, end = tags[element]
    if not text[start:end].endswith("/>"):
        end = text.find(">", end_of(element, text, tags)) + 1
    begin = text.rfind("\n", 0, start) + 1
    if text[begin:start].strip() == "" and text.startswith(ending, end):
        start, end = begin, end + len(ending)
    return Edit(start, end, "", what)
