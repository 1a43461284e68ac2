"""A tiny writer of PDF files, so that tests say where each word stands."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 612, 792


class Words(NamedTuple):
    """Words at a place of the page, in points from its lower left corner.

    font  "Roman", "Italic", "Bold", or "Bare", which names no characters; turn: the matrix of the
          text, upright by default
    """

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "Roman"
    turn: str = "1 0 0 1"


class Rule(NamedTuple):
    """A thin stroke from left to right."""

    x: float
    y: float
    width: float


class Lead(NamedTuple):
    """An area that leads to an address."""

    x: float
    y: float
    width: float
    address: str


class Picture(NamedTuple):
    """A grey square, as a scanned page is one."""

    x: float
    y: float
    size: float = 400


Thing = Words | Rule | Lead | Picture
_FONTS = {"Roman": "Times-Roman", "Italic": "Times-Italic", "Bold": "Times-Bold"}
_BARE = f"<< /Differences [0 {' '.join(f'/g{code}' for code in range(256))}] >>"


SHEET = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
"""What is said of the size of the pages."""


def paper(
    *pages: Sequence[Thing], encrypt: bool = False, packed: bool = False, sheet: str = SHEET
) -> bytes:
    """Return a PDF of pages; `encrypt` asks for a password that nobody has."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for name in _FONTS.values():
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        )
    objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding {_BARE} >>")
    kids = []
    made: list[bytes] = [text.encode("latin-1") for text in objects]
    for things in pages:
        made.append(_stream(things, packed))
        leads = " ".join(_lead(thing) for thing in things if isinstance(thing, Lead))
        kids.append(f"{len(made) + 1} 0 R")
        made.append(
            f"<< /Type /Page /Parent 2 0 R {sheet} /Annots [{leads}]"
            " /Resources << /Font << /Roman 3 0 R /Italic 4 0 R /Bold 5 0 R /Bare 6 0 R >> >>"
            f" /Contents {len(made)} 0 R >>".encode("latin-1")
        )
    made[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(made, encrypt)


def _file(made: Iterable[bytes], encrypt: bool) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(made, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = ""
    if encrypt:
        secret = "5a" * 32
        lock = (
            f" /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{secret}>"
            f" /U <{secret}> >> /ID [<{secret}> <{secret}>]"
        )
    end = f"trailer << /Size {len(places) + 1} /Root 1 0 R{lock} >>\nstartxref\n{start}\n%%EOF\n"
    return out + end.encode()


def _stream(things: Iterable[Thing], packed: bool) -> bytes:
    body = "\n".join(map(_drawn, things)).encode("cp1252")
    if not packed:
        return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body)
    body = zlib.compress(body, 9)
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(body), body)


def _drawn(thing: Thing) -> str:
    match thing:
        case Words(x, y, text, size, font, turn):
            safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({safe}) Tj ET"
        case Rule(x, y, width):
            return f"{x} {y} {width} 0.5 re f"
        case Picture(x, y, size):
            image = "BI /W 1 /H 1 /BPC 8 /CS /G ID P EI"
            return f"q {size} 0 0 {size} {x} {y} cm {image} Q"
        case Lead():
            return ""


def _lead(thing: Lead) -> str:
    area = f"{thing.x} {thing.y - 2} {thing.x + thing.width} {thing.y + 8}"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{area}] /A << /S /URI /URI ({thing.address}) >> >>"
    )
