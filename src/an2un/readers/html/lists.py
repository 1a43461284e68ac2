"""Lists of a page: the numbers that a browser prints before their items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from an2un.readers.counting import printed
from an2un.readers.html.sheets import Counter

_TYPES = {  # the attribute `type`, and list-style-type of CSS, to formats of numbers
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
}  # fmt: skip
_CSS = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_NUMERALS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"  # Chinese, one to ten
_NUMBER = rf"(?:\d{{1,3}}|[A-Za-z]|[ivxlcIVXLC]{{1,6}}|[\u0430-\u044f]|[{_NUMERALS}]{{1,3}})"
_TYPED = re.compile(
    rf"\s*(?:[(\uff08\[]\s?\w{{1,4}}\s?[)\uff09\]]|{_NUMBER}\s?[.)\uff09\u3001]"
    r"|[\u2022\u2013\u2014*-]\s|[\u2460-\u249b\u3220-\u3229])"
)
_MOST_DIGITS = 6


class Numbered(NamedTuple):
    """What stands before an item."""

    text: str

    def is_typed_in(self, words: str) -> bool:
        """Whether the item prints a number of its own, so that its list prints none."""
        return not self.text or _TYPED.match(words) is not None


def numbered(
    element: etree._Element, counter: Counter | None = None
) -> Iterator[tuple[etree._Element, Numbered]]:
    """Yield the children of a list, each item with what a browser prints before it.

    counter: how the style sheet counts its items, None where it does not
    """
    count = _whole(element.get("start"), 1)
    for child in element:
        if child.tag != "li":
            yield child, Numbered("")
            continue
        count = _whole(child.get("value"), count)
        if counter:
            number = printed(count, _TYPES.get(counter.style, "decimal"))
            yield child, Numbered(f"{counter.before}{number}{counter.behind}")
        else:
            yield child, Numbered(_label(element, child, count))
        count += 1


def _label(element: etree._Element, item: etree._Element, count: int) -> str:
    style = _style(item) or _style(element)
    if style == "none":
        return ""
    if element.tag != "ol":
        return "\u2022"
    kind = style or item.get("type") or element.get("type") or "1"
    return printed(count, _TYPES.get(kind, "decimal")) + "."


def _style(element: etree._Element) -> str:
    match = _CSS.search(element.get("style") or "")
    return match.group(1) if match else ""


def _whole(said: str | None, otherwise: int) -> int:
    digits = (said or "").strip()
    fits = digits.removeprefix("-").isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if fits else otherwise
