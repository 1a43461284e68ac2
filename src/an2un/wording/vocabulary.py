"""The words of the lines above and below the text of a resolution, as the parser asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from an2un.record import Record
from an2un.wording.fold import fold
from an2un.wording.names import Names, key
from an2un.wording.templates import Templates

Table = Mapping[str, Any]


class MastheadWords(Record):
    """The words above the enacting formula. Names give identifiers, Templates find lines.

    languages       language codes by name, in the language itself and in English
    distributions   "general", "limited" … by the word printed
    draft_types     "draftResolution", "draftDecision", "amendment" by their names
    revised         "orallyRevised" … by what is said of a draft beside its type
    types           "resolution", "decision" by the words that say so alone on a line
    decision_types  groups in which decisions are listed, by their names
    plenary         "plenary" by the words for it that stand where others name a committee
    …_number        lines that are a number with what it is the number of
    submitted_ends  words with which a line "Draft resolution submitted by …" ends, folded
    named           all names that a whole line may be, as they are looked up
    presenters      texts that begin as those who present a draft are named, not being States
    offices         "chair", "bureau" … by their names: who submits a draft for no State
    at_meeting      the meeting inside a line or sentence of adoption
    held            what may stand between that meeting and its date, folded, without commas
    """

    publisher: Names
    organs: Names
    committees: Names
    languages: Names
    distributions: Names
    draft_types: Names
    revised: Names
    types: Names
    decision_types: Names
    plenary: Names
    statement: Names
    distribution: Templates
    original: Templates
    provisional: Templates
    agenda: Templates
    resolution_dated: Templates
    resolution_number: Templates
    decision_number: Templates
    adopted: Templates
    at_meeting: Templates
    held: frozenset[str]
    submitted: Templates
    offices: Names
    presenters: Templates
    submitted_ends: tuple[str, ...]
    named: frozenset[str]

    def is_name(self, text: str) -> bool:
        """Whether a whole line is one of the names that lines may be."""
        return key(text) in self.named


class ClosingWords(Record):
    """The words of the lines below the text: the meeting, the vote, and how each voted.

    unvoted   "adoptedWithoutVote", "adoptedByConsensus", "adoptedUnanimously" by their words
    counts    numbers of votes in words, folded
    ballots   "in_favour", "against", "abstaining" by the words above the lists of voters
    places    places of meetings, each its own identifier
    """

    meeting: Templates
    adopted: Templates
    vote: Templates
    unvoted: Names
    counts: Mapping[str, int]
    ballots: Names
    places: Names


def masthead_words(table: Table, cover: Table) -> MastheadWords:
    """Return the masthead words of a language file; `cover` is that of the language of covers."""
    words, drafts = table["masthead"], table["drafts"]
    whole = _whole_lines(table, cover)
    return MastheadWords(
        **whole,
        named=frozenset(name for names in whole.values() for name in names.folded),
        distributions=Names(words["distributions"]),
        revised=Names(drafts["revised"]),
        resolution_dated=Templates(_with_organs(words["resolution_dated"], table["organs"])),
        resolution_number=Templates(_with_organs(words["resolution_number"], table["organs"])),
        decision_number=Templates(_with_organs(words["decision_number"], table["organs"])),
        at_meeting=Templates(sorted(words["at_meeting"], key=len, reverse=True)),
        held=frozenset(uncommaed(words) for words in _with_organs(words["held"], table["organs"])),
        submitted=Templates(drafts["submitted"]),
        offices=Names(drafts["offices"]),
        submitted_ends=tuple(fold(end) for end in drafts["submitted_ends"]),
        presenters=Templates(phrase + "{text}" for phrase in drafts["presenters"]),
        distribution=Templates(words["distribution"]),
        original=Templates(words["original"]),
        provisional=Templates(words["provisional"]),
        agenda=Templates(words["agenda"]),
        adopted=Templates(words["adopted"]),
    )


def _whole_lines(table: Table, cover: Table) -> dict[str, Names]:
    """Return the names that a whole line may be, by the fields of `MastheadWords`."""
    words, drafts = table["masthead"], table["drafts"]
    types = ("draftResolution", "draftDecision", "amendment")
    languages = {
        code: [*names, *cover["masthead"]["languages"][code]]
        for code, names in words["languages"].items()
    }
    return {
        "publisher": Names({"un": words["publisher"]}),
        "organs": Names(table["organs"]),
        "committees": Names(table["committees"]),
        "languages": Names(languages),
        "draft_types": Names({kind: drafts[kind] for kind in types}),
        "types": Names(words["types"]),
        "decision_types": Names(words["decision_types"]),
        "plenary": Names({"plenary": words["plenary"]}),
        "statement": Names({"presidentialStatement": words["statement"]}),
    }


def uncommaed(text: str) -> str:
    """Return a text folded, without the commas at its ends."""
    return fold(text).strip(",\u060c")


def _with_organs(templates: Sequence[str], organs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield templates with each name of an organ in the place of `{organ}`."""
    names = [name for forms in organs.values() for name in forms]
    for template in sorted(templates, key=len, reverse=True):  # the longest that fits counts
        if "{organ}" in template:
            yield from (template.replace("{organ}", name) for name in names)
        else:
            yield template


def closing_words(words: Table) -> ClosingWords:
    """Return the words of the table `closing` of a language file."""
    ballots = {key: words[key] for key in ("in_favour", "against", "abstaining")}
    return ClosingWords(
        meeting=Templates(words["meeting"]),
        adopted=Templates(words["adopted"]),
        vote=Templates(words["vote"], words["counts"]),
        unvoted=Names(words["unvoted"]),
        counts={fold(word): number for word, number in words["counts"].items()},
        ballots=Names(ballots),
        places=Names({place: [place] for place in words["place"]}),
    )
