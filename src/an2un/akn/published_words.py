"""Running text of the United Nations' files: whole words in italics, whole citations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from an2un import tree
from an2un.record import replace
from an2un.walk import normal_inlines, plain_text

# ------------------------------------------------------------------------------------------- words


def whole_words(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """Return running text in which emphasis begins and ends between words, not inside them."""
    if len(inlines) < 2 or not any(isinstance(child, tree.Emphasis) for child in inlines):
        return inlines
    result: list[tree.Inline] = []
    for child in (part for whole in inlines for part in _tight(whole)):
        last = result[-1] if result else None
        if isinstance(child, tree.Emphasis) and isinstance(last, tree.Text):
            start = _word_start(last.text, plain_text(child.children))
            if start < len(last.text):
                result[-1] = tree.Text(last.text[:start])
                head = tree.Text(last.text[start:])
                result.append(replace(child, children=(head, *child.children)))
                continue
        if isinstance(child, tree.Text) and isinstance(last, tree.Emphasis):
            end = _word_end(plain_text(last.children), child.text)
            if end:
                tail = tree.Text(child.text[:end])
                result[-1] = replace(last, children=(*last.children, tail))
                result.append(tree.Text(child.text[end:]))
                continue
        result.append(child)
    return tuple(_joined(result))


def _word_start(before: str, emphasised: str) -> int:
    """Return where the word begins in `before` that goes on in the emphasised words."""
    if not (before[-1:].isalpha() and emphasised[:1].isalpha()):
        return len(before)
    start = len(before)
    while start and before[start - 1].isalpha():
        start -= 1
    return start if _has_words(before) else len(before)


def _word_end(emphasised: str, after: str) -> int:
    """Return where the word ends in `after` that began in the emphasised words."""
    if not (emphasised[-1:].isalpha() and after[:1].isalpha()) or not _has_words(after):
        return 0
    end = 0
    while end < len(after) and after[end].isalpha():
        end += 1
    return end


def _has_words(text: str) -> bool:
    """Say whether a text is of a script that separates words by blanks."""
    return all(char < "\u2e80" for char in text[:2] + text[-2:])


def _joined(inlines: Iterable[tree.Inline]) -> list[tree.Inline]:
    """Join emphasis of one kind that only a blank, or nothing, separates."""
    result: list[tree.Inline] = []
    for child in inlines:
        if isinstance(child, tree.Emphasis):
            while result and isinstance(result[-1], tree.Text) and not result[-1].text:
                result.pop()
            blank = result[-1] if result else None
            if isinstance(blank, tree.Text) and not blank.text.strip(" ") and len(result) > 1:
                before = result[-2]
                if isinstance(before, tree.Emphasis) and before.kind == child.kind:
                    result[-2:] = [
                        replace(before, children=(*before.children, blank, *child.children))
                    ]
                    continue
            if isinstance(blank, tree.Emphasis) and blank.kind == child.kind:
                result[-1] = replace(blank, children=(*blank.children, *child.children))
                continue
        result.append(child)
    return result


def plain_heading(line: tree.Paragraph | None) -> tree.Paragraph | None:
    """Return a heading without typography where all of it is set apart."""
    if line is None or not line.children:
        return line
    set_apart = all(isinstance(child, tree.Emphasis | tree.Footnote) for child in line.children)
    return tree.Paragraph(unset(line.children)) if set_apart else line


def unset(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """Return running text without emphasis."""
    result: list[tree.Inline] = []
    for child in inlines:
        result.extend(unset(child.children) if isinstance(child, tree.Emphasis) else (child,))
    return tuple(result)


# ------------------------------------------------------------------------------------------- links


def whole_references(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """Return running text in which a citation cut in pieces is one, tight around its words."""
    if not any(isinstance(child, tree.Reference) for child in inlines):
        return inlines
    result: list[tree.Inline] = []
    for child in inlines:
        last = result[-1] if result else None
        if (
            isinstance(child, tree.Reference)
            and isinstance(last, tree.Reference)
            and last.target == child.target
        ):
            result[-1] = replace(last, children=(*last.children, *child.children))
        else:
            result.append(child)
    return tuple(part for child in result for part in _tight(child))


def _tight(child: tree.Inline) -> tuple[tree.Inline, ...]:
    """Return a reference or emphasis with the blanks at its ends outside of it.

    One of signs alone, which a citation cut in pieces leaves behind, becomes plain text.
    """
    if not isinstance(child, tree.Reference | tree.Emphasis):
        return (child,)
    words = plain_text(child.children)
    if not any(char.isalnum() for char in words):
        return child.children
    before = (tree.Text(" "),) if words.startswith(" ") else ()
    after = (tree.Text(" "),) if words.endswith(" ") else ()
    return (*before, replace(child, children=normal_inlines(child.children)), *after)


_RESOLVER = re.compile(r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:[a-z]{2}/)?")


def citation(href: str, children: tuple[tree.Inline, ...]) -> tree.Reference | None:
    """Return the reference that an address of the document service stands for."""
    match = _RESOLVER.match(href)
    symbol = href[match.end() :].strip("/ ") if match else ""
    return tree.Reference(symbol, children) if symbol else None
