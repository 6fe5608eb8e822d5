"""The runner of rule cases that plug-in authors use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from referencing import Registry, Resource

from dcsgen.base import schema
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Severity
from dcsgen.plugin.testing import Case, cases, minimal_description, run_case

KIND = Kind(
    code="acme/S1",
    slug="ae-title-in-small-letters",
    severity=Severity.WARNING,
    what="An AE Title has small letters.",
    why="Some peers compare them as they are.",
    instead="Write it in capitals.",
)

CASES = """
rule: acme/S1
pass:
  - name: capitals
    description: {configuration: {local: {STORE: {ae_title: ACME}}}}
fail:
  - name: small letters
    description: {configuration: {local: {STORE: {ae_title: acme}}}}
    at: configuration.local.STORE.ae_title
    message: in capitals
  - name: two of them
    description: {configuration: {local: {STORE: {ae_title: acme}, FIND: {ae_title: find}}}}
    at: [configuration.local.STORE.ae_title, configuration.local.FIND.ae_title]
"""


def small_letters(capability: Capability) -> Iterator[Problem]:
    for name, address in capability.configuration.local.items():
        if address.ae_title != address.ae_title.upper():
            path = ("configuration", "local", name, "ae_title")
            yield KIND.at(path, f"{address.ae_title} is not in capitals")


RULE = LintRule(KIND, small_letters)


def load(description: dict[str, Any]) -> Capability:
    return msgspec.convert(description, Capability)


def case(**over: Any) -> Case:
    local = {"STORE": {"ae_title": "acme"}}
    description = minimal_description(configuration={"local": local})
    right = Case(rule="acme/S1", name="x", description=description, at=("configuration.local.STORE.ae_title",))
    return msgspec.structs.replace(right, **over)


def written(folder: Path, text: str) -> Path:
    file = folder / "cases.yaml"
    file.write_text(text)
    return file


def test_cases_of_a_file_hold(tmp_path: Path) -> None:
    read = cases(written(tmp_path, CASES))
    assert [str(one) for one in read] == [
        "acme/S1: capitals",
        "acme/S1: small letters",
        "acme/S1: two of them",
    ]
    for one in read:
        run_case(RULE, one, load)


@pytest.mark.parametrize(
    ("over", "words"),
    [
        (
            {"at": ()},
            "expected no problem, found configuration.local.STORE.ae_title: acme is not in capitals",
        ),
        ({"at": ("product.name",)}, "expected a problem at product.name, found configuration.local"),
        ({"message": "in red"}, '"in red" is not in "acme is not in capitals"'),
        ({"rule": "acme/S2"}, "the case is for acme/S2, the rule is acme/S1"),
        (
            {"description": minimal_description()},
            "expected a problem at configuration.local.STORE.ae_title, found none",
        ),
    ],
)
def test_a_case_that_does_not_hold_says_what_was_found(over: dict[str, Any], words: str) -> None:
    run_case(RULE, case(), load)
    with pytest.raises(AssertionError) as caught:
        run_case(RULE, case(**over), load)
    assert words in str(caught.value)


def test_a_rule_must_give_problems_of_its_own_kind() -> None:
    other = msgspec.structs.replace(KIND, code="acme/S9")
    rule = LintRule(KIND, lambda capability: [other.at(("product",), "x")])
    with pytest.raises(AssertionError, match=r"another kind.*acme/S9"):
        run_case(rule, case(), load)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rule: acme/S1\npass: []\nfail: []", "needs a case that passes and one that fails"),
        ("rule: acme/S1\npass: []", "missing required field `fail`"),
        (CASES.replace("message:", "mesage:"), "mesage"),
        (
            CASES.replace("    at: configuration.local.STORE.ae_title\n", "    at: []\n"),
            '"small letters" is to fail',
        ),
        ("rule: [", "no file of rule cases"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"cases\.yaml") as caught:
        cases(written(tmp_path, text))
    assert words in str(caught.value)


def test_unquoted_text_is_read_as_in_descriptions(tmp_path: Path) -> None:
    values = "{a: 00100020, b: 5.10, c: NO, d: 10:20, e: 2024-01-31, f: 5, g: 5.1, h: true, i: null, j: 1e5, k: '5'}"
    text = f"rule: r\npass: [{{name: a, description: {{extensions: {values}}}}}]\n"
    text += "fail: [{name: b, description: {}, at: product}]"
    (passing, _) = cases(written(tmp_path, text))
    assert passing.description["extensions"] == {
        "a": "00100020",
        "b": "5.10",
        "c": "NO",
        "d": "10:20",
        "e": "2024-01-31",
        "f": 5,
        "g": 5.1,
        "h": True,
        "i": None,
        "j": "1e5",
        "k": "5",
    }


def test_the_minimal_description_is_valid() -> None:
    resources = [(f"{name}.schema.json", Resource.from_contents(schema.load(name))) for name in schema.names()]
    registry: Registry[Any] = Registry().with_resources(resources)
    validator = jsonschema.Draft202012Validator(schema.load("description"), registry=registry)
    assert [error.message for error in validator.iter_errors(minimal_description())] == []
    assert not validator.is_valid({**minimal_description(), "product": {}})
    assert load(minimal_description()).product.name == "PRODUCT"


def test_over_is_merged_key_by_key() -> None:
    described = minimal_description(product={"name": "PLANNER"}, services={"a": {"b": [1]}})
    assert described["product"] == {**minimal_description()["product"], "name": "PLANNER"}
    assert described["services"] == {"a": {"b": [1]}}
    assert minimal_description()["product"]["name"] == "PRODUCT"
