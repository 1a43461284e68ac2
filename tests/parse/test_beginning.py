"""Where the text begins in documents that print no enacting formula."""

from __future__ import annotations

import pytest

from an2un.tree import Paragraph, Provision, Resolution
from tests.parse.stages import resolution, words

STATEMENT = """\
United Nations
S/PRST/2044/9
Security Council
Distr.: General
29 April 2044
Statement by the President of the Security Council
At the 7114th meeting of the Security Council, held on 29 April 2044, in
connection with the item entitled “Lighthouses”, the President of the Security
Council made the following statement on behalf of the Council:
“The Security Council takes note of the report on lighthouses.”
"""
DECISION = """\
A/DEC/99/517

United Nations

General Assembly

Decision
Ninety-ninth session
Agenda item 118

{title}

At its 56th plenary meeting, on 20 December 2044, the General Assembly appointed
a keeper of the lighthouse for a term of office of five years:
(a)
Beginning on 1 January 2045;
(b)
Ending on 31 December 2049.
"""
UNWRAPPED = """\
United Nations

A/DEC/99/517

General Assembly

Decision

Agenda item 118

99/517. Appointment of a keeper

At its 56th plenary meeting, on 20 December 2044, the General Assembly, \
on the recommendation of the Fifth Committee, decided to appoint a keeper of the lighthouse \
for a term of office of five years, beginning on 1 January 2045.

56th plenary meeting

20 December 2044
"""


def title_of(text: str) -> str:
    return _title(resolution(text))


def _title(made: Resolution) -> str:
    return " ".join(words(line) for line in made.masthead.title)


def test_a_statement_of_the_president_has_its_title_above_the_text() -> None:
    assert title_of(STATEMENT) == "Statement by the President of the Security Council"
    assert [
        len(item.content) for item in resolution(STATEMENT).items if isinstance(item, Provision)
    ] == [2]


@pytest.mark.parametrize(
    "title",
    [
        "99/517.\n\nAppointment of a keeper",
        "99/517. Appointment of a keeper",
        "99/517. Appointment of a keeper of the lighthouse and of all that shines at\nnight",
        "99/517. Lights of the northern seas: appointment of keepers, lamps,\nand nights",
    ],
)
def test_the_title_of_a_decision_is_no_part_of_the_text(title: str) -> None:
    made = resolution(DECISION.format(title=title))
    assert title_of(DECISION.format(title=title)) == " ".join(title.split())
    assert len(made.items) == 1


def test_lines_as_long_as_paragraphs_are_paragraphs() -> None:
    assert title_of(UNWRAPPED) == "99/517. Appointment of a keeper"
    assert [words(line) for line in resolution(UNWRAPPED).closing] == [
        "56th plenary meeting",
        "20 December 2044",
    ]


@pytest.mark.parametrize(
    ("code", "organ", "reason"),
    [
        ("zh", "安全理事会", "回顾其以往关于灯塔的各项决议,"),
        ("ar", "إن مجلس الأمن", "إذ يشير إلى قراراته السابقة بشأن المنارات،"),
    ],
)
def test_a_formula_without_its_comma_stands_above_a_recital(
    code: str, organ: str, reason: str
) -> None:
    made = resolution(f"9187 (2044)\n{organ}\n{reason}\n1. 2044;\n", code)
    assert made.preamble.formula is not None
    assert len(made.preamble.items) == 1


def test_the_name_of_the_organ_above_the_session_is_no_formula() -> None:
    made = resolution("大会\n第九十九届会议\n2044年3月3日\n大会\n回顾其决议，\n1. 决定。\n", "zh")
    assert [words(line) for line in made.masthead.cover][:1] == ["大会"]
    assert len(made.preamble.items) == 1


SHORT = """\
Strengthening of the lamps
Resolution adopted by the General Assembly on 22 September 2044
99/1. The Pact for the Night

The General Assembly

Adopts the Pact for the Night, set out below.
"""
TWICE = """\
United Nations  UNEP/EA.2/Res.1
United Nations Environment Assembly
Distr.: General
3 August 2044
Original: English
English
The United Nations Environment Assembly
Second session
2/1. Lamps of the night
The United Nations Environment Assembly
1. Adopts the rules of the night.
"""


def test_a_formula_without_a_comma_stands_below_the_number_of_the_text() -> None:
    made = resolution(SHORT)
    assert title_of(SHORT) == "99/1. The Pact for the Night"
    assert made.preamble.formula is not None


BARE = """\
Strengthening of the lamps
Kenya and Peru: draft resolution
The Pact for the Night
The General Assembly
Adopts the Pact for the Night, set out below.
"""


def test_a_formula_without_a_comma_stands_below_sponsors() -> None:
    assert title_of(BARE) == "The Pact for the Night"
    assert resolution(BARE).preamble.formula is not None


def test_an_organ_named_again_above_the_session_is_no_formula() -> None:
    assert title_of(TWICE) == "2/1. Lamps of the night"
    assert [words(line) for line in resolution(TWICE).masthead.session] == ["Second session"]


AMENDMENT = """\
A/99/L.38
General Assembly
Ninety-ninth session
Agenda item 16 (a)
Lamps
Austria, Belgium, Bulgaria, Croatia, Cyprus, Denmark, Estonia, Finland, France, Germany,
Greece, Hungary, Ireland, Italy, Latvia, Lithuania, Luxembourg, Malta, Montenegro, Poland,
Portugal, Romania, Slovakia, Slovenia, Spain and Sweden:* amendment to draft resolution 4
recommended by the Second Committee in its report contained in document A/99/555
1. In the second preambular paragraph, delete the words “and the lamps of the night”.
"""


def test_a_list_of_sponsors_is_no_text() -> None:
    made = resolution(AMENDMENT)
    (line,) = made.masthead.proponents
    assert words(line).startswith("Austria, Belgium")
    assert words(line).endswith("A/99/555")
    assert len(made.items) == 1


def test_a_sentence_that_introduces_the_formula_opens_the_text() -> None:
    made = resolution("""\
Human Rights Council
PRST/61/1. Reports of the Keepers
At the 45th meeting, on 27 March 2044, the President of the Council read out the
following statement:
The Human Rights Council,
1. Takes note of the report of the first session of the Committee of Keepers;
2. Also takes note of the report of its second session.
""")
    assert _title(made) == "PRST/61/1. Reports of the Keepers"
    assert made.preamble.formula is None
    first = made.items[0]
    assert isinstance(first, Provision)
    sentence = first.content[0]
    assert isinstance(sentence, Paragraph)
    assert words(sentence).startswith("At the 45th meeting, on 27 March 2044,")
