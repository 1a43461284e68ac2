"""Lists of cited numbers: which numbers a noun governs, and what is said of each.

In most languages the noun comes first: "its resolutions 72/7 of 17 November 2017 and 75/272". A
number is a citation only where a noun governs it: the noun stands beside it, or a cited number
does, with nothing but joining words between; or it is a dated number further on in the list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from an2un.citing.bodies import NO_SYMBOL, Clue, Noun, Number, anyones, body
from an2un.citing.phrases import Term
from an2un.citing.stretch import FAR, Cited, Part, Stretch, Tail


@dataclass(slots=True)
class Member:
    """One number of a list: all characters that cite it, its date and parts.

    shared  the date is that of another number, too
    """

    cited: Cited
    start: int
    tail: Tail
    shared: bool = False


@dataclass(slots=True)
class Group:
    """The numbers that one noun governs; `word` says whether it is in the plural ("resolutions").

    named  organs named beside the list, the nearest first
    own    "its resolutions"
    far    organ named before "its" too far off to be preferred to the document's own
    start  where the noun begins if its first number stands right behind it, -1 else
    ahead  parts of the document named before the noun: "section III of its resolution"
    """

    noun: Noun
    word: str
    named: list[str]
    members: list[Member] = field(default_factory=list)
    own: bool = False
    far: str = ""
    start: int = -1
    ahead: tuple[Part, ...] = ()


def noun_first(page: Stretch, numbers: Sequence[Cited]) -> list[Group]:
    """Return the lists of a text whose nouns stand before their numbers."""
    groups: list[Group] = []
    past = 0
    index = 0
    for cited in numbers:
        if cited.start < past:
            continue
        noun = None
        while index < len(page.nouns) and page.nouns[index].end <= cited.start:
            noun, index = page.nouns[index], index + 1
        tail = page.tail(cited.end)
        if noun is not None and (
            _attached(page, noun, cited) or _listed(page, noun.end, cited, tail, noun.id)
        ):
            groups.append(_group(page, noun, Member(cited, cited.start, tail), past))
        elif noun is None and groups and _follows(page, past, cited, tail, groups[-1]):
            groups[-1].members.append(Member(cited, cited.start, tail))
        else:
            continue
        past = tail.past
    for group in groups:
        _begin(group)
    return groups


def _begin(group: Group) -> None:
    """Let the citation begin with the noun, or the parts named before it, if there is but one.

    Russian does not tell one resolution from several: "раздела III своей резолюции".
    """
    if len(group.members) > 1 and group.word.endswith("s"):
        return
    first = group.members[0]
    if group.ahead:
        first.start = group.ahead[0].start
        first.tail = first.tail._replace(parts=(*group.ahead, *first.tail.parts))
    elif group.start >= 0:
        first.start = group.start


def _attached(page: Stretch, noun: Term, cited: Cited) -> bool:
    """Tell whether nothing but the organ's name and joining words part a noun and a number."""
    return page.joined(noun.end, cited.start)


def _follows(page: Stretch, past: int, cited: Cited, tail: Tail, group: Group) -> bool:
    return page.joined(past, cited.start) or _listed(page, past, cited, tail, group.word)


def _listed(page: Stretch, past: int, cited: Cited, tail: Tail, noun: str) -> bool:
    """Tell whether a number further on belongs to the list: dated, or in a list of several.

    It stands behind a comma or a linking word: "72/7 of 17 November 2017 on the sea, and 75/272 of
    16 April 2021"; undated ones behind a linking word only: "5/1, on its institutions, and 5/2".
    """
    if cited.start - past > FAR:
        return False
    between = page.text[past : cited.start].rstrip()
    if any(end in between for end in _SENTENCE_ENDS):
        return False
    linked = page.linked(between)
    several = noun.endswith("s")
    if cited.number.shape == "bracket":
        fits = linked or between.endswith(_JOINTS) or (several and len(between) < _SHORT)
    elif tail.date is not None:
        fits = linked or between.endswith(_JOINTS)
    else:
        fits = linked and several and cited.number.shape == "session"
    return fits and _possible(cited.number, tail)


def _possible(number: Number, tail: Tail) -> bool:
    """Tell whether a number can be some body's, of the year of the date behind it."""
    return any(body(number, clue, (), "") for clue in _clues(tail))


def _clues(tail: Tail) -> list[Clue]:
    year = int(tail.date.iso[:4]) if tail.date else 0
    return [Clue(kind, year) for kind in _NOUNS]


_NOUNS: tuple[Noun, ...] = ("resolution", "decision")


def forward(page: Stretch, numbers: Sequence[Cited]) -> list[Cited]:
    """Return the numbers of a text from right to left, those turned that are printed backwards.

    The date beside it shows it: 20/31 of 23 March 2016 can only be 31/20.
    """
    return [_forward(cited, page.tail(cited.end)) for cited in numbers]


def _forward(cited: Cited, tail: Tail) -> Cited:
    number = cited.number
    if tail.date is None or number.shape != "session" or number.special or number.letter:
        return cited
    turned = Number("session", number.number, number.session)
    if any(anyones(number, clue) for clue in _clues(tail)) or not _possible(turned, tail):
        return cited
    return cited._replace(number=turned)


_SHORT = 80  # characters between "resolutions" and a number of the Security Council at most
_SENTENCE_ENDS = (". ", "; ", "؛ ", "。", "；")
_JOINTS = (",", "،", "，", "(", "（")


def _group(page: Stretch, noun: Term, first: Member, past: int) -> Group:
    """Return a new list with its first number; `past` is where the one before it ends."""
    named = _organ_between(page, noun.end, first.start)
    before = _organ_before(page, noun.start)
    own = next(page.wording.own.find(page.text, max(noun.start - 30, past), noun.end), None)
    found = (named, before, _adopted_in(page.report_before(noun.start)))
    group = Group(_kind(noun), noun.id, [name for name in found if name], [first], own is not None)
    start = _start(page, own.start if own else noun.start)
    subject = page.organ_before(own.start) if own else None
    if own and subject and own.start - subject.end <= _SUBJECT[subject.id == NO_SYMBOL]:
        group.named.append(subject.id)
    group.far = subject.id if subject else ""
    group.named += _commission(page, start, first)
    group.ahead = page.parts_before(start, past)
    if not page.text[noun.end : first.start].strip():
        group.start = noun.start
    return group


# Characters between an organ and "its" at most: "the Council, in its resolution"; less where the
# organ only tells that the number is no symbol.
_SUBJECT = (60, 10)
_BESIDE = 0  # the same where nothing but the date parts them (Chinese)


def _commission(page: Stretch, position: int, first: Member) -> list[str]:
    """Return the Commission on Human Rights where a number counted by years follows its name.

    It is named once for several lists; a resolution of the Economic and Social Council names the
    Council.
    """
    organ = page.organ_before(position) if first.cited.number.shape == "year" else None
    near = organ is not None and position - organ.end <= FAR // 2
    return [organ.id] if organ and near and organ.id == "commissionOnHumanRights" else []


def _start(page: Stretch, start: int) -> int:
    """Return where an organ named right before a noun begins, else the place itself."""
    organ = page.organ_before(start)
    return organ.start if organ and not page.text[organ.end : start].strip() else start


# Whose resolutions a document holds: "A/75/53, chap. IV, resolution 43/1". Of the Official Records
# of the General Assembly, Supplement No. 49 holds its own, No. 53 the Human Rights Council's.
_REPORTS = {
    "49": "generalAssembly",
    "53": "humanRightsCouncil",
    "CBD": "conferenceOnBiologicalDiversity",
}


def _adopted_in(report: list[str]) -> str:
    """Return whose resolutions a document holds by its symbol, "" without one."""
    known = (_REPORTS[step] for step in report if step in _REPORTS)
    return next(known, NO_SYMBOL if report else "")


def _kind(noun: Term) -> Noun:
    return "decision" if noun.id.startswith("decision") else "resolution"


def _organ_between(page: Stretch, start: int, end: int) -> str:
    organ = page.organ_before(end)
    return organ.id if organ and organ.start >= start else ""


def _organ_before(page: Stretch, end: int) -> str:
    """Return the organ whose name ends right before a position."""
    organ = page.organ_before(end)
    return organ.id if organ and not page.text[organ.end : end].strip(" ,،\xa0") else ""


# ------------------------------------------------------------------------------ noun behind number


def number_first(page: Stretch, numbers: Sequence[Cited]) -> list[Group]:
    """Return the lists of a text whose nouns stand behind their numbers: 第72/7号决议."""
    groups: list[Group] = []
    waiting: list[Member] = []
    past = closed = 0
    for index, cited in enumerate(numbers):
        if cited.start < past:
            continue
        member = _headed(page, cited, past)
        if waiting and not page.joined(waiting[-1].tail.past, member.start):
            waiting = []
        waiting.append(member)
        past = member.tail.past
        noun = _noun_behind(
            page, past, numbers[index + 1].start if index + 1 < len(numbers) else -1
        )
        if noun is not None:
            groups.append(_closed(page, waiting, noun, closed))
            past = closed = groups[-1].members[-1].tail.past
            waiting = []
    return groups


def _headed(page: Stretch, cited: Cited, past: int) -> Member:
    """Return a number with the date in front of it."""
    lead = page.wording.date_lead.match(page.text, max(cited.start - 1, past))
    start = (
        cited.start - 1
        if lead and lead.end() == cited.start and lead.end() > lead.start()
        else cited.start
    )
    date = page.date_before(start)
    if date and date.start >= past:
        return Member(cited, date.start, Tail(cited.end, cited.end, date))
    return Member(cited, start, Tail(cited.end, cited.end))


def _noun_behind(page: Stretch, past: int, before: int) -> Term | None:
    """Return the noun that closes a list: right behind its last number, or in the same sentence."""
    index = bisect_left(page.nouns, past, key=lambda noun: noun.start)
    if index == len(page.nouns):
        return None
    noun = page.nouns[index]
    if before >= 0 and noun.start > before:
        return None
    return noun if page.joined(past, noun.start) else None


def _closed(page: Stretch, members: list[Member], noun: Term, past: int) -> Group:
    """Return a list with the noun behind it; what follows the noun belongs to the last number."""
    tail = page.tail(noun.end)
    last = members[-1]
    last.tail = Tail(tail.end, tail.past, last.tail.date or tail.date, tail.organ, tail.parts)
    start = members[0].start
    organ = page.organ_before(start)
    far = _BESIDE if organ and organ.id == NO_SYMBOL else _SUBJECT[0]
    near = organ is not None and organ.end >= past and start - organ.end <= far
    named = [_organ_between(page, last.cited.end, noun.start), organ.id if organ and near else ""]
    named.append(_adopted_in(page.report_before(start)))
    named += _commission(page, start, members[0])
    own = any(page.wording.own.find(page.text, max(start - 12, 0), start))
    subject = organ.id if organ else ""
    return Group(_kind(noun), noun.id, [name for name in named if name], members, own, subject)
