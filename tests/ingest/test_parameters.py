"""Parameters that can be configured out of tables, and what is none."""

from __future__ import annotations

import pytest

from dcsgen.base.draft import Origin
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import parameters

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")


def test_parameters_with_units() -> None:
    text = (
        "## Configuration\n\n| Parameter | Configurable | Default Value | Comments |\n|-|-|-|-|\n"
        "| General | General | General | General |\n| ARTIM timeout | Yes | 30 s | For any peer. |\n"
        "| Retries | No | 3 | |\n| Secure | Yes | false | |\n| Folder | Yes | n/a | |\n"
    )
    assert drafted(markdown(text), ORIGIN).description["configuration"]["parameters"] == {
        "ARTIM timeout": {"default": 30, "unit": "s", "description": "For any peer."},
        "Retries": {"default": 3, "configurable": "fixed"},
        "Secure": {"default": False},
        "Folder": {},
    }


@pytest.mark.parametrize(
    "text",
    [
        "## Configuration\n\n| AE Title | Port |\n|-|-|\n| PEER | 104 |\n",
        "## Query\n\n| Parameter | Default |\n|-|-|\n| limit | 100 |\n",
    ],
)
def test_what_is_no_parameter(text: str) -> None:
    assert list(parameters.read(markdown(text))) == []
