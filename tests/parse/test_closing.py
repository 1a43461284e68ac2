from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.language import LANGUAGES, load
from an2un.parse.closing import closing, is_closing, is_misdated
from an2un.parse.passage import Passage, Piece
from an2un.source import Span
from an2un.tree import Field, Inline, Text


def fields(lines: list[str], code: str = "en") -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for paragraph in closing([Passage(line) for line in lines], load(code)):
        for child in paragraph.children:
            if isinstance(child, Field):
                text = "".join(c.text for c in child.children if isinstance(c, Text))
                found.append((child.role, text, child.value))
    return found


def test_any_white_space_may_stand_around_a_place() -> None:
    blanks = [chr(point) for point in range(0x10000) if chr(point).isspace()]
    assert len(blanks) > 20
    for blank in blanks:
        assert fields([f"5 May 2044,{blank}Geneva{blank}"])[1] == ("place", "Geneva", "Geneva")


@pytest.mark.parametrize(
    ("code", "line", "meeting"),
    [
        ("en", "15th plenary meeting", "15"),
        ("en", "48th (resumed) plenary meeting", "48"),
        ("fr", "60e séance plénière", "60"),
        ("fr", "1re séance plénière (reprise)", "1"),
        ("es", "60ª sesión plenaria", "60"),
        ("es", "Octava sesión plenaria", "8"),
        ("ru", "60-е пленарное заседание", "60"),
        ("ru", "54\u2011e (возобновленное) пленарное заседание", "54"),
        ("zh", "第 60 次全体会议(续会)", "60"),
        ("zh", "第六十次全体会议", "60"),
        ("zh", "第二三六〇次会议", "2360"),
        ("ar", "الجلسة العامة 60", "60"),
        ("ar", "الجلسة العامة (المستأنفة) 48", "48"),
    ],
)
def test_a_meeting(code: str, line: str, meeting: str) -> None:
    assert is_closing(line, load(code))
    assert fields([line], code) == [("meeting", line, meeting)]


def test_meeting_and_date_in_two_lines_or_one() -> None:
    meeting = ("meeting", "46th meeting", "46")
    date = ("adoptionDate", "11 October 2044", "2044-10-11")
    assert fields(["46th meeting", "11 October 2044"]) == [meeting, date]
    assert fields(["46th meeting 11 October 2044"]) == [meeting, date]
    assert fields(["Geneva, 11 October 2044"]) == [("place", "Geneva", "Geneva"), date]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "[Adopted without a vote.]"),
        ("fr", "[Adoptée sans vote.]"),
        ("es", "[Aprobada sin votación.]"),
        ("ru", "[Принята без голосования.]"),
        ("zh", "[未经表决获得通过。]"),
        ("ar", "[اعتُمد بدون تصويت]."),
    ],
)
def test_adopted_without_a_vote(code: str, line: str) -> None:
    assert is_closing(line, load(code))
    ((role, _, value),) = fields([line], code)
    assert (role, value) == ("outcome", "adoptedWithoutVote")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第9187次会议一致通过。", [("outcome", "adoptedUnanimously"), ("meeting", "9187")]),
        ("第九一八七次会议一致通过。", [("outcome", "adoptedUnanimously"), ("meeting", "9187")]),
        (
            "第三十九次会议以十三票对零票通过。",
            [("meeting", "39"), ("votesFor", "13"), ("votesAgainst", "0")],
        ),
        (
            "第39次会议以十票对零通过,弃权者一(肯尼亚)。",
            [("meeting", "39"), ("votesFor", "10"), ("votesAgainst", "0")],
        ),
    ],
)
def test_a_chinese_volume_names_the_meeting_first(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert is_closing(line, load("zh"))
    assert [(role, value) for role, _, value in fields([line], "zh")] == expected


VOTES = {
    "en": """
46th meeting 11 October 2044
[Adopted by a recorded vote of 2 to 1, with 3 abstentions. The voting was as follows:
In favour: Kenya and Peru Against: Chad
Abstaining: Fiji, India and Viet Nam]""",
    "fr": """
[Adoptée à l’issue d’un vote enregistré par 2 voix contre 1, avec 3 abstentions. Ont voté pour :
Kenya et Pérou Ont voté contre : Tchad Se sont abstenus : Fidji, Inde et Viet Nam]""",
    "es": """
[Aprobada en votación registrada por 2 votos contra 1 y 3 abstenciones. Votos a favor:
Kenya y Perú Votos en contra: Chad Abstenciones: Fiji, India y Viet Nam]""",
    "ru": """
[Принята в результате заносимого в отчет о заседании голосования 2 голосами против 1 при 3 \
воздержавшихся. Голосовали за: Кения и Перу Голосовали против: Чад
Воздержались: Вьетнам, Индия и Фиджи]""",
    "zh": """
[经记录表决，以2票赞成、1票反对、3票弃权获得通过。表决结果如下：赞成：
肯尼亚、秘鲁反对：乍得弃权：斐济、印度、越南]""",
    "ar": """
[اعتُمد بتصويت مسجل بأغلبية 2 صوتاً مقابل 1، وامتناع ثلاثة أعضاء عن التصويت. المؤيدون: بيرو، وكينيا
المعارضون: تشاد الممتنعون: فيجي، وفييت نام، والهند]""",
    "de": """
[In einer aufgezeichneten Abstimmung mit 2 Stimmen bei 1 Gegenstimme und 3 Enthaltungen \
verabschiedet. Dafür: Kenia und Peru Dagegen: Tschad Enthaltungen: Fidschi, Indien und Vietnam]""",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_recorded_vote(code: str) -> None:
    lines = VOTES[code].strip().split("\n")
    found = fields(lines, code)
    counts = {role: value for role, _, value in found if role != "voter"}
    assert (counts["votesFor"], counts["votesAgainst"], counts["abstentions"]) == ("2", "1", "3")
    assert {value for role, _, value in found if role == "voter"} == {
        "memberKenya", "memberPeru", "memberChad", "memberFiji", "memberIndia", "memberVietNam",
    }  # fmt: skip
    assert is_closing(lines[0], load(code))


@pytest.mark.parametrize("mark", [";", ".", ","])
def test_a_list_of_voters_may_end_with_a_mark(mark: str) -> None:
    lines = [
        "[Adopted by a recorded vote of 2 to 1, with 3 abstentions. The voting was as follows:",
        f"In favour: Kenya and Peru{mark}",
        f"Against: Chad{mark}",
        "Abstaining: Fiji, India and Viet Nam.]",
    ]
    voters = [value for role, _, value in fields(lines, "en") if role == "voter"]
    assert voters[:3] == ["memberKenya", "memberPeru", "memberChad"]
    assert len(voters) == 6


def test_the_older_form_of_the_security_council() -> None:
    line = (
        "Adopted at the 914th meeting by 8 votes to none, with 3 abstentions (Kenya, Peru, Chad)."
    )
    assert is_closing(line, load("en"))
    assert fields([line]) == [
        ("meeting", "914th meeting", "914"),
        ("votesFor", "8", "8"),
        ("votesAgainst", "none", "0"),
        ("abstentions", "3", "3"),
    ]


def test_unanimous_adoption_at_a_meeting() -> None:
    assert fields(["Adopted unanimously at the 968th meeting."]) == [
        ("outcome", "Adopted unanimously", "adoptedUnanimously"),
        ("meeting", "968th meeting", "968"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The meeting was held at the lighthouse.",
        "43rd (unlit) lamp of the year 2044 meeting",
        "Adopted measures are described in the annex",
        "Decides to remain seized of the matter.",
        "[to be completed]",
        "",
    ],
)
def test_other_lines_close_nothing(line: str) -> None:
    assert not is_closing(line, load("en"))


LINES = [line for vote in VOTES.values() for line in vote.strip().split("\n")]


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.one_of(st.text(max_size=80), st.sampled_from(LINES)), max_size=6),
)
def test_the_text_is_kept_whole(code: str, lines: list[str]) -> None:
    given_lines = [Passage(line, (Piece(0, Span(0, len(line))),)) for line in lines]
    paragraphs = closing(given_lines, load(code))
    assert [words(paragraph.children) for paragraph in paragraphs] == lines


def words(children: tuple[Inline, ...]) -> str:
    return "".join(
        child.text if isinstance(child, Text) else words(child.children)
        for child in children
        if isinstance(child, Text | Field)
    )


@pytest.mark.parametrize(
    ("code", "meeting", "date"),
    [
        ("es", "88ª sesión plenaria", "31 de junio de 2044"),
        ("ru", "33-е пленарное заседание", "21 июля 20441 года"),
        ("en", "88th plenary meeting", "31 June 2044"),
    ],
)
def test_a_date_that_cannot_be_is_no_date_and_leaves_the_meeting(
    code: str, meeting: str, date: str
) -> None:
    known = [("meeting", meeting, meeting[:2])]
    assert is_misdated(date, load(code))
    assert fields([meeting, date], code)[:1] == known
    assert fields([f"{meeting} {date}"], code) == known


def test_a_sentence_with_a_month_is_no_misdated_line() -> None:
    assert not is_misdated("In June 2044 the lamps were lit.", load("en"))
    assert not is_misdated(
        "12 lamps were lit at the end of the month of June 2044 by us", load("en")
    )
