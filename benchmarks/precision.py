"""Precision of the citations: draw some at random to be read, and sum up what the readers found.

    python benchmarks/precision.py draw 2 --seed 20451107          # -> citations/sample-2.jsonl
    python benchmarks/precision.py sheet 2 --lang ru               # what to read, with its context
    python benchmarks/precision.py mark 2 --wrong ru/7 "why" …     # the verdicts
    python benchmarks/precision.py again 2                         # what became of the wrong ones
    python benchmarks/precision.py record                          # writes citations/README.md

A draw takes `--count` citations of each language, each from another document; organ, document and
citation are drawn at random with the seed given, with `--even` also the part of the corpus that
the document is from. No document is drawn that an earlier sample of the same language holds; with
`--places` it may, at another place. The same corpus, seed and code draw the same citations.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpus import BODIES, ROOT, location, rows

FOLDER = ROOT / "benchmarks" / "citations"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
RECORDED = 30  # characters on either side that a sample keeps
SHOWN = 260  # characters on either side that a reader is shown

Record = dict[str, Any]


class Candidate(NamedTuple):
    """A document that may be drawn: language, organ, part of the corpus, symbol, where it lies."""

    language: str
    organ: str
    part: str
    symbol: str
    path: Path


class Found(NamedTuple):
    """A citation that was marked up: its words with what stands around them, where it leads."""

    before: str
    words: str
    after: str
    target: str


# ------------------------------------------------------------------------------------------- draw


def candidates(place: Path) -> Iterator[Candidate]:
    """Yield all documents of the corpus: extractions, simulated ones, the published XML."""
    for row in rows(place):
        if row.kind != "pdf":
            yield Candidate(row.language, row.body, row.kind, row.symbol, row.source)
    for path in sorted((place / "corpus" / "en-drafts-nogold").glob("*.txt")):
        yield Candidate("en", "GA", "draft", path.stem.replace("_", "/"), path)
    for path in sorted((place / "corpus" / "unsc-old").glob("*_EN_*.txt")):
        yield Candidate("en", "SC", "old", path.stem, path)
    for path in sorted((place / "corpus" / "official").glob("[iv]*valid/*.xml")):
        yield from _published(path)


def _published(path: Path) -> Iterator[Candidate]:
    """Yield a file of the United Nations if it is in one of the six languages."""
    from lxml import etree

    from an2un.export import described

    try:
        document = described(etree.parse(path).getroot())
    except etree.XMLSyntaxError:
        return
    if document.language in LANGUAGES and document.symbol:
        starts = (organ for start, organ in BODIES if document.symbol.startswith(start))
        organ = next(starts, "other")
        yield Candidate(document.language, organ, "published", document.symbol, path)


def converted(path: Path) -> Any:
    """Return the tree that a document is converted to, from its text, whatever it is kept as."""
    import an2un

    if path.suffix != ".xml":
        return an2un.convert(path).document
    return an2un.convert(an2un.text(an2un.read(path)), name=path.name).document


def references(document: Any) -> Iterator[Found]:
    """Yield the citations that a tree marks up, with the running text around them."""
    from an2un.tree import Link, Paragraph, Reference
    from an2un.walk import plain_text, walk

    for node in walk(document):
        if not isinstance(node, Paragraph):
            continue
        text, at = plain_text(node.children), 0
        for inner in walk(node):
            if not isinstance(inner, Reference | Link):
                continue
            words = plain_text(inner.children)
            start = text.find(words, at)
            if start < 0 or not words:
                continue  # of a note that is called in this paragraph
            at = start + len(words)
            target = inner.target if isinstance(inner, Reference) else inner.href
            yield Found(text[:start], words, text[at:], target)


class Draw(NamedTuple):
    """How to draw: the seed, how many of each language, strata, places read before."""

    seed: int
    each: int
    even: bool
    read: frozenset[tuple[str, str, str]]


def draw(number: int, how: Draw) -> None:
    """Draw a sample and write it, without verdicts."""
    drawn = set()
    if not how.read:
        drawn = {(r["language"], r["document"]) for n in range(1, number) for r in sample(n)}
    by_language: dict[str, dict[str, list[Candidate]]] = defaultdict(lambda: defaultdict(list))
    for one in candidates(location()):
        if (one.language, one.symbol) not in drawn:
            stratum = f"{one.organ} {one.part}" if how.even else one.organ
            by_language[one.language][stratum].append(one)
    found: list[Record] = []
    for language in LANGUAGES:
        found += _drawn(language, by_language[language], how)
    _write(number, found)


def _drawn(language: str, strata: dict[str, list[Candidate]], how: Draw) -> Iterator[Record]:
    """Yield the citations drawn in one language: a stratum, one of its documents, one in it."""
    chance = random.Random(f"{how.seed} {language}")
    waiting = {name: chance.sample(found, len(found)) for name, found in sorted(strata.items())}
    seen: set[str] = set()
    done = 0
    while done < how.each and any(waiting.values()):
        one = waiting[chance.choice([name for name in waiting if waiting[name]])].pop()
        found = [] if one.symbol in seen else references(converted(one.path))
        cited = [f for f in found if _around(f) not in how.read]
        if not cited:
            continue
        seen.add(one.symbol)
        done += 1
        yield _record(one, done, chance.choice(cited), how.seed)
    print(f"{language}: {done} drawn", file=sys.stderr)


def _record(one: Candidate, number: int, found: Found, seed: int) -> Record:
    return {
        "id": f"{one.language}/{number}",
        "language": one.language,
        "document": one.symbol,
        "source": one.path.name,
        "before": found.before[-RECORDED:],
        "words": found.words,
        "after": found.after[:RECORDED],
        "target": found.target,
        "seed": seed,
        "verdict": "",
    }


# ------------------------------------------------------------------------------------------- read


def sheet(number: int, language: str) -> None:
    """Print the citations of a sample with enough context to judge them."""
    place = {one.path.name: one.path for one in candidates(location())}
    for record in sample(number):
        if language in ("", record["language"]):
            found = next(_same(record, references(converted(place[record["source"]]))))
            print(f"{record['id']}  {record['document']}  {record['source']}")
            print(f"    {found.before[-SHOWN:]}⟦{found.words}⟧{found.after[:SHOWN]}")
            print(f"    → {found.target}\n")


def _same(record: Record, found: Iterator[Found]) -> Iterator[Found]:
    """Yield the citations that have the words and the surroundings of a record."""
    for one in found:
        if _around(one) == (record["before"], record["words"], record["after"]):
            yield one


def _around(found: Found) -> tuple[str, str, str]:
    """Return a citation as a sample keeps it: its words, and some characters on either side."""
    return found.before[-RECORDED:], found.words, found.after[:RECORDED]


def mark(number: int, wrong: list[list[str]]) -> None:
    """Record the verdicts of a reading: all right but those told with the reason."""
    reasons = dict(wrong)
    records = sample(number)
    if unknown := reasons.keys() - {record["id"] for record in records}:
        raise SystemExit(f"not in sample {number}: {', '.join(sorted(unknown))}")
    for record in records:
        reason = reasons.get(record["id"], "")
        record["verdict"] = "wrong" if reason else "right"
        if reason:
            record["reason"] = reason
    _write(number, records)


def again(number: int) -> None:
    """Record what stands today where a citation was read as wrong."""
    place = {one.path.name: one.path for one in candidates(location())}
    records = sample(number)
    for record in records:
        if record["verdict"] == "wrong":
            context = record["before"] + record["words"] + record["after"]
            record["now"] = [
                [found.words, found.target]
                for found in references(converted(place[record["source"]]))
                if _overlaps(found, context, record["words"])
            ]
            print(record["id"], record["words"], "→", record["target"], "| now", record["now"])
    _write(number, records)


def _overlaps(found: Found, context: str, words: str) -> bool:
    """Tell whether a citation stands where a record's words stood."""
    whole = found.before + found.words + found.after
    at = whole.find(context)
    if at < 0:
        return False
    start = at + context.find(words)
    return len(found.before) < start + len(words) and len(found.before + found.words) > start


# ------------------------------------------------------------------------------------------ record


def _path(number: int) -> Path:
    return FOLDER / f"sample-{number}.jsonl"


def sample(number: int) -> list[Record]:
    """Return the records of a sample."""
    return [json.loads(line) for line in _path(number).read_text("utf-8").splitlines()]


def _write(number: int, records: list[Record]) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    _path(number).write_text("".join(lines), "utf-8")


def record() -> None:
    """Write the page: one table of all samples, and every wrong citation with its reason."""
    numbers = sorted(int(path.stem.partition("-")[2]) for path in FOLDER.glob("sample-*.jsonl"))
    lines = [_HEAD, "| sample | seed | " + " | ".join(LANGUAGES) + " | right | precision |"]
    lines.append("| --- | ---: | " + "---: | " * len(LANGUAGES) + "---: | ---: |")
    lines += [_line(number) for number in numbers]
    for number in numbers:
        wrong = [r for r in sample(number) if r["verdict"] == "wrong"]
        lines += ["", f"## Sample {number}", "", *(_fault(r) for r in wrong)]
        lines += [] if wrong else ["Nothing was wrong."]
    (FOLDER / "README.md").write_text("\n".join([*lines, ""]), "utf-8")


def _line(number: int) -> str:
    records = sample(number)
    total = Counter(r["language"] for r in records)
    right = Counter(r["language"] for r in records if r["verdict"] == "right")
    shown = " | ".join(f"{right[code]}/{total[code]}" for code in LANGUAGES)
    count = right.total()
    figure = f"{count / len(records):.4f}" if "seed" in records[0] else "none"
    seed = records[0].get("seed", "")
    return f"| {number} | {seed} | {shown} | {count}/{len(records)} | {figure} |"


def _fault(record: Record) -> str:
    text = (
        f"* {record['document']} ({record['language']}): …{record['before']}"
        f"**{record['words']}**{record['after']}… → `{record['target']}`: {record['reason']}"
    )
    now = "; ".join(f"{words} → `{target}`" for words, target in record.get("now", []))
    return text + (f". Now: {now or 'no citation'}" if "now" in record else "")


_HEAD = """# Precision of the citations

Written by `python benchmarks/precision.py record`; not to be edited. Each sample holds citations
drawn at random from documents of all organs in six languages, with at most 30 characters on either
side, what the words lead to, and the verdict of a reader on the first reading (`right`: the words
cite this document or place, and nothing else is taken in). A sample that was read is never drawn
again, and what was found in it is mended in general; the next sample is drawn from documents that
no earlier one holds, so that its first reading is an independent measure. (Sample 3 used all the
documents up in five languages; samples 4 and 5 are of other places of the same ones, sample 6 of
documents that were never in the development corpus, among them statements of the President of the
Security Council and decisions.) `Now` is what stands at the place since then.

Sample 1 is older than the script: it was read again after the mending and keeps only what stood
then, so that it is no measure. Its first reading had found 293 of 300 right.
"""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("draw", help="draw a sample")
    made.add_argument("number", type=int)
    made.add_argument("--seed", type=int, required=True)
    made.add_argument("--even", action="store_true", help="each part of the corpus alike")
    made.add_argument("--places", action="store_true", help="other places of documents, too")
    made.add_argument("--count", type=int, default=50, help="citations of each language")
    shown = commands.add_parser("sheet", help="print a sample to be read")
    shown.add_argument("number", type=int)
    shown.add_argument("--lang", default="", choices=("", *LANGUAGES))
    marked = commands.add_parser("mark", help="record the verdicts")
    marked.add_argument("number", type=int)
    marked.add_argument("--wrong", nargs=2, action="append", default=[], metavar=("ID", "WHY"))
    commands.add_parser("again", help="see what became of the wrong ones").add_argument(
        "number", type=int
    )
    commands.add_parser("record", help="write the page")
    return parser.parse_args()


def how(options: argparse.Namespace) -> Draw:
    """Return how the command line wants a sample drawn."""
    read: set[tuple[str, str, str]] = set()
    if options.places:
        earlier = (r for n in range(1, options.number) for r in sample(n))
        read = {(r["before"], r["words"], r["after"]) for r in earlier}
    return Draw(options.seed, options.count, options.even, frozenset(read))


def main() -> None:
    """Run one command."""
    options = arguments()
    match options.command:
        case "draw":
            draw(options.number, how(options))
        case "sheet":
            sheet(options.number, options.lang)
        case "mark":
            mark(options.number, options.wrong)
        case "again":
            again(options.number)
        case _:
            record()


if __name__ == "__main__":
    main()
