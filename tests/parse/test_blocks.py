"""Body lines to paragraphs, by what the text says and by the signs that a document uses."""

from __future__ import annotations

import pytest

from tests.parse.stages import blocks_of, body, resolution

RECALLING = [
    "Recalling its resolutions on the protection of migratory birds along all coastal",
    "flyways, in which it invited Member States to dim the lights of their harbours,",
]
NOTING = [
    "Noting that the birds which pass at night need both darkness and silence to find",
    "their way, and that few harbours have dimmed their lights since that invitation,",
]
DECIDES = [
    "1. Decides to proclaim the second Saturday of October, beginning with the year",
    "2045, as the International Night of Silence, to be observed in all harbours;",
]
REQUESTS = [
    "2. Requests the Secretary-General to report to the Assembly on the observance of",
    "the International Night of Silence.",
]
PARAGRAPHS = [RECALLING, NOTING, DECIDES, REQUESTS]
JOINED = [" ".join(lines) for lines in PARAGRAPHS]


def texts(text: str, language: str = "en") -> list[str]:
    return [block.text for block in blocks_of(text, language)]


def test_controls_of_direction_hide_no_mark_and_no_opening_phrase() -> None:
    lines = [
        "وإذ تشير إلى قراراتها السابقة بشأن حماية الطيور المهاجرة على طول جميع السواحل،",
        "وإذ تلاحظ أن الطيور التي تعبر ليلا تحتاج إلى الظلام والسكون معا لكي تهتدي إلى",
        "طريقها، وإلى من يحميها،",
    ]
    steered = [f"\u202b{line[:-1]}\u202a{line[-1]}\u202c\u202c" for line in lines]
    assert texts("\n".join(steered), "ar") == [lines[0], f"{lines[1]} {lines[2]}"]


def set_as(paragraph: str, line: str, first: str = "") -> str:
    """Return the paragraphs set with what stands between paragraphs, lines, and before firsts."""
    return paragraph.join(first + line.join(lines) for lines in PARAGRAPHS) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        set_as("\n\n", "\n"),
        set_as("\n", "\n", first="     "),
        set_as("\n\n", "\n\n", first=" "),
        set_as("\n\n\n\n", "\n\n"),
        set_as("\n", "\n"),
        set_as("\n", " "),
        set_as("\n\n", " "),
    ],
    ids=[
        "gap",
        "indent",
        "gaps everywhere",
        "wide gaps",
        "no sign",
        "a line each",
        "a line, a gap",
    ],
)
def test_all_settings_give_the_same_paragraphs(text: str) -> None:
    assert texts(text) == JOINED


def test_a_sentence_goes_on_over_a_form_feed() -> None:
    text = set_as("\n\n", "\n").replace("harbours have", "harbours\f" + "have")
    assert texts(text.replace("coastal\n", "coastal\f")) == JOINED


def test_a_number_that_begins_a_line_of_a_sentence_opens_no_paragraph() -> None:
    text = "\n\n".join(["\n".join(lines) for lines in PARAGRAPHS])
    year = text.replace("beginning with the year\n2045,", "beginning in the year\n2045. That")
    assert len(texts(year)) == 4


def test_points_begin_paragraphs() -> None:
    text = "1. Urges Member States:\n(a) To dim lights;\n(b) To share data, including:\n(i) Maps;\n"
    assert texts(text) == [
        "1. Urges Member States:",
        "(a) To dim lights;",
        "(b) To share data, including:",
        "(i) Maps;",
    ]


def test_a_formula_stands_alone() -> None:
    lines = ["The General Assembly,", *RECALLING]
    assert texts("\n".join(lines)) == ["The General Assembly,", JOINED[0]]


def test_a_short_line_below_a_formula_is_no_heading() -> None:
    text = (
        "The General Assembly,\n\nHaving heard the\nRepresentative of the keepers of all the lamps,"
        "\n\nRecalling that the keepers of the lighthouses are in need of rest,\n"
    )
    found = [block.text.split()[0] for block in blocks_of(text)]
    assert found == ["The", "Having", "Recalling"]


@pytest.mark.parametrize("label", ["I", "II.", "Part II", "Annex", "Article 3"])
def test_a_label_stands_alone(label: str) -> None:
    text = "\n".join([*REQUESTS, label, "Quiet nights", *DECIDES])
    assert texts(text)[1:3] == [label, "Quiet nights"]


def test_a_heading_between_numbered_paragraphs() -> None:
    text = "\n".join([*DECIDES, "", "Implementation and follow-up", "", *REQUESTS])
    assert texts(text) == [JOINED[2], "Implementation and follow-up", JOINED[3]]


def test_arabic() -> None:
    text = (
        "إذ تشير إلى قراراتها السابقة بشأن حماية الواحات وصون معارف سكانها في المناطق\n"
        "الجافة من العالم،\n"
        "وإذ تدرك أن الواحات ملاذ للناس والنبات والحيوان،\n"
        "1 - تقرر إعلان يوم 6 آذار/مارس يوما دوليا للواحات؛\n"
    )
    assert [block.split()[0] for block in texts(text, "ar")] == ["إذ", "وإذ", "1"]


def test_chinese_lines_break_inside_words() -> None:
    text = (
        "回顾其关于保护古井和水渠的各项决议，其中邀请会员国查明本国境内的古井和水\n"
        "渠，并公布查明结果，\n"
        "1. 决定宣布十月第二个星期六为国际古井日，从二〇四五年起每年在所有乡村举行\n"
        "纪念活动；\n"
    )
    assert [block[-4:] for block in texts(text, "zh")] == ["明结果，", "念活动；"]


def test_nothing() -> None:
    assert blocks_of("") == ()


def test_what_a_block_remembers_of_its_lines() -> None:
    first, second = blocks_of("     Recalling nights,\n\n\nNoting birds,\n")
    assert (len(first.lines), first.indent > second.indent) == (1, True)
    assert second.gap >= first.gap


def test_every_line_is_in_one_paragraph() -> None:
    found = blocks_of(set_as("\n", "\n"))
    spans = [line.span for block in found for line in block.lines]
    assert spans == sorted(set(spans))
    assert len(spans) == sum(map(len, PARAGRAPHS))


def test_a_heading_below_a_label_stands_alone() -> None:
    text = "\n\n".join([*RECALLING, *NOTING, "Article 3", "Amendments"])
    text += "\n\nThe Assembly may amend these rules on its own initiative or on a proposal of the\n"
    assert texts(text)[-3:-1] == ["Article 3", "Amendments"]


def test_a_number_that_comes_next_parts_a_paragraph_from_the_heading_above() -> None:
    heading = "Mainstreaming quiet nights into all the strategies of harbours and lights"
    found = texts("\n\n".join(map("\n".join, [RECALLING, NOTING, DECIDES, [heading, *REQUESTS]])))
    assert found[-3:] == [JOINED[2], heading, JOINED[3]]


def test_a_labelled_heading_begins_behind_another_heading() -> None:
    headings = ["Action areas", "A. Quiet harbours"]
    found = texts("\n\n".join(map("\n".join, [*PARAGRAPHS[:3], headings, REQUESTS])))
    assert found[-3:-1] == headings


def test_a_small_letter_opens_no_recital_where_others_open_with_capitals() -> None:
    text = (
        "The General Assembly,\n"
        "Recalling the Charter of Quiet Nights and all that it has brought to the harbours,\n"
        "Recognizing that the lamps of the harbours and of the roads that lead to them burn,\n"
        "and stressing that they burn for all who are at sea when the night is at its darkest,\n"
        "1. Decides to keep them burning.\n"
    )
    kinds = [line.replace("_", "").split(":")[0] for line in body(resolution(text))[1:]]
    assert kinds == ["recital", "recital", "1. Decides to keep them burning."]


def test_most_of_the_text_in_long_lines_is_not_wrapped() -> None:
    """Rows of a table are many short lines; the paragraphs beside them end where they end."""
    rows = [f"Lighthouse {chr(97 + number)}" for number in range(26)]
    long = [" ".join([*RECALLING, *NOTING]), "[Quiet nights", *rows, " ".join(DECIDES)]
    assert texts("\n".join(long) + "\n") == long


def test_a_vote_goes_on_below_the_meeting_in_a_small_letter() -> None:
    lines = [
        "3. Instructs the Representative to report to the Council on his efforts.",
        "",
        "Adopted at the 566th meeting",
        "by 9 votes to none, with 2 abstentions.",
    ]
    assert [block.text for block in blocks_of("\n".join(lines) + "\n")][-1] == (
        "Adopted at the 566th meeting by 9 votes to none, with 2 abstentions."
    )


def untold(*groups: list[str]) -> list[str]:
    """Return the paragraphs of lines that stand without indents, gaps and empty lines."""
    return texts("\n".join(line for group in (*PARAGRAPHS, *groups) for line in group) + "\n")


def test_a_line_that_a_longer_one_would_have_filled_ended_by_itself() -> None:
    text = "Harbours keep their lamps dim from the first of October to the last night of May"
    assert untold(["Preamble"], [text])[-2:] == ["Preamble", text]


@pytest.mark.parametrize("first", ["17 October of the year before, and each of the nights", "and"])
def test_dates_hold_together_and_small_letters_go_on(first: str) -> None:
    below = f"{first} that harbours keep their lamps dim from the first of the month to May"
    lines = ["Recalling the nights of the harbours and those of", below]
    assert untold(lines)[-1].endswith(" ".join(lines))


def test_open_lines_between_a_sentence_and_a_number_are_a_heading() -> None:
    ended = ["Harbours keep their lamps dim from the first of October to the last night, May;"]
    heading = [
        "Observance of the International Night of Silence in all harbours and at all the",
        "Lighthouses",
    ]
    found = untold(ended, heading, ["3. Decides to rest."])
    assert found[-2:] == [" ".join(heading), "3. Decides to rest."]


def test_a_heading_may_hold_a_colon() -> None:
    heading = [
        "Observance of the International Night of Silence by all harbours and their ships:",
        "Harbours without Lamps",
    ]
    assert untold(heading, ["3. Decides to rest."])[-2] == " ".join(heading)


_NAMED = "Declaration of all the keepers of the lamps that burn beside the northern harbours"
_BELOW = "We, Keepers of the lamps, are assembled at the House of Ships on the seventh of November"


def _annexed(named: str, title: str, below: str) -> list[str]:
    """Return the paragraphs of an annex, in lines that fill the page and show no indents."""
    prose = "and of the oars and of the sails, in all the weathers that there are upon the water"
    act = [f"1. Adopts the {named.lower()},", *[prose] * 6, "as it is annexed."]
    lines = ["The General Assembly,", *act, "Annex", *title.split("|"), below, *[prose] * 2, "and."]
    return [block.text for block in blocks_of("\n".join(lines) + "\n")][3:]


@pytest.mark.parametrize(
    "title", [_NAMED, f"{_NAMED} and|of all those of the south, and of the ships on them"]
)
def test_below_the_label_of_an_annex_its_title_ends_where_the_text_above_names_it(
    title: str,
) -> None:
    whole = title.replace("|", " ")
    assert _annexed(whole, title, _BELOW)[0] == whole


def test_a_title_of_an_annex_that_nothing_names_may_go_on() -> None:
    assert _annexed("List of ships", _NAMED, _BELOW)[0].startswith(f"{_NAMED} We, Keepers")


def test_a_title_may_add_some_words_to_the_name() -> None:
    assert _annexed(_NAMED, f"{_NAMED}|In 2044", _BELOW)[0].startswith(f"{_NAMED} In 2044")


def test_a_title_that_is_named_with_more_words_goes_on() -> None:
    title = f"{_NAMED} {_BELOW.split(maxsplit=1)[0]}"
    assert _annexed(title, _NAMED, _BELOW)[0].startswith(f"{_NAMED} We, Keepers")


@pytest.mark.parametrize(("opening", "whole"), [("Taking note also", True), ("Of the name", False)])
def test_a_full_line_that_opens_with_a_phrase_goes_on_over_a_gap(opening: str, whole: bool) -> None:
    prose = (
        "Recalling that the keepers of all harbours dim their lamps on every night on which\n"
        "birds pass over them, for the birds take their lamps for the stars of heaven,\n\n"
    )
    torn = prose.replace("which\n", "which\n\n", 1)
    first = f"{opening} of the report of the Executive Secretary of the Preparatory"
    second = "Commission for the Organization of Quiet Nights,"
    found = texts(f"{prose * 6}{torn * 2}{first}\n\n{second}\n\n{prose}")
    assert (f"{first} {second}" in found) == whole
    assert f"{first} {second}" not in texts(f"{prose * 8}{first}\n\n{second}\n\n{prose}")


ANCIENT_WELLS = """\
回顾其关于保护古井和水渠的各项决议，其中邀请会员国查明本国境内的古井和水
渠，同时考虑到专家的说明所提供的指南，
"""


def test_a_comma_that_leaves_half_a_chinese_line_ends_its_paragraph() -> None:
    below = "在这方面强调各会员国必须开展可信和以事实为依据的独立评估和分析并且提出建\n议，\n"
    found = texts(ANCIENT_WELLS * 4 + below, "zh")
    assert [block[:5] for block in found] == ["回顾其关于"] * 4 + ["在这方面强"]
    called = ANCIENT_WELLS.replace("指南，", "指南，3")
    assert len(texts(ANCIENT_WELLS * 4 + called + below, "zh")) == 5  # calls break lines


def test_a_chinese_and_behind_a_comma_opens_no_paragraph() -> None:
    full = "欢迎古井和水渠事务特设联络委员会正在进行的关于保护本国境内所有古井的努力，\n"
    found = texts(ANCIENT_WELLS * 4 + full + "并注意到其最近举行的会议，\n", "zh")
    assert found[-1] == full.strip() + "并注意到其最近举行的会议，"


@pytest.mark.parametrize(("times", "whole"), [(2, False), (3, True)])
def test_where_empty_lines_often_tear_paragraphs_no_small_letter_has_to_prove_it(
    times: int, whole: bool
) -> None:
    first = "承认《世界古井行动纲领》为改善古井状况的国家行动和国际支持提供了政策框架和"
    torn = f"{first}\n\n实用准则，\n\n"
    found = texts(f"{ANCIENT_WELLS}\n" * 6 + torn * times + ANCIENT_WELLS, "zh")
    assert (f"{first}实用准则，" in found) == whole
