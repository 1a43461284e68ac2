"""Figures of a run: means by group, tables, and the comparison with the recorded ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Result = dict[str, Any]
Figures = Mapping[str, float | None]
Group = tuple[str, list[Result]]

COLUMNS = {
    "xsd_valid": "valid",
    "text_recall": "recall",
    "text_precision": "prec",
    "recital_f1": "recital",
    "provision_f1": "provis",
    "provision_num_acc": "number",
    "heading_f1": "heading",
    "note_f1": "note",
    "note_anchor_acc": "anchor",
    "opener_acc": "opener",
    "ref_recall": "ref",
    "ref_target_acc": "target",
    "annex_f1": "annex",
    "table_f1": "table",
    "formula_f1": "formula",
    "level_acc": "level",
    "masthead": "masth",
    "content_perfect": "content",
    "perfect": "PERFECT",
}
FALL_ALLOWED = 0.002
"""How far a mean may fall below the recorded one; a tenth of a document is added."""


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of the values that are there, None where none is."""
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None


def groups(results: Sequence[Result]) -> list[Group]:
    """Return the groups that are reported, in order; a document may be in several."""
    sim = [result for result in results if result["kind"] == "sim"]
    adopted = [result for result in results if result["kind"] != "draft"]
    named = [("all", list(results))]
    for kind in ("real", "draft", "pdf", "sim"):
        named.append((kind, [r for r in results if r["kind"] == kind]))
    for field in ("language", "body", "form"):
        for value in sorted({r[field] for r in sim}):
            named.append((f"sim {value}", [r for r in sim if r[field] == value]))
    for shape in ("sections", "annexes", "tables", "omnibus"):
        named.append((f"with {shape}", [r for r in adopted if shape in r["shapes"]]))
    return [(name, members) for name, members in named if members]


def figures(results: Sequence[Result]) -> dict[str, float | None]:
    """Return the mean of every metric over the documents that have it."""
    names = {name for result in results for name in result["metrics"]}
    return {name: mean(r["metrics"].get(name) for r in results) for name in sorted(names)}


def table(results: Sequence[Result]) -> str:
    """Return the means by group as a Markdown table."""
    return grid(groups(results))


def grid(named: Sequence[Group]) -> str:
    """Return the means of groups as a Markdown table."""
    lines = [["group", "n", *COLUMNS.values()]]
    for name, members in named:
        means = figures(members)
        lines.append([name, str(len(members)), *(_cell(means.get(m)) for m in COLUMNS)])
    return aligned(lines)


def masthead_table(results: Sequence[Result]) -> str:
    """Return the means of the masthead's fields by kind and language as a Markdown table."""
    fields = sorted({m for r in results for m in r["metrics"] if m.startswith("m_")})
    lines = [["masthead", *(field[2:] for field in fields)]]
    for name, members in groups(results):
        if name.startswith("with "):
            continue
        means = figures(members)
        lines.append([name, *(_cell(means.get(field)) for field in fields)])
    return aligned(lines)


def aligned(lines: list[list[str]]) -> str:
    """Return rows of cells, the first the header, as a Markdown table in columns."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * (width - (n > 0)) + ":" * (n > 0) for n, width in enumerate(widths)]
    return "\n".join(
        "| "
        + " | ".join(
            cell.rjust(w) if n else cell.ljust(w)
            for n, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        + " |"
        for line in [lines[0], rule, *lines[1:]]
    )


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return "1" if value == 1 else f"{min(value, 0.9999):.4f}"  # only what is whole prints as 1


def faults(results: Sequence[Result]) -> list[str]:
    """Return what no run may have: conversions that raise, invalid outputs, lost text."""
    return [f"{r['key']}: {fault}" for r in results for fault in r["faults"]]


def regressions(results: Sequence[Result], recorded: Path) -> list[str]:
    """Return the means that fell below those recorded for the same documents."""
    if not recorded.is_file():
        return []
    before = json.loads(recorded.read_text(encoding="utf-8"))
    names: list[str] = before["metrics"]
    known = {
        key: dict(zip(names, values, strict=True)) for key, values in before["documents"].items()
    }
    same = [result for result in results if result["key"] in known]
    fallen = []
    for group, members in groups(same):
        allowed = FALL_ALLOWED + 0.1 / len(members)
        now = figures(members)
        for name in names:
            then = mean(known[member["key"]][name] for member in members)
            value = now.get(name)
            if then is not None and (value is None or value < then - allowed):
                fallen.append(f"{group}: {name} fell from {then:.4f} to {value or 0:.4f}")
    return fallen


SCORED = ("recital_f1", "provision_f1", "heading_f1", "note_f1", "note_anchor_acc", "annex_f1",
          "table_f1", "opener_acc", "ref_recall", "masthead")  # fmt: skip
"""What `changes` holds a document to."""


def changes(before: Sequence[Result], now: Sequence[Result]) -> list[str]:
    """Return a line for each document that a change made better or worse, the worse last."""
    known = {result["key"]: result["metrics"] for result in before}
    lines: list[tuple[float, str]] = []
    for result in now:
        old, new = known.get(result["key"]), result["metrics"]
        if not old or not new:
            continue
        moved = {
            name: (new.get(name) or 0) - (old.get(name) or 0)
            for name in SCORED
            if old.get(name) != new.get(name)
        }
        if moved:
            told = ", ".join(f"{name} {step:+.4f}" for name, step in moved.items())
            lines.append((sum(moved.values()), f"{result['id']} [{result['key']}] {told}"))
    lines.sort(reverse=True)
    risen = sum(1 for step, _ in lines if step > 0)
    return [line for _, line in lines] + [f"{risen} rose, {len(lines) - risen} fell"]


def record(results: Sequence[Result], data: Path, page: Path, causes: str) -> None:
    """Write the figures of a whole run: a machine-readable file and a page for people.

    causes: the table of the causes why documents are not perfect.
    """
    names = sorted({name for result in results for name in result["metrics"]})
    rounded = {
        result["key"]: [_short(result["metrics"].get(name)) for name in names]
        for result in sorted(results, key=lambda r: r["key"])
    }
    means = {
        name: {"n": len(members)} | {m: _short(v) for m, v in figures(members).items()}
        for name, members in groups(results)
    }
    documents = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in rounded.items())
    by_group = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in means.items())
    data.write_text(
        f'{{"metrics": {json.dumps(names)},\n"groups": {{\n{by_group}\n}},\n'
        f'"documents": {{\n{documents}\n}}}}\n',
        encoding="utf-8",
    )
    made = PAGE.format(table=table(results), masthead=masthead_table(results), causes=causes)
    page.write_text(made, "utf-8")


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


PAGE = """\
# Fidelity on the development corpus

Written by `python benchmarks/fidelity.py --record`; not to be edited. Every document is converted
through the Python interface without being told its language, and compared with the United
Nations' own XML. A figure is the mean over the documents that have such items on either side;
`PERFECT` is the share of documents without any difference in recitals, provisions, headings,
notes, their anchors and annexes, and valid. `real` are extractions of published PDFs, `draft` are
drafts compared with the text adopted later (the wording may differ), `sim` are official texts in
six languages laid out by a simulator in several text forms.

{table}

{masthead}

Why documents are not perfect (`benchmarks/attribution.tsv`, by reading the differences): through
our fault (`ours`), because the source text has lost what the gold has (`source`), or because the
gold is faulty or divides the same words otherwise (`gold`). The gravest cause of a document
counts; one that is not on the list counts as ours.

{causes}
"""
