"""Repairs: what is mended, that nothing else changes, that the text is never touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from an2un import fix as fixing
from an2un.check.loading import RefusalError
from an2un.check.settings import Settings
from an2un.fix import FixError, fix, text_hash
from an2un.fix.edits import Edit
from tests.check.pieces import COLLECTION, DRAFT, RESOLUTION, changed, codes

WORK = "/akn/un/statement/deliberation/unga/2044-11-21/C.2-99-L.17"


def mended(xml: str) -> str:
    return fix(xml.encode()).data.decode()


@pytest.mark.parametrize("xml", [RESOLUTION, DRAFT, COLLECTION])
def test_good_documents_stay_as_they_are(xml: str) -> None:
    assert fix(xml.encode()).repairs == ()
    assert mended(xml) == xml


@pytest.mark.parametrize(
    ("good", "faulty"),
    [
        ('<paragraph eId="att_1__para_2">', '<paragraph eId="para_77">'),
        ('<content eId="att_1__para_2__content">', "<content>"),
        ('<content eId="att_1__para_2__content">', '<content eId="att_1__para_2_content">'),
        ('<crossHeading eId="sec_I__crossHeading_1"', '<crossHeading eId="cross"'),
    ],
)
def test_identifiers_are_given_anew(good: str, faulty: str) -> None:
    assert mended(changed(RESOLUTION, good, faulty)).replace(" >", ">").count(good) == 1


def test_identifiers_that_no_rule_objects_to_are_kept() -> None:
    xml = DRAFT.replace('"preface_1__container_2"', '"preface_1__container_7"')
    assert xml != DRAFT
    assert codes(xml) == []
    assert mended(xml) == xml


def test_what_pointed_at_an_identifier_is_led_to_the_new_one() -> None:
    xml = RESOLUTION.replace('"para_1', '"para_26').replace('"#para_1"', '"#para_26"')
    assert mended(xml) == RESOLUTION


def test_slashes_and_components_of_addresses() -> None:
    xml = DRAFT.replace(f'"{WORK}"', f'"{WORK}/"').replace(
        f"{WORK}/eng@/!main", f"{WORK}/eng@!main"
    )
    assert mended(xml) == DRAFT


def test_roles_of_authors() -> None:
    assert mended(DRAFT.replace('as="#author"', 'as="author"')) == DRAFT


def test_known_entries_are_added_and_others_are_not() -> None:
    entry = '<TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="Author"/>'
    without = changed(DRAFT, entry, "")
    after = mended(without)
    assert entry in after
    assert codes(after) == []
    unknown = changed(DRAFT, 'refersTo="#memberArcadia"', 'refersTo="#memberNowhere"')
    assert "memberNowhere" not in mended(unknown).partition("</references>")[0]


def test_an_entry_under_another_identifier_is_used() -> None:
    xml = DRAFT.replace('eId="symbol"', 'eId="symbole"')
    assert 'refersTo="#symbole"' in mended(xml)
    assert codes(mended(xml)) == []


def test_subtype_and_number_follow_from_address_and_masthead() -> None:
    lines = (
        '<FRBRsubtype value="deliberation"/>'
        '<FRBRnumber value="C.2-99-L.17" showAs="A/C.2/99/L.17"/>'
    )
    xml = changed(DRAFT, lines, "")
    assert codes(mended(xml)) == []
    other = changed(xml, ">A/C.2/99/L.17</docNumber>", ">A/C.2/99/L.71</docNumber>")
    assert "<FRBRnumber" not in mended(other)


def test_what_is_added_has_the_prefix_of_the_file() -> None:
    lines = (
        '<FRBRsubtype value="deliberation"/>'
        '<FRBRnumber value="C.2-99-L.17" showAs="A/C.2/99/L.17"/>'
    )
    xml = re.sub(r"<(/?)(?=\w)", r"<\1a:", changed(DRAFT, lines, "")).replace("xmlns=", "xmlns:a=")
    assert "<a:FRBRsubtype" in mended(xml)
    assert codes(mended(xml)) == []


def test_empty_steps_are_taken_out() -> None:
    step = '<step date="0001-01-01" outcome="additionalSponsors" by=""/>'
    xml = changed(RESOLUTION, "</workflow>", step + "</workflow>")
    assert mended(xml) == RESOLUTION


def test_a_workflow_without_any_step_is_taken_out() -> None:
    start, end = RESOLUTION.index("<workflow "), RESOLUTION.index("</workflow>")
    steps = RESOLUTION[RESOLUTION.index(">", start) + 1 : end]
    assert "<workflow" not in mended(RESOLUTION.replace(steps, "<step/><step></step>"))
    told = '<step outcome="#adopted"/>'
    assert told in mended(RESOLUTION.replace(steps, told))


def test_keywords_are_shown_by_their_short_form() -> None:
    given = '<keyword value="7" shortForm="NIGHT SKY" dictionary="local"/>'
    block = f'<classification source="#converter">{given}</classification>'
    xml = changed(DRAFT, "<references ", f"{block}<references ")
    assert 'showAs="NIGHT SKY"' in mended(xml)
    assert 'showAs=""' in mended(xml.replace(' shortForm="NIGHT SKY"', ' shortForm="" showAs=""'))


def test_a_second_repair_finds_nothing() -> None:
    xml = RESOLUTION.replace("eId=", "wId=")
    once = fix(xml.encode())
    assert once.repairs
    assert fix(once.data).repairs == ()


def test_line_ends_encoding_and_comments_are_kept() -> None:
    text = (
        DRAFT.replace("><", ">\r\n<")
        .replace('encoding="UTF-8"', 'encoding="UTF-16"')
        .replace(f'"{WORK}"', f'"{WORK}/"')
        .replace("<mainBody", "<!-- é --><mainBody")
    )
    after = fix(text.encode("utf-16")).data
    assert after == text.replace(f'"{WORK}/"', f'"{WORK}"').encode("utf-16")


def test_the_text_is_the_same_or_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(*_: object) -> list[Edit]:
        at = DRAFT.index("Decides")
        return [Edit(at, at + 7, "Refuses", "spoilt")]

    monkeypatch.setattr(fixing, "_REPAIRS", (spoil,))
    with pytest.raises(FixError, match="change the text"):
        fix(DRAFT.encode())


def test_the_hash_is_of_all_text_but_the_metadata() -> None:
    def hashed(xml: str) -> str:
        return text_hash(etree.fromstring(xml))

    xml = "<a>x<meta><b>y</b></meta>z<c><!-- n -->t</c></a>"
    assert hashed(xml) == hashed(xml.replace("y", "-").replace(" n ", ""))
    for text in "xzt":
        assert hashed(xml) != hashed(xml.replace(f"{text}<", "-<")), text
    assert hashed("<a>x</a>") != hashed("<a>y</a>"), "a file without metadata"


def test_what_is_refused_is_not_mended() -> None:
    with pytest.raises(RefusalError):
        fix(b"<!DOCTYPE a><a/>")


def test_published_files_are_better_afterwards_and_say_the_same(corpus: Path) -> None:
    files = sorted((corpus / "corpus" / "official" / "valid").glob("*.xml"))[::12]
    assert files
    for path in files:
        data = path.read_bytes()
        fixed = fix(data)
        before, after = etree.fromstring(data), etree.fromstring(fixed.data)
        assert text_hash(after) == text_hash(before)
        assert len(codes(fixed.data)) < len(codes(data))
        assert codes(fixed.data, Settings(level="1")) == []
        assert fix(fixed.data).repairs == ()
