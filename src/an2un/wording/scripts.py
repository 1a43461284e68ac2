"""Which script characters are of; told by code points, without large classes of patterns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

Script = Literal["latin", "han", "arabic", "cyrillic"]
# The languages that there are tables of (ISO 639-1), and the scripts they are written in.
SCRIPTS: Mapping[str, Script] = {
    "ar": "arabic", "en": "latin", "es": "latin", "fr": "latin", "ru": "cyrillic", "zh": "han",
    "de": "latin",
}  # fmt: skip

# Symbols, links and names stay in Latin letters in every language.
_WEIGHTS: dict[Script, float] = {"latin": 0.5, "han": 3, "arabic": 1, "cyrillic": 1}
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_WIDE_MARKS = frozenset("\u201c\u201d\u2018\u2019\u2026\u2014")


def is_ideograph(character: str) -> bool:
    """Say whether a character is a Chinese one; "" is none."""
    return "\u3400" <= character <= "\u9fff"


def is_wide(character: str) -> bool:
    """Say whether a character belongs to Chinese type, next to which no blank is printed."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or "\uf900" <= character <= "\ufaff"
        or character in _WIDE_MARKS
    )


def main_script(text: str) -> Script:
    """Return the script of most words: one Chinese character counts as much as three letters."""
    counts: dict[Script, float] = dict.fromkeys(_WEIGHTS, 0)
    # by their bytes, of which those of ASCII stand for no other characters
    foreign = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    for character, count in Counter(foreign.decode("utf-8", "surrogatepass")).items():
        script = _script(character)
        if script:
            counts[script] += _WEIGHTS[script] * count
    if any(counts[script] for script in counts if script != "latin"):
        letters = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
        counts["latin"] += _WEIGHTS["latin"] * len(letters)
    return max(counts, key=lambda script: counts[script])


def _script(character: str) -> Script | None:
    if character < "\u0250":
        letter = "a" <= character <= "z" or "A" <= character <= "Z" or character >= "\u00c0"
        return "latin" if letter else None
    if "\u0400" <= character <= "\u04ff":
        return "cyrillic"
    if is_ideograph(character):
        return "han"
    arabic = (
        "\u0621" <= character <= "\u064a"
        or "\ufb50" <= character <= "\ufdff"
        or "\ufe70" <= character <= "\ufeff"
    )
    return "arabic" if arabic else None
