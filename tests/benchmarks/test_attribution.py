"""The list of why documents are not perfect, on documents made up."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
HEADER = "symbol\tlanguages\tforms\tpart\tcause\treason\n"


@pytest.fixture
def attribution(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the module as the scripts beside it see it."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield importlib.import_module("attribution")
    for name in ("attribution", "figures"):
        sys.modules.pop(name, None)


def result(symbol: str, language: str = "en", **metrics: float) -> dict[str, Any]:
    return {
        "key": f"{symbol} {language}", "symbol": symbol, "language": language, "form": "tika",
        "kind": "real", "body": "GA", "shapes": [], "metrics": metrics,
    }  # fmt: skip


def lines_of(attribution: Any, place: Path, *rows: str) -> Any:
    file = place / "list.tsv"
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return attribution.read(file)


def test_the_gravest_cause_of_a_document_counts(attribution: Any, tmp_path: Path) -> None:
    lines = lines_of(
        attribution,
        tmp_path,
        "A/1\t*\t*\theading\tgold\tno numbers",
        "A/1\ten,fr\ttika\tannex\tours\ttables",
    )
    found = attribution.Attribution([result("A/1", heading_f1=0.5, annex_f1=0.5)], lines)
    assert found.causes == {"A/1 en": "ours"}
    assert found.unexplained == []
    assert [line.languages for line in found.stale] == ["fr"]


def test_what_no_line_explains_counts_as_ours(attribution: Any, tmp_path: Path) -> None:
    results = [result("A/1", heading_f1=0.5), result("A/1", "ru", note_f1=1.0), result("A/2")]
    found = attribution.Attribution(results, lines_of(attribution, tmp_path))
    assert found.unexplained == ["A/1 en: heading"]
    assert list(found.complaints(whole=True)) == ["UNEXPLAINED A/1 en: heading"]
    assert found.table(results).splitlines()[-1].split("|")[-2].strip() == "0.3333"


def test_stale_lines_are_told_of_whole_runs_only(attribution: Any, tmp_path: Path) -> None:
    lines = lines_of(attribution, tmp_path, "A/1\t*\t*\tnote\tsource\tthe call is lost")
    found = attribution.Attribution([result("A/1", note_f1=1.0)], lines)
    assert list(found.complaints(whole=False)) == []
    assert list(found.complaints(whole=True)) == ["STALE A/1 * * note: the call is lost"]


@pytest.mark.parametrize(
    "row",
    ["A/1\t*\t*\tnote\tnobody\tlost", "A/1\t*\t*\tsoup\tgold\tcold", "A/1\t*\t*\tnote\tgold\t"],
)
def test_a_line_names_a_part_a_cause_and_a_reason(
    attribution: Any, tmp_path: Path, row: str
) -> None:
    with pytest.raises(ValueError, match=r"list\.tsv:2"):
        lines_of(attribution, tmp_path, row)


def test_the_list_of_the_project_can_be_read(attribution: Any) -> None:
    assert attribution.read(BENCHMARKS / "attribution.tsv")
