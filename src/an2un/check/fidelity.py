"""Is every word of the source in the XML, and nothing else? Words are counted.

Footnotes stand at their calls in the XML and at the foot of a page in the source: what one side has
at one place and the other side at another place is in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from an2un import codes
from an2un.check.elements import Element, child, local, qualified
from an2un.check.rule import Finding, quoted
from an2un.diagnostics import Code

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHOWN = 12  # words named in a message


def compare(root: Element, source: str) -> Iterator[tuple[Code, Finding]]:
    """Yield what the source has and the XML has not, and the other way round.

    source  the text that is printed, without page furniture
    """
    printed = _words(source)
    places = list(_passages(root))
    written = [(word, element) for element, text in places for word in _words(text)]
    missing, added = _differences(printed, [word for word, _ in written])
    body = _body(root)
    for at, run in missing:
        near = written[min(at, len(written) - 1)][1] if written else body
        yield (
            codes.TEXT_MISSING,
            Finding(
                near,
                f"{len(run)} {'word' if len(run) == 1 else 'words'} of the source missing near "
                f"here: {quoted(' '.join(run[:_SHOWN]))}",
                "compare with the source and put the words in",
            ),
        )
    for at, run in added:
        yield (
            codes.TEXT_ADDED,
            Finding(
                written[at][1],
                f"{len(run)} {'word is' if len(run) == 1 else 'words are'} not in the source: "
                f"{quoted(' '.join(run[:_SHOWN]))}",
                "compare with the source and take the words out",
            ),
        )


def _body(root: Element) -> Element:
    for part in root.iterchildren("*"):
        found = child(part, "mainBody")
        if found is not None:
            return found
    return root


def _words(text: str) -> list[str]:
    """Return the words of a text in a form that can be compared."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u0640", "")
    return _split(folded.casefold())


def _split(text: str) -> list[str]:
    """Return letters and digits run by run; Chinese has no words, there each sign counts."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if word.isascii() or not any("\u2e80" <= sign <= "\u9fff" for sign in word):
            found.append(word)
        else:
            found.extend(word)
    return found


def _passages(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the text of the document piece by piece, markers of notes included, metadata not."""
    meta = qualified("meta")
    skipped: Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(node, etree._Element):
            continue
        if event == "start":
            if skipped is None and node.tag == meta:
                skipped = node
            elif skipped is None:
                if local(node) == "authorialNote" and node.get("marker"):
                    yield node, f" {node.get('marker')} {node.get('marker')} "  # call and note
                if node.text:
                    yield node, node.text
            continue
        if node is skipped:
            skipped = None
        above = node.getparent()
        if skipped is None and node.tail and above is not None:
            yield above, node.tail


Run = tuple[int, list[str]]


def _differences(printed: list[str], written: list[str]) -> tuple[list[Run], list[Run]]:
    """Return the runs of words that only one side has.

    The words are counted, not aligned: the notes of a page stand elsewhere in the two texts, and
    alignment of long texts costs more than linear time. Each word that one side has more often is
    then looked for from the end, where what was lost usually is the later one.
    """
    here, there = Counter(printed), Counter(written)
    lost, new = here - there, there - here
    _glued(lost, new)
    _glued(new, lost)
    return _otherwise_divided(_runs(printed, lost, written), _runs(written, new, None))


def _glued(whole: Counter[str], pieces: Counter[str]) -> None:
    """Cancel numbers with a call glued to them ("20223") against the two apart."""
    for word in [word for word in whole if word.isdecimal()]:
        for cut in range(len(word) - 1, 0, -1):
            number, call = word[:cut], word[cut:]
            while whole[word] > 0 and pieces[number] > 0 and pieces[call] > 0:
                if number == call and pieces[number] < 2:
                    break
                for piece in (number, call):
                    pieces[piece] -= 1
                whole[word] -= 1


def _otherwise_divided(missing: list[Run], added: list[Run]) -> tuple[list[Run], list[Run]]:
    """Leave out what both sides have, divided into words otherwise.

    "20223" is "2022" and the call of note 3; a hyphen at a line end may or may not be one.
    """
    ours = Counter("".join(run) for _, run in missing)
    theirs = Counter("".join(run) for _, run in added)
    common = ours & theirs
    return _less(missing, common), _less(added, common)


def _less(runs: list[Run], common: Counter[str]) -> list[Run]:
    left = Counter(common)
    kept = []
    for run in runs:
        text = "".join(run[1])
        if left[text] > 0:
            left[text] -= 1
        else:
            kept.append(run)
    return kept


def _runs(words: list[str], surplus: Counter[str], other: list[str] | None) -> list[Run]:
    """Return where the surplus words stand, neighbours together.

    `other` is the text in which they are missing: positions are then given in it, by proportion.
    """
    marked = [False] * len(words)
    left = Counter(surplus)
    for at in range(len(words) - 1, -1, -1):
        if left[words[at]] > 0:
            left[words[at]] -= 1
            marked[at] = True
    runs: list[Run] = []
    for at, word in enumerate(words):
        if not marked[at]:
            continue
        if runs and marked[at - 1]:
            runs[-1][1].append(word)
        else:
            place = at if other is None else at * len(other) // max(len(words), 1)
            runs.append((place, [word]))
    return runs
