"""The IRIs of a document at the three levels, by the naming convention and the profile."""

from __future__ import annotations

from an2un.identity.facts import LANGUAGE_CODES, Identity


def work_iri(identity: Identity) -> str:
    """Return `/akn/un/statement/deliberation/{actor}/{date}/{number}`, without a trailing slash."""
    return iri_of(identity.actor, identity.date, identity.number)


def iri_of(actor: str, date: str, number: str) -> str:
    """Return the Work IRI of a resolution, decision or statement of an organ."""
    return f"/akn/un/statement/deliberation/{actor}/{date}/{number}"


def expression_iri(identity: Identity, version: str = "") -> str:
    """Return the Work IRI with language and version: `…/fra@`; `version` is a reissue's date."""
    return f"{work_iri(identity)}/{LANGUAGE_CODES[identity.language]}@{version}"


def manifestation_iri(identity: Identity, version: str = "") -> str:
    """Return the Expression IRI with the format: `…/fra@.xml`."""
    return f"{expression_iri(identity, version)}.xml"


def component(iri: str, name: str = "main") -> str:
    """Return the IRI of one component: `…/!main`, `…/!annex_1`, before the format if it has one."""
    stem, dot, suffix = iri.rpartition(".xml")
    return f"{stem}/!{name}.xml" if dot and not suffix else f"{iri}/!{name}"
