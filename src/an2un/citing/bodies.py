"""Which body's resolution a cited number is: by the organ named, the shape of the number, its date.

A number alone does not say whose it is: 48/13 is a resolution of the General Assembly (1993) and
one of the Human Rights Council (2021). The organ named beside it decides, else the document's own
organ, as long as the number and the printed date can be that organ's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from an2un.symbol import Symbol
from an2un.wording.numerals import roman

Noun = Literal["resolution", "decision"]
Shape = Literal["session", "year", "bracket", "roman"]

NO_SYMBOL = "other"  # bodies that number alike, but whose numbers are no symbols


class Number(NamedTuple):
    """A cited number in its parts: `72/7`, `2021/11`, `2250 (2015)`, `2200 A (XXI)`, `S-23/3`.

    session  as in symbols: "72", "S-23", "2021", "2015", "XXI"
    number   "7"; letter "" or "A", "A-C"
    """

    shape: Shape
    session: str
    number: str
    letter: str = ""

    @property
    def special(self) -> str:
        """The mark of a special session, "S" or "ES"; "" for regular ones."""
        return self.session.rpartition("-")[0] if self.shape != "bracket" else ""

    @property
    def value(self) -> int:
        """The session or year as a number."""
        tail = self.session.rpartition("-")[2]
        return (roman(tail) or 0) if self.shape == "roman" else int(tail)


class Clue(NamedTuple):
    """What is printed beside a number: the noun, the year of its date (0: none)."""

    noun: Noun
    year: int


def _assembly(number: Number, clue: Clue) -> bool:
    """General Assembly: 217 (III) up to session XXX (1975), 31/1 from 1976, S-1/1, ES-11/1."""
    if number.special:
        return number.special == "ES" or _special_assembly(number.value, clue.year)
    if number.shape == "roman":
        return number.value <= 30 and _near(clue.year, 1945 + number.value)
    if number.shape != "session" or number.value < 31:
        return False
    decision = clue.noun == "decision"  # numbered from 301, 401, 501 on
    return (int(number.number) > 300 or not decision) and _near(clue.year, 1945 + number.value)


def _special_assembly(session: int, year: int) -> bool:
    """Tell the Assembly's special sessions by date: the 28th met in 2005, the 29th in 2014."""
    return session <= 40 and (not year or (session <= 28) == (year <= 2005))


def _near(year: int, begun: int) -> bool:
    """Tell whether a year is that in which a session began, or the next one."""
    return not year or begun <= year <= begun + 1


def _security(number: Number, _: Clue) -> bool:
    """Security Council: 2250 (2015); the year is part of the number."""
    return number.shape == "bracket" and int(number.number) < 10000 and number.value >= 1946


def _economic(number: Number, clue: Clue) -> bool:
    """Economic and Social Council: 2021/11; up to 1978 1503 (XLVIII), two sessions a year."""
    if number.special:
        return False
    if number.shape == "roman":
        return not clue.year or abs(1946 + (number.value - 1) // 2 - clue.year) <= 1
    known = clue.noun == "resolution" or int(number.number) >= 100
    year = not clue.year or abs(number.value - clue.year) <= 1
    return number.shape == "year" and number.value >= 1978 and known and year


def _rights(number: Number, clue: Clue) -> bool:
    """Human Rights Council: three regular sessions a year, the 4th in March 2007; S-34/1."""
    if number.special:
        return number.special == "S" and (not clue.year or clue.year >= 2006)
    if number.shape != "session" or number.value > 120:
        return False
    begun = 2007 + (number.value - 4) // 3
    possible = (int(number.number) > 100) == (clue.noun == "decision")  # decisions: from 101 on
    return possible and (not clue.year or begun - 1 <= clue.year <= begun + 1)


def _environment(number: Number, clue: Clue) -> bool:
    """United Nations Environment Assembly: every second year, the 1st session in 2014."""
    plain = number.shape == "session" and not number.special and number.value <= 20
    held = abs(2012 + 2 * number.value - clue.year) <= 2 if clue.year else number.value <= _HELD
    return plain and held


_HELD = 9  # sessions of the Environment Assembly that an undated number may be of


def _conference(number: Number, clue: Clue) -> bool:
    """Conference of the Parties to the Convention on Biological Diversity: Arabic from the 14th."""
    plain = number.shape == "session" and not number.special and clue.noun == "decision"
    return plain and number.value >= 14 and (not clue.year or clue.year >= 2018)


def _commission(number: Number, _: Clue) -> bool:
    """Commission on Human Rights (1947–2006): 2005/30, 12 (XXIII)."""
    if number.shape == "roman":
        return True
    return number.shape == "year" and number.value <= 2006


def _yearly(number: Number, clue: Clue) -> bool:
    """Economic and Social Commission for Asia and the Pacific: its 1st session was in 1947."""
    plain = number.shape == "session" and not number.special
    return plain and (not clue.year or abs(1944 + number.value - clue.year) <= 3)


def _never(_number: Number, _clue: Clue) -> bool:
    return False


def _roman(number: Number, _: Clue) -> bool:
    return number.shape == "roman"


_POSSIBLE: dict[str, Callable[[Number, Clue], bool]] = {
    "generalAssembly": _assembly,
    "securityCouncil": _security,
    "economicAndSocialCouncil": _economic,
    "humanRightsCouncil": _rights,
    "environmentAssembly": _environment,
    "commissionOnHumanRights": _commission,
    "conferenceOnBiologicalDiversity": _conference,
    "trusteeshipCouncil": _roman,
    "economicAndSocialCommissionForAsiaAndThePacific": _yearly,
}
_SERIES: dict[str, tuple[str, ...]] = {
    "generalAssembly": ("A",),
    "securityCouncil": ("S",),
    "economicAndSocialCouncil": ("E",),
    "humanRightsCouncil": ("A", "HRC"),
    "commissionOnHumanRights": ("E", "CN.4"),
    "trusteeshipCouncil": ("T",),
    "conferenceOnBiologicalDiversity": ("CBD", "COP"),
    "economicAndSocialCommissionForAsiaAndThePacific": ("ESCAP",),
}
# Short names stand for one of several organs; the document's own comes first.
_SHORT: dict[str, tuple[str, ...]] = {
    "assembly": ("generalAssembly", "environmentAssembly"),
    "council": ("securityCouncil", "economicAndSocialCouncil", "humanRightsCouncil"),
}
VAGUE = frozenset((NO_SYMBOL, *_SHORT))  # names that leave open which body is meant
# Where nothing is named: the order in which the shapes are tried.
_UNNAMED = (
    "generalAssembly",
    "securityCouncil",
    "economicAndSocialCouncil",
    "humanRightsCouncil",
)


def body(number: Number, clue: Clue, named: Iterable[str], own: str) -> str:
    """Return the organ whose number it is, "" if none can be told.

    named  organs named beside the number, nearest first; own  the document's organ
    """
    for organ in named:
        if organ == NO_SYMBOL:
            return ""
        found = stated(number, clue, organ, own)
        if found:
            return found
    if _POSSIBLE.get(own, _never)(number, clue):
        return own
    found = next((organ for organ in _UNNAMED if _POSSIBLE[organ](number, clue)), "")
    if not found and clue.year and clue.noun == "resolution" and _environment(number, clue):
        return "environmentAssembly"
    return found


def stated(number: Number, clue: Clue, organ: str, own: str) -> str:
    """Return the organ that a printed name stands for if the number can be its own, else ""."""
    choices = sorted(_SHORT.get(organ, (organ,)), key=lambda choice: choice != own)
    return next((c for c in choices if _POSSIBLE.get(c, _never)(number, clue)), "")


def symbol(organ: str, noun: Noun, number: Number) -> Symbol | None:
    """Return the symbol of a resolution or decision of an organ; None where it has none."""
    if organ == "environmentAssembly":
        kind = "Res" if noun == "resolution" else "Dec"
        return Symbol(("UNEP", f"EA.{number.session}", f"{kind}.{number.number}"))
    series = _SERIES.get(organ)
    if series is None:
        return None
    path = (*series, "RES" if noun == "resolution" else "DEC")
    if number.shape in ("bracket", "roman"):
        return Symbol((*path, number.number), number.letter, number.session)
    return Symbol((*path, number.session, number.number), number.letter)
