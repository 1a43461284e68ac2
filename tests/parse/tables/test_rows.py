"""The rows of tables: labels joined, heads read, cells told apart, each as far as it is proved."""

from __future__ import annotations

from tests.parse.tables_of import tables

STAFF = """\
The keepers shall be as set out in the table below:
Category Keepers (by day) Keepers (by night) Total
Lighthouses\x20\x20\x20\x20
Northern coast and the Isle of Esk, with its harbours 1 661 398 2 059
Southern coast 37 17 54
Cape Hollow 34 \u2013 34
Subtotal 1 732 415 2 147
Income section 3\x20\x20\x20\x20
Cape Hollow 2 \u2013 2
2. Decides to meet again.
"""


def test_wide_gaps_part_the_cells() -> None:
    text = "Northland     1,200    12.5\nSouthmark       340     3.1\nRuritania        80     0.7\n"
    assert tables(text) == [
        (
            [
                ["Northland", "1,200", "12.5"],
                ["Southmark", "340", "3.1"],
                ["Ruritania", "80", "0.7"],
            ],
            True,
        )
    ]


def test_without_gaps_the_figures_part_them() -> None:
    text = "Northland 1,200 12.5\nGrand Atoll 340 3.1\nCape Hollow 80 0.7\n"
    assert tables(text)[0][0][1] == ["Grand Atoll", "340", "3.1"]


def test_a_label_of_two_lines_is_one_cell() -> None:
    text = "Northland 1,200 12.5\nIslands and\nwaters 340 3.1\nRuritania 80 0.7\nEsk 90 0.8\n"
    assert ["Islands and waters", "340", "3.1"] in tables(text)[0][0]


def test_words_that_follow_each_other_elsewhere_are_one_label() -> None:
    text = (
        "The Union of Free Harbours met in the hall of the harbour of Esk on that very day;\n"
        "Northland 1,200 12.5\nUnion of Free\nHarbours 340 3.1\nRuritania 80 0.7\n"
    )
    assert ["Union of Free Harbours", "340", "3.1"] in tables(text)[0][0]


def test_head_subheads_and_sums() -> None:
    ((rows, proved),) = tables(STAFF)
    assert proved
    assert rows[0] == ["Category", "Keepers (by day)", "Keepers (by night)", "Total"]
    assert rows[1] == ["Lighthouses"]
    assert rows[2][1:] == ["1 661", "398", "2 059"]
    assert rows[5] == ["Subtotal", "1 732", "415", "2 147"]
    assert rows[6:] == [["Income section 3"], ["Cape Hollow", "2", "\u2013", "2"]]


def test_a_unit_below_the_head_is_a_row() -> None:
    text = (
        "The amounts are as follows:\nGross Net of shares\n(Esk crowns)\n"
        "Boats for 2044 63 930 800 58 552 400\nOars (2 061 900) (1 897 200)\n"
        "Of which:\nRopes \u2013 \u2013\nTotal for 2044 61 868 900 56 655 200\n"
    )
    ((rows, _),) = tables(text)
    assert rows[:3] == [
        ["Gross", "Net of shares"],
        ["(Esk crowns)"],
        ["Boats for 2044", "63 930 800", "58 552 400"],
    ]
    assert ["Of which:"] in rows


def test_columns_of_words_and_the_same_head_again() -> None:
    text = (
        "1. Decides that the harbours shall be lit each night from the first of May to the\n"
        "last of September, and that the keepers shall be paid by the harbours that they\n"
        "serve, in proportion to the ships that call there in the course of the same year;\n"
        "2. Approves the posts below:\n"
        "A. Esk\nAction Title Level Number\n"
        "New post Keeper of lights P-4 1\nNew post Rower GS (OL) 2\nTransfer Cook P-3 1\n"
        "Transfer Clerk P-2 3\nTotal   7\nB. Ardland\nAction Title Level Number\n"
        "Transfer Bell-ringer P-2 1\nThe posts are for one year.\n"
    )
    (first, _), (second, proved) = tables(text)
    assert first[0] == ["Action", "Title", "Level", "Number"]
    assert first[1:3] == [
        ["New post", "Keeper of lights", "P-4", "1"],
        ["New post", "Rower", "GS (OL)", "2"],
    ]
    assert first[-1] == ["Total", "7"]
    assert second[1:] == [["Transfer", "Bell-ringer", "P-2", "1"]]
    assert proved


def test_capitals_in_the_first_cell_of_a_head_part_nothing() -> None:
    rows = "".join(f"{name} 0.{n}\n" for n, name in enumerate(["New Esk", "New Bay", "Cape", "Ox"]))
    text = f"The shares are as follows:\nFree Harbour Share\n{rows}"
    assert tables(text)[0][0][:2] == [["Free Harbour", "Share"], ["New Esk", "0.0"]]


def test_numbers_of_rows_are_a_column() -> None:
    text = "1 Boats 79 917 300\n2 Oars 345 764 600\n3 Ropes 425 681 900\nTotal 851 363 800\n"
    rows = tables(text)[0][0]
    assert rows[0] == ["1", "Boats", "79 917 300"]
    assert rows[-1] == ["Total", "851 363 800"]


def test_figures_alone_on_a_line_belong_to_the_row_above() -> None:
    text = "Northland 1,200\nSouthmark\nUnder 22,946\n20\nRuritania 3,400\nEsk 1,100\n"
    assert any(row[-1] == "20" and "Under" in " ".join(row) for row in tables(text)[0][0])


def test_chinese_cells_are_parted_by_blanks() -> None:
    text = (
        "\u804c\u7c7b \u5458\u989d\u6570\n\u79d8\u4e66 1 537\n"
        "\u5e72\u4e8b 2 451\n\u5c0f\u8ba1 3 988\n"
    )
    rows = tables("\u51b3\u5b9a\u5982\u4e0b\uff1a\n" + text, "zh")[0][0]
    assert rows[:2] == [["\u804c\u7c7b", "\u5458\u989d\u6570"], ["\u79d8\u4e66", "1 537"]]


def test_lines_whose_columns_nothing_tells_stay_lines() -> None:
    text = "Esk 1 234 567 890\nBay 1 234 567 890\nOx 1 234 567 890\nCape 1 2\n"
    assert tables(text)[0][1] is True  # one figure fits three of four
    text = "".join(f"Keepers of {n} boats and\n{n} oars Night\n" for n in range(20, 40))
    assert all(not proved for _, proved in tables(text))


def test_gaps_part_columns_of_words_below_a_head_with_gaps() -> None:
    text = (
        "Action              Title              Level        Number\n"
        "Loan                Keeper             P-4               1\n"
        "Loan                Rower of boats     GS (OL)           2\n"
        "Gift                Cook               P-3               1\n"
    )
    assert tables(text)[0][0][2] == ["Loan", "Rower of boats", "GS (OL)", "2"]


def test_a_head_goes_on_in_small_letters() -> None:
    text = (
        "The shares are as follows:\nFree harbour Number\nof keepers\n"
        "Esk 1,200\nBay 340.5\nOx 22,946\n"
    )
    assert tables(text)[0][0][0] == ["Free harbour", "Number of keepers"]


def test_blanks_part_columns_of_chinese_words() -> None:
    text = (
        "\u51b3\u5b9a\u5982\u4e0b\uff1a\n\u884c\u52a8 \u804c\u79f0 \u7c7b\u522b \u6570\u76ee\n"
        "\u6539\u5212 \u5e72\u4e8b P-5 1.5\n\u6539\u5212 \u52a9\u7406 GS (OL) 2.5\n"
        "\u6539\u53d9 \u5e72\u4e8b P-3 1.5\n"
    )
    assert tables(text, "zh")[0][0][2] == ["\u6539\u5212", "\u52a9\u7406", "GS (OL)", "2.5"]


WRAPPED = """\
Number of boats 12 500 11 400
Boats that are moored in the
harbours of the northern isles 1 200 1 100
Boats of the Committee on the
Lighthouses 2 300 2 200
All boats of 2044
Repaired in the harbours of
the southern isles 2 400 2 300
Of which:
moored 4 500 4 400
"""


def labels(text: str, language: str = "en") -> list[str]:
    (table, _), *_ = tables(text, language)
    return [row[0] for row in table]


def test_a_line_that_fills_the_column_of_labels_goes_on() -> None:
    assert labels(WRAPPED) == [
        "Number of boats",
        "Boats that are moored in the harbours of the northern isles",
        "Boats of the Committee on the Lighthouses",
        "All boats of 2044",
        "Repaired in the harbours of the southern isles",
        "Of which:",
        "moored",
    ]


def test_a_column_of_labels_in_a_script_without_small_letters() -> None:
    lines = ["停泊在北方各岛屿港口内的全部", "大小渔船以及其他各类船舶合计", "各艘"]
    text = "\n".join(["船舶共计 12 500", *lines]) + " 1 200\n修理 2 300\n"
    assert labels(text, "zh")[1] == " ".join(lines)


def test_thousands_that_stand_turned_are_one_figure() -> None:
    text = "السفن الكبيرة 537 1 700 12\nالسفن الصغيرة 451 2 400 11\nالمجموع 988 3 100 24\n"
    (table, proved), *_ = tables(text, "ar")
    assert proved
    assert [row[1:] for row in table] == [
        ["537 1", "700 12"], ["451 2", "400 11"], ["988 3", "100 24"],
    ]  # fmt: skip


def test_a_row_goes_on_inside_a_bracket() -> None:
    text = (
        "Post          Name of the keeper  Grade  Number\n"
        "New post      Keeper of lamps  P-3      1\n"
        "Transfer      Keeper of boats  P-3      2\n"
        "Transfer (from\nthe harbour to\nthe cape) Keeper P-3 1\n"
    )
    rows = tables(text)[0][0]
    assert len(rows) == 4
    assert " ".join(rows[-1]) == "Transfer (from the harbour to the cape) Keeper P-3 1"


ARABIC = """\
المنارات في الجدول أدناه وهي التي أقيمت على سواحل البحار وفي الجزر البعيدة منذ زمن طويل:
ألف - إدارة المنارات
الإجراء اسم الوظيفة الفئة العدد
وظيفة جديدة حارس ليلي ف-3 1
وظيفة جديدة ملاح ف-4 2
تحويل موظف للإنارة ف-3 1
تحويل مساعد للملاحة خ ع (ر أ) 2
"""


def test_recurring_words_and_codes_part_columns_without_a_head() -> None:
    found = tables(ARABIC, "ar")[0][0]
    assert found[1:] == [
        ["وظيفة جديدة", "حارس ليلي", "ف-3", "1"],
        ["وظيفة جديدة", "ملاح", "ف-4", "2"],
        ["تحويل", "موظف للإنارة", "ف-3", "1"],
        ["تحويل", "مساعد للملاحة", "خ ع (ر أ)", "2"],
    ]


def test_numbered_rows_go_on_up_to_their_figures() -> None:
    text = (
        "1 Boats 1 200 500\nTitle II Oars and the keepers of oars\n2 Oars of all boats and\n"
        "Union boats 340 100\n3 Sails 80 200\n4 Ropes and\nAnchors 2 300\n"
    )
    assert tables(text)[0][0] == [
        ["1", "Boats", "1 200 500"],
        ["Title II Oars and the keepers of oars"],
        ["2", "Oars of all boats and Union boats", "340 100"],
        ["3", "Sails", "80 200"],
        ["4", "Ropes and Anchors", "2 300"],
    ]


def test_rows_prove_the_capitals_of_a_head_with_one_wide_gap() -> None:
    text = (
        "Action Title of post Grade     Number\nNew post Keeper P-3 1\nNew post Cook P-3 2\n"
        "Transfer Keeper P-3 1\nTransfer Rower P-4 1\n"
    )
    rows = tables(text)[0][0]
    assert rows[0] == ["Action", "Title of post", "Grade", "Number"]
    assert rows[1] == ["New post", "Keeper", "P-3", "1"]


def test_rows_that_letters_count_go_on_to_the_next_letter() -> None:
    rows = "".join(
        f"{letter} Member States whose boats are shorter than\nothers\nUnder {length}00\n"
        for letter, length in zip("ABCD", (9, 8, 7, 6), strict=True)
    )
    ((cells, _),) = tables(f"The boats are as follows:\nLevel Boats Discount\n{rows}")
    words = "Member States whose boats are shorter than others Under"
    assert cells[1:3] == [["A", words, "900"], ["B", words, "800"]]


def test_a_head_below_a_title_may_have_gaps_as_rows_do() -> None:
    rows = "Boats  of the lake      3      5\nOars        12      7\nSails       4      9\n"
    ((cells, _),) = tables(f"The boats are as follows:\nBoats\nKind    Now    Then\n{rows}")
    assert cells[0][-2:] == ["Now", "Then"]


def test_blanks_behind_rows_without_figures_tell_them_from_lines_that_go_on() -> None:
    lines = [
        "Lamps kept 12 300 10 100",
        "Of these:   ",
        "Lamps of the Harbours",
        "And Isles kept 4 500 4 100",
        "Other Lamps   ",
        "Lamps lost 1 500 1 100",
    ]
    prose = "Decides that the lamps of all harbours shall be counted every year, as follows, and\n"
    ((found, _),) = tables(prose * 6 + "and as follows:\n" + "\n".join(lines) + "\n")
    assert ["Lamps of the Harbours And Isles kept", "4 500", "4 100"] in found
    assert ["Other Lamps"] in found
    bare = "\n".join(line.rstrip() for line in lines)
    ((found, _),) = tables(prose * 6 + "and as follows:\n" + bare + "\n")
    assert ["Lamps of the Harbours"] in found
