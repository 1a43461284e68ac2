"""What is wrong with a file that is no XML is said so that its author knows what to mend."""

from __future__ import annotations

import pytest

from an2un.check.settings import Settings
from an2un.check.verdict import judge


@pytest.mark.parametrize(
    ("xml", "message", "hint"),
    [
        ("The Assembly", "does not begin with a tag", "an2un convert"),
        ("<a>&nbsp;</a>", "the entity &nbsp; is not defined", "&#160;"),
        ("<a>Law & order</a>", "an & stands in the text", "&amp;"),
        ("<a>Law&order</a>", "an & stands in the text", "&amp;"),
        ("<a>1 < 2</a>", "no name of an element follows <", "&lt;"),
        ("<a b='<'/>", "a < stands in the value", "&lt;"),
        ("<a b=c/>", "has no quotation marks", "put it in them"),
        ("<a b/>", "the attribute b has no value", "leave it out"),
        ("<a b='1' b='2'/>", "the attribute b stands twice", "keep one"),
        ("<a b='", "ends within the value", "nothing after it"),
        ("<a", "the tag <a is not closed by >", "nothing after it"),
        ("<a/><b/>", "behind the end of the document", "one"),
        ("<a/><?xml version='1.0'?>", "an XML declaration stands inside", "two files"),
        ("<a>\n<b></a>", "<b> of line 2 is not closed before </a>", "nothing after it"),
        ("<a>text", "ends before its elements are closed", "nothing after it"),
        ("<a>&#0;</a>", "U+0000", "take the control characters out"),
        ("<a>\x0c</a>", "U+000C", "take the control characters out"),
        ("<a b='\x0c'/>", "a control character stands", "take the control characters out"),
        ("<a>]]></a>", "sequence ']]>' not allowed", "nothing after it"),
        ("", "the file is empty", "leave the file out"),
    ],
)
def test_a_fault_is_said_plainly(xml: str, message: str, hint: str) -> None:
    (finding,) = judge(xml.encode(), Settings())
    assert finding.code.id == "AU930"
    assert message in finding.message
    assert hint in finding.hint
