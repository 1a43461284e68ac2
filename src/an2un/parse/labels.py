"""The numbers of headings: I, A., Part II, Article 3."""

from __future__ import annotations

import re

from an2un.language import Language
from an2un.record import Record
from an2un.tree import SectionKind
from an2un.wording.numerals import LONGEST_SPELLED, han, roman


class Label(Record):
    """The number of a labelled heading: its kind, style of counting, value and length."""

    kind: SectionKind
    style: str
    value: int
    end: int  # characters of the label with the blank behind it


HEADING_LENGTH = 250  # characters; the longest counted in the gold files has 237
CLOSED = re.compile(
    r"[.;:,!?\u3002\uff1b\uff1a\uff0c\u3001\u060c\u061b\u061f][\u201d\u2019\u00bb\")\uff09\u300b\[\]\s\d(*/^]*$"
)
_ROMAN_LABEL = re.compile(r"(?P<value>[IVXL]{1,7})(?:(?P<dot>\.)|\s*[-\u2013\u2014]|)(?:\s+|$)")
_LETTER_LABEL = re.compile(r"(?P<value>[A-Z\u0410-\u042f])(?:(?P<dot>\.)|)(?:\s+|$)")
_CHINESE_LABEL = re.compile(
    r"(?P<value>[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})(?:(?P<dot>[\u3001.\uff0e])|(?=\s*$))\s*"
)


def read_label(text: str, language: Language, longest: int = HEADING_LENGTH) -> Label | None:
    """Return the label of a heading: `I`, `A. Pensions`, `Part II`, `Article 3`, None for none.

    longest: characters above which a text is no heading.
    """
    if len(text) > longest:
        return None
    worded = language.section_label(text)
    if worded is not None and text[0].islower():
        return None  # the words of a sentence, or of a heading that names a section
    # what a colon names stays one with its number, but for articles and rules, which are counted
    colon = worded is not None and text[worded.marker_end :].lstrip()[:1] in _COLONS
    named = worded is not None and colon and worded.kind not in ("article", "rule")
    if worded is not None and not named and CLOSED.search(text, worded.marker_end) is None:
        rest = _PARTED.sub("", text[worded.marker_end :])  # "Part I. Nights", "Rule 3 – Nights"
        if rest[:1].islower():
            return None
        end = len(text) - len(rest)
        return Label(worded.kind, worded.kind, 0, end)
    spelled = spelled_label(text, language)
    if spelled is not None and spelled.end == len(text):
        return spelled  # before other words it may open a sentence
    for pattern, kind, style in (
        (_ROMAN_LABEL, "section", "roman"),
        (_LETTER_LABEL, "title", "letter"),
        (_CHINESE_LABEL, "section", "chinese"),
    ):
        match = pattern.match(text)
        if match is None:
            continue
        rest = text[match.end() :]
        closed = CLOSED.search(text) and not text.endswith(("?", "\uff1f", "\u061f"))
        bare = match.group("dot") is None and style != "roman"
        if rest and (bare or closed or rest[0].islower()):
            continue
        value = match.group("value")
        return Label(kind, style, label_value(style, value), match.end())  # type: ignore[arg-type]
    return None


_STOP = ".\uff0e"
_COLONS = (":", "\uff1a")
_PARTED = re.compile(r"^[.\uff0e]*\s*(?:[-\u2013\u2014](?=\s)|[:\uff1a])?\s*")

# Labels that are spelled out: first, second as adverbs, and the names of the letters.
_SPELLED: dict[str, tuple[SectionKind, str]] = {
    "adverb": ("section", "roman"),
    "letter": ("title", "letter"),
}


def spelled_label(text: str, language: Language) -> Label | None:
    """Return the longest label in words that a text begins with: `ثانيا` or `باء -`."""
    if not language.spells:
        return None
    for word in reversed(list(_WORD.finditer(text[:LONGEST_SPELLED]))):
        spelled = language.spelled(text[: word.end()])
        if spelled is not None:
            kind, style = _SPELLED[spelled.series]
            rest = text[word.end() :]
            return Label(kind, style, spelled.value, len(text) - len(rest.lstrip()))
    return None


_WORD = re.compile(r"\S+")


def is_dashed(text: str, language: Language) -> bool:
    """Say whether a text begins with a label in words and a dash, as headings do: `باء - `."""
    spelled = spelled_label(text, language)
    return spelled is not None and DASH.search(text[: spelled.end]) is not None


DASH = re.compile(r"[-\u2013\u2014]")


def as_letter(label: Label, text: str) -> Label | None:
    """Return the label of a heading that begins `I.`, read as the letter; None for more of them."""
    printed = text[: label.end].strip(" \t\xa0" + _STOP)
    if label.style != "roman" or len(printed) != 1 or not printed.isascii():
        return None
    return Label("title", "letter", label_value("letter", printed), label.end)


def label_value(style: str, printed: str) -> int:
    """Return the number that a printed numeral or letter stands for, 0 for none."""
    if style == "roman":
        return roman(printed) or 0
    if style == "chinese":
        return han(printed) or 0
    return ord(printed) - ord("A" if printed.isascii() else "\u0410") + 1


def is_bare_label(text: str, language: Language) -> bool:
    """Say whether a line is nothing but the number of a heading, so that its text is the next."""
    if len(text) > 24:
        return False
    label = read_label(text, language)
    return label is not None and label.end >= len(text)
