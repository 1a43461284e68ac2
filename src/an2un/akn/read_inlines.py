"""Running text from XML: the way back of `write_inlines`, for the United Nations' files as well.

An element that is not known is looked through: its words are kept, the element is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from an2un import tree
from an2un.akn.entries import value_of
from an2un.akn.names import ADOPTION, FORMS, NAMESPACE
from an2un.akn.sheet import address
from an2un.tree import Inline, Role
from an2un.walk import normal_inlines, single_blanks

Element = etree._Element


_BLANK = tree.Text(" ")  # for line ends set by `eol` or `br`

Embedder = Callable[["Reader", Element], tree.Embedded]


class Reader:
    """What is known of the file while it is read.

    foreign     whether the file is another's work, not made by this tool
    embedded    reads an `embeddedStructure`
    """

    def __init__(self, root: Element, embedded: Embedder, *, foreign: bool) -> None:
        self.foreign = foreign
        self.embedded = embedded
        self._entries: dict[str, tuple[str, str, str]] = {}
        for references in root.iter(f"{{{NAMESPACE}}}references"):
            for entry in references.iterchildren("*"):
                eid = entry.get("eId", "")
                if eid:
                    self._entries[eid] = (
                        local(entry), entry.get("href", ""), entry.get("showAs", ""),
                    )  # fmt: skip

    def meaning(self, refers: str | None) -> str:
        """Return the value that an attribute `refersTo` (`by` …) stands for, "" for none."""
        eid = (refers or "").strip().lstrip("#")
        found = self._entries.get(eid)
        if found is None or (self.foreign and not found[1].startswith("/akn/ontology/")):
            return eid
        return eid if self.foreign and "ontology/reference" in found[1] else value_of(found[1])

    def target(self, href: str) -> str:
        """Return the target of a `ref`: through its entry for documents without a Work."""
        found = self._entries.get(href[1:]) if href.startswith("#") else None
        return found[2] if found is not None and found[0] == "TLCReference" else address(href)


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: Element) -> str:
    """Return all characters inside an element."""
    return "".join(str(text) for text in element.itertext())


def inlines(reader: Reader, element: Element, place: str) -> tuple[Inline, ...]:
    """Return the content of an element as running text, in normal form."""
    return normal_inlines(_inner(reader, element, place))


def parts(reader: Reader, element: Element, place: str) -> Iterator[Inline | tree.Embedded]:
    """Yield the content of a paragraph as it stands: inlines, and what is embedded in it."""
    if element.text:
        yield tree.Text(element.text)
    for child in element.iterchildren():
        if local(child) == "embeddedStructure":
            yield reader.embedded(reader, child)
        else:
            yield from _element(reader, child, place)
        if child.tail:
            yield tree.Text(child.tail)


def _inner(reader: Reader, element: Element, place: str) -> tuple[Inline, ...]:
    """Return the content of an element as it stands; of an embedded text only the words."""
    result: list[Inline] = [tree.Text(element.text)] if element.text else []
    for child in element.iterchildren():
        result.extend(_element(reader, child, place))
        if child.tail:
            result.append(tree.Text(child.tail))
    return tuple(result)


def _element(reader: Reader, element: Element, place: str) -> Iterable[Inline]:
    rule = _RULES.get(local(element))
    return rule(reader, element, place) if rule else _inner(reader, element, place)


# ---------------------------------------------------------------------------------------- elements


def _span(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    inner = _inner(reader, element, place)
    classes = element.get("class", "").split()
    if "italic" in classes:
        yield tree.Emphasis("italic", inner)
    elif "bold" in classes:
        yield tree.Emphasis("bold", inner)
    else:
        yield from inner


def _italic(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield tree.Emphasis("italic", _inner(reader, element, place))


def _bold(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield tree.Emphasis("bold", _inner(reader, element, place))


def _sup(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    inner = _inner(reader, element, place)
    calls = reader.foreign and any(isinstance(child, tree.Footnote) for child in inner)
    if calls or element.get("class") == "footnote":
        yield from inner
    else:
        yield tree.Superscript(inner)


def _link(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    href = address(element.get("href", ""))
    inner = _inner(reader, element, place)
    yield from (tree.Link(href, inner),) if href else inner


def _reference(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    target = reader.target(single_blanks(element.get("href", "")))
    inner = _inner(reader, element, place)
    yield from (tree.Reference(target, inner),) if target else inner


def _note(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    del place  # a note is running text wherever it is called
    marker = single_blanks(element.get("marker", ""))
    yield tree.Footnote(marker, tuple(_note_body(reader, element)))


def _note_body(reader: Reader, element: Element) -> Iterator[tree.Paragraph]:
    """Yield the paragraphs of a note; text outside of paragraphs is a paragraph of its own."""
    blocks = [child for child in element.iterchildren("*") if local(child) in ("p", "block")]
    if len(blocks) < len(element) or (element.text or "").strip():
        blocks = [element]
    for block in blocks:
        children = inlines(reader, block, "")
        if children:
            yield tree.Paragraph(children)


def _break(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    del reader, element, place
    yield _BLANK


def _spaced(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Look through an element that stands where none may stand, keeping its words apart."""
    yield _BLANK
    yield from _inner(reader, element, place)
    yield _BLANK


# ------------------------------------------------------------------------------------------- roles


def _field(role: Role, value: str, inner: tuple[Inline, ...]) -> tree.Field:
    return tree.Field(role, inner, single_blanks(value))


def _named(reader: Reader, element: Element, refers: str = "refersTo") -> str:
    """Return the value of a Field whose value is an entry."""
    return reader.meaning(element.get(refers)) if element.get(refers) else ""


def _authority(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `docAuthority`: an organ; in the United Nations' files its role is in `refersTo`."""
    inner = _inner(reader, element, place)
    value = _named(reader, element)
    if place == ADOPTION:
        yield _field("adoptingOrgan", value, inner)
    elif value == "publisher":
        yield _field("publisher", "un", inner)
    else:
        yield _field("organ", "" if value in _BODIES else value, inner)


_BODIES = frozenset({"issuingBody", "subsidiaryBody", "issuingAuthority"})


def _role(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `role`: publisher or issuing organ around a `docAuthority`, else an office."""
    meaning = reader.meaning(element.get("refersTo"))
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    if only is not None and local(only) == "docAuthority" and meaning in _AUTHORITIES:
        yield _field(_AUTHORITIES[meaning], _named(reader, only), _inner(reader, only, place))
    else:
        yield from _entity(reader, element, place)


_AUTHORITIES: dict[str, Role] = {"publisher": "publisher", "issuingAuthority": "organ"}


def _number(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    symbol = reader.meaning(element.get("refersTo")) == "symbol"
    yield _field(
        "symbol" if symbol else "number", element.get("title", ""), _inner(reader, element, place)
    )


def _date(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    adopted = reader.meaning(element.get("refersTo")) in ("adoptionDate", "dateOfAdoption")
    inner = _inner(reader, element, place)
    yield _field("adoptionDate" if adopted else "issuanceDate", _day(element), inner)


def _day(element: Element) -> str:
    date = element.get("date", "").strip()
    return "" if date.startswith("0001") else date  # the United Nations' placeholder


def _running_date(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield _field("date", _day(element), _inner(reader, element, place))


def _session(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield _field("session", element.get("value", ""), _inner(reader, element, place))


def _committee(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    role: Role = "originatingCommittee" if place == ADOPTION else "committee"
    yield _field(role, _named(reader, element), _inner(reader, element, place))


def _title(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `docTitle`: the title; without `refersTo` it is the adoption line of a foreign file."""
    inner = _inner(reader, element, place)
    titled = element.get("refersTo") or not reader.foreign
    yield from (_field("title", element.get("title", ""), inner),) if titled else inner


def _entitled(role: Role) -> Callable[[Reader, Element, str], Iterable[Inline]]:
    """Return the rule for an element of one role whose value is an entry."""

    def rule(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
        yield _field(role, _named(reader, element), _inner(reader, element, place))

    return rule


def _proponent(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `docProponent`: a sponsor; in foreign files the whole "[on the report of …]"."""
    inner = _inner(reader, element, place)
    if reader.foreign:
        yield from inner
    else:
        yield _field("sponsor", _named(reader, element), inner)


def _status(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    value = _named(reader, element)
    role: Role = "status"
    if reader.foreign and value.endswith("Distribution"):  # "generalDistribution"
        role, value = "distribution", f"distribution{value[:1].upper()}{value[1:-12]}"
    yield _field(role, value, _inner(reader, element, place))


def _event(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `event`: the frame around a meeting, or an event of the text."""
    if reader.meaning(element.get("refersTo")) == "adoption" or reader.foreign:
        yield from _inner(reader, element, place)
    else:
        yield from _entity(reader, element, place)


def _location(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    role = _PLACES.get(reader.meaning(element.get("refersTo")))
    if role is not None:
        yield _field(role, element.get("title", ""), _inner(reader, element, place))
    else:
        yield from _entity(reader, element, place)


_PLACES: dict[str, Role] = {"adoptionMeeting": "meeting", "adoptionPlace": "place"}


def _quantity(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    inner = _inner(reader, element, place)
    role = _VOTES.get(reader.meaning(element.get("refersTo")).rpartition("/")[2])
    value = element.get("normalized", "")
    yield from (_field(role, value, inner),) if role else inner


_VOTES: dict[str, Role] = {
    "resolutionForVotes": "votesFor",
    "inFavour": "votesFor",
    "resolutionAgainstVotes": "votesAgainst",
    "against": "votesAgainst",
    "resolutionAbstentions": "abstentions",
    "abstaining": "abstentions",
}


def _vote(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `vote`: a voter; the United Nations wraps the whole outcome in it."""
    inner = _inner(reader, element, place)
    if reader.foreign:
        yield from inner
    else:
        yield _field("voter", _named(reader, element, "by"), inner)


def _outcome(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `outcome`; a foreign one encloses the counts, which stay fields of their own."""
    inner = _inner(reader, element, place)
    if reader.foreign:
        yield from inner
    else:
        yield _field("outcome", _named(reader, element), inner)


def _entity(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read an entity of the running text; foreign entries say classes, not things."""
    inner = _inner(reader, element, place)
    role = _ENTITIES[local(element)]
    value = _named(reader, element)
    yield from inner if reader.foreign or not value else (_field(role, value, inner),)


_ENTITIES: dict[str, Role] = {
    "organization": "organization",
    "person": "person",
    "role": "office",
    "location": "location",
    "event": "event",
}


def _inline(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Read `inline`: a role by its name, its value in `refersTo` or `title`."""
    inner = _inner(reader, element, place)
    role = _INLINES.get(element.get("name", "").removeprefix("akn4un:"))
    if role is None:
        yield from inner
        return
    form = FORMS[role]
    value = element.get("title", "")
    if form.name and form.value == "entity":
        value = _named(reader, element) or value
    if reader.foreign and role in ("language", "originalLanguage"):
        value = value_of(f"/akn/ontology/concept/un/{value.lower()}")
    if reader.foreign and role == "meeting":
        value = "".join(char for char in value if char.isdecimal())
    yield _field(role, value, inner)


# Names of `inline` elements: ours, and those of the United Nations' files.
_INLINES: dict[str, Role] = {
    **{role: role for role in FORMS},
    **{form.name: role for role, form in FORMS.items() if form.name},
    "agenda item": "agendaItem",
    "agenda item name": "agendaItemTitle",
    "adoptionMeeting": "meeting",
}

_RULES: dict[str, Callable[[Reader, Element, str], Iterable[Inline]]] = {
    "span": _span,
    "i": _italic,
    "b": _bold,
    "sup": _sup,
    "a": _link,
    "ref": _reference,
    "authorialNote": _note,
    "eol": _break,
    "br": _break,
    "num": _spaced,
    "heading": _spaced,
    "subheading": _spaced,
    "p": _spaced,
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
