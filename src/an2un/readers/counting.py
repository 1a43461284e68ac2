"""Numbers as lists print them, in each of the formats of Word (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_MOST_REPEATS = 20  # of a letter: aa, bb … are its second round; a hostile start has millions

# Alphabets; behind their last letter they start again with each letter doubled.
_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "chicago": "*\u2020\u2021\u00a7",
}
# Runs of enclosed numbers: first character and how many there are; beyond them, digits.
_ENCLOSED = {
    "decimalEnclosedCircle": ("\u2460", 20),
    "decimalEnclosedCircleChinese": ("\u2460", 20),
    "decimalEnclosedParen": ("\u2474", 20),
    "decimalEnclosedFullstop": ("\u2488", 20),
    "ideographEnclosedCircle": ("\u3220", 10),  # Word prints those in brackets
}
# Digits zero to nine, for formats that write them side by side.
_DIGITS = {
    "decimalFullWidth": "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
    "decimalFullWidth2": "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
    "ideographDigital": "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d",
    "japaneseDigitalTenThousand": "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d",
    "taiwaneseDigital": "\u25cb\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d",
    "hindiNumbers": "\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f",
}
# Digits and the names of ten, a hundred, a thousand, for formats that count as one speaks.
_COUNTING = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"),
        ("\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d", "\u5341\u767e\u5343"),
    ),
    "chineseLegalSimplified": (
        "\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396", "\u62fe\u4f70\u4edf",
    ),
    "ideographLegalTraditional": (
        "\u58f9\u8cb3\u53c3\u8086\u4f0d\u9678\u67d2\u634c\u7396", "\u62fe\u4f70\u4edf",
    ),
}  # fmt: skip
# Short cycles of names.
_CYCLES = {
    "ideographTraditional": "\u7532\u4e59\u4e19\u4e01\u620a\u5df1\u5e9a\u8f9b\u58ec\u7678",
    "ideographZodiac": "\u5b50\u4e11\u5bc5\u536f\u8fb0\u5df3\u5348\u672a\u7533\u9149\u620c\u4ea5",
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def printed(count: int, format: str) -> str:
    """Return a number in a format by its name in the standard; unknown ones print digits."""
    if format in _PLAIN:
        return _PLAIN[format](count)
    if count < 1:
        return str(count)
    if format in _LETTERS:
        letters = _LETTERS[format]
        rounds, place = divmod(count - 1, len(letters))
        return letters[place] * min(rounds + 1, _MOST_REPEATS)
    if format in _ENCLOSED:
        first, many = _ENCLOSED[format]
        return chr(ord(first) + count - 1) if count <= many else str(count)
    if format in _CYCLES:
        return _CYCLES[format][(count - 1) % len(_CYCLES[format])]
    if format in _DIGITS:
        return "".join(_DIGITS[format][int(digit)] for digit in str(count))
    return _spoken(count, *_COUNTING[format]) if format in _COUNTING else str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    text = ""
    for worth, letters in _ROMAN:
        many, count = divmod(count, worth)
        text += letters * many
    return text


def _spoken(count: int, digits: str, powers: str) -> str:
    """Return a number below ten thousand as it is spoken: 二十三, 一百零五."""
    if count > _MOST_SPOKEN:
        return str(count)
    text, skipped = "", False
    for place in range(len(powers), -1, -1):
        digit = count // 10**place % 10
        if not digit:
            skipped = bool(text)
            continue
        text += (
            ("\u96f6" if skipped else "") + digits[digit - 1] + (powers[place - 1] if place else "")
        )
        skipped = False
    one_ten = digits[0] + powers[0]
    return text[1:] if text.startswith(one_ten) else text


_MOST_SPOKEN = 9999


def _ordinal(count: int) -> str:
    teen = 10 < abs(count) % 100 < 20
    return f"{count}{'th' if teen else _SUFFIXES.get(abs(count) % 10, 'th')}"


_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_PLAIN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda _count: "",
    "decimalZero": lambda count: f"{count:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
    "numberInDash": lambda count: f"- {count} -",
}
