"""The shapes of Akoma Ntoso IRIs (OASIS Naming Convention, chapters 4 and 5), as patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# /akn/un/{type}/{subtype}/{actor}/{date}/{number}: every part is compulsory in AKN4UN.
_WORK = re.compile(
    r"/akn/(?P<country>[^/\s]+)/(?P<type>[A-Za-z]+)/(?P<subtype>[A-Za-z]+)"
    r"/(?P<actor>[a-z][a-z0-9-]*)/(?P<date>\d{4}-\d\d-\d\d)/(?P<number>[^/\s]+)"
)
# Any Work of any jurisdiction: subtype, actor and number may be left out (NC 4.4).
_REFERENCE = re.compile(
    r"/akn/[a-z]{2}(?:-[A-Za-z0-9-]+)?/[A-Za-z]+(?:/[A-Za-z][^/\s#!~@]*){0,2}"
    r"/\d{4}(?:-\d\d(?:-\d\d)?)?(?:/[^/\s#!~@]+)?"
    r"(?:/[a-z]{3}(?:@[^/\s#!~]*)?)?(?:/?![A-Za-z0-9_.-]+)?(?:[#~][^\s#~]+)*/?"
)
_COMPONENT = re.compile(r"!(?:main|[A-Za-z]+(?:_[A-Za-z0-9]+)?)")
_DOMAIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]*")
_EXPRESSION = re.compile(r"(?P<language>[a-z]{3})@(?P<version>[^/]*)")
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class WorkIri(NamedTuple):
    """The parts of a Work IRI."""

    country: str
    type: str
    subtype: str
    actor: str
    date: str
    number: str


class Version(NamedTuple):
    """What an Expression IRI adds to that of its Work."""

    language: str
    version: str


def without_domain(iri: str) -> str:
    """Return the IRI from its first slash after the domain."""
    return _DOMAIN.sub("", iri, count=1)


def has_domain(iri: str) -> bool:
    """Tell whether the IRI begins with a scheme and a domain."""
    return _DOMAIN.match(iri) is not None


@lru_cache(maxsize=1024)
def plain(iri: str) -> str:
    """Return the IRI without domain and trailing slash, which other rules report."""
    return without_domain(iri).rstrip("/")


@lru_cache(maxsize=1024)
def work(iri: str) -> WorkIri | None:
    """Return the parts of a Work IRI, None where it has another shape."""
    match = _WORK.fullmatch(plain(iri))
    return WorkIri(**match.groupdict()) if match else None


@lru_cache(maxsize=1024)
def version(expression: str, of_work: str) -> Version | None:
    """Return language and version of an Expression IRI that builds on the given Work IRI."""
    start = plain(of_work) + "/"
    rest = plain(expression)
    if not rest.startswith(start):
        return None
    match = _EXPRESSION.fullmatch(rest[len(start) :])
    return Version(match["language"], match["version"]) if match else None


@lru_cache(maxsize=1024)
def is_reference(iri: str) -> bool:
    """Tell whether a global IRI may stand in a reference."""
    return _REFERENCE.fullmatch(iri) is not None


def component(iri: str) -> str:
    """Return the component at the end of an IRI ("!annex_1"), "" if there is none."""
    at = iri.rfind("!")
    return iri[at:].rstrip("/") if at >= 0 else ""


def is_component(name: str) -> bool:
    """Tell whether `!name` or `!name_1` is well formed."""
    return _COMPONENT.fullmatch(name) is not None
