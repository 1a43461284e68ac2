"""Lines in which paragraphs run on."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.codes import RUN_ON
from an2un.diagnostics import Diagnostic, Report
from an2un.language import load
from an2un.parse.beginning import formula_line
from an2un.parse.run_on import parted
from an2un.readers import text as text_reader
from an2un.source import Line, Source, Span, Style

FILLER = "the keepers of lighthouses in all regions, the Pacific and Greenland included"
ENGLISH = (
    "Resolution 9201 (2044) The Security Council, Recalling its resolution 9100 (2043) on "
    f"{FILLER}, Reaffirming that Member States, Observers and {FILLER} need light,1 Acting under "
    "Chapter VII, 1. Decides: (a) to light lamps; (b) to keep them lit; and (c) to trim: (i) "
    "wicks; (ii) hedges; 3 2. Requests the Secretary-General to report under rule 7.2 of the "
    "rules; 3. Decides to remain seized of the matter. 88th meeting 3 March 2044"
)
FRENCH = (
    "Le Conseil de sécurité, Rappelant sa résolution 9100 (2043) sur les phares de toutes les "
    "régions, de la Bretagne et de la Normandie ; Prenant acte du rapport du Secrétaire général ; "
    "1. Prie les gardiens d’allumer les lampes ; 2. Décide de rester saisi de la question."
)
RUSSIAN = (
    "Совет Безопасности, ссылаясь на свою резолюцию 9100 (2043) о маяках всех регионов мира, "
    "отмечая с удовлетворением доклад о маяках на островах, представленный хранителями огня, "
    "1. постановляет зажечь лампы на всех маяках; 2. просит Генерального секретаря доложить."
)
CHINESE = (
    "大会, 回顾其2043年12月9日关于世界各地灯塔管理员工作的第97/3号决议,其中请各会员国改善照明, "
    "注意到秘书长的报告, 1.决定点亮所有灯塔;2.请秘书长就灯塔问题提出报告。 " + "灯" * 240
)
ARABIC = (
    "إن الجمعية العامة، إذ تشير إلى قرارها 97/3 بشأن المنارات في جميع مناطق العالم وجزره وسواحله، "
    "وإذ تلاحظ مع التقدير عمل حراس المنارات في البلدان الجزرية الصغيرة النامية وفي سائر البلدان، "
    "1 - تقرر إضاءة المنارات؛ 2 - تطلب إلى الأمين العام أن يقدم تقريرا عن تنفيذ هذا القرار."
)


def _ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def whole(source: Source, code: str, report: Report = _ignore) -> Source:
    """Return a source with a line for each paragraph."""
    language = load(code)
    return parted(source, formula_line(source, language), language, report)


def pieces(text: str, code: str) -> list[str]:
    """Return the printed lines of a text once its paragraphs are parted."""
    source = text_reader.read(text, "test", _ignore)
    found = whole(source, code)
    return [found.slice(line.span) for line in found.lines]


@pytest.mark.parametrize(
    ("text", "code", "beginnings"),
    [
        (
            ENGLISH, "en",
            ["Resolution 9201 (2044)", "The Security Council,", "Recalling", "Reaffirming",
             "Acting", "1. Decides:", "(a)", "(b)", "(c)", "(i)", "(ii)", "2. Requests",
             "3. Decides", "88th meeting 3 March 2044"],
        ),
        (
            FRENCH, "fr",
            ["Le Conseil de sécurité,", "Rappelant", "Prenant acte", "1. Prie", "2. Décide"],
        ),
        (RUSSIAN, "ru", ["Совет", "ссылаясь", "отмечая", "1. постановляет", "2. просит"]),
        (CHINESE, "zh", ["大会,", "回顾", "注意到", "1.决定", "2.请"]),
        (ARABIC, "ar", ["إن", "إذ", "وإذ", "1 - تقرر", "2 - تطلب"]),
    ],
)  # fmt: skip
def test_a_line_is_parted(text: str, code: str, beginnings: list[str]) -> None:
    found = pieces(text, code)
    assert len(found) == len(beginnings), found
    for piece, beginning in zip(found, beginnings, strict=True):
        assert piece.startswith(beginning)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # a decision says in a sentence what a resolution gives a paragraph
        (f"The General Assembly, recalling its decision 98/501 on {FILLER}, {FILLER}, acts", "en"),
        # a preambular paragraph of its own line; names in capitals open none
        (f"Recalling the Charter, Member States, {FILLER}, {FILLER}, {FILLER}, France,", "en"),
        # one number alone counts nothing
        (f"Recalling {FILLER}, {FILLER}, {FILLER}; 4. Requests of keepers are answered,", "en"),
        # participles inside a Russian sentence are as small as those that open paragraphs
        ("ссылаясь на решение о " + "маяках всех стран и регионов, " * 9 + "отмечая доклад,", "ru"),
        # words of a title that name the organ
        ("Rapport sur le Conseil de sécurité, " + "les phares et les gardiens " * 10, "fr"),
    ],
)  # fmt: skip
def test_other_lines_stay(text: str, code: str) -> None:
    assert pieces(text, code) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "code"),
    [(ENGLISH, "en"), (FRENCH + " " + FRENCH, "fr"), (RUSSIAN, "ru"), (ARABIC, "ar")],
)
def test_a_text_wrapped_anew_is_parted_as_its_one_line(text: str, code: str) -> None:
    block = textwrap.wrap(text, 44, break_on_hyphens=False)
    source = whole(text_reader.read("\n".join(block), "test", _ignore), code)
    opened = "".join(
        ("|" if line.opens else " ") + source.slice(line.span) for line in source.lines
    )
    assert opened.strip().replace("|", "\n").split("\n") == pieces(text, code)


def test_a_block_of_lines_without_a_formula_stays() -> None:
    block = textwrap.wrap(f"Recalling {FILLER}, Noting {FILLER}, Stressing {FILLER}, " * 3, 60)
    assert pieces("\n".join(block), "en") == block


def test_lines_that_tell_paragraphs_stay() -> None:
    block = textwrap.wrap(ENGLISH, 60)
    block[3] = block[3][:18]
    block[5] = block[5][:18].rstrip()
    assert pieces("\n".join(block), "en") == block


def test_openings_in_capitals_part_a_line_without_its_formula() -> None:
    text = (
        f"The Security Council,\nRecalling {FILLER}, Noting {FILLER} and {FILLER}, Stressing it,\n"
    )
    assert [piece.split()[0] for piece in pieces(text, "en")] == [
        "The",
        "Recalling",
        "Noting",
        "Stressing",
    ]


def test_a_formula_parts_a_short_line_only_from_its_start() -> None:
    assert pieces("The Security Council, Recalling its work,\n1. Acts.", "en")[:2] == [
        "The Security Council,",
        "Recalling its work,",
    ]
    text = "Text of the draft: The Security Council, Recalling its work,"
    assert pieces(text, "en") == [text]


def test_a_second_formula_is_not_sought() -> None:
    text = f"The Security Council,\nRecalling {FILLER}:\n{ENGLISH}"
    assert not any(piece == "The Security Council," for piece in pieces(text, "en")[2:])


def test_a_note_says_so_with_its_place() -> None:
    findings: list[Diagnostic] = []
    source = text_reader.read("Lamps\n\n" + FRENCH, "test", _ignore)
    whole(source, "fr", findings.append)
    assert [(finding.code, finding.span) for finding in findings] == [
        (RUN_ON, Span(7, len(source.text)))
    ]


def test_styles_go_with_their_words_and_each_piece_opens_a_paragraph() -> None:
    at = FRENCH.index("Prenant acte")
    styles = (Style(Span(24, 33), "italic"), Style(Span(at, at + 12), "italic"))
    line = Line(Span(0, len(FRENCH)), 1, 2.0, 1.0, styles=styles)
    found = whole(Source("test", FRENCH, (line,)), "fr").lines
    assert [one.opens for one in found] == [None, True, True, True, True]
    assert [len(one.styles) for one in found] == [0, 1, 1, 0, 0]
    assert (found[0].indent, found[1].indent) == (2.0, 0.0)


def test_a_row_of_a_table_is_none() -> None:
    line = Line(Span(0, len(FRENCH)), 1, place="row")
    source = Source("test", FRENCH, (line,))
    assert whole(source, "fr") is source


@given(st.text(alphabet="The Security Council, Recalling.;:1234(a) \n", max_size=900))
def test_nothing_but_blanks_lies_between_the_lines(text: str) -> None:
    source = text_reader.read(text, "test", _ignore)
    found = whole(source, "en")
    assert found.text == source.text
    kept = "".join(found.slice(line.span) for line in found.lines)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(
        a.span.end <= b.span.start for a, b in zip(found.lines, found.lines[1:], strict=False)
    )


@pytest.mark.parametrize(
    ("text", "code", "beginnings"),
    [
        (
            ENGLISH.replace("VII, 1.", "VII, Lamps and wicks 1.").replace("; 3 2.", "; Reports 2."),
            "en",
            ["Lamps and wicks", "1. Decides", "Reports", "2. Requests"],
        ),
        (ENGLISH.replace("VII, 1.", "VII,2 1."), "en", ["1. Decides"]),  # the call of a note
        (ENGLISH.replace("VII, 1.", "VII of the Charter 1."), "en", ["1. Decides"]),
        (ARABIC.replace("؛ 2", "؛ التقارير 2"), "ar", ["1 - تقرر", "التقارير", "2 - تطلب"]),
        (CHINESE.replace("报告, 1.", "报告, 灯塔 1."), "zh", ["灯塔", "1.决定", "2.请"]),
    ],
)
def test_headings_stand_between_a_mark_and_a_number(
    text: str, code: str, beginnings: list[str]
) -> None:
    found = pieces(text, code)
    for beginning in beginnings:
        assert len([line for line in found if line.startswith(beginning)]) == 1, beginning
    assert not [line for line in found if line.startswith("of the Charter")]


def test_the_label_of_a_section_is_a_line_of_its_own() -> None:
    heading = "IV Lamps, wicks and the other means of light that islands have"
    found = pieces(ENGLISH.replace("; 3 2.", f"; {heading} 2."), "en")
    at = found.index("IV")
    assert found[at + 1] == heading.removeprefix("IV ")
    assert found[at + 2].startswith("2. Requests")


@pytest.mark.parametrize(
    ("annex", "code", "lines"),
    [
        ("Annex II Lamps 1. Oil. 2. Gas.", "en", ["Annex II", "Lamps", "1. Oil.", "2. Gas."]),
        ("Annex Lamps of the Annex hall", "en", ["Annex", "Lamps of the Annex hall"]),
        ("Annexe Phares", "fr", ["Annexe", "Phares"]),
        ("附件一 灯塔", "zh", ["附件一", "灯塔"]),
    ],
)
def test_annexes_stand_behind_the_last_sentence(annex: str, code: str, lines: list[str]) -> None:
    text = {"en": ENGLISH, "fr": FRENCH, "zh": CHINESE.rstrip("灯 ")}[code]
    found = pieces(f"{text} {annex} " + "x" * 240, code)
    assert found[-len(lines) :] == [*lines[:-1], f"{lines[-1]} {'x' * 240}"]


def test_the_vote_stands_below_the_meeting() -> None:
    vote = "[Adopted by a recorded vote of 23 to 3, with 7 abstentions.]"
    found = pieces(f"{ENGLISH} {vote}", "en")
    assert found[-2:] == ["88th meeting 3 March 2044", vote]


def test_a_single_paragraph_below_the_recitals_needs_no_number() -> None:
    text = (
        f"The General Assembly, Recalling that under its resolution 97/3, States and {FILLER} may "
        f"light lamps, Having considered the report of the keepers,1,2 Takes note of "
        f"the report,1 including its addendum on {FILLER}."
    )
    assert [piece.split()[0] for piece in pieces(text, "en")[1:]] == [
        "Recalling",
        "Having",
        "Takes",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            f"The General Assembly I Lamps Recalling its resolution 97/3, 1. Decides on {FILLER}. ",
            "en",
        ),
        ("大会， 一 灯塔 回顾其第97/3号决议， 1. 决定点亮灯塔。 ", "zh"),
        (
            "إن الجمعية العامة، أولا المنارات إذ تشير إلى قرارها 97/3، 1 - تقرر إضاءة المنارات. ",
            "ar",
        ),
        ("إن الجمعية العامة ، إذ تشير إلى قرارها 97/3، 1 - تقرر إضاءة المنارات. ", "ar"),
        ("إن الجمعية العامة، تقرر، بالنسبة لعام 2044: 1 - إضاءة المنارات. ", "ar"),
        (f"The General Assembly Resolves that, for 2044: 1. Lamps on {FILLER} are lit. ", "en"),
    ],
)
def test_a_formula_may_stand_above_a_section_or_an_operative_paragraph(
    text: str, code: str
) -> None:
    language = load(code)
    found = pieces(text + "x" * 240, code)
    assert language.formula(found[0])
