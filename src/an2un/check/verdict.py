"""The verdict on one file: parse, schema, naming convention, profile, in this order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from an2un import codes
from an2un.check import narrow, schema
from an2un.check.asked import asked
from an2un.check.elements import Element, local
from an2un.check.index import Index
from an2un.check.loading import Loaded, RefusalError, load
from an2un.check.positions import Positions
from an2un.check.rule import Finding, Proof
from an2un.check.settings import Settings
from an2un.check.trail import Trails
from an2un.diagnostics import Code, Diagnostic

MAX_FINDINGS = 1_000
"""Findings of one rule in one file that are told apart."""

_LONGEST, _LONGEST_RAW = 1_000, 10_000  # characters of a message, of an engine's own


def judge(data: bytes, settings: Settings) -> list[Diagnostic]:
    """Return the findings on one file, in the order of its lines; none if nothing is wrong.

    Files that are refused or not well-formed give one finding that says so. Raises ReadError where
    the schema, a house's schema or its Schematron cannot be used.
    """
    try:
        loaded = load(data, settings.max_size)
    except RefusalError as refusal:
        return [refusal.finding] if settings.wants(refusal.finding.code) else []
    return judge_tree(loaded, settings)


def judge_tree(loaded: Loaded, settings: Settings) -> list[Diagnostic]:
    """Return the findings on a file that is parsed."""
    index = Index(loaded.root, loaded.data)
    proof = _proof(index, settings)
    valid = proof is not None and settings.engine == "lxml"
    found = [] if valid else list(_schema(index, settings))
    if len(settings.layers) > 1:
        found += _rules(index, settings, proof)
    if settings.source is not None:
        from an2un.check.fidelity import compare

        found += [_Found(code, finding) for code, finding in compare(loaded.root, settings.source)]
    for path in settings.schematron:
        from an2un.check.schematron import broken

        found += [_Found(codes.HOUSE_RULE, finding) for finding in broken(loaded.root, path)]
    wanted = [one for one in found if settings.wants(one.code)]
    diagnostics = _placed(wanted, Positions(loaded.data, list(index.tags))) if wanted else []
    index.close()
    return diagnostics


def _placed(found: list[_Found], places: Positions) -> list[Diagnostic]:
    """Return findings with their places, in the order of the file."""
    found.sort(key=lambda one: places.start(one.finding.element))
    trails = Trails()
    return sorted((one.diagnostic(places, trails) for one in found), key=_place)


def _place(finding: Diagnostic) -> tuple[int, int, str]:
    return (finding.line, finding.column, finding.code.id)


class _Found:
    """A finding before its place in the file is known."""

    __slots__ = ("code", "finding", "raw")

    def __init__(self, code: Code, finding: Finding, raw: str = "") -> None:
        self.code = code
        self.finding = _short(finding)
        self.raw = raw

    def diagnostic(self, places: Positions, trails: Trails) -> Diagnostic:
        element, message, hint = self.finding
        place = places.of(element)
        return Diagnostic(
            self.code,
            message,
            line=place.line,
            column=place.column,
            trail=_cut(trails.of(element)),
            eid=_cut(schema.nearest_eid(element)),
            hint=hint,
            raw=_cut(self.raw, _LONGEST_RAW),
        )


def _short(finding: Finding) -> Finding:
    """Return a finding that fits a report: values of hostile files may have any length."""
    _, message, hint = finding
    if len(message) <= _LONGEST and len(hint) <= _LONGEST:
        return finding
    return finding._replace(message=_cut(message), hint=_cut(hint))


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _proof(index: Index, settings: Settings) -> Proof | None:
    """Return the narrow schema that the file is valid by; None where it is not, or not asked."""
    if settings.schema is not None or not _plainly_identified(index):
        return None
    proof = narrow.proof_for(settings)
    return proof if narrow.accepts(index, proof) else None


def _schema(index: Index, settings: Settings) -> Iterator[_Found]:
    """Yield what the schema engines find."""
    first = list(_lxml(index, settings)) if settings.engine != "xmlschema" else []
    second = list(_xmlschema(index.root, settings)) if settings.engine != "lxml" else []
    yield from first or second
    if settings.engine == "both" and bool(first) != bool(second):
        accuser, silent = ("libxml2", "xmlschema") if first else ("xmlschema", "libxml2")
        message = f"{accuser} finds the file invalid, {silent} does not"
        fault = Finding(index.root, message, "compare with a third engine")
        yield _Found(codes.ENGINES_DISAGREE, fault)


def _lxml(index: Index, settings: Settings) -> Iterator[_Found]:
    root = index.root
    if settings.schema is not None:
        judge = schema.house(settings.schema)
    elif _plainly_identified(index) and _without_others(index):
        judge = schema.lean()
    else:
        judge = schema.schema()
    for entry in schema.entries(root, judge):
        element = entry.element if entry.element is not None else root
        code, message, hint = entry.said
        yield _Found(code, Finding(element, message, hint), entry.raw)


def _plainly_identified(index: Index) -> bool:
    """Tell whether the schema has nothing to say of eIds: their form, each but once."""
    return not index.repeated and _plain(index.ids)


def _without_others(index: Index) -> bool:
    """Tell whether the schema has nothing to say of wIds and GUIDs: no narrow one knows them."""
    said = [tag.attributes for tag in index.tags.values()]
    master_ids = [attributes["wId"] for attributes in said if "wId" in attributes]
    return _plain(master_ids) and not any("GUID" in attributes for attributes in said)


def _plain(identifiers: Collection[str]) -> bool:
    """Tell whether identifiers are neither empty nor hold white space."""
    together = "".join(identifiers)
    return "" not in identifiers and "".join(together.split()) == together


def _xmlschema(root: Element, settings: Settings) -> Iterator[_Found]:
    for element, code, message, raw in schema.second_entries(root, settings.schema):
        yield _Found(code, Finding(element if element is not None else root, message), raw)


def _rules(index: Index, settings: Settings, proof: Proof | None = None) -> Iterator[_Found]:
    """Run the rules of the table that the settings ask for and that the schema did not prove."""
    if local(index.root) != "akomaNtoso":  # of the right namespace
        return
    for rule in asked(index, settings, proof):
        findings = rule.check(index)
        first = next(findings, None)
        if first is None:  # so nearly always: nothing more is made for it
            continue
        found = list(map(_short, (first, *islice(findings, MAX_FINDINGS))))
        if len(found) > MAX_FINDINGS:
            found.pop()
            last = found[-1]
            found[-1] = last._replace(message=f"{last.message} (further findings are not shown)")
        for finding in found:
            yield _Found(rule.code, finding)
