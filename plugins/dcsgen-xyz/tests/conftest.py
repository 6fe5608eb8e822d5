"""What the tests of this plug-in share: the plug-in alone in a host, and the product that uses all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.model import Capability

PROJECT = Path(__file__).resolve().parents[1]
PRODUCT = PROJECT.parents[1] / "examples" / "xyz" / "xyz.yaml"


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the plug-in's project."""
    return PROJECT


@pytest.fixture(scope="session")
def host() -> api.Host:
    """dcsgen with this plug-in, taken from its folder."""
    return api.open_host(folders=[PROJECT])


@pytest.fixture(scope="session")
def product(host: api.Host) -> Capability:
    """XYZ/PRODUCT Treatment System."""
    loaded = api.load(PRODUCT, host)
    assert loaded.capability is not None, loaded.findings
    return loaded.capability
