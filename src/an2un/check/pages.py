"""The pages of the codes: what each finding means, why, and examples that are tests.

A page is Markdown. Its examples are pieces of a whole document, one of the `bases` beside the
pages: the good piece stands in the base, the faulty one in its place raises the code. Fences say
which:

    ```xml good          a piece of a base
    ```xml faulty        what takes its place
    ```xml base          a piece of a base that good and faulty take the place of
    ```text replace      `from → to` over a whole base, for what stands in many places at once

Pages of findings on raw text have ```text examples instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from an2un import codes
from an2un.diagnostics import Code

PAGES = Path(__file__).resolve().parent.parent / "rules"
BASES = ("resolution", "draft", "collection")

_FENCE = re.compile(r"^```(\w+) (\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_BETWEEN_TAGS = re.compile(r">\s+<")


class Example(NamedTuple):
    """A whole document, the good one and the one that raises the code."""

    good: str
    faulty: str


@cache
def catalogue() -> dict[str, Code]:
    """Return all codes by their numbers, in order."""
    found = [value for value in vars(codes).values() if isinstance(value, Code)]
    return {code.id: code for code in sorted(found, key=lambda code: code.id)}


def find(name: str) -> Code | None:
    """Return the code with that number or name, whatever its case."""
    wanted = name.strip().lower()
    known = catalogue()
    by_name = {code.name: code for code in known.values()}
    return known.get(wanted.upper()) or by_name.get(wanted)


def page(code: Code) -> str:
    """Return the page of a code; "" where there is none."""
    path = PAGES / f"{code.id}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def fences(text: str) -> dict[str, list[str]]:
    """Return the examples of a page by what their fences say."""
    found: dict[str, list[str]] = {}
    for language, role, body in _FENCE.findall(text):
        found.setdefault(f"{language} {role}", []).append(body.strip("\n"))
    return found


def examples(code: Code) -> Iterator[Example]:
    """Yield the XML examples of a page as whole documents.

    Raises ValueError for a piece that stands in no base, or in it more than once.
    """
    parts = fences(page(code))
    goods = parts.get("xml good", [])
    bases = parts.get("xml base", goods)
    for faulty, place, good in zip(parts.get("xml faulty", []), bases, goods, strict=True):
        yield _laid(place, good, faulty)
    for block in parts.get("text replace", []):
        changes = [line.partition(" → ") for line in block.splitlines()]
        befores = [before for before, _, _ in changes]
        whole = next((w for w in map(base, BASES) if all(b in w for b in befores)), "")
        if not whole:
            raise ValueError(f"{code.id}: {befores} stand in no base")
        faulty = whole
        for before, _, after in changes:
            faulty = faulty.replace(before, after)
        yield Example(whole, faulty)


def _laid(place: str, good: str, faulty: str) -> Example:
    """Lay the two pieces over the base that holds the place."""
    piece = _tight(place)
    for name in BASES:
        whole = base(name)
        if piece in whole:
            if whole.count(piece) > 1:
                raise ValueError(f"{piece!r} stands {whole.count(piece)} times in {name}")
            return Example(whole.replace(piece, _tight(good)), whole.replace(piece, _tight(faulty)))
    raise ValueError(f"{piece!r} stands in no base")


@cache
def base(name: str) -> str:
    """Return one of the documents under the examples, without white space between tags."""
    path = PAGES / "bases" / f"{name}.xml"
    return _tight(path.read_text(encoding="utf-8"))


def _tight(text: str) -> str:
    return _BETWEEN_TAGS.sub("><", text.strip())
