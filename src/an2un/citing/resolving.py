"""From lists of numbers to citations: whose number each is, which date is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.citing.bodies import NO_SYMBOL, UNNAMED, Clue, Noun, Number, body, stated, symbol
from an2un.citing.citation import Citation
from an2un.citing.lists import Group, Member
from an2un.citing.stretch import Cited, Dated, Stretch, Tail
from an2un.record import replace
from an2un.symbol import Symbol, parse


class Whose(NamedTuple):
    """Whose a number may be: organs named beside it, and those tried where none of them fits."""

    named: tuple[str, ...]
    others: Sequence[str]


class Own(NamedTuple):
    """What is known of the document that cites: its organ, its year (0: unknown), its direction.

    Where lines run from right to left (`leftward`) some numbers are printed backwards.
    """

    organ: str = ""
    year: int = 0
    leftward: bool = False


def numbered(
    page: Stretch, groups: Sequence[Group], numbers: Sequence[Cited], own: Own
) -> Iterator[Citation]:
    """Yield the citations of all lists of a text, and the numbers among the rest that repeat one.

    own  the document's organ and year
    """
    known: dict[tuple[str, str], Citation] = {}
    taken: set[int] = set()
    for group in groups:
        _share_dates(page, group)
        for index, member in enumerate(group.members):
            behind = [m.tail.organ for m in group.members[index:] if m.tail.organ][:1]
            citation = _citation(member, group, (*behind, *group.named), own)
            taken.add(member.cited.start)
            if citation is not None:
                known[member.cited.number.session, member.cited.number.number] = citation
                yield citation
    for cited in numbers:
        like = known.get((cited.number.session, cited.number.number))
        if like is not None and cited.start not in taken:
            yield _repeated(cited, like)


def _repeated(cited: Cited, like: Citation) -> Citation:
    """Return the citation of a number that was cited before, maybe with another letter."""
    found = replace(parse(like.symbol), letters=cited.number.letter)
    date = like.date if found == parse(like.symbol) else ""
    return Citation(cited.start, cited.end, like.kind, str(found), date)


def _citation(member: Member, group: Group, named: tuple[str, ...], own: Own) -> Citation | None:
    """Return the citation of one number.

    A date that cannot be that of the number is left out as misprinted, if the organ is named or the
    number is one of "its resolutions", and the year right but for a slip. Else the number is
    another body's: regional commissions number like the councils and assemblies that cite them.
    """
    tail, number = member.tail, member.cited.number
    date = tail.date
    whose = Whose(named, _others(group, dated=date is not None))
    found = _symbol(number, group.noun, whose, own, int(date.iso[:4]) if date else 0)
    odd = found is None and date is not None
    stating = (*named, own.organ) if group.own else named
    if date and odd and _misprinted(number, group.noun, stating, date):
        found, date = _symbol(number, group.noun, whose, own, 0), None
    if found is None:
        return None
    kind: Noun = "decision" if found.nature == "decision" else "resolution"
    iso = date.iso if date else ""
    return Citation(
        member.start, tail.end, kind, str(found), iso, tail.parts,
        odd_date=odd, shared=member.shared, certain=bool(named or iso),
    )  # fmt: skip


def _others(group: Group, *, dated: bool) -> Sequence[str]:
    """Return the organs to try where neither the named nor the document's own fits.

    "Its" points to one named before; where that has no symbols of its own, only a date that fits
    makes the number another's.
    """
    if not group.own:
        return UNNAMED
    if group.far == NO_SYMBOL:
        return UNNAMED if dated else ()
    return (group.far, *UNNAMED)


def _misprinted(number: Number, noun: Noun, whose: Sequence[str], date: Dated) -> bool:
    """Tell whether a date is that of one of the organs' number but for a slip in the year."""
    clues = [Clue(noun, year) for year in _slips(date.iso[:4])]
    return any(stated(number, clue, organ, "") for organ in whose for clue in clues)


def _slips(year: str) -> Iterator[int]:
    """Yield the years that differ by one digit, or by two digits that changed places."""
    for at, digit in enumerate(year):
        yield from (int(year[:at] + other + year[at + 1 :]) for other in "0123456789")
        for later in range(at + 1, len(year)):
            yield int(year[:at] + year[later] + year[at + 1 : later] + digit + year[later + 1 :])


def _symbol(number: Number, noun: Noun, whose: Whose, own: Own, year: int) -> Symbol | None:
    """Return the symbol of a number as the noun says; as the other noun if it can only be that.

    "Resolutions and decisions" governs both kinds of numbers, and the numbers of decisions are
    too high for resolutions; what is called a decision is never a resolution.
    """
    other: Noun = "decision" if noun == "resolution" else "resolution"
    clues = [Clue(kind, year, own.year) for kind in (noun, other)]
    if noun == "decision":
        del clues[1:]
    for clue in clues:
        if any(stated(number, clue, organ, own.organ) for organ in whose.named):
            return symbol(body(number, clue, whose.named, own.organ), clue.noun, number)
    for clue in clues:
        organ = body(number, clue, whose.named, own.organ, whose.others)
        if organ:
            return symbol(organ, clue.noun, number)
    return None


# ------------------------------------------------------------------- dates that stand for several


def _share_dates(page: Stretch, group: Group) -> None:
    """Give undated numbers the dates that stand for several of them.

    Behind the numbers: "55/28 and 55/29 of 5 April 2024"; dates in a row, as many as there are
    undated numbers before them, are theirs in this order. Before the numbers (Chinese): the next
    one shares the date. A single date is shared among numbers of one session only, the last of
    which a linking word joins; in "70/1, 70/299 of 29 July 2016" it is that of the last alone.
    """
    members = group.members
    if page.wording.noun_after:
        for one, other in pairwise(members):
            if other.tail.date is None and _one_session(one, other):
                _share(other, one.tail.date)
        return
    for index in range(len(members) - 1, -1, -1):
        date = members[index].tail.date
        if date is None:
            continue
        first = index
        while first and members[first - 1].tail.date is None and _adjacent(page, members, first):
            first -= 1
        run = members[first : index + 1]
        dates = [date, *_dates_behind(page, members[index].tail.past)]
        if len(dates) == len(run):
            _assign(run, dates)
        elif len(dates) == 1 and _linked(page, members, index):
            for member in run[:-1]:
                if _one_session(member, members[index]):
                    _share(member, date)


def _share(member: Member, date: Dated | None) -> None:
    member.tail = member.tail._replace(date=date)
    member.shared = date is not None


def _one_session(one: Member, other: Member) -> bool:
    return one.cited.number.session == other.cited.number.session


def _adjacent(page: Stretch, members: list[Member], index: int) -> bool:
    return page.joined(members[index - 1].tail.past, members[index].start)


def _linked(page: Stretch, members: list[Member], index: int) -> bool:
    return page.linked(page.text[members[index - 1].tail.past : members[index].start])


def _assign(run: list[Member], dates: list[Dated]) -> None:
    """Give each number of a list its date; where there are several, none stands beside its own."""
    for member, date in zip(run, dates, strict=True):
        tail: Tail = member.tail._replace(date=date)
        if len(run) > 1:
            tail = tail._replace(end=max([member.cited.end, *(p.end for p in tail.parts)]))
        member.tail = tail


def _dates_behind(page: Stretch, position: int) -> Iterator[Dated]:
    """Yield the dates that follow a date in a row: "of 5 May 2020, 8 May 2021 and …"."""
    for date in page.dates_from(position):
        if not _in_row(page, position, date.start):
            return
        yield date
        position = date.end


def _in_row(page: Stretch, start: int, end: int) -> bool:
    lead = page.wording.date_lead
    if not page.text[start:end].strip() or end - start > 30:
        return False
    cut = next((at for at in range(start, end + 1) if _leads(lead, page.text, at, end)), None)
    return cut is not None and page.joined(start, cut)


def _leads(lead: re.Pattern[str], text: str, start: int, end: int) -> bool:
    match = lead.match(text, start)
    return match is not None and match.end() == end
