"""Start tags are read from the bytes as lxml reads them from the tree, however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from an2un.check.elements import AKN
from an2un.check.tags import Tag, is_address, tags

HEAD = f'<akomaNtoso xmlns="{AKN}" xmlns:o="urn:other">'


def both(data: bytes) -> tuple[list[Tag], list[Tag]]:
    """Return the start tags read from the bytes where they are plain, and from the tree."""
    elements = list(etree.fromstring(data).iter("*"))
    return tags(elements, data), tags(elements, b"")


@pytest.mark.parametrize(
    "written",
    [
        '<p eId="p_1"/>',
        "<p eId='p_1' class='a \"b\"'>x</p>",
        '<p\n  eId = "p_1"\t>x</p >',
        '<ref href="/akn/un?a=1&amp;b=&#x32;&quot;&#51;">a &gt; b > c</ref>',
        '<ref href="a>b" class=">">x</ref>',
        '<p class="\n x"/>',
        '<p class="&#10;"/>',
        '<p xml:lang="fr" o:class="#no" o:eId=""/>',
        '<o:p eId="x" refersTo="#y"><p/></o:p>',
        '<p xmlns="urn:other" eId="x"><p/></p>',
        f'<k:p xmlns:k="{AKN}" eId="x"><p/></k:p>',
        f'<p xmlns="{AKN}" eId="x"><p/></p>',
        '<p xmlns="" eId="x"/>',
        '<!-- <p eId="no"/> --><p/>',
        "<!-- no tag --><p/><?pi <p?><?pi <p> ?>",
        '<p><![CDATA[<p eId="no">]]></p><p><![CDATA[a < b]]></p>',
        '<p eId="été_1" refersTo="#été"/>',
    ],
)
def test_the_bytes_say_what_the_tree_says(written: str) -> None:
    for declaration in ("", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- first -->"):
        found, expected = both(f"{declaration}{HEAD}{written}</akomaNtoso>".encode())
        assert found == expected


def test_a_wording_is_read_once() -> None:
    data = f'{HEAD}<p class="once"/><p class="once"/></akomaNtoso>'.encode()
    elements = list(etree.fromstring(data).iter("*"))
    assert tags(elements, data)[1] is tags(elements, data)[2]


def test_other_encodings_are_read_from_the_tree() -> None:
    text = f'<?xml version="1.0" encoding="ENC"?>{HEAD}<p eId="é"/></akomaNtoso>'
    for encoding in ("utf-16", "iso-8859-1"):
        found, expected = both(text.replace("ENC", encoding).encode(encoding))
        assert found == expected
        assert found[1].eid == "é"


def test_what_a_start_tag_says() -> None:
    written = '<step eId="step_1" by="#un" date="0001-01-01" href="a b:c"/><o:p/>'
    (_, step, other), _ = both(f"{HEAD}{written}</akomaNtoso>".encode())
    assert step.targets == ("un",)
    assert step.hollow
    assert not step.sound
    assert other.sound
    assert other.name == ""


_SIGNS = st.sampled_from(("http:", "https://", "//", "%41", *"#:/@?%[]~!;=a1é. -<{|^`\\\n\t&'"))


@given(st.lists(_SIGNS, max_size=9).map("".join))
def test_libxml2_takes_every_plain_address(value: str) -> None:
    element = etree.Element("a", {"h": value})
    assert not is_address(value) or ANY_URI.validate(element)


def test_iris_and_pointers_are_plain_addresses() -> None:
    for value in ("", "#para_1", "/akn/un/doc/2044/eng@/!main", "https://un.org/a%20b?c#d"):
        assert is_address(value)


def test_published_files_are_read_alike(corpus: Path) -> None:
    for path in sorted((corpus / "corpus" / "official").glob("*valid/*.xml"))[::8]:
        found, expected = both(path.read_bytes())
        assert found == expected, path


ANY_URI = etree.XMLSchema(
    etree.fromstring(
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="a">'
        '<xsd:complexType><xsd:attribute name="h" type="xsd:anyURI"/></xsd:complexType>'
        "</xsd:element></xsd:schema>"
    )
)
