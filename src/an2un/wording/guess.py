"""Which language a text is in: by script, function words and enacting formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from an2un.wording.scripts import Script, main_script
from an2un.wording.words import Words

_WINDOW = 12_000
_FEW_LETTERS = 20  # of another script than the Latin, below which the evidence is weak
_FEW_WORDS = 10  # function words, below which the evidence is weak where languages share a script
_FORMULA_WORTH = 40  # function words that one enacting formula outweighs
# Of so many words of a resolution at least one is a function word, formulas counted as above: in
# all texts of the corpus; of a German one, one word in 30 is a function word of English.
_RAREST = 20


class Sample(NamedTuple):
    """What speaks for a language: its function words and its enacting formulas, as `plain`.

    spaced  whether blanks part its words, so that they can be counted
    """

    code: str
    words: frozenset[str]
    formulas: tuple[str, ...]
    spaced: bool


class Evidence(NamedTuple):
    """The language found; `weak` if little spoke for it or much for another."""

    code: str
    weak: bool


def weigh(text: str, samples: Callable[[Script], Iterable[Sample]]) -> Evidence:
    """Return the language that most speaks for, English where nothing speaks at all.

    samples  what speaks for each of the languages that are written in a script
    """
    text = text[:_WINDOW]
    known = tuple(samples(main_script(text)))
    lowered = text.lower()
    words = Words(lowered)
    flat = lowered.replace("’", "'")
    scores = {sample.code: _score(sample, words, flat) for sample in known}
    ranked = sorted(scores, key=lambda code: (-scores[code], code != "en"))
    best = scores[ranked[0]]
    if len(known) == 1:
        few = len(_letters(text, _FEW_LETTERS)) < _FEW_LETTERS
    else:
        few = best < _FEW_WORDS or best < 1.25 * scores[ranked[1]]
    # a language of the same script that there is no table of
    foreign = known[0].spaced and best * _RAREST < words.counts.total()
    return Evidence(ranked[0], few or foreign)


def _score(sample: Sample, words: Words, flat: str) -> int:
    """Return how many function words speak for a language in a text, formulas counted as many."""
    counts = words.counts
    common = sum(map(counts.__getitem__, sample.words & counts.keys()))
    formulas = sum(
        formula in flat
        for formula in sample.formulas
        if (inner := _inner(formula)) == "" or inner in words.tokens
    )
    return common + _FORMULA_WORTH * formulas


@cache
def _inner(formula: str) -> str:
    """Return the longest of the words of a formula that have a blank on either side.

    Where it does not stand in a text the formula need not be looked for; apostrophes are printed
    in several ways.
    """
    inner = formula.split(" ")[1:-1]
    return max((word for word in inner if "'" not in word), key=len, default="")


def _letters(text: str, count: int) -> list[str]:
    """Return the first letters of a text, at most so many."""
    return list(islice(filter(str.isalpha, text), count))


def plain(text: str) -> str:
    """Return a text in small letters, with one kind of apostrophe."""
    return text.lower().replace("’", "'")
