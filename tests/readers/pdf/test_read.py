"""A PDF to a Source: lines, indents, gaps, styles, places, links, and what cannot be read."""

from __future__ import annotations

import pytest

from an2un import convert
from an2un.diagnostics import Diagnostic
from an2un.readers import read_bytes
from an2un.readers.pdf import file
from an2un.readers.pdf.printed import Printed, PrintedLine
from an2un.readers.pdf.transcript import transcript
from an2un.source import Line, ReadError, Source
from tests.readers.pdf.paper import Lead, Picture, Rule, Thing, Words, paper

pytest.importorskip("pypdfium2")


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def read(*pages: list[Thing]) -> Source:
    found: list[Diagnostic] = []
    source = read_bytes(paper(*pages), "x.pdf", found.append)
    assert found == []
    return source


def words(source: Source) -> list[str]:
    return [source.slice(line.span) for line in source.lines]


def styled(source: Source, line: Line) -> list[tuple[str, str]]:
    return [(style.kind, source.slice(style.span)) for style in line.styles]


def test_lines_stand_in_the_order_of_the_page_whatever_the_file_says() -> None:
    source = read([Words(100, 500, "second"), Words(119, 600, "line"), Words(100, 600, "first")])
    assert words(source) == ["first line", "second"]
    assert source.media_type == "application/pdf"
    assert source.text == "first line\nsecond\n"


def test_indents_are_in_em_and_gaps_in_lines() -> None:
    lines = [
        Words(124, 700, "The General Assembly, of which these are the words,"),
        Words(100, 688, "and which goes on in lines that stand at the margin"),
        Words(100.2, 676, "as all of them do,"),
        Words(124, 652, "Recalling that a paragraph stands apart,"),
    ]
    source = read(list(lines))
    first, second, third, fourth = source.lines
    assert second.indent == third.indent == 10.0
    assert first.indent == fourth.indent
    assert fourth.indent > second.indent + 2
    assert [second.gap, third.gap, fourth.gap] == [0.0, 0.0, 1.0]
    assert third.end < second.end


def test_raised_and_sunk_characters_belong_to_their_line() -> None:
    source = read(
        [
            Words(100, 700, "the rules of 2022"),
            Words(171, 704, "1", size=6.5),
            Words(177, 700, "and H"),
            Words(200, 698, "2", size=6.5),
            Words(204, 700, "O, all of them"),
            Words(100, 688, "and the next line."),
        ]
    )
    assert words(source) == ["the rules of 20221 and H2O, all of them", "and the next line."]
    assert styled(source, source.lines[0]) == [("superscript", "1")]


def test_styles_of_type() -> None:
    source = read(
        [
            Words(100, 700, "Recalling further", font="Italic"),
            Words(172, 700, "the"),
            Words(188, 700, "matter", font="Bold"),
        ]
    )
    assert words(source) == ["Recalling further the matter"]
    assert styled(source, source.lines[0]) == [("italic", "Recalling further"), ("bold", "matter")]


def test_slanted_type_is_italic_and_turned_type_no_part_of_the_text() -> None:
    source = read(
        [
            Words(100, 700, "Recalling", turn="1 0 0.3 1"),
            Words(300, 300, "DRAFT", turn="0.7 0.7 -0.7 0.7"),
        ]
    )
    assert styled(source, source.lines[0]) == [("italic", "Recalling")]
    assert [(source.slice(line.span), line.place) for line in source.lines] == [
        ("Recalling", ""),
        ("DRAFT", "foot"),
    ]


def test_words_printed_twice_a_hair_apart_are_one_bold_word() -> None:
    lines: list[Thing] = [Words(100, 600 - 12 * at, f"line {at} of the text") for at in range(9)]
    source = read(
        [Words(100, 700, "Annex"), *lines, Words(100.3, 700, "Annex"), *lines, Words(129, 700, "I")]
    )
    assert words(source) == ["Annex I", *(f"line {at} of the text" for at in range(9))]
    assert [style for line in source.lines for style in styled(source, line)] == [("bold", "Annex")]


def test_large_letters_across_the_lines_are_no_part_of_them() -> None:
    source = read(
        [
            Words(100, 700, "Recalling all the boats that came, and the nets that they carried,"),
            Words(150, 690, "COPY", size=40),
            Words(100, 688, "and those that are to come in the years that lie before them,"),
            Words(100, 600, "Large", size=40),
        ]
    )
    assert [(source.slice(line.span)[:9], line.place) for line in source.lines] == [
        ("Recalling", ""),
        ("and those", ""),
        ("Large", ""),
        ("COPY", "foot"),
    ]


def test_codes_that_number_glyphs_are_read_as_the_letters_they_print() -> None:
    said = "The boats of the shore, and those that went ashore on the first day."
    numbers = "".join(chr(ord(letter) - 29) for letter in said)
    source = read([Words(100, 700, numbers, font="Bare"), Words(100, 688, "and 8 more")])
    assert words(source) == [said, "and 8 more"]


def test_a_font_that_names_no_characters_is_reported_and_a_whole_text_of_it_refused() -> None:
    rubbish = Words(100, 700, "\x01\x02\x03\x04\x05", font="Bare")
    plain = [Words(100, 600 - 12 * at, "Words that say which letters they are") for at in range(9)]
    found: list[Diagnostic] = []
    source = read_bytes(paper([rubbish, *plain]), "x.pdf", found.append)
    assert words(source)[0] == "\ufffd" * 5
    assert [(finding.code.id, finding.message[-11:]) for finding in found] == [
        ("AU010", "in 5 places")
    ]
    with pytest.raises(ReadError, match="do not say which characters"):
        read_bytes(paper([rubbish, Words(100, 600, "12")]), "x.pdf", ignore)


def test_a_page_that_is_a_picture_among_others_is_reported() -> None:
    found: list[Diagnostic] = []
    data = paper([Words(100, 700, "one")], [Picture(50, 50, 500)], [Picture(50, 50)])
    assert words(read_bytes(data, "x.pdf", found.append)) == ["one"]
    assert [(finding.code.id, finding.message[:6]) for finding in found] == [("AU006", "page 2")]


def test_letters_set_apart_are_one_word_and_gaps_are_blanks() -> None:
    source = read([Words(100, 700, "w"), Words(108.4, 700, "omen"), Words(132.5, 700, "and men")])
    assert words(source) == ["women and men"]


def spaced(text: str, x: float, y: float, gap: float) -> list[Thing]:
    """Return letters set so many points apart, blanks wider by a quarter of an em."""
    made: list[Thing] = []
    for letter in text:
        if letter != " ":
            made.append(Words(x, y, letter, font="Bold"))
        x += gap + (WIDTHS.get(letter, 5.0) if letter != " " else 2.5)
    return made


WIDTHS = {"N": 7.2, "E": 6.7, "T": 6.7, "S": 5.6, "A": 7.2, "D": 7.2, "O": 7.8, "R": 7.2}


@pytest.mark.parametrize("gap", [1.3, 2.5, 4.0])
def test_letters_of_a_heading_that_are_set_apart_are_words(gap: float) -> None:
    source = read([*spaced("NETS AND OARS", 100, 700, gap), Words(100, 680, "of all the boats")])
    assert words(source) == ["NETS AND OARS", "of all the boats"]


def test_the_number_of_a_page_by_itself_is_none_of_its_text() -> None:
    text: list[Thing] = [Words(100, 600, "Words of the text,"), Words(100, 588, "and some more.")]
    job = Words(100, 30, "44-19021 1")
    for last in ("2", "- 2 -", "44-19021 2"):
        source = read([*text, job], [*text, Words(300, 30, last)])
        assert [line.place for line in source.lines] == ["", "", "foot"] * 2, last
    for last in ("3", "2 boats", "2."):
        source = read(text, [*text, Words(300, 30, last)])
        assert source.lines[-1].place == "", last


def test_lines_of_one_paragraph_are_told_where_most_paragraphs_are_of_one_line() -> None:
    lines: list[Thing] = [Words(100, 700 - 20 * at, f"Line {at} is short,") for at in range(9)]
    long = "This line fills the whole width of the text and so it goes on in the line below it, as"
    more: list[Thing] = []
    for at in range(3):
        more += [Words(100, 500 - 34 * at, long), Words(100, 486 - 34 * at, "it does here.")]
    source = read([*lines, *more])
    gaps = [line.gap for line in source.lines]
    assert gaps[1:9] == [0.5] * 8
    assert gaps[10::2] == [0.0] * 3


def test_a_raised_call_may_push_its_line_down() -> None:
    source = read(
        [
            Words(100, 700, "Recalling the boats that came to the northern shore in the spring of"),
            Words(
                100, 688, "that year, the nets and the oars that they carried, and all of the men"
            ),
            Words(100, 676, "that rowed them,"),
            Words(100, 661, "and the list,"),
            Words(153, 665, "1", size=6),
        ]
    )
    assert [line.gap for line in source.lines] == [0.0] * 4


def test_words_that_were_divided_at_line_ends_have_an_optional_hyphen_there() -> None:
    hyphen = "\u2010"
    lines = [
        PrintedLine(text, (), (), 700, 0, 0, 10, 0) for text in ("boats of the har\u2010", "bour,")
    ]
    page = Printed(1, 612, 792, lines, [], rtl=False)
    assert transcript([page], "x").text == "boats of the har\u00ad\nbour,\n"
    typed = lines[1]._replace(text=f"bour{hyphen}master,")
    assert hyphen in transcript([page._replace(lines=[lines[0], typed])], "x").text.split("\n")[0]


def test_what_repeats_at_one_height_and_notes_below_a_short_rule_are_told() -> None:
    def page(number: int) -> list[Thing]:
        return [
            Words(100, 750, "A/RES/79/999", size=8),
            Words(100, 600, f"Some words of page {number} which are the body of the text,"),
            Words(100, 588, "and some more of them, so that it is plain what the size is."),
            Rule(100, 120, 80),
            Words(100, 110, "1", size=5.5),
            Words(104, 107, f"See page {number}.", size=8),
            Words(300, 30, f"{number}/3", size=8),
        ]

    source = read(page(1), page(2), page(3))
    places = [line.place for line in source.lines]
    assert places[:5] == ["", "", "", "note", "foot"]
    assert places[5:10] == ["head", "", "", "note", "foot"]
    assert [line.page for line in source.lines] == [1] * 5 + [2] * 5 + [3] * 5
    assert source.text.count("\f") == 2


def test_the_last_row_of_a_table_at_the_top_of_a_page_is_no_running_head() -> None:
    text: list[Thing] = [Words(100, 600, "Words of the text,"), Words(100, 588, "and some more.")]
    row: list[Thing] = [Words(100, 760, "Total"), Words(400, 760, "65 459"), Rule(80, 750, 440)]
    assert [line.place for line in read(text, [*row, *text]).lines[2:]] == ["", "", ""]


def test_a_running_head_above_a_rule_is_told_by_the_symbol_or_by_other_pages() -> None:
    text: list[Thing] = [Words(100, 600, "Words of the text,"), Words(100, 588, "and some more.")]

    def page(symbol: str, number: int) -> list[Thing]:
        return [Words(100, 760, symbol), Words(400, 760, f"{number}"), Rule(80, 750, 440), *text]

    first: list[Thing] = [Words(100, 760, "A/99/1"), *text]
    named = read(first, page("A/99/1", 2))
    assert [line.place for line in named.lines[3:]] == ["head", "", ""]
    unnamed = read(first, page("Boats and nets", 2), page("Boats and oars", 3))
    assert [line.place for line in unnamed.lines[3:]] == ["head", "", ""] * 2


def test_small_lines_from_the_first_raised_mark_on_are_notes_without_a_rule() -> None:
    source = read(
        [
            Words(100, 700, "Some words which are the body of the text and its size, the rules of"),
            Words(100, 688, "which are told, and some more of them."),
            Words(100, 110, "1", size=5.5),
            Words(106, 107, "See the rules, which go on", size=8),
            Words(100, 98, "in another line.", size=8),
        ]
    )
    assert [line.place for line in source.lines] == ["", "", "note", "note"]
    assert source.lines[2].size == 0.8


def test_links_are_words_of_the_text() -> None:
    source = read(
        [
            Words(100, 700, "resolution 77/273 of 2023"),
            Lead(145, 700, 28, "https://undocs.org/en/A/RES/77/273"),
        ]
    )
    (link,) = source.links
    assert (source.slice(link.span), link.target) == (
        "77/273",
        "https://undocs.org/en/A/RES/77/273",
    )


def test_columns_and_cells_are_parted_by_tabs_numbers_and_text_are_not() -> None:
    source = read(
        [
            Words(100, 700, "United Nations"),
            Words(450, 700, "A/79/L.999"),
            Words(100, 650, "1."),
            Words(124, 650, "Decides to meet;"),
            Words(100, 600, "Lakes"),
            Words(140, 600, "1 200"),
            Words(100, 588, "Rivers"),
            Words(140, 588, "3 400"),
        ]
    )
    assert words(source) == [
        "United Nations\tA/79/L.999",
        "1. Decides to meet;",
        "Lakes\t1 200",
        "Rivers\t3 400",
    ]


def test_nothing_is_lost_between_file_and_ledger() -> None:
    made = convert(
        paper(
            [
                Words(124, 700, "The General Assembly", font="Italic"),
                Words(210, 700, ","),
                Words(100, 680, "1."),
                Words(124, 680, "Bids", font="Italic"),
                Words(145, 680, "the States to mind the shores."),
                Words(273, 684, "1", size=6),
                Words(100, 110, "1", size=5.5),
                Words(106, 107, "See the shores.", size=8),
            ]
        )
    )
    assert made.covered
    assert made.lost == 0
    assert made.valid
    assert b'<span class="italic">Bids</span>' in made.xml or b"<i>Bids</i>" in made.xml
    assert b'marker="1"' in made.xml


# ------------------------------------------------------------------------------------------ hostile

GOOD = paper([Words(100, 700, "The General Assembly,")])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (paper([Picture(100, 100)], [Picture(100, 100)]), "only pictures of its 2 pages"),
        (paper([]), "only pictures of its 1 page"),
        (paper([Words(100, 700, "secret")], encrypt=True), "needs a password"),
        (paper(), "no pages"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (GOOD[: len(GOOD) // 4], "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read_bytes(data, "x.pdf", ignore)


def test_a_file_that_lost_its_end_is_read_as_far_as_it_goes() -> None:
    cut = GOOD[: GOOD.index(b"startxref")]
    assert words(read_bytes(cut, "x.pdf", ignore)) == ["The General Assembly,"]


def test_a_page_that_is_missing_is_reported_and_the_others_are_read() -> None:
    data = paper([Words(100, 700, "one")], [Words(100, 700, "two")])
    broken = data.replace(b"/Kids [8 0 R 10 0 R]", b"/Kids [null 10 0 R ]")
    assert broken != data
    found: list[Diagnostic] = []
    source = read_bytes(broken, "x.pdf", found.append)
    assert words(source) == ["two"]
    assert [(finding.code.id, finding.message[:6]) for finding in found] == [("AU006", "page 1")]


def test_a_page_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MOST_GLYPHS", 10)
    with pytest.raises(ReadError, match="more than any page"):
        read_bytes(GOOD, "x.pdf", ignore)


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"pip install 'an2un\[pdf\]'"):
        read_bytes(GOOD, "x.pdf", ignore)


def test_a_file_of_many_pages_is_opened_anew_and_each_page_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file, "_AT_A_TIME", 2)
    pages: list[list[Thing]] = [[Words(100, 600, f"Page {number}")] for number in range(1, 6)]
    source = read(*pages)
    assert [(line.page, source.slice(line.span)) for line in source.lines] == [
        (number, f"Page {number}") for number in range(1, 6)
    ]
