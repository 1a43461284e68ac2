"""Signs and numbers beside all lines of a text."""

from __future__ import annotations

import pytest

from an2un.readers.margins import unmarked
from tests.readers.delivery import evenly, page

TEXT = page(60)


def before(sign: str, text: str = TEXT) -> str:
    return "".join(sign + line for line in text.splitlines(keepends=True))


def numbered(form: str, every: int = 1, pages: int = 1) -> str:
    lines = []
    for _ in range(pages):
        for number, line in enumerate(TEXT.splitlines(), 1):
            lines.append(form.format(number if number % every == 0 else "", line))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("sign", ["> ", ">", "> > ", "| ", " * ", "# ", ";; ", "// ", "+"])
def test_a_sign_before_all_lines_is_none_of_the_text(sign: str) -> None:
    found = unmarked(before(sign))
    assert found.text == TEXT
    assert "".join(found.marks) == sign.replace(" ", "") * TEXT.count("\n")


def test_an_empty_line_may_have_the_sign_without_its_blank() -> None:
    text = TEXT.replace("\n", "\n\n")
    assert unmarked(before("> ", text).replace("> \n", ">\n")).text == text


@pytest.mark.parametrize("sign", [" \\", "|", "\u00b6", "<br>", " <br />", "$"])
def test_a_sign_behind_all_lines_is_none_of_the_text(sign: str) -> None:
    found = unmarked(TEXT.replace("\n", f"{sign}\n"))
    assert found.text == TEXT
    assert found.marks == (sign.strip(),) * TEXT.count("\n")


def test_a_box_around_the_text_has_signs_at_both_ends() -> None:
    boxed = "".join(f"| {line:<70} |\n" for line in TEXT.splitlines())
    assert evenly(unmarked(boxed).text) == evenly(TEXT)


@pytest.mark.parametrize("form", ["{:>4}  {}", "{} {}", "{:>3}: {}", "{:<4}{}", "{:>6}\t{}"])
def test_numbers_of_all_lines(form: str) -> None:
    found = unmarked(numbered(form))
    bare = [line.strip() for line in found.text.split("\n")]
    assert bare == [line.strip() for line in TEXT.split("\n")]
    assert len(found.marks) == TEXT.count("\n")


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("pages", [1, 3], ids=["running", "by page"])
def test_numbers_of_some_lines_leave_the_indents(every: int, pages: int) -> None:
    found = unmarked(numbered("{:>4}  {}", every, pages))
    assert found.text == TEXT * pages
    assert len(found.marks) == pages * (TEXT.count("\n") // every)


def test_numbers_at_the_right() -> None:
    found = unmarked(
        "".join(f"{line:<70}{at:>3}\n" for at, line in enumerate(TEXT.splitlines(), 1))
    )
    assert found.text == TEXT


def test_a_printed_page_end_ends_the_page() -> None:
    found = unmarked(f"{TEXT}^L\n{TEXT}^L{TEXT}")
    assert found.text == f"{TEXT}\f{TEXT}\f{TEXT}"
    assert found.marks == ("^L", "^L")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "".join(f"{n}. Decides to light lamp {n};\n" for n in range(1, 30)),
        "".join(f"{n} Lamps {n}\n" for n in (3, 14, 15, 92, 65, 35, 89, 79)),
        "* A note\n** Another note\nThe lamps\nof the\nharbour\nburn\n",
        "> one\n> two\n",
    ],
    ids=["text", "paragraphs", "figures", "notes", "too short"],
)
def test_what_counts_or_opens_text_stays(text: str) -> None:
    assert unmarked(text) == (text, ())


def test_figures_that_differ_by_ten_on_the_next_line_count_no_lines() -> None:
    text = "9 Harbours\n________\n * A note\n1 Birds\n11 Moon\n21 Stars\n"
    assert unmarked(text) == (text, ())
