"""Repairs that add an element or take one out: known entries, number and subtype, empty steps."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from an2un.check import iris
from an2un.check.eids import ENTRIES
from an2un.check.elements import Element, local, words
from an2un.check.identification import number_of
from an2un.check.index import Index
from an2un.fix.attributes import roles
from an2un.fix.edits import Edit, Tags, end_of, indent, line_end, prefix, taken_out
from an2un.fix.known import KNOWN, address


def known_entries(index: Index, text: str, tags: Tags) -> Iterator[Edit]:
    """Add the known entries that are pointed at and missing to the references."""
    blocks = index.all("references")
    if not blocks:
        return
    wanted = [value[1:] for _, _, value in index.pointers if value[1:] in KNOWN]
    wanted += [value[1:] for _, _, value in roles(index)]
    listed = {entry.get("href") for entry in index.of(ENTRIES)}
    missing = [
        eid
        for eid in dict.fromkeys(wanted)
        if eid not in index.ids and address(KNOWN[eid]) not in listed
    ]
    if not missing:
        return
    start, end = tags[blocks[0]]
    last = list(blocks[0].iterchildren("*"))[-1:]
    if text[start:end].endswith("/>"):
        return
    margin = indent(text, tags[last[0]][0]) if last else indent(text, start) + "  "
    begun = prefix(blocks[0])
    at = end_of(blocks[0], text, tags)
    line_start = text.rfind("\n", 0, at) + 1
    around = (margin, line_end(text))
    if text[line_start:at].strip():  # all on one line
        line_start, around = at, ("", "")
    lines = "".join(_entry(eid, begun).join(around) for eid in missing)
    yield Edit(line_start, line_start, lines, f"references: added {', '.join(missing)}")


def _entry(eid: str, begun: str) -> str:
    kind, _, shown = KNOWN[eid]
    return f'<{begun}TLC{kind} eId="{eid}" href="{address(KNOWN[eid])}" showAs="{escape(shown)}"/>'


def work_identity(index: Index, text: str, tags: Tags) -> Iterator[Edit]:
    """Add subtype and number of the Work where its IRI gives them."""
    for part in index.works:
        parts = iris.work(part.uri)
        if part.work is None or parts is None or not part.deliberative:
            continue
        country = part.work.first("FRBRcountry")
        if country is None or parts.subtype != "deliberation":
            continue
        if part.work.first("FRBRsubtype") is not None:
            continue
        begun = prefix(country)
        added = [f'<{begun}FRBRsubtype value="deliberation"/>']
        symbol = _symbol(part.all("docNumber"))
        if part.work.first("FRBRnumber") is None and number_of(symbol) == parts.number:
            added.append(
                f"<{begun}FRBRnumber value={quoteattr(parts.number)} showAs={quoteattr(symbol)}/>"
            )
        start, end = tags[country]
        close = text[start:end].endswith("/>")
        at = end if close else text.find(">", end_of(country, text, tags)) + 1
        margin = line_end(text) + indent(text, start)
        lines = "".join(margin + line for line in added)
        yield Edit(at, at, lines, f"FRBRWork: added {' '.join(added)}")


def _symbol(numbers: list[Element]) -> str:
    """Return the printed symbol of a document."""
    return next((words(n) for n in numbers if n.get("refersTo") == "#symbol"), "")


def empty_steps(index: Index, text: str, tags: Tags) -> Iterator[Edit]:
    """Take out steps of the workflow that say nothing: no date, no agent, nothing inside.

    A workflow needs a step: where none says anything at all, the whole is taken out.
    """
    for workflow in index.all("workflow"):
        steps = list(workflow.iterchildren("*"))
        empty = [step for step in steps if _says_nothing(step)]
        if len(empty) < len(steps):
            for step in empty:
                what = f"workflow: took out the empty step {step.get('outcome') or ''}".rstrip()
                yield taken_out(step, text, tags, what)
        elif steps and not any(value for step in steps for value in step.values()):
            yield taken_out(workflow, text, tags, "took out the workflow without any step")


def _says_nothing(step: Element) -> bool:
    date = step.get("date") or ""
    bare = not (step.get("by") or step.get("as") or step.get("href"))
    return local(step) == "step" and bare and not len(step) and date in ("", "0001-01-01")
