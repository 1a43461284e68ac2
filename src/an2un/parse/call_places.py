"""Places in the text that may call a footnote, and how sure that is.

A call is a digit glued to a word or a year, or set apart from it by a blank: what stands before
and behind it, and what the document prints around its other numbers, tells how likely it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from an2un.parse.habits import AFTER, Habits
from an2un.parse.signals import Signals
from an2un.source import Source, Span
from an2un.wording.scripts import is_ideograph


class Place(NamedTuple):
    """A span of the source that may be a call, and how sure that is (0 to 3, raised ones 6)."""

    span: Span
    score: float


class Eye(NamedTuple):
    """What the search looks at: the text, what its numbers stand beside, what is raised.

    numbers   offsets of digits that are parts of numbers in the masthead and in counted labels
    brackets  whether the language sets its calls in brackets, even if those of the notes are lost
    """

    source: Source
    habits: Habits
    signals: Signals
    numbers: frozenset[int]
    brackets: bool = False


def places_of(eye: Eye, stretches: Sequence[Span], mark: str) -> list[Place]:
    """Return the spans that may be the call of a note, each with its score (0: it is none).

    Where raised numbers are told apart, one that is raised is a call and hardly any other is.
    """
    bare = mark.strip("()[] ")
    bracketed = any(map(mark.__contains__, _OPENING))
    text = eye.source.text
    places: list[Place] = []
    told = eye.signals.tells_calls
    for stretch, span in eye.source.places(bare, stretches):
        if told and eye.signals.is_raised(span):
            if not _inside_number(eye, span):
                places.append(Place(_with_brackets(eye, span), _RAISED))
        elif not bare.isalpha() and not (
            # letters are marks only where they are raised, the 1 of 12 is none
            span.start in eye.numbers or text[span.end : stretch.end][:1].isdigit()
        ):
            place = _place(eye, stretch, span, bracketed)
            level = told and bare.isdigit()
            places.append(Place(place.span, place.score * _LEVEL) if level else place)
    return places


def _inside_number(eye: Eye, span: Span) -> bool:
    """Whether raised digits are a part of a longer raised number: the 1 of 12."""
    return any(
        eye.source.text[at : at + 1].isdigit() and eye.signals.is_raised(Span(at, at + 1))
        for at in (span.start - 1, span.end)
    )


def _with_brackets(eye: Eye, span: Span) -> Span:
    """Return a raised number with the brackets that are raised around it."""
    wider = Span(span.start - 1, span.end + 1)
    around = eye.source.text[span.start - 1 : span.start] + eye.source.text[span.end : span.end + 1]
    return wider if around in _BRACKETS and eye.signals.is_raised(wider) else span


_BRACKETS = ("()", "[]", "\uff08\uff09")
_RAISED = 6.0  # score of a raised number; others reach 3
_LEVEL = 0.1  # what is left of the score of a number that is not raised where others are


_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


def _place(eye: Eye, line: Span, span: Span, bracketed: bool) -> Place:
    """Score one occurrence of a note's number by what stands before and after it."""
    text, habits = eye.source.text, eye.habits
    before = text[line.start : span.start]
    after = text[span.end : line.end]
    if not after.strip() and _AMOUNT.match(text, span.end):
        return Place(span, 0)
    wide = _bracketed(before, after, span, mirrored=bracketed)
    if wide is not None:
        whole = (bracketed or eye.brackets) and wide.start > line.start
        return Place(wide, _IN_BRACKETS if whole else 0)
    if before.endswith("^"):
        return Place(Span(span.start - 1, span.end + after.startswith("^")), _RAISED)
    if text[span.end - 1] == "/":
        return Place(span, _stroke_score(before, after))
    if not text[span.start].isdigit():
        return Place(span, _symbol_score(before, after))
    number = text[span.start : span.end]
    if span.start == line.start:
        score = _first_score(_last_above(text, span.start), after)
    else:
        score = _number_score(before, number, after)
    if score and before[-1:].isdigit():
        score = habits.glued(before, span, number, score)
    score *= habits.by_date(span) if score else 1.0
    score *= 0.3 if bracketed else 1.0
    if score and habits.labels_table(before + number + after):
        return Place(span, 0)
    apart = before[-1:].isspace() or is_ideograph(before[-1:]) or is_ideograph(after[:1])
    if score and (apart or (not before and after.strip())):
        score *= habits.doubt(span)
    return Place(span, score)


def _bracketed(before: str, after: str, span: Span, *, mirrored: bool) -> Span | None:
    """Return a number with the brackets around it, None for a number without them.

    Text that runs from right to left may have them mirrored, or both of them on one side: `(1)`,
    `)1(`, `)1)`, `()1`. Square ones that a word processor put there may stand inside those printed.
    """
    above, below = before.rstrip(_BLANKS), after.lstrip(_BLANKS)
    opened, closed = above[-1:], below[:1]
    start = span.start - len(before) + len(above) - 1
    end = span.end + len(after) - len(below) + len(closed)
    both = _OPENING + _CLOSING
    if opened and opened in _OPENING and closed in _CLOSING:
        twice = opened == "[" and above[-2:-1] + below[1:2] in _AROUND
        return Span(start - twice, end + twice)
    if mirrored and opened and opened in both and closed and closed in both:
        return Span(start, end)
    if mirrored and above.endswith(("()", "((")):
        return Span(start, span.end)
    return None


_BLANKS = " \u00a0"
_AROUND = ("()", "\u207d\u207e")  # raised brackets have characters of their own
_OPENING = "(\uff08["
_CLOSING = ")\uff09]"
_IN_BRACKETS = 3.0


def _symbol_score(before: str, after: str) -> float:
    if after[:1] == "*" or before.endswith("*") or not before.strip():
        return 0
    return 3.0 if not before.endswith(" ") else 2.0


def _stroke_score(before: str, after: str) -> float:
    """Score a mark with the stroke behind it: apart from symbols (44/1/) it can be but a call."""
    if after[:1].isalnum() or (before[-1:].isalnum() and not before[-1:].isalpha()):
        return 2.0 if _YEAR.search(before) and not after[:1].isalnum() else 0
    return 0 if before[-1:] in _BINDING and before else 3.0


def _number_score(before: str, number: str, after: str) -> float:
    """Score a bare number: glued to a word or a mark it is a call, apart from it it may be."""
    last = before[-1:]
    token = before[before.rfind(" ") + 1 :]
    inside = (last.isalpha() and not is_ideograph(last)) or last in ("-", ".")
    if inside and "/" in token:
        return 0.4  # inside a symbol: A/78/L.1, Add.1
    if after[:1].isalpha() and after[0].isascii():
        named = not after[0].islower() or last.isupper() or last.isdigit()
        return 0 if named else 0.8
    if _goes_on(number, after):
        return 0
    if last.isdigit():
        lettered = "/" in token and _LETTER_OF_MANY.match(after)
        return 0.05 if lettered else _after_digits(before, number)
    if last.isspace():
        return _after_blank(before.rstrip(), after)
    if last in _BINDING:
        return 0
    return _after_mark(before, number, after)


_BINDING = "/-+\u2013\u2011(\u201c\u00ab[\u2018$\u20ac"  # what binds a number to its sentence


# 48/218 B: the letter stands behind the whole number
_LETTER_OF_MANY = re.compile(r"[ \u00a0][A-HА-Ж](?!\w|\.)")


def _after_mark(before: str, number: str, after: str) -> float:
    """Score a number glued to a word or to a mark of punctuation."""
    last = before[-1:]
    if before.endswith(f",{int(number) - 1},"):
        return 2.6  # two calls in a row
    if last == "." and not _ends_sentence(after):
        return 0.1  # a decimal, an abbreviation: no sentence ends here
    if last in ".," and before[-2:-1].isdigit():
        whole = _YEAR.search(before[:-1]) or "/" in before[before.rfind(" ") + 1 :]
        listed = last == "," and _LISTED_LAST.search(before[:-1]) is not None
        return 2.6 if whole else 1.4 if listed else 0.6
    if last == "\u3001" and before[-2:-1].isdigit() and not after[:1].isspace():
        return 0.3  # 目标9、11、16
    if last in ")\uff09" and after[:1] in ")\uff09":
        return 0.8  # (2022)13): the number is part of what the brackets hold
    return 3.0


def _goes_on(number: str, after: str) -> bool:
    """Say whether a number goes on behind a mark: 1/2, 1,5 and 1 000, but not 1,2 as two calls."""
    if after[:1] in "/-\u2013\u2011" and after[1:2].isalnum():
        return True
    digits = _FRACTION.match(after)
    fraction = digits is not None and digits.group() != f",{int(number) + 1}"
    return fraction or _THOUSANDS.match(after) is not None


# 5 at the end of a line, 809 400 on the next; but 127th, 127-е and 127ª open the closing lines
_AMOUNT = re.compile(r"\s*\d{3}(?![\d.a-z\u00aa\u00ba\-])")
_FRACTION = re.compile(r"[.,]\d+")


def _last_above(text: str, at: int) -> str:
    """Return the last printed character before an offset."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at]


def _first_score(above: str, after: str) -> float:
    """Score a number that begins a line, by the last character above and what follows.

    Extractors that take a raised number for a line of its own set it alone, or before the words
    that follow it on the page.
    """
    if not after.strip():
        return 2.0 if above.isalpha() or above in _CALLED_BEHIND else 0.3
    if after[:1].isspace():
        return 0.5 if above in _CALLED_BEHIND else 0
    numbers = after.rstrip() == "." or after[:2] == ". "  # a paragraph, it is no call
    return 0.3 if after[:1] in AFTER and not numbers else 0


_CALLED_BEHIND = tuple(",;.:)\u201d\u00bb\u3002\uff0c\uff1b\uff09\u060c\u061b")


def _plausible(number: int) -> bool:
    """Say whether a resolution (or decision, from 501 on) of a session may have a number."""
    return number <= 400 or 500 < number < 700


def _after_digits(before: str, number: str) -> float:
    """Score a number glued to digits: only if these are a year or a number by themselves."""
    digits = re.search(r"\d+$", before)
    assert digits is not None
    if _YEAR.fullmatch(digits.group()):
        return 2.6
    if before[: digits.start()].endswith("/"):
        token = before[before.rfind(" ") + 1 :]
        if any(character.isalpha() for character in token):
            return 0.2
        return 0.2 if _plausible(int(digits.group() + number)) else 2.2
    if not before[: digits.start()].strip():
        return 0  # the number of a paragraph
    return 0.4 if len(digits.group()) > 4 else 0.12


def _ends_sentence(after: str) -> bool:
    """Say whether what follows a full stop and a number may begin a sentence."""
    rest = after.lstrip(")\u201d\u00bb\u2019")
    first = rest.lstrip()[:1]
    return not first or (rest[0].isspace() and not (first.islower() or first in _NO_BEGINNING))


_NO_BEGINNING = "0123456789(["
_THOUSANDS = re.compile(r"(?:[ \u00a0]{1,2}\d{3}(?!\d))+")
_SHORT_NUMBER = re.compile(r"(?<![\d/])\d{1,3}$")
_LISTED_LAST = re.compile(r"(?<![\d/])\d{1,3},? [^\W\d_]{1,3} \d{1,3}$")
_NEXT = re.compile(r" ?(?:([^\W\d_]{1,3})|[-\u2013]) ?\d{1,3}(?![\d/])")
_LISTED = re.compile(r"(?<![\d/])\d{1,3},? [^\W\d_]{1,3}$")


def _lists_on(after: str) -> bool:
    """Say whether a short word and a number follow: 1 to 10, 1–10, 1和2."""
    match = _NEXT.match(after)
    word = (match and match[1]) or ""
    return match is not None and (len(word) < 2 or not any(map(is_ideograph, word)))


def _after_blank(before: str, after: str) -> float:
    closing = not after or after[0] in AFTER
    last = before[-1:]
    if not last:
        return 0
    wide = ord(last) >= 0x2E80
    if last == "." and not _ends_sentence(after):
        return 0.1  # No. 1 of 1950
    if last == "," and _SHORT_NUMBER.search(before[:-1]):
        return 0.35  # articles 6, 14 and 15
    if _LISTED.search(before) or _lists_on(after):
        return 0.3  # articles 6 and 7, paragraphs 1 to 10
    if last in ",;.:\u201d\u00bb)\u3002\uff0c\uff1b\u300b\u3001\uff09\u060c\u061b\u2019":
        return 2.4 if after[:1].isspace() or not after or closing else 0.6
    if after[:1] == ":":
        return 0.6  # Goal 6: a label and its text
    if closing:
        return 1.8 if not last.isdigit() or _YEAR.search(before) else 1.0
    if after[:1].isspace() and wide:
        return 1.5
    if wide and is_ideograph(after[:1]):
        return 0.6  # numbers of a sentence have a blank on both sides, or none
    if not last.isalnum() or not after[:1].isspace():
        return 0.1
    return 1.4 if _YEAR.search(before) else 1.0
