"""What `marked` passes over has nothing: it finds what a walk to every node finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dcsgen.base import schema as schemas
from dcsgen.base.schema import Annotated, Located
from dcsgen.load.compose import compose

EXAMPLES = Path(__file__).parents[2] / "examples"


def everywhere(node: Any, schema: Located, path: tuple[str | int, ...] = ()) -> Iterator[Annotated]:
    here = schemas.fitting(schema, node)
    yield Annotated(path, node, here.schema)
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in members:
        below = schemas.child(here, key)
        if below is not None:
            yield from everywhere(value, below, (*path, key))


@pytest.mark.parametrize("keyword", ["x-prose", "x-ref", "x-dicom", "examples"])
@pytest.mark.parametrize("name", ["xyz", "dcmqrscp"])
def test_marked_finds_what_is_anywhere(name: str, keyword: str) -> None:
    root = compose(EXAMPLES / name / f"{name}.yaml", []).tree.root
    expected = [one for one in everywhere(root, schemas.root("description")) if keyword in one.schema]
    assert expected
    assert list(schemas.marked(root, schemas.root("description"), keyword)) == expected
