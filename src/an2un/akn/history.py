"""What became of the text as far as it is known: subjects, life cycle, steps, votes, addresses."""

from __future__ import annotations

from collections.abc import Iterator

from an2un import tree
from an2un.akn.entries import attribute
from an2un.akn.frame import Meta, full_date
from an2un.akn.write_inlines import is_date
from an2un.identity import component

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


def workflow(made: Meta) -> Iterator[str]:
    """Yield the steps whose date is known: a draft submitted, a text adopted."""
    identity = made.identity
    steps: list[tuple[str, str, str]] = []
    if made.main and identity.date_name == "issuance" and identity.kind in _DRAFTS:
        steps.append((identity.date, "submission", identity.kind))
    if made.main and is_date(identity.adopted):
        steps.append((identity.adopted, "adoption", _outcome(made)))
    if not steps:
        return
    yield f'<workflow source="{made.tool}">'
    fixed = made.sheet.entries.fixed
    for number, (date, refers, outcome) in enumerate(steps, 1):
        href = component(made.expression, "main")
        yield (
            f'<step eId="{made.eid(f"step_{number}")}" date="{full_date(date)}" by="{made.author}"'
            f' refersTo="{fixed(refers)}" outcome="{fixed(outcome)}"'
            f' href="{attribute(href)}"/>'
        )
    yield "</workflow>"


def _outcome(made: Meta) -> str:
    kind = made.identity.voting.kind if made.identity.voting else ""
    return _OUTCOMES.get(kind, "adopted")


def analysis(made: Meta) -> Iterator[str]:
    """Yield the votes that are counted and the addresses of documents without a Work."""
    voting = list(_voting(made)) if made.main else []
    if not (voting or made.sheet.cited):
        return
    yield f'<analysis source="{made.tool}">'
    yield from voting
    if made.sheet.cited:
        yield f'<otherReferences source="{made.tool}">'
        for number, cited in enumerate(made.sheet.cited, 1):
            yield (
                f'<alternativeReference eId="{made.eid(f"alternativeReference_{number}")}"'
                f' for="#{cited.eid}" refersTo="{cited.entry}"'
                f' href="{attribute(cited.url)}"/>'
            )
        yield "</otherReferences>"
    yield "</analysis>"


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
        yield f'<count eId="{name}" value="{count}" refersTo="{fixed(refers)}"{href}/>'
    yield "</voting>"
    yield "</parliamentary>"
