"""The preamble: the enacting formula, and the paragraphs that give reasons.

preamble = formula? recital*
recital  = text point*
"""

from __future__ import annotations

from collections.abc import Sequence

from an2un.codes import NO_FORMULA
from an2un.diagnostics import Diagnostic
from an2un.language import Language
from an2un.parse.kinds import Tagged
from an2un.parse.provisions import Grammar, opened, provisions
from an2un.parse.unlisted import UNLISTED
from an2un.tree import Enumeration, Field, Formula, Heading, Paragraph, Preamble, Recital


def preamble(tagged: Sequence[Tagged], grammar: Grammar) -> tuple[Preamble, int]:
    """Production: preamble = formula? recital*; returned with how many paragraphs it took."""
    at, opening = 0, None
    if tagged and tagged[0].kind == "formula":
        opening = formula(tagged[0], grammar.language)
        at = 1
    else:
        grammar.report(Diagnostic(NO_FORMULA, "no enacting formula was found"))
        if not tagged or grammar.language.mood(tagged[0].printed) != "preambular":
            return Preamble(), 0
    recitals: list[Recital | Heading] = []
    operative = _first_operative(tagged, grammar.language)
    while at < len(tagged) and is_recital(
        tagged[at], grammar.language, operative_follows=at < operative
    ):
        stop = points_end(tagged, at + 1) if tagged[at].introduces else at + 1
        recitals.append(recital(tagged[at:stop], grammar))
        at = stop
    return Preamble(opening, tuple(recitals)), at


def is_recital(item: Tagged, language: Language, *, operative_follows: bool) -> bool:
    """Say whether an unnumbered paragraph belongs to a preamble: by its opening and its end.

    operative_follows: whether the operative part is still to come, so that a full stop or a
    semicolon does not end the preamble by itself.
    """
    if item.kind != "text":
        return False
    mood = language.mood(item.printed)
    ending = _ending(item)
    if ending in ".;\u3002\uff1b\u061b\u06d4":
        if not mood and language.opener(item.printed, "preambular"):
            mood = "preambular"  # by the shape of its first word
        return mood == "preambular" and operative_follows
    if ending in ":\uff1a":
        return mood == "preambular"
    return mood != "operative" or ending in _COMMAS


def _ending(item: Tagged) -> str:
    """Return the last mark of a paragraph, "" if nothing but closing marks stands in it."""
    return item.printed.rstrip(_AFTER_END)[-1:]


_COMMAS = ",\uff0c\u060c"
_SEMICOLONS = ";\uff1b\u061b"

_AFTER_END = (
    '\u201d\u00bb")\uff09*0123456789( '  # what may stand behind the last mark of a paragraph
)


def _first_operative(tagged: Sequence[Tagged], language: Language) -> int:
    """Return the index of the first paragraph that is surely operative.

    What ends with a comma is none, whatever verb it opens with: some verbs serve both moods.
    """
    for index, item in enumerate(tagged):
        if item.kind == "numbered":
            return index
        open_end = _ending(item) in _COMMAS
        if item.kind == "text" and not open_end and language.mood(item.printed) == "operative":
            return _seam(tagged, index, language)
    return 0


def _seam(tagged: Sequence[Tagged], index: int, language: Language) -> int:
    """Return where the paragraphs with semicolons begin that end in a surely operative one.

    Where texts have lost their numbers, verbs that serve both moods tell nothing; commas above
    and semicolons below do.
    """
    first = index
    while first and _may_decide(tagged[first - 1].printed, language):
        first -= 1
    above = [item.printed for item in tagged[:first] if item.kind == "text"]
    parted = len(above) >= _HABIT and all(text.endswith(tuple(_COMMAS)) for text in above)
    return first if parted else index


_HABIT = 3  # recitals that make a habit


def _may_decide(text: str, language: Language) -> bool:
    """Say whether a text opens and ends as operative paragraphs do, if others do too."""
    ended = text.endswith(tuple(_SEMICOLONS))
    return ended and language.opener(text, "operative") is not None


def points_end(tagged: Sequence[Tagged], at: int) -> int:
    """Return where the points below a recital end: before an operative number or a recital."""
    first = at
    while at < len(tagged) and tagged[at].kind == "numbered":
        marker = tagged[at].marker
        assert marker is not None
        if marker.number:
            opened = tagged[first].marker
            if (
                at == first
                or opened is None
                or opened.readings[0].style != marker.readings[0].style
            ):
                break
        at += 1
    return at


def recital(tagged: Sequence[Tagged], grammar: Grammar) -> Recital:
    """Production: recital = text point*."""
    text = opened(tagged[0].text, "preambular", grammar)
    points = tuple(provisions(tagged[1:], grammar, in_annex=True))
    return Recital((text, Enumeration(points)) if points else (text,))


def formula(item: Tagged, language: Language) -> Formula:
    """Mark the organ's name in the enacting formula, its final comma left outside.

    Some texts print a semicolon for the comma. An organ that is not listed gets no mark.
    """
    text = item.printed
    end = len(text.rstrip(" ,;\uff0c\uff1b\u060c\u061b\u00a0"))
    passage = item.text
    named = language.formula(text)
    if named == UNLISTED:
        return Formula(passage.paragraph())
    organ = Field("organization", passage.children(0, end), named)
    rest = passage.children(end, len(text)) if end < len(text) else ()
    return Formula(Paragraph((organ, *rest), origin=passage.origin))


def is_section_recital(item: Tagged, language: Language, *, operative_follows: bool) -> bool:
    """Say whether an unnumbered paragraph is preambular in a section: by its comma.

    operative_follows: whether paragraph 1 of the section is still to come, so that a semicolon
    printed for the comma does not end its preamble
    """
    mood, ending = language.mood(item.printed), _ending(item)
    if ending in _SEMICOLONS and ending:
        return operative_follows and mood == "preambular"
    return ending in _COMMAS and mood != "operative"
