"""What browsers print above and below pages of the web is none of their text."""

from __future__ import annotations

import pytest

from an2un.readers.pdf.browsers import margins
from an2un.readers.pdf.places import placed
from an2un.readers.pdf.printed import Printed, PrintedLine

ADDRESS = "https://texts.example/r/99-7"


def line(text: str, base: float, size: float = 12.0) -> PrintedLine:
    return PrintedLine(text, (), (), base, 36.0, 500.0, size, 0.0)


def page(number: int, above: list[str], below: list[str]) -> Printed:
    text = ["Boats at night", "The General Assembly,", f"Recalling its resolution {number},"]
    lines = [line(said, 770 - at, 8) for at, said in enumerate(above)]
    lines += [line(said, 740 - 15 * at) for at, said in enumerate(text * 2)]
    lines += [line(said, 17, 8) for said in below]
    return Printed(number, 612.0, 792.0, lines, [], rtl=False)


BROWSERS = [
    (["11/28/44, 2:51 AM\tBoats at night | Texts"], [f"{ADDRESS}\t%d/2"]),
    (["28.11.2044, 14:51", "Boats at night"], [f"{ADDRESS} %d/2"]),
    ([f"Boats at night\t{ADDRESS}…"], ["%d of 2\t28/11/2044, 02:51"]),
    ([], [f"{ADDRESS}\tPage %d of 2"]),
]


@pytest.mark.parametrize(("above", "below"), BROWSERS)
def test_title_time_address_and_page_are_told_on_all_pages(
    above: list[str], below: list[str]
) -> None:
    pages = [page(number, above, [said % number for said in below]) for number in (1, 2)]
    for found in placed(pages):
        assert [line.place for line in found.lines] == ["head"] * len(above) + [""] * 6 + ["foot"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["A/RES/99/7\tBoats at night"], ["44-19021\t1/1"]),
        ([], [f"See {ADDRESS}.", "44-19021\t1/1"]),
        ([f"Boats at night\t{ADDRESS}"], []),
        (["Meeting at 10:30"], ["1/1"]),
    ],
)
def test_a_page_without_address_and_count_was_printed_by_no_browser(
    above: list[str], below: list[str]
) -> None:
    assert margins([page(1, above, below)]) is None


def test_a_large_heading_at_the_top_of_a_page_is_no_running_head() -> None:
    first, last = (page(n, ["11/28/44, 2:51 AM\tBoats"], [f"{ADDRESS}\t{n}/2"]) for n in (1, 2))
    apart = [found._replace(gap=3.0) if at == 2 else found for at, found in enumerate(last.lines)]
    found = placed([first, last._replace(lines=apart)])[1]
    assert [line.place for line in found.lines] == ["head"] + [""] * 6 + ["foot"]


def test_no_pages_have_no_margins() -> None:
    assert margins([]) is None
