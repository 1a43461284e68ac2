"""The parts of the speed measurement that do not depend on time."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def script(name: str) -> Any:
    """Return a script as a module; it is no part of the package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


growth, stages, timing = map(script, ("growth", "stages", "timing"))
SOURCES = sorted((ROOT / "examples").glob("*/source.txt"))


def test_a_table_in_markdown() -> None:
    lines = [timing.Line("ours", "theirs", "1 s", "2 s", 0.5, "≤ 1")]
    assert timing.table(lines).splitlines() == [
        "| an2un | against | an2un | the other | ratio | aim |",
        "|---|---|--:|--:|--:|---|",
        "| ours | theirs | 1 s | 2 s | 0.50 | ≤ 1 |",
    ]
    assert timing.markdown(["a"], [], words=(0,)) == "| a |\n|---|"


def test_calls_take_turns() -> None:
    called: list[str] = []
    times = timing.fastest([lambda: called.append("a"), lambda: called.append("b")], rounds=2)
    assert called == ["a", "b", "a", "b"]
    assert len(times) == 2


def test_every_stage_is_where_the_pipeline_looks_it_up() -> None:
    rows = stages.shares(SOURCES[:2])
    assert {row[0] for row in rows} == set(stages.STAGES)


def test_growth_of_one_small_document() -> None:
    ((size, speed, _, _),) = growth.growth(SOURCES[0], 0.01)
    assert size == "0.01 MB"
    assert float(speed) > 0
