"""What a citation is: words of a running text, and the document that they cite."""

from __future__ import annotations

from typing import Literal

from an2un.citing.stretch import Part
from an2un.record import Record

Kind = Literal["resolution", "decision", "document", "charter", "treaty", "place", "again", "page"]


class Citation(Record):
    """Words that cite a document: `start:end` of the text.

    symbol    the document cited, in the normal form of its symbol (`UNTS/…` for the Treaty
              Series); "" for pages and places
    date      its date as YYYY-MM-DD where printed beside it
    parts     the parts of it that are cited
    target    of a page: its address
    odd_date  a date is printed beside it that cannot be its own
    shared    the date stands for several: "1514 (XV) and 1541 (XV) of 15 December 1960"
    certain   whose number it is, the words say: by organ, date, or the full symbol
    """

    start: int
    end: int
    kind: Kind
    symbol: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    target: str = ""
    odd_date: bool = False
    shared: bool = False
    certain: bool = True
