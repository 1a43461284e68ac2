"""Whether a file was made from a source: the digest that it records, checked again."""

from __future__ import annotations

from hashlib import sha256

import pytest
from lxml import etree

import an2un
from an2un import fixity
from tests.test_conversion import MADE, TEXT

SOURCE = TEXT.encode()


def root() -> etree._Element:
    return etree.fromstring(an2un.convert(SOURCE, MADE, name="draft.txt").xml)


def changed(old: str, new: str) -> etree._Element:
    text = etree.tostring(root(), encoding="unicode")
    assert old in text
    return etree.fromstring(text.replace(old, new))


def test_what_is_recorded() -> None:
    found = fixity.recorded(root())
    assert (found.digest, found.size) == (sha256(SOURCE).hexdigest(), len(SOURCE))
    assert found.name == "draft.txt"
    assert "an2un" in found.tool


def test_the_source_itself() -> None:
    verdict = fixity.verify(root(), SOURCE)
    assert verdict.faults == ()
    assert verdict.digest == verdict.recorded.digest


def test_another_source_of_another_size() -> None:
    verdict = fixity.verify(root(), SOURCE + b" ")
    assert len(verdict.faults) == 2
    assert f"{len(SOURCE) + 1:,} bytes" in verdict.faults[0]
    assert verdict.digest in verdict.faults[1]


def test_another_source_of_the_same_size() -> None:
    (fault,) = fixity.verify(root(), SOURCE.replace(b"dark", b"Dark")).faults
    assert "SHA-256" in fault


def test_upper_case_digests_are_the_same() -> None:
    digest = sha256(SOURCE).hexdigest()
    assert fixity.verify(changed(digest, digest.upper()), SOURCE).faults == ()


def test_a_file_without_digest_is_refused() -> None:
    text = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'
    with pytest.raises(fixity.FixityError, match="records no SHA-256"):
        fixity.verify(etree.fromstring(text), SOURCE)


def test_a_digest_of_another_kind_is_refused() -> None:
    with pytest.raises(fixity.FixityError, match="MD5"):
        fixity.verify(
            changed(
                ">SHA-256</premis:messageDigestAlgorithm", ">MD5</premis:messageDigestAlgorithm"
            ),
            SOURCE,
        )
