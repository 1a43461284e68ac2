from __future__ import annotations

import click
import pytest

from an2un.cli import options

CONTEXT = click.Context(click.Command("any"))
PARAMETER = click.Option(["--any"])


@pytest.mark.parametrize(
    ("printed", "size"), [("7", 7), ("50MB", 50_000_000), ("2 GB", 2_000_000_000), ("1k", 1000)]
)
def test_sizes(printed: str, size: int) -> None:
    assert options.size(CONTEXT, PARAMETER, printed) == size


@pytest.mark.parametrize("printed", ["", "-1", "50XB", "1.5MB", "٣"])
def test_what_is_no_size(printed: str) -> None:
    with pytest.raises(click.BadParameter):
        options.size(CONTEXT, PARAMETER, printed)


def test_dates() -> None:
    assert options.date(CONTEXT, PARAMETER, "2024-02-29") == "2024-02-29"
    assert options.date(CONTEXT, PARAMETER, "") == ""
    for printed in ("2023-02-29", "1 May 2024", "20240229"):
        with pytest.raises(click.BadParameter):
            options.date(CONTEXT, PARAMETER, printed)
