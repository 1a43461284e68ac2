"""Lines that are paragraphs by themselves: formulas, labels, ornaments, headings below labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.labels import is_bare_label
from an2un.parse.style import Style
from an2un.parse.typesetting import COLONS, Row
from an2un.wording.fold import fold

# A row of asterisks or dashes parts the text; in a symbol font they come out as noughts.
_ORNAMENT = re.compile(
    r"\*(?: ?\*){1,6}|0(?: 0){2}|_{5,}|[-\u2013\u2014](?: ?[-\u2013\u2014]){2,40}"
)
_SIGNS = ("*", "0", "_", "-", "\u2013", "\u2014")  # that it begins with
_LABEL = 60  # characters of a label; a longer line can only be a formula
_NAMED = 20_000  # characters above the first annex that may name its title
_TITLE_LINES = 4
_HALF = 0.5  # of a line
_TELLING = 15  # characters of a title that no text repeats by chance
_USUAL = 3  # labels with a heading to one without where headings are the rule


class Labels:
    """Decides which lines are labels and which are the headings below them; knows the habit."""

    def __init__(self, style: Style, language: Language, text: str = "") -> None:
        self.style, self.language, self.text = style, language, text
        self._word = ""  # that the label above begins with
        self._annex = False  # whether the label above is that of an annex
        self._named = ""  # the text above the first of them, folded
        self._titled: Counter[str] = Counter()  # labels with a heading below them, by their word
        self._untitled: Counter[str] = Counter()

    def stands_alone(self, row: Row) -> bool:
        """Say whether a line is a paragraph by itself; so is a counted word with its number."""
        return row.bare or stands_alone(row.text, self.language)

    def may_title(self, row: Row) -> bool:
        """Say whether a heading may stand below such a line, as it does below labels."""
        text, language = row.text, self.language
        self._word = text.split(None, 1)[0]
        self._annex = language.annex_label(text)
        if self._annex and not self._named:
            start = row.line.span.start
            self._named = fold(self.text[max(start - _NAMED, 0) : start])
        return not (language.formula(text) or language.heads(text))

    def is_title(self, line: Row, below: Row) -> bool:
        """Say whether a line below a label is its heading, and take notice of it.

        It is open, short, and stands above a sentence. Where such labels have headings as a rule
        it may be as long as it likes, above a full line that begins with a capital; and anywhere
        above a line that opens with a phrase, as paragraphs do.
        """
        signs = (self._is_short, self._as_usual, self._above_phrase)
        title = not line.ending and any(sign(line, below) for sign in signs)
        if not stands_alone(line.text, self.language):
            headed = title or (below.marker is not None and not line.ending)
            self._titled[self._word] += headed
            self._untitled[self._word] += not headed
        return title

    def is_named(self, group: Sequence[Row], below: Row) -> bool:
        """Say whether lines below the label of an annex are its title: the text above names it.

        It does not go on in the line below, there as little as here: where only a few words follow,
        they may be added to the name.
        """
        if not self._annex or len(group) > _TITLE_LINES or group[-1].ending:
            return False
        if below.length < _HALF * self.style.width and below.marker is None:
            return False
        title = fold("".join(row.text for row in group))
        if below.text[0].islower() or len(title) < _TELLING or title not in self._named:
            return False
        return title + fold(below.text.split(None, 1)[0]) not in self._named

    def names_on(self, group: Sequence[Row], below: Row) -> bool:
        """Say whether the name of an annex, as the text above has it, goes on behind a colon."""
        if not self._annex or len(group) > _TITLE_LINES or not group[-1].text.endswith(COLONS):
            return False
        title = fold("".join(row.text for row in group))
        return len(title) >= _TELLING and title + fold(below.text) in self._named

    def _is_short(self, line: Row, below: Row) -> bool:
        short = line.length < 0.7 * self.style.width
        return short and not below.text[0].islower() and below.length > line.length

    def _as_usual(self, line: Row, below: Row) -> bool:
        if line.marker is not None or not below.capital:
            return False
        cased = below.text[0].isupper()
        if not cased and line.length + below.needs > self.style.measure:
            return False  # where no capital tells, the words below must have had room
        full = below.length >= self.style.full and self.language.mood(line.text) is None
        return full and self._titled[self._word] >= _USUAL * max(self._untitled[self._word], 1)

    def _above_phrase(self, line: Row, below: Row) -> bool:
        language = self.language
        if line.marker is not None or (below.text[0].islower() and not language.openings.small):
            return False
        mood = None if language.mood(line.text) else language.mood(below.text)
        phrase = language.opener(below.text, mood) if mood else None
        # "States: a new beginning" is no sentence
        return phrase is not None and not below.text.startswith(COLONS, phrase.end)


def stands_alone(text: str, language: Language) -> bool:
    """Say whether a line is a paragraph by itself: a formula, or a label whose text is the next."""
    if is_ornament(text):
        return True
    if len(text) > _LABEL:
        return text.endswith(language.preambular_ends) and language.formula(text) != ""
    return (
        is_bare_label(text, language)
        or language.annex_label(text)
        or language.heads(text)
        or language.formula(text) != ""
    )


def is_ornament(text: str) -> bool:
    """Say whether a line is a row of asterisks or dashes, which parts the text or ends it."""
    return text.startswith(_SIGNS) and _ORNAMENT.fullmatch(text) is not None
