"""Text in Markdown as extractors of pages write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un.diagnostics import Diagnostic
from an2un.readers import read_bytes, read_text
from an2un.readers.markdown import is_markdown, read
from an2un.source import Source, StyleKind
from an2un.tree import Provision

PAGE = """\
# United Nations A/99/L.3

## **Resolution adopted by the General Assembly** **on 7 December 2044**

**99/3. Lights of the**

**northern seas**

_The General Assembly_,

_Recalling_ [its resolution 98/7 of 3 March 2044](https://undocs.org/en/A/RES/98/7), in which it
asked for light, [1]

1. _Requests_ all keepers:

(a) To light \\[all\\] lamps &amp; to keep them lit;<sup>2</sup>

(b) To trim wicks.

**__________________**

1 See A/98/12.
2 Ibid.
"""


def source_of(text: str) -> Source:
    """Return the source of a text in Markdown."""
    return read(text, "test", _ignore)


def _ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def printed(text: str) -> list[str]:
    """Return the lines of a text without their markup."""
    source = source_of(text)
    return source.printed(source.lines)


def set_apart(text: str) -> list[tuple[str, StyleKind]]:
    """Return the words that a text sets apart, and how."""
    source = source_of(text)
    return [(source.slice(span), kind) for line in source.lines for span, kind in line.styles]


def test_a_page() -> None:
    conversion = an2un.convert(PAGE)
    document = conversion.document
    assert isinstance(document, an2un.tree.Resolution)
    assert document.preamble.formula is not None
    (request,) = (item for item in document.items if isinstance(item, Provision))
    assert request.marker == "1."
    assert conversion.valid
    assert all(mark in conversion.xml for mark in (b'marker="1"', b'marker="2"'))
    assert b"To light [all] lamps &amp; to keep them lit;" in conversion.xml
    assert b"_" not in conversion.xml.split(b"<preamble")[1].replace(b"__", b"").split(b"eId")[0]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## 1. Lights ##", ["1. Lights"]),
        ("> Quoted\n> words", ["Quoted", "words"]),
        ("- (a) To act;\n- 2. Acts;\n- To wait", ["(a) To act;", "2. Acts;", "- To wait"]),
        ("```\nLamps\n```\n\n---\n\nNight", ["Lamps", "Night"]),
        ("Lamps\n\n* * *\n\nNight", ["Lamps", "Night"]),
        ("_____________\n\n**___________**", ["_____________", "___________"]),
        ("A line  \nand a next\\\nand a last", ["A line", "and a next", "and a last"]),
        ("![a lamp](lamp.png)<!-- image --> Light", ["Light"]),
        ("[Lamps](https://a.org/b(c)) and [nights] [x](", ["Lamps and [nights] [x]("]),
        ("See <https://a.org/b>.", ["See https://a.org/b."]),
        ("Lamps<br>and <u>nights</u> <p\ndir='ltr'>here</p>", ["Lamps", "and nights", "here"]),
        ("# Lamps<br>here\n[^1]: A&#10;note", ["Lamps", "here", "1 A", "note"]),
        ("[words]{dir=\"rtl\"} x^2^", ["words x2"]),
        ("a_b_c 2 * 3 * 4 and * note", ["a_b_c 2 * 3 * 4 and * note"]),
        ("A/99/L.3* and *Lamps* **Reissued", ["A/99/L.3* and Lamps **Reissued"]),
        ("\\*Reissued\\* 1\\. Acts &lt;now&gt; &nosuch;", ["*Reissued* 1. Acts <now> &nosuch;"]),
    ],
)  # fmt: skip
def test_markup_is_taken_out(text: str, lines: list[str]) -> None:
    assert printed(text) == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("_Recalling_ lamps", [("Recalling", "italic")]),
        ("__Lamps__ and **nights**", [("Lamps", "bold"), ("nights", "bold")]),
        ("***Lamps***", [("Lamps", "italic"), ("Lamps", "bold")]),
        ("**Lamps****at****night**", [("Lampsatnight", "bold")]),
        ("**Lamps********at**", [("Lampsat", "bold")]),
        ("see _Lamps_1, and", [("Lamps", "italic")]),
        ("**Lamps **\nat ** night", [("Lamps", "bold")]),
        ("Lamps**** at night", []),
        ("**_Lamps_ at night**", [("Lamps", "italic"), ("Lamps at night", "bold")]),
        ("_Taking note\nof_ lamps", [("Taking note", "italic"), ("of", "italic")]),
        ("_not over\n\nan empty line_", []),
        ("# Lamps", [("Lamps", "bold")]),
        ("lamps,<sup>1</sup> nights [2] seas [3 ]", [(n, "superscript") for n in "123"]),
        ("lamps[^4]", [("4", "superscript")]),
        ("lamps^{1} $^{2}$, ${ }^{3}$ \\({ }^{ 4 }\\)", [(n, "superscript") for n in "1234"]),
        ('lamps^(^[^4]^)[]{dir="rtl"}^', [("(4)", "superscript")]),
        ("lamps[[5]](#footnote-5)", [("5", "superscript")]),
        ("<em>Lamps</em> and <strong>nights</strong>", [("Lamps", "italic"), ("nights", "bold")]),
    ],
)
def test_emphasis_and_raised_characters_are_styles(
    text: str, expected: list[tuple[str, StyleKind]]
) -> None:
    assert sorted(set_apart(text)) == sorted(expected)


def test_links_keep_their_words_and_addresses() -> None:
    source = source_of("See [its _resolution_ 98/7](https://undocs.org/A/RES/98/7(X)).")
    assert [(source.slice(link.span), link.target) for link in source.links] == [
        ("its resolution 98/7", "https://undocs.org/A/RES/98/7(X)")
    ]


def test_rows_of_a_table_are_rows() -> None:
    source = source_of(
        "Lamps\n| Port | Lamps |\n| :-- | --: |\n| **Ystad** | 3 \\| 4 |\n||\n\nNight"
    )
    assert [(source.slice(line.span), line.place) for line in source.lines] == [
        ("Lamps", ""), ("Port\tLamps", "row"), ("Ystad\t3 | 4", "row"), ("Night", ""),
    ]  # fmt: skip


def test_rows_need_no_bars_at_their_ends() -> None:
    source = source_of("Port| Lamps\n---|---\n**Ystad**| 3\\|4\nand more  \n\nNight | day")
    assert [(source.slice(line.span), line.place) for line in source.lines] == [
        ("Port\tLamps", "row"), ("Ystad\t3|4", "row"), ("and more", ""), ("Night | day", ""),
    ]  # fmt: skip


def test_definitions_of_notes_are_notes_with_the_lines_below_them() -> None:
    text = "[^1]: See A/98/12,\n    annex.\n[^2]: Ibid.\n\n3. See A/98/13. [↑](#footnote-ref-3)\n"
    source = source_of(text)
    assert source.printed(source.lines) == ["1 See A/98/12,", "annex.", "2 Ibid.", "3 See A/98/13."]
    assert {line.place for line in source.lines} == {"note"}
    assert [len(line.styles) for line in source.lines] == [1, 0, 1, 1]


def test_gaps_and_indents_are_those_of_the_file() -> None:
    lines = source_of("Lamps\n\n\n  _and_ nights\nthere").lines
    assert [(line.gap, line.indent, line.opens) for line in lines] == [
        (0.0, 0.0, None), (2.0, 2.0, None), (0.0, 0.0, None),
    ]  # fmt: skip


def test_which_texts_are_markdown() -> None:
    assert is_markdown(PAGE)
    assert is_markdown("| a | b |\n|---|---|\n" * 5)
    assert is_markdown("lamps,<sup>1</sup> nights")
    assert is_markdown("lamps,$^{1}$ nights")
    for text in (
        "The General Assembly,\n\nRecalling its resolution 98/7,\n\n1. Acts.\n",
        "A/99/L.3*\n__________________\n* Reissued.\n" * 9,
        "Ana Brown (Kenya)*, Li Wei (China)**, Jo Sand (Peru)***, " * 9,
        "# Lamps\n\n_Recalling_ nothing",  # too little to tell
    ):
        assert not is_markdown(text)


@pytest.mark.parametrize(
    "sign",
    ["[^1]: See A/98/12.", "Lamps[^1]", "Port| Lamps\n---|---", '<span dir="rtl">Acts</span>'],
)
def test_some_signs_tell_by_themselves(sign: str) -> None:
    text = f"The General Assembly,\n\n{sign}\n"
    assert read_text(text, "test", _ignore).media_type == "text/markdown"


def test_what_is_asked_for_overrules_the_content(tmp_path: Path) -> None:
    data = PAGE.encode()
    assert read_bytes(data, "test", _ignore).media_type == "text/markdown"
    assert read_bytes(data, "test", _ignore, "text").media_type == "text/plain"
    assert read_bytes(b"_Acts_", "test", _ignore, "markdown").text == "Acts\n"
    assert read_text(PAGE, "test", _ignore).media_type == "text/markdown"


@pytest.mark.parametrize("data", [b"", b"---\n```\n"])
def test_markup_without_words_is_an_empty_text(data: bytes) -> None:
    with pytest.raises(an2un.ReadError):
        read_bytes(data, "test", _ignore, "markdown")


@given(st.text(alphabet="ab *_[](){}<>!#|\\`^-1\n&;/sup", max_size=200))
def test_any_text_is_read_and_its_letters_stay_in_order(text: str) -> None:
    found = iter(source_of(text).text)
    assert all(character in text or character in "\t\n" for character in found)


def test_time_is_linear_in_marks_that_never_close() -> None:
    for marks in ("_a ", "[a ", "**a ", "<sup>a", "[^a", "![a](", "\\"):
        source_of(marks * 20_000)
