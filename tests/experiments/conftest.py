"""What experiments with real programs share: a namespace for them, and their descriptions with options."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from loopback import Loopback, NoNamespaceError
from programs import Descriptions, why_not


@pytest.fixture(scope="session")
def dcmtk() -> None:
    """Skips where DCMTK's programs are not installed in the version that is described."""
    if reason := why_not("storescp", "storescu", "findscu", "movescu", "getscu", "echoscu", "dcmqrscp"):
        pytest.skip(reason)


@pytest.fixture(scope="session")
def orthanc_installed() -> None:
    """Skips where Orthanc is not installed in the version that is described."""
    if reason := why_not("Orthanc"):
        pytest.skip(reason)
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed; Orthanc is asked through its REST interface")


@pytest.fixture(scope="module")
def alone() -> Iterator[Loopback]:
    """A network namespace with nothing but a loopback interface."""
    try:
        with Loopback() as made:
            yield made
    except NoNamespaceError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def descriptions(tmp_path_factory: pytest.TempPathFactory) -> Descriptions:
    """The descriptions of programs, with options as overlays."""
    return Descriptions(tmp_path_factory.mktemp("descriptions"))
