"""How wide a text is set, in ems: by the metrics of Times, which the United Nations prints.

The widths of Latin letters are those that Adobe publishes for Times Roman, of Cyrillic ones those
of Times New Roman. Arabic letters join into shapes of many widths, of which an average has to do;
a Chinese character is an em wide. Lines are filled as far as they go, so that widths tell where a
line had room for more (counted in texts of all six languages: hardly ever within a paragraph).
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from an2un.wording.scripts import Script

_CODECS: dict[Script, str] = {
    "latin": "cp1252", "cyrillic": "cp1251", "arabic": "cp1256", "han": "gb2312",
}  # fmt: skip
_UNIT = 0.005  # of an em: the widest letter still fits into a byte
_LETTER = 0.5  # ems of what the table does not tell, and of each of the two bytes of an ideograph
_ASCII = 128
_ARABIC = 0.43
# Letters by their width in thousandths of an em; accents do not count.
_WIDTHS = {
    250: "\u00a0 ,.", 278: "ijlt/:;\\", 333: "frI!()-[]`\u2018\u2019'\u2010\u2011", 389: "sJ",
    400: "\u00b0\u0437", 408: '"', 410: "\u0433", 429: "\u044d",
    437: "\u0442", 444: "acez?\u201c\u201d\u0430\u0435\u0441", 456: "\u044c\u044f",
    472: "\u0432", 486: "\u043a",
    500: "0123456789bdghknopquvxy$#*_\u2013\u00ab\u00bb\u043b\u043e\u0440\u0443\u0445\u0447",
    517: "\u0431\u0434\u044a", 535: "\u0438\u043d\u043f\u0446", 556: "FPS\u0420",
    564: "+<=>", 576: "\u0411\u0413\u042c", 611: "ELTZ\u0415\u0422", 633: "\u043c",
    650: "\u0424\u0427\u0444", 667: "BCR\u0412\u041a\u041b\u0421\u042d\u042f", 671: "\u044b",
    691: "\u0436", 722: "ADGHKNOQUVXYw\u0410\u0414\u0418\u041d\u041e\u041f\u0423\u0425\u0426",
    748: "\u044e", 770: "\u0448\u0449", 778: "m&", 833: "%", 872: "\u042b", 889: "M\u0416\u041c",
    921: "@", 944: "W", 1000: "\u2014\u2026\u2116", 1009: "\u0428\u0429\u042e",
}  # fmt: skip


def ems(text: str, script: Script) -> float:
    """Return how many ems a text takes that is set in Times."""
    # in ASCII all codes are alike, and there is one that is quick
    coded = text.encode() if text.isascii() else text.encode(_CODECS[script], "replace")
    return sum(coded.translate(_table(script))) * _UNIT


@cache
def _table(script: Script) -> bytes:
    """Return the width of each byte of the code in which a script has a byte for a letter."""
    return bytes(round(_byte(value, script) / _UNIT) for value in range(256))


def _byte(value: int, script: Script) -> float:
    if script == "han" and value >= _ASCII:
        return _LETTER
    letter = bytes([value]).decode(_CODECS[script], "replace")
    if script == "arabic" and "\u0600" <= letter <= "\u06ff":
        return 0.0 if combining(letter) else _ARABIC
    return _by_letter().get(normalize("NFD", letter)[0], _LETTER)


@cache
def _by_letter() -> dict[str, float]:
    return {letter: ems / 1000 for ems, letters in _WIDTHS.items() for letter in letters}
