"""Rules on what the document says of itself in two places: symbol, session, dates, sponsors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from an2un.check import iris
from an2un.check.elements import Element, qualified, words
from an2un.check.frbr import Level
from an2un.check.identification import UNKNOWN_DATES, UNKNOWN_NUMBER, symbol_of
from an2un.check.index import Index, Part
from an2un.check.rule import Finding, quoted

_DRAFTS = ("draftResolution", "draftDecision", "resolutionDraft", "decisionDraft")
# The letters that a text in the language of the Expression is made of, compiled when needed.
_LATIN = "[A-Za-z\u00c0-\u024f]"
_LETTERS = {
    "ara": "[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]", "eng": _LATIN, "fra": _LATIN,
    "rus": "[\u0400-\u04ff]", "spa": _LATIN, "deu": _LATIN, "zho": "[\u3400-\u9fff]",
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = "[^\x00-\u036f]"
_SAMPLE = 240  # characters
_ENOUGH = 40  # letters


def _symbol_of(part: Part) -> str:
    """Return the symbol of a document as printed: from the metadata, else from the masthead."""
    shown = part.work.value("FRBRnumber", "showAs") if part.work is not None else ""
    if shown:
        return shown
    for element in part.within("coverPage", "docNumber"):
        if element.get("refersTo") == "#symbol":
            return words(element)
    return ""


def session_symbol(index: Index) -> Iterator[Finding]:
    """The session is the one that the symbol carries: A/RES/77/273 is of the 77th."""
    for part in index.works:
        sessions = part.all("session")
        expected = _session(_symbol_of(part)) if sessions else ""
        for element in sessions if expected else ():
            value = (element.get("value") or "").strip()
            if value and not _same_session(value, expected):
                yield Finding(
                    element,
                    f"the session is {value}, the symbol {_symbol_of(part)} is of session "
                    f"{expected}",
                    "compare both with the masthead",
                )


@lru_cache(maxsize=512)
def _session(symbol: str) -> str:
    """Return the session or year in a symbol, "" where it has none."""
    parsed = symbol_of(symbol)
    try:
        return parsed.session if parsed is not None else ""
    except IndexError:
        return ""


def _same_session(value: str, expected: str) -> bool:
    """Tell whether a session of the XML is that of the symbol: "11", "ES-11", "ES-11th"."""
    if value == expected or value.lstrip("0") == expected:
        return True
    digits = "".join(sign for sign in value if sign.isdecimal())
    own = "".join(sign for sign in expected if sign.isdecimal())
    if not own:  # Roman sessions: A/RES/217 (III)
        return not digits or not expected.isalpha()
    return digits == own and (value.isdecimal() or value[0] == expected[0])


_TO_COME = re.compile(r"/ ?(?:…|\.\.)")


def title_number(index: Index) -> Iterator[Finding]:
    """The number before the title is the one of the symbol: 77/273 in A/RES/77/273.

    Drafts print the session alone, and room for the number to come: 77/….
    """
    for part in index.works:
        if not part.deliberative:
            continue
        number = part.work.value("FRBRnumber") if part.work is not None else ""
        parts = iris.work(part.uri)
        expected = number or (parts.number if parts is not None else "")
        expected = "" if expected == UNKNOWN_NUMBER else expected
        for element in part.all("docNumber") if expected else ():
            if element.get("refersTo") == "#symbol":
                continue
            printed = words(element)
            if not printed[:1].isdecimal() or _TO_COME.search(printed):
                continue
            if _outside(element, "preface"):
                continue
            if _pieces(printed) not in _readable(expected) and printed.strip("."):
                yield Finding(
                    element,
                    f"the title bears the number {quoted(printed)}, the metadata {expected}",
                    "compare both with the masthead",
                )


def _outside(element: Element, place: str) -> bool:
    return next(element.iterancestors(qualified(place)), None) is None


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    """Return the numbers and letters of a printed number, in the digits 0 to 9."""
    folded = "".join(
        str(unicodedata.digit(sign)) if sign.isdecimal() else (sign if sign.isalnum() else " ")
        for sign in text
    )
    return tuple(folded.upper().split())


@lru_cache(maxsize=512)
def _readable(number: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways in which a number may be printed: 78/542 B, and from right to left."""
    pieces = tuple(number.upper().replace("_", "-").split("-"))
    forms = [pieces, pieces[::-1]]
    last = pieces[-1]
    if last[:-1].isdecimal() and last[-1].isalpha():
        forms += [(*pieces[:-1], last[:-1], last[-1]), (*pieces[:-1], last[:-1])]
    return tuple(forms)


def adoption_date(index: Index) -> Iterator[Finding]:
    """R213: the date of adoption in the text is the date of the Work."""
    for part in index.works:
        work = part.work
        if work is None or part.name in _DRAFTS:
            continue
        dates = {d.get("date") for d in work.all("FRBRdate") if d.get("name") == "adoption"}
        parts = iris.work(part.uri)
        if not dates or (parts is not None and parts.date not in dates):
            continue
        for element in _adopted(part):
            if element.get("date") not in dates:
                yield Finding(
                    element,
                    f"the text was adopted on {element.get('date')}, the Work is dated "
                    f"{', '.join(sorted(filter(None, dates)))}",
                    "compare both with the masthead and the closing lines",
                )


def _adopted(part: Part) -> list[Element]:
    """Return the dates of adoption that are printed."""
    return [date for date in part.all("docDate") if date.get("refersTo") == "#adoptionDate"]


def draft_adopted(index: Index) -> Iterator[Finding]:
    """R214: a draft is not yet adopted."""
    for part in index.works:
        for element in _adopted(part) if part.name in _DRAFTS else ():
            yield Finding(
                element,
                f"the draft bears the date of adoption {quoted(words(element))}",
                "name the statement resolution, or refer the date to #dateOfIssuance",
            )


def date_text(index: Index) -> Iterator[Finding]:
    """The day and year of a date are those of the words it stands on."""
    for name in ("docDate", "date"):
        for element in index.all(name):
            value = index.tags[element].attributes.get("date", "")
            if not _told(value, words(element) if len(element) else element.text or ""):
                yield Finding(
                    element,
                    f"the date {value} stands on the words {quoted(words(element))}",
                    "correct the attribute date",
                )


@lru_cache(maxsize=4096)
def _told(value: str, text: str) -> bool:
    """Tell whether a text says nothing against a date; a text may name several days."""
    if not iris.ISO_DATE.fullmatch(value[:10]) or value[:10] in UNKNOWN_DATES:
        return True
    numbers = _numbers(text)
    years = [number for number in numbers if 1000 <= number <= 9999]
    days = [number for number in numbers if number < 32]
    year, day = int(value[:4]), int(value[8:10])
    return (not years or year in years) and (not days or day in days)


def _numbers(text: str) -> list[int]:
    """Return the numbers in a text, in whatever digits."""
    plain = "".join(sign if sign.isdecimal() else " " for sign in text[:200])
    return [int(number) for number in plain.split() if len(number) <= 4]


def date_order(index: Index) -> Iterator[Finding]:
    """A text is adopted before it is published, published before it is marked up."""
    for part in index.parts:
        if _rising(part):
            continue
        before: tuple[str, str] = ("", "")
        for name, level in (
            ("Work", part.work),
            ("Expression", part.expression),
            ("Manifestation", part.manifestation),
        ):
            element = level.first("FRBRdate") if level is not None else None
            date = _day(element)
            if element is not None and date and before[1] and date < before[1]:
                yield Finding(
                    element,
                    f"the {name} is dated {date}, before the {before[0]} of {before[1]}",
                    "compare the dates with the masthead",
                )
            elif date:
                before = (name, date)
    yield from _steps(index)


def _rising(part: Part) -> bool:
    """Tell whether the dates of a document rise from level to level, and so whatever is known."""
    levels = (part.work, part.expression, part.manifestation)
    dates = [level.value("FRBRdate", "date")[:10] for level in levels if level is not None]
    return dates == sorted(dates)


def _steps(index: Index) -> Iterator[Finding]:
    """Steps of a workflow follow one another."""
    for workflow in index.all("workflow"):
        before = ""
        for element in workflow.iterchildren("{*}step") if len(workflow) > 1 else ():
            date = _day(element)
            if date and before and date < before:
                yield Finding(
                    element,
                    f"the step of {date} stands after one of {before}",
                    "put the steps in the order of their dates, or correct a date",
                )
            before = date or before


def _day(element: Element | None) -> str:
    """Return the day of an element's date, "" where none is known."""
    value = (element.get("date") or "")[:10] if element is not None else ""
    return value if iris.ISO_DATE.fullmatch(value) and value not in UNKNOWN_DATES else ""


def sponsor_twice(index: Index) -> Iterator[Finding]:
    """A sponsor is named once."""
    for part in index.works:
        seen: set[str] = set()
        for element in part.all("docProponent"):
            target = element.get("refersTo") or ""
            keys = {key for key in (words(element).casefold(), target) if key}
            role = index.target(target)
            if role is None:  # a dangling identifier says nothing of who it is
                keys.discard(target)
            if keys & seen:
                yield Finding(
                    element,
                    f"the sponsor {quoted(words(element))} is named twice",
                    "keep one of them",
                )
            seen |= keys


def language_script(index: Index) -> Iterator[Finding]:
    """The text is written in the script of the language that the Expression names."""
    for part in index.parts:
        level = part.expression
        code = level.value("FRBRlanguage", "language") if level is not None else ""
        expected = _LETTERS.get(code)
        body = part.child("preamble")
        body = part.child("mainBody") if body is None else body
        if level is None or expected is None or body is None:
            continue
        text = _beginning(body)
        if expected is _LATIN and (text.isascii() or not re.search(_FOREIGN, text)):
            continue
        own = sum(map(len, re.findall(f"{expected}+", text)))
        total = 0 if own * 3 >= len(text) else len(_LETTER.findall(text))
        if total >= _ENOUGH and own * 3 < total:
            yield Finding(
                _language(level),
                f"the language is {code}, the text is written in {_script(text)} letters",
                "correct FRBRlanguage and the IRIs, or the text",
            )


def _beginning(element: Element) -> str:
    """Return the first few hundred characters of an element."""
    text = ""
    for node in element.iter(qualified("p")):
        text += words(node)[:_SAMPLE]
        if len(text) >= _SAMPLE:
            break
    return text


def _language(level: Level) -> Element:
    found = level.first("FRBRlanguage")
    return level.element if found is None else found


def _script(text: str) -> str:
    """Return the script of most letters of a text; names of letters begin with it in Unicode."""
    names = [unicodedata.name(sign, "other").partition(" ")[0] for sign in text if sign.isalpha()]
    return max(set(names), key=names.count).capitalize()
