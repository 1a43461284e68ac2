"""What all tests share: the option `--update`, the development corpus, the budget of hypothesis."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "default",
    max_examples=50,
    deadline=None,  # no timed tests: machines differ
    derandomize=True,  # the same run everywhere
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nightly", parent=settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write the expected files of examples/ anew"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The directory of the development corpus; the test is skipped where it is absent."""
    path = Path(os.environ.get("AN2UN_CORPUS") or ROOT.parent / "shared")
    if not (path / "corpus" / "real.tsv").is_file():
        pytest.skip("no development corpus (AN2UN_CORPUS)")
    return path
