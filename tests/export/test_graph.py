"""Citation graphs in the three forms."""

from __future__ import annotations

import csv
import io
import json

import pytest
from lxml import etree

from an2un.export import Citing, Description, Edge, graph

WORK = "/akn/un/statement/deliberation/unga"
FIRST = Citing(
    Description(work=f"{WORK}/2044-12-01/99-204", symbol="A/RES/99/204", date="2044-12-01"),
    (
        Edge(f"{WORK}/2043-12-20/98-1", "A/RES/98/1", "!main#para_3", "98/1 & more", "para_1"),
        Edge(f"{WORK}/2043-12-20/98-1", "A/RES/98/1", "", "98/1", "para_2"),
        Edge("A/99/1", "A/99/1", "", 'A/99/1, "<annex>"', "para_2"),
        Edge("https://www.un.org/?a=1&b=2", "", "", "the sea", "para_3"),
    ),
)
SECOND = Citing(
    Description(symbol="A/C.3/99/L.7"),
    (
        Edge("A/RES/98/1", "A/RES/98/1", "", "98/1", ""),
        Edge("A/RES/99/204", "A/RES/99/204", "", "99/204", ""),
    ),
)


def rows(*citing: Citing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(graph(citing, "csv").decode())))


def test_rows() -> None:
    found = rows(FIRST)
    assert len(found) == 4
    assert found[0] == {
        "source": f"{WORK}/2044-12-01/99-204", "source_symbol": "A/RES/99/204",
        "target": f"{WORK}/2043-12-20/98-1", "target_symbol": "A/RES/98/1",
        "fragment": "!main#para_3", "words": "98/1 & more", "place": "para_1",
    }  # fmt: skip
    assert found[2]["words"] == 'A/99/1, "<annex>"'


def test_a_symbol_is_the_work_that_another_file_dates() -> None:
    found = rows(FIRST, SECOND)
    assert found[4]["source"] == "A/C.3/99/L.7"
    assert found[4]["target"] == f"{WORK}/2043-12-20/98-1"
    assert found[5]["target"] == f"{WORK}/2044-12-01/99-204"


def test_dates_that_differ_leave_the_symbol() -> None:
    edge = Edge(f"{WORK}/2043-12-21/98-1", "A/RES/98/1", "", "98/1", "")
    other = Citing(Description(symbol="A/C.3/99/L.8"), (edge,))
    assert rows(FIRST, SECOND, other)[4]["target"] == "A/RES/98/1"


def test_an_unknown_date_dates_nothing() -> None:
    undated = Citing(Description(work=f"{WORK}/1900-01-01/98-1", symbol="A/RES/98/1"), ())
    assert rows(undated, SECOND)[0]["target"] == "A/RES/98/1"


def test_json_says_what_the_rows_say() -> None:
    assert json.loads(graph([FIRST, SECOND], "json")) == rows(FIRST, SECOND)
    assert json.loads(graph([], "json")) == []


GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_graphml_has_a_node_for_each_document_and_weights() -> None:
    root = etree.fromstring(graph([FIRST, SECOND], "graphml"))
    names = {
        node.get("id"): node.findtext("g:data[@key='document']", namespaces=GRAPHML)
        for node in root.iterfind(".//g:node", GRAPHML)
    }
    assert set(names.values()) == {
        f"{WORK}/2044-12-01/99-204", f"{WORK}/2043-12-20/98-1", "A/99/1",
        "https://www.un.org/?a=1&b=2", "A/C.3/99/L.7",
    }  # fmt: skip
    weights = {
        (names[edge.get("source")], names[edge.get("target")]): edge.findtext(
            "g:data", None, GRAPHML
        )
        for edge in root.iterfind(".//g:edge", GRAPHML)
    }
    assert weights[f"{WORK}/2044-12-01/99-204", f"{WORK}/2043-12-20/98-1"] == "2"
    assert len(weights) == 5
    declared = {key.get("id") for key in root.iterfind("g:key", GRAPHML)}
    assert {data.get("key") for data in root.iterfind(".//g:data", GRAPHML)} <= declared


@pytest.mark.parametrize("form", ["csv", "json", "graphml"])
def test_the_same_graph_is_the_same_bytes(form: str) -> None:
    assert graph([FIRST, SECOND], form) == graph([FIRST, SECOND], form)
