"""What became of the text as far as it is known: subjects, life cycle, steps, votes, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from an2un import tree
from an2un.akn.entries import attribute, content
from an2un.akn.frame import Meta, full_date
from an2un.akn.sheet import address
from an2un.akn.write_inlines import is_date
from an2un.identity import Party, component, iri_of
from an2un.symbol import SymbolError, parse, public_address

_DRAFTS: tuple[tree.Kind, ...] = ("draftResolution", "draftDecision")
_OUTCOMES = {"withoutVote": "adoptedWithoutVote", "unanimous": "adoptedUnanimously"}


def classification(made: Meta) -> Iterator[str]:
    """Yield the subjects that the caller supplied."""
    if not (made.main and made.identity.keywords):
        return
    yield f'<classification source="{made.tool}">'
    for number, keyword in enumerate(made.identity.keywords, 1):
        yield (
            f'<keyword eId="{made.eid(f"keyword_{number}")}"'
            f' value="{attribute(keyword.value)}" showAs="{attribute(keyword.name)}"'
            f' dictionary="{attribute(keyword.dictionary)}"/>'
        )
    yield "</classification>"


def lifecycle(made: Meta) -> Iterator[str]:
    """Yield the event of generation where the language of the original is known."""
    if not (made.main and made.original):
        return
    yield f'<lifecycle source="{made.tool}">'
    yield (
        f'<eventRef eId="{made.eid("eref_1")}" date="{made.published()}" type="generation"'
        f' source="#{made.sheet.prefix}original_1"/>'
    )
    yield "</lifecycle>"


class _Step(NamedTuple):
    """One step of the procedure: when, what was done, with what outcome, to which text."""

    date: str
    act: str
    outcome: str
    text: str


def workflow(made: Meta) -> Iterator[str]:
    """Yield the steps whose date is known: a draft submitted, a text adopted."""
    steps = list(_steps(made)) if made.main else []
    if not steps:
        return
    yield f'<workflow source="{made.tool}">'
    fixed = made.sheet.entries.fixed
    for number, step in enumerate(steps, 1):
        yield (
            f'<step eId="{made.eid(f"step_{number}")}" date="{full_date(step.date)}"'
            f' by="{made.author}" refersTo="{fixed(step.act)}" outcome="{fixed(step.outcome)}"'
            f' href="{attribute(step.text)}"/>'
        )
    yield "</workflow>"


def _steps(made: Meta) -> Iterator[_Step]:
    """Yield the steps in the order of time.

    The draft of an adopted text is a Work of its own; a step needs a date, so a draft or a report
    of which only the symbol is known makes none (XSD).
    """
    identity = made.identity
    own = component(made.expression, "main")
    if identity.date_name == "issuance" and identity.kind in _DRAFTS:
        yield _Step(identity.date, "submission", identity.kind, own)
    elif is_date(identity.draft_date):
        draft = _draft_work(identity.draft_symbol, identity.draft_date)
        if draft:
            yield _Step(identity.draft_date, "submission", "draftResolution", draft)
    if is_date(identity.adopted):
        yield _Step(identity.adopted, "adoption", _outcome(made), own)


def _draft_work(symbol: str, date: str) -> str:
    """Return the Work IRI of a draft, "" if its symbol is none."""
    try:
        parsed = parse(symbol)
    except SymbolError:
        return ""
    return iri_of(parsed.actor, date, parsed.number) if parsed.actor else ""


def _outcome(made: Meta) -> str:
    kind = made.identity.voting.kind if made.identity.voting else ""
    return _OUTCOMES.get(kind, "adopted")


def analysis(made: Meta) -> Iterator[str]:
    """Yield votes, addresses of documents without a Work, and what was supplied of the procedure.

    In the order of the XSD: parliamentary, otherReferences, otherAnalysis.
    """
    blocks = [
        *(_voting(made) if made.main else ()),
        *_other_references(made),
        *(_other_analysis(made) if made.main else ()),
    ]
    if blocks:
        yield f'<analysis source="{made.tool}">'
        yield from blocks
        yield "</analysis>"


def _other_references(made: Meta) -> Iterator[str]:
    """Yield the addresses of documents cited, and documents that the text does not mention."""
    unmentioned = made.identity.unprinted_documents if made.main else ()
    if not made.sheet.cited and not unmentioned:
        return
    yield f'<otherReferences source="{made.tool}">'
    for number, cited in enumerate(made.sheet.cited, 1):
        yield (
            f'<alternativeReference eId="{made.eid(f"alternativeReference_{number}")}"'
            f' for="#{cited.eid}" refersTo="{cited.entry}"'
            f' href="{attribute(cited.url)}"/>'
        )
    for number, symbol in enumerate(unmentioned, 1):
        href = address(public_address(symbol, made.identity.language))
        entry = made.sheet.entries.reference(symbol, symbol.replace("/", "-"))
        yield (
            f'<implicitReference eId="{made.eid(f"implicitReference_{number}")}"'
            f' refersTo="{entry}" href="{attribute(href)}" showAs="{attribute(symbol)}"/>'
        )
    yield "</otherReferences>"


def _other_analysis(made: Meta) -> Iterator[str]:
    """Yield what was supplied of the document and its text does not print."""
    identity = made.identity
    if not identity.unprinted and not identity.unprinted_sponsors:
        return
    yield f'<otherAnalysis source="{made.tool}">'
    if identity.unprinted:
        yield f'<f:facts xmlns:f="{_FACTS}">'
        for name, value in identity.unprinted:
            yield f"<f:{_ELEMENTS[name]}>{content(value)}</f:{_ELEMENTS[name]}>"
        yield "</f:facts>"
    if identity.unprinted_sponsors:
        yield from _parties(made, "sponsor", identity.unprinted_sponsors)
    yield "</otherAnalysis>"


_FACTS = "urn:an2un:facts"
_ELEMENTS = {
    "session": "session", "committee": "committee", "agenda_items": "agendaItem",
    "agenda_title": "agendaItemTitle", "title": "title", "job_number": "jobNumber",
    "meeting": "meeting",
}  # fmt: skip


def _voting(made: Meta) -> Iterator[str]:
    voting = made.identity.voting
    if voting is None:
        return
    counts = [
        (role, refers, count)
        for role, refers, count in (
            ("votesFor", "resolutionForVotes", voting.in_favour),
            ("votesAgainst", "resolutionAgainstVotes", voting.against),
            ("abstentions", "resolutionAbstentions", voting.abstaining),
        )
        if count is not None
    ]
    if not counts:  # the XSD wants at least one count in a voting
        return
    fixed = made.sheet.entries.fixed
    yield "<parliamentary>"
    eid = made.eid("voting_1")
    yield f'<voting eId="{eid}" outcome="{fixed("adopted")}" refersTo="{fixed("voting")}">'
    for number, (role, refers, count) in enumerate(counts, 1):
        printed = made.sheet.quantities.get(role)
        href = f' href="#{printed[0]}"' if printed and printed[1] == str(count) else ""
        name = made.sheet.ids.claim(f"{eid}__count_{number}")
        start = f'<count eId="{name}" value="{count}" refersTo="{fixed(refers)}"{href}'
        voters = [party for ballot, party in voting.voters if _BALLOTS[ballot] == role]
        if not voters:
            yield f"{start}/>"
            continue
        yield f"{start}>"
        yield from _parties(made, "voter", voters)
        yield "</count>"
    yield "</voting>"
    yield "</parliamentary>"


_BALLOTS = {"for": "votesFor", "against": "votesAgainst", "abstaining": "abstentions"}
# Who voted or sponsored has no element of its own in the metadata; `count` and `otherAnalysis` take
# elements of other namespaces.
_PARTIES = "urn:an2un:parties"


def _parties(made: Meta, role: str, parties: Iterable[Party]) -> Iterator[str]:
    """Yield parties in one role, each pointing at its entry."""
    yield f'<p:{role}s xmlns:p="{_PARTIES}">'
    for party in parties:
        entries = made.sheet.entries
        entry = entries.entity("organization", party.id, party.name) if party.id else ""
        by = f' by="{entry}"' if entry else ""
        yield f"<p:{role}{by}>{content(party.name)}</p:{role}>"
    yield f"</p:{role}s>"
