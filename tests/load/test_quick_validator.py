"""The quick validator and the one that words the errors say the same about every description."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcsgen.load import validate as module
from dcsgen.load.compose import compose
from dcsgen.load.validate import surely_valid, validate, validator

DESCRIPTION = {"$ref": "description.schema.json"}
EXAMPLES = Path(__file__).parents[2] / "examples"

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 70_000),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["SCU", "A700", "(0010,0010)", "1.2.840.10008.1.1", "2024-02-30", "AE\n", "Ä", "", "$set"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(st.text(max_size=8), below, max_size=3)),
    max_leaves=6,
)


@cache
def whole(name: str) -> Any:
    """The tree of an example, with all files that it includes."""
    return compose(EXAMPLES / name / f"{name}.yaml", []).tree.root


def containers(node: Any) -> list[Any]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [node, *(one for child in below for one in containers(child))] if isinstance(node, dict | list) else []


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """An example after a few changes anywhere: values replaced, keys renamed or removed, items added."""
    root = copy.deepcopy(draw(st.sampled_from([whole("xyz"), whole("dcmqrscp")])))
    for _ in range(draw(st.integers(1, 2))):
        node = draw(st.sampled_from([one for one in containers(root) if one]))
        key = draw(st.sampled_from(sorted(node))) if isinstance(node, dict) else draw(st.integers(0, len(node) - 1))
        change = draw(st.sampled_from(["replace", "remove", "rename"]))
        if change == "replace":
            node[key] = draw(VALUES)
        elif change == "remove":
            del node[key]
        elif isinstance(node, dict):
            node[draw(st.text(max_size=10))] = node.pop(key)
    return root


def reference(root: Any) -> bool:
    return next(validator(DESCRIPTION).iter_errors(root), None) is None


@pytest.mark.parametrize("name", ["xyz", "dcmqrscp"])
def test_examples_need_only_the_quick_look(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "validator", lambda schema: pytest.fail("the reference was asked"))
    root = whole(name)
    assert surely_valid(root, DESCRIPTION)
    assert validate({key: value for key, value in root.items() if key != "extensions"}, {}) == []


@given(mutated())
def test_both_agree_on_changed_examples(root: Any) -> None:
    assert surely_valid(root, DESCRIPTION) == reference(root)


@given(VALUES)
def test_both_agree_on_anything(root: Any) -> None:
    assert surely_valid(root, DESCRIPTION) == reference(root)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**400, "\ud800", {1: 2}, object()], ids=repr)
def test_what_is_no_json_is_left_to_the_reference(value: Any) -> None:
    assert not surely_valid({"dcsgen": value}, DESCRIPTION)


@pytest.mark.parametrize(
    "schema",
    [{"type": 5}, 5, {"$ref": "#/$defs/none"}, {"$ref": "http://localhost/x"}],
    ids=str,
)
def test_a_broken_schema_is_left_to_the_reference(schema: Any) -> None:
    assert not surely_valid({}, schema)
