"""Further texts below the first: volumes print resolutions one after the other, reports drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from an2un.codes import SEVERAL_TEXTS
from an2un.diagnostics import Diagnostic, Report
from an2un.language import Language
from an2un.parse.embedded import embedded
from an2un.parse.kinds import Tagged
from an2un.parse.masthead_words import LineKind, read_line

_ABOVE = 6  # paragraphs that may stand between the number of a text and its formula
_NUMBERED: frozenset[LineKind] = frozenset(("numbered",))
_TITLING: frozenset[LineKind] = frozenset(("numbered", "resolution", "draftType", "adopted"))


def report_several(tagged: Sequence[Tagged], language: Language, report: Report) -> None:
    """Report the further texts of a document that is read as one (AU106), at the first of them."""
    found = list(_further(tagged, language))
    if not found:
        return
    spans = found[0].block.passage.pieces
    report(
        Diagnostic(
            SEVERAL_TEXTS,
            f"{len(found)} more text{'s' * (len(found) > 1)} below the first, from"
            f' "{found[0].block.text[:_SHOWN]}" on; put each in a file of its own',
            span=spans[0].span if spans else None,
        )
    )


_SHOWN = 60  # characters of a title


def _further(tagged: Sequence[Tagged], language: Language) -> Iterator[Tagged]:
    """Yield the first line of each further text: a number or title that a formula stands below.

    A text that is introduced stands within the one that introduces it; an annex may hold another
    text with its title, but hardly one with the number of a volume.
    """
    within = {index for found in embedded(tagged) for index in range(found.start, found.end)}
    kinds = _TITLING
    last = 0
    for index, item in enumerate(tagged):
        if item.kind == "annex":
            kinds = _NUMBERED
        if item.kind != "formula" or index in within:
            continue
        above = tagged[max(last, index - _ABOVE) : index]
        last = index + 1
        first = next((one for one in above if _titles(one, kinds, language)), None)
        if first is not None:
            yield first


def _titles(item: Tagged, kinds: frozenset[LineKind], language: Language) -> bool:
    """Say whether a paragraph opens a text: by its number, or as the draft of a report does."""
    if read_line(item.block.passage, language).kind in kinds:
        return True
    draft = language.masthead.draft_types.first(item.block.text[:_SHOWN])
    return kinds is _TITLING and draft is not None and draft[1].start == 0
