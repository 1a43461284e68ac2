"""Records of the United Nations' `data_extract`, as they are: fictional ones of the same shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from an2un.catalogue import is_record, party, record
from an2un.identity import Keyword, Party, Supplied, Voting
from an2un.metadata import load

RECORD: dict[str, Any] = {
    "symbol": "A/RES/99/117",
    "resolution_title": "Floating gardens",
    "title": "N.A.",
    "session": "Ninety-ninth session",
    "committee": "Second Committee",
    "agenda_item": "71 (a) , 18",
    "agenda_item_name": "Lakes",
    "adoption_date": "2 November 2044",
    "adoption_meeting": "54th plenary meeting",
    "adoption_type": "Adopted by recorded vote",
    "voting_type": "",
    "draft_resolution": "A/C.2/99/L.31",
    "draft_resolution_date": "2044-10-20T00:00:00",
    "originating_document": "A/99/512, para. 9",
    "pv": "A/99/PV.54",
    "sr": "N.A.",
    "sponsors": ["Kenya", "Submitted by Fiji"],
    "additional_sponsors": ["Peru and Samoa", "Arcadia"],
    "MS_in_favour": ["Kenya", "Peru"],
    "MS_in_favour_count": "2",
    "MS_against": ["Fiji"],
    "MS_against_count": 1,
    "MS_abstaining": [],
    "MS_abstaining_count": "0",
    "SDGs": [6, "13"],
    "subjects": [["LAKES", "UNBIS Thesaurus"], ["LAKES", "UNBIS Thesaurus"], ["Lakes", "Title"]],
}
KENYA, PERU, FIJI = (Party(f"member{name}", name) for name in ("Kenya", "Peru", "Fiji"))


def test_a_record() -> None:
    assert is_record(RECORD)
    assert record(RECORD) == Supplied(
        symbol="A/RES/99/117", adopted="2044-11-02", session="99", title="Floating gardens",
        committee="secondCommittee", agenda_items=("71 (a)", "18"), agenda_title="Lakes",
        meeting="54", draft_symbol="A/C.2/99/L.31", draft_date="2044-10-20",
        report_symbol="A/99/512", record="A/99/PV.54",
        sponsors=(KENYA, FIJI, PERU, Party("memberSamoa", "Samoa"), Party("", "Arcadia")),
        voting=Voting(
            "recorded", 2, 1, 0, (("for", KENYA), ("for", PERU), ("against", FIJI))
        ),
        keywords=(
            Keyword("6", "Goal 6", "SDG"), Keyword("13", "Goal 13", "SDG"),
            Keyword("LAKES", "LAKES", "UNBIS"),
        ),
    )  # fmt: skip


def test_our_own_format_is_no_record() -> None:
    assert not is_record({"symbol": "A/RES/99/117", "adopted": "2044-11-02"})


def test_what_is_empty_says_nothing() -> None:
    empty = {"symbol": "A/RES/99/117", "adoption_type": "", "committee": "N.A.", "sponsors": None}
    assert record(empty) == Supplied(symbol="A/RES/99/117")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Adopted without a vote", "withoutVote"),
        ("adopted without vote", "withoutVote"),
        ("Adopted by acclamation", "consensus"),
        ("Adopted unanimously", "unanimous"),
        ("Adopted non-unanimously", "recorded"),
        ("12-0-3", "recorded"),
    ],
)
def test_how_it_was_adopted(words: str, kind: str) -> None:
    voting = record({"symbol": "S/RES/2999 (2044)", "adoption_type": words}).voting
    assert voting is not None
    assert voting.kind == kind


def test_a_tally_counts_where_no_counts_are_given() -> None:
    voting = record({"adoption_type": "Adopted", "voting_type": "12-0-3"}).voting
    assert voting == Voting("recorded", 12, 0, 3)


def test_words_that_do_not_say_how_say_nothing() -> None:
    assert record({"adoption_type": "Adopted"}).voting is None


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("Kenya (on behalf of some States), Peru, and Fiji", ["Kenya", "Peru", "Fiji"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Friends of the lakes, and others", ["Friends of the lakes, and others"]),
        ("the Sudan", ["the Sudan"]),
    ],
)
def test_sponsors_in_one_entry(entry: str, names: list[str]) -> None:
    sponsors = record({"adoption_type": "", "sponsors": [entry]}).sponsors
    assert [sponsor.name for sponsor in sponsors] == names
    assert all(sponsor.id for sponsor in sponsors) == ("others" not in entry)


def test_a_value_alone_is_a_list_of_one() -> None:
    found = record({"MS_against": "N.A.", "sponsors": "Kenya", "SDGs": 6})
    assert found.sponsors == (KENYA,)
    assert found.keywords == (Keyword("6", "Goal 6", "SDG"),)
    assert found.voting is None


def test_identifiers_name_parties_too() -> None:
    assert party("memberKenya") == Party("memberKenya", "memberKenya")
    assert party("member of the bureau") == Party("", "member of the bureau")


def test_records_follow_one_another_with_anything_between(tmp_path: Path) -> None:
    second = RECORD | {"symbol": "A/RES/99/118"}
    path = tmp_path / "extract.json"
    path.write_text(f'{json.dumps(RECORD)}\n"{json.dumps(second)}"\n', encoding="utf-8")
    assert [one.symbol for one in load(path).catalogue] == ["A/RES/99/117", "A/RES/99/118"]


def test_a_single_record_is_a_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "extract.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    assert load(path) == Supplied(catalogue=(record(RECORD),))


def test_the_published_extracts_are_read(corpus: Path) -> None:
    files = sorted((corpus / "corpus" / "metadata").glob("*.json"))
    assert files
    known = unknown = 0
    for file in files:
        records = load(file).catalogue
        assert records, file.name
        assert all(one.adopted for one in records), file.name
        parties = [party for one in records for party in one.sponsors]
        known += sum(bool(party.id) for party in parties)
        unknown += sum(not party.id for party in parties)
    assert unknown < 0.02 * known
