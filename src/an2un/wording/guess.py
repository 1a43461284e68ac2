"""Which language a text is in: by script, function words and enacting formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_WINDOW = 12_000
_HAN = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufeff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_LETTERS = 20  # of another script than the Latin, below which the evidence is weak
_FORMULA_WORTH = 40  # function words that one enacting formula outweighs


class Sample(NamedTuple):
    """What speaks for a language: its function words and its enacting formulas."""

    code: str
    words: frozenset[str]
    formulas: tuple[str, ...]


class Evidence(NamedTuple):
    """The language found; `weak` if little spoke for it or much for another."""

    code: str
    weak: bool


def weigh(text: str, samples: Sequence[Sample]) -> Evidence:
    """Return the language that most speaks for, English where nothing speaks at all."""
    text = text[:_WINDOW]
    script = _script(text)
    lowered = text.lower()
    words = Counter(_WORD.findall(lowered))
    scores = {
        sample.code: sum(words[word] for word in sample.words) + _formulas(lowered, sample)
        for sample in samples
        if _script_of(sample.formulas) == script
    }
    if script != "latin":
        code = next(iter(scores))
        return Evidence(code, sum(map(len, words.elements())) < _FEW_LETTERS)
    ranked = sorted(scores, key=lambda code: (-scores[code], code != "en"))
    best, second = scores[ranked[0]], scores[ranked[1]]
    return Evidence(ranked[0], best < 10 or best < 1.25 * second)


def _formulas(lowered: str, sample: Sample) -> int:
    flat = lowered.replace("’", "'")
    hits = sum(1 for formula in sample.formulas if formula.lower().replace("’", "'") in flat)
    return hits * _FORMULA_WORTH


@cache
def _script_of(formulas: tuple[str, ...]) -> str:
    return _script("".join(formulas))


def _script(text: str) -> str:
    """Return the script of most words: one Chinese character counts as much as three letters."""
    counts = {
        # symbols, links and names stay in Latin letters in every language
        "latin": len(_LATIN.findall(text)) / 2,
        "han": 3 * len(_HAN.findall(text)),
        "arabic": len(_ARABIC.findall(text)),
        "cyrillic": len(_CYRILLIC.findall(text)),
    }
    return max(counts, key=lambda script: counts[script])
