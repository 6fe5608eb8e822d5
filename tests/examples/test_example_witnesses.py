"""The witnesses between examples, acted out against products made from their descriptions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.witness import Association, AssociationWitness, Party
from dcsgen.model import Capability
from peers import Product, certificates

EXAMPLES = Path(__file__).parents[2] / "examples"


def capability(name: str) -> Capability:
    loaded = api.load(EXAMPLES / f"{name}.yaml", api.open_host(vendors=False)).capability
    assert loaded is not None
    return loaded


def ended(text: str, asked: Association, product: Product, files: tuple[str, str]) -> int:
    """How a script ends with a product; 1 if nothing of the product can be what it is for."""
    there = product.find(asked.called, asked.port, tls=asked.tls is not None)
    if there is None:
        return 1
    names: dict[str, Any] = {"__name__": "witness", "print": lambda *_, **__: None}
    exec(compile(text, "witness", "exec"), names)
    tls = ["--cafile", files[0]] if asked.tls else []
    tls += ["--certfile", files[1]] if asked.tls and asked.tls.certificate else []
    before, sys.argv = sys.argv, ["witness", "127.0.0.1", str(there.port), *tls]
    try:
        return int(names["main"]())
    finally:
        sys.argv = before


PAIRS = [
    ("archive/archive-3.1", "archive/archive"),
    ("archive/archive", "dcmqrscp/dcmqrscp"),
    ("dcmqrscp/dcmqrscp-3.6.1", "dcmqrscp/dcmqrscp"),
    ("modality/modality-1.4", "modality/modality"),
    ("planning/planning-6.5", "planning/planning"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_what_worked_with_one_product_fails_with_the_other(old: str, new: str, tmp_path: Path) -> None:
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
            if witness.sender is Party.PEER:
                ends = ended(text, witness.association, one, files), ended(text, witness.association, other, files)
                tried.append((judged.judgements[0].message, witness.association.called, ends))
    assert tried
    assert [each for each in tried if each[2] != (0, 1)] == []
