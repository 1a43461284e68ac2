"""Each construct of the tree as Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from an2un import akn
from an2un.akn.parsing import parse
from an2un.check import schema
from an2un.diagnostics import Diagnostic
from an2un.identity import Supplied, identify
from an2un.source import Span
from an2un.tree import (
    Annex,
    Collection,
    Document,
    Embedded,
    Formula,
    Item,
    Link,
    Masthead,
    Origin,
    Paragraph,
    Preamble,
    Provision,
    Reference,
    Resolution,
    Section,
    Text,
)
from tests.builders import doc, field, head, italic, line, note, par, points, recital, table

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
MADE = akn.Made(date="2044-11-08", version="1.2.3")


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def write(document: Document, supplied: Supplied | None = None, made: akn.Made = MADE) -> str:
    """Return the XML of a document; it must be valid."""
    identity = identify(document, supplied or Supplied(), ignore)
    xml = akn.to_bytes(document, identity, made)
    assert schema.validate_bytes(xml) == []
    return xml.decode()


def part(xml: str, element: str) -> str:
    """Return the first element of a name as it is written, its indentation taken off."""
    start = xml.index(f"<{element} ")
    start = xml.rindex("\n", 0, start) + 1
    text = xml[start : xml.index(f"</{element}>", start)] + f"</{element}>\n"
    return dedent(text)


def body(*items: Item) -> str:
    return part(write(doc(items)), "mainBody")


def attributes(xml: str, path: str, name: str) -> list[str]:
    return [str(e.get(name)) for e in parse(xml.encode()).findall(f".//{path}", NS)]


# ------------------------------------------------------------------------------------------- items


def test_a_numbered_paragraph() -> None:
    assert body(par("1.", line(italic("Decides"), " to meet;"))) == dedent("""\
        <mainBody eId="body">
          <paragraph eId="para_1" refersTo="#operative">
            <num>1.</num>
            <content eId="para_1__content">
              <p><span class="italic">Decides</span> to meet;</p>
            </content>
          </paragraph>
        </mainBody>
        """)


def test_points_and_text_that_ends_their_sentence() -> None:
    written = body(
        par("2.", "Invites:", points(par("(a)", "States;"), par("(b)", "All;")), "to act.")
    )
    assert written == dedent("""\
        <mainBody eId="body">
          <paragraph eId="para_2" refersTo="#operative">
            <num>2.</num>
            <list eId="para_2__list_1">
              <intro eId="para_2__list_1__intro">
                <p>Invites:</p>
              </intro>
              <point eId="para_2__list_1__point_a">
                <num>(a)</num>
                <content eId="para_2__list_1__point_a__content">
                  <p>States;</p>
                </content>
              </point>
              <point eId="para_2__list_1__point_b">
                <num>(b)</num>
                <content eId="para_2__list_1__point_b__content">
                  <p>All;</p>
                </content>
              </point>
              <wrapUp eId="para_2__list_1__wrapup">
                <p>to act.</p>
              </wrapUp>
            </list>
          </paragraph>
        </mainBody>
        """)


def test_independent_text_after_points_is_an_alinea() -> None:
    written = body(par("2.", "Invites:", points(par("(a)", "States;")), "It shall report."))
    assert '<alinea eId="para_2__al_1">' in written
    assert "wrapUp" not in written


def test_text_between_two_lists_introduces_the_second() -> None:
    lists = (points(par("(a)", "x")), "and", points(par("(b)", "y")))
    written = body(par("1.", "First:", *lists))
    assert '<intro eId="para_1__list_2__intro">' in written
    assert "wrapUp" not in written


def test_points_in_points_carry_the_whole_chain() -> None:
    inner = points(par("(i)", "z"))
    written = body(par("1.", points(par("(a)", "y:", inner))))
    assert 'eId="para_1__list_1__point_a__list_1__point_i"' in written


def test_a_provision_without_anything_is_valid() -> None:
    assert '<content eId="para_1__content">' in body(par(None))


def test_the_same_number_twice_gets_a_suffix() -> None:
    assert 'eId="para_3_2"' in body(par("3.", "x"), par("3.", "x"))


def test_sections_hold_recitals_headings_and_formulas_as_cross_headings() -> None:
    section = Section(
        "section",
        "II",
        line("Pensions"),
        (recital("So,"), Formula(line("W")), head("Funds"), par("1.", "x")),
    )
    assert body(section) == dedent("""\
        <mainBody eId="body">
          <section eId="sec_II">
            <num>II</num>
            <heading eId="sec_II__heading">Pensions</heading>
            <crossHeading eId="sec_II__crossHeading_1" refersTo="#preamble">So,</crossHeading>
            <crossHeading eId="sec_II__crossHeading_2" refersTo="#enactingFormula">W</crossHeading>
            <crossHeading eId="sec_II__crossHeading_3">Funds</crossHeading>
            <paragraph eId="sec_II__para_1" refersTo="#operative">
              <num>1.</num>
              <content eId="sec_II__para_1__content">
                <p>x</p>
              </content>
            </paragraph>
          </section>
        </mainBody>
        """)


def test_the_same_items_at_the_top_of_the_body_are_blocks() -> None:
    written = body(recital("Recalling,"), Formula(line("The Assembly,")), head("Funds"))
    assert '<block name="preamble" eId="block_1" refersTo="#preamble">Recalling,</block>' in written
    assert '<block name="enactingFormula" eId="block_2"' in written
    assert '<block name="heading" eId="block_3">Funds</block>' in written


@pytest.mark.parametrize(
    ("kind", "eid"),
    [
        ("part", "part_II"), ("chapter", "chp_II"), ("section", "sec_II"), ("title", "title_II"),
        ("article", "art_II"), ("rule", "rule_II"), ("division", "dvs_II"),
    ],
)  # fmt: skip
def test_every_kind_of_section_has_its_abbreviation(kind: str, eid: str) -> None:
    assert f'eId="{eid}"' in body(Section(kind, "II", None, ()))  # type: ignore[arg-type]


def test_a_recital_with_points_in_a_section_and_in_the_body() -> None:
    long = recital("Noting:", points(par("(a)", "x")))
    assert '<hcontainer name="preamble" eId="sec_I__preamble_1"' in body(
        Section("section", "I", None, (long,))
    )
    assert '<blockContainer eId="blockContainer_1" refersTo="#preamble">' in body(long)


def test_a_table_stands_in_the_content() -> None:
    assert part(write(doc((par("1.", table(("a", ""), ("b", "c"))),))), "table") == dedent("""\
        <table eId="para_1__content__table_1">
          <tr>
            <td><p>a</p></td>
            <td><p/></td>
          </tr>
          <tr>
            <td><p>b</p></td>
            <td><p>c</p></td>
          </tr>
        </table>
        """)


def test_an_embedded_declaration_stands_in_its_paragraph() -> None:
    text = Embedded((Formula(line("We,")), recital("Convinced,"), head("Aims"), par("1.", "x")))
    written = body(Provision(None, None, (text,)))
    prefix = "para_1__content__embeddedStructure_1"
    assert f'<p><embeddedStructure eId="{prefix}">' in written
    assert f'<paragraph eId="{prefix}__para_1">' in written


# ------------------------------------------------------------------------- preamble and title pages


def test_the_preamble() -> None:
    xml = write(
        doc(
            formula=line(field("organization", "We", "generalAssembly"), ","),
            recitals=(recital(line(italic("Recalling"), " its work,")), head("A"), recital("x,")),
        )
    )
    assert part(xml, "preamble") == dedent("""\
        <preamble eId="preamble_1">
          <formula name="enactingFormula" eId="preamble_1__formula_1">
            <p><organization eId="organization_1" refersTo="#generalAssembly">We</organization>,</p>
          </formula>
          <container name="Recalling" eId="preamble_1__container_1" refersTo="#preamble">
            <p><span class="italic">Recalling</span> its work,</p>
          </container>
          <block name="heading" eId="preamble_1__block_1">A</block>
          <container name="preamble" eId="preamble_1__container_2" refersTo="#preamble">
            <p>x,</p>
          </container>
        </preamble>
        """)


def test_points_of_a_recital_are_a_block_list() -> None:
    xml = write(doc(recitals=(recital("Noting:", points(par("(a)", "x")), "and more,"),)))
    assert part(xml, "blockList") == dedent("""\
        <blockList eId="preamble_1__container_1__list_1">
          <listIntroduction>Noting:</listIntroduction>
          <item eId="preamble_1__container_1__list_1__item_a">
            <num>(a)</num>
            <p>x</p>
          </item>
          <listWrapUp>and more,</listWrapUp>
        </blockList>
        """)


def test_an_empty_document_is_valid_and_invents_nothing() -> None:
    xml = write(doc())
    assert "<preamble" not in xml
    assert "<coverPage" not in xml
    assert parse(xml.encode()).findtext(".//a:preface", "", NS).strip() == ""


@pytest.mark.parametrize(
    ("group", "words", "written"),
    [
        (
            "cover",
            field("publisher", "UN", "un"),
            (
                '<role eId="role_1" refersTo="#publisher"><docAuthority refersTo="#un">UN'
                "</docAuthority></role>"
            ),
        ),
        (
            "cover",
            field("symbol", "A/99/L.7"),
            '<docNumber refersTo="#symbol">A/99/L.7</docNumber>',
        ),
        (
            "cover",
            field("distribution", "Distr.: Limited", "limited"),
            (
                '<inline name="akn4un:distribution" refersTo="#distributionLimited">Distr.: Limited'
                "</inline>"
            ),
        ),
        (
            "cover",
            field("issuanceDate", "7 November 2044", "2044-11-07"),
            '<docDate refersTo="#dateOfIssuance" date="2044-11-07">7 November 2044</docDate>',
        ),
        (
            "cover",
            field("issuanceDate", "November 2044", "2044-11"),
            '<inline name="akn4un:issuanceDate" title="2044-11">November 2044</inline>',
        ),
        (
            "cover",
            field("originalLanguage", "French", "fr"),
            '<inline name="akn4un:originalLanguage" refersTo="#french">French</inline>',
        ),
        (
            "session",
            field("session", "Ninety-ninth session", "99"),
            '<session value="99" refersTo="#generalAssemblySession">Ninety-ninth session</session>',
        ),
        (
            "session",
            field("committee", "Third Committee", "thirdCommittee"),
            '<docCommittee refersTo="#thirdCommittee">Third Committee</docCommittee>',
        ),
        (
            "session",
            field("agendaItem", "Agenda item 27", "27"),
            (
                '<inline name="akn4un:agendaItem" refersTo="#agendaItem" title="27">Agenda item 27'
                "</inline>"
            ),
        ),
        (
            "proponents",
            field("sponsor", "Arcadia", "memberArcadia"),
            '<docProponent refersTo="#memberArcadia" as="#sponsor">Arcadia</docProponent>',
        ),
        (
            "adoption",
            field("originatingCommittee", "Third Committee", "thirdCommittee"),
            '<docCommittee refersTo="#thirdCommittee">Third Committee</docCommittee>',
        ),
        (
            "title",
            field("title", "Dark skies"),
            '<docTitle refersTo="#resolutionTitle">Dark skies</docTitle>',
        ),
        (
            "title",
            field("voter", "Arcadia", ""),
            '<inline name="akn4un:voter">Arcadia</inline>',
        ),
    ],
)
def test_roles_of_the_title_pages(group: str, words: Text, written: str) -> None:
    xml = write(doc(masthead=Masthead(**{group: (line(words),)})))
    assert f"<p>{written}</p>" in xml


def test_roles_of_the_title_pages_are_inlines_in_the_body() -> None:
    assert '<inline name="akn4un:title">Dark skies</inline>' in body(
        par("1.", line(field("title", "Dark skies")))
    )


def test_closing_lines_and_votes() -> None:
    closing = (
        line(field("meeting", "82nd plenary meeting", "82")),
        line(field("adoptionDate", "9 December 2044", "2044-12-09")),
        line(field("votesFor", "120", "120"), " to ", field("votesAgainst", "3", "3")),
    )
    xml = write(doc(closing=closing))
    assert (
        '<p><event eId="event_1" refersTo="#adoption"><location eId="location_1"'
        ' refersTo="#adoptionMeeting" title="82">82nd plenary meeting</location></event></p>'
    ) in xml
    assert '<docDate refersTo="#adoptionDate" date="2044-12-09">' in xml
    assert attributes(xml, "a:count", "href") == ["#quantity_1", "#quantity_2"]
    assert attributes(xml, "a:step", "outcome") == ["#adopted"]


# ----------------------------------------------------------------------- footnotes and references


def test_a_footnote_stands_at_its_call() -> None:
    assert (
        '<p>Skies<sup class="footnote"><authorialNote eId="authorialNote_1" marker="1"'
        ' placement="bottom"><p>See A.</p><p>And B.</p></authorialNote></sup>;</p>'
    ) in body(par("1.", line("Skies", note("1", "See A.", "And B."), ";")))


def test_a_reference_to_a_work_goes_there() -> None:
    work = "/akn/un/statement/deliberation/unga/2041-11-20/96-15"
    words = Reference(work, (Text("resolution 96/15"),))
    assert f'<ref eId="ref_1" href="{work}">resolution 96/15</ref>' in body(par("1.", line(words)))


def test_a_bare_symbol_goes_through_an_entry_and_its_address() -> None:
    xml = write(doc((par("1.", line(Reference("A/99/187", (Text("A/99/187"),)))),), language="fr"))
    assert '<ref eId="ref_1" href="#docA-99-187">A/99/187</ref>' in xml
    assert attributes(xml, "a:TLCReference", "showAs") == ["A/99/187"]
    assert attributes(xml, "a:alternativeReference", "for") == ["#ref_1"]
    assert attributes(xml, "a:alternativeReference", "href") == ["https://undocs.org/fr/A/99/187"]


def test_a_place_in_the_document_is_pointed_at_only_if_it_is_there() -> None:
    words = (Text("paragraph"),)
    both = line(Reference("#para_1", words), Reference("#para_9", words))
    xml = write(doc((par("1.", both),)))
    assert attributes(xml, "a:ref", "href") == ["#para_1", "#docpara-9"]


def test_an_annex_is_pointed_at_only_if_it_is_there() -> None:
    both = line(Reference("!annex_1", (Text("x"),)), Reference("!annex_2", (Text("y"),)))
    annex = Annex(line("Annex"), (), ())
    xml = write(doc((par("1.", both),), annexes=(annex,)))
    assert attributes(xml, "a:ref", "href") == ["!annex_1", "#docannex-2"]


def test_a_link_leads_to_the_web() -> None:
    words = Link("https://example.org/a b?c=d&e", (Text("page"),))
    assert '<a href="https://example.org/a%20b?c=d&amp;e">page</a>' in body(par("1.", line(words)))


# ---------------------------------------------------------------------------- annexes, collections


def test_an_annex_is_a_document_of_its_own() -> None:
    inner = Annex(line("Appendix"), (), (par("1.", "y"),))
    annex = Annex(line("Annex"), (line("Skies"),), (par("1.", "x"),), (inner,))
    xml = write(doc(annexes=(annex,)))
    assert 'eId="att_1__para_1"' in xml
    assert 'eId="att_1__att_1__para_1"' in xml
    assert '<docType refersTo="#att_1__annex">Annex</docType>' in xml
    assert "<docTitle>Skies</docTitle>" in xml
    assert "refersTo" not in attributes(xml, "a:doc//a:paragraph", "refersTo")
    this = attributes(xml, "a:FRBRWork/a:FRBRthis", "value")
    assert [value.rsplit("!")[1] for value in this] == ["main", "annex_1", "annex_1/annex_1"]
    data = attributes(xml, "a:statement/a:meta/a:identification//a:componentData", "href")
    assert data[:2] == ["#ecomp_1", "#mcomp_1"]


def test_a_collection_holds_a_statement_for_each_letter() -> None:
    def lettered(letter: str) -> Resolution:
        masthead = Masthead(title=(line(field("number", letter)),))
        return Resolution("en", "resolution", masthead, Preamble(), (par("1.", "x"),))

    parts = (lettered("A"), lettered("B"))
    symbol = Masthead(cover=(line(field("symbol", "A/RES/99/12 A-B")),))
    xml = write(Collection("en", "resolution", symbol, parts), Supplied(adopted="2044-12-09"))
    works = attributes(xml, "a:FRBRWork/a:FRBRuri", "value")
    assert [work.split("/un/")[1] for work in works] == [
        "documentCollection/publication/unga/2044-12-09/99-12",
        "statement/deliberation/unga/2044-12-09/99-12A",
        "statement/deliberation/unga/2044-12-09/99-12B",
    ]
    assert attributes(xml, "a:FRBRWork/a:FRBRnumber", "showAs")[1:] == [
        "A/RES/99/12 A",
        "A/RES/99/12 B",
    ]
    assert 'eId="cmp_B__para_1"' in xml


# ---------------------------------------------------------------------------------------- metadata


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    xml = write(doc())
    assert '<FRBRuri value="/akn/un/statement/deliberation/unga/1900-01-01/nn"/>' in xml
    assert '<FRBRdate date="1900-01-01" name="unknown"/>' in xml
    assert '<FRBRversionNumber value="1"/>' in xml


def test_the_three_levels_of_a_draft() -> None:
    supplied = Supplied(symbol="A/99/L.42", date="2044-11-07", original_language="en")
    xml = write(doc(language="fr", kind="draftResolution"), supplied)
    work = "/akn/un/statement/deliberation/unga/2044-11-07/99-L.42"
    assert f'<FRBRthis value="{work}/!main"/>' in xml
    assert f'<FRBRthis value="{work}/fra@/!main"/>' in xml
    assert f'<FRBRuri value="{work}/fra@.xml"/>' in xml
    assert '<FRBRnumber value="99-L.42" showAs="A/99/L.42"/>' in xml
    assert f'<FRBRtranslation href="{work}/eng@" fromLanguage="eng" by="#un"/>' in xml
    assert attributes(xml, "a:step", "outcome") == ["#draftResolution"]
    assert attributes(xml, "a:eventRef", "source") == ["#original_1"]


def test_the_source_is_described_for_archives() -> None:
    made = akn.Made(
        date="2044-11-08", version="1", sha256="ab12", size=7, name="a & b", format="text/plain"
    )
    xml = write(doc(), made=made)
    for fact in ("ab12", "<premis:size>7<", "a &amp; b", "text/plain", "2044-11-08", "success"):
        assert fact in xml


def test_without_a_date_of_making_none_is_invented() -> None:
    xml = write(doc(), made=akn.Made(version="1"))
    assert '<FRBRdate date="1900-01-01" name="unknown"/>\n          <FRBRauthor href="#conv' in xml
    assert "premis:event" not in xml


# -------------------------------------------------------------------------- where everything went


def test_every_origin_is_placed_at_the_nearest_identifier() -> None:
    def at(number: int) -> Origin:
        return (Span(number, number + 1),)

    placed: dict[int, str] = {}

    def place(origin: Origin, eid: str) -> None:
        placed[origin[0].start] = eid

    def words(number: int) -> Paragraph:
        return Paragraph((Text("x"),), origin=at(number))

    nested = Provision("(a)", None, (words(5),), origin=at(4))
    items = (
        Provision("1.", words(2), (words(3), points(nested)), origin=at(1)),
        Section("section", "I", words(7), (), origin=at(6)),
    )
    document = Resolution(
        "en", "resolution", Masthead((words(8),)), Preamble(Formula(words(9))), items, (words(10),)
    )
    akn.to_bytes(document, identify(document, Supplied(), ignore), MADE, place)
    assert placed == {
        1: "para_1",
        2: "para_1__heading",
        3: "para_1__list_1__intro",
        4: "para_1__list_1__point_a",
        5: "para_1__list_1__point_a__content",
        6: "sec_I",
        7: "sec_I__heading",
        8: "coverPage_1__container_1",
        9: "preamble_1__formula_1",
        10: "conclusions_1__container_1",
    }


def test_text_is_escaped() -> None:
    check: Callable[[str], bool] = body(par("1.", "a < b & c > d")).__contains__
    assert check("<p>a &lt; b &amp; c &gt; d</p>")
