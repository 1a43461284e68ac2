"""The language tables: the only module that reads the files in `an2un/languages`.

A `Language` is everything the parser knows about how one language words a resolution. This module
checks that all files have the same keys and puts their words into the shapes of `an2un.wording`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from an2un.record import Record
from an2un.wording.dates import DateMatch, Dates
from an2un.wording.fold import fold, without_digits
from an2un.wording.guess import Evidence, Sample, plain, weigh
from an2un.wording.labels import Annexes, AnnexLevel, Captions, SectionLabel, Sections
from an2un.wording.members import Members, member_table
from an2un.wording.numerals import LONGEST_SPELLED, Ordinals, Spelled, spelled_numbers
from an2un.wording.openings import Mood, Opening, Openings, Wording, with_variants
from an2un.wording.scripts import SCRIPTS, Script
from an2un.wording.sessions import Session, Sessions
from an2un.wording.vocabulary import (
    ClosingWords,
    MastheadWords,
    Table,
    closing_words,
    masthead_words,
)

LANGUAGES = tuple(SCRIPTS)
# Beside this module, also when installed; importlib.resources would take longer than a table.
_FILES = Path(__file__).with_name("languages")
_LONGEST_HEADING = 20  # characters of a heading that is a single word
_SUM = re.compile(r"\s*[-\d\u2013\u2014]")  # what stands behind the word of a sum
_COVER_LANGUAGE = "en"  # dates of mastheads stay in English in some other languages


class LanguageError(ValueError):
    """A language file lacks a key, has one too many, or a value of the wrong kind."""


class Language(Record):
    """The wording of one language; see the language files for what each table means.

    code, iso639_3   ISO 639-1 and 639-3 codes ("en", "eng")
    direction        "ltr" or "rtl"
    spaced           whether a line end inside a paragraph stands for a blank
    counted_points   whether points bear (1), (2) where other languages print (i), (ii)
    numbered         words that a number follows in a sentence, in small letters: article 5
    headings         lines that are headings whatever stands around them, folded
    note_headings    lines that stand above the notes at the end of a text, folded
    totals           words that open the row of a sum in a table, case folded
    *_ends           punctuation that closes paragraphs of either kind, sentences, introductions
    formulas         organs by their enacting formulas, folded, without comma
    openings         the opening phrases of paragraphs
    masthead, closing  the words of the lines above and below the text
    """

    code: str
    iso639_3: str
    direction: Literal["ltr", "rtl"]
    spaced: bool
    counted_points: bool
    numbered: frozenset[str]
    headings: frozenset[str]
    note_headings: frozenset[str]
    totals: tuple[str, ...]
    preambular_ends: tuple[str, ...]
    operative_ends: tuple[str, ...]
    sentence_ends: tuple[str, ...]
    introduction_ends: tuple[str, ...]
    members: Members
    ordinals: Ordinals
    masthead: MastheadWords
    closing: ClosingWords
    formulas: Mapping[str, str]
    openings: Openings
    _dates: Dates
    _sessions: Sessions
    _annexes: Annexes
    _captions: Captions
    _pages: Captions
    _sections: Sections
    _spelled: Mapping[str, Spelled]

    @property
    def script(self) -> Script:
        """The script that it is written in."""
        return SCRIPTS[self.code]

    @property
    def glue(self) -> str:
        """What stands between two lines of one paragraph."""
        return " " if self.spaced else ""

    def formula(self, text: str) -> str:
        """Return the organ whose enacting formula the whole text is, "" if it is none."""
        if len(text) > 200:
            return ""
        return self.formulas.get(fold(without_digits(text)).rstrip(",;،؛.:"), "")

    def opener(self, text: str, mood: Mood, organ: str = "") -> Opening | None:
        """Return the opening phrase at the start of a paragraph of the given mood, if any.

        organ: whose formula stands above; some set shorter phrases than others.
        """
        return self.openings.find(text, mood, organ)

    def mood(self, text: str) -> Mood | None:
        """Return the mood that the start of a paragraph speaks in, None if it does not tell."""
        return self.openings.mood(text)

    def find_dates(self, text: str) -> tuple[DateMatch, ...]:
        """Return the dates of a text (day, month and year), in order."""
        return self._dates.find(text)

    def opens_day(self, text: str, at: int) -> bool:
        """Whether a day stands at an offset, with its month but perhaps without a year."""
        return self._dates.opens_day(text, at)

    def is_day(self, text: str, at: int) -> bool:
        """Whether the day or month of a date stands at an offset, perhaps one of several days."""
        return self._dates.is_day(text, at)

    def date(self, text: str) -> str:
        """Return the date that the whole text is as YYYY-MM-DD, "" if it is none."""
        return self._dates.whole(text)

    def names_month(self, text: str) -> bool:
        """Whether a text names a month, as the dates of a session do."""
        return self._dates.names_month(text)

    def session(self, text: str) -> Session | None:
        """Return the session that the whole line names, None if it names none."""
        return self._sessions.read(text)

    def annex_label(self, text: str) -> bool:
        """Whether the whole line is the label of an annex or appendix ("Annex II")."""
        return self._annexes.level(text) is not None

    def annex_level(self, text: str) -> AnnexLevel | None:
        """Return "annex", "appendix" or "attachment" if the whole line is such a label."""
        return self._annexes.level(text)

    def table_label(self, text: str) -> bool:
        """Whether the whole line is the label of a table ("Table 2")."""
        return self._captions.labels(text)

    def page_label(self, text: str) -> bool:
        """Whether the whole line is a word for pages with a number ("Page 2")."""
        return self._pages.labels(text)

    def section_label(self, text: str) -> SectionLabel | None:
        """Return the kind and the end of a section's marker ("Part II") at a text's start."""
        return self._sections.read(text)

    def heads(self, text: str) -> bool:
        """Whether the whole line is a heading known by its word alone ("Preamble")."""
        return len(text) <= _LONGEST_HEADING and fold(text) in self.headings

    def opens_sum(self, text: str) -> bool:
        """Whether a line opens as the row of a sum does: its word, then a figure or a dash."""
        small = text[:_LONGEST_HEADING].casefold()
        word = next(filter(small.startswith, self.totals)) if small.startswith(self.totals) else ""
        return word != "" and _SUM.match(small, len(word)) is not None

    @property
    def spells(self) -> bool:
        """Whether headings bear numbers in words."""
        return bool(self._spelled)

    def spelled(self, text: str) -> Spelled | None:
        """Return the number of a heading that the whole text spells out ("ثانيا", "باء -")."""
        if not self._spelled or len(text) > LONGEST_SPELLED:
            return None
        return self._spelled.get(fold(text).rstrip("-"))

    def member(self, name: str) -> str:
        """Return the identifier of a Member State or observer (`memberKenya`), "" if unknown."""
        return self.members.identifier(name)


@cache
def load(code: str) -> Language:
    """Return the language with an ISO 639-1 code of `LANGUAGES`.

    Raises KeyError for another code, LanguageError if its file is not as it must be.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    table = _table(code)
    _check(table, _table(_COVER_LANGUAGE), code)
    return _language(table, _table(_COVER_LANGUAGE))


def guess(text: str) -> str:
    """Return the code of the language that a text is most likely in; always one."""
    return guess_with_evidence(text).code


def guess_with_evidence(text: str) -> Evidence:
    """Return the language of a text by script, function words and enacting formula.

    `weak` says that little spoke for the result. Looks at the first 100,000 characters.
    """
    return weigh(text, _samples)


@cache
def _samples(script: Script) -> tuple[Sample, ...]:
    """Return what speaks for each of the languages of a script."""
    samples = []
    for code in LANGUAGES:
        if SCRIPTS[code] == script:  # a guess need not open the others
            table = tomllib.loads(_text(f"{code}.toml").partition(_BELOW)[0])
            formulas = [plain(name) for names in table["formulas"].values() for name in names]
            words = frozenset(table["function_words"])
            samples.append(Sample(code, words, tuple(formulas), table["spaced"]))
    return tuple(samples)


_BELOW = "\n[organs]"  # from here on a language file holds nothing that a guess needs


@cache
def _table(code: str) -> Table:
    return tomllib.loads(_text(f"{code}.toml"))


def _text(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")


def _check(table: Table, model: Table, code: str) -> None:
    """Compare keys and kinds of values with those of the model file, one level deep."""
    for part, value in model.items():
        other: Any = table.get(part)
        if type(other) is not type(value):
            raise LanguageError(f"{code}.toml: {part} is missing or of the wrong kind")
        if not isinstance(value, dict):
            continue
        for key in value.keys() ^ other.keys():
            raise LanguageError(f"{code}.toml: {part}.{key} is missing or unknown")
        for key in value:
            if type(value[key]) is not type(other[key]):
                raise LanguageError(f"{code}.toml: {part}.{key} is of the wrong kind")
    for part in table.keys() - model.keys():
        raise LanguageError(f"{code}.toml: {part} is unknown")


def _language(table: Table, cover: Table) -> Language:
    ends = table["ends"]
    ordinals = Ordinals(**table["ordinals"])
    return Language(
        code=table["code"],
        iso639_3=table["iso639_3"],
        direction=table["direction"],
        spaced=table["spaced"],
        counted_points=table["counted_points"],
        numbered=frozenset(word.lower() for word in table["numbered"]),
        headings=frozenset(map(fold, table["headings"])),
        note_headings=frozenset(map(fold, table["notes"])),
        totals=tuple(sorted(map(str.casefold, table["totals"]), key=len, reverse=True)),
        preambular_ends=tuple(ends["preambular"]),
        operative_ends=tuple(ends["operative"]),
        sentence_ends=tuple(ends["sentence"]),
        introduction_ends=tuple(ends["introduction"]),
        members=_members(table),
        ordinals=ordinals,
        masthead=masthead_words(table, cover),
        closing=closing_words(table["closing"]),
        formulas={
            fold(name): organ for organ, names in table["formulas"].items() for name in names
        },
        openings=_openings(table),
        _dates=_dates(table["dates"], cover["dates"]),
        _sessions=Sessions(table["sessions"], ordinals),
        _annexes=Annexes(table["annexes"], ordinals),
        _captions=Captions(table["tables"], ordinals),
        _pages=Captions(table["pages"], ordinals),
        _sections=Sections(table["sections"], ordinals, spaced=table["spaced"]),
        _spelled=spelled_numbers(**table["spelled"]),
    )


def _dates(own: Table, cover: Table) -> Dates:
    months = [[*mine, *theirs] for mine, theirs in zip(own["months"], cover["months"], strict=True)]
    return Dates(dict.fromkeys(own["forms"] + cover["forms"]), months, own["joints"])


def _members(table: Table) -> Members:
    drafts = table["drafts"]
    return Members(
        lambda: member_table(_text("members.tsv"), table["code"]),
        drafts["groups"], drafts["separators"], table["articles"],
    )  # fmt: skip


def _openings(table: Table) -> Openings:
    words = table["openings"]
    phrases: dict[Mood, dict[str, int]] = {"preambular": {}, "operative": {}}
    short: dict[Mood, dict[str, set[str]]] = {"preambular": {}, "operative": {}}
    for line in _text(f"{table['code']}.openings.tsv").splitlines():
        kind, count, phrase = line.split("\t")
        mood: Mood = "preambular" if kind.endswith("preambular") else "operative"
        organ = kind.removesuffix(mood).rstrip()  # that sets the phrase shorter, "" for a phrase
        if organ:
            short[mood].setdefault(organ, set()).add(fold(phrase))
        else:
            phrases[mood][phrase] = int(count)
    before = tuple(sorted(map(fold, words["before"]), key=len, reverse=True))
    after = frozenset(map(fold, words["after"]))
    wordings = {}
    for mood, counts in phrases.items():
        shapes = tuple(_shape(shape) for shape in words[f"{mood}_shapes"])
        varied = with_variants(counts, words["variants"])
        known = {fold(phrase): count for phrase, count in varied.items() if count}
        wordings[mood] = Wording(known, before, after, shapes, short[mood])
    joins = tuple(map(fold, words["joins"]))
    small = words["small"]
    return Openings(wordings, words["variants"], spaced=table["spaced"], small=small, joins=joins)


def _shape(shape: str) -> tuple[str, str]:
    beginning, _, ending = shape.partition("{}")
    return fold(beginning), fold(ending)
