"""Whatever a Capability says, the rules of dcsgen raise nothing, name places that it has, and say the same again.

The Capabilities are those of the cases and of the examples, with other values, keys taken out, copied and renamed, so
that references dangle and texts are no UIDs, codes or dates any more: drafts of documents and peers may be like that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen import api
from dcsgen.base.finding import Path as NodePath
from dcsgen.builtin import collected
from dcsgen.model import Capability
from dcsgen.plugin import LintRule
from dcsgen.plugin.testing import cases

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
RULES: list[LintRule] = collected("rule", "RULE")

ODD = (
    "", " ", ".", "0", "-1", "1.", "1..2", "x.y", "2.25", "1.2.840.10008", "2.25." + "9" * 40, "²", "٣", "1" * 50,
    "other", "xxxx", "FFFF-0000", "A7xx", "0xC001", "C000-CFFFF", "1-n", "0-0", "2-2n", "n", "(300A,00B0)", "(300Axx,)",
    "2024-02-30", "0000-00-00", "$", "$uncompressed", "\\", "|", "`", "``", "**", "<b", "![", "# ", "\n===", "|--|",
    "PatientID", "BeamSequence.", ".BeamSequence", "BeamSequence..BeamName", "CT Image Storage", "ISO 2022 IR 87",
    "É患", "\ud7ff", "\t", "TBD", "true", "null", "C-STORE", "DCS", "AE", "a" * 70, "é" * 17,
)  # fmt: skip
NUMBERS = (-(2**63), -1, 0, 1, 2, 16, 4095, 4096, 65535, 2**32, 2**62, -0.5, 1e-300, 1e300)


class Seeds(NamedTuple):
    """Plain data of Capabilities, and the texts in them."""

    trees: tuple[dict[str, Any], ...]
    texts: tuple[str, ...]


@cache
def seeds() -> Seeds:
    """Those of the examples, then the largest case of each rule."""
    host = api.open_host(folders=[EXAMPLES.parent / "plugins"])
    loaded = [api.load(EXAMPLES / name / f"{name}.yaml", host).capability for name in ("xyz", "dcmqrscp")]
    capabilities = [capability for capability in loaded if capability is not None]
    assert len(capabilities) == 2
    for file in sorted(FOLDER.glob("*.yaml")):
        sizes = {len(str(case.description)): case.description for case in cases(file)}
        capabilities.append(api.capability_of(sizes[max(sizes)]))
    trees = tuple(msgspec.json.decode(msgspec.json.encode(capability)) for capability in capabilities)
    texts = {text for tree in trees for _, text in nodes(tree) if isinstance(text, str) and len(text) < 80}
    return Seeds(trees, (*ODD, *sorted(texts)))


def nodes(tree: Any, path: NodePath = ()) -> Iterator[tuple[NodePath, Any]]:
    """Everything below the root, with its path."""
    members = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, node in members:
        yield (*path, key), node
        yield from nodes(node, (*path, key))


def at(tree: Any, path: NodePath) -> Any:
    for step in path:
        tree = tree[step]
    return tree


@st.composite
def capabilities(draw: st.DrawFn) -> Capability:
    """A Capability of a case or an example after up to eight changes that the model lets through."""
    known = seeds()
    number = draw(st.integers(0, len(known.trees) - 1))
    capability = msgspec.convert(known.trees[number], Capability)
    for _ in range(draw(st.integers(0, 8))):
        tree = msgspec.json.decode(msgspec.json.encode(capability))
        if draw(st.integers(0, 7)) == 0:
            other = draw(st.sampled_from(known.trees))
            key = draw(st.sampled_from(sorted(other)))
            tree[key] = other[key]
        else:
            change(draw, tree, known.texts)
        try:
            capability = msgspec.json.decode(msgspec.json.encode(tree), type=Capability)
        except (msgspec.ValidationError, msgspec.DecodeError):
            continue
    return capability


def change(draw: st.DrawFn, tree: dict[str, Any], texts: tuple[str, ...]) -> None:
    """One node is replaced, taken out, copied or renamed."""
    paths = [path for path, _ in nodes(tree)]
    *above, key = draw(st.sampled_from(paths))
    container, node = at(tree, tuple(above)), at(tree, (*above, key))
    text = st.sampled_from(texts) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    what = draw(st.sampled_from(["replace", "replace", "remove", "copy", "rename"]))
    if what == "remove":
        del container[key]
    elif what == "copy" and isinstance(container, list):
        container.insert(draw(st.integers(0, len(container))), node)
    elif what in ("copy", "rename") and isinstance(container, dict):
        renamed = draw(text)
        entries = {renamed if key == old and what == "rename" else old: value for old, value in container.items()}
        if what == "copy":
            entries[renamed] = node
        container.clear()
        container.update(entries)
    elif isinstance(node, str):
        container[key] = draw(text)
    elif isinstance(node, int | float):
        container[key] = draw(st.sampled_from(NUMBERS))
    elif isinstance(node, list):
        container[key] = draw(st.sampled_from([[], node[::-1], node[:1], node + node]))
    else:
        container[key] = {}


def missing(capability: Capability, path: NodePath) -> str:
    """What is wrong with a path: empty if each step is a field, a key or an index of what the steps before it lead to.

    A field that is not stated has its place all the same, and so has one below it: the loader points to the nearest
    thing that is written down.
    """
    node: Any = capability
    for length, step in enumerate(path):
        if isinstance(node, msgspec.Struct):
            fields = dict(zip(node.__struct_encode_fields__, node.__struct_fields__, strict=True))
            if step not in fields:
                return f"{type(node).__name__} has no {step!r}"
            node = getattr(node, fields[str(step)])
        elif isinstance(node, dict):
            if step not in node:
                return f"there is no {step!r} at {path[:length]}"
            node = node[step]
        elif isinstance(node, tuple | list):
            if not isinstance(step, int) or not 0 <= step < len(node):
                return f"there is no item {step!r} at {path[:length]}"
            node = node[step]
        elif node is None:
            return ""
        else:
            return f"{path[:length]} is {node!r} and has no {step!r}"
    return ""


def check(capability: Capability) -> None:
    """All rules over a Capability, and over another one that says the same."""
    again = msgspec.json.decode(msgspec.json.encode(capability), type=Capability)
    for rule in RULES:
        problems = list(rule.find(capability))
        assert list(rule.find(again)) == problems, rule.kind.code
        for problem in problems:
            assert problem.kind == rule.kind
            for path in (problem.path, *problem.related):
                assert not missing(capability, path), f"{rule.kind.code} at {path}: {missing(capability, path)}"
            assert problem.message.strip(), rule.kind.code
        told = [(problem.path, problem.subject, problem.message) for problem in problems]
        assert len(set(told)) == len(told), f"{rule.kind.code} says the same twice"


@settings(max_examples=100)
@given(capabilities())
def test_rules_on_whatever_they_may_meet(capability: Capability) -> None:
    check(capability)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_rules_on_the_cases_of_others(file: Path) -> None:
    for case in cases(file):
        check(api.capability_of(case.description))


def test_the_order_does_not_depend_on_hashes() -> None:
    said = [
        subprocess.run(
            [sys.executable, __file__],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0].count("\n") > 500
    assert said[0] == said[1]


def say_all() -> None:
    """Prints what the rules find in the examples and the largest cases, in their order."""
    for tree in seeds().trees:
        capability = msgspec.convert(tree, Capability)
        for problem in (problem for rule in RULES for problem in rule.find(capability)):
            print(problem.kind.code, ascii((problem.path, problem.message, problem.hint, problem.related)))


if __name__ == "__main__":
    say_all()
