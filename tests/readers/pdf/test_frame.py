"""Pages that are turned, and pages that show a part of a larger sheet."""

from __future__ import annotations

import pytest

from an2un.readers import read_bytes
from an2un.readers.pdf.frame import Box, Frame, quarter_of
from an2un.source import Source
from tests.readers.pdf.paper import HEIGHT, WIDTH, Lead, Rule, Thing, Words, paper
from tests.readers.pdf.test_read import ignore, words

pytest.importorskip("pypdfium2")

ROOM = Box(10, 20, 110, 220)  # 100 wide, 200 high
TURNS = ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"]  # matrices of text by their quarters


@pytest.mark.parametrize(
    ("quarter", "origin", "size"),
    [
        (0, (10, 20), (100, 200)),
        (1, (110, 20), (200, 100)),
        (2, (110, 220), (100, 200)),
        (3, (10, 220), (200, 100)),
    ],
)
def test_lines_begin_at_the_lower_left_corner_of_the_page_as_it_is_read(
    quarter: int, origin: tuple[float, float], size: tuple[float, float]
) -> None:
    frame = Frame(ROOM, quarter)
    assert (frame.width, frame.height) == size
    assert frame.place(*origin) == (0, 0)
    assert frame.box(ROOM) == Box(0, 0, *size)
    edges = (ROOM.left, ROOM.top, ROOM.right, ROOM.bottom)
    assert frame.sides(edges) == ([0], [size[0]])
    assert frame.levels(edges) == ([0], [size[1]])


@pytest.mark.parametrize(
    ("direction", "quarter"),
    [((1, 0), 0), ((0, 3), 1), ((-2, 0.01), 2), ((0, -1), 3), ((1, 1), None), ((9, 1), None)],
)
def test_directions_are_quarters_of_a_turn_or_aslant(
    direction: tuple[float, float], quarter: int | None
) -> None:
    assert quarter_of(*direction) == quarter


def turned(quarter: int, *things: Words) -> list[Thing]:
    """Return words on a page that is turned: its corner is another one of the sheet."""
    x, y = [(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)][quarter]
    along = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    (right, up), (above, over) = along[quarter], along[(quarter + 1) % 4]
    return [
        Words(
            x + right * thing.x + above * thing.y, y + up * thing.x + over * thing.y, thing.text,
            thing.size, thing.font, TURNS[quarter],
        )
        for thing in things
    ]  # fmt: skip


def shape(source: Source) -> list[tuple[str, float, float]]:
    return [(source.slice(line.span), line.indent, line.gap) for line in source.lines]


TEXT = (
    Words(124, 560, "The General Assembly,", font="Italic"),
    Words(100, 536, "Lakes"),
    Words(300, 536, "1 200"),
    Words(100, 524, "Rivers"),
    Words(300, 524, "340"),
)


@pytest.mark.parametrize("quarter", range(4))
def test_a_page_is_read_as_most_of_its_characters_run(quarter: int) -> None:
    stamp = Words(300, 20, "DRAFT", turn=TURNS[(quarter + 1) % 4])
    source = read_bytes(paper([*turned(quarter, *TEXT), stamp]), "x.pdf", ignore)
    *text, across = source.lines
    upright = shape(read_bytes(paper([*TEXT]), "x.pdf", ignore))
    assert [entry[0] for entry in upright] == [
        "The General Assembly,", "Lakes\t1 200", "Rivers\t340",
    ]  # fmt: skip
    assert shape(source)[:-1] == upright
    assert [style.kind for style in text[0].styles] == ["italic"]
    assert (source.slice(across.span), across.place) == ("DRAFT", "foot")


def test_what_a_sheet_shows_is_measured_from_its_own_corner() -> None:
    def page(number: int, x: float, y: float) -> list[Thing]:
        return [
            Words(x + 100, y + 600, f"Some words of page {number} which are the body of the text,"),
            Words(x + 100, y + 588, "and some more of them, so that it is plain what is said."),
            Rule(x + 100, y + 120, 80),
            Words(x + 100, y + 110, "1", size=5.5),
            Words(x + 104, y + 107, f"See page {number}.", size=8),
            Lead(x + 104, y + 107, 40, "https://example.org/9"),
            Words(x + 300, y + 30, f"{number}/2", size=8),
        ]

    def read(x: float, y: float, sheet: str) -> Source:
        return read_bytes(paper(page(1, x, y), page(2, x, y), sheet=sheet), "x.pdf", ignore)

    plain = read(0, 0, f"/MediaBox [0 0 {WIDTH} {HEIGHT}]")
    assert [line.place for line in plain.lines] == ["", "", "note", "foot"] * 2
    assert len(plain.links) == 2
    moved = read(-300, -800, f"/MediaBox [-300 -800 {WIDTH - 300} {HEIGHT - 800}]")
    cropped = read(50, 70, f"/MediaBox [0 0 1000 1000] /CropBox [50 70 {WIDTH + 50} {HEIGHT + 70}]")
    assert moved == cropped == plain


def test_the_order_of_words_is_that_of_the_turned_page() -> None:
    data = paper(turned(1, Words(100, 300, "first line"), Words(100, 288, "second line")))
    assert words(read_bytes(data, "x.pdf", ignore)) == ["first line", "second line"]
