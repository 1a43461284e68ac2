"""Which language a text is in: by script, function words and enacting formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from an2un.wording.scripts import Script, main_script
from an2un.wording.words import counted

_WINDOW = 12_000
_FEW_LETTERS = 20  # of another script than the Latin, below which the evidence is weak
_FORMULA_WORTH = 40  # function words that one enacting formula outweighs


class Sample(NamedTuple):
    """What speaks for a language: its function words and its enacting formulas, as `plain`."""

    code: str
    words: frozenset[str]
    formulas: tuple[str, ...]


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
    if len(known) == 1:
        return Evidence(known[0].code, len(_letters(text, _FEW_LETTERS)) < _FEW_LETTERS)
    lowered = text.lower()
    words = counted(lowered)
    flat = lowered.replace("’", "'")
    scores = {
        sample.code: sum(map(words.__getitem__, sample.words & words.keys()))
        + _FORMULA_WORTH * sum(formula in flat for formula in sample.formulas)
        for sample in known
    }
    ranked = sorted(scores, key=lambda code: (-scores[code], code != "en"))
    best, second = scores[ranked[0]], scores[ranked[1]]
    return Evidence(ranked[0], best < 10 or best < 1.25 * second)


def _letters(text: str, count: int) -> list[str]:
    """Return the first letters of a text, at most so many."""
    return list(islice(filter(str.isalpha, text), count))


def plain(text: str) -> str:
    """Return a text in small letters, with one kind of apostrophe."""
    return text.lower().replace("’", "'")
