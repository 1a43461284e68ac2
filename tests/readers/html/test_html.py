"""Saved pages of the web: what they show, and what leads elsewhere."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from an2un.diagnostics import Diagnostic
from an2un.readers import html
from an2un.source import ReadError, Source


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def read(page: str | bytes) -> Source:
    return html.read(page.encode() if isinstance(page, str) else page, "page.html", ignore)


def lines(page: str | bytes, place: str = "") -> list[str]:
    source = read(page)
    return [source.slice(line.span) for line in source.lines if line.place == place]


def styled(page: str) -> list[tuple[str, str]]:
    source = read(page)
    return [(kind, source.slice(span)) for line in source.lines for span, kind in line.styles]


def test_what_a_page_shows_to_some_alone_is_none_of_the_document() -> None:
    page = (
        "<main><h1>Title<span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h1>"
        "<p class='no-print'>Print</p><p>a <span class='sr-only'>opens a window</span></p></main>"
    )
    assert lines(page) == ["Title", "a"]
    assert lines(page, "chrome") == ["[edit]", "Print", "opens a window"]


def test_marks_by_which_a_wiki_leads_back_to_several_calls_are_none_of_the_note() -> None:
    page = (
        "<p>Recalls<sup><a href='#n1'>[1]</a></sup> and<sup id='r2'><a href='#n1'>[1]</a></sup></p>"
        "<ol><li id='n1'><span class='mw-cite-backlink'>\u2191 <a href='#r1'>1.0</a></span> "
        "See the list.</li></ol>"
    )
    assert lines(page, "note") == ["[1] See the list."]


SENTENCE = "<p>Takes note of the table, which shows what was spent in each of the two years;</p>"


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>The  General\n\tAssembly,</p><p>Recalls</p>", ["The General Assembly,", "Recalls"]),
        ("<div>a<p>b</p>c</div>d", ["a", "b", "c", "d"]),
        ("<p>a<br>b<br><br>c</p>", ["a", "b", "c"]),
        ("<p>a <b>b</b> <i>c</i></p>", ["a b c"]),
        ("<p>S&amp;P&nbsp;1 &#8211; x</p>", ["S&P\u00a01 – x"]),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript></p>", ["a"]),
        ("<h1>Title</h1>text<ul><li>one<li>two</ul>", ["Title", "text", "• one", "• two"]),
        ("<ol><li>a<li>b</ol><ol start=5><li>c<li value=9>d", ["1. a", "2. b", "5. c", "9. d"]),
        ("<ol type=a><li>x<ol type=i><li>y<li>z</ol><li>w</ol>", ["a. x", "i. y", "ii. z", "b. w"]),
        ("<ol style='list-style-type: upper-roman'><li>x</ol>", ["I. x"]),
        ("<ol style='list-style: none'><li>x</ol><ul style='list-style:none'><li>y", ["x", "y"]),
        ("<ul><li>(a) x<li>1. x</ul><ol><li>2. x</ol>", ["(a) x", "1. x", "2. x"]),
        ("<ul><li>一、x<li>㈠ x<li>б) x</ul>", ["一、x", "㈠ x", "б) x"]),
        ("<ol><li>强调包容、可持续", ["1. 强调包容、可持续"]),
        ("<ol><li><p>a</p><p>b</p></li><li>c</ol>", ["1. a", "b", "2. c"]),
        ("<pre>  1. Decides\n  to act;\n\n  2. Asks</pre>", ["1. Decides", "to act;", "2. Asks"]),
        ("<dl><dt>a<dd>b</dl><blockquote>c</blockquote>", ["a", "b", "c"]),
        ("<p>unclosed <i>italics<p>next", ["unclosed italics", "next"]),
        ("<p><span style='display:block; float: left'>1.</span>Decides</p>", ["1. Decides"]),
        ("<table><tr><td>1.<td>a<tr><td><td><table><tr><td>(a)<td>b</table></table>",
         ["1. a", "(a) b"]),
    ],
)  # fmt: skip
def test_what_a_page_shows(page: str, shown: list[str]) -> None:
    assert lines(f"<html><body>{page}</body></html>") == shown


def test_paragraphs_open_and_forced_line_ends_do_not() -> None:
    source = read("<p>a<br>b</p><p>c</p><pre>d\n\n  e</pre>")
    assert [(line.opens, line.gap, line.indent) for line in source.lines] == [
        (True, 0, 0), (False, 0, 0), (True, 0, 0), (None, 0, 0), (None, 1, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("<i>Recalling</i>", "italic"),
        ("<em>Recal</em><i>ling</i>", "italic"),
        ("<span style='font-style: italic'>Recalling</span>", "italic"),
        ("<strong>Recalling</strong>", "bold"),
        ("<sup>Recalling</sup>", "superscript"),
        ("<span style='Vertical-Align:super'>Recalling</span>", "superscript"),
        ("<span class=MsoFootnoteReference>Recalling</span>", "superscript"),
    ],
)
def test_words_are_set_apart(words: str, kind: str) -> None:
    assert styled(f"<p>{words} its resolution") == [(kind, "Recalling")]


def test_rows_are_lines_with_tabs_between_cells() -> None:
    rows = "<thead><tr><th><th>2043</thead><tr><td>Boats<td>1<tr><td>Nets,<br>new<td>2"
    page = f"{SENTENCE}<table>{rows}</table>"
    assert lines(page, "row") == ["\t2043", "Boats\t1", "Nets, new\t2"]


def test_rows_stand_where_their_table_stands() -> None:
    page = f"<nav>Help</nav>{SENTENCE}<table><tr><td>Boats<td>1<tr><td>Nets<td>2</table><p>End."
    assert [line.place for line in read(page).lines] == ["", "row", "row", "", "chrome"]


def test_columns_of_a_masthead_are_lines() -> None:
    page = (
        f"<table><tr><td>UN<td>A/99/1<tr><td>GA<td>Distr.: General<br>7 May 2044</table>{SENTENCE}"
    )
    assert lines(page)[:5] == ["UN", "A/99/1", "GA", "Distr.: General", "7 May 2044"]


def test_a_long_name_of_an_organ_ends_no_masthead() -> None:
    organ = "Assembly for Boats and Lighthouses of the Programme for the Northern Coasts"
    rows = f"<tr><td>UN<td>A/99/1<tr><td>{organ}<td>Distr.: General"
    page = f"<table>{rows}</table><table><tr><td>{organ}<td>a<tr><td>b<td>c</table>{SENTENCE}"
    assert lines(page)[:4] == ["UN", "A/99/1", organ, "Distr.: General"]
    assert lines(page)[4:8] == [organ, "a", "b", "c"]


def test_the_number_of_a_list_ends_a_masthead() -> None:
    text = "<p>大会<p>正式决定，对于2022年：<ol><li>核准批款，用于下列用途：</ol>"
    assert lines(f"{text}<table><tr><td>款次<td>数额<tr><td>船只<td>1</table>", "row") == [
        "款次\t数额", "船只\t1",
    ]  # fmt: skip


def test_a_page_set_in_one_table_keeps_the_tables_inside_it() -> None:
    inner = "<table><tr><td>Boats<td>1<tr><td>Nets<td>2</table>"
    page = f"<table><tr><td>UN<td>A/99/1<tr><td colspan=2>{SENTENCE}{inner}<p>End.</table>"
    assert lines(page)[-1] == "End."
    assert lines(page, "row") == ["Boats\t1", "Nets\t2"]


@pytest.mark.parametrize(
    "page",
    [
        "<table><caption>Table 1</caption><tr><td>Boats<td>1<tr><td>Nets<td>2</table>",
        "<table>Stray<tr>words<td>Boats</td>and<td>1</td>more</tr>of<tr><td>Nets<td>2</table>",
        "<table><thead>a<tr>b<th>c<tbody>d<tr><td>e</tr>f<tfoot><tr><td>g</tfoot>h</table>",
        "<table><tr><td>a<table><caption>b</caption><tr><td>c<tr><td>d</table>e</table>",
        "<table><form><tr><td>a<tr><td>b</form></table>",
        "<table><tbody><form>f<tr><td>a<td>b<tr><td>c</form></tbody></table>",
        "<table><colgroup><col>a</colgroup><tr><td>b<tr><td>c</table>",
        "<ul>Stray<li>Boats</li>words<p>Nets</p>of<li>Oars</ul>",
        "<ol>a<ol><li>b<ul>c<li>d</ul>e</ol>f<div>g</div>h</ol>",
        "<dl>a<dt>b<dd>c</dl><select><option>d<option>e</select><label>f</label>",
        "<pre>g <b>h</b></pre><center>i<font size=2>j</font></center><o:p>k</o:p>",
        "<p>a<ruby>b<rp>(<rt>c<rp>)</ruby><q>d</q><del>e</del><ins>f</ins><details>g</details>",
    ],
)
def test_no_words_of_a_page_are_lost_wherever_they_stand(page: str) -> None:
    assert letters(read(f"{SENTENCE}{page}").text) == letters(
        re.sub("<[^>]*>", "", SENTENCE + page)
    )


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text))


def test_the_caption_of_a_table_stands_above_it() -> None:
    page = f"{SENTENCE}<table><caption>Table 1</caption><tr><td>Boats<td>1<tr><td>Nets<td>2</table>"
    assert [line.place for line in read(page).lines] == ["", "", "row", "row"]
    assert lines(page)[-1] == "Table 1"


def test_links_lead_somewhere() -> None:
    source = read(
        "<p>See <a href='https://undocs.org/A/99/1'>A/<b>99</b>/1</a> and <a href=/x>x</a>"
    )
    assert [(source.slice(link.span), link.target) for link in source.links] == [
        ("A/99/1", "https://undocs.org/A/99/1")
    ]


# ------------------------------------------------------------------------------------------ chrome


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>Home</nav>",
        "<header>Home</header>",
        "<footer><p>Home</p></footer>",
        "<div role=navigation>Home</div>",
        "<div class='site-breadcrumbs'>Home</div>",
        "<div id='cookie-banner'>Home</div>",
        "<form>Home</form>",
    ],
)
def test_what_leads_elsewhere_is_no_text_and_not_lost(chrome: str) -> None:
    page = f"<body>{chrome}<p>Decides</p></body>"
    assert lines(page) == ["Decides"]
    assert lines(page, "chrome") == ["Home"]


@pytest.mark.parametrize("main", ["main", "article", "div role=main"])
def test_the_main_part_of_a_page_is_the_document(main: str) -> None:
    page = f"<p>Portal</p><{main}><header>A/99/1</header><p>Decides to act;</p>"
    assert lines(page) == ["A/99/1", "Decides to act;"]
    assert lines(page, "chrome") == ["Portal"]


def test_a_small_article_beside_the_text_is_not_the_document() -> None:
    page = f"<article>Related</article>{SENTENCE * 3}"
    assert len(lines(page)) == 4


@pytest.mark.parametrize("how", ["hidden", "style='display: none'", "aria-hidden=true"])
def test_what_a_page_hides_is_no_text_and_not_lost(how: str) -> None:
    page = f"<p>Decides <span {how}>secretly</span> to</p><p {how}>All of it</p><p>Asks</p>"
    assert lines(page) == ["Decides to", "Asks"]
    assert lines(page, "hidden") == ["secretly", "All of it"]


def test_deleted_words_are_no_text_and_not_lost() -> None:
    page = "<p>Decides <del>not </del><ins>at last</ins> to act</p>"
    assert lines(page) == ["Decides at last to act"]
    assert lines(page, "deleted") == ["not"]


@pytest.mark.parametrize(
    ("mark", "back"),
    [
        ("<a href='#cmnt1' id=cmnt_ref1>[a]</a>", "<a href='#cmnt_ref1' id=cmnt1>[a]</a>"),
        (
            "<a class=msocomanchor href='#_msocom_1' name=_msoanchor_1>[a]</a>",
            "<a class=msocomoff href='#_msoanchor_1' name=_msocom_1>[a]</a>",
        ),
    ],
)
def test_comments_are_no_text_and_not_lost(mark: str, back: str) -> None:
    comment = f"<div><div><span></span><p>{back}Check.</p><p>Soon.</p></div></div>"
    page = f"<div><p>Decides to act;{mark}</p></div>{comment}"
    assert lines(page) == ["Decides to act;"]
    assert lines(page, "chrome") == ["[a]", "[a]Check.", "Soon."]


# ------------------------------------------------------------------------------------------- notes

CALLED = (
    "<p>Recalls<sup><a id=r1 href='#n1'>1</a></sup>"
    " and notes<a id=r2 href='#n2'><sup>[2]</sup></a>,</p>"
)


@pytest.mark.parametrize(
    "notes",
    [
        "<div id=n1><a href='#r1'>1</a> One.</div><div id=n2><a href='#r2'>[2]</a> Two.</div>",
        "<p><a name=n1 href='#r1'>1</a> One.</p><p><a name=n2 href='#r2'>[2]</a> Two.</p>",
        "<ol><li id=n1>One. <a href='#r1'>↩</a></li><li id=n2>Two. <a href='#r2'>↩</a></li></ol>",
    ],
)
def test_notes_are_found_by_their_links(notes: str) -> None:
    page = f"{CALLED}{notes}<p>Decides</p>"
    assert lines(page) == ["Recalls1 and notes[2],", "Decides"]
    assert [" ".join(line.split()) for line in lines(page, "note")] == ["1 One.", "[2] Two."]
    raised = [words for kind, words in styled(page) if kind == "superscript"]
    assert raised == ["1", "[2]", "1", "[2]"]


def test_notes_are_text_wherever_the_page_keeps_them() -> None:
    notes = "<aside id=n1>1 One.</aside><footer><p id=n2 hidden>[2] Two.</p><p>Help</p></footer>"
    assert lines(CALLED + notes, "note") == ["1 One.", "[2] Two."]
    assert lines(CALLED + notes, "chrome") == ["Help"]


def test_a_page_is_found_in_the_message_it_was_saved_in() -> None:
    message = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n"
        "--x\r\nContent-Type: text/html; charset=windows-1251\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=CC=E0=FF=EA</p>\r\n--x--\r\n"
    )
    assert lines(message) == ["Маяк"]
    with pytest.raises(ReadError, match="no page"):
        read(message.replace("text/html", "text/plain"))


def test_a_link_from_note_to_note_is_no_call() -> None:
    notes = (
        "<p id=n1><a href='#r1'>1</a> See note <a href='#n2'>2</a>.<p id=n2><a href='#r2'>2</a> B."
    )
    page = CALLED.replace("[2]", "2") + notes
    assert lines(page, "note") == ["1 See note 2.", "2 B."]
    assert [w for kind, w in styled(page) if kind == "superscript"] == ["1", "2", "1", "2"]


def test_a_page_saved_by_word_is_read() -> None:
    number = (
        "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>"
    )
    page = (
        f"<div class=WordSection1><p class=MsoListParagraph>{number}<i>Recalls</i> its resolution"
        "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1' title=''>"
        "<span class=MsoFootnoteReference>[1]</span></a>;</p></div>"
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
        "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>"
        "<span class=MsoFootnoteReference>[1]</span></a> See A/99/1.</p></div></div>"
    )
    assert lines(page) == ["1.\u00a0 Recalls its resolution[1];"]
    assert [" ".join(line.split()) for line in lines(page, "note")] == ["[1] See A/99/1."]


def test_links_to_places_of_the_page_are_no_notes() -> None:
    page = "<p>See <a href='#annex'>the annex</a>.</p><h2 id=annex>Annex</h2>"
    assert lines(page) == ["See the annex.", "Annex"]


def test_notes_without_links_are_known_by_their_raised_marks() -> None:
    page = "<p>Recalls<sup>1</sup>,</p><hr><p><sup>1</sup> See A/99/1.</p>"
    assert lines(page, "note") == ["1 See A/99/1."]


# ----------------------------------------------------------------------------- bytes and hostility


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>Décide</p>".encode(), "Décide"),
        ("\ufeff<p>Décide</p>".encode(), "Décide"),
        ("<p>Décide</p>".encode("utf-16"), "Décide"),
        ("<meta charset=windows-1252><p>Décide “ici”</p>".encode("cp1252"), "Décide “ici”"),
        ("<meta charset=iso-8859-1><p>Décide “ici”</p>".encode("cp1252"), "Décide “ici”"),
        ("<meta content='text/html; charset=gb2312'><p>大会，</p>".encode("gb18030"), "大会，"),
        ("<meta charset=koi8-r><p>Просит</p>".encode("koi8-r"), "Просит"),
        ("<?xml version='1.0' encoding='windows-1256'?><p>تقرر</p>".encode("cp1256"), "تقرر"),
        ("<meta charset=nonsense><p>Décide</p>".encode(), "Décide"),
        ("<meta charset=ascii><p>Décide</p>".encode(), "Décide"),  # saved anew as UTF-8
        ("<meta charset=iso-8859-1><p>Просит</p>".encode(), "Просит"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_mark_or_declaration(page: bytes, shown: str) -> None:
    assert lines(page) == [shown]


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"<nav>a</nav>", b"\0\1\2\3" * 50])
def test_a_page_without_text_is_refused(page: bytes) -> None:
    with pytest.raises(ReadError, match=r"page\.html: "):
        read(page)


@pytest.mark.parametrize("tag", ["div", "b", "ol><li", "table><tr><td", "blockquote"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert "".join(lines(f"<{tag}>" * 500 + "Decides")).endswith("Decides")
    with pytest.raises(ReadError, match="nested too deeply"):
        read(f"<{tag}>" * 20_000 + "Decides")


def test_entities_and_what_a_page_wants_fetched_are_left_alone() -> None:
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a; Decides<img src="//x">'
    assert "root:" not in "".join(lines(page))
    assert "Decides" in "".join(lines(page))


def test_a_control_character_is_reported() -> None:
    found: list[Diagnostic] = []
    html.read(b"<p>Decides\x01 to act</p>" + SENTENCE.encode() * 3, "page.html", found.append)
    assert [finding.code.id for finding in found] == ["AU002"]


SHEET = """<style>.c1{color:#000;font-style:italic}.c2{font-weight:700}.up{vertical-align:super}
.a-0>li:before{content:"" counter(n-0,decimal) ". "}
.a-1 > li::before { content: "(" counter(n-1, lower-latin) ") " }</style>"""


@pytest.mark.parametrize(
    ("name", "kind"), [("c1", "italic"), ("x c2", "bold"), ("up", "superscript")]
)
def test_words_are_set_as_their_class_says(name: str, kind: str) -> None:
    page = f'<head>{SHEET}</head><p><span class="{name}">Recalling</span> birds,</p>'
    assert styled(page) == [(kind, "Recalling")]


def test_what_is_said_of_a_class_inside_others_is_not_said_of_it_everywhere() -> None:
    sheet = "<style>.menu .c1{font-style:italic}</style>"
    assert styled(f'<head>{sheet}</head><p><span class="c1">Recalling</span></p>') == []


def test_lists_are_counted_as_the_style_sheet_says() -> None:
    page = (
        '<ol class="a-0"><li>Decides:</li></ol>'
        '<ol class="x a-1"><li>At night;</li><li>In winter;</li></ol>'
        '<ol class="a-0" start="2"><li>Requests</li></ol>'
    )
    assert lines(f"<head>{SHEET}</head>{page}") == [
        "1. Decides:", "(a) At night;", "(b) In winter;", "2. Requests",
    ]  # fmt: skip
