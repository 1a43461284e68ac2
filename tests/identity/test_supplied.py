"""What is supplied: it fills what is not printed, and is held against what is."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.identity import Identity, Keyword, Party, Supplied, Voting, identify
from an2un.identity.supplied import record_of
from an2un.record import replace
from an2un.symbol import parse
from an2un.tree import Masthead
from tests.builders import doc, field, line
from tests.identity.test_masthead import RESOLUTION, known

RECORD = Supplied(
    symbol="A/RES/99/117",
    adopted="2044-11-02",
    title="Floating gardens : resolution",
    draft_symbol="A/C.2/99/L.31",
    draft_date="2044-10-20",
    record="A/99/PV.54",
    sponsors=(Party("memberKenya", "Kenya"),),
    voting=Voting("withoutVote"),
    keywords=(Keyword("LAKES", "LAKES", "UNBIS"),),
)
OTHER = Supplied(symbol="A/RES/99/118", adopted="2044-12-01")


def codes(found: list[Diagnostic]) -> list[str]:
    return [finding.code.id for finding in found]


def test_options_fill_what_is_not_printed() -> None:
    given = Supplied(symbol="A/RES/99/117", adopted="2044-11-02")
    identity, found = known(Masthead(), given)
    assert (identity.number, identity.date, identity.date_name) == (
        "99-117", "2044-11-02", "adoption",
    )  # fmt: skip
    assert found == []


def test_what_is_supplied_against_the_print_is_taken_and_told() -> None:
    given = Supplied(symbol="A/RES/99/118", adopted="2044-11-03", session="98")
    identity, found = known(RESOLUTION, given)
    assert (identity.symbol, identity.adopted) == ("A/RES/99/118", "2044-11-03")
    assert codes(found) == ["AU403"] * 3
    assert "2044-11-03" in found[1].message
    assert "2044-11-02" in found[1].message
    assert found[1].hint == "what is supplied was taken"


def test_the_same_symbol_in_another_form_is_no_disagreement() -> None:
    head = Masthead(cover=(line(field("symbol", "S/RES/2542 (2020)")),))
    given = Supplied(symbol="S/RES/2542(2020)", adopted="2020-09-15")
    assert known(head, given)[1] == []


def test_the_record_of_the_document_is_found_by_its_symbol() -> None:
    identity, found = known(RESOLUTION, Supplied(catalogue=(OTHER, RECORD)))
    assert found == []
    assert identity.keywords == RECORD.keywords
    assert identity.voting == RECORD.voting
    assert identity.draft_symbol == "A/C.2/99/L.31"
    assert identity.record == "A/99/PV.54"


def test_what_is_printed_goes_before_the_record() -> None:
    identity, _ = known(RESOLUTION, Supplied(catalogue=(RECORD,)))
    assert identity.title == "Floating gardens"


def test_what_is_given_goes_before_both() -> None:
    identity, _ = known(RESOLUTION, Supplied(title="Given", catalogue=(RECORD,)))
    assert identity.title == "Given"


def test_a_record_against_the_print_is_told() -> None:
    wrong = replace(RECORD, adopted="2044-11-12")
    identity, found = known(RESOLUTION, Supplied(catalogue=(wrong,)))
    assert codes(found) == ["AU403"]
    assert found[0].hint == "what is printed was taken"
    assert identity.adopted == "2044-11-02"


CAST = Voting("recorded", 2, 1, 0, (("for", Party("memberKenya", "Kenya")),))


def voted(given: Supplied) -> tuple[Voting | None, list[str]]:
    """Return the vote on a text that prints two in favour and one against."""
    closing = (line(field("votesFor", "2", "2"), " to ", field("votesAgainst", "1", "1")),)
    identity, found = known(RESOLUTION, given, closing=closing)
    return identity.voting, codes(found)


def test_who_voted_is_told_by_the_record_of_the_same_vote() -> None:
    same = replace(RECORD, voting=CAST)
    assert voted(Supplied(catalogue=(same,))) == (CAST, [])


def test_a_record_of_another_vote_is_told_and_not_taken() -> None:
    other = replace(RECORD, voting=replace(CAST, against=2))
    voting, found = voted(Supplied(catalogue=(other,)))
    assert voting == Voting("recorded", 2, 1, None)
    assert found == ["AU403"]


def test_a_vote_given_directly_is_taken() -> None:
    voting, found = voted(Supplied(voting=replace(CAST, against=2)))
    assert voting is not None
    assert voting.against == 2
    assert found == ["AU403"]


def test_a_catalogue_without_the_document_is_told() -> None:
    identity, found = known(RESOLUTION, Supplied(catalogue=(OTHER,)))
    assert codes(found) == ["AU404"]
    assert identity.symbol == "A/RES/99/117"


def test_a_single_record_is_that_of_a_document_without_symbol() -> None:
    identity, found = known(Masthead(), Supplied(catalogue=(RECORD,)))
    assert (identity.symbol, identity.date) == ("A/RES/99/117", "2044-11-02")
    assert found == []


def test_several_records_do_not_name_a_document_without_symbol() -> None:
    identity, found = known(Masthead(), Supplied(catalogue=(OTHER, RECORD)))
    assert identity.number == "nn"
    assert codes(found) == ["AU404", "AU401", "AU402"]


def test_the_record_of_an_adopted_text_says_nothing_of_the_adoption_of_its_draft() -> None:
    head = Masthead(cover=(line(field("symbol", "A/C.2/99/L.31")),))
    identity, found = known(head, Supplied(catalogue=(RECORD,)), kind="draftResolution")
    assert found == []
    assert (identity.date, identity.date_name) == ("2044-10-20", "issuance")
    assert identity.adopted == ""
    assert identity.voting is None
    assert identity.sponsors == RECORD.sponsors
    assert identity.keywords == RECORD.keywords


def identified(given: Supplied) -> Identity:
    head = Masthead(
        session=(line(field("agendaItem", "Item 12", "12")),),
        proponents=(line(field("sponsor", "Kenya", "memberKenya")),),
        adoption=(line(field("originatingDocument", "A/99/512", "A/99/512")),),
    )
    return identify(doc(masthead=head), given, lambda _finding: None)


def test_what_the_text_shows_is_told_from_what_it_does_not() -> None:
    identity = identified(
        Supplied(
            sponsors=(Party("memberKenya", "Kenya"), Party("memberPeru", "Peru")),
            report_symbol="A/99/512",
            record="A/99/PV.54",
            session="99",
            agenda_items=("12", "71 (a)"),
            job_number="44-19021 (F)",
        )
    )
    assert identity.unprinted_sponsors == (Party("memberPeru", "Peru"),)
    assert identity.unprinted_documents == ("A/99/PV.54",)
    assert identity.unprinted == (
        ("session", "99"), ("agenda_items", "71 (a)"), ("job_number", "44-19021 (F)"),
    )  # fmt: skip


def test_nothing_supplied_leaves_nothing_unprinted() -> None:
    identity = identified(Supplied())
    assert identity.unprinted == ()
    assert identity.unprinted_sponsors == ()
    assert identity.unprinted_documents == ()


def test_a_catalogue_finds_records_by_either_symbol_without_going_through_all() -> None:
    records = tuple(
        Supplied(symbol=f"A/RES/99/{n}", draft_symbol=f"A/C.2/99/L.{n}", title=f"Lamp {n}")
        for n in range(1, 200)
    )
    given = Supplied(catalogue=(Supplied(symbol="no symbol"), *records))
    for symbol, adopted in (("A/RES/99/7", "A/RES/99/7"), ("A/C.2/99/L.8", "")):
        record = record_of(given, symbol, parse(symbol), print)
        assert (record.symbol, record.title) == (adopted, f"Lamp {symbol[-1]}")
    assert record_of(given, "", None, lambda _: None) == Supplied()
