"""Labels that only the sequence of the headings tells: A Pensions, B Leave; 一企业…, 二申请….

A letter before words may be an article, a numeral the beginning of a word, an adverb that of a
sentence. Where the headings of a document count on from one to the next, each of these is a label.
So is one before a heading of unusual length; I behind H is the letter where no numeral is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.kinds import Tagged
from an2un.parse.labels import (
    DASH,
    HEADING_LENGTH,
    Label,
    as_letter,
    label_value,
    read_label,
    spelled_label,
)
from an2un.record import replace
from an2un.wording.scripts import is_ideograph

# A letter and the blanks behind it, and a numeral: in Chinese print both may touch the words.
_LETTER = re.compile(r"([A-Z\u0410-\u042f])([ \u00a0\t]*)(?=\S)")
_NUMERAL = re.compile(r"[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}(?=\S)")
_PROOF = 3  # headings that count on from one to the next


class _Entry(NamedTuple):
    """A heading of a series: its place among the paragraphs, its label, whether that is certain."""

    place: int
    label: Label
    certain: bool


def labelled(tagged: Sequence[Tagged], language: Language) -> list[Tagged]:
    """Return the paragraphs, the headings among them with the labels that their sequence proves."""
    found = _letters(tagged)
    for run in _runs(_series(found, language)):
        if _prove_each_other(run):
            for place, label, certain in run:
                found[place] = found[place] if certain else _with_label(found[place], label)
    return found


def _letters(tagged: Sequence[Tagged]) -> list[Tagged]:
    """Return the paragraphs, labels that may be letters or numerals read as their neighbours ask.

    A letter follows the one above it; a numeral, the last numeral. In an annex both begin anew,
    and below a formula letters do: the last one may have been that of a whole resolution.
    """
    found = list(tagged)
    above, numeral = None, 0
    for index, item in enumerate(tagged):
        if item.kind in ("annex", "formula"):
            above, numeral = None, numeral if item.kind == "formula" else 0
        if item.label is None:
            continue
        letter, label = as_letter(item.label, item.block.text), item.label
        due = numeral > 0 and label.value == numeral + 1
        if letter and above and _step(above, letter) == 1 and not due:
            found[index] = replace(item, label=letter)
        elif label.kind == "section":
            numeral = label.value
        above = found[index].label
    return found


def _series(tagged: Sequence[Tagged], language: Language) -> list[_Entry]:
    """Return the labels of headings, those they have and those they may have, series by series."""
    entries = []
    for index, item in enumerate(tagged):
        label = item.label or _doubtful(item, language)
        if label is not None and label.value:
            entries.append(_Entry(index, label, item.label is not None))
    return sorted(entries, key=lambda entry: (entry.label.style, entry.place))


def _runs(series: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the stretches of labels of one style that count on from one to the next."""
    run: list[_Entry] = []
    for entry in series:
        last = run[-1] if run else None
        step = _step(last.label, entry.label) if last is not None else 1
        if step == 0 and not entry.certain:
            continue  # the number is taken
        if step != 1:
            yield run
            run = []
        run.append(entry)
    yield run


def _step(last: Label, label: Label) -> int | None:
    """Return how far a label counts on from another, None if it is of another style."""
    return label.value - last.value if label.style == last.style else None


def _prove_each_other(run: Sequence[_Entry]) -> bool:
    """Say whether labels that count on are more than chance: three, or one beside printed ones.

    Chinese numerals begin words, so that those that touch them need each other.
    """
    doubtful = [entry.label for entry in run if not entry.certain]
    touching = any(label.style == "chinese" for label in doubtful)
    return len(doubtful) >= _PROOF or (len(doubtful) < len(run) and not touching)


def _doubtful(item: Tagged, language: Language) -> Label | None:
    """Return the label that a paragraph without a certain one may begin with."""
    if item.kind == "heading":
        return _possible(item.printed, language)
    if item.kind != "text" or len(item.printed) <= HEADING_LENGTH:
        return None
    label = read_label(item.printed, language, _LONGEST)
    stopped = label is not None and item.printed[: label.end].rstrip().endswith(".")
    return label if stopped else None


_LONGEST = 500  # characters of a heading whose label the others prove


def _possible(text: str, language: Language) -> Label | None:
    """Return the label that a heading may begin with."""
    letter = _LETTER.match(text)
    first = text[letter.end()] if letter is not None else ""
    if letter is not None and (letter[2] or is_ideograph(first)) and not first.islower():
        return Label("title", "letter", label_value("letter", letter[1]), letter.end())
    numeral = _NUMERAL.match(text)
    if numeral is not None:
        value = label_value("chinese", numeral.group())
        return Label("section", "chinese", value, numeral.end())
    spelled = spelled_label(text, language)
    # with a dash behind it the number stands in the heading, as the United Nations prints it
    return None if spelled is None or DASH.search(text[: spelled.end]) else spelled


def _with_label(item: Tagged, label: Label) -> Tagged:
    rest = item.text.part(label.end, len(item.text.text))
    return replace(item, kind="section", text=rest, label=label)
