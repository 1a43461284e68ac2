"""The words of the lines above and below the text of a resolution, as the parser asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from an2un.record import Record
from an2un.wording.fold import fold
from an2un.wording.names import Names
from an2un.wording.templates import Templates

Table = Mapping[str, Any]


class MastheadWords(Record):
    """The words above the enacting formula. Names give identifiers, Templates find lines.

    languages       language codes by name, in the language itself and in English
    distributions   "general", "limited" … by the word printed
    draft_types     "draftResolution", "draftDecision", "amendment" by their names
    submitted_ends  words with which a line "Draft resolution submitted by …" ends, folded
    presenters      texts that begin as those who present a draft are named, not being States
    at_meeting      the meeting inside a line of adoption
    """

    publisher: Names
    organs: Names
    committees: Names
    languages: Names
    distributions: Names
    draft_types: Names
    statement: Names
    distribution: Templates
    original: Templates
    provisional: Templates
    agenda: Templates
    resolution_number: Templates
    adopted: Templates
    at_meeting: Templates
    submitted: Templates
    presenters: Templates
    submitted_ends: tuple[str, ...]


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
    types = ("draftResolution", "draftDecision", "amendment")
    languages = {
        code: [*names, *cover["masthead"]["languages"][code]]
        for code, names in words["languages"].items()
    }
    templates = (
        "distribution", "original", "provisional", "agenda", "resolution_number", "adopted",
        "at_meeting",
    )  # fmt: skip
    return MastheadWords(
        publisher=Names({"un": words["publisher"]}),
        organs=Names(table["organs"]),
        committees=Names(table["committees"]),
        languages=Names(languages),
        distributions=Names(words["distributions"]),
        draft_types=Names({kind: drafts[kind] for kind in types}),
        statement=Names({"presidentialStatement": words["statement"]}),
        submitted=Templates(drafts["submitted"]),
        submitted_ends=tuple(fold(end) for end in drafts["submitted_ends"]),
        presenters=Templates(phrase + "{text}" for phrase in drafts["presenters"]),
        **{key: Templates(words[key]) for key in templates},
    )


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
