"""Printed markers, read in every way their characters allow: `(i)` is Roman one and Latin nine.

What a marker means among others is for those to say who see the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from an2un.wording.numerals import counted


class Reading(NamedTuple):
    """One way to read a marker: its style (form and alphabet) and its value in that alphabet."""

    style: str
    value: int


class Marker(NamedTuple):
    """A marker as printed and its readings; `end` counts its characters and the blank behind."""

    text: str
    end: int
    readings: tuple[Reading, ...]

    @property
    def number(self) -> int:
        """The number of a paragraph (`1.`, `1 -`), 0 for the marker of a point."""
        style, value = self.readings[0]
        return value if style in PARAGRAPHS else 0

    @property
    def inserted(self) -> bool:
        """Whether it repeats a number for a paragraph put in behind: 1 bis., (a ter)."""
        return _INSERTED.search(self.text) is not None

    @property
    def compound(self) -> bool:
        """Whether it is a number of several parts, which only the whole document can tell."""
        return self.readings[0].style.startswith(COMPOUND)


COMPOUND = "compound"  # the form of 1.1, 2.3.1 (`wording.compounds`)
PARAGRAPHS = ("dot decimal", "dash decimal")  # how paragraphs are numbered, not their points

_CHINESE = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
# First character of a run of enclosed numbers -> how many there are, and their style. Those in
# brackets are written out where the run ends: (十一) follows ㈩.
_ENCLOSED = {
    "\u2460": (20, "enclosed \u2460"), "\u2776": (10, "enclosed \u2776"),
    "\u2474": (20, "paren decimal"), "\u3220": (10, "paren chinese"), "\u249c": (26, "paren latin"),
}  # fmt: skip
_COUNTER = (
    r"\d{1,3}|[A-Za-z\u00f1]{1,2}|[ivxlcIVXLC]{1,7}|[\u0430-\u044f]{1,2}"
    r"|[\u0621-\u064a]\u0640?(?:[ ]?[\u0621-\u064a])?\u0640?"
    rf"|[{_CHINESE}\u5341]{{1,3}}"
)
_INSERTION = r"(?:bis|ter|quater)"  # what a paragraph put in behind another adds to its number
_INSERTED = re.compile(rf"{_INSERTION}\b")
# What plainly is a word of one or two letters. A class of two runs is quick to compile, and no
# marker begins with one of the signs between Z and a and a blank.
_WORD = r"[A-z\u0400-\u04ff]{1,2}[ ](?!bis|ter|quater|\d)"
_DASH = r"[-\u2013\u2014]"
_UNSPACED = r"[\u0621-\u064a\u4e00-\u9fff]"  # scripts whose words may stand right behind a dash
_LETTERS = 3  # more than any marker has, but for Roman numerals
_ROMAN = frozenset("ivxlcIVXLC")
_OTHERS = frozenset(f"\u0640{_CHINESE}\u5341")  # what markers of other scripts may have as third
_MARKER = re.compile(
    rf"""(?!{_WORD})(?:
      (?P<dot>\d{{1,3}}(?:[ ]?{_INSERTION})?)[ ]?[.\uff0e](?![\d/])(?:[-\u2013\u2014](?=\s))?
    | (?P<labelled>OP[ ]?(?P<after_label>\d{{1,3}}(?:[ ]?{_INSERTION})?)[.:]?(?=\s))
    | (?P<paren>[(\uff08][ ]?(?P<in_paren>{_COUNTER})(?:[ ]{_INSERTION})?[ ]?[)\uff09])
    | (?P<half>{_COUNTER})(?:[ ]{_INSERTION})?[)\uff09](?=\s|$|[^\x00-\x7f])
    | (?P<quote>['\u2018\u2019`][ ]?(?P<in_quote>\d{{1,2}})[ ]?['\u2018\u2019])
    | (?P<dash>\d{{1,3}}|[\u0621-\u064a]\u0640?(?=[ ]?{_DASH}\s))[ ]?{_DASH}(?=\s|$|{_UNSPACED})
    | (?P<stop>[{_CHINESE}\u5341]{{1,3}})\u3001
    | (?P<letter>[a-z]|[ivx]{{2,6}})\.(?=\s)
    | (?P<enclosed>[\u2460-\u24b5\u3220-\u3229\u2776-\u277f])
    | (?P<bullet>[\u2022\u00b7\u25aa\u2023\u25cf\u25cb\uf0b7\u2219\u2013\u2014-](?=\s))
    )\s*""",
    re.VERBOSE,
)


def read_marker(text: str) -> Marker | None:
    """Return the marker at the start of a paragraph, None if it starts with none.

    Understands 1. / 1.- / 1 bis. / OP1 / (a) / a) / (ii) / ‘1’ / 1 - / أ - / 一、 / ㈠ / a. /
    bullets and dashes, with Latin, Roman, Cyrillic, Arabic (abjad) and Chinese counters.
    """
    start = text[:_LETTERS]
    if start.isalpha() and not _ROMAN.issuperset(start) and _OTHERS.isdisjoint(start):
        return None  # a word, as most lines begin with
    match = _MARKER.match(text)
    if match is None:
        return None
    form = match.lastgroup or ""  # the outermost of the groups that took part
    body = match.group(_FORMS[form])
    readings = _readings(_ALIKE.get(form, form), body)
    if not readings:
        return None
    return Marker(match.group().rstrip(), match.end(), readings)


@cache
def twin(style: str) -> str:
    """Return the style that differs in the opening bracket alone: `(e)`, `e)`; "" for none."""
    form, _, alphabet = style.partition(" ")
    return f"{_TWINS[form]} {alphabet}" if form in _TWINS else ""


_TWINS = {"paren": "half", "half": "paren"}

# Which group of the pattern holds the counter of each form.
_FORMS = {
    "dot": "dot", "paren": "in_paren", "half": "half", "quote": "in_quote", "dash": "dash",
    "labelled": "after_label", "stop": "stop", "letter": "letter", "enclosed": "enclosed",
    "bullet": "bullet",
}  # fmt: skip


# Drafts under negotiation label operative paragraphs, OP1, whose numbers count as any others.
_ALIKE = {"labelled": "dot"}


@cache
def _readings(form: str, body: str) -> tuple[Reading, ...]:
    if form == "bullet":
        return (Reading("bullet " + body, 0),)
    if form == "enclosed":
        return tuple(
            Reading(style, ord(body) - ord(first) + 1)
            for first, (count, style) in _ENCLOSED.items()
            if 0 <= ord(body) - ord(first) < count
        )
    return tuple(Reading(f"{form} {alphabet}", value) for alphabet, value in counted(body))
