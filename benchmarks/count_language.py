"""Count opening phrases in published Akoma Ntoso and write the tables of the language files.

    python benchmarks/count_language.py            count, write languages/*.openings.tsv, measure
    python benchmarks/count_language.py --council  count only what the Security Council sets shorter
    python benchmarks/count_language.py --measure  only measure the tables as they are
    python benchmarks/count_language.py --held-out measure tables made from half of the documents
                                                   on the other half; nothing is written

The corpus is looked for in the directory that AN2UN_CORPUS names, else in ../shared beside the
project: AKN files below `corpus/`, and counts over more files in `reference/lexicon.json`
({mood: {language: [[phrase, count], …]}}). An opening phrase is the emphasised run at the start of
a preambular or numbered operative paragraph, widened to whole words.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from an2un.language import LANGUAGES, load
from an2un.wording.fold import fold
from an2un.wording.openings import Mood, Openings, Wording, with_variants

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("AN2UN_CORPUS", PROJECT.parent / "shared"))
TABLES = PROJECT / "src" / "an2un" / "languages"
MOODS: tuple[Mood, ...] = ("preambular", "operative")
ISO = {load(code).iso639_3: code for code in LANGUAGES}

_NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_SKIPPED = {"authorialNote", "sup", "num", "noteRef", "table", "list", "blockList"}
_ORGAN = "securityCouncil"
_COUNCIL = re.compile(r"/(?:un-?)?sc/")
_MARKS = " \t\n\xa0,;:.،؛、，；：。"
_LONGEST = 90  # characters of a phrase; what is longer is an emphasised sentence
_FAR_MORE = 50  # times as frequent in the other mood: not of this one
_RARE = 2  # occurrences in the wider counts below which a phrase is left out


class Sample(NamedTuple):
    """One paragraph: where it is from, how it begins, and its opening phrase.

    council  whether it is one of the Security Council, which sets shorter phrases than others
    """

    file: str
    text: str
    phrase: str
    council: bool = False


Samples = Mapping[tuple[str, Mood], Sequence[Sample]]


# ------------------------------------------------------------------------------ reading the corpus


def samples(corpus: Path) -> Samples:
    """Return the paragraphs with an opening phrase, by language and mood."""
    found: dict[tuple[str, Mood], list[Sample]] = defaultdict(list)
    for path in sorted((corpus / "corpus").rglob("*.xml")):
        try:
            root = etree.parse(path).getroot()
        except etree.XMLSyntaxError:
            continue
        element = root.find(f".//{_NAMESPACE}FRBRlanguage")
        code = ISO.get("" if element is None else element.get("language", ""))
        if code is None:
            continue
        this = root.find(f".//{_NAMESPACE}FRBRthis")
        council = this is not None and _COUNCIL.search(this.get("value", "")) is not None
        for mood, block in _blocks(root):
            text, emphasised = _flow(block)
            phrase = _opening(text, emphasised, spaced=load(code).spaced)
            if 0 < len(phrase) <= _LONGEST:
                found[code, mood].append(Sample(path.name, text, phrase, council))
    return found


def _blocks(root: etree._Element) -> Iterator[tuple[Mood, etree._Element]]:
    """Yield the first block of each preambular and operative paragraph."""
    for preamble in root.iter(f"{_NAMESPACE}preamble"):
        for container in preamble.iter(f"{_NAMESPACE}container"):
            for block in container.iter(f"{_NAMESPACE}p", f"{_NAMESPACE}listIntroduction"):
                yield "preambular", block
                break
    for heading in root.iter(f"{_NAMESPACE}crossHeading", f"{_NAMESPACE}block"):
        if "preamble" in heading.get("refersTo", ""):
            yield "preambular", heading
    for body in root.iter(f"{_NAMESPACE}mainBody"):
        for paragraph in _operative(body):
            for block in paragraph.iter(f"{_NAMESPACE}p"):
                yield "operative", block
                break


def _operative(body: etree._Element) -> list[etree._Element]:
    """Return the operative paragraphs of a body: a single one is printed without a number."""
    paragraphs = list(body.iter(f"{_NAMESPACE}paragraph"))
    numbers = [paragraph.find(f"{_NAMESPACE}num") for paragraph in paragraphs]
    if len(paragraphs) == 1 and numbers[0] is None:
        return paragraphs
    return [
        paragraph
        for paragraph, number in zip(paragraphs, numbers, strict=True)
        if number is not None and str(number.xpath("string()")).strip()[:1].isdecimal()
    ]


def _flow(block: etree._Element) -> tuple[str, list[bool]]:
    """Return the text of a block, and for each character whether it is emphasised."""
    text: list[str] = []
    flags: list[bool] = []

    def walk(element: etree._Element, emphasised: bool) -> None:
        name = etree.QName(element).localname
        style = element.get("class", "")
        emphasised = emphasised or name in ("i", "b") or "italic" in style or "bold" in style
        put(element.text, emphasised)
        for child in element:
            if str(child.tag).startswith("{") and etree.QName(child).localname not in _SKIPPED:
                walk(child, emphasised)
            put(child.tail, emphasised)

    def put(run: str | None, emphasised: bool) -> None:
        if run:
            text.append(run)
            flags.extend([emphasised] * len(run))

    walk(block, False)
    return "".join(text), flags


def _opening(text: str, emphasised: Sequence[bool], *, spaced: bool) -> str:
    start = len(text) - len(text.lstrip(' \t\n\xa0\u3000"“«„'))
    end = start
    while end < len(text) and not emphasised[end] and text[end].isalnum() and end - start < 12:
        end += 1
    if end >= len(text) or not emphasised[end] or (end > start and not spaced):
        return ""
    while end < len(text):
        rest = end + len(text[end:]) - len(text[end:].lstrip())
        if emphasised[end] or (rest > end and rest < len(text) and emphasised[rest]):
            end += 1
        else:
            break
    while spaced and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return " ".join(text[start:end].split()).strip(_MARKS)


# ------------------------------------------------------------------------------- making the tables


def table(found: Sequence[Sample], wider: Mapping[str, int], like: Openings) -> dict[str, int]:
    """Return the phrases to look up, with their counts; `like` has the rules of the language.

    Where a phrase goes on in the text with words that make up a longer phrase of the table, the
    longer one is taken; so a longer phrase stays only if, of the paragraphs that begin with it,
    more have it as their opening than have the next shorter one. A phrase that only a rule for
    variants makes, and that is refused so, is kept with the count 0.
    """
    counts = _counted(found, wider)
    shortest = 2 if like.spaced else 1
    for phrase in list(counts):
        if not shortest <= len(phrase) <= _LONGEST or _is_text(phrase):
            del counts[phrase]
    while True:
        worse = _worse(found, counts, like)
        if not worse:
            break
        counts.update(dict.fromkeys(worse, 0))
    made = with_variants({p: c for p, c in counts.items() if c}, like.variants)
    return {phrase: count for phrase, count in counts.items() if count or phrase in made}


def _counted(found: Sequence[Sample], wider: Mapping[str, int]) -> dict[str, int]:
    """Return the phrases of both sources in one spelling each, with the higher count."""
    counts: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for sample in found:
        counts[fold(sample.phrase)] += 1
        printed.setdefault(fold(sample.phrase), sample.phrase.lower())
    for phrase, count in wider.items():
        clean = " ".join(phrase.split()).strip(_MARKS)
        if count >= _RARE:
            counts[fold(clean)] = max(counts[fold(clean)], count)
            printed.setdefault(fold(clean), clean.lower())
    return {printed[key]: count for key, count in counts.items()}


def _worse(found: Sequence[Sample], counts: Mapping[str, int], like: Openings) -> list[str]:
    known = with_variants(counts, like.variants)
    printed = {fold(phrase): phrase for phrase, count in known.items() if count}
    wording = Wording(dict.fromkeys(printed, 1))
    lookup = Openings({"preambular": wording}, spaced=like.spaced)
    right: Counter[str] = Counter()
    shorter: Counter[str] = Counter()
    for sample in found:
        matches = lookup.matches(sample.text, "preambular")
        wanted = fold(sample.phrase)
        if matches and matches[0] == wanted:
            right[wanted] += 1
        elif len(matches) > 1 and matches[1] == wanted:
            shorter[matches[0]] += 1
    return [printed[phrase] for phrase, count in shorter.items() if count > right[phrase]]


def short(found: Sequence[Sample], mood: Mood, openings: Openings) -> dict[str, int]:
    """Return the phrases of which the Security Council mostly sets only a shorter one of the table.

    found: paragraphs of all organs. With each phrase, how often its end was left out.
    """
    longer: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    family: Counter[str] = Counter()  # of each shorter phrase: how much more often it is set
    printed: dict[str, tuple[str, str]] = {}
    for sample in found:
        opening = openings.find(sample.text, mood) if sample.council else None
        if opening is None:
            continue
        phrase = " ".join(sample.text[: opening.end].split()).lower().strip(_MARKS)
        got, wanted = fold(phrase), fold(sample.phrase)
        matches = openings.matches(sample.text, mood)
        shorter = next((match for match in matches if len(match) < len(got)), "")
        printed.setdefault(got, (phrase, shorter))
        whole[got] += got == wanted
        longer[got] += bool(shorter) and shorter == wanted
        family[shorter] += (shorter == wanted) - (got == wanted)
    return {
        printed[got][0]: count
        for got, count in longer.items()
        if count > whole[got] and family[printed[got][1]] >= _RARE
    }


def _is_text(phrase: str) -> bool:
    """Whether what is emphasised is a name or number and no opening phrase."""
    return any(c.isdecimal() for c in phrase) or phrase in ("table", "description")


def tables(found: Samples, corpus: Path) -> dict[str, dict[Mood, dict[str, int]]]:
    """Return the phrases of every language and mood.

    Chinese, whose verbs have no moods, has no wider count of operative phrases: the preambular
    ones are the same words, counted as often as their share in the paragraphs at hand says.
    """
    lexicon = json.loads((corpus / "reference" / "lexicon.json").read_text(encoding="utf-8"))
    made: dict[str, dict[Mood, dict[str, int]]] = {}
    for iso, code in sorted(ISO.items(), key=lambda pair: pair[1]):
        made[code] = {}
        for mood in MOODS:
            wider = dict(lexicon[mood].get(iso) or {})
            if not wider:
                wider = _scaled(
                    found.get((code, mood), []),
                    lexicon["preambular"].get(iso, []),
                    found.get((code, MOODS[0]), []),
                )
            made[code][mood] = table(found.get((code, mood), []), wider, load(code).openings)
        _separate(made[code])
    return made


def _scaled(
    found: Sequence[Sample], other: Sequence[tuple[str, int]], like: Sequence[Sample]
) -> dict[str, int]:
    """Return counts of phrases as if counted as widely as those of the other mood."""
    factor = sum(count for _, count in other) / max(len(like), 1)
    here = Counter(sample.phrase for sample in found)
    known = {phrase: _RARE for phrase, count in other if count >= _RARE}
    return known | {phrase: round(count * factor) for phrase, count in here.items()}


def _separate(moods: dict[Mood, dict[str, int]]) -> None:
    """Take out of each mood the phrases that are far more frequent in the other one.

    They come from paragraphs that stand in the wrong part of a published file.
    """
    first, second = (moods[mood] for mood in MOODS)
    for mine, theirs in ((first, dict(second)), (second, dict(first))):
        for phrase in [p for p, count in mine.items() if theirs.get(p, 0) > _FAR_MORE * count]:
            del mine[phrase]


def write(made: Mapping[str, Mapping[Mood, Mapping[str, int]]]) -> None:
    """Write each language's table: mood, count, phrase, the frequent ones first."""
    for code, moods in made.items():
        lines = [
            f"{mood}\t{count}\t{phrase}\n"
            for mood in MOODS
            for phrase, count in sorted(moods[mood].items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        (TABLES / f"{code}.openings.tsv").write_text("".join(lines), encoding="utf-8")


def write_council(found: Samples, openings: Mapping[str, Openings]) -> None:
    """Write behind each table the phrases that the Security Council sets shorter."""
    for code, known in openings.items():
        file = TABLES / f"{code}.openings.tsv"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        lines = [line for line in lines if not line.startswith(f"{_ORGAN} ")]
        for mood in MOODS:
            phrases = short(found.get((code, mood), []), mood, known)
            ordered = sorted(phrases.items(), key=lambda pair: (-pair[1], pair[0]))
            lines += [f"{_ORGAN} {mood}\t{count}\t{phrase}\n" for phrase, count in ordered]
        file.write_text("".join(lines), encoding="utf-8")


# --------------------------------------------------------------------------------------- measuring


def measure(found: Samples, made: Mapping[str, Mapping[Mood, Mapping[str, int]]] | None) -> None:
    """Print, for each language and mood, the share of paragraphs whose opening is found."""
    for (code, mood), paragraphs in sorted(found.items()):
        openings = load(code).openings
        if made is not None:
            openings = _with_phrases(openings, made[code])
        wrong: Counter[str] = Counter()
        for sample in paragraphs:
            opening = openings.find(sample.text, mood)
            got = sample.text[: opening.end] if opening else ""
            if fold(got).lstrip('"') != fold(sample.phrase):
                wrong[f"{sample.phrase} | {got.strip()}"[:90]] += 1
        share = 1 - wrong.total() / len(paragraphs)
        print(f"{code} {mood:10} {len(paragraphs):6} {share:.4f}")
        for example, count in wrong.most_common(int(os.environ.get("EXAMPLES", "0"))):
            print(f"      {count} {example}")


def _with_phrases(openings: Openings, moods: Mapping[Mood, Mapping[str, int]]) -> Openings:
    wordings = {}
    for mood, wording in openings.wordings.items():
        varied = with_variants(moods[mood], openings.variants)
        known = {fold(phrase): count for phrase, count in varied.items() if count}
        wordings[mood] = Wording(known, wording.before, wording.after, wording.shapes)
    return Openings(wordings, openings.variants, spaced=openings.spaced)


def _halves(found: Samples) -> tuple[Samples, Samples]:
    """Return the paragraphs of every second document, and those of the others."""
    files = sorted({sample.file for paragraphs in found.values() for sample in paragraphs})
    first = set(files[::2])
    return (
        {key: [s for s in paragraphs if s.file in first] for key, paragraphs in found.items()},
        {key: [s for s in paragraphs if s.file not in first] for key, paragraphs in found.items()},
    )


def main() -> int:
    """Run the command line; see the docstring of the module."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--measure", action="store_true", help="only measure the tables")
    parser.add_argument("--council", action="store_true", help="only the Security Council's own")
    parser.add_argument("--held-out", action="store_true", help="measure on unseen documents")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}; set AN2UN_CORPUS", file=sys.stderr)
        return 2
    found = samples(CORPUS)
    if options.held_out:
        seen, unseen = _halves(found)
        measure(unseen, tables(seen, CORPUS))
    elif options.measure:
        measure(found, None)
    elif options.council:
        write_council(found, {code: load(code).openings for code in LANGUAGES})
    else:
        made = tables(found, CORPUS)
        write(made)
        with_new = {code: _with_phrases(load(code).openings, made[code]) for code in made}
        write_council(found, with_new)
        measure(found, made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
