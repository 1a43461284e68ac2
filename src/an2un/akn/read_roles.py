"""Roles from XML: elements of the title pages and of meaning back to Fields.

A rule gets the element, the group of lines it stands in, and its content read already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from an2un import tree
from an2un.akn.entries import value_of
from an2un.akn.names import ADOPTION, FORMS, TITLE
from an2un.akn.reader import Element, Reader, local
from an2un.record import replace
from an2un.tree import Inline, Role
from an2un.walk import plain_text, single_blanks

Inner = tuple[Inline, ...]


class Here(NamedTuple):
    """The element that is read and the group of lines it stands in (`names.COVER` …)."""

    reader: Reader
    element: Element
    place: str


Rule = Callable[[Here, Inner], Iterable[Inline]]


def _field(role: Role, value: str, inner: tuple[Inline, ...]) -> tree.Field:
    return tree.Field(role, inner, single_blanks(value))


def _named(here: Here, refers: str = "refersTo") -> str:
    """Return the value of a Field whose value is an entry."""
    return here.reader.meaning(here.element.get(refers)) if here.element.get(refers) else ""


def _authority(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `docAuthority`: an organ; in the United Nations' files its role is in `refersTo`."""
    value = _named(here)
    if here.place in (ADOPTION, TITLE):
        yield _field("adoptingOrgan", value, inner)
    elif value == "publisher":
        yield _field("publisher", "un", inner)
    else:
        yield _field("organ", "" if value in _BODIES else value, inner)


_BODIES = frozenset({"issuingBody", "subsidiaryBody", "issuingAuthority"})


def _role(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `role`: publisher or issuing organ around a `docAuthority`, else an office."""
    meaning = here.reader.meaning(here.element.get("refersTo"))
    only = (
        inner[0]
        if len(here.element) == len(inner) == 1 and local(here.element[0]) == "docAuthority"
        else None
    )
    if isinstance(only, tree.Field) and meaning in _AUTHORITIES:
        yield replace(only, role=_AUTHORITIES[meaning])
    else:
        yield from _entity(here, inner)


_AUTHORITIES: dict[str, Role] = {"publisher": "publisher", "issuingAuthority": "organ"}


def _number(here: Here, inner: Inner) -> Iterator[Inline]:
    symbol = here.reader.meaning(here.element.get("refersTo")) == "symbol"
    yield _field("symbol" if symbol else "number", here.element.get("title", ""), inner)


def _date(here: Here, inner: Inner) -> Iterator[Inline]:
    adopted = here.reader.meaning(here.element.get("refersTo")) in (
        "adoptionDate",
        "dateOfAdoption",
    )
    yield _field("adoptionDate" if adopted else "issuanceDate", _day(here.element), inner)


def _day(element: Element) -> str:
    date = element.get("date", "").strip()
    return "" if date.startswith("0001") else date  # the United Nations' placeholder


def _running_date(here: Here, inner: Inner) -> Iterator[Inline]:
    adopted = here.reader.meaning(here.element.get("refersTo")) == "adoptionDate"
    yield _field("adoptionDate" if adopted else "date", _day(here.element), inner)


def _session(here: Here, inner: Inner) -> Iterator[Inline]:
    yield _field("session", here.element.get("value", ""), inner)


def _committee(here: Here, inner: Inner) -> Iterator[Inline]:
    role: Role = "originatingCommittee" if here.place == ADOPTION else "committee"
    yield _field(role, _named(here), inner)


def _title(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `docTitle`: the title; without `refersTo` it is the adoption line of a foreign file."""
    titled = here.element.get("refersTo") or not here.reader.foreign
    yield from (_field("title", here.element.get("title", ""), inner),) if titled else inner


def _entitled(role: Role) -> Rule:
    """Return the rule for an element of one role whose value is an entry."""

    def rule(here: Here, inner: Inner) -> Iterator[Inline]:
        yield _field(role, _named(here), inner)

    return rule


def _proponent(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `docProponent`: a sponsor; in foreign files the whole "[on the report of …]"."""
    if here.reader.foreign:
        yield from inner
    else:
        yield _field("sponsor", _named(here), inner)


def _status(here: Here, inner: Inner) -> Iterator[Inline]:
    value = _named(here)
    role: Role = "status"
    if here.reader.foreign and value.endswith("Distribution"):  # "generalDistribution"
        role, value = "distribution", value.removesuffix("Distribution")
    yield _field(role, value, inner)


def _event(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `event`: the frame around a meeting, or an event of the text."""
    if here.reader.meaning(here.element.get("refersTo")) == "adoption" or here.reader.foreign:
        yield from inner
    else:
        yield from _entity(here, inner)


def _location(here: Here, inner: Inner) -> Iterator[Inline]:
    role = _PLACES.get(here.reader.meaning(here.element.get("refersTo")))
    if role is not None:
        yield _field(role, here.element.get("title", ""), inner)
    else:
        yield from _entity(here, inner)


_PLACES: dict[str, Role] = {"adoptionMeeting": "meeting", "adoptionPlace": "place"}


def _quantity(here: Here, inner: Inner) -> Iterator[Inline]:
    role = _VOTES.get(here.reader.meaning(here.element.get("refersTo")).rpartition("/")[2])
    value = here.element.get("normalized", "")
    yield from (_field(role, value, inner),) if role else inner


_VOTES: dict[str, Role] = {
    "resolutionForVotes": "votesFor",
    "inFavour": "votesFor",
    "resolutionAgainstVotes": "votesAgainst",
    "against": "votesAgainst",
    "resolutionAbstentions": "abstentions",
    "abstaining": "abstentions",
}


def _vote(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `vote`: a voter; the United Nations wraps the whole outcome in it."""
    if here.reader.foreign:
        yield from inner
    else:
        yield _field("voter", _named(here, "by"), inner)


def _outcome(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `outcome`; a foreign one encloses the counts, which stay fields of their own."""
    if here.reader.foreign:
        yield from inner
    else:
        yield _field("outcome", _named(here), inner)


def _entity(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read an entity of the running text; foreign entries say classes, not things."""
    role = _ENTITIES[local(here.element)]
    value = _named(here)
    yield from inner if here.reader.foreign or not value else (_field(role, value, inner),)


_ENTITIES: dict[str, Role] = {
    "organization": "organization",
    "person": "person",
    "role": "office",
    "location": "location",
    "event": "event",
}


def _originating(inner: Inner) -> Iterator[Inline]:
    """Read a foreign "A/99/420, para. 27": the symbol as a citation, the rest as words."""
    words = single_blanks(plain_text(inner))
    symbol = words.split(",")[0].strip()
    if "/" not in symbol:
        yield from inner
        return
    cited = tree.Reference(symbol, (tree.Text(symbol),))
    yield tree.Field("originatingDocument", (cited,), symbol)
    yield tree.Text(words.removeprefix(symbol))


def _inline(here: Here, inner: Inner) -> Iterator[Inline]:
    """Read `inline`: a role by its name, its value in `refersTo` or `title`."""
    role = _INLINES.get(here.element.get("name", "").removeprefix("akn4un:"))
    if role is None:
        yield from inner
        return
    if here.reader.foreign and role == "originatingDocument":
        yield from _originating(inner)
        return
    form = FORMS[role]
    value = here.element.get("title", "")
    if form.name and form.value == "entity":
        value = _named(here) or value
    if here.reader.foreign and role in ("language", "originalLanguage"):
        value = value_of(f"/akn/ontology/concept/un/{value.lower()}")
    if here.reader.foreign and role == "meeting":
        value = "".join(char for char in value if char.isdecimal())
    yield _field(role, value, inner)


# Names of `inline` elements: ours, and those of the United Nations' files.
_INLINES: dict[str, Role] = {
    **{role: role for role in FORMS},
    **{form.name: role for role, form in FORMS.items() if form.name},
    "originating document": "originatingDocument",
    "agenda item": "agendaItem",
    "agenda item name": "agendaItemTitle",
    "decision type": "decisionType",
    "adoptionMeeting": "meeting",
}

ROLES: dict[str, Rule] = {
    "docAuthority": _authority,
    "docNumber": _number,
    "docDate": _date,
    "docTitle": _title,
    "docStatus": _status,
    "docType": _entitled("documentType"),
    "docProponent": _proponent,
    "docCommittee": _committee,
    "session": _session,
    "date": _running_date,
    "role": _role,
    "organization": _entity,
    "person": _entity,
    "event": _event,
    "location": _location,
    "quantity": _quantity,
    "vote": _vote,
    "outcome": _outcome,
    "inline": _inline,
}
