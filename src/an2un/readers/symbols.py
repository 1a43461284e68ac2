"""Characters of the fonts that symbols are set with, as Unicode.

The fonts put them into the private use area at U+F000; the tables are those of the Unicode
consortium for the font Symbol (SYMBOL.TXT) and, for dingbats, what a word processor prints.
"""

from __future__ import annotations

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"  # for A to Z
_GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"  # for a to z
_SYMBOL = {
    **{ord("A") + at: letter for at, letter in enumerate(_GREEK)},
    **{ord("a") + at: letter for at, letter in enumerate(_GREEK_SMALL)},
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅",
    0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD5: "∏", 0xD6: "√",
    0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒",
    0xDF: "⇓", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xB7: "•", 0xD8: "➢", 0xE0: "→",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)


def plain(text: str, font: str) -> str:
    """Return characters of a font of symbols as Unicode; what no table knows stays as it is."""
    table = _TABLES.get(font.lower())
    if table is None:
        return "".join("•" if ord(c) == _BULLET else c for c in text)
    return "".join(table.get(_code(c), _bare(c)) for c in text)


_BULLET = 0xF0B7  # the bullet of most lists, printed whatever the font is called


def symbol(code: str, font: str) -> str:
    """Return the character that w:sym names by its hexadecimal code; "" for no code."""
    try:
        found = int(code, 16)
    except ValueError:
        return ""
    return plain(chr(found), font) if found in _CODES and found not in _SURROGATES else ""


_CODES, _SURROGATES = range(0x20, 0x10000), range(0xD800, 0xE000)


def _code(character: str) -> int:
    code = ord(character)
    return code - _PRIVATE.start if code in _PRIVATE else code


def _bare(character: str) -> str:
    """Return a character that no table knows: plain letters of the private area as themselves."""
    code = _code(character)
    return (
        chr(code)
        if code != ord(character) and chr(code).isascii() and chr(code).isprintable()
        else character
    )
