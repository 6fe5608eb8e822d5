"""Scores what `dcsgen import` reads from documents against what a careful reader finds in them.

The folder holds documents and `truth/NAME.json`, each with `documents` (a path and a format for each form of the
document), `sop_classes` (a record for each Application Entity and SOP Class: `sop_class_uid`, `role`, `ae`,
`transfer_syntaxes`) and `merged_by_uid`. For each document it prints precision and recall on SOP Class with role, the
same with Application Entity, and SOP Class with Transfer Syntax; then the misses.

Usage: python benchmarks/import_quality.py FOLDER [--misses N] [--threshold T]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dcsgen import api
from dcsgen.api.importing import read_draft
from dcsgen.base.draft import Draft
from dcsgen.base.errors import DcsgenError

Triples = set[tuple[str, ...]]


class Said(NamedTuple):
    """What a draft or a truth says, as sets that can be compared."""

    roles: Triples
    entities: Triples
    syntaxes: Triples


def of_truth(truth: dict[str, Any]) -> Said:
    """What a careful reader found."""
    records = truth["sop_classes"]
    return Said(
        {(one["sop_class_uid"], role) for one in truth["merged_by_uid"] for role in _roles(one["role"])},
        {(plain(one.get("ae") or ""), one["sop_class_uid"], role) for one in records for role in _roles(one["role"])},
        {(one["sop_class_uid"], uid) for one in records for uid in one.get("transfer_syntaxes") or ()},
    )


def of_draft(draft: Draft, threshold: float) -> Said:
    """What was read, of which it is sure enough."""
    roles: Triples = set()
    entities: Triples = set()
    syntaxes: Triples = set()
    for fact in draft.facts:
        if fact.path[0] != "services" or fact.path[2] != "sop_classes" or fact.confidence < threshold:
            continue
        if len(fact.path) == 4:
            for role in _roles(fact.value["role"]):
                roles.add((str(fact.path[3]), role))
                entities.add((plain(fact.value["application_entity"]), str(fact.path[3]), role))
        elif len(fact.path) == 6:
            syntaxes.add((str(fact.path[3]), str(fact.path[5])))
    return Said(roles, entities, syntaxes)


def certain(draft: Draft, truth: Said) -> tuple[int, int]:
    """How many of the facts with a confidence of 0.9 or more are right, and how many there are."""
    sure = of_draft(draft, 0.9)
    return len(sure.roles & truth.roles) + len(sure.syntaxes & truth.syntaxes), len(sure.roles) + len(sure.syntaxes)


def _roles(word: str) -> list[str]:
    plain = word.upper()
    if plain == "BOTH" or ("SCU" in plain and "SCP" in plain):
        return ["SCU", "SCP"]
    return [plain]


def plain(entity: str) -> str:
    return re.sub(r"[^a-z0-9]", "", entity.casefold())


def score(found: Triples, wanted: Triples) -> str:
    right = len(found & wanted)
    precision = f"{right / len(found):.3f}" if found else "-"
    recall = f"{right / len(wanted):.3f}" if wanted else "-"
    return f"{precision} / {recall} ({right} of {len(found)} / {len(wanted)})"


def documents(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The documents of a folder that are there, each with its truth."""
    for file in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        if "merged_by_uid" not in truth:
            continue
        for one in truth["documents"]:
            if (folder / one["path"]).is_file():
                yield folder / one["path"], truth


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=5, metavar="N", help="misses that are shown of each sort")
    parser.add_argument("--threshold", type=float, default=0.7, metavar="T", help="confidence from which a fact counts")
    args = parser.parse_args()
    host = api.open_host(vendors=False)
    print("| document | SOP Class, role | AE, SOP Class, role | SOP Class, Transfer Syntax | sure ones right | s |")
    print("|---|---|---|---|---|---|")
    notes = []
    for file, truth in documents(args.folder):
        start = time.perf_counter()
        try:
            draft = read_draft(file, host, processes=2)
        except DcsgenError as error:
            print(f"| {file.name} | {error} | | | | |")
            continue
        took = time.perf_counter() - start
        wanted, found = of_truth(truth), of_draft(draft, args.threshold)
        right, sure = certain(draft, wanted)
        cells = [score(*pair) for pair in zip(found, wanted, strict=True)]
        print(f"| {file.name} | {' | '.join(cells)} | {right} of {sure} | {took:.1f} |")
        product = draft.description["product"]
        notes.append(f"{file.name}: {product['name']} {product['version']} of {product['vendor']}")
        for word, got, want in zip(("role", "entity", "Transfer Syntax"), found, wanted, strict=True):
            for what, items in (("wrong", got - want), ("missed", want - got)):
                notes += [f"  {word} {what}: {' '.join(item)}" for item in sorted(items)[: args.misses]]
        notes += [f"  {doubt.code} {doubt.message}" for doubt in draft.doubts[: args.misses]]
    print("\n".join(["", *notes]))


if __name__ == "__main__":
    main()
