"""Two products of one name are told apart in every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.interaction import Side

EXAMPLES = Path(__file__).parents[2] / "examples" / "planning"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (("planning-6.5", "planning"), ("THISTLEDOWN Plan 6.5", "THISTLEDOWN Plan 7.0")),
        (("planning", "planning"), ("THISTLEDOWN Plan 7.0 (first)", "THISTLEDOWN Plan 7.0 (second)")),
    ],
)
def test_products_of_one_name(files: tuple[str, str], names: tuple[str, str]) -> None:
    host = api.open_host()
    a, b = (api.load(EXAMPLES / f"{file}.yaml", host) for file in files)
    found = api.match(a, b, host)
    assert (found.a.name, found.b.name) == (found.a.title, found.b.title) == names
    one = next(one for one in found.interactions if one.user.side is Side.A)
    assert (one.user.product, one.provider.product) == names
    assert all(workflow.title.count(names[0]) == workflow.title.count(names[1]) == 1 for workflow in found.workflows)
