"""Reading our own files, and what is no file of ours."""

from __future__ import annotations

import pytest

from an2un import akn
from an2un.diagnostics import Diagnostic
from an2un.identity import Identity
from an2un.source import ReadError
from an2un.tree import Document, Heading, Link, Recital, Reference, Resolution, Text
from tests.builders import doc, field, italic, line, note, par, points, recital, table

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def ignore(finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def again(document: Document) -> Document:
    """Return a document written and read."""
    xml = akn.to_bytes(document, Identity(), akn.Made(version="0"))
    return akn.from_bytes(xml, ignore)


def statement(*parts: str, name: str = "resolution") -> bytes:
    """Return a file of another's making."""
    inner = "".join(parts)
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="{name}"><meta/>{inner}</statement>'
        "</akomaNtoso>"
    ).encode()


def read(*parts: str, name: str = "resolution") -> Resolution:
    document = akn.from_bytes(statement(*parts, name=name), ignore)
    assert isinstance(document, Resolution)
    return document


def body(inner: str) -> Resolution:
    return read(f"<mainBody>{inner}</mainBody>")


def test_all_kinds_of_content_come_back() -> None:
    document = doc(
        (
            par("1.", line(italic("Decides"), " so", note("1", "See."), ";"), table(("a", "b"))),
            par("2.", "x:", points(par("(a)", "y")), "and z", points(par("(b)", "w")), "End."),
        ),
        formula=line(field("organization", "We", "generalAssembly"), ","),
        recitals=(recital("Noting:", points(par("(a)", "x")), "more,"), Heading(line("H"))),
        closing=(line(field("meeting", "9th meeting", "9")),),
    )
    assert again(document) == document


def test_references_come_back_with_their_targets() -> None:
    words = (Text("w"),)
    targets = ("/akn/un/act/x", "A/99/187", "#para_1", "#para_9", "!annex_1", "S/RES/9 (2044)")
    document = doc((par("1.", line(*(Reference(target, words) for target in targets))),))
    assert again(document) == document


def test_comments_and_instructions_are_no_text() -> None:
    document = doc((par("1.", "two words"),))
    xml = akn.to_bytes(document, Identity(), akn.Made())
    commented = xml.replace(b"two words", b"two<!-- not --> <?so so?>words")
    assert akn.from_bytes(commented, ignore) == document


def test_a_file_laid_out_anew_is_the_same_document() -> None:
    document = doc((par("1.", line("a ", italic("b"), " c")),))
    xml = akn.to_bytes(document, Identity(), akn.Made())
    spread = xml.replace(b"<p>", b"<p>\n    ").replace(b"</p>", b"\n  </p>")
    assert akn.from_bytes(spread, ignore) == document


def test_a_link_keeps_its_address() -> None:
    document = doc((par("1.", line(Link("https://example.org/?a=b&c", (Text("w"),)))),))
    assert again(document) == document


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("draft resolution", "draftResolution"),
        ("resolutionDraft", "draftResolution"),
        ("presidentialStatement", "presidentialStatement"),
        ("anything", "resolution"),
    ],
)
def test_kinds_by_name(name: str, kind: str) -> None:
    assert read("<mainBody/>", name=name).kind == kind


def test_unknown_elements_are_looked_through() -> None:
    document = body("<clause><num>1.</num><content><p>a <term>b</term></p></content></clause>")
    assert document.items == (par("1.", "a b"),)


def test_text_where_none_may_stand_is_kept() -> None:
    assert body("<paragraph><content>loose <b/>text</content></paragraph>").items == (
        par(None, "loose text"),
    )


def test_a_second_body_and_preamble_are_kept_in_order() -> None:
    document = read(
        '<preamble><formula name="f"><p>We</p></formula></preamble>',
        "<mainBody><paragraph><num>1.</num><content><p>a</p></content></paragraph></mainBody>",
        '<preamble><container name="c"><p>Noting,</p></container></preamble>',
        "<mainBody><paragraph><num>2.</num><content><p>b</p></content></paragraph></mainBody>",
    )
    assert document.items == (par("1.", "a"), recital("Noting,"), par("2.", "b"))


def test_what_is_no_recital_ends_the_preamble() -> None:
    document = read(
        '<preamble><container name="c"><p>Noting,</p></container>'
        "<paragraph><num>1.</num><content><p>a</p></content></paragraph></preamble>",
        "<mainBody><paragraph><num>2.</num><content><p>b</p></content></paragraph></mainBody>",
    )
    assert document.preamble.items == (Recital((line("Noting,"),)),)
    assert document.items == (par("1.", "a"), par("2.", "b"))


def test_a_file_without_language_is_reported() -> None:
    found: list[Diagnostic] = []
    assert akn.from_bytes(statement("<mainBody/>"), found.append).language == "en"
    assert [finding.code.id for finding in found] == ["AU005"]


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (b"", "not well-formed"),
        (b"no xml", "not well-formed"),
        (b"<a><b></a>", "not well-formed"),
        (b"<html/>", "not an Akoma Ntoso"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"/>'.encode(), "no resolution"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"><act/></akomaNtoso>'.encode(), "no resolution"),
        (b"\xff\xfe\x00", "not well-formed"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(xml: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        akn.from_bytes(xml, ignore)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prolog", ["", '<?xml version="1.0"?>\n', "<!-- <a> -->", "\n"])
def test_a_document_type_is_refused(text: str, encoding: str, prolog: str) -> None:
    xml = (prolog + text).encode(encoding)
    with pytest.raises(ReadError):
        akn.from_bytes(xml, ignore)


def test_unbounded_depth_is_refused() -> None:
    xml = b"<a>" * 100_000
    with pytest.raises(ReadError):
        akn.from_bytes(xml, ignore)
