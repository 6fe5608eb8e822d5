"""The witnesses between versions of examples, acted out against products made from their descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from acting import before_and_now, with_product
from dcsgen import api
from dcsgen.base.witness import AssociationWitness, Party
from dcsgen.model import Capability
from peer_tls import certificates
from peers import Product

EXAMPLES = Path(__file__).parents[2] / "examples"


def capability(name: str) -> Capability:
    loaded = api.load(EXAMPLES / f"{name}.yaml", api.open_host(vendors=False)).capability
    assert loaded is not None
    return loaded


PAIRS = [
    ("archive/archive-3.1", "archive/archive"),
    ("dcmqrscp/dcmqrscp-3.6.1", "dcmqrscp/dcmqrscp"),
    ("modality/modality-1.4", "modality/modality"),
    ("planning/planning-6.5", "planning/planning"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_what_worked_with_the_old_version_fails_with_the_new_one(old: str, new: str, tmp_path: Path) -> None:
    files = certificates(tmp_path)
    sides = capability(old), capability(new)
    difference = api.diff(*sides, api.open_host(vendors=False))
    scripts = {script.file: script.text for script in api.witness_scripts(difference)[0]}
    tried = []
    with Product(sides[0], ("WITNESS",)) as one, Product(sides[1], ("WITNESS",)) as other:
        for judged in difference.every():
            witness = judged.witness
            text = next((text for file, text in scripts.items() if judged.change.fingerprint in file), None)
            if text is None or not isinstance(witness, AssociationWitness):
                continue
            asked = witness.association
            if witness.sender is Party.PEER:
                ends = [with_product(text, asked, product, files) for product in (one, other)]
            else:
                ends = before_and_now(text, asked, sides)
            tried.append((judged.judgements[0].message, asked.called, ends))
    assert tried
    assert [each for each in tried if each[2] != [0, 1]] == []
