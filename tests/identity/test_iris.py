"""IRIs at the three levels, by the naming convention and the profile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.identity import (
    LANGUAGE_CODES,
    Identity,
    component,
    expression_iri,
    iri_of,
    manifestation_iri,
    work_iri,
)

DRAFT = Identity(
    symbol="A/C.2/99/L.31", number="C.2-99-L.31", date="2044-11-07", date_name="issuance",
    language="fr",
)  # fmt: skip


def test_the_three_levels() -> None:
    work = "/akn/un/statement/deliberation/unga/2044-11-07/C.2-99-L.31"
    assert work_iri(DRAFT) == work
    assert expression_iri(DRAFT) == f"{work}/fra@"
    assert manifestation_iri(DRAFT) == f"{work}/fra@.xml"


def test_a_reissue_has_a_version() -> None:
    assert expression_iri(DRAFT, "2044-11-09").endswith("/fra@2044-11-09")
    assert manifestation_iri(DRAFT, "2044-11-09").endswith("/fra@2044-11-09.xml")


def test_what_is_unknown_says_so() -> None:
    assert work_iri(Identity()) == "/akn/un/statement/deliberation/unga/1900-01-01/nn"


@pytest.mark.parametrize(
    ("iri", "name", "expected"),
    [
        ("/akn/un/x", "main", "/akn/un/x/!main"),
        ("/akn/un/x/fra@", "annex_1", "/akn/un/x/fra@/!annex_1"),
        ("/akn/un/x/fra@.xml", "main", "/akn/un/x/fra@/!main.xml"),
    ],
)
def test_components(iri: str, name: str, expected: str) -> None:
    assert component(iri, name) == expected


@given(
    st.sampled_from(("unga", "unsc", "unecosoc", "unga-hrc")),
    st.dates().map(str),
    st.from_regex(r"[0-9A-Z.-]{1,12}", fullmatch=True),
    st.sampled_from(sorted(LANGUAGE_CODES)),
)
def test_each_level_begins_with_the_one_above(
    actor: str, date: str, number: str, language: str
) -> None:
    identity = Identity(actor=actor, date=date, number=number, language=language)  # type: ignore[arg-type]
    work, expression = work_iri(identity), expression_iri(identity)
    assert work == iri_of(actor, date, number)
    assert expression.startswith(f"{work}/")
    assert manifestation_iri(identity).startswith(expression)
    assert not work.endswith("/")
