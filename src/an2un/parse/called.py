"""Where the text of a page may call its notes, before any of them is known to be one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from an2un.source import Span


@dataclass
class Called:
    """Where each mark is first called on a page; looked for once, however many lines ask."""

    text: str
    page: Span
    first: dict[str, int] = field(default_factory=dict)  # mark -> offset behind its first call
    whole: dict[str, int] = field(default_factory=dict)  # mark -> offset of the first printed whole

    def before(self, mark: str, offset: int) -> bool:
        """Say whether a mark is called on the page above an offset."""
        return self._glued(mark) <= offset

    def at(self, mark: str) -> int:
        """Return the offset behind the first place that may call a mark, beyond the page if none.

        Its own note is no such place.
        """
        beyond = self.page.end + 1
        glued = self._glued(mark) if mark.strip("()").isdigit() else beyond
        return min(glued, self.printed(mark), self.apart.get(mark, beyond))

    def _glued(self, mark: str) -> int:
        if mark not in self.first:
            bare = mark.strip("()[] ")
            bracketed = _BRACKETED if bare.isdigit() else _SYMBOLS
            glued = _NUMBERS if mark.isdigit() else bracketed
            match = re.compile(glued.format(re.escape(bare))).search(self.text, *self.page)
            self.first[mark] = match.end() if match else self.page.end + 1
        return self.first[mark]

    def printed(self, mark: str) -> int:
        """Return where a mark of more than a number is first printed behind the page's beginning.

        [1] and 1/ are calls wherever they stand but within longer numbers; other marks are beyond
        the page.
        """
        if mark not in self.whole:
            told = mark[0] == "[" or mark[-1] == "/"
            whole = re.compile(rf"(?<![\d/]){re.escape(mark)}(?!\w)" if told else "(?!)")
            match = whole.search(self.text, self.page.start + 1, self.page.end)
            self.whole[mark] = match.start() if match else self.page.end + 1
        return self.whole[mark]

    @cached_property
    def apart(self) -> dict[str, int]:
        """Numbers set as large as the text that may be calls -> offset behind the first of each.

        None is the number at the end of a symbol: A/EA.5/Res.7.
        """
        found: dict[str, int] = {}
        for match in _APART.finditer(self.text, *self.page):
            before = self.text[max(match.start() - _SYMBOL, 0) : match.start() + 1].split()
            if "/" not in before[-1]:
                found.setdefault(match.group(match.lastgroup or 0), match.end())
        return found


# Behind a mark that ends words; behind figures only where the paragraph ends.
_QUOTED = r"[\u201d\u2019\u00bb)]{0,2}[,.;:] ?"
_SYMBOL = 40  # characters of a symbol at most
_PARTED = r"[ \t]*\r?\n[ \t]*\r?\n"
_APART = re.compile(
    rf"[^\W\d_]{_QUOTED}(?P<words>\d{{1,3}})(?=\s[^\W\d_]|{_PARTED})"
    rf"|\d{_QUOTED}(?P<figures>\d{{1,3}})(?={_PARTED})"
)
# A mark glued to the word or year before it: symbols as they stand, alone where on a line of their
# own (before words there they mark items of a list), numbers not followed by digits, those in
# brackets with these, too; the brackets may be mirrored.
_SYMBOLS = r"[^\s*](?:[^\S\n]?\(?{0}|\n\(?{0}(?=\)?\s*?\n))"
_NUMBERS = (
    r"(?:[^\W\d_]|(?:19|20)\d\d)(?:{0}(?!\w)"
    r"|(?:[ \u00a0](?=\u00bb))?"
    r"[,.;:)\u201d\u2019\u00bb\u060c\u061b\u3002\u300b\uff09\uff0c\uff1b]{{1,2}}"
    r"{0}(?![0-9A-z\u0400-\u04ff]))"
)
_BRACKETED = rf"{_NUMBERS}|[^\s*][^\S\n]?[()\[\]]\s?{{0}}\s?[()\[\]]"
