"""Fields of the masthead that differ from the gold, each with the side at fault and the reason.

    python benchmarks/fidelity.py --json FILE     # figures of each document
    python benchmarks/masthead.py FILE            # writes benchmarks/masthead.md

The reasons are kept in `masthead.toml`: by field, then by document or by the start of its path.
What has no reason there counts as ours.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from corpus import ROOT

PAGE = ROOT / "benchmarks" / "masthead.md"
REASONS = ROOT / "benchmarks" / "masthead.toml"

Reasons = Mapping[str, Mapping[str, list[str]]]


class Fault(NamedTuple):
    """One field of one document: its figure, whose fault it is, and why."""

    field: str
    document: str
    figure: float
    side: str
    reason: str


def faults(results: list[dict[str, Any]], reasons: Reasons) -> Iterator[Fault]:
    """Yield every field below 1."""
    for result in results:
        for name, figure in result["metrics"].items():
            field = name.removeprefix("m_")
            if name.startswith("m_") and figure is not None and figure < 1:
                side, reason = told(field, result["key"], reasons)
                yield Fault(field, result["key"], figure, side, reason)


def told(field: str, key: str, reasons: Reasons) -> tuple[str, str]:
    """Return side and reason of a field of a document; the longest start of its path counts."""
    known = reasons.get(field, {})
    starts = [start for start in known if key.startswith(start)]
    side, reason = known[max(starts, key=len)] if starts else ("ours", "not looked at")
    return side, reason


def page(results: list[dict[str, Any]], reasons: Reasons) -> str:
    """Return the page: a table of the fields, and the faults by side and reason."""
    found = list(faults(results, reasons))
    lines = [_HEAD, "| field | documents | figure | not ours | figure where ours is at fault |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    for field in sorted({fault.field for fault in found}):
        figures = [r["metrics"].get(f"m_{field}") for r in results]
        known = [figure for figure in figures if figure is not None]
        others = [f for f in found if f.field == field and f.side != "ours"]
        mended = sum(known) + sum(1 - fault.figure for fault in others)
        lines.append(
            f"| {field} | {len(known)} | {sum(known) / len(known):.4f} | {len(others)}"
            f" | {mended / len(known):.4f} |"
        )
    return "\n".join([*lines, "", *_listed(found), ""])


def _listed(found: list[Fault]) -> Iterator[str]:
    groups: dict[tuple[str, str, str], list[Fault]] = defaultdict(list)
    for fault in found:
        groups[fault.field, fault.side, fault.reason].append(fault)
    for (field, side, reason), group in sorted(groups.items()):
        yield f"* {field}, {side}: {reason} ({len(group)})"
        yield from (f"  * {fault.document} {fault.figure:.3f}" for fault in group)


_HEAD = """# Masthead fields that differ from the gold

Written by `python benchmarks/masthead.py FILE` from the figures that `fidelity.py --json FILE`
leaves; not to be edited. Sides: `gold` (the published XML is at fault or says what the text does
not), `scorer` (both say the same in forms it holds apart), `source` (the text contradicts itself
or was laid out by the simulator as no document is), `ours`. A field that is right in all documents
is not listed.
"""


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="figures of the whole corpus")
    results = json.loads(parser.parse_args().file.read_text("utf-8"))
    PAGE.write_text(page(results, tomllib.loads(REASONS.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
