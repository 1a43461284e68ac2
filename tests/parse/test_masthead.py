"""Mastheads of fictional documents, in the orders and gaps that extractors leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un import codes
from an2un.diagnostics import Diagnostic
from an2un.language import LANGUAGES, load
from an2un.parse.masthead import masthead
from an2un.parse.passage import Call, Passage, Piece
from an2un.source import Span
from an2un.tree import Field, Footnote, Inline, Kind, Masthead, Paragraph, Text
from tests.parse.stages import resolution

GROUPS = ("cover", "session", "proponents", "adoption", "title")


def passages(lines: str) -> list[Passage]:
    """Return the lines of a text as passages that know where they are from."""
    found, at = [], 0
    for line in lines.strip("\n").split("\n"):
        text = line.strip()
        if text:
            start = at + line.index(text)
            found.append(Passage(text, (Piece(0, Span(start, start + len(text))),)))
        at += len(line) + 1
    return found


def parse(lines: str, code: str = "en") -> tuple[Masthead, Kind]:
    return masthead(passages(lines), load(code), lambda _: None)


def words(children: tuple[Inline, ...]) -> str:
    return "".join(
        c.text if isinstance(c, Text) else "" if isinstance(c, Footnote) else words(c.children)
        for c in children
    )


def lines_of(head: Masthead) -> Iterator[tuple[str, Paragraph]]:
    for group in GROUPS:
        for paragraph in getattr(head, group):
            yield group, paragraph


def fields(head: Masthead) -> list[tuple[str, str, str]]:
    """Return role, words and value of every Field, in the order of the tree."""
    return [
        (child.role, words(child.children), child.value)
        for _, paragraph in lines_of(head)
        for child in paragraph.children
        if isinstance(child, Field)
    ]


def texts(head: Masthead, group: str) -> list[str]:
    return [words(p.children) for g, p in lines_of(head) if g == group]


ADOPTED = """
United Nations  A/RES/99/187
General Assembly
Distr.: General
7 November 2044
Ninety-ninth session
Agenda item 72 (b)
Protection of the seas: lighthouses, including those of the
United Nations
Resolution adopted by the General Assembly
on 5 November 2044
[on the report of the Third Committee (A/99/478/Add.2,
para. 89)]
99/187. Lighthouses of the
northern seas
"""


def test_an_adopted_resolution() -> None:
    head, kind = parse(ADOPTED)
    assert kind == "resolution"
    assert fields(head) == [
        ("publisher", "United Nations", "un"),
        ("symbol", "A/RES/99/187", ""),
        ("organ", "General Assembly", "generalAssembly"),
        ("distribution", "Distr.: General", "general"),
        ("issuanceDate", "7 November 2044", "2044-11-07"),
        ("session", "Ninety-ninth session", "99"),
        ("agendaItem", "Agenda item 72 (b)", "72 (b)"),
        (
            "agendaItemTitle",
            "Protection of the seas: lighthouses, including those of the United Nations",
            "",
        ),
        ("adoptingOrgan", "General Assembly", "generalAssembly"),
        ("adoptionDate", "5 November 2044", "2044-11-05"),
        ("originatingCommittee", "Third Committee", "thirdCommittee"),
        ("number", "99/187.", "99/187"),
        ("title", "Lighthouses of the northern seas", ""),
    ]


def test_every_line_stands_in_one_group() -> None:
    head, _ = parse(ADOPTED)
    assert texts(head, "session")[:2] == ["Ninety-ninth session", "Agenda item 72 (b)"]
    assert texts(head, "adoption") == [
        "Resolution adopted by the General Assembly on 5 November 2044",
        "[on the report of the Third Committee (A/99/478/Add.2, para. 89)]",
    ]
    assert texts(head, "title") == ["99/187. Lighthouses of the northern seas"]


DRAFT = """
A/C.3/99/L.42
United Nations
General Assembly
Distr.: Limited
7 November 2044
Original: English
Ninety-ninth session
Third Committee
Agenda item 72
Protection of the seas
Bolivia (Plurinational State of), Kenya, United Kingdom of Great
Britain and Northern Ireland and Viet Nam:* draft
resolution
Lighthouses of the northern seas
"""


def test_a_draft_with_sponsors() -> None:
    head, kind = parse(DRAFT)
    assert kind == "draftResolution"
    found = fields(head)
    assert ("committee", "Third Committee", "thirdCommittee") in found
    assert ("originalLanguage", "English", "en") in found
    assert [value for role, _, value in found if role == "sponsor"] == [
        "memberBolivia", "memberKenya",
        "memberUnitedKingdomOfGreatBritainAndNorthernIreland", "memberVietNam",
    ]  # fmt: skip
    assert ("documentType", "draft resolution", "draftResolution") in found
    (line,) = texts(head, "proponents")
    assert line.startswith(
        "Bolivia (Plurinational State of), Kenya, United Kingdom of Great Britain"
    )
    assert line.endswith("Ireland and Viet Nam:* draft resolution")
    assert ("title", "Lighthouses of the northern seas", "") in found


def test_a_footnote_called_in_the_list_of_sponsors_stays_there() -> None:
    note = Footnote("*", (Paragraph((Text("The list may change."),)),))
    text = "Kenya and Peru*: draft resolution"
    called = Passage(text, (Piece(0, Span(0, len(text))),), (Call(14, 15, note),))
    head, _ = masthead([called, Passage("Lamps")], load("en"), lambda _: None)
    assert head.proponents[0].children == (
        Field("sponsor", (Text("Kenya"),), "memberKenya"),
        Text(" and "),
        Field("sponsor", (Text("Peru"),), "memberPeru"),
        note,
        Text(": "),
        Field("documentType", (Text("draft resolution"),), "draftResolution"),
    )


def test_a_footnote_called_at_the_end_of_a_title_is_there_once() -> None:
    note = Footnote("1", (Paragraph((Text("Adopted without a vote."),)),))
    title = Passage("99/1. Lamps", (Piece(0, Span(0, 11)),), (Call(11, 11, note),))
    head, _ = masthead([title], load("en"), lambda _: None)
    found = [c for c in walk(head.title[0].children) if isinstance(c, Footnote)]
    assert found == [note]


def test_a_call_that_stands_on_a_line_of_its_own_belongs_to_the_line_above() -> None:
    note = Footnote("1", (Paragraph((Text("Part A stands elsewhere."),)),))
    call = Passage("1", (Piece(20, Span(20, 21)),), (Call(0, 1, note),))
    lines = [*passages("99/250. Lamps\nB"), call]
    head, _ = masthead(lines, load("en"), lambda _: None)
    assert note in head.title[-1].children
    assert words(head.title[-1].children).strip() == "B"


def test_a_title_that_names_another_resolution_at_the_start_of_a_line_runs_on() -> None:
    head, _ = parse("99/285. Review of resolution\n95/290 A on the lighting of harbours", "en")
    (title,) = head.title
    assert words(title.children) == (
        "99/285. Review of resolution 95/290 A on the lighting of harbours"
    )


def walk(children: tuple[Inline, ...]) -> Iterator[Inline]:
    for child in children:
        yield child
        if isinstance(child, Field):
            yield from walk(child.children)


def test_a_draft_cut_above_the_title_of_its_item() -> None:
    head, kind = parse("""
        Protection of the seas
        Kenya and Peru: draft decision
        Lighthouses of the northern
        seas
    """)
    assert kind == "draftDecision"
    assert texts(head, "session") == ["Protection of the seas"]
    assert texts(head, "title") == ["Lighthouses of the northern seas"]


def test_a_draft_that_a_committee_submits() -> None:
    head, kind = parse("""
        A/C.2/99/L.44
        Agenda item 16
        Protection of the seas
        Draft resolution submitted by the Vice-Chair of the Committee, Ada
        Lumen (Freedonia), on the basis of informal consultations on draft
        resolution A/C.2/99/L.21
        Lighthouses of the northern seas
    """)
    assert kind == "draftResolution"
    assert len(head.proponents) == 1
    assert texts(head, "proponents")[0].endswith("on draft resolution A/C.2/99/L.21")
    assert texts(head, "title") == ["Lighthouses of the northern seas"]


def test_who_submits_a_draft_is_named_as_in_catalogues() -> None:
    head, _ = parse("""
        Fifth Committee
        Agenda item 135
        Draft resolution submitted by the Chair of the Committee following
        informal consultations
        Capital master plan
    """)
    submitter = "submitted by the Chair of the Committee following informal consultations"
    assert [f for f in fields(head) if f[0] in ("documentType", "sponsor")] == [
        ("documentType", "Draft resolution", "draftResolution"),
        ("sponsor", submitter, "chair"),
    ]


@pytest.mark.parametrize(
    ("line", "language", "office"),
    [
        ("Draft decision submitted by the Bureau", "en", "bureau"),
        ("Draft decision submitted by the Vice-Chair, Ada Lumen", "en", "viceChair"),
        ("Draft resolution submitted by the Chair on behalf of the Bureau", "en", "chair"),
        ("Draft resolution submitted by the President of the Council", "en", "president"),
        ("Draft resolution submitted by the friends of moths", "en", ""),
        ("Projet de résolution déposé par la Présidente de la Commission", "fr", "chair"),
        ("Proyecto de decisión presentado por el Relator", "es", "rapporteur"),
        ("Проект резолюции, представленный заместителем Председателя Комитета", "ru", "viceChair"),
        ("مشروع قرار مقدم من نائبة رئيس اللجنة", "ar", "viceChair"),
        ("委员会主席团提交的决议草案", "zh", "bureau"),
        ("submitted by the Chair of the Committee, Ada Lumen: draft resolution", "en", "chair"),
    ],
)  # fmt: skip
def test_the_entry_of_a_submitter_is_its_office(line: str, language: str, office: str) -> None:
    head, _ = parse(line, language)
    assert [f[2] for f in fields(head) if f[0] == "sponsor"] == [office]


def test_a_title_goes_on_with_the_number_of_another_resolution() -> None:
    head, _ = parse("""
        Ninety-ninth session
        Resolution adopted by the General Assembly on 5 November 2044
        99/187. Review of General Assembly resolution
        75/290 A on the northern lights
    """)
    assert texts(head, "title") == [
        "99/187. Review of General Assembly resolution 75/290 A on the northern lights"
    ]


def test_an_amendment_names_the_draft_it_amends() -> None:
    head, kind = parse("""
        A/99/L.35
        Agenda item 16
        Protection of the seas
        Kenya:* amendment to draft resolution A/99/L.30
        Lighthouses of the northern seas
    """)
    assert kind == "draftResolution"
    assert ("documentType", "amendment to draft resolution", "amendment") in fields(head)
    assert texts(head, "title") == ["Lighthouses of the northern seas"]


def test_the_amended_draft_on_a_line_of_its_own() -> None:
    head, _ = parse("""
        A/99/L.35
        Protection of the seas
        Kenya: amendment to revised draft resolution
        A/99/L.30/Rev.1
        Lighthouses of the northern seas
    """)
    assert texts(head, "proponents")[0].endswith("resolution A/99/L.30/Rev.1")
    assert texts(head, "title") == ["Lighthouses of the northern seas"]


def test_a_resolution_of_the_security_council() -> None:
    head, kind = parse("""
        S/RES/9542 (2044)
        Security Council
        Resolution 9542 (2044)
        Adopted by the Security Council at its 9758th meeting, on
        15 September 2044
    """)
    assert kind == "resolution"
    assert fields(head)[2:] == [
        ("adoptingOrgan", "Security Council", "securityCouncil"),
        ("meeting", "9758th meeting", "9758"),
        ("adoptionDate", "15 September 2044", "2044-09-15"),
        ("number", "9542 (2044)", "9542-2044"),
    ]


def test_a_statement_of_the_president() -> None:
    head, kind = parse("""
        S/PRST/2044/7
        Security Council
        Statement by the President of the Security Council
    """)
    assert kind == "presidentialStatement"
    assert ("title", "Statement by the President of the Security Council", "") in fields(head)


def test_the_titles_of_two_items_stand_apart() -> None:
    head, _ = parse("""
        Agenda items 13 and 117
        Integrated and coordinated care of the lighthouses of the
        northern and southern seas
        Follow-up to the Year of the Lamp
        Resolution adopted by the General Assembly on 5 November 2044
    """)
    assert texts(head, "session")[1:] == [
        "Integrated and coordinated care of the lighthouses of the northern and southern seas",
        "Follow-up to the Year of the Lamp",
    ]


@pytest.mark.parametrize(
    ("code", "line", "organ"),
    [
        ("en", "United Nations Security Council Resolution 9999 (2044)", True),
        ("en", "Resolution No. 9999 (2044)", False),
        ("fr", "Résolution 9999 (2044) du Conseil de sécurité des Nations Unies", True),
        ("fr", "Résolution n° 9999 (2044)", False),
        ("es", "Resolución 9999 (2044) del Consejo de Seguridad de las Naciones Unidas", True),
        ("es", "Resolución Nº 9999 (2044)", False),
        ("ru", "Резолюция Совета Безопасности ООН 9999 (2044)", True),
        ("ru", "Резолюция № 9999 (2044)", False),
        ("zh", "联合国安全理事会第9999(2044)号决议", True),
        ("ar", "قرار مجلس الأمن رقم 9999 (2044)", True),
        ("ar", "القرار رقم 9999 (2044)", False),
    ],
)
def test_a_resolution_as_others_name_it(code: str, line: str, organ: bool) -> None:
    head, kind = parse(line, code)
    assert kind == "resolution"
    found = {role: value for role, _, value in fields(head)}
    assert found.pop("number") == "9999-2044"
    assert found == ({"adoptingOrgan": "securityCouncil"} if organ else {})


@pytest.mark.parametrize(
    ("cover", "printed"),
    [
        (
            "UNITED\nNATIONS\nA\nGeneral Assembly\nDistr.\nGENERAL\nA/RES/99/31",
            ["UNITED NATIONS", "A", "General Assembly", "Distr. GENERAL"],
        ),
        (
            "UNITED\nNATIONS\nE\nEconomic and Social\nDistr.\nCouncil\nGENERAL\nE/RES/2044/31",
            ["UNITED NATIONS", "E", "Economic and Social Council", "Distr. GENERAL"],
        ),
    ],
)
def test_old_mastheads_have_the_letter_of_the_series_and_issuers_beside_others(
    cover: str, printed: list[str]
) -> None:
    head, _ = parse(f"{cover}\n15 March 2044\n99/31. Care of the lamps")
    assert texts(head, "cover")[:4] == printed
    assert [text for role, text, _ in fields(head) if role == "number"] == ["99/31."]


def test_a_meeting_on_a_line_of_its_own_goes_on_with_the_adoption() -> None:
    head, _ = parse("""
        Resolution 9999 (2044)
        Adopted by the Security Council at its
        8935th meeting
        , on
        17 December 2044
    """)
    assert len(texts(head, "adoption")) == 1
    assert {"meeting", "adoptionDate", "adoptingOrgan"} <= {role for role, _, _ in fields(head)}


def test_a_symbol_that_breaks_behind_a_stroke_is_whole() -> None:
    head, _ = parse("""
        Resolution adopted by the General Assembly on 5 November 2044
        [on the report of the Third Committee (A/
        99/441)]
        99/12. Day lights /
        night lights
    """)
    assert texts(head, "adoption")[1] == "[on the report of the Third Committee (A/99/441)]"
    assert texts(head, "title") == ["99/12. Day lights / night lights"]


def test_a_divided_word_is_whole_in_a_title() -> None:
    made = resolution("99/12. Lights of Vanua\u00ad\ntu\n\nThe General Assembly,\n\n1. Decides.\n")
    assert texts(made.masthead, "title") == ["99/12. Lights of Vanuatu"]


def test_a_meeting_alone_is_that_of_the_adoption() -> None:
    head, _ = parse("""
        A/RES/99/213
        86th plenary meeting
        21 December 2044
        99/213. Care of the lamps
    """)
    assert [field[::2] for field in fields(head)] == [
        ("symbol", ""), ("meeting", "86"), ("adoptionDate", "2044-12-21"), ("number", "99/213"),
        ("title", ""),
    ]  # fmt: skip
    assert len(texts(head, "adoption")) == 1


def test_a_statement_of_the_president_of_the_human_rights_council() -> None:
    head, kind = parse("""
        Human Rights Council Sixty-first Session
        PRST/61/1. Reports of the Keepers
    """)
    assert kind == "presidentialStatement"
    assert [(role, value) for role, _, value in fields(head)] == [
        ("organ", "humanRightsCouncil"), ("session", "61"), ("number", "61/1"), ("title", ""),
    ]  # fmt: skip


def test_what_a_page_of_the_web_has_above_is_no_title_of_an_agenda_item() -> None:
    head, _ = parse("""
        Lighthouse Portal
        Documents
        Follow-up to the Year of the Lamp: care of the lighthouses of
        the northern and southern seas
        Resolution adopted by the General Assembly on 5 November 2044
    """)
    assert texts(head, "cover") == ["Lighthouse Portal", "Documents"]
    titles = [text for role, text, _ in fields(head) if role == "agendaItemTitle"]
    assert titles == [texts(head, "session")[0]]
    assert titles[0].startswith("Follow-up to")


def test_the_dates_of_a_session_are_no_title() -> None:
    head, _ = parse("""
        Human Rights Council
        Fifty-fourth session
        11 September–13 October 2044
        Agenda item 3
        Rights of lighthouse keepers
        54/15. Keepers and storms
    """)
    assert texts(head, "session")[:2] == ["Fifty-fourth session", "11 September–13 October 2044"]
    assert ("agendaItemTitle", "Rights of lighthouse keepers", "") in fields(head)
    assert ("title", "Keepers and storms", "") in fields(head)


def test_the_language_of_the_original_on_a_line_of_its_own() -> None:
    head, _ = parse("""
        A/C.3/99/L.42
        United Nations
        General Assembly
        Distr.: Limited
        Original:
        English
        Ninety-ninth session
    """)
    assert "Original: English" in texts(head, "cover")
    assert ("originalLanguage", "English", "en") in fields(head)


LANGUAGE_HEADS = {
    "fr": (
        """
        Nations Unies  A/99/L.53
        Assemblée générale
        Distr. limitée
        7 novembre 2044
        Original : anglais
        Quatre-vingt-dix-neuvième session
        Point 72 a) de l’ordre du jour
        Protection des mers
        Côte d’Ivoire, Kenya et Türkiye* : projet de résolution
        Phares des mers du Nord
        """,
        "draftResolution",
        {"session": "99", "sponsor": "memberCoteDIvoire", "issuanceDate": "2044-11-07"},
    ),
    "es": (
        """
        Naciones Unidas A/RES/99/187
        Asamblea General
        Distr. general
        Nonagésimo noveno período de sesiones
        Tema 72 a) del programa
        Protección de los mares
        Resolución aprobada por la Asamblea General
        el 5 de noviembre de 2044
        [sobre la base del informe de la Tercera Comisión (A/99/478, párr. 8)]
        99/187. Faros de los mares del norte
        """,
        "resolution",
        {
            "adoptionDate": "2044-11-05",
            "originatingCommittee": "thirdCommittee",
            "number": "99/187",
        },
    ),
    "de": (
        """
        Vereinte Nationen A/RES/99/187
        Generalversammlung Verteilung: Allgemein
        7. November 2044
        Neunundneunzigste Tagung
        Tagesordnungspunkt 20 j)
        Resolution der Generalversammlung, verabschiedet am 5. November 2044
        [auf Grund des Berichts des Dritten Ausschusses (A/99/443, Ziff. 12)]
        99/187. Leuchttürme der nördlichen Meere
        """,
        "resolution",
        {
            "issuanceDate": "2044-11-07",
            "session": "99",
            "agendaItem": "20 j)",
            "adoptionDate": "2044-11-05",
            "originatingCommittee": "thirdCommittee",
            "number": "99/187",
        },
    ),
    "ru": (
        """
        Организация Объединенных Наций S/RES/9542 (2044)
        Совет Безопасности
        Distr.: General
        16 September 2044
        Резолюция 9542 (2044),
        принятая Советом Безопасности на его 9758-м заседании 15 сентября 2044
        года
        """,
        "resolution",
        {"issuanceDate": "2044-09-16", "meeting": "9758", "adoptionDate": "2044-09-15"},
    ),
    "zh": (
        """
        联合国
        A/RES/99/187
        大会
        Distr.: General
        第九十九届会议
        议程项目72(b)
        保护海洋：灯塔
        2044年11月5日大会决议
        [根据第三委员会的报告(A/99/478，第8段)]
        99/187. 北方海域
        的灯塔
        """,
        "resolution",
        {"session": "99", "adoptionDate": "2044-11-05", "adoptingOrgan": "generalAssembly"},
    ),
    "ar": (
        """
        الأمــم المتحـدة  A/RES/99/187
        الجمعية العامة
        Distr.: General
        الدورة التاسعة والتسعون
        البند 72 (ب) من جدول الأعمال
        حماية البحار
        قرار اتخذته الجمعية العامة في 5 تشرين الثاني/نوفمبر 2044
        [بناء على تقرير اللجنة الثالثة (A/99/478، الفقرة 8)]
        99/187 - منارات البحار الشمالية
        """,
        "resolution",
        {"session": "99", "adoptionDate": "2044-11-05", "title": ""},
    ),
}


@pytest.mark.parametrize("code", LANGUAGE_HEADS)
def test_a_masthead_in_another_language(code: str) -> None:
    lines, kind, expected = LANGUAGE_HEADS[code]
    head, found_kind = parse(lines, code)
    values: dict[str, str] = {}
    for role, _, value in fields(head):
        values.setdefault(role, value)
    assert found_kind == kind
    assert {role: values.get(role) for role in expected} == expected


def test_lines_of_chinese_join_without_a_blank() -> None:
    head, _ = parse(LANGUAGE_HEADS["zh"][0], "zh")
    assert ("title", "北方海域的灯塔", "") in fields(head)


def test_the_dash_behind_an_arabic_number_is_no_part_of_the_title() -> None:
    head, _ = parse(LANGUAGE_HEADS["ar"][0], "ar")
    assert ("title", "منارات البحار الشمالية", "") in fields(head)


def test_an_unknown_line_is_kept_and_reported() -> None:
    found: list[Diagnostic] = []
    lines = passages("United Nations\n20 copies\nA/RES/99/1\n99/1. Lamps")
    head, _ = masthead(lines, load("en"), found.append)
    assert "20 copies" in texts(head, "cover")
    assert [(d.code, d.span) for d in found] == [(codes.UNMARKED_LINE, Span(15, 24))]


def test_nothing_gives_an_empty_masthead() -> None:
    assert masthead([], load("en"), lambda _: None) == (Masthead(), "resolution")


LINES = st.one_of(
    st.sampled_from([line for line in (ADOPTED + DRAFT).splitlines() if line]),
    st.sampled_from(
        [line.strip() for text, _, _ in LANGUAGE_HEADS.values() for line in text.split("\n")]
    ),
    st.text(min_size=1, max_size=50),
).filter(str.strip)


@given(st.sampled_from(LANGUAGES), st.lists(LINES, max_size=24))
def test_no_line_is_lost_or_doubled(code: str, lines: list[str]) -> None:
    given_lines = passages("\n".join(" ".join(line.split()) for line in lines))
    head, _ = masthead(given_lines, load(code), lambda _: None)
    printed = "".join(words(p.children) for _, p in lines_of(head))
    assert sorted("".join(printed.split())) == sorted(
        "".join("".join(p.text for p in given_lines).split())
    )
    covered = [at for _, p in lines_of(head) for span in p.origin for at in range(*span)]
    text = "".join(p.text for p in given_lines)
    blanks = sum(map(str.isspace, text))
    assert len(covered) == len(set(covered))
    assert len(text) - blanks <= len(covered) <= len(text)


DECISIONS = {
    "en": ("General Assembly\nDecision\nNinety-ninth session\nAgenda item 116 (b)\n"
           "Elections and appointments\nPlenary\n99/423. Keepers of the light"),
    "fr": ("Assemblée générale\nDécision\nQuatre-vingt-dix-neuvième session\n"
           "Point 116 b) de l’ordre du jour\nÉlections et nominations\nPlénière\n"
           "99/423. Gardiens de la lumière"),
    "es": ("Asamblea General\nDecisión\nNonagésimo noveno período de sesiones\n"
           "Tema 116 b) del programa\nElecciones y nombramientos\nPleno\n"
           "99/423. Guardianes de la luz"),
    "ru": ("Генеральная Ассамблея\nРешение\nДевяносто девятая сессия\nПункт 116 b) повестки дня\n"
           "Выборы и назначения\nПленарное заседание\n99/423. Хранители света"),
    "zh": "大会\n决定\n第九十九届会议\n议程项目116 (b)\n选举和任命\n全体会议\n99/423. 光的守护者",
    "ar": ("الجمعية العامة\nمقرر\nالدورة التاسعة والتسعون\nالبند 116 (ب) من جدول الأعمال\n"
           "الانتخابات والتعيينات\nالجلسة العامة\n99/423 حراس النور"),
    "de": ("Generalversammlung\nBeschluss\nNeunundneunzigste Tagung\nTagesordnungspunkt 116 b)\n"
           "Wahlen und Ernennungen\nPlenum\n99/423. Hüter des Lichts"),
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_masthead_of_a_decision(code: str) -> None:
    head, kind = parse(DECISIONS[code], code)
    assert kind == "decision"
    found = {role: value for role, _, value in fields(head)}
    assert found["documentType"] == "decision"
    assert found["session"] == "99"
    assert found["agendaItem"].startswith("116")
    assert found["decisionType"] == "electionsAndAppointments"
    assert found["committee"] == "plenary"
    assert found["number"] == "99/423"
    assert "title" in found


def test_a_committee_right_above_the_title_of_a_decision() -> None:
    head, _ = parse("General Assembly\nDecision\nLamps of the sea\nFirst Committee\n99/7. Lamps")
    assert ("committee", "First Committee", "firstCommittee") in fields(head)
    assert texts(head, "title") == ["99/7. Lamps"]


def test_the_word_decision_at_the_end_of_a_title_is_a_part_of_it() -> None:
    head, _ = parse(
        "General Assembly\nAgenda item 3\nFollow-up to the\nDecision\n"
        "Resolution adopted by the General Assembly on 5 November 2044\n99/7. Lamps"
    )
    assert texts(head, "session") == ["Agenda item 3", "Follow-up to the Decision"]


@pytest.mark.parametrize(
    ("code", "line", "kind", "organ", "number"),
    [
        ("en", "General Assembly decision 99/568", "decision", "generalAssembly", "99/568"),
        ("en", "General Assembly resolution 99/5", "resolution", "generalAssembly", "99/5"),
        ("en", "Decision 99/568", "decision", None, "99/568"),
        ("fr", "Décision 99/568 de l’Assemblée générale", "decision", "generalAssembly", "99/568"),
        ("es", "Decisión 99/568 de la Asamblea General", "decision", "generalAssembly", "99/568"),
        ("ru", "Решение 99/568 Генеральной Ассамблеи", "decision", "generalAssembly", "99/568"),
        ("zh", "大会第99/568号决定", "decision", "generalAssembly", "99/568"),
        ("ar", "مقرر الجمعية العامة 99/568", "decision", "generalAssembly", "99/568"),
        ("fr", "Résolution 2950 (2044)", "resolution", None, "2950-2044"),
        ("en", "Security Council resolution 2950 (2044)", "resolution", "securityCouncil",
         "2950-2044"),
    ],
)  # fmt: skip
def test_a_line_that_says_what_it_is_the_number_of(
    code: str, line: str, kind: Kind, organ: str | None, number: str
) -> None:
    head, found = parse(line, code)
    assert found == kind
    told = {role: value for role, _, value in fields(head)}
    assert told["number"] == number
    assert told.get("adoptingOrgan") == organ


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ["Resolution 912 (2038)", "of 6 May 2038"]),
        ("en", ["912 (2038). Resolution of 6 May 2038"]),
        ("en", ["Security Council resolution 912 (2038) of 6 May 2038"]),
        ("fr", ["Résolution 912 (2038)", "du 6 mai 2038"]),
        ("es", ["Resolución 912 (2038)", "de 6 de mayo de 2038"]),
        ("ru", ["Резолюция 912 (2038)", "от 6 мая 2038 года"]),
        ("zh", ["第912(2038)号决议", "2038年5月6日"]),
        ("zh", ["2038年5月6日第912(2038)号决议"]),
        ("ar", ["القرار 912 (2038)", "المؤرخ 6 أيار/مايو 2038"]),
        ("de", ["Resolution 912 (2038)", "vom 6. Mai 2038"]),
    ],
)
def test_a_number_with_the_date_of_its_adoption(code: str, lines: list[str]) -> None:
    head, _ = parse("\n".join(lines), code)
    (line,) = head.title
    told = {role: value for role, _, value in fields(head)}
    assert (told["number"], told["adoptionDate"]) == ("912-2038", "2038-05-06")
    assert words(line.children) == load(code).glue.join(lines)


def test_a_number_of_the_old_sessions_needs_no_stop_behind_its_word() -> None:
    head, _ = parse("General Assembly resolution 2971 A (XXVI) of 17 December 2031\nOn lamps")
    told = {role: (printed, value) for role, printed, value in fields(head)}
    assert told["number"] == ("2971 A (XXVI)", "2971A(XXVI)")
    assert told["adoptionDate"] == ("17 December 2031", "2031-12-17")
    assert told["title"][0] == "On lamps"


def test_a_line_of_other_words_below_a_number_is_its_title() -> None:
    head, _ = parse("Resolution 912 (2038)\nof lamps and 6 birds")
    assert [role for role, _, _ in fields(head)] == ["number", "title"]


SPONSORED = {
    "en": ("Kenya and Peru", [": draft resolution, as orally revised",
                              ": draft resolution (as orally revised)",
                              ":* revised draft resolution, as orally\nrevised"]),
    "fr": ("Kenya et Pérou", [" : projet de résolution, tel que révisé oralement",
                              " : projet de résolution révisé, tel que\nrévisé oralement"]),
    "es": ("Kenya y Perú", [": proyecto de resolución, en su forma revisada oralmente"]),
    "ru": ("Кения и Перу", [": проект резолюции с внесенными в него устными изменениями"]),
    "zh": ("肯尼亚和秘鲁", ["：经口头订正的决议草案"]),
    "ar": ("بيرو وكينيا", [": مشروع قرار، بصيغته المنقحة شفويا"]),
}  # fmt: skip
REVISED = [(code, names, more) for code, (names, all_) in SPONSORED.items() for more in all_]


@pytest.mark.parametrize(("code", "names", "more"), REVISED)
def test_a_draft_as_orally_revised(code: str, names: str, more: str) -> None:
    head, kind = parse(f"A/99/L.3\n{names}{more}", code)
    assert kind == "draftResolution"
    found = [(role, value) for role, _, value in fields(head)]
    assert sorted(value for role, value in found if role == "sponsor") == [
        "memberKenya",
        "memberPeru",
    ]
    assert ("documentType", "draftResolution") in found
    assert ("status", "orallyRevised") in found
    assert not head.title


def test_a_type_goes_on_in_the_next_line() -> None:
    head, _ = parse(
        "A/99/L.3\nKenya et Pérou : projet de résolution\nrévisé\nPhares de la nuit", "fr"
    )
    assert ("documentType", "projet de résolution révisé", "draftResolution") in fields(head)
    assert texts(head, "title") == ["Phares de la nuit"]
