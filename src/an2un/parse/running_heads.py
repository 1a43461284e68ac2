"""Running heads: lines that repeat the masthead beside the document's own symbol."""

from __future__ import annotations

import re

from an2un.parse.own_symbol import HEAD_LINES, SYMBOL, own_symbol, parted_symbol
from an2un.parse.shapes import Kind
from an2un.source import Source
from an2un.wording.fold import fold

# What text recognition takes for each other, and hyphens, which come and go at line ends.
_ALIKE = str.maketrans({"l": "1", "i": "1", "o": "0", "m": "rn", "-": None})
_NUMBER = re.compile(r"\d{1,3}\.|\([a-z]{1,4}\)")
_WORDS = re.compile(r"[^\W\d_]{2}")
_PAGE = re.compile(r"\d{1,3}/\d{1,3}|[^\W\d_]{1,9}\.?\d{1,3}(?:(?:/|[^\W\d_]{1,3})\d{1,3})?")
_FIRST_LINES = 4  # lines of a masthead in which its symbol may stand between other words
_HEAD_TITLE = 8  # lines a running head may take
_HABIT = 4  # symbols alone that make a habit
_HEAD_WIDTH = 300  # characters of a line set with blanks between its two columns


def mark_heads(source: Source, kinds: list[Kind], masthead_end: int) -> None:
    """Mark running heads: the own symbol again, and masthead lines beside it or a page number."""
    masthead = _bare("".join(source.slice(line.span) for line in source.lines[:masthead_end]))
    symbol, heading = own_symbol(source), ""
    if not symbol or _bare(symbol) not in masthead:  # illegible or in two parts there
        heading = parted_symbol(source.printed(source.lines[:masthead_end]))
        heading = heading or _symbol_beside_title(source, masthead, masthead_end)
    seen = heading != "" or _stands_below(source, symbol, masthead)
    rests = _mark_symbols(source, kinds, heading or symbol, masthead, seen=seen)
    titled: list[int] = []  # lines of titles beside symbols that stand alone
    for anchor, rest in rests.items():
        run = _HeadRun(rest, masthead, masthead_end)
        # the rest of a symbol's line carries on what stands above it; alone it heads the title,
        # stands beside its middle, or below all of it
        below = rest or _ends_title(source, kinds, anchor, masthead)
        for step in (-1, 1) if below else (1, -1):
            titled += run.spread(source, kinds, anchor, step)
    if len(titled) == 1 and len(rests) >= _HABIT and not any(rests.values()):
        kinds[titled[0]] = ""  # other pages show no title: a line of the text repeats a part of it
    if not rests:
        for anchor in [i for i, kind in enumerate(kinds) if kind == "page number"]:
            _HeadRun("", masthead, masthead_end).spread(source, kinds, anchor, 1)


def _symbol_beside_title(source: Source, masthead: str, masthead_end: int) -> str:
    """Return the symbol that a line prints beside words of the masthead, "" if none does."""
    for line in source.lines[masthead_end:] if masthead else ():
        printed = source.slice(line.span)
        if "/" not in printed or len(printed) > _HEAD_WIDTH:
            continue
        match = SYMBOL.match(printed) or SYMBOL.search(printed.rsplit(None, 1)[-1])
        rest = "" if match is None else _bare(printed.replace(match.group(), ""))
        if match and len(rest) >= _TELLING_TITLE and _within(rest, masthead):
            return match.group()
    return ""


def _stands_below(source: Source, symbol: str, masthead: str) -> bool:
    """Say whether several lines print a symbol that the masthead does not: it lost its cover."""
    if not symbol or _bare(symbol) in masthead:
        return False
    printed = source.printed(source.lines)
    return sum(line.startswith(symbol) or line.endswith(symbol) for line in printed) > 1


_TELLING_TITLE = 15  # characters of a title that no other line has by chance


def _mark_symbols(
    source: Source, kinds: list[Kind], symbol: str, masthead: str, *, seen: bool
) -> dict[int, str]:
    """Mark the lines that repeat the own symbol; return what else each of them prints.

    The first of them is that of the masthead, which may set it between other words.

    seen: whether the first one is a running head already, none of the masthead.
    """
    rests: dict[int, str] = {}
    first, text = _bare(symbol[:3]), source.text
    rarest = min(symbol[:3], key=text.count, default="")
    symbol = _bare(symbol)
    for index, line in enumerate(source.lines if symbol else ()):
        start, end = line.span
        if text.find(rarest, start, end) < 0 or kinds[index] or end - start > _HEAD_WIDTH:
            continue
        printed = text[start:end]
        bare = _bare(printed).rstrip("*")
        if first not in bare:
            continue
        heads = bare.endswith(symbol) if index >= _FIRST_LINES else symbol in bare
        if not seen and index < HEAD_LINES and heads:
            seen = True
        elif bare == symbol or (_beside_symbol(bare, symbol, masthead) and seen):
            kinds[index] = "running head"
            rests[index] = bare.replace(symbol, "")
    return rests


class _HeadRun:
    """A stretch of the masthead that a running head repeats, grown line by line."""

    def __init__(self, run: str, masthead: str, masthead_end: int) -> None:
        self.run, self.masthead, self.masthead_end = run, masthead, masthead_end

    def spread(self, source: Source, kinds: list[Kind], anchor: int, step: int) -> list[int]:
        """Mark the lines next to an anchor that carry the run on, and return them.

        Above the symbol the body ends without notice, so lines there only count if they reach up
        to other furniture, to a page end or to empty lines, or end the title. Behind the page
        number that follows a title the text goes on, if only by its date of adoption.
        """
        begun = bool(self.run)
        found: list[int] = []
        for index in range(anchor + step, anchor + step * (_HEAD_TITLE + 1), step):
            if not self.masthead_end <= index < len(kinds):
                break
            if kinds[index]:
                if kinds[index] in ("link target", "footnote rule") or (
                    found and step > 0 and kinds[index] == "page number"
                ):
                    break
                continue
            printed = source.slice(source.lines[index].span)
            if index == anchor - 1 and _NUMBER.fullmatch(printed):
                continue  # of the first paragraph; some extractors print it before the symbol
            bare = _bare(printed)
            together = self.run + bare if step > 0 else bare + self.run
            if not _within(together, self.masthead):
                break
            found.append(index)
            self.run = together
        if found and not _WORDS.search(self.run):  # the last line of a title may be a number
            self.run = ""
            return []
        if step < 0 and found and not begun:
            reaches_up = _opens(source, kinds, found[-1])
            if not reaches_up and not self.masthead.endswith(self.run):
                self.run = ""
                return []
        for index in found:
            kinds[index] = "running head"
        return found


def _ends_title(source: Source, kinds: list[Kind], anchor: int, masthead: str) -> bool:
    """Say whether the lines right above an anchor are the end of the title, and open its page."""
    run = ""
    for index in range(anchor - 1, max(anchor - _HEAD_TITLE, 0) - 1, -1):
        if kinds[index]:
            break
        run = _bare(source.slice(source.lines[index].span)) + run
        if not _within(run, masthead):
            break
        if len(run) >= _TELLING_TITLE and _opens(source, kinds, index):
            return masthead.endswith(run)
    return False


def _opens(source: Source, kinds: list[Kind], index: int) -> bool:
    """Say whether a line stands below other furniture, empty lines or the end of a page."""
    line, above = source.lines[index], source.lines[index - 1]
    return kinds[index - 1] != "" or line.gap > 1 or line.page > above.page


def _beside_symbol(bare: str, symbol: str, masthead: str) -> bool:
    """Say whether a line is the symbol and a part of the title, or the page it stands on.

    `A/RES/78/69 Oceans and …`, `A/RES/78/69 Page 2 of 6`.
    """
    if not bare.startswith(symbol) and not bare.endswith(symbol):
        return False
    rest = bare.replace(symbol, "")  # some extractors print it twice
    if _PAGE.fullmatch(rest):
        return True
    least = 2 if any(map(str.isalpha, rest)) else 4  # a title may end in a year, a note begins less
    return not rest or (len(rest) >= least and _within(rest, masthead))


def _within(bare: str, masthead: str) -> bool:
    return bare.rstrip(".*") in masthead


def _bare(printed: str) -> str:
    """Return a line as it is compared: what recognition and line ends change in it left out."""
    return fold(printed).translate(_ALIKE)
