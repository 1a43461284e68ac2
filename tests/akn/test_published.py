"""Files in the manner of the United Nations' own, fictional in content."""

from __future__ import annotations

import pytest

from an2un import akn
from an2un.diagnostics import Diagnostic
from an2un.tree import (
    Annex,
    Collection,
    Embedded,
    Emphasis,
    Field,
    Formula,
    Heading,
    Reference,
    Resolution,
    Section,
    Superscript,
    Text,
)
from tests.builders import field, italic, line, note, par, points, recital, table

HEAD = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#DGACM"><FRBRWork>
<FRBRuri value="/akn/un/statement/deliberation/unga/2044-12-09/99-12/"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references source="#DGACM">
<TLCOrganization eId="source" href="/akn/ontology/organization/un/DGACM" showAs="DGACM"/>
</references></meta>"""


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def read(inner: str) -> Resolution:
    xml = f"{HEAD}{inner}</statement></akomaNtoso>"
    document = akn.from_bytes(xml.encode(), ignore)
    assert isinstance(document, Resolution)
    return document


def p(text: str, num: str = "", style: str = "SingleTxt") -> str:
    """Return a paragraph as the published files have it."""
    number = f"<num>{num}</num>" if num else ""
    return (
        f'<paragraph eId="para_7" class="{style}">{number}<content eId="para_7__content">'
        f'<p xml:space="preserve">\t{text}</p></content></paragraph>'
    )


def body(*paragraphs: str) -> Resolution:
    return read(f"<mainBody>{''.join(paragraphs)}</mainBody>")


def test_flat_points_belong_to_the_paragraph_that_introduces_them() -> None:
    document = body(
        p("Invites:", "1."),
        p("States:", "(a)"),
        p("All;", "(i)"),
        p("Others;", "(ii)"),
        p("People;", "(b)"),
        p("Decides.", "2."),
    )
    inner = points(par("(i)", "All;"), par("(ii)", "Others;"))
    states = par("(a)", "States:", inner)
    assert document.items == (
        par("1.", "Invites:", points(states, par("(b)", "People;"))),
        par("2.", "Decides."),
    )


def test_a_letter_i_goes_on_after_h() -> None:
    letters = [p(f"{letter};", f"({letter})") for letter in "abcdefghij"]
    document = body(p("Invites:", "1."), *letters)
    expected = points(*(par(f"({letter})", f"{letter};") for letter in "abcdefghij"))
    assert document.items == (par("1.", "Invites:", expected),)


def test_paragraphs_without_proof_stay_apart() -> None:
    document = body(p("Decides.", "1."), p("So.", "(c)"))
    assert document.items == (par("1.", "Decides."), par("(c)", "So."))


@pytest.mark.parametrize("number", ["(a)", "1.", "1 -", "‘1’", "㈠", "(أ)", "ii)", "一、"])
def test_a_number_before_a_tab_is_no_text(number: str) -> None:
    assert body(p(f"{number}\tText")).items == (par(number, "Text"),)


def test_a_number_inside_a_span_is_found() -> None:
    document = body(p('<span class="italic">1 -\tDecides</span> so'))
    assert document.items == (par("1 -", line(italic("Decides"), " so")),)


def test_a_second_number_is_the_first_point() -> None:
    document = body(p("(a)\tStates;", "1."), p("All.", "(b)"))
    assert document.items == (par("1.", points(par("(a)", "States;"), par("(b)", "All."))),)


def test_headings_gather_what_follows_them() -> None:
    document = body(
        '<paragraph class="H1"><heading>\t\tI</heading></paragraph>',
        '<paragraph class="H1"><heading>Skies</heading></paragraph>',
        '<paragraph class="H23"><subheading>\t\tDark ones</subheading></paragraph>',
        p("Decides.", "1."),
        p('<span class="bold">II.\tSeas</span>', style="H1"),
        p("Invites.", "2."),
    )
    assert document.items == (
        Section(
            "section",
            "I",
            line("Skies"),
            (Section("division", None, line("Dark ones"), (par("1.", "Decides."),)),),
        ),
        Section("section", "II.", line("Seas"), (par("2.", "Invites."),)),
    )


def test_a_heading_over_nothing_groups_nothing() -> None:
    document = body('<paragraph class="H1"><heading>Skies</heading></paragraph>')
    assert document.items == (Heading(line("Skies")),)


def test_a_letter_i_among_lettered_headings() -> None:
    bold = [p(f'<span class="bold">{c}.\tTitle</span>', style="H23") + p("x") for c in "HIJ"]
    kinds = [item.kind for item in body(*bold).items if isinstance(item, Section)]
    assert kinds == ["title", "title", "title"]


def test_a_section_takes_in_the_paragraphs_behind_it() -> None:
    document = read(
        "<mainBody><section><p><num>I</num></p><subheading>Skies</subheading>"
        '<crossHeading refersTo="#preamble">Recalling,</crossHeading></section>'
        f"{p('Decides.', '1.')}<section><num>II</num></section></mainBody>"
    )
    first = (recital("Recalling,"), par("1.", "Decides."))
    assert document.items == (
        Section("section", "I", line("Skies"), first),
        Section("section", "II", None, ()),
    )


def test_a_repeated_formula_in_a_section() -> None:
    document = read(
        '<preamble><formula name="x"><p><span class="italic">We</span>,</p></formula></preamble>'
        '<mainBody><section><num>I</num><crossHeading refersTo="#preamble">We,</crossHeading>'
        "</section></mainBody>"
    )
    formula = Formula(line(field("organization", "We", "generalAssembly"), ","))
    assert document.preamble.formula == formula
    assert document.items == (Section("section", "I", None, (formula,)),)


def test_italics_cover_whole_words() -> None:
    document = read(
        '<preamble><container name="x"><p xml:space="preserve">S<span class="italic">tressing'
        '</span> all</p></container><container name="y"><p><span class="italic">Not</span>ing '
        '<span class="italic">also </span>all</p></container></preamble>'
    )
    assert document.preamble.items == (
        recital(line(italic("Stressing"), " all")),
        recital(line(italic("Noting also"), " all")),
    )


def test_bold_italics_are_italics() -> None:
    document = body(p('<span class="bold italic">Decides</span> so'))
    assert document.items == (par(None, line(italic("Decides"), " so")),)


def test_links_to_documents_are_references_whole_and_tight() -> None:
    a = '<a href="https://undocs.org/en/S/RES/9999(2044)">'
    document = body(p(f"resolution {a}9999</a>{a} (2044)</a>, and {a}\u2014</a>"))
    whole = Reference("S/RES/9999(2044)", (Text("9999 (2044)"),))
    assert document.items == (par(None, line("resolution ", whole, ", and \u2014")),)


def test_other_links_stay_links() -> None:
    item = body(p('<a href="https://example.org/x">page</a>')).items[0]
    assert "Link(href='https://example.org/x'" in repr(item)


def test_notes_without_a_raised_frame() -> None:
    document = body(
        p('x<authorialNote marker="1"><p>\t\tSee <span class="italic">A</span>.</p>'
          "</authorialNote>,<sup>e</sup>")
    )  # fmt: skip
    called = note("1", line("See ", italic("A"), "."))
    raised = Superscript((Text("e"),))
    assert document.items == (par(None, line("x", called, ",", raised)),)


def test_the_title_pages() -> None:
    document = read(
        '<coverPage><p><span refersTo="#publisher" class="upperLeft">'
        '<docAuthority refersTo="#publisher">United Nations</docAuthority></span></p>'
        '<p><docNumber refersTo="#symbol">A/RES/99/12</docNumber></p>'
        '<p><img src="x.jpg"/><docAuthority refersTo="#issuingBody">General Assembly'
        "</docAuthority></p>"
        '<p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>'
        '<p><docDate date="2044-12-12" refersTo="#dateOfIssuance">12 December 2044</docDate></p>'
        '<p><session refersTo="#generalAssembly" value="99">Ninety-ninth session</session></p>'
        '<p><inline title="27" name="agenda item">Agenda item 27</inline></p>'
        '<p><inline name="agenda item name">Skies</inline></p>'
        "<p><docTitle>Resolution adopted on 9 December 2044</docTitle></p>"
        '<p><docProponent refersTo="#thirdCommittee">[on the report (<inline name="originating '
        'document">A/99/420, para. 7</inline>)]</docProponent></p></coverPage>'
        '<preface><p><docNumber>99/12.</docNumber><docTitle refersTo="#resolutionTitle">'
        '<span class="bold">\tDark skies</span></docTitle></p></preface><mainBody/>'
    )
    head = document.masthead
    assert head.cover == (
        line(field("publisher", "United Nations", "un")),
        line(field("symbol", "A/RES/99/12")),
        line(field("organ", "General Assembly", "generalAssembly")),
        line(field("distribution", "Distr.: General", "general")),
        line(field("issuanceDate", "12 December 2044", "2044-12-12")),
    )
    assert head.session == (
        line(field("session", "Ninety-ninth session", "99")),
        line(field("agendaItem", "Agenda item 27", "27")),
        line(field("agendaItemTitle", "Skies")),
    )
    cited = Reference("A/99/420", (Text("A/99/420"),))
    document_ = Field("originatingDocument", (cited,), "A/99/420")
    assert head.adoption == (
        line("Resolution adopted on 9 December 2044"),
        line("[on the report (", document_, ", para. 7)]"),
    )
    assert head.title == (line(field("number", "99/12"), ". ", field("title", "Dark skies")),)


def test_closing_lines_with_a_line_end_between_them() -> None:
    document = read(
        '<mainBody/><conclusions><p><event refersTo="#adoption"><location title="82nd" '
        'refersTo="#adoptionMeeting">82nd meeting</location><eol/><docDate date="2044-12-09" '
        'refersTo="#adoptionDate">9 December 2044</docDate></event></p></conclusions>'
    )
    assert document.closing == (
        line(
            field("meeting", "82nd meeting", "82nd"),
            " ",
            field("adoptionDate", "9 December 2044", "2044-12-09"),
        ),
    )


def test_an_annex_has_its_label_in_its_body() -> None:
    title = p('<span class="bold">Skies</span>', style="H1")
    document = read(
        '<mainBody/><attachments><attachment><doc name="annex"><meta/><mainBody>'
        '<paragraph class="H1"><heading>Annex</heading></paragraph>'
        f"{title}{p('One.', '1.')}"
        '<container name="table"><table><tr><th><p>a</p></th><td/></tr></table></container>'
        "</mainBody></doc></attachment></attachments>"
    )
    rest = (par("1.", "One."), par(None, table(("a", ""))))
    assert document.annexes == (Annex(line("Annex"), (line("Skies"),), rest),)


def test_a_draft_in_components_is_embedded_where_it_is_recommended() -> None:
    document = read(
        f"<mainBody>{p('Recommends:')}</mainBody><components><component>"
        '<statement name="draft resolution"><meta/><preface><p><docTitle refersTo="#title1">'
        'Skies</docTitle></p></preface><preamble><formula name="x"><p>They,</p></formula>'
        f"</preamble><mainBody>{p('Decides.', '1.')}</mainBody><conclusions><p>9th meeting</p>"
        "</conclusions></statement></component></components>"
    )
    inner = Embedded(
        (
            Heading(line(field("title", "Skies"))),
            Formula(line(field("organization", "They", "generalAssembly"), ",")),
            par("1.", "Decides."),
        )
    )
    assert document.items == (
        par(None, "Recommends:").__class__(None, None, (line("Recommends:"), inner)),
    )
    assert document.closing == (line("9th meeting"),)


def test_a_collection_with_its_parts_beside_it() -> None:
    xml = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        '<documentCollection name="publication"><meta/><preface><p><docNumber>99/12</docNumber>'
        '</p></preface><collectionBody><component><documentRef href="comp_0" showAs="A"/>'
        "</component></collectionBody></documentCollection><components><component>"
        '<statement name="decision"><meta><identification source="#x"><FRBRExpression>'
        '<FRBRlanguage language="fra"/></FRBRExpression></identification></meta><mainBody>'
        f"{p('A.', '1.')}</mainBody></statement></component></components></akomaNtoso>"
    )
    document = akn.from_bytes(xml.encode(), ignore)
    assert isinstance(document, Collection)
    assert (document.language, document.kind, len(document.parts)) == ("fr", "decision", 1)
    assert document.masthead.title == (line(field("number", "99/12")),)
    assert document.parts[0].items == (par("1.", "A."),)


def test_lists_in_lists_belong_to_the_point_before() -> None:
    document = body(
        "<paragraph><num>1.</num><list><intro><p>x:</p></intro><point><num>(a)</num><content>"
        "<p>y:</p></content></point><sublist><point><num>(i)</num><content><p>z</p></content>"
        "</point></sublist></list></paragraph>"
    )
    inner = points(par("(i)", "z"))
    assert document.items == (par("1.", "x:", points(par("(a)", "y:", inner))),)


def test_emphasis_of_a_word_in_the_middle_stays() -> None:
    document = body(p('the <span class="italic">Official Records</span> of', "1."))
    emphasis = Emphasis("italic", (Text("Official Records"),))
    assert document.items == (par("1.", line("the ", emphasis, " of")),)


def test_a_title_in_the_body_is_the_title() -> None:
    document = read(
        '<preface><p/></preface><mainBody><p><docTitle refersTo="#title1"><span class="bold">'
        f"\tStatement</span></docTitle></p>{p('The Council.')}</mainBody>"
    )
    assert document.masthead.title == (line(field("title", "Statement")),)
    assert document.items == (par(None, "The Council."),)


def test_a_heading_above_a_number_is_no_part_of_the_paragraph() -> None:
    document = body(
        "<paragraph><num>1.</num><subheading>Skies</subheading><content><p>Decides.</p></content>"
        "</paragraph>"
    )
    assert document.items == (Section("division", None, line("Skies"), (par("1.", "Decides."),)),)
