"""Which body's resolution a cited number is: by the organ named, the shape of the number, its date.

A number alone does not say whose it is: 48/13 is a resolution of the General Assembly (1993) and
one of the Human Rights Council (2021). The organ named beside it decides, else the document's own
organ, as long as the number and the printed date can be that organ's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    """What is known beside a number: the noun, the year of its date, the year of the document.

    Years are 0 where they are not known; nothing cites what is younger than itself.
    """

    noun: Noun
    year: int
    until: int = 0

    def may_be(self, begun: int, ended: int) -> bool:
        """Tell whether the text cited can be of the years from `begun` to `ended`."""
        return (not self.year or begun <= self.year <= ended) and self.before(begun)

    def before(self, begun: int) -> bool:
        """Tell whether what began in a year can be cited by the document."""
        return not self.until or begun <= self.until


def _assembly(number: Number, clue: Clue) -> bool:
    """General Assembly: 217 (III) up to session XXX (1975), 31/1 from 1976, S-1/1, ES-11/1.

    Decisions are numbered from 301, 401, 501 on.
    """
    begun = 1945 + number.value
    if number.special:
        counted_on = number.shape != "roman" or int(number.number) >= _COUNTED_ON
        known = number.special == "ES" or _special_assembly(number.value, clue.year)
        return counted_on and known
    if number.shape == "roman":
        return number.value <= 30 and clue.may_be(begun, begun + 1)
    if number.shape != "session" or number.value < 31:
        return False
    count = int(number.number)
    numbered = count > 300 if clue.noun == "decision" else count < 400
    return numbered and clue.may_be(begun, begun + 1)


# Before 1976 resolutions were counted on from session to session: 997 (ES-I), 1874 (S-IV).
_COUNTED_ON = 700


def _special_assembly(session: int, year: int) -> bool:
    """Tell the Assembly's special sessions by date: the 28th met in 2005, later ones are listed."""
    if not year:
        return session <= 40
    if session <= 28:
        return year <= 2005
    held = _SPECIAL_SESSIONS.get(session)
    return held is not None and 0 <= year - held <= 1


_SPECIAL_SESSIONS = {29: 2014, 30: 2016, 31: 2020, 32: 2021}


def _security(number: Number, clue: Clue) -> bool:
    """Security Council: 2250 (2015); the year is part of the number."""
    plain = number.shape == "bracket" and int(number.number) < 10000
    return plain and number.value >= 1946 and clue.before(number.value)


def _economic(number: Number, clue: Clue) -> bool:
    """Economic and Social Council: 2021/11; up to 1978 1503 (XLVIII), two sessions a year.

    Decisions are numbered from 101, 201 on.
    """
    if number.special:
        return False
    if number.shape == "roman":
        begun = 1945 + (number.value - 1) // 2
        return number.value <= 63 and clue.may_be(begun, begun + 2)
    if number.shape != "year" or number.value < 1978:
        return False
    numbered = (int(number.number) > 100) == (clue.noun == "decision")
    return numbered and clue.may_be(number.value - 1, number.value + 1)


def _rights(number: Number, clue: Clue) -> bool:
    """Human Rights Council: three regular sessions a year, the 4th in March 2007; S-34/1.

    Decisions are numbered from 101 on.
    """
    if number.shape != "session":
        return False
    if number.special:
        return number.special == "S" and clue.may_be(2006, 2100)
    begun = 2007 + (number.value - 4) // 3
    count = int(number.number)
    numbered = count > 100 if clue.noun == "decision" else count <= 60
    return number.value <= 120 and numbered and clue.may_be(begun - 1, begun + 1)


def _environment(number: Number, clue: Clue) -> bool:
    """United Nations Environment Assembly: every second year, the 1st session in 2014."""
    begun = 2012 + 2 * number.value
    plain = number.shape == "session" and not number.special and number.value <= _HELD
    return plain and clue.may_be(begun - 2, begun + 2)


_HELD = 9  # sessions of the Environment Assembly that a number may be of


def _conference(number: Number, clue: Clue) -> bool:
    """Conference of the Parties to the Convention on Biological Diversity: Arabic from the 14th."""
    plain = number.shape == "session" and not number.special and clue.noun == "decision"
    return plain and 14 <= number.value <= _MET and clue.may_be(2018, 2100)


_MET = 30  # meetings of the Parties that a number may be of: the 16th was in 2024


def _commission(number: Number, _: Clue) -> bool:
    """Commission on Human Rights (1947–2006): 2005/30, 12 (XXIII)."""
    if number.shape == "roman":
        return True
    return number.shape == "year" and number.value <= 2006


def _yearly(number: Number, clue: Clue) -> bool:
    """Economic and Social Commission for Asia and the Pacific: its 1st session was in 1947."""
    plain = number.shape == "session" and not number.special
    return plain and clue.may_be(1942 + number.value, 1947 + number.value)


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
UNNAMED = (
    "generalAssembly",
    "securityCouncil",
    "economicAndSocialCouncil",
    "humanRightsCouncil",
)


def body(
    number: Number, clue: Clue, named: Iterable[str], own: str, others: Sequence[str] = UNNAMED
) -> str:
    """Return the organ whose number it is, "" if none can be told.

    named   organs named beside the number, nearest first
    own     the document's organ
    others  organs that are tried where neither fits, in this order
    """
    for organ in named:
        if organ == NO_SYMBOL:
            return ""
        found = stated(number, clue, organ, own)
        if found:
            return found
    if _POSSIBLE.get(own, _never)(number, clue):
        return own
    found = next(filter(None, (stated(number, clue, organ, own) for organ in others)), "")
    if (
        not found
        and others
        and clue.year
        and clue.noun == "resolution"
        and _environment(number, clue)
    ):
        return "environmentAssembly"
    return found


def anyones(number: Number, clue: Clue) -> bool:
    """Tell whether a number can be that of any body known here."""
    return any(possible(number, clue) for possible in _POSSIBLE.values())


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
