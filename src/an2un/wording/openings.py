"""Opening phrases of paragraphs: what the United Nations sets in italics at their beginning.

The tables hold the phrases counted in its published files, each with its count, for two moods:
preambular ("Recalling also") and operative ("Requests"). A phrase that is in no table is put
together, where possible, from a known one and the words that go before (`further`) or behind it
(`with appreciation`), or told by the shape of its first word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from an2un.wording.fold import fold, folded, without_digits

Mood = Literal["preambular", "operative"]
Variant = tuple[str, str, Sequence[tuple[str, str]]]
_QUOTES = " \t\n\xa0\u3000\"'‘“«„"
_LABEL = re.compile(r"PP ?\d{1,3}(?: ?(?:bis|ter|quater))?[.:]?\s+")
_MOSTLY = 20  # times as often in operative paragraphs as in preambular ones
_ADDED = 24  # folded characters that words before and behind a phrase add to it at most
_MOST_BEFORE = 3  # words that stand before a known phrase
_WINDOW = 130  # characters of a paragraph looked at; the longest phrase counted has 84
_KEY = 7  # first characters by which phrases are found
_REMEMBERED = 512  # beginnings of paragraphs


class Opening(NamedTuple):
    """The opening phrase is `text[start:end]` (or less a quotation mark at the start).

    `known` says whether the phrase itself was counted in the published texts. `start` counts the
    label that drafts under negotiation put before a preambular paragraph: PP1.
    """

    end: int
    known: bool
    start: int = 0


class _Found(NamedTuple):
    """The end of a phrase in the folded text (0: none), whether it was counted, its count."""

    end: int
    known: bool
    times: int


class _Start:
    """The beginning of a paragraph: folded, blanks before it, and where words end in it.

    `longest` is how many folded characters are looked at, `spaced` whether blanks part words,
    `label` how many characters of the text are a label.
    """

    def __init__(self, text: str, longest: int, *, spaced: bool) -> None:
        self._text = text
        self._spaced = spaced
        label = _LABEL.match(text)
        self.label = label.end() if label else 0
        self.skipped = len(text) - len(text[self.label :].lstrip(_QUOTES))
        self.flat = folded(without_digits(text[self.skipped :]))
        self._size = min(len(self.flat.text), longest)
        self.found: dict[Mood, _Found] = {}

    def end(self, text: str, at: int) -> int:
        """Return the offset in the text behind `at` folded characters and their vowel signs."""
        end = self.skipped + self.flat.end(at)
        while end < len(text) and unicodedata.category(text[end]) == "Mn":
            end += 1
        return end

    def is_end(self, at: int) -> bool:
        """Say whether a word ends behind so many folded characters."""
        flat = self.flat
        if not 0 < at <= self._size or not flat.text[at - 1].isalnum():
            return False
        if not self._spaced or at == len(flat.text):
            return True
        if not self._text.isascii() and flat.offsets[at] == flat.offsets[at - 1] + 1:
            return not flat.text[at].isalnum()
        return not _inside(self._text, self.skipped + flat.end(at))

    def ends(self) -> Iterator[int]:
        """Yield where words end, in folded characters."""
        return filter(self.is_end, range(1, self._size + 1))


class Wording:
    """What a mood is made of in one language, all folded.

    phrases   opening phrases with their counts
    before    words that may stand before a phrase of the table
    after     words that may follow a phrase
    shapes    (beginning, end) of a first word that opens a paragraph of this mood
    short     by organ, the phrases of which it sets only the beginning in italics
    """

    def __init__(
        self,
        phrases: Mapping[str, int],
        before: tuple[str, ...] = (),
        after: frozenset[str] = frozenset(),
        shapes: tuple[tuple[str, str], ...] = (),
        short: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self.phrases = phrases
        self.short = short or {}
        self.before = before
        self.after = after
        self.shapes = shapes
        self._following = tuple(sorted(after, key=len, reverse=True))
        alike: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            alike.setdefault(phrase[:_KEY], []).append(phrase)
        # phrases by their first characters; a tuple is asked for all of them at once
        self._alike = {key: tuple(found) for key, found in alike.items()}
        self._sizes = sorted({len(key) for key in self._alike}, reverse=True)

    def longest(self, start: _Start, begin: int) -> tuple[int, int]:
        """Return the end and the count of the longest phrase at a place, 0 if there is none."""
        flat = start.flat.text
        for size in self._sizes:
            alike = self._alike.get(flat[begin : begin + size])
            if alike is None or not flat.startswith(alike, begin):
                continue
            for phrase in alike:
                if flat.startswith(phrase, begin) and start.is_end(begin + len(phrase)):
                    return begin + len(phrase), self.phrases[phrase]
        return 0, 0

    def begins(self, start: _Start) -> Iterator[int]:
        """Yield where a phrase may begin behind words that may stand before it."""
        flat, begin = start.flat.text, 0
        for _ in range(_MOST_BEFORE):
            if not flat.startswith(self.before, begin):
                return
            begin += len(next(word for word in self.before if flat.startswith(word, begin)))
            yield begin

    def follow(self, start: _Start, at: int) -> int:
        """Return where a phrase ends when the words that may follow it are added."""
        flat = start.flat.text
        while flat.startswith(self._following, at):
            for words in self._following:
                if flat.startswith(words, at) and start.is_end(at + len(words)):
                    at += len(words)
                    break
            else:
                return at
        return at


class Openings:
    """The opening phrases of one language.

    spaced  whether blanks part its words
    small   whether paragraphs open with a small letter, as in Russian
    joins   words that join two phrases to one: Welcomes and encourages
    """

    def __init__(
        self, wordings: Mapping[Mood, Wording], variants: Sequence[Variant] = (), *,
        spaced: bool, small: bool = False, joins: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.wordings = wordings
        longest = max((len(p) for wording in wordings.values() for p in wording.phrases), default=0)
        self._longest = longest + _ADDED
        self.variants = variants
        self.spaced = spaced
        self.small = small
        self._joins = joins
        self._starts: dict[str, _Start] = {}

    def find(self, text: str, mood: Mood, organ: str = "") -> Opening | None:
        """Return the opening phrase at the start of a paragraph, None if nothing fits.

        organ: whose paragraph it is; the Security Council sets "Expressing", and no concern.
        """
        start = self._start(text)
        at, known, _ = self._phrase(start, mood)
        if not at:
            return None
        short = self.wordings[mood].short.get(organ, ())
        phrase = fold(text[start.skipped : start.end(text, at)]) if short else ""
        if phrase in short:
            shorter = (m for m in self.matches(text, mood) if m not in short)
            kept = next((match for match in shorter if len(match) < len(phrase)), "")
            at, known = (len(kept), True) if kept else (at, known)
        return Opening(start.end(text, at), known, start.label)

    def matches(self, text: str, mood: Mood) -> list[str]:
        """Return the phrases of the table that a text begins with, folded, the longest first."""
        start, phrases = self._start(text), self.wordings[mood].phrases
        beginnings = (start.flat.text[:end] for end in reversed(list(start.ends())))
        return [beginning for beginning in beginnings if beginning in phrases]

    def mood(self, text: str) -> Mood | None:
        """Return the mood that the start of a paragraph speaks in, None if it tells nothing.

        The longer phrase of the two tables decides. Of one phrase in both (in Chinese, verbs have
        no moods) the mood is operative only where it mostly is. The shape of a word is no
        evidence here: "Measures" and "Meeting" begin headings.
        """
        start = self._start(text)
        preambular, _, often = self._from_table(start, "preambular")
        operative, _, more = self._from_table(start, "operative")
        if not preambular and not operative:
            return None
        if preambular != operative:
            return "preambular" if preambular > operative else "operative"
        return "operative" if more > _MOSTLY * often else "preambular"

    def _start(self, text: str) -> _Start:
        """Return the beginning of a text folded, and the places in it where words end.

        The same paragraph is asked for its mood and for its opening phrase, hence the memory.
        """
        beginning = text[:_WINDOW]
        found = self._starts.get(beginning)
        if found is None:
            if len(self._starts) > _REMEMBERED:
                self._starts.clear()
            found = _Start(beginning, self._longest, spaced=self.spaced)
            self._starts[beginning] = found
        return found

    def _phrase(self, start: _Start, mood: Mood) -> _Found:
        """Return the phrase at the start of a paragraph."""
        wording = self.wordings[mood]
        at, known, count = self._from_table(start, mood)
        shaped = self._by_shape(start, wording, at)
        if shaped:
            at, count, known = shaped, 0, False
        if not at:
            return _Found(0, False, 0)
        longer = wording.follow(start, at)
        joined = self._joined(start, wording, longer)
        if joined > longer:
            return _Found(wording.follow(start, joined), known, count)
        return _Found(longer, known and longer == at, count)

    def _joined(self, start: _Start, wording: Wording, at: int) -> int:
        """Return where a phrase ends when another is joined to it, of the table as well.

        Counted in the published texts: of 144 such pairs 130 are set in italics as a whole.
        """
        for word in self._joins:
            if start.flat.text.startswith(word, at):
                further, _ = wording.longest(start, at + len(word))
                if further:
                    return further
        return at

    def _from_table(self, start: _Start, mood: Mood) -> _Found:
        """Return the same for a phrase of the table; what was found once is remembered."""
        if mood not in start.found:
            start.found[mood] = self._looked_up(start, self.wordings[mood])
        return start.found[mood]

    def _looked_up(self, start: _Start, wording: Wording) -> _Found:
        """Return the phrase of a table that a paragraph begins with, words before it included."""
        at, count = wording.longest(start, 0)
        known = bool(at)
        for begin in wording.begins(start):
            further, other = wording.longest(start, begin)
            if further > at:
                at, count, known = further, other, False
        return _Found(at, known, count)

    def _by_shape(self, start: _Start, wording: Wording, found: int) -> int:
        """Return the end of a word of the right shape, 0 if its shape does not tell.

        It is the first but for those that may stand before a phrase. `found` is the end of a known
        phrase; only a shape that goes beyond it counts then.
        """
        flat = start.flat.text
        for begin in (0, *wording.begins(start)):
            for beginning, ending in wording.shapes:
                least = begin + len(beginning) + len(ending)
                if not flat.startswith(beginning, begin) or (found and found >= len(beginning)):
                    continue
                end = next((end for end in start.ends() if end > least), 0)
                if end and flat[begin:end].endswith(ending):
                    return end
        return 0


def _inside(text: str, at: int) -> bool:
    """Whether `at` lies inside a word: behind vowel signs and stretching a letter follows."""
    while at < len(text) and unicodedata.category(text[at]) in {"Mn", "Lm"}:
        at += 1
    return text[at : at + 1].isalnum()


def with_variants(phrases: Mapping[str, int], variants: Sequence[Variant]) -> dict[str, int]:
    """Return the phrases with those of another gender or place that a rule makes of them.

    A rule (beginning, other beginning, endings) changes the beginning of a phrase and the endings
    of all its words: of `وإذ تعرب عن قلقها` is made `وإذ يعرب عن قلقه`. Rules follow one another.
    """
    made = dict(phrases)
    for beginning, other, endings in variants:
        ends = tuple(ending for ending, _ in endings)
        for phrase, count in list(made.items()):
            if not phrase.startswith(beginning):
                continue
            words = (other + phrase[len(beginning) :]).split()
            varied = [_varied(word, endings) if word.endswith(ends) else word for word in words]
            made.setdefault(" ".join(varied), count)
    return made


def _varied(word: str, endings: Sequence[tuple[str, str]]) -> str:
    for ending, other in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word
