"""Headings of the United Nations' files: paragraphs that look like one, gathered into levels."""

from __future__ import annotations

import re

from lxml import etree

from an2un.akn.names import NAMESPACE
from an2un.akn.reader import Element, local, words_of

_N = f"{{{NAMESPACE}}}"
_CLASS = re.compile(r"H\d|HC[hH]|CH\d|ZZAnx")  # styles of headings in the published files
_LONGEST = 250  # characters; the longest heading counted in the published files has 237
_SENTENCE_ENDS = (".", ";", ",", ":", "。", "；", "，", "：", "؛", "،")

_ROMAN = re.compile(r"([IVXL]{1,7})(?:\.|\s?[-–—]|)")
_LETTER = re.compile(r"([A-ZА-Я])(?:\.|)")
_CHINESE = re.compile(r"([一二三四五六七八九十]{1,3})(?:[、.．]|)")
_NAMED = re.compile(r"[^\W\d]{3,12} [0-9]{1,3}|第[一二三四五六七八九十\d]{1,4}条")
# Ranks of the kinds of levels: one of a lower rank encloses those of a higher one.
_RANKS = {"part": 0, "chapter": 1, "section": 2, "title": 3, "article": 4, "rule": 4, "division": 5}


def is_heading(element: Element) -> bool:
    """Say whether a paragraph of a published file is a heading."""
    if local(element) != "paragraph" or element.find(f"{_N}list") is not None:
        return False
    line = line_of(element)
    text = words_of(line).strip()
    if line is element or not text:
        return False
    num = element.find(f"{_N}num")
    if local(line) in ("heading", "subheading") or (num is None and is_enumerator(text)):
        return True
    if len(line) == 1 and local(line[0]) in ("heading", "subheading"):
        return not (line.text or "").strip() and not (line[0].tail or "").strip()
    if len(text) > _LONGEST:
        return False
    if _CLASS.match(element.get("class", "")):
        return not text.endswith(_SENTENCE_ENDS)
    if text.endswith(_SENTENCE_ENDS) or not _is_bold(line):
        return False
    return num is None or _kind(words_of(num).strip()) in ("section", "title")


_ENUMERATOR = re.compile(r"(?:[IVXL]{1,7}|[A-Z]|[一二三四五六七八九十]{1,3})[.、．]?")


def is_enumerator(text: str) -> bool:
    """Say whether a text is nothing but the number of a heading."""
    return _ENUMERATOR.fullmatch(text.strip()) is not None


def line_of(paragraph: Element) -> Element:
    """Return the element that holds the only line of a paragraph, itself if there are several."""
    lines = [child for child in paragraph.iterchildren("*") if local(child) != "num"]
    if len(lines) != 1:
        return paragraph
    only = lines[0]
    if local(only) == "content":
        return only[0] if len(only) == 1 else paragraph
    return only if local(only) in ("heading", "subheading") else paragraph


def _is_bold(line: Element) -> bool:
    """Say whether all words of a line are bold and none in italics."""
    if (line.text or "").strip() or not len(line):
        return False
    return all(
        local(child) == "span"
        and child.get("class", "").split() == ["bold"]
        and not (child.tail or "").strip()
        for child in line.iterchildren("*")
    )


def gather(body: Element) -> None:
    """Put what follows each heading into a level of the heading's rank, in place.

    A heading without a number that nothing follows stays a heading that groups nothing.
    """
    children = [*body.iterchildren("*")]
    if not any(map(is_heading, children)):
        return
    open_levels: list[tuple[int, Element]] = []
    index, letter = 0, ""
    while index < len(children):
        child = children[index]
        index += 1
        if not is_heading(child):
            if open_levels and local(child) not in ("num", "heading", "subheading"):
                open_levels[-1][1].append(child)
            continue
        level = _level(child)
        if level.find(f"{_N}heading") is None and index < len(children):
            following = children[index]
            if is_heading(following) and _level_kind(following) == "division":
                _set_heading(level, line_of(following))
                body.remove(following)
                index += 1
        letter = _letter_after(level, letter)
        rank = _RANKS[local(level)]
        while open_levels and open_levels[-1][0] >= rank:
            open_levels.pop()
        if open_levels:
            open_levels[-1][1].append(level)
            body.remove(child)
        else:
            body.replace(child, level)
        open_levels.append((rank, level))
    _ungrouped(body)


def _letter_after(level: Element, last: str) -> str:
    """Return the letter of a lettered level; `I.` after `H.` is a letter, no Roman number."""
    num = level.find(f"{_N}num")
    letter = (num.text or "").rstrip(".") if num is not None else ""
    if local(level) == "section" and last and letter == chr(ord(last) + 1):
        level.tag = f"{_N}title"
    return letter if local(level) == "title" else last


def _level(paragraph: Element) -> Element:
    """Return a new level with the number and heading of a heading paragraph."""
    marker, kind, line = _label(paragraph)
    level = etree.Element(f"{_N}{kind}")
    if marker:
        etree.SubElement(level, f"{_N}num").text = marker
    if words_of(line).strip():
        _set_heading(level, line)
    return level


def _set_heading(level: Element, line: Element) -> None:
    move_words(line, etree.SubElement(level, f"{_N}heading"))


def move_words(source: Element, target: Element) -> None:
    """Move all content of an element into another, empty one."""
    target.text = source.text
    target.extend([*source])
    source.text = None


def _level_kind(paragraph: Element) -> str:
    num = paragraph.find(f"{_N}num")
    text = words_of(line_of(paragraph)).strip()
    return _kind(num.text or "" if num is not None else text.split("\t")[0].strip())


def _label(paragraph: Element) -> tuple[str, str, Element]:
    """Return number, kind of level and the line of a heading paragraph, its number taken off."""
    line = line_of(paragraph)
    num = paragraph.find(f"{_N}num")
    if num is not None:
        marker = words_of(num).strip()
        return marker, _kind(marker), line
    text = words_of(line)
    before, tab, after = text.strip().partition("\t")
    if tab and after.strip() and _kind(before.strip()) != "division":
        holder = _holder(line, before.strip())
        if holder is not None:
            return before.strip(), _kind(before.strip()), line
    if not tab and _kind(before) != "division":
        empty = etree.Element(f"{_N}p")
        return before, _kind(before), empty
    return "", "division", line


def _holder(line: Element, marker: str) -> Element | None:
    """Take a marker and its tab off the first text of a line; return where it stood."""
    for holder in line.iter("*"):
        text = holder.text or ""
        if not text.strip():
            continue
        if not text.strip().startswith(marker):
            return None
        holder.text = text[text.index(marker) + len(marker) :].lstrip("\t ")
        return holder
    return None


def _kind(marker: str) -> str:
    if _ROMAN.fullmatch(marker) or _CHINESE.fullmatch(marker):
        return "section"
    if _LETTER.fullmatch(marker):
        return "title"
    return "article" if _NAMED.fullmatch(marker) else "division"


def _ungrouped(body: Element) -> None:
    """Make levels that hold nothing and have no number headings that group nothing."""
    for level in [*body.iter(f"{_N}division")]:
        if len(level) == 1 and local(level[0]) == "heading":
            block = etree.Element(f"{_N}crossHeading")
            move_words(level[0], block)
            parent = level.getparent()
            if parent is not None:
                parent.replace(level, block)
