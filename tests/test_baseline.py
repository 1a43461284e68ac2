"""Baselines: what is known is not reported again."""

from __future__ import annotations

from pathlib import Path

import pytest

from an2un import baseline, codes
from an2un.diagnostics import Diagnostic
from an2un.record import replace
from an2un.source import ReadError

FINDING = Diagnostic(codes.DANGLING, "points at nothing", line=3, trail="section I")


def test_known_findings_are_left_out_wherever_they_moved() -> None:
    known = baseline.Baseline()
    known.add("a.xml", [FINDING])
    moved = replace(FINDING, line=99)
    other = replace(FINDING, trail="section II")
    assert known.new("a.xml", [moved, other]) == [other]


def test_each_occurrence_excuses_one() -> None:
    known = baseline.Baseline()
    known.add("a.xml", [FINDING, FINDING])
    assert known.new("a.xml", [FINDING, FINDING, FINDING]) == [FINDING]
    assert known.new("b.xml", [FINDING]) == [FINDING]


def test_a_baseline_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    known = baseline.Baseline()
    known.add("a.xml", [FINDING])
    path.write_text(known.to_json(), encoding="utf-8")
    assert baseline.read(path).new("a.xml", [FINDING]) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": {}}', '{"findings": 1}']
)
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match="no baseline"):
        baseline.read(path)
