"""Printed lines that their shape alone gives away as no part of the text.

A page number is known by its shape and because all pages share one total, a list of links because
it ends its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from an2un.parse.legends import opens_legend
from an2un.source import Source

Reason = Literal[
    "running head", "page foot", "page number", "job number", "bar code", "link target",
    "footnote rule", "deleted text", "hidden text", "page chrome", "repeated table head",
    "margin", "table rule", "heading of notes", "page rule",
]  # fmt: skip
Kind = Reason | Literal[""]

RULE = re.compile(r"[_\u2014\u2015\u2500]{5,}|-{12,}|[_ ]{10,}")
_LINK = re.compile(
    r"(?:https?|ftp|file)://\S+(?: \([^()]{1,12}\)| [A-Za-z]| [\w.%~-]*[/_-][\w./%~_-]+)?"
)
_JOB_DIGITS = 7  # of a job number
_NEARBY = 60  # lines of a page at most
BAR_CODE = re.compile(r"\*\d{6,9}\*")
_JOB_NUMBER = re.compile(
    r"(?:[A-Z]{2,4}\.)?\d{2}-\d{5}\*{0,3}(?: ?\([A-Z]\))?"
)  # the star calls a note: "Reissued for technical reasons"
_JOB = rf"{_JOB_NUMBER.pattern}(?: +\d{{6}})*"
_JOB_DATE = re.compile(r"[0-3]\d[01]\d{3}")
_PAGE = r"\d{1,3}/\d{1,3}"
_PAGE_OF = re.compile(r"(?<![\d-])(\d{1,3})/(\d{1,3})(?!\d)")
JOB_LINE = re.compile(rf"{_JOB}(?: +\*\d{{6,9}}\*)?")
_PAGE_LINE = re.compile(
    rf"{_PAGE}|{_JOB}\s+{_PAGE}|{_PAGE}\s+{_JOB}|[-\u2013\u2014] ?\d{{1,3}} ?[-\u2013\u2014]"
)


# Says whether a line is the word for pages with a number.
PageLabel = Callable[[str], bool]


def unlabelled(_line: str) -> bool:
    """Say of any line that no word of its language labels it as that of a page."""
    return False


def shapes(source: Source, page_label: PageLabel = unlabelled) -> list[Kind]:
    """Say for each line which furniture its shape makes it, "" for text and running heads."""
    printed = [_evenly(line) for line in source.printed(source.lines)]
    kinds = list(map(_shape, printed))
    for index, line in enumerate(printed):
        if (line[-1].isdigit() or line[-1] in _FRAMING) and not kinds[index]:
            if _is_page_mark(line, page_label):
                kinds[index] = "page number"
            elif line[-1] in _PAGE_RULES and _is_page_rule(printed, index):
                kinds[index] = "page rule"
    _unmark_legends(source, kinds)
    _unmark_fractions(source, kinds)
    _mark_beside_jobs(printed, kinds)
    _mark_links(source, kinds)
    return kinds


def job_number(printed: Iterable[str]) -> str:
    """Return the first job number of some lines of furniture, or "".

    Left out are the dates beside it and the call of a note.
    """
    found = (_JOB_NUMBER.search(line) for line in printed)
    return next((match.group().replace("*", "") for match in found if match), "")


def _unmark_fractions(source: Source, kinds: list[Kind]) -> None:
    """Take back the lines of the form n/m that count no pages: all pages share one total m."""
    found = {}
    for index, kind in enumerate(kinds):
        if kind == "page number":
            match = _PAGE_OF.search(source.slice(source.lines[index].span))
            if match:
                found[index] = (int(match.group(1)), int(match.group(2)))
    totals = Counter(total for number, total in found.values() if 0 < number <= total)
    total = max(totals, key=lambda m: (totals[m], -m), default=0)
    for index, (number, of) in found.items():
        if of != total or number > of or (totals[of] == 1 and number not in (1, 2, of)):
            kinds[index] = ""


def _evenly(printed: str) -> str:
    """Return a line with single blanks between its words, as most lines are."""
    return " ".join(printed.split()) if "  " in printed or "\t" in printed else printed


def _is_page_mark(printed: str, page_label: PageLabel) -> bool:
    """Say whether a line is what extractors put between pages, or pages of the past print above.

    `-- 2 of 5 --`, `Page 2`, `=== Page 2 of 5 ===`, `{2}----`.
    """
    mark = _MARK.fullmatch(printed) if len(printed) <= _LONGEST_MARK else None
    if mark is None:
        return False
    before, label, after = mark["before"], mark["label"], mark["after"]
    framed = before != "" != after and len(before) + len(after) >= _FRAMED
    return page_label(label) or (framed and label.isdigit())


def _is_page_rule(printed: Sequence[str], index: int) -> bool:
    """Say whether a line is the rule that extractors put between pages: `---`, `=====`.

    One above a note parts this from the text, one beside cells is part of their table.
    """
    if _PAGE_RULE.fullmatch(printed[index]) is None:
        return False
    below = printed[index + 1] if index + 1 < len(printed) else ""
    beside = (printed[index - 1] if index else "", below)
    return not (_NOTE.match(below) or any(map(_IN_TABLE.search, beside)))


_PAGE_RULES = frozenset("-=~#")
_PAGE_RULE = re.compile(r"-{3,11}|={3,}|~{3,}|#{3,}")
_NOTE = re.compile(r"[(\[]?\d{1,3}[)\]/]?(?:\s|$)|[*\u2020\u2021\[]")
_IN_TABLE = re.compile(r"[|\t]|^[-=+~ ]+$")
_LONGEST_MARK = 80
_FRAMED = 4  # signs around a number that make a frame
_FRAMING = "-\u2013\u2014=_*#~<>![]{} \t"  # of what it is made
_FRAME = f"[{re.escape(_FRAMING)}]*"
_MARK = re.compile(
    rf"(?P<before>{_FRAME})(?P<label>(?:[^\W\d_]{{1,9}}\.?[ ]?)?\d{{1,4}})"
    rf"(?:[ ]?(?:/|[^\W\d_]{{1,3}})[ ]?\d{{1,4}})?(?P<after>{_FRAME})"
)


def _unmark_legends(source: Source, kinds: list[Kind]) -> None:
    """Take back the rules above legends: what they part are two pieces of the text.

    A legend on top of a page explains the text above the notes of the page before.
    """
    above = last = 0
    for index, kind in enumerate(kinds):
        if kind == "footnote rule":
            at = source.lines[index].span.start
            if opens_legend(source, source.lines, index + 1, above):
                kinds[index] = ""
            above, last = last, at


def _mark_beside_jobs(printed: Sequence[str], kinds: list[Kind]) -> None:
    """Mark what stands on lines beside a job number: its bar code as digits, its date (ddmmyy)."""
    for index in [at for at, kind in enumerate(kinds) if kind == "job number"]:
        digits = printed[index].replace("-", "")
        for beside in _beside(index, kinds):
            if len(printed[beside]) == _JOB_DIGITS and printed[beside] in digits:
                kinds[beside] = "bar code"
    for index in [at for at, kind in enumerate(kinds) if kind in ("job number", "bar code")]:
        for beside in _beside(index, kinds):
            if _JOB_DATE.fullmatch(printed[beside]):
                kinds[beside] = "job number"


def _beside(index: int, kinds: Sequence[Kind]) -> list[int]:
    """Return the lines next to one that are text so far."""
    return [at for at in (index - 1, index + 1) if 0 <= at < len(kinds) and not kinds[at]]


def _shape(printed: str) -> Kind:
    if printed[0] in "_\u2014\u2015\u2500-" and RULE.fullmatch(printed):
        return "footnote rule"
    if printed[0] in "hf" and _LINK.fullmatch(printed):
        return "link target"
    if printed[0] == "*" and BAR_CODE.fullmatch(printed):
        return "bar code"
    if printed[-1].isdigit() or printed[-1] in ")-*\u2013\u2014":
        if _PAGE_LINE.fullmatch(printed):
            return "page number"
        if JOB_LINE.fullmatch(printed):
            return "job number"
    return ""


def _mark_links(source: Source, kinds: list[Kind]) -> None:
    """Take back the links that are part of a sentence: a list of targets ends its page.

    A link with the full stop of its sentence is none of a list, whatever follows it.
    """
    if "link target" not in kinds:
        return
    targets = [index for index, kind in enumerate(kinds) if kind == "link target"]
    for index in targets:
        if source.slice(source.lines[index].span).endswith((".", "\u3002")):
            kinds[index] = ""
    count = len(kinds)
    end = 0
    for start in targets:
        if kinds[start] != "link target" or start < end:
            continue
        end = start
        while end < count and kinds[end] == "link target":
            end += 1
        if end == count or kinds[end] in ("running head", "page number", "job number"):
            continue
        after, last = source.lines[end], source.lines[end - 1]
        listed = (
            end - start > 1
            or ".un.org/" in source.slice(last.span)
            or "undocs.org/" in source.slice(last.span)
        )
        at_end = after.page > last.page or after.gap > last.gap
        if not (listed or at_end or _is_printed_above(source, start)):
            for index in range(start, end):
                kinds[index] = ""


def _is_printed_above(source: Source, index: int) -> bool:
    """Say whether the address of a link is printed above it, with or without its scheme."""
    lines = source.lines
    address = source.slice(lines[index].span).partition("://")[2].rstrip("/")
    above = lines[max(index - _NEARBY, 0)].span.start
    return source.text.find(address, above, lines[index].span.start) >= 0
