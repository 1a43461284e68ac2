from __future__ import annotations

import pytest

import an2un
from an2un import Options, Supplied
from an2un.roundtrip import Trip, roundtrip, xml_characters
from tests.test_conversion import TEXT

LANGUAGE = Options(supplied=Supplied(language="en"))


def test_a_text_comes_back_whole() -> None:
    trip = roundtrip(TEXT.encode(), LANGUAGE, "draft.txt")
    assert trip.same
    rule = TEXT.count("_")
    assert trip.furniture == rule
    assert trip.total == sum(map(len, TEXT.split())) - rule


def test_xml_comes_back_whole() -> None:
    xml = an2un.convert(TEXT, LANGUAGE).xml
    trip = roundtrip(xml, LANGUAGE, "draft.xml")
    assert trip.same
    assert trip.total == sum(map(len, TEXT.split())) - TEXT.count("_")


def test_what_is_lost_or_added_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from an2un import plain

    whole = plain.text

    def faulty(document: an2un.Document, width: int | None = None) -> str:
        return whole(document, width).replace("stars", "stairs").replace("dim", "di")

    monkeypatch.setattr(plain, "text", faulty)
    trip = roundtrip(TEXT.encode(), LANGUAGE, "draft.txt")
    assert (trip.lost, trip.added) == ("m", "i")
    assert not trip.same
    assert any("stairs" in line for line in trip.differences)


def test_markers_of_notes_count_as_printed() -> None:
    xml = b"<a><meta>no</meta><p>w<authorialNote marker='3'><p>n</p></authorialNote></p></a>"
    assert xml_characters(xml) == {"w": 1, "n": 1, "3": 2}


def test_nothing_at_all_is_the_same() -> None:
    assert Trip("x", 0, "", "", 0, ()).same
