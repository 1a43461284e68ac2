"""Footnote calls in all places, told from numbers of the sentence."""

from __future__ import annotations

import pytest

from tests.parse.stages import body, codes_of, resolution

RULE = "__________________"
FORMULAS = {
    "en": "The General Assembly,",
    "ar": "إن الجمعية العامة،",
    "zh": "大会，",
}


def text_of(called: str, *notes: str, language: str = "en") -> str:
    """Return a resolution that calls notes in one paragraph."""
    formula = FORMULAS[language]
    return "\n".join([formula, "", called, "", RULE, *notes]) + "\n"


def called(text: str, *notes: str, language: str = "en") -> str:
    """Return the paragraph with its notes in braces."""
    found = body(resolution(text_of(text, *notes, language=language), language))
    assert len(found) == 2, found
    return found[1].removeprefix("recital: ").replace("_", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Recalling the Charter of Nights1 of old,",
            "Recalling the Charter of Nights{1: N.} of old,",
        ),
        ("Recalling the Charter of Nights,1", "Recalling the Charter of Nights,{1: N.}"),
        (
            "Recalling the Charter of Nights,1 and more,",
            "Recalling the Charter of Nights,{1: N.} and more,",
        ),
        ("Recalling the Charter 1 of old,", "Recalling the Charter{1: N.} of old,"),
        ("Recalling the Charter, 1 which binds,", "Recalling the Charter,{1: N.} which binds,"),
        ("Recalling “the Charter”1 of old,", "Recalling “the Charter”{1: N.} of old,"),
        (
            "Recalling the Charter (Nights)1 of old,",
            "Recalling the Charter (Nights){1: N.} of old,",
        ),
        (
            "Recalling that, since 2043,1 nights shine,",
            "Recalling that, since 2043,{1: N.} nights shine,",
        ),
        (
            "Recalling that, since 20431, nights shine,",
            "Recalling that, since 2043{1: N.}, nights shine,",
        ),
        (
            "Recalling paragraphs 1 to 10 of the Charter of Nights 1 and of Days,",
            "Recalling paragraphs 1 to 10 of the Charter of Nights{1: N.} and of Days,",
        ),
        (
            "Recalling article 1 of the Charter of 24 March 2043 1, which binds,",
            "Recalling article 1 of the Charter of 24 March 2043{1: N.}, which binds,",
        ),
        (
            "Recalling resolution 98/71 of the Assembly,1",
            "Recalling resolution 98/71 of the Assembly,{1: N.}",
        ),
        ("Recalling the Charter\n1, of old,", "Recalling the Charter{1: N.}, of old,"),
    ],
)
def test_calls_in_all_places(text: str, expected: str) -> None:
    assert called(text, "1 N.") == expected


def test_numbers_of_the_sentence_are_no_calls() -> None:
    assert called(
        "Recalling 1 treaty, article 1 of the Charter, 21 May and paragraph 1 (a),1 and on,",
        "1 N.",
    ) == (
        "Recalling 1 treaty, article 1 of the Charter, 21 May and paragraph 1 (a),{1: N.} and on,"
    )


def test_days_of_dates_are_no_calls() -> None:
    assert called(
        "Recalling its session of 2 May 2043,1 and the one of 3 May 2044,2", "1 One.", "2 Two."
    ) == ("Recalling its session of 2 May 2043,{1: One.} and the one of 3 May 2044,{2: Two.}")


def test_calls_are_found_together_in_the_order_of_the_notes() -> None:
    text = "Recalling nights1 and, in 2 States, birds2 and 3 bells3 of old,"
    assert called(text, "1 One.", "2 Two.", "3 Three.") == (
        "Recalling nights{1: One.} and, in 2 States, birds{2: Two.} and 3 bells{3: Three.} of old,"
    )


def test_two_calls_behind_one_another() -> None:
    assert called("Recalling nights1 and birds,2 and", "1 One.", "2 Two.").count("{") == 2


def test_symbols_are_calls_too() -> None:
    assert (
        called("Recalling the Charter* of old,", "* N.") == "Recalling the Charter{*: N.} of old,"
    )


@pytest.mark.parametrize("call", ["(1)", "( 1)", " (1)"])
def test_arabic_calls_stand_in_brackets(call: str) -> None:
    made = called(
        f"إذ تشير إلى الإعلان{call}، الذي اعتمد في عام 2041،", "(1) A/99/302.", language="ar"
    )
    assert made == "إذ تشير إلى الإعلان{(1): A/99/302.}، الذي اعتمد في عام 2041،"


@pytest.mark.parametrize("call", ["[1]", "([1])", "\u207d[1]\u207e"])
def test_square_brackets_are_no_part_of_the_mark(call: str) -> None:
    made = called(f"Recalling the Charter{call} of old,", "[1] A/99/302.")
    assert made == "Recalling the Charter{1: A/99/302.} of old,"


@pytest.mark.parametrize(
    ("call", "taken"), [(")1(", ")1("), (") 1)", ")1)"), ("()1", ")1"), ("(()1", ")1")]
)
def test_mirrored_brackets_are_those_of_the_call(call: str, taken: str) -> None:
    before = call.removesuffix(taken) if " " not in call else ""
    made = called(f"إذ تشير إلى الإعلان{call}، الذي اعتمد،", "(1) A/99/302.", language="ar")
    assert made == f"إذ تشير إلى الإعلان{before}{{{taken}: A/99/302.}}، الذي اعتمد،"


def test_arabic_calls_stand_in_brackets_even_if_those_of_the_note_are_lost() -> None:
    made = called("إذ تشير إلى الإعلان(1)، الذي اعتمد،", "1 A/99/302.", language="ar")
    assert made == "إذ تشير إلى الإعلان{(1): A/99/302.}، الذي اعتمد،"


@pytest.mark.parametrize(
    "text",
    [
        "Recalling targets 16.1, 16.2 and (UNFSS+1), and the nights 1 of old,",
        "Recalling paragraph IV.1 of the report and the nights 1 of old,",
        "Recalling Night 1: A Dream, and the nights 1 of old,",
        "Recalling with appreciation all the bells of 31\nDecember 2041, and the nights 1 of old,",
    ],
)
def test_decimals_labels_and_dates_are_no_calls(text: str) -> None:
    expected = text.replace("\n", " ").replace("the nights 1", "the nights{1: N.}")
    assert called(text, "1 N.") == expected


def test_two_calls_stand_in_a_row() -> None:
    made = called("Recalling the bells, lost in a single night,1,2", "1 One.", "2 Two.")
    assert made == "Recalling the bells, lost in a single night,{1: One.},{2: Two.}"


def test_labels_that_count_on_are_no_calls() -> None:
    tables = " and ".join(f"round table {number} on owls" for number in range(1, 6))
    made = called(f"Recalling nights1 and {tables} and birds 2 of old,", "1 One.", "2 Two.")
    assert made == (f"Recalling nights{{1: One.}} and {tables} and birds{{2: Two.}} of old,")


def test_a_small_word_that_ends_no_phrase_is_followed_by_no_call() -> None:
    owls = "owls and bells and " * 5
    made = called(f"Recalling {owls}1, and the Dreams 1 of old,", "1 N.")
    assert made == f"Recalling {owls}1, and the Dreams{{1: N.}} of old,"


def test_the_first_figures_of_an_amount_over_two_lines_are_no_call() -> None:
    made = called(
        "Recalling the sum of\n5 809 400 dollars, that is 1\n809 400 nights1 of old,", "1 N."
    )
    assert made.endswith("that is 1 809 400 nights{1: N.} of old,")


def test_the_number_of_a_meeting_below_does_not_go_on_with_a_call() -> None:
    text = (
        "The General Assembly,\n\n1. Decides to look up at Nights. 1 \n\n 127th plenary meeting\n"
    )
    text += "7 June 2044\n" + RULE + "\n1 N.\n"
    assert "{1: N.}" in body(resolution(text))[1]


def test_numbers_and_symbols_are_sequences_of_their_own() -> None:
    made = called("Recalling nights1 and birds* of old,", "* A symbol.", "1 A number.")
    assert made == "Recalling nights{1: A number.} and birds{*: A symbol.} of old,"


def test_chinese_calls_stand_free() -> None:
    made = called("注意到秘书长关于古井的报告 1 及其建议，", "1 A/99/240。", language="zh")
    assert made == "注意到秘书长关于古井的报告{1: A/99/240。}及其建议，"


def test_chinese_dates_over_two_lines_are_no_calls() -> None:
    made = called(
        "回顾大会主席在这些宣言通过二十周年之际于2041年1\n月2日的信和报告 1 及其建议，",
        "1 A/99/240。",
        language="zh",
    )
    assert (
        made
        == "回顾大会主席在这些宣言通过二十周年之际于2041年1月2日的信和报告{1: A/99/240。}及其建议，"
    )


# ---------------------------------------------------------------------------------- what is missing


def test_a_note_without_a_call_is_reported_and_kept() -> None:
    text = text_of("Recalling the Charter of old,", "1 N.")
    assert body(resolution(text))[1] == "recital: _Recalling_ the Charter of old,{1: N.}"
    assert "AU201" in codes_of(text)


def test_a_note_with_a_call_is_not_reported() -> None:
    assert "AU201" not in codes_of(text_of("Recalling the Charter1 of old,", "1 N."))


def test_text_below_a_rule_without_a_number_is_kept() -> None:
    text = text_of("Recalling the Charter of old,", "See the report.")
    assert "See the report." in "".join(body(resolution(text)))


def test_a_call_without_a_note_stays_in_the_text() -> None:
    assert body(resolution("The General Assembly,\n\nRecalling the Charter1 of old,\n"))[1] == (
        "recital: _Recalling_ the Charter1 of old,"
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Recalling that paragraph 1 of the Charter and the rules of the Night 1 bind us,",
            "Recalling that paragraph 1 of the Charter and the rules of the Night{1: N.} bind us,",
        ),
        (
            "en",
            "Recalling that on 1 June of each year the lamps of the Night 1 are lit,",
            "Recalling that on 1 June of each year the lamps of the Night{1: N.} are lit,",
        ),
        (
            "zh",
            "回顾《灯塔公约》原则1中载明的责任，又回顾《夜航宣言》，1 认识到灯塔的作用，",
            "回顾《灯塔公约》原则1中载明的责任，又回顾《夜航宣言》，{1: N.}认识到灯塔的作用，",
        ),
    ],
)
def test_words_that_numbers_follow_and_days_without_a_year(
    language: str, text: str, expected: str
) -> None:
    assert called(text, "1 N.", language=language) == expected


def test_the_numbers_of_paragraphs_are_no_habit_of_the_words_behind_them() -> None:
    paragraphs = [f"{number}. 又决定点亮第{number}座灯塔；" for number in range(2, 9)]
    recital = "回顾第1号决定通过的《夜航宣言》，1 又回顾灯塔的作用，"
    source = "\n".join(["大会，", recital, *paragraphs, RULE, "1 N。"]) + "\n"
    found = body(resolution(source, "zh"))
    assert found[1] == "recital: _回顾_第1号决定通过的《夜航宣言》，{1: N。}又回顾灯塔的作用，"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Recalling resolution 48/211 B of old,",
            "Recalling resolution 48/211 B of old,{1: N.}",
        ),
        (
            "zh",
            "回顾灯塔目标9、1、16和17，又回顾《夜航宣言》，1",
            "回顾灯塔目标9、1、16和17，又回顾《夜航宣言》，{1: N.}",
        ),
    ],
)
def test_digits_of_lettered_symbols_and_of_lists(language: str, text: str, expected: str) -> None:
    assert called(text, "1 N.", language=language) == expected


def test_a_symbol_cited_elsewhere_is_whole_where_a_call_stands_behind_it() -> None:
    text = "Recalling nights1 and resolution 51/12 of May, and what resolution 51/122 asked for,"
    assert called(text, "1 N.", "2 M.") == (
        "Recalling nights{1: N.} and resolution 51/12 of May, and what resolution 51/12{2: M.} "
        "asked for,"
    )


def test_a_number_printed_elsewhere_tells_nothing_of_another_word_before_it() -> None:
    text = "Recalling Goal 14 of old, paragraph 141, paragraph 141 and Goal 141, which binds,"
    assert called(text, "1 N.") == text.replace("Goal 141,", "Goal 14{1: N.},")


def test_notes_without_neighbours_are_called_between_the_nearest_calls() -> None:
    text = "Recalling nights,1 lamps,2 birds,5 paragraph 3, paragraph 4, of old,6"
    found = called(text, *(f"{number} N." for number in range(1, 7)))
    assert "{5: N.} paragraph 3, paragraph 4, of old," in found


def test_a_number_printed_elsewhere_is_whole_behind_a_small_word() -> None:
    calls = "".join(f"oars{number} and " for number in range(1, 8))
    text = f"Recalling {calls}nights of 1 May, the 18 lamps, the 18 bells and those of 18, as one,"
    found = called(text, *(f"{number} N." for number in range(1, 9)))
    assert "those of 18, as" in found


def test_the_number_of_a_table_calls_no_note() -> None:
    """No note at all, rather than one there."""
    table = "表1\n\n湖上和河上所有船只的工作安排\n\n1. 湖上的船只\n\n2. 湖上的桨\n\n"
    text = f"大会，\n\n1. 决定划船。\n\n附件\n\n论坛的工作\n\n{table}{RULE}\n1 见A/99/78。\n"
    assert "AU201" in codes_of(text, "zh")


def test_the_last_digit_of_a_label_that_counts_on_is_no_call() -> None:
    articles = ("", *(f"Article {number}\n\nLamps are lit.\n" for number in range(9, 13)))
    text = "Recalling the bells 1 of old and all those nights 2 of snow,\n" + "\n".join(articles)
    made = resolution(text_of(text, "1 One.", "2 Two."))
    assert "bells{1: One.} of old and all those nights{2: Two.} of snow," in body(made)[1]


def test_numbers_behind_a_word_count_on_with_all_their_digits() -> None:
    parts = "Lamps of section 10, section 11, section 14, section 15 and section 18 are lit,"
    text = f"Recalling the Charter 4 of old. {parts}"
    assert called(text, "4 N.") == text.replace("Charter 4", "Charter{4: N.}")


def test_two_notes_to_one_name_are_no_numbers_that_count_on() -> None:
    text = "Recalling Agenda 21 of old, Agenda 215 of new, Agenda 216 of now and the Night7 of all,"
    found = called(text, "5 N.", "6 M.", "7 O.")
    assert "Agenda 21{5: N.} of new, Agenda 21{6: M.} of now" in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling the lamps lit on 18 and 19 September and the bells 18 of old,"),
        ("en", "Recalling the lamps lit on 17, 18 and 19 September and the bells 18 of old,"),
        ("zh", "回顾2044年9月28日至10月18日点亮的灯塔，又回顾《夜航宣言》，18"),
    ],
)
def test_days_that_share_a_month_or_year_are_no_calls(language: str, text: str) -> None:
    found = called(text, "18 N.", language=language)
    assert found.count("{18: N.}") == 1
    assert "bells{" in found or "》，{" in found


def test_a_call_behind_a_date_is_no_day_of_the_next() -> None:
    text = "Recalling the nights of 24 August 2041 3 and 21 October 2041 of old,"
    assert called(text, "3 N.") == text.replace("2041 3 and", "2041{3: N.} and")


def test_calls_stand_before_the_mark_or_behind_it_as_others_of_the_document_do() -> None:
    calls = " ".join(
        f"the bells of town {town}, rung in May {i}," for i, town in enumerate("ABC", 1)
    )
    text = f"Recalling {calls} and of the night 4, when it rang, 4 lamps being lit,"
    found = called(text, *(f"{number} N." for number in range(1, 5)))
    assert "night{4: N.}, when it rang, 4 lamps" in found
