"""Linking: citations, dates and organs of a whole document as nodes tight around the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from an2un.conversion import read
from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse.references import CHARTER, link
from an2un.tree import (
    Annex,
    Collection,
    Document,
    Masthead,
    Paragraph,
    Reference,
    Resolution,
    Section,
)
from an2un.walk import plain_text, walk
from tests.builders import doc, field, italic, line, note, par, points, recital
from tests.parse.linked import linked, of, paragraph, paragraphs, shown
from tests.strategies import documents

WORK = "/akn/un/statement/deliberation/unga"


def test_each_number_is_a_reference_with_its_date_inside() -> None:
    assert paragraph(
        "Recalling its resolutions 72/7 of 17 November 2017 and 75/272 of 16 April 2021,"
    ) == (
        "Recalling its resolutions"
        f" [72/7 of {{date=2017-11-17: 17 November 2017}}→{WORK}/2017-11-17/72-7] and"
        f" [75/272 of {{date=2021-04-16: 16 April 2021}}→{WORK}/2021-04-16/75-272],"
    )


def test_organs_and_offices_are_named() -> None:
    assert paragraph("Requests the Secretary-General to report to the Security Council") == (
        "Requests the {office=secretaryGeneral: Secretary-General} to report to the"
        " {organization=securityCouncil: Security Council}"
    )


def test_a_number_without_date_leads_to_its_symbol() -> None:
    assert paragraph("Recalling its resolution 72/7,") == (
        "Recalling its [resolution 72/7→A/RES/72/7],"
    )


def test_a_date_printed_once_counts_everywhere() -> None:
    first, second = paragraphs(
        "Recalling its resolution 70/1,", "See resolution 70/1 of 25 September 2015."
    )
    assert f"→{WORK}/2015-09-25/70-1]" in first
    assert f"→{WORK}/2015-09-25/70-1]" in second


def test_a_date_in_a_note_counts_as_well() -> None:
    found = paragraph(
        line("Recalling resolution 70/1", note("1", "Resolution 70/1 of 25 May 2015."))
    )
    assert found.startswith(f"Recalling [resolution 70/1→{WORK}/2015-05-25/70-1]1‹")


def test_a_date_of_its_own_goes_before_one_that_stands_for_several() -> None:
    first, second, third = paragraphs(
        "resolutions 39/14 and 39/41 of 15 December 1984",
        "resolution 39/14 of 14 December 1984",
        "resolution 39/41",
    )
    assert f"→{WORK}/1984-12-14/39-14]" in first
    assert f"→{WORK}/1984-12-14/39-14" in second
    assert f"→{WORK}/1984-12-15/39-41]" in third


def test_dates_that_differ_are_no_date() -> None:
    found: list[Diagnostic] = []
    document = doc(
        masthead=of("generalAssembly"),
        recitals=(
            recital("resolution 70/1 of 25 May 2015 and resolution 70/1 of 26 May 2015"),
            recital("resolution 70/1"),
        ),
    )
    made = linked(document, found)
    assert [one.code.id for one in found] == ["AU331"]
    assert "2015-05-25, 2015-05-26" in found[0].message
    assert isinstance(made, Resolution)
    last = made.preamble.items[-1]
    assert "→A/RES/70/1]" in str(
        [shown(*p.children) for p in walk(last) if isinstance(p, Paragraph)]
    )


def test_a_date_that_cannot_be_is_told() -> None:
    found: list[Diagnostic] = []
    document = doc(
        masthead=of("generalAssembly"), recitals=(recital("its resolution 72/7 of 17 May 2007"),)
    )
    linked(document, found)
    assert [one.code.id for one in found] == ["AU330"]


@pytest.mark.parametrize("year", ["2107", "2007"])
def test_a_slip_in_the_year_leaves_the_citation(year: str) -> None:
    assert "→A/RES/72/7]" in paragraph(f"its resolution 72/7 of 17 May {year}")


def test_a_number_far_from_its_date_is_another_bodys() -> None:
    text = "its resolution 302 (XXVII) of 10 May 2012"
    assert "→" not in paragraph(text, organ="economicAndSocialCouncil")


def test_a_note_of_the_closing_lines_cites_as_well() -> None:
    closing = line("8 November 2044", note("1", "A/99/12."))
    made = linked(doc(masthead=of("generalAssembly"), closing=(closing,)))
    assert isinstance(made, Resolution)
    assert shown(*made.closing[0].children) == "8 November 20441‹[A/99/12→A/99/12].›"


def test_the_organ_of_the_document_is_meant() -> None:
    assert "→A/HRC/RES/5/1]" in paragraph("its resolution 5/1", organ="humanRightsCouncil")
    assert "→E/RES/2019/4]" in paragraph("its resolution 2019/4", organ="economicAndSocialCouncil")


def test_the_organ_said_elsewhere_counts_where_none_is_said() -> None:
    first, second = paragraphs(
        "Recalling Human Rights Council resolution 48/13 of 8 October 2021,",
        "Welcoming resolution 48/13,",
    )
    assert "/unga-hrc/2021-10-08/48-13]" in first
    assert "/unga-hrc/2021-10-08/48-13]" in second


def test_the_formula_tells_the_organ() -> None:
    formula = line(field("organization", "The Human Rights Council", "humanRightsCouncil"), ",")
    made = linked(
        doc(formula="The Human Rights Council,", recitals=(recital("its resolution 5/1"),))
    )
    assert "→A/HRC/RES/5/1]" in _all(made)
    made = linked(doc(formula=formula, recitals=(recital("its resolution 5/1"),)))
    assert "→A/HRC/RES/5/1]" in _all(made)


def _all(document: Document) -> str:
    """Return all paragraphs of a document as they are linked."""
    lines = [shown(*node.children) for node in walk(document) if isinstance(node, Paragraph)]
    return "\n".join(lines)


def test_symbols_pages_charter_and_treaties() -> None:
    assert paragraph("See A/76/920 and www.un.org/sea.") == (
        "See [A/76/920→A/76/920] and <www.un.org/sea→http://www.un.org/sea>."
    )
    assert paragraph("under Article 19 of the Charter of the United Nations") == (
        f"under [Article 19 of the Charter of the United Nations→{CHARTER}/!main#art_19]"
    )
    assert "→UNTS/1155/18232]" in paragraph("United Nations, Treaty Series, vol. 1155, No. 18232.")


def test_parts_of_a_dated_document_are_in_the_address() -> None:
    assert paragraph("section III, paragraph 3, of its resolution 61/275 of 29 June 2007") == (
        "[section III, paragraph 3, of its resolution 61/275 of {date=2007-06-29: 29 June 2007}"
        f"→{WORK}/2007-06-29/61-275/!main#sec_III__para_3]"
    )
    assert "/60-288/!annex]" in paragraph("resolution 60/288 of 8 September 2006, annex")
    assert "/60-288]" in paragraph("paragraphs 3 and 4 of resolution 60/288 of 8 September 2006")


def test_a_call_inside_a_citation_stays_where_it_is() -> None:
    text = line("resolution 70/1", note("1", "Resolution 70/1."), " of 25 September 2015")
    assert paragraph(text) == (
        f"[resolution 70/11‹[Resolution 70/1→{WORK}/2015-09-25/70-1].› of"
        f" {{date=2015-09-25: 25 September 2015}}→{WORK}/2015-09-25/70-1]"
    )


def test_emphasis_inside_a_citation_stays_as_well() -> None:
    assert paragraph(line(italic("Recalling resolution"), " 70/1,")) == (
        "_Recalling _[_resolution_ 70/1→A/RES/70/1],"
    )


def notes(*bodies: str) -> list[str]:
    """Return the notes of one paragraph as they are linked."""
    text = line("Text", *(note(str(number), body) for number, body in enumerate(bodies, 1)))
    return [part.partition("‹")[2] for part in paragraph(text).split("›")[:-1]]


def test_ibid_is_the_document_of_the_note_before() -> None:
    work = f"{WORK}/2015-09-25/70-1"
    assert notes("Resolution 70/1 of 25 September 2015.", "Ibid., annex II.", "Ibid.")[1:] == [
        f"[Ibid., annex II→{work}/!annex_2].", f"[Ibid.→{work}/!annex_2]",
    ]  # fmt: skip


def test_ibid_after_a_note_that_cites_nothing_or_two_is_none() -> None:
    assert notes("No document.", "Ibid.") == ["No document.", "Ibid."]
    assert notes("See A/76/1 and A/76/2.", "Ibid.")[1] == "Ibid."


def test_places_of_the_document_itself() -> None:
    items = (
        par("1.", "As in paragraph 2 (a) below and paragraph 7 below"),
        par("2.", "Asks:", points(par("(a)", "one"), par("(b)", "two, see section I above"))),
        Section("section", "I", None, (par("3.", "See annex II below"),)),
    )
    annexes = (Annex(line("Annex I"), (), (par("1.", "See paragraph 1 above"),)),
               Annex(line("Annex II"), (), ()))  # fmt: skip
    made = _all(linked(doc(items=items, annexes=annexes)))
    assert "[paragraph 2 (a) below→#para_2__list_1__point_a] and paragraph 7 below" in made
    assert "[section I above→#sec_I]" in made
    assert "[annex II below→!annex_2]" in made
    assert "[paragraph 1 above→#att_1__para_1]" in made


def test_the_parts_of_a_collection_have_no_places() -> None:
    part = doc(items=(par("1.", "As in paragraph 1 above"),))
    made = linked(Collection("en", "resolution", Masthead(), (part, part)))
    assert "→" not in _all(made)


def test_the_adoption_line_names_the_document_it_is_from() -> None:
    adoption = line("Adopted on the report of the Third Committee (A/99/512, para. 9)")
    made = linked(doc(masthead=Masthead(adoption=(adoption,))))
    assert "{originatingDocument=A/99/512: [A/99/512" in _all(made)


def test_the_draft_that_a_submission_is_based_on_is_cited() -> None:
    words = "submitted by the Vice-Chair on the basis of draft resolution A/C.2/99/L.21"
    sponsor = line(field("sponsor", words, "viceChair"))
    made = linked(doc(masthead=Masthead(proponents=(sponsor,))))
    found = [node.target for node in walk(made) if isinstance(node, Reference)]
    assert found == ["A/C.2/99/L.21"]


def test_notes_of_the_title_are_linked_and_its_words_are_not() -> None:
    title = line(field("title", "Follow-up to resolution 70/1", ""), note("*", "See A/99/1."))
    made = linked(doc(masthead=Masthead(title=(title,))))
    assert _all(made).splitlines()[0] == (
        "{title=: Follow-up to resolution 70/1}*‹See [A/99/1→A/99/1].›"
    )


LINKS = ("https://undocs.org/en/A/RES/70/1", "https://undocs.org/en/A/99/1")


def test_links_of_the_pages_are_held_against_the_citations() -> None:
    found: list[Diagnostic] = []
    document = doc(recitals=(recital("resolution 70/1 and A/99/2"),))
    linked(document, found, LINKS)
    assert [one.code.id for one in found] == ["AU332", "AU333"]
    assert "A/99/1" in found[0].message
    assert "A/99/2" in found[1].message


def test_a_note_of_the_masthead_cites_what_a_link_leads_to() -> None:
    found: list[Diagnostic] = []
    title = line(field("title", "Title"), note("*", "Resolution 70/1 and A/99/1."))
    linked(doc(masthead=Masthead(title=(title,))), found, LINKS)
    assert found == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "sa résolution 70/1 du 25 septembre 2015", "/2015-09-25/70-1]"),
        ("es", "su resolución 70/1, de 25 de septiembre de 2015", "/2015-09-25/70-1]"),
        ("ru", "свою резолюцию 70/1 от 25 сентября 2015 года", "/2015-09-25/70-1]"),
        ("zh", "其2015年9月25日第70/1号决议", "/2015-09-25/70-1]"),
        ("ar", "قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015", "/2015-09-25/70-1]"),
    ],
)
def test_the_six_languages_lead_to_the_same_work(language: str, text: str, expected: str) -> None:
    assert expected in paragraph(text, language=language)


@given(documents)
def test_no_word_changes_and_linking_twice_is_linking_once(document: Document) -> None:
    language = load(document.language)
    once = link(document, language)
    assert [plain_text(p.children) for p in walk(once) if isinstance(p, Paragraph)] == [
        plain_text(p.children) for p in walk(document) if isinstance(p, Paragraph)
    ]
    assert link(once, language) == once


def test_linking_a_real_document_twice_is_linking_it_once(corpus: Path) -> None:
    for path in sorted((corpus / "corpus" / "sim").rglob("*.txt"))[::150]:
        document = read(path)
        assert link(document, load(document.language)) == document, path.name
