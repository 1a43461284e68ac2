"""The United Nations' own files brought into the forms that the reader knows.

Their habits are counted in the published files: headings as paragraphs of a heading class, numbers
left in the text before a tab, sections that end before their paragraphs, draft resolutions as
components beside the text that recommends them, the label of an annex as its first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from an2un.akn.names import NAMESPACE
from an2un.akn.published_headings import gather, is_enumerator, is_heading, line_of, move_words
from an2un.akn.reader import Element, local, words_of

_N = f"{{{NAMESPACE}}}"
_LEVELS = ("section", "part", "title", "chapter", "division")
# A number before a tab: (a), a), ii), 1., 1 -, ‘1’, ㈠, 一.
_NUMBER = re.compile(
    r"\s*([(（]?\w{1,7}[)）]|(?:\d{1,3}|[a-zA-Z]|[ivx]{1,6}|[一二三四五六七八九十]{1,3})[.．、]"
    r"|\d{1,3} ?[-–—]|[‘’'`]\d{1,2}[‘’']|[㈠-㈩①-⑳])\s*\t\s*"
)


def mend(root: Element) -> None:
    """Rewrite the elements of a published file, in place; no word is lost or moved out of order."""
    for document in [*root.iter(f"{_N}statement", f"{_N}doc")]:
        if local(document) == "statement":
            _embed_components(document)
            _raise_conclusions(document)
            _raise_title(document)
        for body in document.iterchildren(f"{_N}mainBody"):
            for level in [*body.iter(*(f"{_N}{name}" for name in _LEVELS))]:
                _number_level(level)
                _part_lower_headings(level)
            _complete_sections(body)
            _part_headings(body)
            _number_paragraphs(body)
            if local(document) == "doc":
                _label_annex(document, body)
            gather(body)
            for level in [*body.iter(*(f"{_N}{name}" for name in _LEVELS))]:
                gather(level)


def new(parent: Element, tag: str, words: Element | None = None) -> Element:
    """Append a new element to a parent, holding the content of another, and return it."""
    element = etree.SubElement(parent, f"{_N}{tag}")
    if words is not None:
        move_words(words, element)
    return element


# ------------------------------------------------------------------------- statements in statements


def _embed_components(statement: Element) -> None:
    """Put a draft resolution that stands in `components` into the text that recommends it."""
    components = statement.find(f"{_N}components")
    body = statement.find(f"{_N}mainBody")
    if components is None or body is None:
        return
    for inner in [*components.iter(f"{_N}statement")]:
        for part in [*inner.iterchildren(f"{_N}conclusions", f"{_N}attachments")]:
            components.addprevious(part)  # they belong to the resolution as a whole
        last = body[-1] if len(body) else new(body, "paragraph")
        content = last.find(f"{_N}content")
        holder = new(last, "content") if content is None else content
        embedded = new(new(holder, "p"), "embeddedStructure")
        for part in inner.iterchildren("*"):
            if local(part) in ("coverPage", "preface"):
                for line in part.iter(f"{_N}p"):
                    new(embedded, "block", line).set("name", "heading")
            elif local(part) != "meta":
                embedded.extend([*part])
    statement.remove(components)


def _raise_conclusions(statement: Element) -> None:
    """Move closing lines that stand behind an annex to the resolution that they close."""
    for conclusions in [*statement.iter(f"{_N}conclusions")]:
        if conclusions.find(f".//{_N}docDate") is not None:
            statement.append(conclusions)


def _raise_title(statement: Element) -> None:
    """Move a title that opens the body, as in presidential statements, to the preface."""
    body, preface = statement.find(f"{_N}mainBody"), statement.find(f"{_N}preface")
    first = body[0] if body is not None and len(body) else None
    if first is not None and preface is not None and first.find(f"{_N}docTitle") is not None:
        preface.append(first)


# ------------------------------------------------------------------------------------------ levels


def _number_level(level: Element) -> None:
    """Give a level the number that stands in a paragraph or heading of its own at its start."""
    if level.find(f"{_N}num") is not None:
        return
    for child in level.iterchildren("*"):
        if local(child) not in ("p", "subheading", "heading") or not is_enumerator(words_of(child)):
            return
        child.tag = f"{_N}num"
        return


def _part_lower_headings(level: Element) -> None:
    """Make the second and later headings of a level paragraphs, to be gathered as lower levels."""
    headings = [*level.iterchildren(f"{_N}heading", f"{_N}subheading")]
    for heading in headings[1:]:
        line = etree.Element(f"{_N}paragraph")
        heading.addprevious(line)
        line.append(heading)


def _complete_sections(body: Element) -> None:
    """Take into a section without paragraphs those that follow it up to the next level."""
    for level in [*body.iterchildren(*(f"{_N}{name}" for name in _LEVELS))]:
        if level.find(f"{_N}paragraph") is not None:
            continue
        for follower in [*level.itersiblings("*")]:
            if local(follower) in _LEVELS:
                break
            level.append(follower)


# -------------------------------------------------------------------------------------- paragraphs


def _part_headings(body: Element) -> None:
    """Put a heading that is printed above a numbered paragraph before it, out of it."""
    for paragraph in [*body.iter(f"{_N}paragraph")]:
        if paragraph.find(f"{_N}content") is None and paragraph.find(f"{_N}list") is None:
            continue
        for heading in [*paragraph.iterchildren(f"{_N}heading", f"{_N}subheading")]:
            line = etree.Element(f"{_N}paragraph")
            paragraph.addprevious(line)
            line.append(heading)


def _number_paragraphs(body: Element) -> None:
    """Split numbers that were left in the text off it."""
    for paragraph in [*body.iter(f"{_N}paragraph", f"{_N}point")]:
        content = paragraph.find(f"{_N}content")
        first = content[0] if content is not None and len(content) else None
        if content is None or first is None or local(first) != "p":
            continue
        number = _split_off(first)
        if not number:
            continue
        if paragraph.find(f"{_N}num") is None:
            num = etree.Element(f"{_N}num")
            num.text = number
            content.addprevious(num)
        else:  # "1." and then "(a)": the first point follows the number at once
            points = new(paragraph, "list")
            point = new(points, "point")
            new(point, "num").text = number
            point.append(content)


def _split_off(line: Element) -> str:
    """Take the number before a tab off the start of a paragraph and return it."""
    for holder in _first_holders(line):
        match = _NUMBER.match(holder.text or "")
        if match:
            holder.text = (holder.text or "")[match.end() :]
            return match[1]
        if (holder.text or "").strip():
            return ""
    return ""


def _first_holders(line: Element) -> Iterator[Element]:
    """Yield a paragraph and the spans that begin it, from the outside in."""
    yield line
    while len(line) and local(line[0]) == "span" and not (line.text or "").strip():
        line = line[0]
        yield line


# ----------------------------------------------------------------------------------------- annexes


def _label_annex(document: Element, body: Element) -> None:
    """Move the label of an annex and its title from the body to a preface."""
    if document.find(f"{_N}preface") is not None or not len(body) or not is_heading(body[0]):
        return
    preface = etree.Element(f"{_N}preface")
    body.addprevious(preface)
    label = body[0]
    new(new(preface, "p"), "docType", line_of(label))
    body.remove(label)
    if len(body) and is_heading(body[0]) and not is_enumerator(words_of(body[0])):
        title = body[0]
        if title.find(f"{_N}num") is None and "\t" not in words_of(title).strip():
            new(new(preface, "p"), "docTitle", line_of(title))
            body.remove(title)
