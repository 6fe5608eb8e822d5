"""What all tests share: the `--update` switch for golden files, the checkout, and a browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# Many tests start dcsgen in a process of its own, each of which would compile it anew without files of bytecode.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long an example takes says something about the machine, nothing about dcsgen.
settings.register_profile("dcsgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dcsgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    # What one test has compiled serves the others, and nothing is taken from the cache of the user or left there.
    # The workers of pytest-xdist inherit the folder.
    if not hasattr(config, "workerinput"):
        folder = TemporaryDirectory(prefix="dcsgen-tests-")
        config.add_cleanup(folder.cleanup)
        os.environ["XDG_CACHE_HOME"] = folder.name
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("CI never updates golden files")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for modules that have the marks of `browsing`."""
    from browsing import chromium

    with chromium() as found:
        yield found
