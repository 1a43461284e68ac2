"""Paragraphs, runs, tables, fields and changes of a Word file."""

from __future__ import annotations

import pytest

from tests.readers.docx.word_files import (
    STRICT,
    W,
    archive,
    definition,
    level,
    lines,
    listed,
    p,
    part,
    r,
    read,
    read_linked,
    source_of,
    styled,
)


def test_paragraphs_are_lines_that_open() -> None:
    source = read(
        p("The General Assembly,") + p("") + p("Recalls", "<w:r><w:br/></w:r>", "its resolution")
    )
    assert [(source.slice(line.span), line.opens, line.gap) for line in source.lines] == [
        ("The General Assembly,", True, 0.0),
        ("Recalls", True, 1.0),
        ("its resolution", False, 0.0),
    ]


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "a°"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:t>1.</w:t><w:tab/><w:t>Decides</w:t></w:r>", "1. Decides"),
        ("<w:r><w:tab/><w:t>Decides</w:t></w:r>", "Decides"),
        ("<w:r><w:t>Nations Unies</w:t><w:tab/><w:t>A/99/1</w:t></w:r>", "Nations Unies    A/99/1"),
        ("<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag>", "a"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>", "a"),
        ("<w:unheardOf><w:r><w:t>a</w:t></w:r></w:unheardOf>", "a"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab"),
        (f'<w:commentRangeStart/>{r("a")}<w:r><w:commentReference w:id="1"/></w:r>', "a"),
    ],
)  # fmt: skip
def test_what_a_run_prints(run: str, shown: str) -> None:
    assert lines(read(p(run))) == [shown]


def test_tracked_changes_are_accepted_and_what_they_delete_is_kept_aside() -> None:
    body = p(
        "Decides ", "<w:ins><w:r><w:t>also </w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", "to act",
        "<w:moveFrom><w:r><w:t> at once</w:t></w:r></w:moveFrom>",
    )  # fmt: skip
    source = read(body)
    assert lines(source) == ["Decides also to act"]
    assert lines(source, "deleted") == ["not  at once"]


def test_a_deleted_paragraph_end_joins_two_paragraphs_and_counts_no_number() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:r><w:t>Decides </w:t></w:r></w:p>"
    )
    numbering = definition(1, level(0, "decimal", "%1."))
    body = gone + listed("to act", 1) + listed("Requests", 1)
    assert lines(read(body, numbering=numbering)) == ["1. Decides to act", "2. Requests"]


def test_the_last_paragraph_is_read_though_its_end_is_deleted() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Decides</w:t></w:r></w:p>"
    assert lines(read(body)) == ["Decides"]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_say_their_result() -> None:
    body = p(
        "page ", field("begin"), "<w:r><w:instrText> PAGE </w:instrText></w:r>",
        field("separate"), "7", field("end"),
        ' of <w:x/>'[:4], '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>',
    )  # fmt: skip
    assert lines(read(body)) == ["page 7 of 9"]


def test_a_field_in_the_code_of_a_field_says_nothing() -> None:
    body = p(
        field("begin"), "<w:r><w:instrText>IF </w:instrText></w:r>",
        field("begin"), "<w:r><w:instrText>X</w:instrText></w:r>", field("separate"), "inner",
        field("end"), field("separate"), "outer", field("end"),
    )  # fmt: skip
    source = read(body)
    assert lines(source) == ["outer"]
    assert lines(source, "hidden") == ["inner"]


def test_links_lead_somewhere() -> None:
    code = '<w:r><w:instrText> HYPERLINK "https://undocs.org/A/99/2" </w:instrText></w:r>'
    body = p(
        'See ', '<w:hyperlink r:id="x"><w:r><w:t>A/99/1</w:t></w:r></w:hyperlink>', " and ",
        field("begin"), code, field("separate"), "A/99/2", field("end"),
        '<w:hyperlink w:anchor="here"><w:r><w:t>.</w:t></w:r></w:hyperlink>',
    )  # fmt: skip
    source = read_linked(body, {"x": "https://undocs.org/A/99/1"})
    assert [(source.slice(link.span), link.target) for link in source.links] == [
        ("A/99/1", "https://undocs.org/A/99/1"),
        ("A/99/2", "https://undocs.org/A/99/2"),
    ]


def box(words: str) -> str:
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_before_its_paragraph() -> None:
    assert lines(read(p(box("United Nations"), "General Assembly"))) == [
        "United Nations", "General Assembly",
    ]  # fmt: skip


def test_the_fallback_is_read_where_the_choice_says_nothing() -> None:
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{p('Distr.: General')}</w:txbxContent></v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(read(p(drawing, "Text"))) == ["Distr.: General", "Text"]


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


SENTENCE = p("Takes note of the table, which shows what was spent in each of the two years;")


def test_rows_are_lines_with_tabs_between_cells() -> None:
    body = SENTENCE + table(
        ("", p("2043"), p("2044")),
        (p("Boats"), p("1"), p("2")),
        (p("Nets, ") + p("new"), p("3"), p("")),
    )
    assert lines(read(body), "row") == ["\t2043\t2044", "Boats\t1\t2", "Nets,  new\t3\t"]


def test_a_table_that_sets_numbers_beside_paragraphs_is_none() -> None:
    body = SENTENCE + table(
        (p("(a)"), p("The boats;")), (p("(b)"), p("The nets;") + p("and oars;"))
    )
    assert lines(read(body))[1:] == ["(a) The boats;", "(b) The nets;", "and oars;"]


def test_columns_of_a_masthead_are_lines() -> None:
    head = table(
        (p("General Assembly"), p("Distr.: General") + p("7 November 2044")), (p("a"), p("b"))
    )
    assert lines(read(head + SENTENCE))[:5] == [
        "General Assembly", "Distr.: General", "7 November 2044", "a", "b",
    ]  # fmt: skip


def test_a_long_name_of_an_organ_ends_no_masthead() -> None:
    organ = "Assembly for Boats and Lighthouses of the Programme for the Northern Coasts"
    head = table((p("UN"), p("A/99/1")), (p(organ), p("Distr.: General")), (p("a"), p("b")))
    assert lines(read(head + SENTENCE))[:6] == [
        "UN", "A/99/1", organ, "Distr.: General", "a", "b",
    ]  # fmt: skip


def test_a_deleted_row_is_kept_aside() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc><w:tc>{p('too')}</w:tc></w:tr>"
    body = SENTENCE + table((p("a"), p("b")), (p("c"), p("d"))).replace(
        "</w:tbl>", f"{gone}</w:tbl>"
    )
    source = read(body)
    assert lines(source, "row") == ["a\tb", "c\td"]
    assert lines(source, "deleted") == ["gone", "too"]


def test_tables_inside_cells_are_read() -> None:
    body = SENTENCE + table((p("a"), table((p("b"),), (p("c"),))), (p("d"), p("e")))
    assert [line.split() for line in lines(read(body), "row")] == [["a", "b", "c"], ["d", "e"]]


def test_block_content_in_containers_is_read() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt><w:customXml>{p('b')}</w:customXml>"
    )
    assert lines(read(body)) == ["a", "b"]


def test_the_strict_namespace_is_read_as_well() -> None:
    document = part("document", p(r("Recalling", "<w:i/>"))).replace(W, STRICT)
    source = source_of(archive({"word/document.xml": document}))
    assert styled(source) == [("italic", "Recalling")]
