"""The elements of a page: which is the document, which lead elsewhere, which are not shown."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from an2un.source import Place, ReadError

_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar",
     "toolbar", "dialog", "alertdialog", "tablist")
)  # fmt: skip
CHROME = frozenset(
    ("nav", "header", "footer", "aside", "form", "menu", "dialog", "button", "select", "fieldset")
)
"""Elements that lead to other pages, or ask for something."""

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|masthead-?nav|cookies?"
    r"|social|share|sharing|skip(?:-?link)?|toolbar|pagination|pager|search|login|advert)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Classes of what is none of the document wherever it stands: left out in print, said to those who
# cannot see, links by which wikis edit a part or lead from a note to its calls.
_APART = re.compile(
    r"(?:^|\s)(?:no-?print|d-print-none|hidden-print|sr-only|visually-hidden|screen-reader-text"
    r"|mw-editsection|mw-cite-backlink)(?:$|\s)"
)
_MAIN = ("main", "article")
_LEAST_OF_PAGE = 0.4  # share of a page's text from which on a part of it is the document
SILENT = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "embed",
     "video", "audio", "canvas", "map", "textarea", "input", "img", "link", "meta", "title")
)  # fmt: skip
"""Elements that show no text of the document."""


def parsed(text: str, name: str) -> etree._Element:
    """Return the root element of a page; nothing is fetched, and damage is mended as browsers do.

    Raises ReadError where no element is found.
    """
    root: etree._Element | None
    parser: Any = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"{name}: not a page of the web: {error}") from error
    if root is None:
        raise ReadError(f"{name}: the page is empty")
    if any("depth" in entry.message for entry in parser.error_log):
        raise ReadError(f"{name}: elements are nested too deeply")  # the rest was not read
    return root


def document_in(root: etree._Element) -> etree._Element | None:
    """Return the element that is the document; None where the page does not say.

    That is the one main part or article with the most text, if it has a good part of the page's.
    """
    parts = list(root.iter(*_MAIN))
    parts += [e for e in root.iter("div") if e.get("role") == "main" or e.get("id") == "main"]
    sizes = [(_length(element), -at, element) for at, element in enumerate(parts[:_MOST_PARTS])]
    if not sizes:
        return None
    size, _, best = max(sizes, key=lambda entry: entry[:2])
    return best if size > _LEAST_OF_PAGE * _length(root) else None


_MOST_PARTS = 50
_TEXT_LENGTH: Any = etree.XPath("string-length(normalize-space())")


def _length(element: etree._Element) -> int:
    """Return how many characters stand in an element, several blanks counted as one."""
    return int(_TEXT_LENGTH(element))


def place_of(element: etree._Element, *, inside: bool) -> Place:
    """Return why an element is no text of the document, "" if it is.

    inside: whether it stands in the element that is the document, where heads, feet and forms
    belong to it.
    """
    if not element.keys():  # as most elements
        return "chrome" if element.tag == "nav" or (element.tag in CHROME and not inside) else ""
    get = element.get
    style = (get("style") or "").replace(" ", "").lower()
    if get("hidden") is not None or "display:none" in style or get("aria-hidden") == "true":
        return "hidden"
    tag = str(element.tag)
    if tag == "nav" or get("role") in _ROLES:
        return "chrome"
    classes = (get("class") or "")[:_LONGEST]
    if _APART.search(classes):
        return "chrome"
    if inside:
        return ""
    if tag in CHROME or _NAMED.search(f"{classes} {get('id') or ''}"[:_LONGEST]):
        return "chrome"
    return ""


_LONGEST = 200  # characters of class and identifier that are looked at
