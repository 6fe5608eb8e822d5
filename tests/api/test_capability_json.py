"""The resolved description: dump and load agree, it fits its schema, and the order of keys does not matter."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from dcsgen import api
from dcsgen.model import Capability, decode, encode

ROOT = Path(__file__).resolve().parents[2]
HOST = api.open_host(folders=[ROOT / "plugins"])


@pytest.fixture(scope="module", params=["xyz", "dcmqrscp"])
def capability(request: pytest.FixtureRequest) -> Capability:
    loaded = api.load(ROOT / "examples" / request.param / f"{request.param}.yaml", HOST)
    assert loaded.findings == ()
    assert loaded.capability is not None
    return loaded.capability


def test_dump_and_load_agree(capability: Capability) -> None:
    assert decode(encode(capability)) == capability
    assert encode(decode(encode(capability))) == encode(capability)


def test_it_fits_its_schema(capability: Capability) -> None:
    schema = json.loads((ROOT / "schemas" / "capability.schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(json.loads(encode(capability)))


def test_it_is_no_description_and_one_finding_says_so(capability: Capability, tmp_path: Path) -> None:
    file = tmp_path / "made.json"
    file.write_bytes(encode(capability))
    (finding,) = api.load(file, HOST).findings
    assert (finding.slug, finding.place and finding.place.line) == ("made-data", 1)


def shuffled(node: Any, order: random.Random) -> Any:
    if isinstance(node, dict):
        items = list(node.items())
        order.shuffle(items)
        return {key: shuffled(value, order) for key, value in items}
    if isinstance(node, list):
        return [shuffled(item, order) for item in node]
    return node


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_does_not_matter(tmp_path: Path, seed: int) -> None:
    tree = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
        "sets": {"plain": ["ImplicitVRLittleEndian"], "all": ["$plain", "ExplicitVRLittleEndian"]},
        "application_entities": {"A": {"function": "f"}, "B": {"function": "g"}},
        "services": {
            "one": {
                "application_entity": "A",
                "sop_classes": ["CTImageStorage"],
                "role": "SCP",
                "transfer_syntaxes": ["$all"],
            },
            "two": {
                "application_entity": "B",
                "sop_classes": ["Verification"],
                "role": "SCU",
                "transfer_syntaxes": ["$plain"],
            },
        },
    }
    results = []
    for name, content in (("a", tree), ("b", shuffled(tree, random.Random(seed)))):
        file = tmp_path / f"{name}.yaml"
        file.write_text(yaml.safe_dump(content, sort_keys=False))
        results.append(api.load(file, HOST).capability)
    assert results[0] is not None
    assert results[0] == results[1]
