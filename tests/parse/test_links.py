"""The links that the feet of the pages list, against what the text cites."""

from __future__ import annotations

from an2un.citing import Citation
from an2un.parse.links import disagreements


def cited(*symbols: str) -> list[Citation]:
    natures = {"RES": "resolution", "DEC": "decision"}
    kinds = [next((natures[p] for p in s.split("/") if p in natures), "document") for s in symbols]
    return [
        Citation(0, 1, kind, symbol)  # type: ignore[arg-type]
        for kind, symbol in zip(kinds, symbols, strict=True)
    ]


UNDOCS = "https://undocs.org/en/"


def test_what_is_linked_and_cited_is_in_order() -> None:
    citations = cited("A/RES/70/1", "A/99/187", "S/RES/2542 (2020)")
    links = (f"{UNDOCS}A/RES/70/1", f"{UNDOCS}A/99/187", f"{UNDOCS}S/RES/2542(2020)")
    assert list(disagreements(citations, links)) == []


def test_a_link_without_citation() -> None:
    (finding,) = disagreements(cited("A/99/187"), (f"{UNDOCS}A/99/187", f"{UNDOCS}A/99/188"))
    assert finding.code.id == "AU332"
    assert f"{UNDOCS}A/99/188" in finding.message


def test_a_citation_without_link() -> None:
    (finding,) = disagreements(cited("A/99/187", "A/99/188"), (f"{UNDOCS}A/99/187",))
    assert finding.code.id == "AU333"
    assert finding.message.endswith(": A/99/188")


def test_a_document_without_links_says_nothing() -> None:
    assert list(disagreements(cited("A/99/187"), ())) == []


def test_links_leave_out_letters_and_second_symbols() -> None:
    citations = cited("A/RES/48/75 E", "A/71/982-S/2017/600")
    links = (f"{UNDOCS}A/RES/48/75", f"{UNDOCS}S/2017/600")
    assert list(disagreements(citations, links)) == []


def test_decisions_may_be_linked_or_not() -> None:
    citations = cited("A/HRC/DEC/2/105", "A/99/187")
    document, decision = f"{UNDOCS}A/99/187", f"{UNDOCS}A/HRC/DEC/2/105"
    assert list(disagreements(citations, (document,))) == []
    assert list(disagreements(citations, (document, decision))) == []


def test_a_link_on_several_pages_is_told_once() -> None:
    assert len(list(disagreements(cited("A/99/1"), (f"{UNDOCS}A/99/1", "a/b", "a/b")))) == 1


def test_pages_of_the_web_are_held_together_without_their_scheme() -> None:
    page = [Citation(0, 1, "page", target="http://www.un.org/Sea/")]
    assert list(disagreements(page, ("https://www.un.org/sea",))) == []
    (finding,) = disagreements(page, ("https://www.un.org/lake",))
    assert finding.code.id == "AU332"


def test_of_many_only_some_are_named() -> None:
    citations = cited(*(f"A/99/{number}" for number in range(10, 40)))
    (finding,) = disagreements(citations, (f"{UNDOCS}A/99/10",))
    assert finding.message.endswith(" and 17 others")


def test_letters_of_the_text_may_touch_an_address() -> None:
    links = (f"{UNDOCS}A/99/L.42和A/99/L.42/Add.1", "بناء")
    told = [finding.message for finding in disagreements(cited("A/99/L.42"), links)]
    assert told == ["the page foot lists بناء, which the text does not cite"]
