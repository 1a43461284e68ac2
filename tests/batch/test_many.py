"""Conversions for programs: results as they come, errors as values."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

import an2un
from tests.batch.corpus import SOURCES

OPTIONS = an2un.Options(made=datetime(2044, 11, 8, tzinfo=UTC))


@pytest.fixture(scope="module")
def alone() -> dict[str, bytes]:
    return {str(path): an2un.convert(path, OPTIONS).xml for path in SOURCES}


def xml(results: Iterator[an2un.Result]) -> dict[str, bytes]:
    return {result.name: result.conversion.xml for result in results if result.conversion}


def test_results_are_those_of_single_conversions(alone: dict[str, bytes]) -> None:
    assert xml(an2un.convert_many(SOURCES, OPTIONS)) == alone
    with ThreadPoolExecutor(2) as threads:
        assert xml(an2un.convert_many(SOURCES, OPTIONS, executor=threads)) == alone
    with an2un.Workers(2) as workers:
        assert xml(an2un.convert_many(SOURCES, OPTIONS, executor=workers)) == alone


def test_errors_are_values_and_end_nothing() -> None:
    def sources() -> Iterator[an2un.Source | str | bytes | tuple[str, bytes]]:
        yield b""
        yield "The General Assembly,\n\n1. Decides to look up.\n"
        yield "named", b"\0\1"
        yield SOURCES[0].read_bytes() * 3_000

    with an2un.Workers(1, limits=an2un.Limits(seconds=3)) as workers:
        results = sorted(
            an2un.convert_many(sources(), OPTIONS, executor=workers), key=lambda r: r.number
        )
    assert [result.name for result in results] == ["<bytes 0>", "<str 1>", "named", "<bytes 3>"]
    assert [type(result.error) for result in results] == [
        an2un.ReadError, type(None), an2un.ReadError, an2un.Lost,
    ]  # fmt: skip
    assert results[1].conversion is not None
    assert results[1].conversion.valid


def test_inputs_are_taken_when_there_is_room() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield SOURCES[0].read_bytes()

    with ThreadPoolExecutor(1) as threads:
        results = an2un.convert_many(endless(), OPTIONS, executor=threads, ahead=2)
        for _ in range(3):
            assert next(results).error is None
        results.close()  # type: ignore[attr-defined]
    assert taken < 10
