"""Which document it is: what masthead, formula and closing lines say, and what they do not."""

from __future__ import annotations

import pytest

from an2un.diagnostics import Diagnostic
from an2un.identity import Identity, Supplied, full_date, identify
from an2un.tree import Collection, Masthead, Paragraph
from tests.builders import doc, field, line, par


def known(
    masthead: Masthead, given: Supplied | None = None, **more: object
) -> tuple[Identity, list[Diagnostic]]:
    """Return the identity of a document with a masthead, and the findings."""
    found: list[Diagnostic] = []
    document = doc(masthead=masthead, **more)  # type: ignore[arg-type]
    return identify(document, given or Supplied(), found.append), found


def cover(*lines: Paragraph) -> Masthead:
    return Masthead(cover=lines)


RESOLUTION = Masthead(
    cover=(
        line(field("symbol", "A/RES/99/117"), field("issuanceDate", "8 Nov.", "2044-11-08")),
        line(field("organ", "General Assembly", "generalAssembly")),
        line(field("originalLanguage", "French", "fr")),
    ),
    session=(
        line(field("session", "Ninety-ninth session", "99")),
        line(field("agendaItem", "Agenda item 71 (a)", "71 (a)")),
        line(field("agendaItemTitle", "Gardens:\nfloating  gardens")),
    ),
    adoption=(
        line(
            "Resolution adopted by the ",
            field("adoptingOrgan", "General Assembly", "generalAssembly"),
            " on ", field("adoptionDate", "2 Nov.", "2044-11-02"), ", on the report of the ",
            field("originatingCommittee", "Second Committee", "secondCommittee"), " (",
            field("originatingDocument", "A/99/512", "A/99/512"), ")",
        ),
    ),
    title=(line(field("number", "99/117", "99/117"), ". ", field("title", "Floating gardens")),),
)  # fmt: skip


def test_a_resolution_says_everything() -> None:
    identity, found = known(RESOLUTION)
    assert found == []
    assert identity == Identity(
        symbol="A/RES/99/117", actor="unga", number="99-117", date="2044-11-02",
        date_name="adoption", issued="2044-11-08", adopted="2044-11-02", language="en",
        original_language="fr", session="99", organ="generalAssembly",
        committee="secondCommittee", agenda_items=("71 (a)",),
        agenda_title="Gardens: floating gardens", title="Floating gardens",
        printed_number="99/117", report_symbol="A/99/512",
    )  # fmt: skip


def test_a_draft_is_dated_by_its_issuance() -> None:
    head = cover(
        line(field("symbol", "A/C.2/99/L.31"), field("issuanceDate", "7 November", "2044-11-07"))
    )
    identity, found = known(head, kind="draftResolution")
    assert (identity.number, identity.date, identity.date_name) == (
        "C.2-99-L.31", "2044-11-07", "issuance",
    )  # fmt: skip
    assert found == []


def test_a_draft_supplied_with_the_symbol_it_got_is_dated_by_its_adoption() -> None:
    given = Supplied(symbol="A/RES/99/117", adopted="2044-12-20")
    identity = identify(doc(kind="draftResolution"), given, lambda _: None)
    assert (identity.number, identity.date, identity.date_name) == (
        "99-117", "2044-12-20", "adoption",
    )  # fmt: skip


def test_what_is_not_printed_is_not_invented() -> None:
    identity, found = known(Masthead())
    assert (identity.symbol, identity.number) == ("", "nn")
    assert (identity.date, identity.date_name) == ("1900-01-01", "unknown")
    assert [finding.code.id for finding in found] == ["AU401", "AU402"]
    assert "--symbol" in found[0].hint
    assert "--adopted" in found[1].hint


def test_a_number_in_the_title_makes_the_symbol_of_an_adopted_text() -> None:
    head = Masthead(title=(line(field("number", "2542 (2020)", "2542 (2020)")),))
    identity, _ = known(head, Supplied(organ="securityCouncil"))
    assert (identity.symbol, identity.actor, identity.number) == (
        "S/RES/2542 (2020)", "unsc", "2542-2020",
    )  # fmt: skip


def test_a_draft_is_not_named_by_the_number_it_will_have() -> None:
    head = Masthead(title=(line(field("number", "99/117", "99/117")),))
    identity, found = known(head, Supplied(organ="generalAssembly"), kind="draftResolution")
    assert identity.number == "nn"
    assert "AU401" in [finding.code.id for finding in found]


def test_the_formula_names_the_organ_where_the_masthead_does_not() -> None:
    head = Masthead(title=(line(field("number", "57/3", "57/3")),))
    formula = line(field("organization", "The Human Rights Council", "humanRightsCouncil"), ",")
    identity, _ = known(head, formula=formula)
    assert (identity.actor, identity.symbol) == ("unga-hrc", "A/HRC/RES/57/3")


def test_a_collection_is_of_the_organ_of_its_first_part() -> None:
    formula = line(field("organization", "The Economic and Social Council",
                         "economicAndSocialCouncil"), ",")  # fmt: skip
    collection = Collection("en", "resolution", Masthead(), (doc(formula=formula), doc()))
    identity = identify(collection, Supplied(), lambda _finding: None)
    assert (identity.organ, identity.actor) == ("economicAndSocialCouncil", "unecosoc")


def test_closing_lines_are_read_as_well() -> None:
    closing = (
        line(field("meeting", "54th plenary meeting", "54")),
        line(field("adoptionDate", "2 November 2044", "2044-11-02")),
        line(field("votesFor", "In favour: 100", "100"), field("votesAgainst", "2", "2"),
             field("abstentions", "none", "")),
    )  # fmt: skip
    identity, _ = known(Masthead(), closing=closing)
    assert identity.meeting == "54"
    assert identity.adopted == identity.date == "2044-11-02"
    assert identity.voting is not None
    counts = (identity.voting.in_favour, identity.voting.against, identity.voting.abstaining)
    assert (identity.voting.kind, counts) == ("recorded", (100, 2, None))


@pytest.mark.parametrize(
    ("printed", "complete"),
    [("2044", "2044-01-01"), ("2044-11", "2044-11-01"), ("2044-11-07", "2044-11-07")],
)
def test_a_date_is_completed_by_the_first_day(printed: str, complete: str) -> None:
    assert full_date(printed) == complete


def test_words_in_a_note_of_the_masthead_are_no_facts() -> None:
    from tests.builders import note

    head = cover(line("A text", note("*", line(field("symbol", "A/99/1")))))
    assert known(head)[0].symbol == ""


def test_what_is_no_symbol_is_passed_over() -> None:
    head = cover(line(field("symbol", "not one")), line(field("symbol", "A/RES/99/117")))
    assert known(head)[0].symbol == "A/RES/99/117"


SENTENCE = line(
    "At its ", field("meeting", "77th plenary meeting", "77"), ", on ",
    field("adoptionDate", "8 June 2044", "2044-06-08"), ", the ",
    field("organization", "General Assembly", "generalAssembly"), " decided.",
)  # fmt: skip


def test_a_decision_tells_meeting_date_and_organ_in_its_first_sentence() -> None:
    head = Masthead(title=(line(field("number", "99/568", "99/568")),))
    identity, found = known(head, kind="decision", items=(par(None, SENTENCE),))
    assert found == []
    assert (identity.symbol, identity.date, identity.meeting, identity.organ) == (
        "A/DEC/99/568", "2044-06-08", "77", "generalAssembly",
    )  # fmt: skip


def test_a_sentence_below_a_formula_tells_nothing_of_the_adoption() -> None:
    identity, _ = known(
        cover(line(field("symbol", "A/RES/99/1"))),
        formula="The General Assembly,",
        items=(par(None, SENTENCE),),
    )
    assert identity.adopted == ""


def test_statements_of_the_president_are_those_of_the_security_council() -> None:
    identity, _ = known(Masthead(), kind="presidentialStatement")
    assert (identity.organ, identity.actor) == ("securityCouncil", "unsc")
