"""Metadata files in our own format: what is understood, and what is refused with its reason."""

from __future__ import annotations

import json
import re
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.identity import Keyword, Party, Supplied, Voting
from an2un.metadata import KEYS, MAX_SIZE, MetadataError, load

FULL = """
symbol = "A/RES/99/117"
date = 2044-11-08
adopted = "2044-11-02"
session = 99
language = "en"
original_language = "fr"
title = "Floating gardens"
organ = "General Assembly"
committee = "Second Committee"
agenda_items = ["18", "71 (a)"]
agenda_title = "Lakes"
meeting = 54
job_number = "44-19021 (E)"
draft_symbol = "A/C.2/99/L.31"
draft_date = 2044-10-20
report_symbol = "A/99/512"
record = "A/99/PV.54"
sponsors = ["Kenya", "memberPeru", "Arcadia"]
keywords = ["LAKES", {value = "6", name = "Clean water", dictionary = "SDG"}]

[voting]
kind = "recorded"
in_favour = 2
against = 1
abstaining = 0
voters = {for = ["Kenya", "Peru"], against = ["Fiji"]}
"""


def supplied(tmp_path: Path, text: str, suffix: str = ".toml") -> Supplied:
    path = tmp_path / f"facts{suffix}"
    path.write_text(text, encoding="utf-8")
    return load(path)


def refusal(tmp_path: Path, text: str, suffix: str = ".json") -> str:
    with pytest.raises(MetadataError) as caught:
        supplied(tmp_path, text, suffix)
    return str(caught.value)


def test_all_keys(tmp_path: Path) -> None:
    kenya, peru = Party("memberKenya", "Kenya"), Party("memberPeru", "Peru")
    assert supplied(tmp_path, FULL) == Supplied(
        symbol="A/RES/99/117", date="2044-11-08", adopted="2044-11-02", session="99",
        language="en", original_language="fr", title="Floating gardens",
        organ="generalAssembly", committee="secondCommittee", agenda_items=("18", "71 (a)"),
        agenda_title="Lakes", meeting="54", job_number="44-19021 (E)",
        draft_symbol="A/C.2/99/L.31", draft_date="2044-10-20", report_symbol="A/99/512",
        record="A/99/PV.54",
        sponsors=(kenya, Party("memberPeru", "memberPeru"), Party("", "Arcadia")),
        keywords=(Keyword("LAKES", "LAKES", "UNBIS"), Keyword("6", "Clean water", "SDG")),
        voting=Voting("recorded", 2, 1, 0, (
            ("for", kenya), ("for", peru), ("against", Party("memberFiji", "Fiji")),
        )),
    )  # fmt: skip


def test_every_key_is_in_the_example_and_in_the_documentation() -> None:
    pages = Path(__file__).resolve().parent.parent / "docs" / "metadata.md"
    text = pages.read_text("utf-8")
    for key in KEYS:
        assert f"\n{key} = " in FULL or f"[{key}]" in FULL
        assert f"`{key}`" in text


def test_the_same_in_json(tmp_path: Path) -> None:
    table = json.dumps(tomllib.loads(FULL), default=str)
    assert supplied(tmp_path, table, ".json") == supplied(tmp_path, FULL)


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    page = Path(__file__).resolve().parent.parent / "docs" / "metadata.md"
    blocks = re.findall(
        r"^```(toml|json)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert {kind for kind, _ in blocks} == {"toml", "json"}
    for kind, block in blocks:
        assert supplied(tmp_path, block, f".{kind}") != Supplied()


def test_several_documents_are_a_catalogue(tmp_path: Path) -> None:
    text = '[[documents]]\nsymbol = "A/RES/99/1"\n[[documents]]\nsymbol = "A/RES/99/2"\n'
    found = supplied(tmp_path, text)
    assert [one.symbol for one in found.catalogue] == ["A/RES/99/1", "A/RES/99/2"]
    assert found.symbol == ""


def test_one_listed_document_is_given_directly(tmp_path: Path) -> None:
    assert supplied(tmp_path, '[{"title": "Lakes"}]', ".json") == Supplied(title="Lakes")


def test_an_unknown_organ_stays_as_given(tmp_path: Path) -> None:
    assert supplied(tmp_path, 'organ = "humanRightsCouncil"').organ == "humanRightsCouncil"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(b'\xef\xbb\xbf{"title": "Lakes"}')
    assert load(path).title == "Lakes"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"colour": "blue"}', "unknown key 'colour'; known are symbol, date"),
        ('{"date": "7 November"}', "date: '7 November' is no date"),
        ('{"date": "2044-11-7"}', "is no date of the form YYYY-MM-DD"),
        ('{"title": ["a"]}', "title: a text was expected"),
        ('{"title": true}', "title: a text was expected"),
        ('{"sponsors": "Kenya"}', "sponsors: a list was expected"),
        ('{"keywords": [{"name": "a"}]}', "a subject has value, name, dictionary"),
        ('{"keywords": [{"value": "a", "colour": "b"}]}', "a subject has value, name"),
        ('{"voting": "yes"}', "a table with kind, in_favour"),
        ('{"voting": {"kind": "loud"}}', "the kind 'loud' is none of withoutVote"),
        ('{"voting": {"for": 3}}', "a table with kind, in_favour"),
        ('{"voting": {"in_favour": -1}}', "voting.in_favour: a number was expected"),
        ('{"voting": {"against": true}}', "voting.against: a number was expected"),
        ('{"voting": {"voters": {"maybe": []}}}', "voters are listed under for, against"),
        ('{"voting": {"voters": []}}', "voters are listed under for, against"),
        ("", "no document is described"),
        ("[]", "no document is described"),
        ("[1]", "a table was expected, not 1"),
        ('{"title": "a"', "line 1: "),
        ('{"title": "a\\u0001b"}', "U+0001"),
        ('{"sponsors": ["\\ud800"]}', "U+D800"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_what_is_not_understood_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    said = refusal(tmp_path, text)
    assert reason in said
    assert "facts.json" in said


def test_toml_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "facts.toml" in refusal(tmp_path, "symbol = ", ".toml")


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="nowhere"):
        load(tmp_path / "nowhere.json")
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MetadataError, match=r"a\.json"):
        load(tmp_path / "a.json")


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    with pytest.raises(MetadataError, match="larger than"):
        load(path)


def values() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=6)
    names = st.sampled_from([*KEYS, "kind", "voters", "value", "MS_in_favour", "documents"])
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
        max_leaves=12,
    )


@given(values())
def test_any_json_is_understood_or_refused(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    with suppress(MetadataError):
        assert isinstance(load(path), Supplied)
