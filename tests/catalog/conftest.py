"""A library that is imported once."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import library

from dcsgen import api
from dcsgen.api import Host, ImportedFolder


@pytest.fixture(scope="session")
def host() -> Host:
    return api.open_host(vendors=False)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, host: Host) -> tuple[Path, Path, ImportedFolder]:
    """The folder, the folder of drafts, and what was told."""
    root = tmp_path_factory.mktemp("library")
    folder = library(root / "statements")
    return folder, root / "drafts", api.import_folder(folder, root / "drafts", host, jobs=2)
