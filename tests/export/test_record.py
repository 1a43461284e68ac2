"""Descriptions for catalogues: JSON, Dublin Core, and MARC as pymarc reads it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from lxml import etree

from an2un.export import Description, Outcome, Subject, record
from an2un.record import replace

pymarc = pytest.importorskip("pymarc")

FULL = Description(
    work="/akn/un/statement/deliberation/unga/2044-11-02/99-117",
    symbol="A/RES/99/117", title="Lakes & <rivers>", kind="resolution", language="fr",
    date="2044-11-02", date_name="adoption", issued="2044-11-08", adopted="2044-11-02",
    body="Assemblée générale", session="99", committee="Deuxième Commission",
    agenda_items=("18", "71 (a)"), agenda_title="Développement", meeting="54",
    sponsors=("Kenya", "Pérou"),
    subjects=(Subject("LAKES", "LAKES", "UNBIS"), Subject("6", "Goal 6", "SDG")),
    outcome=Outcome("adopted", 122, 5, 1), related=("A/99/512",),
    url="https://undocs.org/fr/A/RES/99/117",
)  # fmt: skip
BARE = Description(title="Lakes", language="en", kind="resolution")


def marc(document: Description) -> Any:
    """Return the one record of a MARCXML file."""
    (found,) = pymarc.parse_xml_to_array(io.BytesIO(record(document, "marcxml")))
    return found


def test_marc() -> None:
    found = marc(FULL)
    assert found["191"].subfields_as_dict() == {"a": ["A/RES/99/117"], "b": ["A/"], "c": ["99"]}
    assert found["041"]["a"] == "fra"
    assert found["245"]["a"] == "Lakes & <rivers>"
    assert found["245"].indicators == ("0", "0")  # no main entry beside the title
    assert [f.indicators[0] for f in found.get_fields("710")] == ["2", "1", "1"]
    assert found["269"]["a"] == "2044-11-08"
    assert [field["a"] for field in found.get_fields("650")] == ["LAKES"]
    assert [field["a"] for field in found.get_fields("710")] == [
        "Assemblée générale", "Kenya", "Pérou",
    ]  # fmt: skip
    assert found["856"]["u"] == FULL.url
    assert [(f["b"], f["c"]) for f in found.get_fields("991")] == [
        ("18", "Développement"), ("71 (a)", "Développement"),
    ]  # fmt: skip
    assert found["992"]["a"] == "20441102"
    assert found["993"]["a"] == "A/99/512"
    assert found["996"]["a"] == "Adopted 122-5-1, meeting 54"
    tags = [field.tag for field in found.fields]
    assert tags == sorted(tags)


def test_marc_survives_its_own_exchange_format() -> None:
    found = marc(FULL)
    again = next(iter(pymarc.MARCReader(found.as_marc())))
    assert again is not None
    assert str(again["191"]) == str(found["191"])
    assert again["245"]["a"] == FULL.title


def test_marc_leaves_out_what_is_not_known() -> None:
    assert {field.tag for field in marc(BARE).fields} == {"041", "245"}


@pytest.mark.parametrize(
    ("outcome", "note"),
    [
        (Outcome("adoptedWithoutVote"), "Adopted without vote, meeting 54"),
        (Outcome("adoptedUnanimously"), "Adopted unanimously, meeting 54"),
        (Outcome("adopted"), "Adopted, meeting 54"),
        (Outcome("adopted", 12, None, 3), "Adopted, meeting 54"),
        (Outcome("adopted", 0, 0, 0), "Adopted, meeting 54"),
    ],
)
def test_the_note_on_the_vote(outcome: Outcome, note: str) -> None:
    assert marc(replace(FULL, outcome=outcome))["996"]["a"] == note


def test_a_draft_has_no_vote() -> None:
    found = marc(replace(FULL, adopted=""))
    assert not found.get_fields("996", "992")


DC = {"dc": "http://purl.org/dc/elements/1.1/"}


def test_dublin_core() -> None:
    root = etree.fromstring(record(FULL, "dc"))
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"

    def values(name: str) -> list[str | None]:
        return [element.text for element in root.iterfind(f"dc:{name}", DC)]

    assert values("title") == ["Lakes & <rivers>"]
    assert values("identifier") == [FULL.symbol, FULL.work, FULL.url]
    assert values("subject") == ["LAKES", "Goal 6"]
    assert values("contributor") == ["Kenya", "Pérou"]
    assert values("date") == ["2044-11-02"]
    assert values("language") == ["fr"]
    assert values("relation") == ["A/99/512"]
    elements = {  # all there are (ISO 15836-1)
        "title", "creator", "subject", "description", "publisher", "contributor", "date", "type",
        "format", "identifier", "source", "language", "relation", "coverage", "rights",
    }  # fmt: skip
    assert {etree.QName(child).localname for child in root} <= elements


def test_json() -> None:
    found = json.loads(record(FULL, "json"))
    assert found["symbol"] == FULL.symbol
    assert found["outcome"] == {
        "kind": "adopted", "in_favour": 122, "against": 5, "abstaining": 1,
    }  # fmt: skip
    assert json.loads(record(BARE, "json")) == {
        "title": "Lakes", "language": "en", "kind": "resolution",
    }  # fmt: skip
