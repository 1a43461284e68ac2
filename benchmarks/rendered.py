"""Set gold documents as Word file, web page and PDF, convert these, and compare with the gold.

`pdf` is set by WeasyPrint, `office` printed by LibreOffice from the Word file.

    python benchmarks/rendered.py                        # 20 documents in each language, all forms
    python benchmarks/rendered.py --as docx --lang ar --sample 60 --explain 20
    python benchmarks/rendered.py --record               # and write benchmarks/rendered.md
    python benchmarks/rendered.py --keep /tmp/set        # goes on where it was left

The United Nations' own XML is set in its page layout by tests/rendering; `tree` writes what was
read of the gold without setting it, which is what the other forms can attain at most. Exit
status: 0 fine; 1 a conversion raised, lost text or is invalid; 2 no corpus, or no engine.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import ROOT, Choice, Row, chosen, location, rows
from fidelity import Worker, converted, run, scorer, shown, worst
from figures import Group, Result, faults, grid

sys.path.insert(0, str(ROOT))

from tests.rendering.office import office_missing, office_pdf
from tests.rendering.press import engine_missing, pdf
from tests.rendering.sheet import Run, Runs, Sheet, sheet, with_runs
from tests.rendering.web import web_page
from tests.rendering.word import docx

PAGE = ROOT / "benchmarks" / "rendered.md"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SETTERS: dict[str, Callable[[Sheet], bytes]] = {
    "docx": docx, "html": web_page, "pdf": pdf, "office": office_pdf,
}  # fmt: skip


class Press(Worker):
    """Sets, converts and compares documents in one form; callable on a row."""

    def __init__(self, place: Path, out: Path, form: str) -> None:
        super().__init__(place, out, ceiling=False)
        self.form = form

    def convert(self, row: Row, candidate: Path) -> Result:
        """Set the gold of a document and convert what was set."""
        from an2un import read, write

        document = read(row.gold)
        if self.form == "tree":
            candidate.write_bytes(write(document))
            return {"faults": [], "findings": [], "seconds": 0.0}
        set_as = self.out / (row.key.replace("/", "__") + f".{self.form}")
        if not set_as.exists():
            part = set_as.with_suffix(".part")
            part.write_bytes(SETTERS[self.form](mended(sheet(document))))
            part.replace(set_as)
        return converted(set_as, candidate)


def mended(found: Sheet) -> Sheet:
    """Return a sheet without what its gold has at the notes and no page prints.

    In Arabic the brackets of a call stand in superscripts of their own, and an empty pair of them
    before the text of the note: together they are the mark. Some files count their notes from 2.
    """
    found = with_runs(found, _bracketed)
    marks = [note.mark.strip("()") for note in found.notes]
    if marks and marks == list(map(str, range(2, len(marks) + 2))):
        found = with_runs(found, _counted_from_one)
    return found


def _counted_from_one(runs: Runs) -> Runs:
    kept = list(runs)
    for at, call in enumerate(runs):
        if call.note is not None:
            mark = _DIGITS.sub(lambda digits: str(int(digits.group()) - 1), call.note.mark)
            kept[at] = call._replace(text=mark, note=call.note._replace(mark=mark))
    return tuple(kept)


_DIGITS = re.compile(r"\d+")
_EMPTY = re.compile(r"\s*\(\s*\)\s*")


def _bracketed(runs: Runs) -> Runs:
    kept = list(runs)
    for at, call in enumerate(runs):
        if call.note is None:
            continue
        mark = call.note.mark
        if 0 < at < len(runs) - 1 and _are_brackets(kept[at - 1], kept[at + 1]):
            kept[at - 1] = kept[at - 1]._replace(text=kept[at - 1].text[:-1])
            kept[at + 1] = kept[at + 1]._replace(text=kept[at + 1].text[1:])
            mark = f"({mark})"
        body = tuple(map(_without_brackets, call.note.body))
        kept[at] = call._replace(text=mark, note=call.note._replace(mark=mark, body=body))
    return tuple(kept)


def _are_brackets(before: Run, after: Run) -> bool:
    raised = before.raised and after.raised
    return raised and before.text.endswith("(") and after.text.startswith(")")


def _without_brackets(runs: Runs) -> Runs:
    match = _EMPTY.match("".join(words.text for words in runs))
    cut = match.end() if match else 0
    kept = []
    for words in runs:
        kept.append(words._replace(text=words.text[cut:]))
        cut = max(cut - len(words.text), 0)
    return tuple(kept)


def documents(place: Path, languages: Sequence[str], size: int, matching: str) -> list[Row]:
    """Return documents with gold in each language, always the same ones, each gold once."""
    found: list[Row] = []
    for language in languages:
        golds: dict[Path, Row] = {}
        choice = Choice(frozenset({"sim"}), frozenset({language}), matching=matching, sample=10**6)
        for row in chosen(rows(place), choice):
            golds.setdefault(row.gold, row)
        found.extend(_spread(list(golds.values()), size))
    return found


def _spread(found: list[Row], size: int) -> list[Row]:
    """Return some of the rows, evenly spread, so that all bodies are among them."""
    if not size or size >= len(found):
        return found
    return [found[index * len(found) // size] for index in range(size)]


def main() -> int:
    """Run and return the exit status."""
    options = arguments()
    place = location()
    if not (place / "corpus" / "sim.tsv").is_file():
        print(f"no development corpus at {place} (AN2UN_CORPUS)", file=sys.stderr)
        return 2
    forms = options.forms or ["tree", *SETTERS]
    for form, missing in (("pdf", engine_missing), ("office", office_missing)):
        if form in forms and missing():
            print(missing(), file=sys.stderr)
            return 2
    chosen_rows = documents(place, options.lang or LANGUAGES, options.sample, options.matching)
    results: dict[str, list[Result]] = {}
    for form in forms:
        with tempfile.TemporaryDirectory(prefix="an2un-rendered-") as temporary:
            out = options.keep or Path(temporary)
            out.mkdir(parents=True, exist_ok=True)
            results[form] = shown(
                run(chosen_rows, Press(place, out, form), options.jobs), len(chosen_rows)
            )
            if options.worst:
                print(f"\nworst of {form}:")
                worst(results[form], scorer(place), options.worst, options.explain)
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    found = grid(groups(results))
    print("\n" + found)
    if options.record:
        PAGE.write_text(TEXT.format(size=len(chosen_rows), table=found), "utf-8")
    wrong = [line for found in results.values() for line in faults(found)]
    for line in wrong:
        print(f"FAULT {line}")
    return 1 if wrong else 0


TEXT = """\
# Fidelity of the forms

Written by `python benchmarks/rendered.py --record`; not to be edited. {size} of the United
Nations' own files, in six languages, were set in the page layout of the United Nations by
tests/rendering, converted, and compared with themselves: `docx` a Word file, `office` the PDF that
LibreOffice prints of it, `html` a web page, `pdf` a PDF of WeasyPrint, which sets no Arabic as it
is printed elsewhere: indents on the wrong side, symbols torn at line ends. `tree` writes what was
read of them without setting it. Most of what differs is modelled otherwise in those
files, and differs in the same places when the same documents are converted from text: numbers
inside headings, articles of annexes.

{table}
"""


def groups(results: dict[str, list[Result]]) -> list[Group]:
    """Return the results by form and language."""
    named: list[Group] = []
    for form, found in results.items():
        named.append((form, found))
        for language in sorted({r["language"] for r in found}):
            named.append((f"{form} {language}", [r for r in found if r["language"] == language]))
    return named


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--as", action="append", dest="forms", choices=("tree", *SETTERS), help="form (all)")
    add("--lang", action="append", metavar="CODE", help="language; may be repeated (all)")
    add("--sample", type=int, default=20, metavar="N", help="of each language (20; 0: all)")
    add("--matching", default="", metavar="TEXT", help="TEXT is part of symbol or path")
    add("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    add("--worst", type=int, default=5, metavar="N", help="show the N worst of a form (5)")
    add("--explain", type=int, default=0, metavar="N", help="N lines of differences for each")
    add("--json", type=Path, metavar="FILE", help="write the figures of each document")
    add("--record", action="store_true", help="write benchmarks/rendered.md")
    add(
        "--keep",
        type=Path,
        metavar="DIR",
        help="keep what is set and made there, and use again what was set",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
