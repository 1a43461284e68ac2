"""Identity on the development corpus: Work IRIs, and one document in six languages.

    python benchmarks/fidelity.py --keep DIR      # convert the corpus
    python benchmarks/identity.py DIR             # writes benchmarks/identity.md

Of each difference the page tells the reason: told by what is computed here (what the source does
not print, other numbers in the language's own text), else from `identity.toml`, where reasons are
kept of documents that were looked at. A difference without a reason is told as such.
"""

from __future__ import annotations

import argparse
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus import ROOT, Row, location, rows
from lxml import etree

PAGE = ROOT / "benchmarks" / "identity.md"
REASONS = ROOT / "benchmarks" / "identity.toml"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
UNITS = ("part", "chapter", "section", "title", "article", "rule", "division", "paragraph", "point")
_BLANKS = re.compile(r"\s+")


class Difference(NamedTuple):
    """One difference: document (with the languages concerned), what differs, why."""

    document: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """What one file says.

    work      Work IRI without a trailing slash
    units     identifiers of the units of the body, those common to all languages where told
    cited     symbols of the documents cited
    sponsors  addresses of the entries of the sponsors
    """

    work: str
    units: tuple[str, ...]
    cited: frozenset[str]
    sponsors: tuple[str, ...]


def read(path: Path) -> Read:
    """Return what a file of ours says."""
    from an2un.export import cited

    root = etree.parse(path).getroot()
    units = []
    for element in root.iter(*(f"{{{NS['a']}}}{name}" for name in UNITS)):
        if element.get("eId"):
            units.append(str(element.get("wId") or element.get("eId")))
    symbols = {edge.symbol for edge in cited(root).edges if edge.symbol}
    hrefs = {f"#{e.get('eId')}": str(e.get("href")) for e in root.iter("{*}TLCOrganization")}
    sponsors = [hrefs.get(str(e.get("refersTo")), "") for e in root.iter("{*}docProponent")]
    return Read(work_of(root), tuple(units), frozenset(symbols), tuple(sorted(sponsors)))


def work_of(root: etree._Element) -> str:
    """Return the Work IRI of a file without a trailing slash."""
    found = root.find(".//a:FRBRWork/a:FRBRuri", NS)
    return str(found.get("value") or "").rstrip("/") if found is not None else ""


def plain(text: str) -> str:
    """Return a text without blanks and signs that come and go in extractions."""
    folded = unicodedata.normalize("NFKC", text)
    return _BLANKS.sub("", "".join(c for c in folded if unicodedata.category(c) != "Cf"))


# ----------------------------------------------------------------- the United Nations' own Work IRI


def theirs(documents: Mapping[str, Row], folder: Path) -> tuple[int, int, list[Difference]]:
    """Return how many golds print symbol and date in the source, how many agree, what differs."""
    known = _known("work")
    printed = same = 0
    differences = []
    for row in documents.values():
        gold = etree.parse(row.gold, etree.XMLParser(recover=True)).getroot()
        if not _prints(row, gold):
            continue
        printed += 1
        own, other = work_of(etree.parse(kept(folder, row)).getroot()), work_of(gold)
        if _levelled(own) == _levelled(other):
            same += 1
        else:
            name = f"{row.symbol} ({row.language})"
            reason = known.get(name) or known.get(row.symbol, "")
            differences.append(Difference(name, f"`{own}`, theirs `{other}`", reason))
    return printed, same, differences


def _levelled(iri: str) -> str:
    """Return the IRI of the resolution where that of a collection of several is given."""
    return iri.replace("/documentCollection/publication/", "/statement/deliberation/")


def _prints(row: Row, gold: etree._Element) -> bool:
    """Tell whether a source prints the symbol and the date of adoption of its gold."""
    text = plain(row.source.read_text("utf-8", "replace"))
    date = gold.find(".//a:docDate[@refersTo='#adoptionDate']", NS)
    words = plain("".join(map(str, date.itertext()))) if date is not None else ""
    if not words:
        found = gold.xpath("//a:docDate[contains(@refersTo,'doption')]", namespaces=NS)
        first = found[0] if isinstance(found, list) and found else None
        words = plain("".join(map(str, first.itertext()))) if first is not None else ""  # type: ignore[union-attr]
    return bool(words) and words in text and plain(row.symbol) in text


# ------------------------------------------------------------------------------- six languages


Aspect = Callable[[Read], object]
ASPECTS: Mapping[str, Aspect] = {
    "Work IRI": lambda one: one.work,
    "identifiers of the body": lambda one: one.units,
    "cited documents": lambda one: one.cited,
    "sponsors": lambda one: one.sponsors,
}


def six(
    sets: Mapping[str, Mapping[str, Row]], found: Mapping[str, Read]
) -> dict[str, list[Difference]]:
    """Return the differences inside each set of languages, by aspect."""
    told: dict[str, list[Difference]] = {name: [] for name in ASPECTS}
    for symbol, languages in sets.items():
        for name, aspect in ASPECTS.items():
            values = {code: aspect(found[row.key]) for code, row in languages.items()}
            usual, _ = Counter(values.values()).most_common(1)[0]
            for code, value in values.items():
                if value != usual:
                    row = languages[code]
                    told[name].append(_told(name, (symbol, code), (value, usual), row))
    return told


def _told(name: str, where: tuple[str, str], values: tuple[object, object], row: Row) -> Difference:
    symbol, code = where
    document = f"{symbol} ({code}, {row.form})"
    what, reason = _EXPLAINED[name](values[0], values[1], row)
    known = _known(name).get(f"{symbol} ({code})") or _known(name).get(symbol, "")
    return Difference(document, what, reason or known)


def _work(own: object, _usual: object, row: Row) -> tuple[str, str]:
    text = plain(row.source.read_text("utf-8", "replace"))
    what = f"`{own}`"
    if "/nn" in str(own) and plain(row.symbol.rpartition("RES/")[2]) not in text:
        return what, "the source prints no symbol"
    if "1900-01-01" in str(own):
        return what, "the source prints no date that can be told from others"
    draft = re.search(r"/(?:[A-Z][A-Za-z.0-9]*-)*[\w.-]*L\.\d", str(own))
    return what, "the source prints the masthead of the draft" if draft else ""


def _units(own: object, usual: object, _row: Row) -> tuple[str, str]:
    assert isinstance(own, tuple)
    assert isinstance(usual, tuple)
    missing, more = (set(usual) - set(own)), (set(own) - set(usual))
    what = f"{len(missing)} of {len(usual)} missing, {len(more)} others"
    if missing or more:
        example = ", ".join(f"`{eid}`" for eid in sorted(missing)[:1] + sorted(more)[:1])
        return f"{what}: {example}", _structure(missing, more)
    return "the same in another order", "the source prints them in another order"


_HEADING = re.compile(r"(?:part|chp|sec|title|dvs|art|rule)_[^_]+__")
_CALLED = re.compile(r"(?:^|__)(?:part|chp|sec|title|rule|art)_")


def _structure(missing: set[str], more: set[str]) -> str:
    """Return what kind of structure differs: headings, their names, notes, repeated numbers."""
    bare = [{_HEADING.sub("", eid) for eid in side} for side in (missing, more)]
    called = [{_CALLED.sub("_", eid) for eid in side} for side in (missing, more)]
    if called[0] == called[1]:
        return "the language calls its parts and articles otherwise (chapter, section, title)"
    if bare[0] == bare[1] or any("dvs_" in eid for eid in missing | more):
        return "headings were found in one text form and not in another"
    few = len(missing | more) <= 6 and not any("art_" in eid for eid in missing | more)
    if few and all("att_" in eid for eid in missing | more):
        return (
            "the end of an annex (notes of tables among it) is parted otherwise in this text form"
        )
    if not missing and all(re.search(r"(?:para|point)_[^_]+_\d+(?:__|$)", eid) for eid in more):
        return "a number stands twice in this text"
    last = [{eid.rpartition("__")[2] for eid in side} for side in (missing, more)]
    return "the same points in another list" if last[0] == last[1] else ""


def _cited(own: object, usual: object, row: Row) -> tuple[str, str]:
    assert isinstance(own, frozenset)
    assert isinstance(usual, frozenset)
    text = plain(row.source.read_text("utf-8", "replace"))
    missing, more = sorted(usual - own), sorted(own - usual)
    unprinted = [symbol for symbol in missing if not _number_printed(symbol, text)]
    added = [symbol for symbol in more if _number_printed(symbol, text)]
    what = "; ".join(
        f"{label} {', '.join(symbols[:4])}{' …' if len(symbols) > 4 else ''}"
        for label, symbols in (("without", missing), ("with", more))
        if symbols
    )
    if len(unprinted) == len(missing) and len(added) == len(more):
        return what, "this language's text prints it so"
    return what, ""


def _number_printed(symbol: str, text: str) -> bool:
    """Tell whether a text prints a symbol or, of a resolution or decision, its number."""
    from an2un.symbol import parse

    one = parse(symbol)
    if one.nature not in ("resolution", "decision"):
        return plain("/".join((*one.path, *one.modifiers))) in text
    bracket = f"({one.bracket})" if one.bracket else ""
    number = one.path[-1] if bracket else "/".join(one.path[-2:])
    letters = one.letters if one.letters.isascii() else ""
    printed = (f"{number}{letters}{bracket}", f"{number}{bracket}{letters}")
    return any(form.replace("EA.", "").replace("Res.", "") in text for form in printed)


def _sponsors(own: object, usual: object, _row: Row) -> tuple[str, str]:
    assert isinstance(own, tuple)
    assert isinstance(usual, tuple)
    if not own or not usual:
        return f"{len(own)}, usually {len(usual)}", "only some languages of the set print sponsors"
    return f"{len(own)}, usually {len(usual)}", ""


_EXPLAINED: Mapping[str, Callable[[object, object, Row], tuple[str, str]]] = {
    "Work IRI": _work,
    "identifiers of the body": _units,
    "cited documents": _cited,
    "sponsors": _sponsors,
}


# ---------------------------------------------------------------------------------------- the page


def _known(aspect: str) -> Mapping[str, str]:
    """Return the reasons kept of one aspect, by document."""
    table: dict[str, dict[str, str]] = tomllib.loads(REASONS.read_text("utf-8"))
    return table.get(aspect, {})


def kept(folder: Path, row: Row) -> Path:
    """Return where `fidelity.py --keep` put the conversion of a document."""
    return folder / (row.key.replace("/", "__") + ".xml")


def page(folder: Path) -> str:
    """Return the page of all figures and differences."""
    all_rows = [row for row in rows(location()) if row.kind in ("real", "sim")]
    printed, same, differences = theirs({row.key: row for row in all_rows}, folder)
    sets: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in all_rows:
        if row.kind == "sim":
            sets[plain(row.symbol)][row.language] = row
    whole = {symbol: found for symbol, found in sets.items() if len(found) == 6}
    found = {row.key: read(kept(folder, row)) for one in whole.values() for row in one.values()}
    told = six(whole, found)
    lines = [_HEAD, "## Work IRI against the United Nations' own", ""]
    share = same / max(printed, 1)
    lines += [f"{same} of {printed} are the same ({share:.4f}).", "", *_listed(differences), ""]
    lines += ["## One document in six languages", "", *_overview(told, len(whole))]
    for name, entries in told.items():
        lines += ["", f"### Differences: {name}", "", *_listed(entries)]
    return "\n".join([*lines, ""])


def _overview(told: Mapping[str, list[Difference]], count: int) -> Iterable[str]:
    yield "| aspect | sets of six | the same in all | documents that differ | without a reason |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, entries in told.items():
        sets = {entry.document.partition(" (")[0] for entry in entries}
        open_ = sum(not entry.reason for entry in entries)
        yield f"| {name} | {count} | {count - len(sets)} | {len(entries)} | {open_} |"


def _listed(entries: Iterable[Difference]) -> Iterable[str]:
    """Yield the differences by reason, each reason once."""
    groups: dict[str, list[Difference]] = defaultdict(list)
    for entry in entries:
        groups[entry.reason or "no reason known"].append(entry)
    for reason, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"* {reason} ({len(group)}):"
        yield from (f"  * {entry.document}: {entry.what}" for entry in group)


_HEAD = """# Identity on the development corpus

Written by `python benchmarks/identity.py DIR` from the conversions that `fidelity.py --keep DIR`
leaves; not to be edited. A Work IRI counts where the source prints the symbol and the date of
adoption of the document; a slash at the end makes no difference. In the sets of six languages each
document is compared with what most of its set say; identifiers are the `wId`, where there is one,
else the `eId`, of all numbered and headed units.
"""


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="conversions of the whole corpus")
    PAGE.write_text(page(parser.parse_args().folder), "utf-8")


if __name__ == "__main__":
    main()
