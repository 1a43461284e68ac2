"""Borders of paragraphs in texts that show neither indents nor gaps: by room and by words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from an2un.language import load
from an2un.parse.borders import Borders
from an2un.parse.layout import layout
from an2un.parse.style import Style, measure
from an2un.parse.typesetting import Row, rows_of
from an2un.record import replace
from an2un.wording.markers import read_marker
from an2un.wording.widths import ems
from tests.parse.stages import blocks_of, body, resolution, source_of

PARAGRAPHS = {
    "ar": [
        "إن الجمعية العامة،",
        (
            "إذ تشير إلى قراراتها السابقة بشأن حماية الواحات وصون معارف سكانها في المناطق "
            "الجافة من العالم، وإلى ما دعت إليه فيها من تدابير،"
        ),
        (
            "وإذ تدرك أن الواحات ملاذ للناس والنبات والحيوان، وأن الماء فيها قليل في الصيف "
            "وفي السنوات التي لا ينزل فيها المطر،"
        ),
        (
            "وإذ تلاحظ مع القلق أن الرمال تزحف عليها من كل جانب، وأن سكانها يهجرونها عاما "
            "بعد عام إلى المدن البعيدة،"
        ),
        (
            "وإذ ترحب بالعمل الذي تقوم به المجتمعات المحلية من أجل غرس النخيل وحفر الآبار "
            "وتنظيف القنوات القديمة،"
        ),
        "1 - تقرر إعلان يوم 6 آذار/مارس يوما دوليا للواحات؛",
        "2 - تدعو جميع الدول الأعضاء إلى الاحتفال بهذا اليوم.",
    ],
    "ru": [
        "Генеральная Ассамблея,",
        (
            "ссылаясь на свои предыдущие резолюции о сохранении старых маяков, в которых она "
            "предложила государствам составить их перечень,"
        ),
        (
            "отмечая, что многие маяки стоят без света и разрушаются от ветра, хотя корабли "
            "по-прежнему ищут их огни в каждую тёмную ночь,"
        ),
        (
            "подчеркивая, что смотрители маяков хранят знания, которые не записаны ни в "
            "одной книге и уйдут вместе с ними,"
        ),
        (
            "приветствуя решение прибрежных государств провести конференцию о будущем маяков "
            "и представить её итоги Ассамблее,"
        ),
        "1. постановляет провозгласить первую субботу мая Международным днем маяков;",
        "2. просит Генерального секретаря представить доклад об осуществлении настоящей резолюции.",
    ],
    "zh": [
        "大会，",
        "回顾其关于保护古井和水渠的各项决议，其中邀请会员国查明本国境内的古井和水渠，并公布查明结果，以便后人知悉，",
        "认识到古井和水渠多年以来为各地乡村供水，而今天许多水井已经干涸，许多水渠无人修缮，村民只好到远处取水，",
        "关切地注意到懂得修井的工匠越来越少，他们的手艺没有人学，也没有写在任何一本书里，很可能在几年之内失传，",
        "欢迎有关国家决定共同举办古井展览，并请各地工匠在展览期间向来访的青年人传授修井和开渠的各种方法和经验，",
        "1. 决定宣布十月第二个星期六为国际古井日；",
        "2. 请秘书长向大会报告本决议的执行情况。",
    ],
    "en": [
        "The General Assembly,",
        (
            "Recalling its resolutions on the keeping of old lighthouses, in which it "
            "invited States to list those that still stand on their coasts,"
        ),
        (
            "Noting that many of them stand without a light and fall to the wind, though "
            "ships still look for their lights on every dark night,"
        ),
        (
            "Stressing that the keepers of the lighthouses know what is written in no book, "
            "and that what they know will go with them,"
        ),
        (
            "Welcoming the decision of coastal States to hold a conference on the future of "
            "lighthouses and to report on it to the Assembly,"
        ),
        "1. Decides to proclaim the first Saturday of May International Lighthouse Day;",
        (
            "2. Requests the Secretary-General to report on the implementation of the "
            "present resolution."
        ),
    ],
}


def _set(paragraph: str, language: str, size: float) -> Iterator[str]:
    """Yield the lines of a paragraph, each filled with what a measure of `size` ems holds."""
    script, spaced = load(language).script, load(language).spaced
    glue, line = " " if spaced else "", ""
    for part in paragraph.split() if spaced else paragraph:
        longer = f"{line}{glue}{part}" if line else part
        if line and ems(longer, script) > size and part not in "，。；":
            yield line
            line = part
        else:
            line = longer
    yield line


def _page(language: str, size: float) -> str:
    return "\n".join(line for text in PARAGRAPHS[language] for line in _set(text, language, size))


@pytest.mark.parametrize("size", range(20, 40))
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_neither_indents_nor_gaps_are_needed(language: str, size: float) -> None:
    found = [block.text for block in blocks_of(_page(language, size), language)]
    assert found == PARAGRAPHS[language]


@pytest.mark.parametrize("size", [20, 24])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_lines_that_plainly_go_on_would_be_weighed_alike(
    language: str, size: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly, passed = Borders._plainly_goes_on, []
    begins = Borders.begins

    def weighed(borders: Borders, group: list[Row], row: Row) -> bool:
        begun = begins(borders, group, row)
        if plainly(borders, group, row):
            passed.append(begun)
        return begun

    monkeypatch.setattr(Borders, "_plainly_goes_on", lambda *_: False)
    monkeypatch.setattr(Borders, "begins", weighed)
    assert len(blocks_of(_page(language, size), language)) == len(PARAGRAPHS[language])
    assert len(passed) > 5
    assert not any(passed)


def test_the_measure_explains_where_lines_break() -> None:
    language = load("en")
    source = source_of(_page("en", 24))
    rows = rows_of(source, layout(source, 0).pages, language)
    size = measure(rows, language).measure
    inside = [
        (before, row) for before, row in pairwise(rows) if not before.ending and not row.marker
    ]
    assert len(inside) > 8
    assert all(before.length <= size < before.length + row.needs for before, row in inside)


def test_a_small_phrase_behind_a_full_line_opens_no_recital_where_capitals_do() -> None:
    text = _page("en", 30).replace("Stressing", "stressing")
    found = [block.text for block in blocks_of(text, "en")]
    assert len(found) == len(PARAGRAPHS["en"]) - 1


def test_an_operative_verb_behind_a_comma_goes_on_with_the_sentence() -> None:
    text = "\n".join(
        [
            "The General Assembly,",
            "Recalling the Declaration on Lighthouses, in which at the call of the Assembly,",
            "States endorsed the efforts of all keepers who have kept the lamps of the harbours",
            "burning through the nights of many winters,",
            "1. Decides to keep them burning.",
        ]
    )
    assert len(blocks_of(text, "en")) == 3


def test_behind_the_first_number_a_small_phrase_needs_more_than_a_comma() -> None:
    recitals, operative = PARAGRAPHS["ru"][:-1], PARAGRAPHS["ru"][-1]
    point = (
        "1. постановляет зажечь огни маяков во всех гаванях, где их ждут корабли, "
        "подтверждая их обещание;"
    )
    lines = [line for text in (*recitals[:-1], point, operative) for line in _set(text, "ru", 30)]
    assert [block.text for block in blocks_of("\n".join(lines), "ru")][-2:] == [point, operative]


def _apart(text: str, size: float = 0.0, code: str = "en") -> tuple[Borders, list[Row]]:
    """Return the borders and the lines of a text that parts its paragraphs by blank lines."""
    language = load(code)
    source = source_of(text)
    rows = rows_of(source, layout(source, 0).pages, language)
    style = Style(
        width=30, full=25, measure=size or 30, gap=0, fresh_indents=0,
        indents=False, numbers=False, gaps=True, parted=6, wrapped=True,
    )  # fmt: skip
    return Borders(style, language), rows


def test_an_operative_verb_behind_a_comma_and_room_ends_the_recitals() -> None:
    borders, rows = _apart(
        "Recalling the Declaration on Lighthouses, adopted by the States of the\n"
        "northern coast,\nRequests the keepers to keep their lamps burning.\n"
    )
    borders.note(rows[0])
    assert borders.begins(rows[:2], rows[2])
    full = rows[1]._replace(length=30)
    assert not borders.begins([rows[0], full], rows[2])


def test_an_operative_verb_with_a_capital_ends_the_recitals_where_little_room_is_left() -> None:
    borders, rows = _apart(
        "Recalling the Declaration on Lighthouses, adopted by the States of the\n"
        "northern coast at the meeting of all their keepers,\nAdopts the programme of work.\n"
    )
    borders.note(rows[0])
    assert borders.begins(rows[:2], rows[2])
    numbered = [rows[0]._replace(marker=read_marker("1. x")), rows[1]]
    assert not borders.begins(numbered, rows[2])


@pytest.mark.parametrize("apart", [True, False])
def test_an_empty_line_counts_less_where_one_stands_inside_a_sentence(apart: bool) -> None:
    first = "Recalling the lamps that burn in the lighthouses of" + ("\n\n" if apart else "\n")
    second = "Noting the songs that the seals sing on the cliffs of\n\n"
    text = (
        f"{first}the northern coast, whose keepers have been asleep,\n\n"
        "Recalling also the boats that wait for the tide in all\n"
        "harbours of the coast, and their crews, who sing too,\n\n"
        f"{second}Ardnamurchan, Skerryvore and the islands beyond them,\n"
    )
    found = [block.text.split()[0] for block in blocks_of(text)]
    assert found == ["Recalling", "Recalling", "Noting", *([] if apart else ["Ardnamurchan,"])]


def test_lines_that_no_margin_ended_go_on_where_empty_lines_part_all_paragraphs() -> None:
    paragraph = (
        "回顾大会关于灯塔的所有决议以及守塔人在漫长冬夜里坚持点亮航灯的全部记录和报告并铭记海上所有船只均须得到安全指引的原则第49/75\n"
        "E号决议及其后各项决议，\n\n"
    )
    found = blocks_of("大会，\n\n" + paragraph * 4, "zh")
    assert len(found) == 5


def test_blanks_of_justified_lines_are_no_room() -> None:
    _, (plain, stretched, columns) = _apart(
        "the keepers of the lamps\nthe  keepers   of  the  lamps\nthe keepers      of the lamps\n"
    )
    assert plain.length == stretched.length < columns.length


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["below", "apart"])
def test_text_behind_a_number_on_its_own_line_is_set_in(between: str) -> None:
    text = f"8.{between}Also calls upon the keepers not to put out\n\nany of their lamps;\n"
    _, (number, first, second) = _apart(text)
    borders, _ = _apart(text, first.length + second.needs + 4 + number.length / 2 + 0.3)
    borders.note(number)
    if between == "\n":
        assert not borders.begins([number, first], second)
        return
    borders.note(first)
    assert not borders.begins([first], second)
    borders.note(first)  # the text of the next paragraph is set in behind no number
    assert borders.begins([first], second)


def _set_in(
    paragraphs: list[str], indent: str = "      ", size: float = 30, language: str = "en"
) -> str:
    """Set paragraphs with their first lines set in."""
    lines = []
    for paragraph in paragraphs:
        first, *rest = _set(paragraph, language, size)
        lines += [indent + first, *rest]
    return "\n".join(lines)


def test_where_recitals_are_set_in_no_phrase_opens_one_that_is_not() -> None:
    recital = "Recalling all the lighthouses that stand upon high cliffs,\nNoting their age,"
    others = PARAGRAPHS["en"][:-2] + PARAGRAPHS["en"][1:-2]
    text = "\n".join([_set_in(others, size=32), "      " + recital, "1. Decides to count them."])
    found = [block.text for block in blocks_of(text, "en")]
    assert " ".join(recital.split()) in found


def test_a_recital_that_lost_its_comma_ends_where_a_phrase_opens_behind_room() -> None:
    text = "\n".join(_set(PARAGRAPHS["en"][1].rstrip(","), "en", 30))
    text = (
        f"The General Assembly,\n{text}\nNoting that the lamps burn less and less often,\n1. Ends."
    )
    found = [block.text for block in blocks_of(_page("en", 30) + "\n" + text, "en")]
    assert "Noting that the lamps burn less and less often," in found


def test_a_heading_above_a_number_opens_behind_the_comma_of_a_recital() -> None:
    head, tail = PARAGRAPHS["zh"][:-2], PARAGRAPHS["zh"][-2:]
    lines = [line for p in [*head, "一般情况", *tail] for line in _set(p, "zh", 30)]
    assert "一般情况" in [block.text for block in blocks_of("\n".join(lines), "zh")]


def _style(text: str, language: str) -> Style:
    read = load(language)
    source = source_of(text)
    return measure(rows_of(source, layout(source, 0).pages, read), read)


def test_numbered_paragraphs_may_stand_flush_where_others_are_set_in() -> None:
    recitals, points = PARAGRAPHS["zh"][1:5], PARAGRAPHS["zh"][5:]
    recital = "注意到守塔人的来信，"
    lines = ["大会，"]
    for paragraph in [*recitals, *[recital] * 4]:
        first, *rest = _set(paragraph, "zh", 30)
        lines += ["  " + first, *rest]
    for paragraph in [*points, *points]:
        lines += _set(paragraph, "zh", 30)
    style = _style("\n".join(lines), "zh")
    assert style.indents
    assert not style.numbers


def test_a_margin_is_one_however_wide_and_long_lines_without_one_are_not() -> None:
    recital = f"回顾{'其以往关于灯塔及其守护者的各项决议' * 8}，"
    wide = ["大会，", *(line for _ in range(8) for line in _set(recital, "zh", 60))]
    assert _style("\n".join(wide), "zh").wrapped
    longer = [f"{recital}{'灯' * length}，" for length in range(1, 40, 3)]
    assert not _style("\n".join(["大会，", *longer]), "zh").wrapped


def test_headings_tell_nothing_about_the_indents_of_sentences() -> None:
    short = ["Noting the lamps,", "Noting the oars,", "Noting the sails,", "Noting the seals,"]
    heads = ["Lamps", "Oars", "Sails", "Seals", "Wind", "Fog"]
    body = _set_in(PARAGRAPHS["en"][1:5] + short, size=32)
    text = "\n".join([body, *(f"They sing.\n{head}" for head in heads)])
    assert _style(text, "en").indents


def test_blanks_behind_a_line_tell_that_its_paragraph_ends() -> None:
    joined = "Recalling all the lighthouses that stand upon high cliffs,{}\nNoting their age,"
    others = [*_set_in(PARAGRAPHS["en"][:-2], size=32).split("\n"), "They sing on their cliffs.  "]
    for blanks, apart in (("", False), ("  ", True)):
        text = "\n".join(
            [*others, *others, "      " + joined.format(blanks), "1. Decides to sing."]
        )
        found = [block.text for block in blocks_of(text, "en")]
        assert ("Noting their age," in found) is apart


def test_blanks_behind_lines_inside_paragraphs_tell_nothing() -> None:
    lines = _set_in(PARAGRAPHS["en"][:-2], size=32).split("\n")
    assert not _style(
        "\n".join([*lines, "They sing.  ", *(line + "  " for line in lines)]), "en"
    ).trails
    assert _style("\n".join([*lines, "They sing.  ", *lines]), "en").trails


def test_several_operative_words_end_the_recitals_behind_a_full_line() -> None:
    borders, rows = _apart(
        "Recalling the Declaration on Lighthouses, adopted by the States of the\n"
        "northern coast,\nNotes with appreciation the lamps of the keepers.\n"
        "States endorsed the lamps of the keepers.\n"
    )
    style = borders.style
    plain = Style(
        width=30, full=25, measure=30, gap=0, fresh_indents=0, indents=False, numbers=False,
        gaps=False, parted=style.parted, wrapped=True,
    )  # fmt: skip
    borders = Borders(plain, borders.language)
    full = rows[1]._replace(length=30)
    assert borders.begins([rows[0], full], rows[2])
    assert not borders.begins([rows[0], full], rows[3])


def test_recitals_below_an_empty_line_end_a_labelled_heading_that_leaves_little_room() -> None:
    heading = "IX Оценка расходов на маяки и на все суда,\nкоторые идут мимо них к югу"
    borders, rows = _apart(f"{heading}\n\nрассмотрев доклад о маяках,\n", code="ru")
    long = rows[1]._replace(length=24)
    style = replace(borders.style, parted=4.5)
    borders = Borders(style, borders.language)
    assert borders.begins([rows[0], long], rows[2])
    unlabelled = rows[0]._replace(text=rows[0].text.removeprefix("IX "))
    assert not borders.begins([unlabelled, long], rows[2])


def test_behind_an_enumeration_the_numbers_around_it_go_on() -> None:
    heading = "Principles that guide all of the keepers of the lamps"
    borders, rows = _apart(
        f"6. Nights\n7. Lamps:\n1. dim all lamps\n2. count all ships\n{heading}\n8. Keepers wake\n"
    )
    for row in rows[:5]:
        borders.note(row)
    assert borders.begins([rows[4]], rows[5])
    other = rows[5]._replace(marker=rows[3].marker)
    assert not borders.begins([rows[4]], other)


def test_a_heading_that_leaves_half_a_line_ends_above_a_capital() -> None:
    long = "The keepers of all harbours dim their lamps on every night on which the migratory birds"
    lines = [long, "pass over them.", "Lamps", "Keepers of lamps and their families", "8. " + long]
    found = [block.text for block in blocks_of("\n".join([*lines[:2] * 8, *lines[2:]]) + "\n")]
    assert found[-3:-1] == lines[2:4]  # although no 7 precedes


def test_a_labelled_heading_opens_behind_a_sentence_that_fills_its_line() -> None:
    prose = [
        "The keepers of all harbours dim their lamps on every night on which migratory",
        "birds",
    ]
    full = "8. Approves the posts of keepers that are set out in the table that stands below:"
    lines = [full, "A. Keepers of lamps", "9. Decides to count them."]
    found = [block.text for block in blocks_of("\n".join([*prose * 9, *lines]) + "\n")]
    assert found[-2:] == lines[1:]


def test_lines_as_long_as_others_of_a_heading_would_have_taken_the_first_words() -> None:
    full = "The keepers of all harbours dim their lamps on every night on which the migratory birds"
    title = ["Conference on the lamps of all of the harbours and of the ships that pass by", "them"]
    lines = [*[full, "pass over them."] * 8, *title, "Esk, June", "1. " + full]
    found = [block.text for block in blocks_of("\n".join(lines) + "\n")]
    assert found[-3:-1] == [" ".join(title), "Esk, June"]


def test_a_heading_may_begin_with_a_date() -> None:
    prose = (
        "The keepers of all harbours dim their lamps on every night on which the migratory birds"
    )
    lines = [*[prose, "pass over them."] * 8, prose, prose[:-1] + ";"]
    heading = "2020 to 2021: report on all the lamps"
    found = [block.text for block in blocks_of("\n".join([*lines, heading, f"6. {prose}"]) + "\n")]
    assert found[-2] == heading


def test_a_short_line_set_in_above_another_is_a_heading() -> None:
    full = "Lighthouses, harbours and all the ships that pass by them on their way to the south"
    prose = ["      " + full, full, "and the keepers of lamps."] * 3
    lines = [*prose, "      " + full, full, "      Transfers", "      " + full, "of lamps."]
    found = [block.text for block in blocks_of("\n".join(lines) + "\n")]
    assert found[-3:] == [f"{full} {full}", "Transfers", f"{full} of lamps."]


@pytest.mark.parametrize(
    ("code", "vote"),
    [
        ("en", ["Adopted unanimously at the", "1351st meeting."]),
        (
            "en",
            ["Adopted at the 1113th meeting by 12 votes to none, with", "2 abstentions (Peru)."],
        ),
        ("es", ["Aprobada en la 1217a. sesión por", "10 votos contra ninguno."]),
        ("ru", ["Принята на 1217-м заседании", "10 голосами при 2 воздержавшихся (Перу)."]),
    ],
)
def test_meeting_and_vote_may_run_over_the_end_of_a_closing_line(
    code: str, vote: list[str]
) -> None:
    text = "\n".join(["1. Decides to light the lamps.", "", *vote, ""])
    found = [block.text for block in blocks_of(text, code)]
    assert found[-1] == " ".join(vote)


_FULL = "Lighthouses, harbours and all the ships that pass by them on their way to the south"
_SMALL = "and to the islands that lie beyond the strait, as far as the last lamp of the coast"


def _items(*lines: str) -> list[str]:
    """Return the last paragraphs of a text set in, in which few lines inside one have capitals."""
    prose = ["      " + _FULL, _SMALL, _SMALL, _SMALL, "and the keepers of lamps."] * 6
    named = ["      " + _FULL, "Ruritania" + _SMALL[9:], "and the keepers of lamps."] * 3
    set_in = ["      " + line for line in lines]
    text = "\n".join([*prose, *named, *set_in, "      They sing."])
    return [block.text for block in blocks_of(text + "\n")][-len(lines) - 1 : -1]


def test_a_capital_set_in_below_a_full_line_without_a_mark_opens_a_paragraph() -> None:
    assert _items(_FULL, "Oars and" + _SMALL[3:]) == [_FULL, "Oars and" + _SMALL[3:]]


def test_no_paragraph_ends_in_a_small_word() -> None:
    first = _FULL[:-6] + " the"
    assert _items(first, "South" + _SMALL[5:])[-1] == f"{first} South{_SMALL[5:]}"


def test_where_paragraphs_open_with_small_letters_one_opens_below_a_title() -> None:
    title = "a) Огни маяков в 2044 и 2045 годах"
    tasks = [
        "оказывать помощь смотрителям, пока те стоят у своих огней;",
        "записывать их рассказы.",
    ]
    text = _set_in([*PARAGRAPHS["ru"][1:5] * 3, title, *tasks], language="ru")
    assert [block.text for block in blocks_of(text + "\n", "ru")][-3:] == [title, *tasks]
    opened = _set_in([*PARAGRAPHS["ru"][1:5] * 3, "a) призывает", *tasks], language="ru")
    found = [block.text for block in blocks_of(opened + "\n", "ru")]
    assert found[-2] == f"a) призывает {tasks[0]}"


def _between(*lines: str, code: str = "en") -> list[str]:
    """Return the last paragraphs of a text that shows neither indents nor gaps."""
    text = "\n".join([_page(code, 32), *lines])
    return [block.text for block in blocks_of(text + "\n", code)][-len(lines) :]


def test_a_short_line_with_a_number_is_the_title_of_the_text_below() -> None:
    lines = ["(c) Lamps of 2044", "To help the keepers of all lamps to keep their lamps alight;"]
    assert _between(*lines) == lines
    wide = "(c) To help the keepers of lamps, who are told to keep them, in the north of"
    assert len(_between(wide, "Ruritania and its isles;")) == 2
    assert _between(wide, "Ruritania and its isles;")[-1] == f"{wide} Ruritania and its isles;"


def test_the_first_point_below_a_title_that_fills_its_line_opens_with_a_capital() -> None:
    title = "(c) Disarmament of the keepers of lamps, and their return to the harbours (DRH)"
    point = "(i) To help all keepers of lamps;"
    assert _between(title, point) == [title, point]
    cited = "(c) To help the keepers in the work that is theirs under paragraph 4, sub-section"
    assert _between(cited, "(i) and paragraph 5;")[-1] == f"{cited} (i) and paragraph 5;"


def test_no_sentence_ends_in_a_number_of_regulations() -> None:
    lines = ["напоминая, что огни маяков хранят по правилам 3.1", "и 3.2 о гаванях,"]
    assert _between(*lines, code="ru")[-1] == " ".join(lines)


def test_a_figure_holds_on_to_what_it_counts() -> None:
    lines = [
        "3. просит учесть, что в мире давно угасли огни 247 маяков;",
        "1,65 миллиарда птиц летят мимо них;",
    ]
    assert _between(*lines, code="ru")[-1] == " ".join(lines)


@pytest.mark.parametrize(("below", "begins"), [("(пункт 1) о них", False), ("(Пункт) о них", True)])
def test_small_letters_in_brackets_are_small_letters(below: str, begins: bool) -> None:
    borders, rows = _apart(f"смотрители соблюдают статьи 15, 23, 25 и 27\n{below}\n", code="ru")
    borders.style = replace(borders.style, indents=True, gaps=False, gap=1)
    above = rows[0]._replace(marker=read_marker("3. x"))
    below_it = rows[1]._replace(indent=1.0, line=rows[1].line._replace(gap=1))
    assert borders.begins([above], below_it) is begins


@pytest.mark.parametrize("label", ["II", "Annex II", "Part Two"])
def test_below_a_label_recitals_may_open_behind_full_lines(label: str) -> None:
    recitals = [line for text in PARAGRAPHS["ru"][1:5] for line in _set(text, "ru", 30)]
    numbered = PARAGRAPHS["ru"][-2:]
    label = {"Annex II": "Приложение II", "Part Two": "Часть вторая"}.get(label, label)
    lines = [*recitals, *numbered, label, *recitals, *numbered]
    found = [block.text for block in blocks_of("\n".join(lines) + "\n", "ru")]
    assert found[-6:-2] == PARAGRAPHS["ru"][1:5]


def test_a_short_line_with_a_colon_below_the_reasons_introduces_what_follows() -> None:
    page = "\n".join(line for text in PARAGRAPHS["ar"][1:5] for line in _set(text, "ar", 32))
    found = blocks_of(f"{page}\nقد اتفقت على ما يلي:\n1 - تضاء المنارات؛\n", "ar")
    assert [block.text for block in found][-2] == "قد اتفقت على ما يلي:"


@pytest.mark.parametrize(("indent", "begins"), [(4.0, True), (0.0, False)])
def test_an_indent_that_no_line_inside_paragraphs_has_begins_one(
    indent: float, begins: bool
) -> None:
    borders, rows = _apart("Keepers of lamps keep them alight for ships.\nWe agree to help them.\n")
    borders.style = replace(borders.style, gaps=False, set_in=5.5)
    below = rows[1]._replace(indent=indent)
    above = rows[0]._replace(length=29.0)
    assert borders.begins([above], below) is begins
    assert not borders.begins([above._replace(text="Keepers of lamps keep them alight 4")], below)


@pytest.mark.parametrize("title", ["Rule 1 \u2013 Lamps", "Article 1. Lamps", "Article 1: Lamps"])
def test_the_text_of_a_rule_opens_below_its_title(title: str) -> None:
    rule = (
        f"{title}\nEach harbour shall keep a lamp that burns from dusk to dawn, and shall tell\n"
        "all ships that are due of the hours at which it is lit.\n\n"
    )
    made = resolution(f"The General Assembly,\n\n1. Decides.\n\nAnnex\n\nRules\n\n{rule}{rule}")
    label, words = title.rsplit(None, 1)
    kind = label.split()[0].lower()
    assert f"  {kind}: {label}: {words}" in body(made)
