"""What a file says of its document, our own and one in the United Nations' manner."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

import an2un
from an2un.export import Description, Outcome, Subject, cited, described
from an2un.identity import Keyword, Party, Supplied, Voting
from tests.test_conversion import TEXT

GIVEN = Supplied(
    agenda_title="Lakes & rivers",
    meeting="54",
    job_number="44-19021 (E)",
    record="A/99/PV.54",
    sponsors=(Party("memberKenya", "Kenya"),),
    keywords=(Keyword("LIGHT", "LIGHT", "UNBIS"), Keyword("6", "Goal 6", "SDG")),
    voting=Voting("recorded", 122, 5, 0),
)


@cache
def root(given: Supplied = GIVEN) -> etree._Element:
    """Return the file that comes of the short draft and what is supplied of it."""
    options = an2un.Options(made=datetime(2044, 11, 8, tzinfo=UTC), supplied=given)
    text = TEXT.replace("Arcadia, Freedonia and Ruritania", "Fiji, Peru and Samoa")
    return etree.fromstring(an2un.convert(text, options).xml)


def test_a_draft_and_what_was_supplied() -> None:
    work = "/akn/un/statement/deliberation/unga/2044-11-07/C.3-99-L.7"
    assert described(root()) == Description(
        work=work, expression=f"{work}/eng@", symbol="A/C.3/99/L.7",
        title="Access for all to a dark night sky", kind="draftResolution", language="en",
        date="2044-11-07", date_name="issuance", issued="2044-11-07", body="General Assembly",
        session="99", committee="Third Committee", agenda_items=("27",),
        agenda_title="Social development", meeting="54", job_number="44-19021 (E)",
        sponsors=("Fiji", "Peru", "Samoa", "Kenya"),
        subjects=(Subject("LIGHT", "LIGHT", "UNBIS"), Subject("6", "Goal 6", "SDG")),
        outcome=Outcome("adopted", 122, 5, 0), related=("A/99/PV.54",),
        url="https://undocs.org/en/A/C.3/99/L.7",
    )  # fmt: skip


def test_what_is_not_known_is_left_out() -> None:
    options = an2un.Options(made=datetime(2044, 11, 8, tzinfo=UTC))
    text = "The General Assembly,\n\nRecalling the lakes,\n\n1. Decides to remain seized.\n"
    found = described(etree.fromstring(an2un.convert(text, options).xml))
    assert (found.symbol, found.date, found.date_name, found.url) == ("", "", "", "")
    assert found.outcome is None
    assert "date" not in found.as_dict()
    assert "sponsors" not in found.as_dict()


PUBLISHED = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta><identification source="#un">
<FRBRWork><FRBRthis value="/akn/un/statement/deliberation/unga/2044-12-01/99-204/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/unga/2044-12-01/99-204/"/>
<FRBRdate date="2044-12-01" name="adoption"/><FRBRnumber value="99-204" showAs="A/RES/99/204"/>
</FRBRWork>
<FRBRExpression><FRBRuri value="/akn/un/statement/deliberation/unga/2044-12-01/99-204/eng@/"/>
<FRBRlanguage language="eng"/></FRBRExpression></identification>
<workflow source="#un"><step by="#un" date="2044-12-01" outcome="#adoptedWithoutVote"/></workflow>
<analysis source="#un"><otherReferences source="#un">
<alternativeReference for="#ref_2" refersTo="#docA-99-1" href="https://undocs.org/A/99/1"/>
</otherReferences></analysis>
<references source="#un">
<TLCReference eId="docA-99-1" name="document" href="https://undocs.org/A/99/1" showAs="A/99/1"/>
</references></meta>
<preface><p><docNumber refersTo="#symbol">A/RES/99/204</docNumber>
<docDate refersTo="#adoptionDate" date="2044-12-01">1 December 2044</docDate>
<docTitle refersTo="#resolutionTitle">Dark
 nights<authorialNote marker="*"><p>A note.</p></authorialNote></docTitle>
<inline name="agendaItem">Agenda items 27, 69 (a)</inline></p></preface>
<mainBody><paragraph eId="para_1"><content><p>See
<ref eId="ref_1"
 href="/akn/un/statement/deliberation/unga/2043-12-20/98-204/!main#para_3">98/204</ref>,
<ref eId="ref_2" href="#docA-99-1">A/99/1</ref>, <a href="https://undocs.org/S/RES/2999(2044)">2999</a>,
<a href="https://www.un.org/sea">the sea</a>, <ref eId="ref_3" href="#para_1">here</ref>,
<ref eId="ref_4" href="/akn/un/act/provision/un/1945-06-26/charter/!main#art_19">Article 19</ref>,
<ref eId="ref_5" href="/akn/un/statement/deliberation/unga/2043-12-20/98-204"/>.</p></content>
</paragraph></mainBody></statement></akomaNtoso>"""


def test_a_published_file() -> None:
    found = described(etree.fromstring(PUBLISHED))
    assert found.work == "/akn/un/statement/deliberation/unga/2044-12-01/99-204"
    assert (found.symbol, found.title, found.kind) == ("A/RES/99/204", "Dark nights", "resolution")
    assert (found.date, found.date_name, found.adopted) == ("2044-12-01", "adoption", "2044-12-01")
    assert found.agenda_items == ("27", "69 (a)")
    assert found.outcome == Outcome("adoptedWithoutVote")


def test_what_a_published_file_cites() -> None:
    edges = cited(etree.fromstring(PUBLISHED)).edges
    assert [(e.target, e.symbol, e.fragment, e.words, e.place) for e in edges] == [
        ("/akn/un/statement/deliberation/unga/2043-12-20/98-204", "A/RES/98/204",
         "!main#para_3", "98/204", "para_1"),
        ("A/99/1", "A/99/1", "", "A/99/1", "para_1"),
        ("S/RES/2999 (2044)", "S/RES/2999 (2044)", "", "2999", "para_1"),
        ("https://www.un.org/sea", "", "", "the sea", "para_1"),
        ("/akn/un/act/provision/un/1945-06-26/charter", "", "!main#art_19", "Article 19", "para_1"),
    ]  # fmt: skip


def test_what_our_own_file_cites() -> None:
    work = "/akn/un/statement/deliberation/unga/2043-12-20/98-204"
    assert [(edge.target, edge.words) for edge in cited(root()).edges] == [
        (work, "resolution 98/204 of 20 December 2043"),
        ("A/99/187", "A/99/187"),
    ]


@pytest.mark.parametrize(
    ("iri", "symbol"),
    [
        ("/akn/un/statement/deliberation/unsc/2044-01-02/2999-2044", "S/RES/2999 (2044)"),
        ("/akn/un/statement/deliberation/unga-hrc/2044-01-02/57-3", "A/HRC/RES/57/3"),
        ("/akn/un/statement/deliberation/unga/2044-01-02/C.3-99-L.7", "A/C.3/99/L.7"),
        ("/akn/un/statement/deliberation/unga/1900-01-01/nn", ""),
        ("/akn/un/statement/deliberation/elsewhere/1900-01-01/7", ""),
        ("/akn/un/statement", ""),
        ("/akn/", ""),
    ],
)
def test_a_work_is_told_by_its_symbol(iri: str, symbol: str) -> None:
    text = PUBLISHED.replace(
        "/akn/un/statement/deliberation/unga/2043-12-20/98-204/!main#para_3", iri
    )
    assert cited(etree.fromstring(text)).edges[0].symbol == symbol


def test_every_published_file_is_described(corpus: Path) -> None:
    files = sorted((corpus / "corpus" / "en-real").rglob("*.xml"))[::60]
    assert files
    for file in files:
        found = described(etree.parse(str(file)).getroot())
        assert found.work.startswith("/akn/un/"), file.name
        assert found.symbol, file.name
        assert found.title, file.name
