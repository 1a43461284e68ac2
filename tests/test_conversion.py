from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

import an2un
from an2un import Options, ReadError, Supplied
from an2un.check import loading, verdict

TEXT = """United Nations A/C.3/99/L.7
General Assembly Distr.: Limited
7 November 2044
Original: English
Ninety-ninth session
Third Committee
Agenda item 27
Social development

Arcadia, Freedonia and Ruritania: draft resolution

Access for all to a dark night sky

The General Assembly,

Recalling its resolution 98/204 of 20 December 2043,1

Conscious that artificial light deprives future generations of the stars,

1. Calls upon Member States to dim the lights of public buildings at night;

2. Requests the Secretary-General:

(a) To report on the measures taken;

(b) To convene a meeting of experts.

__________________
1 See A/99/187.
"""
MADE = Options(made=datetime(2044, 11, 8, tzinfo=UTC))


def test_a_text_becomes_a_valid_document() -> None:
    conversion = an2un.convert(TEXT, MADE)
    assert conversion.valid
    assert an2un.validate(conversion.xml) == ()
    assert conversion.document.language == "en"
    assert conversion.identity.symbol == "A/C.3/99/L.7"
    assert (conversion.lost, conversion.covered) == (0, True)


def test_what_is_written_may_have_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is that of the source: the XML of 60 MB of text has more than 100 MB."""
    monkeypatch.setattr(loading, "MAX_TAGS", 10)
    limits: list[int] = []

    def load(data: bytes, max_size: int) -> loading.Loaded:
        limits.append(max_size)
        return loading.load(data, max_size)

    monkeypatch.setattr(verdict, "load", load)
    assert an2un.convert(TEXT, MADE).valid
    assert limits == [0]


def test_text_bytes_file_and_source_give_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    by_text = an2un.convert(TEXT, MADE)
    for source in (TEXT.encode(), path, by_text.source):
        assert an2un.convert(source, MADE).document == by_text.document


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert an2un.convert(TEXT, MADE).xml == an2un.convert(TEXT, MADE).xml
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2361744000")  # 2044-11-03
    assert b'<FRBRdate date="2044-11-03" name="markup"/>' in an2un.convert(TEXT).xml


def test_the_xml_vouches_for_the_bytes_it_was_made_from() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    xml = an2un.convert(data, MADE, "draft.txt").xml.decode()
    assert sha256(data).hexdigest() in xml
    assert f">{len(data)}<" in xml
    assert ">draft.txt<" in xml


def test_the_tree_is_read_back_from_xml_and_from_text() -> None:
    conversion = an2un.convert(TEXT, MADE)
    assert an2un.read(conversion.xml) == conversion.document
    assert an2un.text(an2un.read(conversion.text())) == conversion.text()
    assert an2un.validate(an2un.write(conversion.document, MADE)) == ()


def test_what_is_not_printed_is_supplied_or_unknown() -> None:
    bare = TEXT[TEXT.index("The General Assembly,\n") :]
    unknown = an2un.convert(bare, MADE)
    assert {"AU401", "AU402"} <= {finding.code.id for finding in unknown.findings}
    assert unknown.identity.number == "nn"
    told = Options(supplied=Supplied(symbol="A/99/L.3", date="2044-11-07"), made=MADE.made)
    known = an2un.convert(bare, told)
    assert known.identity.number == "99-L.3"
    assert not {"AU401", "AU402"} & {finding.code.id for finding in known.findings}


def test_findings_say_where_they_are() -> None:
    conversion = an2un.convert(TEXT.replace("2. Requests", "3. Requests"), MADE)
    (gap,) = [finding for finding in conversion.findings if finding.code.id == "AU104"]
    line = 1 + TEXT[: TEXT.index("2. Requests")].count("\n")
    assert (gap.line, gap.column, gap.trail) == (line, 1, "operative paragraph 3")
    assert conversion.valid


def test_findings_come_in_the_order_of_the_source() -> None:
    odd = TEXT.replace("1. Calls", "4. Calls").replace("(b) To", "(e) To")
    spans = [f.span for f in an2un.convert(odd, MADE).findings if f.span]
    assert len(spans) > 1
    assert spans == sorted(spans)


@pytest.mark.parametrize("nothing", ["", " \n\f\n", b"", b"\0\1\2\3" * 9, b"%PDF-1.7\n"])
def test_what_cannot_be_read_is_an_error(nothing: str | bytes) -> None:
    with pytest.raises(ReadError):
        an2un.convert(nothing)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError, match=str(path)):
            an2un.convert(path)


def test_a_limit_of_size_holds_for_every_kind_of_input(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    for source in (path, TEXT, TEXT.encode()):
        with pytest.raises(ReadError, match="larger than 100 bytes"):
            an2un.convert(source, Options(max_size=100))


def test_a_name_of_a_file_is_not_taken_for_a_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    with pytest.raises(ReadError, match="pathlib"):
        an2un.convert(str(path))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ReadError, match="'xx'"):
        an2un.convert(TEXT, Options(supplied=Supplied(language="xx")))


def test_xml_is_not_taken_for_raw_text() -> None:
    with pytest.raises(ReadError, match="Akoma Ntoso already"):
        an2un.convert(an2un.convert(TEXT).xml)
    assert an2un.convert("<1> is no element of anything.\n").valid


def test_malformed_xml_is_an_error_not_a_text() -> None:
    with pytest.raises(ReadError, match="well-formed"):
        an2un.read(b"<akomaNtoso><statement></akomaNtoso>")


def test_paragraphs_are_the_stage_before_the_tree() -> None:
    from an2un.conversion import paragraphs

    kinds = [paragraph.kind for paragraph in paragraphs(TEXT)]
    assert kinds == ["formula", "text", "text", *["numbered"] * 4]
